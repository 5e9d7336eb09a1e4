/*
 * An installation: five named steps and one bar.  0 ends it until the fifth
 * step; what was there before stays in use then.
 */
#include <config.h>

#include <inttypes.h>
#include <libintl.h>

#include "text/width.h"
#include "ui/screens/staff.h"

#define _(text) gettext(text)
#define N_(text) text

#define STATE_X 36
#define DETAIL_X 49
#define BAR_WIDE 20
#define BAR_NARROW 26

static const struct {
	const char *wide; /* 29 columns */
	const char *narrow; /* 24 columns */
} steps[LINK_STEPS] = {
	/* TRANSLATORS: the steps of an installation: long 29 columns, short
	 * 24. */
	{ N_("Copy from the stick"), N_("Copy") },
	{ N_("Check the signature"), N_("Check the signature") },
	{ N_("Prepare the new content"), N_("Prepare new content") },
	{ N_("Try the new content"), N_("Try") },
	{ N_("Change to the new content"), N_("Change") },
};

static int
progress_enter(struct screen *sc, struct err *e)
{
	(void)sc;
	(void)e; /* the link keeps it all */
	return 0;
}

static int
percent(const struct link_model *m)
{
	if (m->all == 0)
		return 0;
	return m->done >= m->all ? 100 : (int)(m->done * 100 / m->all);
}

static void
draw_bar(struct surface *s, int x, int y, int cells, int done)
{
	for (int i = 0; i < cells; i++)
		surface_text(s, x + i, y, 1, ROLE_PAGE,
		    i < cells * done / 100 ? "█" : "░");
}

static const char *
say_percent(struct screen *sc, const struct link_model *m)
{
	/* TRANSLATORS: how far a step is, in per cent; 5 columns. */
	return arena_printf(sc->arena, _("%d %%"), percent(m));
}

/* "done", "running", "to do" */
static const char *
say_state(const struct link_model *m, int step)
{
	if (step < m->step)
		/* TRANSLATORS: of a step; 11 columns each. */
		return _("done");
	return step == m->step ? _("running") : _("to do");
}

static void
draw_wide_step(struct screen *sc, struct surface *s, int step, int y)
{
	const struct link_model *m = staff_model(sc);
	int room = s->width - 2 - DETAIL_X;

	surface_text(s, 3, y, 1, ROLE_PAGE,
	    arena_printf(sc->arena, "%d", step));
	widget_text(s, 6, y, STATE_X - 7,
	    step == m->step ? ROLE_TITLE : ROLE_PAGE,
	    _(steps[step - 1].wide));
	widget_text(s, STATE_X, y, DETAIL_X - STATE_X - 1,
	    step > m->step ? ROLE_MUTED : ROLE_PAGE, say_state(m, step));
	if (step == 1 && m->step > 1) {
		widget_text(s, DETAIL_X, y, room, ROLE_PAGE,
		    staff_size(sc->arena, m->copied));
	} else if (step == m->step) {
		draw_bar(s, DETAIL_X, y, BAR_WIDE, percent(m));
		widget_text(s, DETAIL_X + BAR_WIDE + 2, y, 6, ROLE_PAGE,
		    say_percent(sc, m));
	} else if (step == LINK_STEPS) {
		/* TRANSLATORS: how long the last step takes; 28 columns. */
		widget_text(s, DETAIL_X, y, room, ROLE_MUTED,
		    _("(less than 1 second)"));
	}
}

/* Returns the row behind it. */
static int
draw_narrow_step(struct screen *sc, struct surface *s, const struct grid *g,
    int step, int y)
{
	const struct link_model *m = staff_model(sc);
	const char *state = step == m->step ? say_percent(sc, m)
					    : say_state(m, step);
	int end = widget_text_right(s, 20, y, g->right,
		      step > m->step ? ROLE_MUTED : ROLE_PAGE, state) - 1;

	surface_text(s, 1, y, 1, ROLE_PAGE,
	    arena_printf(sc->arena, "%d", step));
	widget_text(s, 3, y, end - 3,
	    step == m->step ? ROLE_TITLE : ROLE_PAGE,
	    _(steps[step - 1].narrow));
	if (step != m->step)
		return y + 1;
	draw_bar(s, 3, y + 1, BAR_NARROW, percent(m));
	return y + 2;
}

static void
draw_words(struct screen *sc, struct surface *s, const struct grid *g, int y)
{
	bool copied = staff_model(sc)->step > 1;
	int x = g->wide ? 3 : 1;
	int room = g->right - x;

	if (g->wide) {
		/* TRANSLATORS: 73 columns each. */
		widget_text(s, x, y, room, ROLE_TITLE,
		    copied ? _("Do not switch off. You can take the stick "
			       "out: all is copied.")
			   : _("Do not switch off. Leave the stick in."));
		widget_text(s, x, y + 1, room, ROLE_PAGE,
		    _("If the power goes, the screen starts with the old "
		      "content."));
		return;
	}
	/* TRANSLATORS: 36 columns each. */
	widget_text(s, x, y, room, ROLE_TITLE,
	    copied ? _("You can take the stick out.")
		   : _("Leave the stick in."));
	widget_text(s, x, y + 1, room, ROLE_PAGE,
	    _("If the power goes, nothing is lost."));
}

static void
draw_footer(struct screen *sc, struct surface *s, bool wide)
{
	struct footer f = { .count = 0 };

	if (staff_model(sc)->step < LINK_STEPS)
		footer_add_char(&f, "0",
		    /* TRANSLATORS: foot of an installation. */
		    wide ? _("Cancel (changes nothing)") : _("Cancel"));
	widget_footer(sc, s, &f);
}

static void
progress_draw(struct screen *sc, struct surface *s)
{
	struct grid g;
	int y = 2;

	if (staff_draw_gone(sc, s))
		return;
	widget_grid(&g, sc);
	/* TRANSLATORS: head of the page. */
	staff_header(sc, s, _("Installing"), _("Installing"),
	    arena_printf(sc->arena, _("Step %d of %d"), 3, 3));
	surface_cursor(s, g.wide ? 3 : 1, y);
	for (int step = 1; step <= LINK_STEPS; step++) {
		if (g.wide)
			draw_wide_step(sc, s, step, y++);
		else
			y = draw_narrow_step(sc, s, &g, step, y);
	}
	draw_words(sc, s, &g, y + 1);
	draw_footer(sc, s, g.wide);
}

static bool
progress_key(struct screen *sc, struct key key)
{
	const struct link_model *m = staff_model(sc);
	bool back = key_is(key, '0') || key.kind == UIKEY_ESCAPE ||
	    key.kind == UIKEY_BACKSPACE || key.kind == UIKEY_LEFT;

	if (!back)
		return false;
	if (!m->staff)
		app_attract(sc->app);
	else if (m->running == LINK_INSTALL && m->step < LINK_STEPS)
		link_cancel(app_link(sc->app));
	return true;
}

static void
progress_heard(struct screen *sc)
{
	const struct link_model *m = staff_model(sc);

	if (m->result.what == LINK_INSTALL && !link_model_expects(m) &&
	    m->staff)
		app_replace(sc->app,
		    &(struct place){ .screen = SCREEN_RESULT });
}

const struct screen_ops progress_ops = {
	.name = "progress",
	.enter = progress_enter,
	.draw = progress_draw,
	.key = progress_key,
	.heard = progress_heard,
	.holds = true,
};
