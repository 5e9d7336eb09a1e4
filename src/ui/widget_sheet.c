/*
 * Sheets: text that is read page by page.  Rows come from layout.h; here
 * they get their roles and are drawn.
 */
#include <config.h>

#include "ui/widget_sheet.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>

#include "text/width.h"
#include "ui/app.h"
#include "ui/widget.h"

#define _(text) gettext(text)

#define ROWS_FIRST 64 /* room for the rows of a short text */

void
sheet_init(struct sheet *sh, struct arena *a, int width)
{
	memset(sh, 0, sizeof *sh);
	sh->arena = a;
	sh->width = width;
}

static void
grow(struct sheet *sh)
{
	size_t room = sh->room > 0 ? 2 * sh->room : ROWS_FIRST;
	struct row *rows = arena_array(sh->arena, room, sizeof *rows);
	uint8_t *roles = arena_array(sh->arena, room, sizeof *roles);

	for (size_t i = 0; i < sh->rows.count; i++) {
		rows[i] = sh->rows.rows[i];
		roles[i] = sh->roles[i];
	}
	sh->rows.rows = rows;
	sh->roles = roles;
	sh->room = room;
}

static void
add(struct sheet *sh, const struct row *row, enum role role)
{
	if (sh->rows.count == sh->room)
		grow(sh);
	sh->rows.rows[sh->rows.count] = *row;
	sh->rows.rows[sh->rows.count].lang = sh->lang;
	sh->roles[sh->rows.count] = (uint8_t)role;
	sh->rows.count++;
}

void
sheet_blank(struct sheet *sh)
{
	const struct row row = { .text = "", .style = ROW_BLANK };

	if (sh->rows.count == 0)
		return;
	add(sh, &row, ROLE_PAGE);
}

/* TEXT as one block, all rows INDENT cells in, the first with a BULLET. */
static void
add_block(struct sheet *sh, enum row_style style, enum role role,
    const char *bullet, const char *text)
{
	int indent = bullet != NULL ? width_of(bullet) + 1 : 0;
	struct rows rows = { 0 };

	sh->block++;
	layout_plain(&rows, text, sh->width - indent, sh->arena);
	for (size_t i = 0; i < rows.count; i++) {
		struct row row = rows.rows[i];

		row.style = style;
		row.indent = indent;
		row.block = sh->block;
		if (i == 0 && bullet != NULL) {
			row.indent = 0;
			row.text = arena_printf(sh->arena, "%s %s", bullet,
			    row.text);
		}
		add(sh, &row, role);
	}
}

static const char *
in_capitals(struct arena *a, const char *text)
{
	size_t len = 0;
	uint8_t *upper = u8_toupper((const uint8_t *)text, strlen(text), "",
	    NULL, NULL, &len);
	const char *copy = text;

	if (upper != NULL)
		copy = arena_strndup(a, (const char *)upper, len);
	free(upper);
	return copy;
}

void
sheet_heading(struct sheet *sh, const char *text)
{
	sheet_blank(sh);
	add_block(sh, ROW_HEADING, ROLE_TITLE, NULL,
	    in_capitals(sh->arena, text));
}

void
sheet_text(struct sheet *sh, enum role role, const char *text)
{
	if (text[0] != '\0')
		add_block(sh, ROW_TEXT, role, NULL, text);
}

void
sheet_text_in(struct sheet *sh, const char *lang, enum role role,
    const char *text)
{
	const char *before = sh->lang;

	sh->lang = lang;
	sheet_text(sh, role, text);
	sh->lang = before;
}

void
sheet_more(struct sheet *sh, enum role role, const char *text)
{
	unsigned block = sh->block;
	size_t first = sh->rows.count;

	sheet_text(sh, role, text);
	for (size_t i = first; i < sh->rows.count; i++)
		sh->rows.rows[i].block = block;
	sh->block = block;
}

void
sheet_row(struct sheet *sh, enum role role, const char *text)
{
	const struct row row = { .text = text, .style = ROW_TEXT,
		.block = ++sh->block, .begins = true };

	add(sh, &row, role);
}

void
sheet_item(struct sheet *sh, const char *bullet, const char *text)
{
	add_block(sh, ROW_ITEM, ROLE_PAGE, bullet, text);
}

int
sheet_markdown(struct sheet *sh, const char *markdown, const char *bullet,
    struct err *e)
{
	struct layout_style style = { .width = sh->width, .bullet = bullet,
		.tight_headings = sh->tight };
	struct rows rows = { 0 };
	unsigned first = 0;

	if (layout_markdown(&rows, markdown, &style, sh->arena, e) < 0)
		return -1;
	sheet_blank(sh);
	first = sh->block;
	for (size_t i = 0; i < rows.count; i++) {
		struct row row = rows.rows[i];

		if (row.style != ROW_BLANK)
			row.block += first;
		if (row.block > sh->block)
			sh->block = row.block;
		add(sh, &row,
		    row.style == ROW_HEADING ? ROLE_TITLE : ROLE_PAGE);
	}
	return 0;
}

int
sheet_markdown_in(struct sheet *sh, const char *lang, const char *markdown,
    const char *bullet, struct err *e)
{
	int rc;

	sh->lang = lang;
	rc = sheet_markdown(sh, markdown, bullet, e);
	sh->lang = NULL;
	return rc;
}

void
sheet_fold(struct sheet *sh, int height)
{
	layout_pages(&sh->pages, &sh->rows, height > 0 ? height : 1,
	    sh->arena);
}

int
sheet_pages(const struct sheet *sh)
{
	return (int)sh->pages.count;
}

int
sheet_page_rows(const struct sheet *sh, int page)
{
	if (page < 0 || (size_t)page >= sh->pages.count)
		return 0;
	return (int)sh->pages.pages[page].count;
}

static void
draw_row(struct surface *s, const struct row *row, enum role role, int x,
    int y, int width)
{
	x += row->indent;
	surface_text(s, x, y, width - row->indent, role, row->text);
	for (size_t i = 0; i < row->strong_count; i++)
		for (int j = 0; j < row->strong[i].width; j++) {
			struct cell *cell = surface_cell(s,
			    x + row->strong[i].at + j, y);

			if (cell != NULL && role == ROLE_PAGE)
				cell->role = ROLE_TITLE;
		}
}

void
sheet_draw(const struct sheet *sh, struct surface *s, int page, int x, int y)
{
	const struct page *p = NULL;

	surface_cursor(s, x, y);
	if (page < 0 || (size_t)page >= sh->pages.count)
		return;
	p = &sh->pages.pages[page];
	s->said.more = (size_t)page + 1 < sh->pages.count;
	said_rows(&s->said, SAID_FLOW, &sh->rows, p->first, p->count,
	    p->count, x, y);
	for (size_t i = 0; i < p->count; i++)
		draw_row(s, &sh->rows.rows[p->first + i],
		    sh->roles[p->first + i], x, y + (int)i, sh->width);
}

void
sheet_cut(const struct sheet *sh, struct surface *s, int count, int x, int y)
{
	said_rows(&s->said, SAID_NOTE, &sh->rows, 0, sh->rows.count,
	    count > 0 ? (size_t)count : 0, x, y);
	for (int i = 0; i < count && (size_t)i < sh->rows.count; i++) {
		const char *text = sh->rows.rows[i].text;

		if (i == count - 1 && (size_t)count < sh->rows.count)
			text = width_cut(arena_printf(sh->arena, "%s %s", text,
					     sh->rows.rows[count].text),
			    sh->width, sh->arena);
		surface_text(s, x, y + i, sh->width, sh->roles[i], text);
	}
}

const char *
sheet_page_text(const struct sheet *sh, int page)
{
	const struct page *p = NULL;
	const char *text = "";

	if (page < 0 || (size_t)page >= sh->pages.count)
		return text;
	p = &sh->pages.pages[page];
	for (size_t i = 0; i < p->count; i++)
		text = arena_printf(sh->arena, "%s%s%s", text,
		    i > 0 && !sh->rows.rows[p->first + i].split ? " " : "",
		    sh->rows.rows[p->first + i].text);
	return text;
}

struct sheet *
sheet_screen_new(struct screen *sc)
{
	struct sheet *sh = arena_zero(sc->arena, sizeof *sh);
	struct grid g;

	widget_grid(&g, sc);
	sheet_init(sh, sc->arena, g.text_width);
	return sh;
}

void
sheet_screen_show(struct screen *sc, struct sheet *sh)
{
	struct grid g;

	widget_grid(&g, sc);
	sheet_fold(sh, g.note - g.top - 1);
	if (sc->place.page >= sheet_pages(sh))
		sc->place.page = sheet_pages(sh) - 1;
	sc->state = sh;
}

bool
sheet_screen_key(struct screen *sc, struct key key)
{
	return sheet_key(sc, sheet_pages(sc->state), key);
}

void
sheet_draw_screen(struct screen *sc, struct surface *s,
    const struct sheet *sh, const char *title)
{
	struct footer f = { .count = 0 };

	sheet_draw_body(sc, s, sh, title);
	sheet_footer(sc, sh, &f);
	widget_footer(sc, s, &f);
}

void
sheet_draw_body(struct screen *sc, struct surface *s, const struct sheet *sh,
    const char *title)
{
	int pages = sheet_pages(sh);
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, title,
	    widget_page_of(sc->arena, sc->place.page, pages));
	sheet_draw(sh, s, sc->place.page, g.text_x, g.top);
	widget_pager(sc, s, sc->place.page, pages);
}

void
sheet_footer(struct screen *sc, const struct sheet *sh, struct footer *f)
{
	footer_add_char(f, "0", _("Back"));
	if (sc->place.page + 1 < sheet_pages(sh))
		footer_add_char(f, "+", _("More"));
	if (sc->place.page > 0)
		footer_add_char(f, "-", _("Before"));
}

bool
sheet_key(struct screen *sc, int pages, struct key key)
{
	int page = sc->place.page;

	if (key_is(key, '+'))
		page++;
	else if (key_is(key, '-'))
		page--;
	if (page == sc->place.page || page < 0 || page >= pages)
		return false;
	sc->place.page = page;
	return true;
}
