/*
 * A CV goes to the person's own stick.  It was asked for before this screen
 * is entered, for a screen is entered again whenever somebody turns the
 * language; here it is only said how it went.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/screens/cv_view.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

/* What can go wrong, by the helper's code; the last is for all others. */
static const struct {
	const char *code;
	const char *sentence;
} failures[] = {
	/* TRANSLATORS: why a CV was not saved on a stick; wrapped. */
	{ "NONE", N_("There is no stick. Put yours in and try again.") },
	{ "READONLY", N_("This stick cannot be written. Slide its lock to "
			 "the other side, or use another one.") },
	{ "FULL", N_("There are nine CVs on this stick already. Remove one "
		     "at home, or use another stick.") },
	{ "", N_("It could not be saved. The stick may be full or damaged. "
		 "Try another one.") },
};

static const char *
failure(const char *code)
{
	size_t n = 0;

	while (n + 1 < COUNT_OF(failures) &&
	    strcmp(failures[n].code, code) != 0)
		n++;
	return _(failures[n].sentence);
}

static int
cvsave_enter(struct screen *sc, struct err *e)
{
	const struct link *link = app_link(sc->app);
	const struct link_model *m = link != NULL ? link_model(link) : NULL;
	struct sheet *sh = arena_zero(sc->arena, sizeof *sh);
	struct grid g;

	(void)e; /* the link knows it all */
	widget_grid(&g, sc);
	sheet_init(sh, sc->arena, g.text_width);
	if (m != NULL && m->cv_due) {
		sheet_text(sh, ROLE_PAGE,
		    /* TRANSLATORS: while a CV is written; wrapped. */
		    _("Saving. Leave the stick where it is ..."));
	} else if (m != NULL && m->cv_number != 0 &&
	    m->code[LINK_CV][0] == '\0') {
		sheet_text(sh, ROLE_TITLE,
		    arena_printf(sc->arena,
			/* TRANSLATORS: a file on a stick; wrapped. */
			_("Saved as VEREDA/cv-%u.txt."), m->cv_number));
		sheet_text(sh, ROLE_PAGE,
		    _("Take the stick back. Nothing is kept here."));
	} else {
		sheet_text(sh, ROLE_PAGE,
		    failure(m != NULL ? m->code[LINK_CV] : ""));
	}
	sheet_fold(sh, g.note - g.top);
	sc->state = sh;
	return 0;
}

static void
cvsave_draw(struct screen *sc, struct surface *s)
{
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: head: the CV is saved on a stick. */
	widget_header(sc, s, _("My CV, on my stick"), "");
	sheet_draw(sc->state, s, 0, g.text_x, g.top);
	footer_add_char(&f, "0", _("Back"));
	widget_footer(sc, s, &f);
}

static bool
cvsave_key(struct screen *sc, struct key key)
{
	return sheet_key(sc, 1, key);
}

const struct screen_ops cvsave_ops = {
	.name = "cvsave",
	.enter = cvsave_enter,
	.draw = cvsave_draw,
	.key = cvsave_key,
	.heard = cv_view_heard,
};
