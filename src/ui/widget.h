/*
 * What screens are made of: header, footer, menus, paged text, boxes, bars.
 * Widgets draw in roles, place the cursor, register what can be tapped.
 */
#ifndef VEREDA_WIDGET_H
#define VEREDA_WIDGET_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/screen.h"

/* Row 0: TITLE at left, RIGHT at right (either may be NULL).  The title is
 * cut to leave the right part whole. */
void widget_header(struct screen *sc, struct surface *s, const char *title,
    const char *right);

/* One label of the footer: key "0", verb "Atrás". */
struct footer_item {
	const char *key;  /* as printed: "0", "Enter", "+", "1-9" */
	const char *verb; /* translated */
	struct key sends; /* what a tap on it is; kind UIKEY_NONE for none */
};

/*
 * The last row (two in the touch profile): items in order, six blanks apart
 * where they fit, fewer when not, dropped from the right but never the first.
 */
void widget_footer(struct screen *sc, struct surface *s,
    const struct footer_item *items, size_t count);

/* The row above the footer, in ROLE_MUTED. */
void widget_note(struct screen *sc, struct surface *s, const char *text);

/* "█████░░░░  2 de 5" on the row above the footer. */
void widget_pager(struct screen *sc, struct surface *s, int page, int pages);

/* A numbered choice. */
struct menu_item {
	const char *title;
	const char *summary; /* second row when rows allow; NULL for none */
	const char *badge;   /* at the right end of the first row; or NULL */
	enum role badge_role;
};

/*
 * A menu of any number of items in pages of at most 9; place.page and
 * place.focus say where it stands.
 */
struct menu {
	const struct menu_item *items;
	size_t count;
	int per_page; /* set by menu_fit() */
	bool two_rows; /* summaries are shown; set by menu_fit() */
};

/* How many items a page holds between rows TOP and BOTTOM (exclusive). */
void menu_fit(struct screen *sc, struct menu *m, int top, int bottom);
int menu_pages(const struct menu *m);
void menu_draw(struct screen *sc, struct surface *s, const struct menu *m,
    int top);

/*
 * Moves focus or page for arrows, Tab, Home, End, + and -, or chooses.
 * Returns the index of the chosen item; -1 when nothing was chosen; *USED
 * says whether the key meant something.
 */
int menu_key(struct screen *sc, const struct menu *m, struct key key,
    bool *used);

/* A framed box of WIDTH x HEIGHT cells in the middle; returns its corner. */
void widget_box(struct screen *sc, struct surface *s, int width, int height,
    int *x, int *y);

/* "14 de noviembre de 2025" / "14 nov 2025" for an ISO date; "" for "". */
const char *widget_date_long(struct screen *sc, const char *iso);
const char *widget_date_short(struct screen *sc, const char *iso);

/* Names of ISO 3166-1 countries in the language of the moment. */
const char *widget_country(const char *code);

#endif
