/*
 * Pictures of screens.  A row is cut into runs of cells that look alike; a
 * run is a rectangle, if it is not the colour of the page, and its text.
 */
#include <config.h>

#include "picture.h"

#include "base/utf8.h"

#define CELL_WIDTH 10 /* units of the picture */
#define CELL_HEIGHT 20
#define BASELINE 15 /* of the letters, from the top of the cell */
#define INK 16 /* colour numbers: black on white */
#define PAPER 231

#define FULL_BLOCK 0x2588 /* drawn, for letters leave gaps between them */
#define LIGHT_SHADE 0x2591

/* The colours 0 to 15 are those of xterm. */
static const unsigned first_colours[16] = { 0x000000, 0xcd0000, 0x00cd00,
	0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000,
	0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff };

/* 0xRRGGBB of a colour number of a terminal with 256. */
static unsigned
rgb(int colour)
{
	static const unsigned steps[6] = { 0, 95, 135, 175, 215, 255 };
	unsigned n = (unsigned)colour;

	if (n < 16)
		return first_colours[n];
	if (n >= 232)
		return (8 + (n - 232) * 10) * 0x010101;
	n -= 16;
	return steps[n / 36] << 16 | steps[n / 6 % 6] << 8 | steps[n % 6];
}

static struct term_cell
cell_at(const struct term *t, int x, int y)
{
	struct term_cell c = term_cell(t, x, y);
	int fg = c.fg < 0 ? INK : c.fg;
	int bg = c.bg < 0 ? PAPER : c.bg;

	c.fg = c.reverse ? bg : fg;
	c.bg = c.reverse ? fg : bg;
	return c;
}

static bool
is_drawn(uint32_t code)
{
	return code == FULL_BLOCK || code == LIGHT_SHADE;
}

/* A run goes on while this holds. */
static bool
looks_alike(const struct term_cell *a, const struct term_cell *b)
{
	return a->fg == b->fg && a->bg == b->bg && a->bold == b->bold &&
	    is_drawn(a->code) == is_drawn(b->code) &&
	    (!is_drawn(a->code) || a->code == b->code);
}

static void
rectangle(FILE *out, int x, int y, int cells, unsigned colour,
    const char *opacity)
{
	fprintf(out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
		     "fill=\"#%06x\"%s/>\n",
	    x * CELL_WIDTH, y * CELL_HEIGHT, cells * CELL_WIDTH, CELL_HEIGHT,
	    colour, opacity);
}

static void
put_code(FILE *out, uint32_t code)
{
	uint8_t raw[UTF8_MAX];

	switch (code) {
	case '&':
		fputs("&amp;", out);
		break;
	case '<':
		fputs("&lt;", out);
		break;
	case '>':
		fputs("&gt;", out);
		break;
	default:
		fwrite(raw, 1, utf8_encode(raw, code), out);
	}
}

/* The cells FIRST to END of row Y, which begin and end with letters. */
static void
put_text(FILE *out, const struct term *t, int first, int end, int y)
{
	struct term_cell look = cell_at(t, first, y);

	fprintf(out, "<text x=\"%d\" y=\"%d\" textLength=\"%d\" "
		     "fill=\"#%06x\"%s>",
	    first * CELL_WIDTH, y * CELL_HEIGHT + BASELINE,
	    (end - first) * CELL_WIDTH, rgb(look.fg),
	    look.bold ? " font-weight=\"bold\"" : "");
	for (int x = first; x < end; x++)
		put_code(out, cell_at(t, x, y).code);
	fputs("</text>\n", out);
}

/* Words apart: what stands in columns stays in them with any font. */
static void
put_words(FILE *out, const struct term *t, int first, int end, int y)
{
	int from = first;

	while (from < end) {
		int to = from;
		int gap = 0;

		while (from < end && cell_at(t, from, y).code == ' ')
			from++;
		for (int x = from; x < end && gap < 2; x++) {
			gap = cell_at(t, x, y).code == ' ' ? gap + 1 : 0;
			if (gap == 0)
				to = x + 1;
		}
		if (from < end)
			put_text(out, t, from, to, y);
		from = to > from ? to : end;
	}
}

static void
put_row(FILE *out, const struct term *t, int y, int page)
{
	for (int x = 0, end = 0; x < term_width(t); x = end) {
		struct term_cell look = cell_at(t, x, y);
		struct term_cell next = look;

		while (looks_alike(&look, &next) && ++end < term_width(t))
			next = cell_at(t, end, y);
		if (look.bg != page)
			rectangle(out, x, y, end - x, rgb(look.bg), "");
		if (is_drawn(look.code))
			rectangle(out, x, y, end - x, rgb(look.fg),
			    look.code == FULL_BLOCK ? ""
						    : " opacity=\"0.25\"");
		else
			put_words(out, t, x, end, y);
	}
}

/* The colour of the page is that of most cells. */
static int
colour_of_page(const struct term *t)
{
	int cells[256] = { 0 };
	int most = PAPER;

	for (int y = 0; y < term_height(t); y++)
		for (int x = 0; x < term_width(t); x++)
			cells[cell_at(t, x, y).bg & 0xff]++;
	for (int i = 0; i < 256; i++)
		if (cells[i] > cells[most])
			most = i;
	return most;
}

void
picture_write(struct term *t, FILE *out)
{
	int width = term_width(t) * CELL_WIDTH;
	int height = term_height(t) * CELL_HEIGHT;
	int page = colour_of_page(t);

	fprintf(out,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
	    "viewBox=\"0 0 %d %d\" font-family=\"monospace\" "
	    "font-size=\"16\">\n"
	    "<rect width=\"%d\" height=\"%d\" fill=\"#%06x\"/>\n",
	    width, height, width, height, rgb(page));
	for (int y = 0; y < term_height(t); y++)
		put_row(out, t, y, page);
	fputs("</svg>\n", out);
}
