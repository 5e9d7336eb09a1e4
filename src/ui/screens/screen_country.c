/*
 * A country by its name: where one is, of those that have a telephone to
 * call; before a check where the job is and where one is from; or one of the
 * two of which agreements are asked, the kiosk's own first, then those with a
 * telephone to call, and the other one of the two left out.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalog/agreement.h"
#include "text/fold.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

struct named {
	const char *code;
	const char *name;
	const char *folded; /* for the order */
	int group;          /* goes before the name */
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

	if (one->group != other->group)
		return one->group - other->group;
	return strcmp(one->folded, other->folded);
}

static enum country_question
question_of(const struct screen *sc)
{
	return (enum country_question)sc->place.number;
}

/* Agreements hold between countries that may have no telephone here. */
static bool
is_of_a_pair(const struct screen *sc)
{
	return question_of(sc) == COUNTRY_FROM ||
	    question_of(sc) == COUNTRY_TO;
}

/* Before a check nobody has to say. */
static bool
may_stay_open(const struct screen *sc)
{
	return question_of(sc) == COUNTRY_WORK ||
	    question_of(sc) == COUNTRY_ORIGIN;
}

/* Where the answer goes. */
static char *
answer(struct screen *sc)
{
	struct session *session = app_session(sc->app);

	switch (question_of(sc)) {
	case COUNTRY_FROM:
		return session->from;
	case COUNTRY_TO:
		return session->to;
	case COUNTRY_WORK:
		return session->check.work;
	case COUNTRY_ORIGIN:
		return session->check.origin;
	case COUNTRY_HERE:
		break;
	}
	return session->country;
}

/* What is chosen now. */
static const char *
chosen_now(struct screen *sc)
{
	return question_of(sc) == COUNTRY_HERE ? app_country(sc->app) :
						 answer(sc);
}

static const char *
title(struct screen *sc)
{
	switch (question_of(sc)) {
	case COUNTRY_WORK:
		/* TRANSLATORS: head of the list of countries; 22 columns. */
		return _("Where is the job?");
	case COUNTRY_ORIGIN:
	case COUNTRY_FROM:
		/* TRANSLATORS: head of the list of countries; 22 columns. */
		return _("Where are you from?");
	case COUNTRY_TO:
		/* TRANSLATORS: head of the list of countries: where one worked
		 * or wants to; 22 columns. */
		return _("Which country of work?");
	case COUNTRY_HERE:
		break;
	}
	/* TRANSLATORS: head of the list of countries; 24 columns. */
	return _("Which country are you in?");
}

/* Is CODE no answer?  The region comes with every country; nobody goes to
 * where one is from. */
static bool
is_left_out(struct screen *sc, const char *code)
{
	const struct session *session = app_session(sc->app);

	if (strcmp(code, "XR") == 0)
		return true;
	if (question_of(sc) == COUNTRY_FROM)
		return strcmp(code, session->to) == 0;
	return question_of(sc) == COUNTRY_TO &&
	    strcmp(code, session->from) == 0;
}

/* The codes to choose from. */
static int
load_codes(struct screen *sc, const char ***codes, size_t *count,
    struct err *e)
{
	struct catalog *c = app_catalog(sc->app);

	if (!is_of_a_pair(sc))
		return catalog_service_countries(c, sc->arena, codes, count,
		    e);
	return catalog_party_countries(c, sc->arena, codes, count, e);
}

/* The kiosk's country, those with a telephone, all others. */
static int
group_of(struct screen *sc, const char *code, const char *const *near,
    size_t count)
{
	if (!is_of_a_pair(sc) ||
	    strcmp(code, app_country(sc->app)) == 0)
		return 0;
	for (size_t i = 0; i < count; i++)
		if (strcmp(near[i], code) == 0)
			return 1;
	return 2;
}

static int
country_enter(struct screen *sc, struct err *e)
{
	struct country *t = arena_zero(sc->arena, sizeof *t);
	struct menu_item *items = NULL;
	const char **codes = NULL;
	const char **near = NULL;
	size_t count = 0;
	size_t near_count = 0;
	struct grid g;

	widget_grid(&g, sc);
	if (load_codes(sc, &codes, &count, e) < 0 ||
	    catalog_service_countries(app_catalog(sc->app), sc->arena, &near,
		&near_count, e) < 0)
		return -1;
	t->named = arena_array(sc->arena, count + 2, sizeof *t->named);
	items = arena_array(sc->arena, count + 2, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		if (is_left_out(sc, codes[i]))
			continue;
		t->named[t->menu.count++] = (struct named){ codes[i],
			widget_country(codes[i]),
			fold_text(widget_country(codes[i]), sc->arena),
			group_of(sc, codes[i], near, near_count) };
	}
	qsort(t->named, t->menu.count, sizeof *t->named, by_name);
	if (may_stay_open(sc))
		/* TRANSLATORS: last of a list of countries; 34 columns. */
		t->named[t->menu.count++] = (struct named){ "",
			_("I prefer not to say"), "", 0 };
	for (size_t i = 0; i < t->menu.count; i++) {
		items[i].title = t->named[i].name;
		if (strcmp(t->named[i].code, chosen_now(sc)) == 0)
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

	widget_header(sc, s, title(sc),
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
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen < 0)
		return used;
	snprintf(answer(sc), SESSION_COUNTRY_SIZE, "%s",
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
