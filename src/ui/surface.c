/*
 * The surface.  The last door before the terminal: a code point that is
 * unsafe, or that does not take exactly one cell, is drawn as U+FFFD.
 */
#include <config.h>

#include "ui/surface.h"

#include <stdlib.h>
#include <string.h>

#include <uniwidth.h>

#include "base/mem.h"
#include "base/utf8.h"

void
surface_init(struct surface *s, int width, int height)
{
	memset(s, 0, sizeof *s);
	surface_resize(s, width, height);
}

static size_t
cells_size(const struct surface *s)
{
	return (size_t)s->width * (size_t)s->height * sizeof *s->cells;
}

static int
clamp(int value, int low, int high)
{
	if (value < low)
		return low;
	return value > high ? high : value;
}

void
surface_fini(struct surface *s)
{
	if (s->cells != NULL)
		explicit_bzero(s->cells, cells_size(s));
	free(s->cells);
	said_fini(&s->said);
	memset(s, 0, sizeof *s);
}

void
surface_resize(struct surface *s, int width, int height)
{
	bool wanted = s->said.wanted;

	surface_fini(s);
	s->said.wanted = wanted;
	s->width = clamp(width, 1, SURFACE_WIDTH_MAX);
	s->height = clamp(height, 1, SURFACE_HEIGHT_MAX);
	s->cells = xcalloc((size_t)s->width * (size_t)s->height,
	    sizeof *s->cells);
	surface_wipe(s);
}

void
surface_wipe(struct surface *s)
{
	s->cursor_x = 0;
	s->cursor_y = 0;
	s->target_count = 0;
	said_clear(&s->said);
	surface_fill(s, 0, 0, s->width, s->height, ROLE_PAGE);
}

struct cell *
surface_cell(struct surface *s, int x, int y)
{
	if (x < 0 || y < 0 || x >= s->width || y >= s->height)
		return NULL;
	return &s->cells[y * s->width + x];
}

void
surface_fill(struct surface *s, int x, int y, int width, int height,
    enum role role)
{
	int right = clamp(x + width, 0, s->width);
	int bottom = clamp(y + height, 0, s->height);

	for (int row = clamp(y, 0, s->height); row < bottom; row++)
		for (int column = clamp(x, 0, s->width); column < right;
		     column++)
			s->cells[row * s->width + column] =
			    (struct cell){ ' ', (uint8_t)role };
}

/* What may stand in a cell: safe, visible, and one cell wide everywhere. */
static uint32_t
cell_code(uint32_t code)
{
	if (code >= 0x20 && code < 0x7F)
		return code;
	if (code == '\n' || !utf8_is_safe(code) || uc_width(code, "UTF-8") != 1)
		return UTF8_REPLACEMENT;
	return code;
}

int
surface_text(struct surface *s, int x, int y, int width, enum role role,
    const char *text)
{
	int used = 0;

	while (*text != '\0' && used < width) {
		struct cell *cell = surface_cell(s, x + used, y);
		uint32_t code = cell_code(utf8_next(&text));

		if (cell != NULL)
			*cell = (struct cell){ code, (uint8_t)role };
		used++;
	}
	return used;
}

void
surface_text_right(struct surface *s, int x, int y, int width,
    enum role role, const char *text)
{
	int length = (int)utf8_length(text);

	if (length < width) {
		x += width - length;
		width = length;
	}
	surface_text(s, x, y, width, role, text);
}

void
surface_cursor(struct surface *s, int x, int y)
{
	s->cursor_x = clamp(x, 0, s->width - 1);
	s->cursor_y = clamp(y, 0, s->height - 1);
}

void
surface_target(struct surface *s, int x, int y, int width, int height,
    struct key key)
{
	if (s->target_count == SURFACE_TARGETS_MAX)
		return; /* still reachable by its key */
	s->targets[s->target_count++] =
	    (struct target){ x, y, width, height, key };
}

static bool
overlaps(const struct target *a, const struct target *b)
{
	return a->x < b->x + b->width && b->x < a->x + a->width &&
	    a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Is row Y below target N blank, and nobody's? */
static bool
is_free(struct surface *s, size_t n, int y)
{
	struct target row = s->targets[n];

	row.y = y;
	for (size_t i = 0; i < s->target_count; i++)
		if (overlaps(&s->targets[i], &row))
			return false;
	for (int x = row.x < 0 ? 0 : row.x; x < row.x + row.width; x++) {
		const struct cell *cell = surface_cell(s, x, y);

		if (cell != NULL && cell->code != ' ')
			return false;
	}
	return y >= 0 && y < s->height;
}

void
surface_grow_targets(struct surface *s)
{
	for (size_t i = 0; i < s->target_count; i++) {
		struct target *t = &s->targets[i];

		if (t->height > 1)
			continue;
		if (is_free(s, i, t->y + 1)) {
			t->height = 2;
		} else if (is_free(s, i, t->y - 1)) {
			t->height = 2;
			t->y--;
		}
	}
}

/* The last one drawn lies on top. */
struct key
surface_tap(const struct surface *s, int x, int y)
{
	for (size_t i = s->target_count; i-- > 0;) {
		const struct target *t = &s->targets[i];

		if (x >= t->x && x < t->x + t->width && y >= t->y &&
		    y < t->y + t->height)
			return t->key;
	}
	return key_of(UIKEY_NONE);
}
