/*
 * The work that goes on a CV: all kinds of it that the content or the program
 * has a name for, those that are chosen with how long it was done.
 */
#include <config.h>

#include <libintl.h>

#include "ui/screens/cv_view.h"
#include "ui/screens/screens.h"
#include "ui/screens/works.h"

#define _(text) gettext(text)

struct cv_work_list {
	struct work_choice *works;
	struct choice by_name;
	struct menu menu;
};

static const char *
badge(const struct cv *cv, const char *work)
{
	int job = cv_find_job(cv, work);

	if (job < 0)
		return NULL;
	return cv->jobs[job].years == 0
	    ? "[x]"
	    : cv_view_choice(CV_YEARS, cv->jobs[job].years - 1u);
}

static int
cvwork_enter(struct screen *sc, struct err *e)
{
	struct cv_work_list *t = arena_zero(sc->arena, sizeof *t);
	const struct cv *cv = &app_session(sc->app)->cv;
	struct menu_item *items = NULL;
	size_t count = 0;
	struct grid g;

	widget_grid(&g, sc);
	if (works_list(sc, WORKS_OF_CV, "", &t->works, &count, e) < 0)
		return -1;
	items = arena_array(sc->arena, count + 1, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		items[i].title = t->works[i].title;
		items[i].badge = badge(cv, t->works[i].offer.work);
		items[i].badge_role = ROLE_TITLE;
	}
	t->by_name = works_by_name(&g, g.note - (g.touch ? 2 : 1), '9');
	t->menu = (struct menu){ .items = items, .count = count,
		.heads = &t->by_name, .head_count = 1,
		.first_digit = '1', .digits = 8 };
	menu_fit(sc, &t->menu, g.top, t->by_name.y - (g.wide ? 1 : 0));
	sc->state = t;
	return 0;
}

static void
cvwork_draw(struct screen *sc, struct surface *s)
{
	const struct cv_work_list *t = sc->state;
	int pages = menu_pages(&t->menu);
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	widget_header_path(sc, s, "", _("Work that I did"),
	    widget_page_of(sc->arena, sc->place.page, pages));
	menu_draw(sc, s, &t->menu);
	if (cv_job_count(&app_session(sc->app)->cv) == CV_JOBS_MAX)
		/* TRANSLATORS: under the list of work for a CV; 38 columns. */
		widget_note(sc, s, g.margin + 1,
		    _("Four fit. Take one off to add another."));
	footer_add_char(&f, "0", _("Done"));
	if (pages > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Choose"));
	widget_footer(sc, s, &f);
}

static bool
cvwork_key(struct screen *sc, struct key key)
{
	const struct cv_work_list *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen >= 0)
		works_choose(sc, WORKS_OF_CV, &t->works[chosen], true);
	else if (chosen == MENU_HEAD(0))
		works_go_by_name(sc, WORKS_OF_CV);
	return used;
}

const struct screen_ops cvwork_ops = {
	.name = "cvwork",
	.enter = cvwork_enter,
	.draw = cvwork_draw,
	.key = cvwork_key,
};
