/*
 * Fraud alerts, the gravest first.  How grave is said in words and in
 * triangles, and only then in colour.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

struct alerts {
	struct entry_list list;
	struct menu menu;
};

/* "▲▲▲ HIGH DANGER", or that it was withdrawn. */
static const char *
how_grave(struct screen *sc, const struct entry_head *h)
{
	if (h->withdrawn)
		/* TRANSLATORS: an alert that holds no longer; in capitals. */
		return _("WITHDRAWN");
	return arena_printf(sc->arena, "%s %s", widget_triangles(h->severity),
	    widget_severity(h->severity));
}

static struct menu_item
item_of(struct screen *sc, const struct grid *g, const struct entry_head *h)
{
	const char *grave = how_grave(sc, h);
	const char *date = widget_date_short(sc->arena, h->effective);
	struct menu_item item = { .title = h->title };

	if (g->wide) {
		item.badge = grave;
		item.badge_role = !h->withdrawn &&
			h->severity >= SEVERITY_SEVERE ? ROLE_ALERT
						       : ROLE_PAGE;
		item.summary = arena_printf(sc->arena, "%s · %s", date,
		    widget_countries(sc->arena, h->countries));
	} else {
		item.summary = arena_printf(sc->arena, "%s · %s", grave, date);
	}
	return item;
}

static int
alerts_enter(struct screen *sc, struct err *e)
{
	struct alerts *t = arena_zero(sc->arena, sizeof *t);
	struct menu_item *items = NULL;
	struct date today;
	struct grid g;

	widget_grid(&g, sc);
	app_today(sc->app, &today);
	if (catalog_alerts(app_catalog(sc->app), "", &today,
		app_lang(sc->app), sc->arena, &t->list, e) < 0)
		return -1;
	items = arena_array(sc->arena, t->list.count + 1, sizeof *items);
	for (size_t i = 0; i < t->list.count; i++)
		items[i] = item_of(sc, &g, &t->list.heads[i]);
	t->menu.items = items;
	t->menu.count = t->list.count;
	menu_fit(sc, &t->menu, g.top, g.note);
	sc->state = t;
	return 0;
}

static void
alerts_draw(struct screen *sc, struct surface *s)
{
	const struct alerts *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, _("Fraud alerts"),
	    widget_page_of(sc->arena, sc->place.page, menu_pages(&t->menu)));
	menu_draw(sc, s, &t->menu);
	if (t->menu.count == 0)
		widget_text(s, g.margin + 1, g.top, g.right - g.margin,
		    ROLE_PAGE, _("No alerts now"));
	footer_add_char(&f, "0", _("Back"));
	if (menu_pages(&t->menu) > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	if (t->menu.count > 0)
		footer_add_enter(&f, _("Open"));
	footer_add_char(&f, "/", _("Search"));
	widget_footer(sc, s, &f);
}

static bool
alerts_key(struct screen *sc, struct key key)
{
	const struct alerts *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen >= 0)
		screens_open(sc, &t->list.heads[chosen]);
	return used;
}

const struct screen_ops alerts_ops = {
	.name = "alerts",
	.enter = alerts_enter,
	.draw = alerts_draw,
	.key = alerts_key,
};
