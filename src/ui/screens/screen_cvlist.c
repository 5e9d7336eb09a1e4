/*
 * One list of the curriculum vitae.  place.part is the list, and above it
 * the trade or language that a list of years or levels is about.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

#define ABOUT 16 /* place.part: list + ABOUT * (trade or language) */

struct cv_choices {
	struct menu menu;
	struct menu_item items[CV_CHOICES_MAX + 1];
	enum cv_list list;
	size_t about;
	bool removes; /* the last choice takes it off */
};

/* TRANSLATORS: heads of the lists of the CV; 26 columns each. */
static const char *const titles[CV_LISTS] = {
	[CV_TRADES] = N_("Work that I did"),
	[CV_YEARS] = N_("How long?"),
	[CV_SKILLS] = N_("What I am good at"),
	[CV_SPOKEN] = N_("Languages that I speak"),
	[CV_LEVELS] = N_("How well?"),
	[CV_SCHOOLING] = N_("My schooling"),
	[CV_REFERENCES] = N_("People who know my work"),
};

/* Who reads Spanish sees Spanish, all others English with the Spanish. */
static const char *
shown(struct screen *sc, enum cv_list list, size_t at)
{
	const char *es = cv_choice(list, at, CV_ES);
	const char *en = cv_choice(list, at, CV_EN);

	if (strcmp(app_lang(sc->app), "es") == 0)
		return es;
	if (strcmp(app_lang(sc->app), "en") == 0 || strcmp(es, en) == 0)
		return en;
	return arena_printf(sc->arena, "%s / %s", es, en);
}

/* What stands at the right of a choice: the years, the level, a mark. */
static const char *
badge(struct screen *sc, enum cv_list list, size_t at)
{
	const struct cv *cv = &app_session(sc->app)->cv;
	bool chosen = false;

	switch (list) {
	case CV_TRADES:
		return cv->years[at] == 0
		    ? NULL
		    : shown(sc, CV_YEARS, cv->years[at] - 1u);
	case CV_SPOKEN:
		return cv->levels[at] == 0
		    ? NULL
		    : shown(sc, CV_LEVELS, cv->levels[at] - 1u);
	case CV_SKILLS:
		chosen = (cv->skills >> at & 1) != 0;
		break;
	case CV_SCHOOLING:
		chosen = cv->schooling == at + 1;
		break;
	case CV_REFERENCES:
		chosen = cv->references == at + 1;
		break;
	case CV_YEARS:
	case CV_LEVELS:
	case CV_LISTS:
		return NULL;
	}
	return chosen ? "[x]" : "[ ]";
}

static bool
may_remove(const struct cv *cv, const struct cv_choices *t)
{
	return (t->list == CV_YEARS && cv->years[t->about] != 0) ||
	    (t->list == CV_LEVELS && cv->levels[t->about] != 0);
}

static int
cvlist_enter(struct screen *sc, struct err *e)
{
	struct cv_choices *t = arena_zero(sc->arena, sizeof *t);
	const struct cv *cv = &app_session(sc->app)->cv;
	struct grid g;

	(void)e; /* nothing is read */
	widget_grid(&g, sc);
	t->list = (enum cv_list)(sc->place.part % ABOUT);
	t->about = (size_t)sc->place.part / ABOUT;
	t->menu.items = t->items;
	t->menu.count = cv_count(t->list);
	for (size_t i = 0; i < t->menu.count; i++) {
		t->items[i].title = shown(sc, t->list, i);
		t->items[i].badge = badge(sc, t->list, i);
		t->items[i].badge_role = ROLE_TITLE;
	}
	t->removes = may_remove(cv, t);
	if (t->removes)
		/* TRANSLATORS: last choice of a list of the CV; 28 columns. */
		t->items[t->menu.count++].title = _("Take it off");
	menu_fit(sc, &t->menu, g.top, g.note);
	sc->state = t;
	return 0;
}

static void
cvlist_draw(struct screen *sc, struct surface *s)
{
	const struct cv_choices *t = sc->state;
	int pages = menu_pages(&t->menu);
	struct footer f = { .count = 0 };
	const char *title = _(titles[t->list]);

	if (t->list == CV_YEARS)
		title = shown(sc, CV_TRADES, t->about);
	else if (t->list == CV_LEVELS)
		title = shown(sc, CV_SPOKEN, t->about);
	widget_header_path(sc, s, title == _(titles[t->list]) ? "" : title,
	    _(titles[t->list]),
	    widget_page_of(sc->arena, sc->place.page, pages));
	menu_draw(sc, s, &t->menu);
	footer_add_char(&f, "0", _("Back"));
	if (pages > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Choose"));
	widget_footer(sc, s, &f);
}

/* Years or levels: the answer leads back to the list that asked. */
static void
answer(struct screen *sc, const struct cv_choices *t, size_t chosen)
{
	struct cv *cv = &app_session(sc->app)->cv;
	unsigned value = t->removes && chosen == cv_count(t->list)
	    ? 0
	    : (unsigned)chosen + 1;

	if (t->list == CV_YEARS)
		(void)cv_set_years(cv, t->about, value); /* the list before
							    asked for room */
	else
		cv->levels[t->about] = (uint8_t)value;
	app_back(sc->app);
}

static void
choose(struct screen *sc, const struct cv_choices *t, size_t chosen)
{
	struct cv *cv = &app_session(sc->app)->cv;
	struct place to = { .screen = SCREEN_CVLIST };

	switch (t->list) {
	case CV_TRADES:
		if (cv->years[chosen] == 0 &&
		    cv_job_count(cv) == CV_JOBS_MAX)
			return;
		to.part = CV_YEARS + ABOUT * (int)chosen;
		app_go(sc->app, &to);
		break;
	case CV_SPOKEN:
		to.part = CV_LEVELS + ABOUT * (int)chosen;
		app_go(sc->app, &to);
		break;
	case CV_YEARS:
	case CV_LEVELS:
		answer(sc, t, chosen);
		break;
	case CV_SKILLS:
		if (cv_toggle_skill(cv, chosen))
			app_reenter(sc->app);
		break;
	case CV_SCHOOLING:
		cv->schooling = (uint8_t)(chosen + 1);
		app_back(sc->app);
		break;
	case CV_REFERENCES:
		cv->references = (uint8_t)(chosen + 1);
		app_back(sc->app);
		break;
	case CV_LISTS:
		break;
	}
}

static bool
cvlist_key(struct screen *sc, struct key key)
{
	const struct cv_choices *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen >= 0)
		choose(sc, t, (size_t)chosen);
	return used;
}

const struct screen_ops cvlist_ops = {
	.name = "cvlist",
	.enter = cvlist_enter,
	.draw = cvlist_draw,
	.key = cvlist_key,
};
