/*
 * One list of the curriculum vitae.  place.part is the list; place.number is
 * the job or the language that a list of years, tasks or levels is about.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "text/width.h"
#include "ui/screens/cv_view.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

#define MARKS 9 /* cells beside a title: its digit, and "[x]" */

struct cv_choices {
	struct menu menu;
	struct menu_item items[CV_CHOICES_MAX + 1];
	int list; /* enum cv_list, or CV_VIEW_TASKS */
	size_t about;
	const char *subject; /* what it is about, "" */
	size_t trade;        /* of the job */
	bool removes;        /* the last choice takes it off */
};

/* TRANSLATORS: heads of the lists of the CV; 26 columns each. */
static const char *const titles[] = {
	[CV_TRADES] = N_("Work that I did"),
	[CV_YEARS] = N_("How long?"),
	[CV_SKILLS] = N_("What I am good at"),
	[CV_SPOKEN] = N_("Languages that I speak"),
	[CV_LEVELS] = N_("How well?"),
	[CV_SCHOOLING] = N_("My schooling"),
	[CV_REFERENCES] = N_("People who know my work"),
	[CV_VIEW_TASKS] = N_("What did you do there?"),
};

static size_t
count_of(int list)
{
	return list == CV_VIEW_TASKS ? CV_TASKS
				     : cv_count((enum cv_list)list);
}

static bool
is_of_job(const struct cv_choices *t)
{
	return t->list == CV_YEARS || t->list == CV_VIEW_TASKS;
}

/* What stands at the right of a choice: the level, a mark. */
static const char *
badge(struct screen *sc, const struct cv_choices *t, size_t at)
{
	const struct cv *cv = &app_session(sc->app)->cv;
	bool chosen = false;

	switch (t->list) {
	case CV_SPOKEN:
		return cv->levels[at] == 0
		    ? NULL
		    : cv_view_choice(CV_LEVELS, cv->levels[at] - 1u);
	case CV_YEARS:
		chosen = cv->jobs[t->about].years == at + 1;
		break;
	case CV_VIEW_TASKS:
		chosen = (cv->jobs[t->about].tasks >> at & 1) != 0;
		break;
	case CV_LEVELS:
		chosen = cv->levels[t->about] == at + 1;
		break;
	case CV_SKILLS:
		chosen = (cv->skills >> at & 1) != 0;
		break;
	case CV_SCHOOLING:
		chosen = cv->schooling == at + 1;
		break;
	case CV_REFERENCES:
		chosen = cv->references == at + 1;
		break;
	}
	return chosen ? "[x]" : "[ ]";
}

static const char *
title_of(const struct cv_choices *t, size_t at)
{
	return t->list == CV_VIEW_TASKS
	    ? gettext(cv_task(t->trade, at, CV_EN))
	    : cv_view_choice((enum cv_list)t->list, at);
}

/* The page has no other languages than its two. */
static const char *
name_for(struct screen *sc, const struct cv_work *work)
{
	if (strcmp(app_lang(sc->app), "en") == 0)
		return work->name[CV_EN];
	if (strcmp(app_lang(sc->app), "es") == 0 ||
	    work->trade == cv_count(CV_TRADES))
		return work->name[CV_ES];
	return cv_view_choice(CV_TRADES, work->trade);
}

/* What the list is about; another edition may know nothing of the job. */
static int
find_subject(struct screen *sc, struct cv_choices *t, struct err *e)
{
	const struct cv *cv = &app_session(sc->app)->cv;
	struct cv_work works[CV_JOBS_MAX];

	t->subject = "";
	if (t->list == CV_LEVELS)
		t->subject = cv_view_choice(CV_SPOKEN, t->about);
	if (!is_of_job(t))
		return 0;
	if (cv_view_works(sc, works, e) < 0)
		return -1;
	if (t->about >= cv_job_count(cv))
		return err_set(e, ERR_NOT_FOUND, "job %zu", t->about);
	t->subject = name_for(sc, &works[t->about]);
	t->trade = works[t->about].trade;
	return 0;
}

static bool
is_long(const struct cv_choices *t, int width)
{
	for (size_t i = 0; i < t->menu.count; i++)
		if (width_of(t->items[i].title) > width)
			return true;
	return false;
}

static int
cvlist_enter(struct screen *sc, struct err *e)
{
	struct cv_choices *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	t->list = sc->place.part;
	t->about = (size_t)sc->place.number;
	if (find_subject(sc, t, e) < 0)
		return -1;
	t->menu.items = t->items;
	t->menu.count = count_of(t->list);
	for (size_t i = 0; i < t->menu.count; i++) {
		t->items[i].title = title_of(t, i);
		t->items[i].badge = badge(sc, t, i);
		t->items[i].badge_role = ROLE_TITLE;
	}
	t->removes = t->list == CV_YEARS ||
	    (t->list == CV_LEVELS &&
		app_session(sc->app)->cv.levels[t->about] != 0);
	if (t->removes)
		/* TRANSLATORS: last choice of a list of the CV; 28 columns. */
		t->items[t->menu.count++].title = _("Take it off");
	t->menu.wraps = is_long(t, g.right - g.margin - MARKS);
	if (t->menu.wraps)
		t->menu.item_rows = 2;
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

	widget_header_path(sc, s, t->subject, _(titles[t->list]),
	    widget_page_of(sc->arena, sc->place.page, pages));
	menu_draw(sc, s, &t->menu);
	footer_add_char(&f, "0",
	    t->list == CV_VIEW_TASKS || t->list == CV_SKILLS ? _("Done")
							     : _("Back"));
	if (pages > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Choose"));
	widget_footer(sc, s, &f);
}

/* What was done comes after how long, if that is known of the trade. */
static void
choose_years(struct screen *sc, const struct cv_choices *t, size_t chosen)
{
	struct cv *cv = &app_session(sc->app)->cv;
	struct place tasks = cv_view_list(CV_VIEW_TASKS, t->about);

	if (chosen == cv_count(CV_YEARS)) {
		cv_remove_job(cv, t->about);
		app_back(sc->app);
		return;
	}
	cv->jobs[t->about].years = (uint8_t)(chosen + 1);
	if (t->trade < cv_count(CV_TRADES))
		app_replace(sc->app, &tasks);
	else
		app_back(sc->app);
}

static void
choose(struct screen *sc, const struct cv_choices *t, size_t chosen)
{
	struct cv *cv = &app_session(sc->app)->cv;
	const struct place levels = cv_view_list(CV_LEVELS, chosen);

	switch (t->list) {
	case CV_YEARS:
		choose_years(sc, t, chosen);
		break;
	case CV_VIEW_TASKS:
		cv->jobs[t->about].tasks ^= (uint8_t)(1u << chosen);
		app_reenter(sc->app);
		break;
	case CV_SPOKEN:
		app_go(sc->app, &levels);
		break;
	case CV_LEVELS:
		cv->levels[t->about] = chosen < cv_count(CV_LEVELS)
		    ? (uint8_t)(chosen + 1)
		    : 0;
		app_back(sc->app);
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
