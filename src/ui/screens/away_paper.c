/*
 * What goes along, as it stands on paper: it must make sense alone, in a
 * pocket, weeks later.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "text/cv.h"
#include "ui/app.h"
#include "ui/screens/away_private.h"
#include "ui/screens/checks.h"
#include "ui/screens/cv_view.h"
#include "ui/screens/fees.h"
#include "ui/screens/plan_view.h"
#include "ui/screens/quiz_view.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

static void
say_steps(struct sheet *sh, const struct away *x)
{
	if (x->step_count == 0)
		return;
	sheet_heading(sh, x->steps_of[0] != '\0' ? x->steps_of
						 : _("Your next steps"));
	for (size_t i = 0; i < x->step_count; i++)
		sheet_item(sh, arena_printf(sh->arena, "%zu.", i + 1),
		    x->steps[i]);
}

static void
say_phone(struct sheet *sh, const struct away *x)
{
	if (x->phone[0] == '\0')
		return;
	sheet_blank(sh);
	if (x->phone_of[0] != '\0')
		sheet_text(sh, ROLE_PAGE, x->phone_of);
	sheet_text(sh, ROLE_TITLE,
	    /* TRANSLATORS: on paper, before a number. */
	    arena_printf(sh->arena, _("Telephone: %s"), x->phone));
	sheet_text(sh, ROLE_PAGE, x->hours);
}

/* Where it comes from, and the code: below everything. */
static void
say_end(struct sheet *sh, const struct away *x)
{
	struct arena *a = sh->arena;

	sheet_blank(sh);
	if (x->source[0] != '\0')
		sheet_text(sh, ROLE_PAGE,
		    arena_printf(a, _("Source: %s"), x->source));
	if (x->day[0] != '\0')
		sheet_text(sh, ROLE_PAGE,
		    arena_printf(a, _("Checked on %s"),
			widget_date_long(a, x->day)));
	if (x->publisher[0] != '\0')
		sheet_text(sh, ROLE_PAGE,
		    arena_printf(a, _("Published by: %s"), x->publisher));
	if (x->code[0] == '\0')
		return;
	sheet_blank(sh);
	sheet_text(sh, ROLE_TITLE, arena_printf(a, _("Code: %s"), x->code));
	sheet_text(sh, ROLE_PAGE,
	    /* TRANSLATORS: on paper, below the short code. */
	    _("Search for it in another kiosk to see all of it."));
}

static int
say_check(struct screen *sc, struct sheet *sh, struct err *e)
{
	return check_taken_say(sc, sh, e);
}

static int
say_fees(struct screen *sc, struct sheet *sh, struct err *e)
{
	struct fees_view v;

	if (fees_view(sc, &app_session(sc->app)->taken.fees, &v, e) < 0)
		return -1;
	sheet_text(sh, ROLE_PAGE, _("What they may charge"));
	sheet_text(sh, ROLE_TITLE, v.title);
	sheet_blank(sh);
	return fees_say(sc, sh, &v, e);
}

static int
say_plan(struct screen *sc, struct sheet *sh, struct err *e)
{
	const struct plan *plan = &app_session(sc->app)->plan;

	sheet_text(sh, ROLE_TITLE, _("My plan"));
	for (size_t i = 0; i < plan->count; i++) {
		struct plan_view v = { .part = 0 };
		char code[SHORT_CODE_SIZE];
		bool found = false;

		if (plan_view_load(sc, (int)i, &v, &found, e) < 0)
			return -1;
		if (!found && !v.withdrawn)
			continue;
		sheet_blank(sh);
		if (plan_is_withdrawn(&v))
			sheet_text(sh, ROLE_ALERT, _("WITHDRAWN"));
		sheet_text(sh, ROLE_TITLE,
		    arena_printf(sh->arena, "[ ] %s", v.title));
		sheet_text(sh, ROLE_PAGE, v.step);
		for (size_t n = 0; n < v.entry.phone_count; n++)
			if (strstr(v.step, v.entry.phones[n].number) == NULL)
				sheet_text(sh, ROLE_TITLE,
				    v.entry.phones[n].number);
		short_code(code, plan->items[i].slug);
		sheet_text(sh, ROLE_PAGE, code);
	}
	sheet_blank(sh);
	sheet_text(sh, ROLE_PAGE,
	    /* TRANSLATORS: on paper, below a plan; "V-..." are codes. */
	    _("V-... are codes: search for one in another kiosk to see all "
	      "of it."));
	return 0;
}

/* Both languages: whoever hires may read only one of them. */
static int
say_cv(struct screen *sc, struct sheet *sh, struct err *e)
{
	struct cv_work works[CV_JOBS_MAX];

	if (cv_view_works(sc, works, e) < 0)
		return -1;
	cv_view_fill(sh, &app_session(sc->app)->cv, works, CV_ES);
	sheet_blank(sh);
	sheet_blank(sh);
	cv_view_fill(sh, &app_session(sc->app)->cv, works, CV_EN);
	return 0;
}

int
away_paper(struct screen *sc, const struct away *x, struct sheet *sh,
    struct err *e)
{
	switch ((enum away_what)sc->place.number) {
	case AWAY_ENTRY:
		if (x->withdrawn)
			sheet_text(sh, ROLE_ALERT, _("WITHDRAWN"));
		sheet_text(sh, ROLE_TITLE, x->title);
		sheet_text(sh, ROLE_PAGE, x->summary);
		say_steps(sh, x);
		say_phone(sh, x);
		break;
	case AWAY_CHECK:
		if (say_check(sc, sh, e) < 0)
			return -1;
		break;
	case AWAY_FEES:
		if (say_fees(sc, sh, e) < 0)
			return -1;
		break;
	case AWAY_PLAN:
		return say_plan(sc, sh, e);
	case AWAY_CV:
		return say_cv(sc, sh, e);
	case AWAY_TEST:
		paper_test_say(sc, sh);
		return 0;
	case AWAY_COURSE:
		return course_slip_say(sc, sh, e);
	}
	say_end(sh, x);
	return 0;
}
