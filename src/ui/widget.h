/*
 * What screens are made of: the grid, header, footer, bars.  Widgets draw in
 * roles, place the cursor and register what can be tapped; they keep
 * nothing.  Choices, sheets and words have their own headers.
 */
#ifndef VEREDA_WIDGET_H
#define VEREDA_WIDGET_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/screen.h"

#define WIDGET_WIDE 70 /* columns from which there are two columns */

/* Where things stand at the size of the moment, in cells from 0. */
struct grid {
	bool wide; /* WIDGET_WIDE columns or more */
	bool touch;
	int width;
	int height;
	int margin; /* first column of the body: 2, narrow 1 */
	int right;  /* the column behind the last of the body */
	int top;    /* first row of the body */
	int note;   /* the row above the footer */
	int footer; /* its first row */
	int text_x; /* running text */
	int text_width;
};

void widget_grid(struct grid *g, const struct screen *sc);

/* TEXT in at most WIDTH cells, cut at the end of a word.  Returns the cells
 * used. */
int widget_text(struct surface *s, int x, int y, int width, enum role role,
    const char *text);

/* The same with its end before column RIGHT; returns where it begins. */
int widget_text_right(struct surface *s, int x, int y, int right,
    enum role role, const char *text);

/* LONG_TEXT if it fits in WIDTH cells, else SHORT_TEXT. */
const char *widget_fit(int width, const char *long_text,
    const char *short_text);

/* Row 0: TITLE at left, RIGHT at right (either may be NULL).  The title is
 * cut to leave the right part whole. */
void widget_header(struct screen *sc, struct surface *s, const char *title,
    const char *right);

/* "PARENT > TITLE" where it fits, else TITLE.  PARENT may be "". */
void widget_header_path(struct screen *sc, struct surface *s,
    const char *parent, const char *title, const char *right);

/* "Page 1 of 3" in A, NULL when there is only one. */
const char *widget_page_of(struct arena *a, int page, int pages);

/* One label of the footer: key "0", verb "Back". */
struct footer_item {
	const char *key;  /* as printed: "0", "Enter", "+", "1-9" */
	const char *verb; /* translated */
	struct key sends; /* what a tap on it is; kind UIKEY_NONE for none */
};

#define FOOTER_MAX 12

struct footer {
	struct footer_item items[FOOTER_MAX];
	size_t count;
	int kept; /* cells at the right end that are for something else */
};

void footer_add(struct footer *f, const char *key, const char *verb,
    struct key sends);
/* KEY is one printing character, and a tap sends it. */
void footer_add_char(struct footer *f, const char *key, const char *verb);
void footer_add_enter(struct footer *f, const char *verb);

/*
 * The last row (two in the touch profile): items in order, six blanks apart
 * where they fit, fewer when not, dropped from the right but never the first.
 * In the right corner the key that hides the page, where all of them leave
 * room for it; for fingers, and on sensitive pages, always.
 */
void widget_footer(struct screen *sc, struct surface *s,
    const struct footer *f);

/* The row above the footer, in ROLE_MUTED, from column X. */
void widget_note(struct screen *sc, struct surface *s, int x,
    const char *text);

/* "█████░░░░  2 de 5" on the row above the footer; nothing for one page. */
void widget_pager(struct screen *sc, struct surface *s, int page, int pages);

#endif
