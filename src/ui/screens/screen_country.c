/*
 * In which country one is: of those that have a telephone to call, by name.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/fold.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

struct named {
	const char *code;
	const char *name;
	const char *folded; /* for the order */
};

struct country {
	struct named *named;
	struct menu menu;
};

static int
by_name(const void *a, const void *b)
{
	const struct named *one = a;
	const struct named *other = b;

	return strcmp(one->folded, other->folded);
}

static int
country_enter(struct screen *sc, struct err *e)
{
	struct country *t = arena_zero(sc->arena, sizeof *t);
	struct menu_item *items = NULL;
	const char **codes = NULL;
	size_t count = 0;
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_service_countries(app_catalog(sc->app), sc->arena, &codes,
		&count, e) < 0)
		return -1;
	t->named = arena_array(sc->arena, count + 1, sizeof *t->named);
	items = arena_array(sc->arena, count + 1, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		if (strcmp(codes[i], "XR") == 0)
			continue; /* comes with every country */
		t->named[t->menu.count++] = (struct named){ codes[i],
			widget_country(codes[i]),
			fold_text(widget_country(codes[i]), sc->arena) };
	}
	qsort(t->named, t->menu.count, sizeof *t->named, by_name);
	for (size_t i = 0; i < t->menu.count; i++) {
		items[i].title = t->named[i].name;
		if (strcmp(t->named[i].code, app_country(sc->app)) == 0)
			items[i].badge = "[x]";
	}
	t->menu.items = items;
	menu_fit(sc, &t->menu, g.top, g.note);
	sc->state = t;
	return 0;
}

static void
country_draw(struct screen *sc, struct surface *s)
{
	const struct country *t = sc->state;
	struct footer f = { .count = 0 };

	/* TRANSLATORS: head of the list of countries; 24 columns. */
	widget_header(sc, s, _("Which country are you in?"),
	    widget_page_of(sc->arena, sc->place.page, menu_pages(&t->menu)));
	menu_draw(sc, s, &t->menu);
	footer_add_char(&f, "0", _("Back"));
	if (menu_pages(&t->menu) > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Choose"));
	widget_footer(sc, s, &f);
}

static bool
country_key(struct screen *sc, struct key key)
{
	const struct country *t = sc->state;
	struct session *session = app_session(sc->app);
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen < 0)
		return used;
	snprintf(session->country, sizeof session->country, "%s",
	    t->named[chosen].code);
	app_back(sc->app);
	return true;
}

const struct screen_ops country_ops = {
	.name = "country",
	.enter = country_enter,
	.draw = country_draw,
	.key = country_key,
};
