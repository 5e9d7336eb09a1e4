/*
 * A topic: the topics and entries below it, two rows each.  From 120 columns
 * up a preview of the focused one stands at the right.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define PREVIEW_FROM 120 /* columns */
#define LIST_WIDTH 44 /* cells of the list beside a preview */

struct topic {
	struct browse_list list;
	struct menu menu;
	bool has_preview;
	int previewed; /* index of the row that preview shows */
	struct sheet preview;
};

static int
preview_topic(struct screen *sc, struct sheet *sh,
    const struct browse_row *row, struct err *e)
{
	struct browse_list below = { 0 };

	if (catalog_browse(app_catalog(sc->app), row->topic,
		app_lang(sc->app), sc->arena, &below, e) < 0)
		return -1;
	sheet_text(sh, ROLE_MUTED, row->summary);
	sheet_blank(sh);
	for (size_t i = 0; i < below.count; i++)
		sheet_item(sh, "•", below.rows[i].title);
	return 0;
}

static int
preview_entry(struct screen *sc, struct sheet *sh,
    const struct browse_row *row, struct err *e)
{
	struct entry entry;

	if (catalog_entry(app_catalog(sc->app), row->entry.ref,
		app_lang(sc->app), sc->arena, &entry, e) < 0)
		return -1;
	sheet_text(sh, ROLE_MUTED, row->summary);
	return sheet_markdown(sh, entry.markdown, "•", e);
}

/* What the focused row holds, as far as there is room. */
static int
load_preview(struct screen *sc, struct topic *t, struct err *e)
{
	const struct browse_row *row = NULL;
	struct grid g;

	widget_grid(&g, sc);
	t->previewed = menu_focused(sc, &t->menu);
	t->has_preview = g.width >= PREVIEW_FROM && t->previewed >= 0;
	if (!t->has_preview)
		return 0;
	t->menu.width = LIST_WIDTH;
	row = &t->list.rows[t->previewed];
	sheet_init(&t->preview, sc->arena, LAYOUT_WIDTH_MAX);
	sheet_heading(&t->preview, row->title);
	if ((row->is_topic ? preview_topic(sc, &t->preview, row, e)
			   : preview_entry(sc, &t->preview, row, e)) < 0)
		return -1;
	sheet_fold(&t->preview, g.note - g.top);
	return 0;
}

static int
topic_enter(struct screen *sc, struct err *e)
{
	struct topic *t = arena_zero(sc->arena, sizeof *t);
	struct menu_item *items = NULL;
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_browse(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->list, e) < 0)
		return -1;
	items = arena_array(sc->arena, t->list.count + 1, sizeof *items);
	for (size_t i = 0; i < t->list.count; i++) {
		items[i].title = t->list.rows[i].title;
		items[i].lang = t->list.rows[i].is_topic
		    ? NULL : t->list.rows[i].entry.lang;
		items[i].summary = t->list.rows[i].summary;
	}
	t->menu.items = items;
	t->menu.count = t->list.count;
	menu_fit(sc, &t->menu, g.top, g.note);
	if (load_preview(sc, t, e) < 0)
		return -1;
	sc->state = t;
	return 0;
}

static void
draw_preview(struct screen *sc, struct surface *s, const struct topic *t)
{
	struct grid g;
	int x = LIST_WIDTH + 5;
	int cursor_x = s->cursor_x;
	int cursor_y = s->cursor_y;

	widget_grid(&g, sc);
	for (int y = g.top; y < g.note; y++)
		surface_text(s, x - 2, y, 1, ROLE_MUTED, "│");
	s->said.aside = true;
	sheet_draw(&t->preview, s, 0, x + 1, g.top);
	s->said.aside = s->said.more = false;
	surface_cursor(s, cursor_x, cursor_y); /* stays on the choice */
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct topic *t)
{
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	footer_add_char(&f, "0", _("Back"));
	if (menu_pages(&t->menu) > 1) {
		/* TRANSLATORS: next page, previous page of a list. */
		footer_add_char(&f, "+", g.wide ? _("More topics") : _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	if (t->menu.count > 0)
		footer_add_enter(&f, _("Open"));
	footer_add_char(&f, "/", _("Search"));
	widget_footer(sc, s, &f);
}

static void
topic_draw(struct screen *sc, struct surface *s)
{
	const struct topic *t = sc->state;
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, t->list.title,
	    widget_page_of(sc->arena, sc->place.page, menu_pages(&t->menu)));
	menu_draw(sc, s, &t->menu);
	if (t->menu.count == 0)
		/* TRANSLATORS: in place of a list; 36 columns. */
		widget_text(s, g.margin + 1, g.top, g.right - g.margin,
		    ROLE_PAGE, _("There is nothing here yet."));
	if (t->has_preview)
		draw_preview(sc, s, t);
	draw_footer(sc, s, t);
}

static bool
topic_key(struct screen *sc, struct key key)
{
	const struct topic *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen < 0) {
		if (t->has_preview &&
		    menu_focused(sc, &t->menu) != t->previewed)
			app_reenter(sc->app);
		return used;
	}
	screens_open_row(sc, &t->list.rows[chosen]);
	return true;
}

const struct screen_ops topic_ops = {
	.name = "topic",
	.enter = topic_enter,
	.draw = topic_draw,
	.key = topic_key,
};
