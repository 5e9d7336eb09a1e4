/*
 * Markdown goes in, rows of cells come out, and rows are gathered into
 * pages.  CommonMark through md4c; headings, paragraphs, lists, strong and
 * emphasis are drawn, links show their text, everything else is refused by
 * the publisher's check and drawn as plain text here.
 */
#ifndef VEREDA_LAYOUT_H
#define VEREDA_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/mem.h"

#define LAYOUT_WIDTH_MAX 66 /* cells: Markdown is never laid out wider */
#define LAYOUT_MARKDOWN_MAX (256u << 10) /* bytes */

enum row_style {
	ROW_BLANK,
	ROW_HEADING, /* CAPITALS, in the title role */
	ROW_TEXT,
	ROW_ITEM, /* first row of a list item: starts with its bullet */
};

/* A run of cells in the title role (Markdown's strong), in cells from 0. */
struct span {
	int at;
	int width;
};

struct row {
	const char *text; /* UTF-8, without the indent */
	enum row_style style;
	int indent;     /* cells before the text */
	unsigned block; /* paragraph, heading or list item it belongs to, from
			   1; blank rows have 0 */
	unsigned list;  /* the outermost list it belongs to, from 1; 0: none */
	bool numbered;  /* that list is */
	bool begins;    /* a paragraph, or what stands behind a forced break */
	bool split;     /* begins inside a word, as long addresses must: no
			   blank between it and the row before */
	const struct span *strong;
	size_t strong_count;
	const char *lang; /* of its words; NULL: the reader's */
};

struct rows {
	struct row *rows;
	size_t count;
};

struct page {
	size_t first; /* row */
	size_t count;
};

struct pages {
	struct page *pages;
	size_t count; /* at least 1 */
};

struct layout_style {
	int width;
	const char *bullet; /* "•" or "[x]" */
	bool blank_between_items;
	bool tight_headings; /* no blank row behind a heading */
};

/*
 * Rows of MARKDOWN, indent and text never wider than the style's width.
 * Everything lives in A.  ERR_LIMIT above LAYOUT_MARKDOWN_MAX.
 */
CHECKED int layout_markdown(struct rows *out, const char *markdown,
    const struct layout_style *style, struct arena *a, struct err *e);

/* Rows of one plain text, wrapped by UAX 14 at WIDTH; "\n" begins a row. */
void layout_plain(
    struct rows *out, const char *text, int width, struct arena *a);

/*
 * Pages of at most HEIGHT rows that end at a block's end where one fits; a
 * heading never stands last, blank rows never first.
 */
void layout_pages(
    struct pages *out, const struct rows *rows, int height, struct arena *a);

#endif
