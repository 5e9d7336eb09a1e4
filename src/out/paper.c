/*
 * Paper as bytes.
 */
#include <config.h>

#include "out/paper.h"

#include <string.h>

#include "base/mem.h"
#include "out/qr.h"
#include "text/layout.h"

#define ESC "\x1b"
#define GS "\x1d"
#define DOTS_A_COLUMN 12 /* of font A: 384 dots are 32 columns */
#define DOTS_MAX 8       /* of a module */
#define QUIET 4          /* modules around the code */
#define FEED 4           /* rows, so that the tear-off edge is below */

static void
add_bytes(struct buffer *out, const char *bytes, size_t count)
{
	buffer_add(out, bytes, count);
}

static void
add_command(struct buffer *out, const char *command, int n)
{
	uint8_t last = (uint8_t)n;

	buffer_add_text(out, command);
	buffer_add(out, &last, 1);
}

/* TEXT in rows of COLUMNS; the blanks in front stay. */
static void
add_text(struct buffer *out, const char *text, enum code_page page,
    int columns, struct arena *a)
{
	size_t indent = strspn(text, " ");
	struct rows rows = { 0 };

	if (indent > (size_t)columns / 2)
		indent = (size_t)columns / 2;
	text = code_page_fit(page, text + strspn(text, " "), a);
	layout_plain(&rows, text, columns - (int)indent, a);
	for (size_t i = 0; i < rows.count; i++) {
		for (size_t n = 0; n < indent; n++)
			buffer_add_text(out, " ");
		code_page_write(out, page, rows.rows[i].text);
		buffer_add_text(out, "\n");
	}
	if (rows.count == 0)
		buffer_add_text(out, "\n");
}

static size_t
row_count(const struct paper *s)
{
	return s->count < PAPER_ROWS_MAX ? s->count : PAPER_ROWS_MAX;
}

/* Dots of a module: as many as there is room for. */
static int
dots_of(const struct qr *qr, const struct paper_kind *p)
{
	int dots = p->columns * DOTS_A_COLUMN / (qr->size + 2 * QUIET);

	return dots < DOTS_MAX ? dots : DOTS_MAX;
}

/* GS ( k: model 2, the size of a module, level M, the bytes, print. */
static void
add_native(struct buffer *out, const char *text, int dots)
{
	size_t len = strlen(text) + 3;
	const uint8_t size[] = { (uint8_t)len, (uint8_t)(len >> 8) };

	add_bytes(out, GS "(k\x04\x00" "1A2\x00", 9);
	add_bytes(out, GS "(k\x03\x00" "1C", 7);
	add_command(out, "", dots);
	add_bytes(out, GS "(k\x03\x00" "1E1", 8);
	buffer_add_text(out, GS "(k");
	buffer_add(out, size, sizeof size);
	buffer_add_text(out, "1P0");
	buffer_add_text(out, text);
	add_bytes(out, GS "(k\x03\x00" "1Q0", 8);
}

/* GS v 0: rows of dots, eight in a byte, the left one highest. */
static void
add_raster(struct buffer *out, const struct qr *qr, int dots)
{
	size_t side = (size_t)((qr->size + 2 * QUIET) * dots);
	size_t wide = (side + 7) / 8;
	const uint8_t head[] = { 0, (uint8_t)wide, (uint8_t)(wide >> 8),
		(uint8_t)side, (uint8_t)(side >> 8) };

	buffer_add_text(out, GS "v0");
	buffer_add(out, head, sizeof head);
	for (size_t y = 0; y < side; y++)
		for (size_t x = 0; x < wide; x++) {
			uint8_t eight = 0;

			for (size_t bit = 0; bit < 8; bit++)
				if (qr_is_dark(qr,
					(int)(8 * x + bit) / dots - QUIET,
					(int)y / dots - QUIET))
					eight |= (uint8_t)(0x80 >> bit);
			buffer_add(out, &eight, 1);
		}
}

static void
add_qr(struct buffer *out, const struct paper *s, const struct paper_kind *p,
    struct arena *a)
{
	struct qr qr;

	if (p->qr == PAPER_QR_NONE ||
	    !qr_make(&qr, s->qr, PAPER_QR_SIZE_MAX, a))
		return;
	add_command(out, ESC "a", 1);
	if (p->qr == PAPER_QR_NATIVE)
		add_native(out, s->qr, dots_of(&qr, p));
	else
		add_raster(out, &qr, dots_of(&qr, p));
	buffer_add_text(out, "\n");
	add_command(out, ESC "a", 0);
}

void
paper_escpos(struct buffer *out, const struct paper *s,
    const struct paper_kind *p)
{
	struct arena *a = arena_new();

	buffer_add_text(out, ESC "@");
	add_command(out, ESC "t", p->page_number);
	for (size_t i = 0; i < row_count(s); i++) {
		const struct paper_row *r = &s->rows[i];

		if (r->strong)
			add_command(out, ESC "E", 1);
		add_text(out, r->text, p->page, p->columns, a);
		if (r->strong)
			add_command(out, ESC "E", 0);
	}
	if (s->qr[0] != '\0')
		add_qr(out, s, p, a);
	add_command(out, ESC "d", FEED);
	if (p->cuts)
		add_bytes(out, GS "VB\x00", 4);
	arena_free(a);
}

void
paper_plain(struct buffer *out, const struct paper *s, int columns)
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < row_count(s); i++)
		add_text(out, s->rows[i].text, CODE_PAGE_UTF8, columns, a);
	arena_free(a);
}
