/*
 * The printer of the tests.  It knows the commands that out/paper.h lists,
 * and shares no code with what writes them: letters go through iconv(3).
 */
#include <config.h>

#include "escpos.h"

#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/mem.h"

#define ROWS_MAX 1000
#define ROW_SIZE 400
#define IMAGE_MAX 1024 /* dots of a side */

struct line {
	char text[ROW_SIZE];
	bool strong;
	bool image; /* it stands here */
};

struct escpos {
	struct line rows[ROWS_MAX];
	size_t count;
	size_t wide, high; /* dots of the image */
	uint8_t *image;    /* one a dot */
	bool cut;
	/* of the moment */
	bool strong;
	size_t column;
	int columns;
	const char *charset;
	struct reader in;
	char *why;
};

static bool
bad(struct escpos *p, const char *why)
{
	if (p->why[0] == '\0')
		snprintf(p->why, 80, "byte %zu: %s", p->in.pos, why);
	return false;
}

static uint8_t
next(struct escpos *p)
{
	struct bytes b = reader_take(&p->in, 1);

	return b.len == 1 ? b.at[0] : 0;
}

static bool
choose_page(struct escpos *p, uint8_t n)
{
	static const struct {
		uint8_t number;
		const char *charset;
	} pages[] = { { 0, "CP437" }, { 2, "CP850" }, { 19, "CP858" },
		{ 16, "CP1252" } };

	for (size_t i = 0; i < COUNT_OF(pages); i++)
		if (pages[i].number == n) {
			p->charset = pages[i].charset;
			return true;
		}
	return bad(p, "unknown code page");
}

static struct line *
row(struct escpos *p)
{
	return &p->rows[p->count];
}

static bool
end_row(struct escpos *p)
{
	if (p->count + 1 == ROWS_MAX)
		return bad(p, "too much paper");
	p->count++;
	p->column = 0;
	return true;
}

static bool
print_byte(struct escpos *p, uint8_t byte)
{
	char raw = (char)byte;
	char *from = &raw;
	size_t left = 1;
	char *to = row(p)->text + strlen(row(p)->text);
	size_t room = ROW_SIZE - 1 - strlen(row(p)->text);
	iconv_t cd = iconv_open("UTF-8", p->charset);
	size_t rc = cd != (iconv_t)-1 ? iconv(cd, &from, &left, &to, &room)
				      : (size_t)-1;

	if (cd != (iconv_t)-1)
		iconv_close(cd);
	if (rc == (size_t)-1)
		return bad(p, "no letter of this code page");
	row(p)->strong = row(p)->strong || p->strong;
	return ++p->column <= (size_t)p->columns || bad(p, "row too wide");
}

static bool
read_escape(struct escpos *p)
{
	uint8_t command = next(p);
	uint8_t n = command != '@' ? next(p) : 0;

	switch (command) {
	case '@':
		return p->in.pos == 2 || bad(p, "reset in the middle");
	case 't':
		return choose_page(p, n);
	case 'E':
		p->strong = n == 1;
		return n <= 1 || bad(p, "ESC E");
	case 'a':
		return n <= 1 || bad(p, "ESC a");
	case 'd':
		return n <= 8 || bad(p, "ESC d");
	default:
		return bad(p, "unknown ESC command");
	}
}

/* GS ( k: only what is printed is kept. */
static bool
read_code(struct escpos *p)
{
	uint16_t len = reader_u16(&p->in);
	struct bytes b = reader_take(&p->in, len);

	if (b.len < 3 || b.at[0] != '1')
		return bad(p, "GS ( k");
	if (b.at[1] == 'P')
		snprintf(row(p)->text, ROW_SIZE, "[%.*s]", (int)b.len - 3,
		    (const char *)b.at + 3);
	return true;
}

static bool
read_image(struct escpos *p)
{
	uint8_t zero = next(p);
	uint8_t mode = next(p);
	size_t wide = reader_u16(&p->in);
	size_t high = reader_u16(&p->in);
	struct bytes b;

	if (zero != '0' || mode != 0 || wide > IMAGE_MAX / 8 ||
	    high > IMAGE_MAX || wide * 8 > (size_t)p->columns * 12 + 7)
		return bad(p, "GS v");
	b = reader_take(&p->in, wide * high);
	if (reader_failed(&p->in) || p->image != NULL)
		return bad(p, "image");
	p->wide = wide * 8;
	p->high = high;
	p->image = xcalloc(p->wide * p->high + 1, 1);
	for (size_t i = 0; i < p->wide * p->high; i++)
		p->image[i] = b.at[i / 8] >> (7 - i % 8) & 1;
	row(p)->image = true;
	snprintf(row(p)->text, ROW_SIZE, "[image %zu x %zu]", p->wide,
	    p->high);
	return true;
}

static bool
read_group(struct escpos *p)
{
	uint8_t command = next(p);

	if (command == '(')
		return next(p) == 'k' ? read_code(p) : bad(p, "GS (");
	if (command == 'v')
		return read_image(p);
	if (command != 'V' || next(p) != 66 || next(p) != 0)
		return bad(p, "unknown GS command");
	p->cut = true;
	return true;
}

static bool
read_one(struct escpos *p)
{
	uint8_t byte = next(p);

	if (p->cut)
		return bad(p, "more behind the cut");
	if (byte == 0x1B)
		return read_escape(p);
	if (byte == 0x1D)
		return read_group(p);
	if (byte == '\n')
		return end_row(p);
	if (byte < 0x20 || byte == 0x7F)
		return bad(p, "control byte");
	return print_byte(p, byte);
}

struct escpos *
escpos_read(struct bytes job, int columns, char why[80])
{
	struct escpos *p = xcalloc(1, sizeof *p);

	p->in = reader_of(job);
	p->columns = columns;
	p->charset = "CP437";
	p->why = why;
	why[0] = '\0';
	while (reader_left(&p->in) > 0)
		if (!read_one(p))
			break;
	if (reader_failed(&p->in))
		bad(p, "cut off");
	if (why[0] == '\0')
		return p;
	escpos_free(p);
	return NULL;
}

void
escpos_free(struct escpos *p)
{
	if (p != NULL)
		free(p->image);
	free(p);
}

void
escpos_text(const struct escpos *p, FILE *out)
{
	for (size_t i = 0; i < p->count; i++)
		fprintf(out, "%s%s\n", p->rows[i].strong ? "*" : " ",
		    p->rows[i].text);
	if (p->cut)
		fputs("---\n", out);
}

bool
escpos_image(const struct escpos *p, FILE *out)
{
	if (p->image == NULL)
		return false;
	fprintf(out, "P5 %zu %zu 255\n", p->wide, p->high);
	for (size_t i = 0; i < p->wide * p->high; i++)
		putc(p->image[i] != 0 ? 0 : 255, out);
	return true;
}

/* --- SVG --- */

#define DOTS_A_COLUMN 12
#define DOTS_A_ROW 30
#define EDGE 24 /* dots of paper around the text */

static void
write_escaped(const char *text, FILE *out)
{
	for (; *text != '\0'; text++)
		if (*text == '<')
			fputs("&lt;", out);
		else if (*text == '&')
			fputs("&amp;", out);
		else
			putc(*text, out);
}

/* Runs of dark dots. */
static void
write_dots(const struct escpos *p, size_t top, FILE *out)
{
	size_t left = EDGE +
	    ((size_t)p->columns * DOTS_A_COLUMN - p->wide) / 2;

	fputs("<path fill=\"#111\" d=\"", out);
	for (size_t y = 0; y < p->high; y++)
		for (size_t x = 0; x < p->wide; x++) {
			size_t run = 0;

			while (x + run < p->wide &&
			    p->image[y * p->wide + x + run] != 0)
				run++;
			if (run > 0)
				fprintf(out, "M%zu %zuh%zuv1h-%zuz", left + x,
				    top + y, run, run);
			x += run;
		}
	fputs("\"/>\n", out);
}

static size_t
letters_of(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

void
escpos_svg(const struct escpos *p, FILE *out)
{
	size_t wide = (size_t)p->columns * DOTS_A_COLUMN + 2 * EDGE;
	size_t high = p->count * DOTS_A_ROW + p->high + 2 * EDGE;
	size_t y = EDGE;

	fprintf(out,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%zu\" "
	    "height=\"%zu\" font-family=\"monospace\" font-size=\"20\">\n"
	    "<rect width=\"100%%\" height=\"100%%\" fill=\"#fdfdf8\"/>\n",
	    wide, high);
	for (size_t i = 0; i < p->count; i++) {
		const struct line *r = &p->rows[i];

		if (r->image) {
			write_dots(p, y, out);
			y += p->high;
		} else if (r->text[0] != '\0') {
			fprintf(out,
			    "<text xml:space=\"preserve\" x=\"%d\" y=\"%zu\" "
			    "textLength=\"%zu\"%s>", EDGE, y + 22,
			    letters_of(r->text) * DOTS_A_COLUMN,
			    r->strong ? " font-weight=\"bold\"" : "");
			write_escaped(r->text, out);
			fputs("</text>\n", out);
		}
		y += DOTS_A_ROW;
	}
	fputs("</svg>\n", out);
}
