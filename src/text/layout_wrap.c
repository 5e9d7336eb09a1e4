/*
 * Wrapping: one block of text becomes rows.  Breaks are those of UAX 14 but
 * none inside a number; a word that is wider than a row is cut hard.
 */
#include <config.h>

#include "text/layout_internal.h"

#include <stdlib.h>
#include <string.h>

#include <unilbrk.h>

#include "base/utf8.h"
#include "text/width.h"

#define LEAST_TEXT 8 /* cells beside an indent; else the indent goes */

/* One line of the block, without the newline. */
struct line {
	const char *text; /* NUL stands at the end of the whole block */
	size_t len;
	const uint8_t *strong; /* or NULL */
	const char *breaks;    /* of libunistring, one a byte */
};

struct row *
row_list_add(struct row_list *l, enum row_style style)
{
	struct row *row = NULL;

	if (l->count == l->room) {
		l->room = l->room > 0 ? 2 * l->room : 32;
		l->rows = xrealloc(l->rows, l->room, sizeof *l->rows);
	}
	row = &l->rows[l->count++];
	memset(row, 0, sizeof *row);
	row->style = style;
	row->text = "";
	return row;
}

void
row_list_finish(struct row_list *l, struct rows *out)
{
	out->count = l->count;
	out->rows = arena_array(l->arena, l->count + 1, sizeof *out->rows);
	if (l->count > 0)
		memcpy(out->rows, l->rows, l->count * sizeof *out->rows);
	free(l->rows);
	l->rows = NULL;
	l->count = l->room = 0;
}

void
wrap_add_code(struct buffer *text, uint32_t code, int width)
{
	uint8_t raw[UTF8_MAX];

	if (code == '\t')
		code = ' ';
	if (!utf8_is_safe(code) || width_of_code(code) > width)
		code = UTF8_REPLACEMENT;
	buffer_add(text, raw, utf8_encode(raw, code));
}

/* The end of the row that begins at START: most that fits in WIDTH. */
static size_t
row_end(const struct line *line, size_t start, int width)
{
	const char *p = line->text + start;
	const char *end = line->text + line->len;
	size_t best = 0;
	size_t inside = 0; /* a number that is wider than a row */
	size_t at = start;
	int cells = 0;

	while (p < end) {
		uint32_t code;

		at = (size_t)(p - line->text);
		if (at > start && line->breaks[at] == UC_BREAK_POSSIBLE) {
			inside = at;
			if (!width_in_number(line->text, at))
				best = at;
		}
		code = utf8_next(&p);
		cells += width_of_code(code);
		if (cells > width && code != ' ')
			return best > 0 ? best : inside > 0 ? inside : at;
	}
	return line->len;
}

/* The strong runs of LINE from START to END; BEFORE cells stand in front. */
static void
add_spans(struct row *row, const struct line *line, size_t start, size_t end,
    int before, struct arena *a)
{
	const char *p = line->text + start;
	struct span *spans = NULL;
	int cell = before;
	bool on = false;

	if (line->strong == NULL ||
	    memchr(line->strong + start, 1, end - start) == NULL)
		return;
	spans = arena_array(a, end - start, sizeof *spans);
	while (p < line->text + end) {
		bool strong = line->strong[p - line->text] != 0;
		int width;

		if (strong && !on)
			spans[row->strong_count++].at = cell;
		on = strong;
		width = width_of_code(utf8_next(&p));
		if (on)
			spans[row->strong_count - 1].width += width;
		cell += width;
	}
	row->strong = spans;
}

/* Indents and prefixes give way when there is hardly room for the text. */
static void
make_room(struct block_shape *shape)
{
	int prefix = width_of(shape->prefix);

	if (shape->width - shape->indent - prefix < LEAST_TEXT)
		shape->indent = 0;
	if (shape->width - prefix < 2)
		shape->prefix = "";
}

static void
wrap_line(struct row_list *l, const struct line *line,
    const struct block_shape *shape, bool first)
{
	int hang = width_of(shape->prefix);
	size_t start = 0;
	bool begins = true;
	bool split = false;

	while (start < line->len) {
		const char *prefix = first ? shape->prefix : "";
		size_t end =
		    row_end(line, start, shape->width - shape->indent - hang);
		size_t text_end = end;
		struct row *row = NULL;

		while (text_end > start && line->text[text_end - 1] == ' ')
			text_end--;
		row = row_list_add(l, shape->style == ROW_ITEM && !first
					  ? ROW_TEXT
					  : shape->style);
		row->text = arena_printf(l->arena, "%s%.*s", prefix,
		    (int)(text_end - start), line->text + start);
		row->indent = shape->indent + (first ? 0 : hang);
		row->block = shape->block;
		row->list = shape->list;
		row->numbered = shape->numbered;
		row->begins = begins;
		row->split = split;
		begins = false;
		add_spans(
		    row, line, start, text_end, first ? hang : 0, l->arena);
		for (start = end; start < line->len && line->text[start] == ' ';
		     start++)
			;
		split = start == text_end;
		first = false;
	}
}

void
wrap_block(struct row_list *l, struct bytes text, const uint8_t *strong,
    const struct block_shape *shape)
{
	struct block_shape fit = *shape;
	char *copy = NULL;
	char *breaks = NULL;
	bool first = true;

	if (text.len == 0)
		return;
	make_room(&fit);
	copy = xstrndup((const char *)text.at, text.len);
	breaks = xcalloc(text.len + 1, 1);
	u8_possible_linebreaks(text.at, text.len, "UTF-8", breaks);
	for (size_t at = 0; at < text.len; at++) {
		size_t len = strcspn(copy + at, "\n");
		struct line line = { copy + at, len,
			strong == NULL ? NULL : strong + at, breaks + at };

		while (line.len > 0 && line.text[0] == ' ') {
			line.text++, line.breaks++, line.len--;
			if (line.strong != NULL)
				line.strong++;
		}
		if (line.len == 0)
			row_list_add(l, ROW_BLANK);
		else
			wrap_line(l, &line, &fit, first);
		first = first && line.len == 0;
		at += len;
	}
	free(breaks);
	free(copy);
}
