/*
 * Whom to call when a check has ended: of those that its publisher names,
 * the ones where the reader is, where the job is and where they come from.
 */
#include <config.h>

#include <libintl.h>

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

/* "800 841 2020 · 24 hours", the country first where it is another one. */
static const char *
summary_of(struct screen *sc, const struct entry *x)
{
	struct arena *a = sc->arena;
	const char *text = x->phone_count > 0 ? x->phones[0].number :
						_("No telephone");

	if (x->hours[0] != '\0')
		text = arena_printf(a, "%s · %s", text, x->hours);
	if (checks_nearness(sc, &app_session(sc->app)->check, x) == 0)
		return text;
	return arena_printf(a, "%s · %s", text,
	    widget_countries(a, x->head.countries));
}

static int
phones_enter(struct screen *sc, struct err *e)
{
	struct phones *t = arena_zero(sc->arena, sizeof *t);
	struct menu_item *items = NULL;
	struct grid g;

	widget_grid(&g, sc);
	if (sc->place.part < 0 || sc->place.part >= CHECK_OUTCOMES)
		sc->place.part = CHECK_YELLOW;
	if (check_run_open(sc, &t->check, e) < 0 ||
	    checks_near(sc, &t->check, &app_session(sc->app)->check,
		(enum check_outcome)sc->place.part, &t->services, &t->count,
		e) < 0)
		return -1;
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
