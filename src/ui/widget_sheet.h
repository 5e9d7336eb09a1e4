/*
 * Sheets: text that is read page by page.
 */
#ifndef VEREDA_WIDGET_SHEET_H
#define VEREDA_WIDGET_SHEET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/layout.h"
#include "ui/screen.h"

struct sheet {
	struct arena *arena;
	int width;
	const char *lang; /* of what is added now; NULL: the reader's */
	bool tight; /* no blank row behind the headings of Markdown */
	struct rows rows;
	uint8_t *roles; /* one a row */
	size_t room;
	unsigned block;
	struct pages pages;
};

void sheet_init(struct sheet *sh, struct arena *a, int width);
void sheet_blank(struct sheet *sh);
void sheet_heading(struct sheet *sh, const char *text); /* in capitals */
void sheet_text(struct sheet *sh, enum role role, const char *text);
/* The same for a text in LANG, which may not be the reader's. */
void sheet_text_in(struct sheet *sh, const char *lang, enum role role,
    const char *text);
/* The same on the page of what stands above it. */
void sheet_more(struct sheet *sh, enum role role, const char *text);
/* TEXT as one row, its blanks as they are. */
void sheet_row(struct sheet *sh, enum role role, const char *text);
void sheet_item(struct sheet *sh, const char *bullet, const char *text);
CHECKED int sheet_markdown(struct sheet *sh, const char *markdown,
    const char *bullet, struct err *e);

/* The same of a text in LANG. */
CHECKED int sheet_markdown_in(struct sheet *sh, const char *lang,
    const char *markdown, const char *bullet, struct err *e);

/* Into pages of HEIGHT rows; call once, when all is in. */
void sheet_fold(struct sheet *sh, int height);
int sheet_pages(const struct sheet *sh);
int sheet_page_rows(const struct sheet *sh, int page);

/* Page PAGE from (X, Y); the cursor rests on its first letter. */
void sheet_draw(const struct sheet *sh, struct surface *s, int page, int x,
    int y);

/* The first COUNT rows from (X, Y); an ellipsis if there are more. */
void sheet_cut(const struct sheet *sh, struct surface *s, int count, int x,
    int y);

/* The text of a page in one line, in the sheet's arena. */
const char *sheet_page_text(const struct sheet *sh, int page);

/*
 * A screen that is one sheet and nothing else.  enter() begins it, fills it
 * and shows it; sheet_screen_key() is its key().
 */
struct sheet *sheet_screen_new(struct screen *sc);
void sheet_screen_show(struct screen *sc, struct sheet *sh);
bool sheet_screen_key(struct screen *sc, struct key key);

/* A reading screen: header, page PAGE, pager and footer with 0, + and -. */
void sheet_draw_screen(struct screen *sc, struct surface *s,
    const struct sheet *sh, const char *title);

/* The same in two parts, for a footer that has more. */
struct footer;
void sheet_draw_body(struct screen *sc, struct surface *s,
    const struct sheet *sh, const char *title);
void sheet_footer(struct screen *sc, const struct sheet *sh,
    struct footer *f);

/* Turns place.page for + - Space PgDn PgUp; false at the ends. */
bool sheet_key(struct screen *sc, int pages, struct key key);

#endif
