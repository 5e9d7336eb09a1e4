/*
 * A strip of paper, ready to be printed: rows that fit, and one QR code below
 * them.  It becomes bytes in memory; printer.h brings them to a printer.
 */
#ifndef VEREDA_PAPER_H
#define VEREDA_PAPER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/bytes.h"
#include "out/code_page.h"

#define PAPER_COLUMNS 32     /* of paper 58 mm wide; 48: 80 mm */
#define PAPER_COLUMNS_MAX 80
#define PAPER_ROWS_MAX 400   /* more are not printed: a metre and a half */
#define PAPER_QR_SIZE_MAX 57 /* modules: 5 dots each on 58 mm */

enum paper_qr {
	PAPER_QR_NONE,
	PAPER_QR_NATIVE, /* the printer draws it: GS ( k */
	PAPER_QR_RASTER, /* we do: GS v 0 */
};

/* What the printer can do. */
struct paper_kind {
	int columns;
	enum code_page page;
	int page_number; /* N of "ESC t N" */
	enum paper_qr qr;
	bool cuts;
};

struct paper_row {
	const char *text; /* UTF-8; too long a row is broken once more */
	bool strong;
};

struct paper {
	const struct paper_row *rows;
	size_t count;
	const char *qr; /* what the code says; "" for none */
};

/*
 * In the language of receipt printers, ESC/POS as Epson publishes it:
 *
 *	ESC @		begin
 *	ESC t N		code page
 *	ESC E 1|0	bold
 *	ESC a 1|0	centred, at the left
 *	GS ( k ...	QR code; or GS v 0, an image
 *	ESC d N		feed
 *	GS V 66 0	cut
 *
 * Whatever the rows say, no other byte below 0x20 than LF comes of them.
 */
void paper_escpos(struct buffer *out, const struct paper *s,
    const struct paper_kind *p);

/* As plain text: rows of UTF-8, each with LF.  For lp(1), whose filters make
 * a page of it; no QR code. */
void paper_plain(struct buffer *out, const struct paper *s, int columns);

#endif
