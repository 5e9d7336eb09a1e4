/*
 * The curriculum vitae: before the first question what is kept of it, which
 * is nothing; then its parts, in their order.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "catalog/cv_work.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

enum part { WORK, ABOUT_ME, SPOKEN, SCHOOL, PEOPLE, SEE, ERASE, PARTS };

/* What a choice opens. */
static const struct {
	const char *title;
	enum screen_id screen;
	enum cv_list list;
} parts[PARTS] = {
	/* TRANSLATORS: the parts of a CV; 28 columns each. */
	[WORK] = { N_("Work that I did"), SCREEN_CVWORK, CV_TRADES },
	[ABOUT_ME] = { N_("What I am good at"), SCREEN_CVLIST, CV_SKILLS },
	[SPOKEN] = { N_("Languages that I speak"), SCREEN_CVLIST, CV_SPOKEN },
	[SCHOOL] = { N_("My schooling"), SCREEN_CVLIST, CV_SCHOOLING },
	[PEOPLE] = { N_("People who know my work"), SCREEN_CVLIST,
	    CV_REFERENCES },
	[SEE] = { N_("See my CV"), SCREEN_CVPAGE, CV_LISTS },
	[ERASE] = { N_("Erase it and begin again"), SCREEN_CV, CV_LISTS },
};

struct cv_parts {
	struct menu menu;
	struct menu_item items[PARTS];
	struct sheet said;
};

static size_t
done(const struct cv *cv, int part)
{
	switch ((enum part)part) {
	case WORK:
		return cv_job_count(cv);
	case ABOUT_ME:
		return cv_skill_count(cv);
	case SPOKEN:
		return cv_spoken_count(cv);
	case SCHOOL:
		return cv->schooling != 0;
	case PEOPLE:
		return cv->references != 0;
	case SEE:
	case ERASE:
	case PARTS:
		break;
	}
	return 0;
}

static int
cv_enter(struct screen *sc, struct err *e)
{
	struct cv_parts *t = arena_zero(sc->arena, sizeof *t);
	struct cv *cv = &app_session(sc->app)->cv;
	struct grid g;

	if (catalog_cv_settle(app_catalog(sc->app), cv, sc->arena, e) < 0)
		return -1;
	widget_grid(&g, sc);
	sheet_init(&t->said, sc->arena, g.right - g.margin - 1);
	sheet_text(&t->said, ROLE_PAGE,
	    /* TRANSLATORS: above the parts of a CV; wrapped. */
	    _("Nothing is kept here. You write your name by hand."));
	for (int i = 0; i < PARTS; i++) {
		size_t n = done(cv, i);

		t->items[i].title = _(parts[i].title);
		if (n > 0)
			t->items[i].badge =
			    arena_printf(sc->arena, "%zu", n);
		t->items[i].badge_role = ROLE_TITLE;
	}
	t->menu.items = t->items;
	t->menu.count = cv_is_empty(cv) ? SEE : PARTS;
	menu_fit(sc, &t->menu, g.top + (int)t->said.rows.count + 1, g.note);
	sc->state = t;
	return 0;
}

static void
cv_draw(struct screen *sc, struct surface *s)
{
	const struct cv_parts *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: head of the CV helper. */
	widget_header(sc, s, _("My CV, in Spanish and English"),
	    widget_page_of(sc->arena, sc->place.page, menu_pages(&t->menu)));
	sheet_cut(&t->said, s, (int)t->said.rows.count, g.margin + 1, g.top);
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
cv_key(struct screen *sc, struct key key)
{
	const struct cv_parts *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);
	struct place to = { 0 };

	if (chosen < 0)
		return used;
	if (chosen == ERASE) {
		explicit_bzero(&app_session(sc->app)->cv,
		    sizeof app_session(sc->app)->cv);
		app_reenter(sc->app);
		return true;
	}
	to.screen = parts[chosen].screen;
	to.part = (int)parts[chosen].list;
	app_go(sc->app, &to);
	return true;
}

const struct screen_ops cv_ops = {
	.name = "cv",
	.enter = cv_enter,
	.draw = cv_draw,
	.key = cv_key,
};
