/*
 * Fraud alerts, the gravest first.  How grave is said in words and in
 * triangles, and only then in colour.  Those of the reader's country and of
 * the whole region come first: 1 shows them (and, pressed there, changes the
 * country), 2 shows all, which place.ref.row 1 says; 3 leads to the rumours.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"
#include "ui/widget_heads.h"

#define _(text) gettext(text)

struct alerts {
	struct entry_list list;
	struct heads heads;
	struct menu menu;
};

/* Only those of the country in which the reader is? */
static bool
is_near(const struct screen *sc)
{
	return sc->place.ref.row == 0 && app_country(sc->app)[0] != '\0';
}

static int
make_heads(struct screen *sc, struct alerts *t, struct err *e)
{
	struct arena *a = sc->arena;
	const char *code = app_country(sc->app);
	const char *near = is_near(sc) ? "[x]" : "[ ]";
	const char *all = is_near(sc) ? "[ ]" : "[x]";
	struct head_titles titles[HEADS_MAX] = { 0 };
	size_t rumours = 0;

	if (catalog_count(app_catalog(sc->app), ENTRY_RUMOUR, &rumours, e) <
	    0)
		return -1;
	if (code[0] != '\0') {
		titles[0].wide = arena_printf(a, "%s %s", near,
		    widget_country(code));
		titles[0].narrow = arena_printf(a, "%s %s", near, code);
	} else {
		/* TRANSLATORS: alerts, choice 1 where the country is not
		 * known: 20 columns, and short 10. */
		titles[0].wide = _("Choose a country");
		titles[0].narrow = _("Country");
	}
	titles[0].least = titles[0].narrow;
	titles[1].wide = arena_printf(a, "%s %s", all, _("All countries"));
	/* TRANSLATORS: alerts, choice 2: of all countries; 6 columns. */
	titles[1].narrow = arena_printf(a, "%s %s", all, _("All"));
	/* TRANSLATORS: alerts, choice 3: true and false rumours; 20 columns,
	 * and short 9. */
	titles[2].wide = _("Rumour or fact?");
	titles[2].narrow = _("Rumours");
	heads_make(sc, &t->heads, titles,
	    rumours > 0 ? HEADS_MAX : HEADS_MAX - 1);
	return 0;
}

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
	struct menu_item item = { .title = h->title, .lang = h->lang };

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
	if (catalog_alerts(app_catalog(sc->app),
		is_near(sc) ? app_country(sc->app) : "", &today,
		app_lang(sc->app), sc->arena, &t->list, e) < 0 ||
	    make_heads(sc, t, e) < 0)
		return -1;
	items = arena_array(sc->arena, t->list.count + 1, sizeof *items);
	for (size_t i = 0; i < t->list.count; i++)
		items[i] = item_of(sc, &g, &t->list.heads[i]);
	t->menu.items = items;
	t->menu.count = t->list.count;
	t->menu.heads = t->heads.choices;
	t->menu.head_count = t->heads.count;
	menu_fit(sc, &t->menu, t->heads.bottom, g.note);
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
	heads_draw(sc, s, &t->heads);
	menu_draw(sc, s, &t->menu);
	if (t->menu.count == 0)
		widget_text(s, g.margin + 1, t->heads.bottom,
		    g.right - g.margin, ROLE_PAGE, _("No alerts now"));
	footer_add_char(&f, "0", _("Back"));
	if (menu_pages(&t->menu) > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Open"));
	footer_add_char(&f, "/", _("Search"));
	widget_footer(sc, s, &f);
}

static void
press_head(struct screen *sc, int head)
{
	if (head == 2) {
		screens_go(sc, SCREEN_RUMOURS);
		return;
	}
	if (head == 0 && (is_near(sc) || app_country(sc->app)[0] == '\0')) {
		sc->place.ref.row = 0;
		screens_go(sc, SCREEN_COUNTRY);
		return;
	}
	sc->place.ref.row = head;
	sc->place.page = 0;
	app_reenter(sc->app);
}

static bool
alerts_key(struct screen *sc, struct key key)
{
	const struct alerts *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen >= 0)
		screens_open(sc, &t->list.heads[chosen]);
	else if (chosen != -1)
		press_head(sc, MENU_HEAD(chosen)); /* its own inverse */
	return used;
}

const struct screen_ops alerts_ops = {
	.name = "alerts",
	.enter = alerts_enter,
	.draw = alerts_draw,
	.key = alerts_key,
};
