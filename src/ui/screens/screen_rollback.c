/*
 * Going back, step 1: to which edition.  The focus begins on "0".
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "text/width.h"
#include "ui/screens/staff.h"

#define _(text) gettext(text)

#define SHOWN_MAX 6 /* the newest that are not in use */
#define TITLE_X 22
#define STATE_X 52
#define NARROW_STATE_X 17

static int
rollback_enter(struct screen *sc, struct err *e)
{
	(void)sc;
	(void)e; /* the link keeps it all */
	return 0;
}

static size_t
previous_count(const struct screen *sc)
{
	const struct link_status *st = staff_model(sc)->status;
	size_t n = st != NULL ? st->previouses : 0;

	return n < SHOWN_MAX ? n : SHOWN_MAX;
}

/* "0" first, for there the focus begins; it stands last. */
static size_t
choices(struct screen *sc, struct choice out[1 + SHOWN_MAX])
{
	const struct link_status *st = staff_model(sc)->status;
	size_t count = previous_count(sc);
	struct grid g;
	int x = 0;
	int y = 0;

	widget_grid(&g, sc);
	x = g.wide ? 2 : 0;
	y = g.wide ? 5 : 4;
	for (size_t i = 0; i < count; i++) {
		out[1 + i] = staff_choice(&g, (char)('1' + i), x,
		    y + (int)i,
		    staff_day(sc->arena, st->previous[i].created));
	}
	/* TRANSLATORS: the harmless answer; 25 columns. */
	out[0] = staff_choice(&g, '0', x, y + (int)count, _("Change nothing"));
	return count + 1;
}

/* The helper will not go back to any other. */
static bool
is_whole(const struct link_edition *x)
{
	return strcmp(x->state, "whole") == 0;
}

static const char *
say_state(const struct link_edition *x, bool wide)
{
	/* TRANSLATORS: of an edition; 20 columns each. */
	if (strcmp(x->state, "outdated") == 0)
		return _("old keys");
	if (strcmp(x->state, "away") == 0)
		return _("was left");
	if (!is_whole(x))
		return _("damaged");
	/* TRANSLATORS: of an edition; long 24, short 20 columns. */
	return wide ? _("whole, signature valid") : _("whole, signed");
}

/* "In use: 2025-11-14, installed on 14 nov 2025" */
static const char *
say_use(struct screen *sc, bool wide)
{
	struct arena *a = sc->arena;
	const struct link_status *st = staff_model(sc)->status;
	const char *installed = NULL;

	if (st == NULL || st->channels == 0)
		return "";
	if (st->channels > 1 || st->channel[0].installed == 0 || !wide)
		/* TRANSLATORS: before the names of editions. */
		return arena_printf(a, _("In use: %s"), staff_in_use(sc));
	installed = widget_date_short(a,
	    staff_day(a, st->channel[0].installed));
	/* TRANSLATORS: the edition, and the day. */
	return arena_printf(a, _("In use: %s, installed on %s"),
	    staff_in_use(sc), installed);
}

static void
draw_row(struct surface *s, const struct grid *g, const struct choice *c,
    const struct link_edition *x, bool focused)
{
	enum role role = focused ? ROLE_FOCUS : ROLE_PAGE;
	const char *state = say_state(x, g->wide);

	if (!g->wide) {
		widget_text(s, NARROW_STATE_X, c->y,
		    g->right - NARROW_STATE_X, role, state);
		return;
	}
	widget_text(s, TITLE_X, c->y, STATE_X - TITLE_X - 1, role,
	    staff_title(x));
	widget_text(s, STATE_X, c->y, g->right - STATE_X, role, state);
}

static void
draw_words(struct screen *sc, struct surface *s, const struct grid *g, int y)
{
	int x = g->wide ? 3 : 1;

	staff_text(sc, s, x, y, g->right - x, ROLE_PAGE,
	    /* TRANSLATORS: 36 columns a row on a small screen. */
	    g->wide ? _("Step 2 says what the public does not see any more, "
			"asks why (1-4) and is confirmed with 7.")
		    : _("Step 2 asks why. 7 confirms."));
}

static void
draw_footer(struct screen *sc, struct surface *s)
{
	size_t count = previous_count(sc);
	struct footer f = { .count = 0 };

	footer_add_char(&f, "0", _("Change nothing"));
	if (count == 1)
		footer_add_char(&f, "1", _("Choose"));
	else if (count > 1)
		footer_add(&f, arena_printf(sc->arena, "1-%zu", count),
		    _("Choose"), key_of(UIKEY_NONE));
	widget_footer(sc, s, &f);
}

static void
rollback_draw(struct screen *sc, struct surface *s)
{
	struct choice c[1 + SHOWN_MAX];
	size_t count = 0;
	struct grid g;

	if (staff_draw_gone(sc, s))
		return;
	widget_grid(&g, sc);
	count = choices(sc, c);
	if (sc->place.focus >= (int)count)
		sc->place.focus = 0;
	/* TRANSLATORS: head: to an older version; 55, short 25 columns. */
	staff_header(sc, s, _("Go back to an older version"),
	    _("Go back to an older"),
	    arena_printf(sc->arena, _("Step %d of %d"), 1, 2));
	widget_text(s, g.wide ? 3 : 1, 2, g.right - 3, ROLE_PAGE,
	    say_use(sc, g.wide));
	if (g.wide && count > 1) {
		said_hush(&s->said);
		widget_text(s, 6, 4, 14, ROLE_TITLE, _("Version"));
		widget_text(s, TITLE_X, 4, 28, ROLE_TITLE, _("Bundle"));
		/* TRANSLATORS: head of a column: is it whole? */
		widget_text(s, STATE_X, 4, 24, ROLE_TITLE, _("State"));
		said_go_on(&s->said);
	}
	choices_draw(sc, s, c, count);
	for (size_t i = 1; i < count; i++)
		draw_row(s, &g, &c[i],
		    &staff_model(sc)->status->previous[i - 1],
		    (int)i == sc->place.focus);
	draw_words(sc, s, &g, c[0].y + 2);
	draw_footer(sc, s);
}

static bool
rollback_key(struct screen *sc, struct key key)
{
	struct choice c[1 + SHOWN_MAX];
	struct place to = { .screen = SCREEN_REASON };
	bool used = false;
	int chosen = choices_key(sc, c, choices(sc, c), key, &used);

	if (chosen < 0)
		return used;
	if (chosen == 0) {
		app_back(sc->app);
		return true;
	}
	if (!is_whole(&staff_model(sc)->status->previous[chosen - 1]))
		return true; /* its row says why */
	to.ref.row = chosen;
	app_replace(sc->app, &to);
	return true;
}

const struct screen_ops rollback_ops = {
	.name = "rollback",
	.enter = rollback_enter,
	.draw = rollback_draw,
	.key = rollback_key,
	.heard = staff_heard,
};
