/*
 * A cell has two colours.  Which of them is the paper is not known, so both
 * ways are looked up; a cell of one colour is a blank.
 */
#include <config.h>

#include "console_text.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#define COLOURS 3 /* bytes of a dot */

struct picture {
	const uint8_t *dots;
	unsigned width, height;
};

static int
read_head(struct picture *p, struct bytes ppm, struct err *e)
{
	char head[64] = "";
	unsigned most = 0;
	int len = 0;

	memcpy(head, ppm.at, ppm.len < sizeof head ? ppm.len
	    : sizeof head - 1);
	if (sscanf(head, "P6 %u %u %u%n", &p->width, &p->height, &most,
	    &len) != 3 || most != 255 || p->width > 8192 || p->height > 8192)
		return err_set(e, ERR_INPUT, "no picture of 255 values");
	len++; /* the white space behind the head */
	if (ppm.len != (size_t)len + (size_t)p->width * p->height * COLOURS)
		return err_set(e, ERR_INPUT, "the picture is cut");
	p->dots = ppm.at + len;
	return 0;
}

static bool
has_ink(const struct picture *p, unsigned x, unsigned y, const uint8_t *paper)
{
	const uint8_t *dot = p->dots +
	    ((size_t)y * p->width + x) * COLOURS;

	return memcmp(dot, paper, COLOURS) != 0;
}

/* Is GLYPH what stands at X, Y, with ink where the font says INK? */
static bool
is_glyph(const struct picture *p, unsigned x, unsigned y,
    const struct psf *f, int glyph, bool ink)
{
	const uint8_t *paper = p->dots + ((size_t)y * p->width + x) * COLOURS;

	for (unsigned row = 0; row < f->height; row++)
		for (unsigned column = 0; column < f->width; column++)
			if ((psf_dot(f, glyph, column, row) == ink) !=
			    has_ink(p, x + column, y + row, paper))
				return false;
	return true;
}

/* The first dot of a cell is paper or ink; that of most letters is paper. */
static uint32_t
read_cell(const struct picture *p, unsigned x, unsigned y,
    const struct psf *f)
{
	int blank = psf_glyph(f, ' ');

	if (is_glyph(p, x, y, f, blank, true))
		return ' ';
	for (int way = 1; way >= 0; way--)
		for (unsigned glyph = 0; glyph < f->count; glyph++) {
			uint32_t code = psf_character(f, (int)glyph);

			if (code != 0 && is_glyph(p, x, y, f, (int)glyph,
			    way == 1))
				return code;
		}
	return '?';
}

static void
add_row(struct buffer *out, const struct picture *p, unsigned y,
    const struct psf *f)
{
	size_t start = out->len;

	for (unsigned x = 0; x + f->width <= p->width; x += f->width) {
		uint8_t text[UTF8_MAX];
		size_t len = utf8_encode(text, read_cell(p, x, y, f));

		buffer_add(out, text, len);
	}
	while (out->len > start && out->at[out->len - 1] == ' ')
		out->len--;
	buffer_add_text(out, "\n");
}

int
console_text(struct buffer *out, struct bytes picture,
    const struct psf *font, struct err *e)
{
	struct picture p = { 0 };

	if (read_head(&p, picture, e) < 0)
		return -1;
	for (unsigned y = 0; y + font->height <= p.height; y += font->height)
		add_row(out, &p, y, font);
	return 0;
}
