/*
 * Choices: anything with a digit, anywhere on the screen; and menus: choices
 * in rows and pages.
 */
#ifndef VEREDA_WIDGET_MENU_H
#define VEREDA_WIDGET_MENU_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/screen.h"

#define MENU_PAGE_MAX 9 /* choices a page: one digit each */

struct choice {
	char digit;    /* '1' to '9' */
	int x, y;      /* of the ">" mark */
	int width;     /* of the whole entry, which is painted and tapped */
	int height;    /* rows that a tap reaches */
	int indent;    /* cells from the mark to the title */
	const char *title;
	const char *lang;    /* of the title; NULL: the reader's */
	const char *summary; /* below the title, which takes the rows that this
				leaves if it is long; NULL for none */
	const char *badge;   /* at the right end of the first row; or NULL */
	enum role badge_role;
	bool wraps; /* the title goes on in the rows below; no summary then */
};

/* All of them; the focused one (place.focus) has the cursor on its digit. */
void choices_draw(struct screen *sc, struct surface *s,
    const struct choice *c, size_t count);

/*
 * Moves the focus for arrows, Tab, Home and End, or chooses for Enter and
 * digits.  Left and Right are used only where two stand side by side.
 * Returns the index of the chosen one; -1 when nothing was chosen.
 */
int choices_key(struct screen *sc, const struct choice *c, size_t count,
    struct key key, bool *used);

struct menu_item {
	const char *title;
	const char *lang;    /* of both; NULL: the reader's */
	const char *summary; /* second row; NULL for none */
	const char *badge;   /* at the right end of the first row; or NULL */
	enum role badge_role;
};

/*
 * A menu of any number of items in pages of at most 9; place.page and
 * place.focus say where it stands.  Fill in items and count, then menu_fit().
 * Heads are choices that stand on every page with digits and places of their
 * own, before the digits of the items or behind them.
 */
struct menu {
	const struct menu_item *items;
	size_t count;
	const struct choice *heads; /* may be NULL */
	int head_count;
	char first_digit; /* of the items; 0: heads have those before it */
	int digits;       /* for the items of a page; 0: all that are left */
	int x, y, width; /* set by menu_fit(); may be changed before drawing */
	int item_rows;   /* 0: menu_fit() sets 1, or 2 for summaries */
	bool wraps;      /* titles go over all of these; no summaries then */
	int per_page;
};

/* How many items a page holds between rows TOP and BOTTOM (exclusive); puts
 * page and focus inside the menu. */
void menu_fit(struct screen *sc, struct menu *m, int top, int bottom);
int menu_pages(const struct menu *m);
/* The index in items; -1 for none, or a head. */
int menu_focused(const struct screen *sc, const struct menu *m);
void menu_draw(struct screen *sc, struct surface *s, const struct menu *m);

/* Turns place.page among PAGES for + and -, round and round. */
bool menu_turn(struct screen *sc, int pages, struct key key);

/*
 * As choices_key(), and + and - (PgDn, PgUp, Space) turn pages, round and
 * round.  Returns the index in items, MENU_HEAD(i) for a head, or -1.
 */
#define MENU_HEAD(i) (-2 - (i))
int menu_key(struct screen *sc, const struct menu *m, struct key key,
    bool *used);

#endif
