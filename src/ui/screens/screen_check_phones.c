/*
 * Whom to call when a check has ended: of those that its publisher names,
 * the ones where the reader is, where the job is and where they come from.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/check_run.h"
#include "ui/screens/checks.h"

#define _(text) gettext(text)

struct phones {
	struct check check;
	struct entry *services; /* those that are shown */
	size_t count;
	struct menu menu;
};

/* 0 here, 1 of the job, 2 of the reader; 3 for elsewhere. */
static int
nearness(struct screen *sc, const struct entry *x)
{
	const struct session *s = app_session(sc->app);
	const char *const places[] = { app_country(sc->app), s->check.work,
		s->check.origin };

	for (size_t i = 0; i < COUNT_OF(places); i++)
		if (places[i][0] != '\0' &&
		    strstr(x->head.countries, places[i]) != NULL)
			return (int)i;
	return (int)COUNT_OF(places);
}

/* The near ones, nearest first; all of them where none is near. */
static void
choose_near(struct screen *sc, struct phones *t, const struct entry *all,
    size_t count)
{
	size_t room = count + 1;

	t->services = arena_array(sc->arena, room, sizeof *t->services);
	for (int near = 0; near < 3; near++)
		for (size_t i = 0; i < count; i++)
			if (nearness(sc, &all[i]) == near)
				t->services[t->count++] = all[i];
	if (t->count > 0)
		return;
	for (size_t i = 0; i < count; i++)
		t->services[t->count++] = all[i];
}

/* "800 841 2020 · 24 hours", the country first where it is another one. */
static const char *
summary_of(struct screen *sc, const struct entry *x)
{
	struct arena *a = sc->arena;
	const char *text = x->phone_count > 0 ? x->phones[0].number :
						_("No telephone");

	if (x->hours[0] != '\0')
		text = arena_printf(a, "%s · %s", text, x->hours);
	if (nearness(sc, x) == 0)
		return text;
	return arena_printf(a, "%s · %s", text,
	    widget_countries(a, x->head.countries));
}

static int
phones_enter(struct screen *sc, struct err *e)
{
	struct phones *t = arena_zero(sc->arena, sizeof *t);
	struct menu_item *items = NULL;
	struct entry *all = NULL;
	size_t count = 0;
	struct grid g;

	widget_grid(&g, sc);
	if (sc->place.part < 0 || sc->place.part >= CHECK_OUTCOMES)
		sc->place.part = CHECK_YELLOW;
	if (check_run_open(sc, &t->check, e) < 0 ||
	    catalog_check_services(app_catalog(sc->app), &t->check,
		(enum check_outcome)sc->place.part, sc->arena, &all, &count,
		e) < 0)
		return -1;
	choose_near(sc, t, all, count);
	items = arena_array(sc->arena, t->count + 1, sizeof *items);
	for (size_t i = 0; i < t->count; i++) {
		items[i].title = t->services[i].head.title;
		items[i].summary = summary_of(sc, &t->services[i]);
	}
	/* TRANSLATORS: last of a short list of telephones; 34 columns. */
	items[t->count].title = _("All the telephones");
	t->menu.items = items;
	t->menu.count = t->count + 1;
	menu_fit(sc, &t->menu, g.top, g.note);
	sc->state = t;
	return 0;
}

static void
phones_draw(struct screen *sc, struct surface *s)
{
	const struct phones *t = sc->state;
	struct footer f = { .count = 0 };

	widget_header(sc, s, _("Help and telephones"),
	    widget_page_of(sc->arena, sc->place.page, menu_pages(&t->menu)));
	menu_draw(sc, s, &t->menu);
	footer_add_char(&f, "0", _("Back"));
	if (menu_pages(&t->menu) > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Open"));
	widget_footer(sc, s, &f);
}

static bool
phones_key(struct screen *sc, struct key key)
{
	const struct phones *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen < 0)
		return used;
	if (chosen == (int)t->count)
		screens_go(sc, SCREEN_HELP);
	else
		screens_open(sc, &t->services[chosen].head);
	return true;
}

const struct screen_ops check_phones_ops = {
	.name = "check-phones",
	.enter = phones_enter,
	.draw = phones_draw,
	.key = phones_key,
};
