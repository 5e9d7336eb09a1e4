/*
 * Going back, step 2: what the public loses, one reason for the log, and
 * 7 to confirm.  place.ref.row is the edition, from 1; place.page the reason
 * that was chosen, 0 for none.  The focus begins on "0".
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "text/width.h"
#include "ui/screens/staff.h"

#define _(text) gettext(text)
#define N_(text) text

#define REASONS 4
#define CHOICES (REASONS + 2)
#define CONFIRM (CHOICES - 1)

static const char *const reasons[REASONS] = {
	/* TRANSLATORS: why staff goes back to an older version; 30 columns
	 * each. */
	N_("Something in it is wrong"),
	N_("It does not show well"),
	N_("It was a mistake"),
	N_("Another reason"),
};

static const struct link_edition *
edition(const struct screen *sc)
{
	const struct link_status *st = staff_model(sc)->status;
	size_t n = (size_t)sc->place.ref.row;

	return st != NULL && n >= 1 && n <= st->previouses
	    ? &st->previous[n - 1]
	    : NULL;
}

/* The edition that is in use of the same channel. */
static const struct link_edition *
in_use(const struct screen *sc, const struct link_edition *x)
{
	const struct link_status *st = staff_model(sc)->status;

	for (size_t i = 0; i < st->channels; i++)
		if (strcmp(st->channel[i].channel, x->channel) == 0)
			return &st->channel[i];
	return NULL;
}

static int
reason_enter(struct screen *sc, struct err *e)
{
	(void)sc;
	(void)e; /* the link keeps it all */
	return 0;
}

static void
choices(struct screen *sc, struct choice out[CHOICES])
{
	struct grid g;
	int x = 0;
	int y = 0;

	widget_grid(&g, sc);
	x = g.wide ? 2 : 0;
	y = g.wide ? 7 : 6;
	for (int i = 0; i < REASONS; i++) {
		out[1 + i] = staff_choice(&g, (char)('1' + i), x, y + i,
		    arena_printf(sc->arena, "%s %s",
			sc->place.page == i + 1 ? "[x]" : "[ ]",
			_(reasons[i])));
		out[1 + i].width = out[1 + i].indent +
		    width_of(out[1 + i].title);
	}
	y += REASONS + 1;
	/* TRANSLATORS: in capitals: do go back; 12 columns. */
	out[CONFIRM] = staff_choice(&g, '7', x, y, _("GO BACK"));
	out[CONFIRM].width = out[CONFIRM].indent +
	    width_of(out[CONFIRM].title);
	out[0] = staff_choice(&g, '0', g.wide ? 41 : 18, y,
	    _("Change nothing"));
	out[0].width = out[0].indent + width_of(out[0].title);
}

static void
draw_words(struct screen *sc, struct surface *s, const struct grid *g,
    const struct link_edition *x)
{
	struct arena *a = sc->arena;
	const struct link_edition *now = in_use(sc, x);
	int at = g->wide ? 3 : 1;
	int room = g->right - at;
	const char *old = staff_day(a, x->created);
	const char *text = NULL;

	/* TRANSLATORS: title of a bundle, and a date. */
	text = arena_printf(a, _("The public will see %s of %s."),
	    staff_title(x), old);
	if (now != NULL)
		text = arena_printf(a, "%s %s", text,
		    /* TRANSLATORS: two dates. */
		    arena_printf(a, _("What came between %s and %s is not "
				      "seen any more."),
			old, staff_day(a, now->created)));
	staff_text(sc, s, at, g->wide ? 2 : 1, room, ROLE_PAGE, text);
	widget_text(s, at, 5, room, ROLE_TITLE,
	    _("Why do you go back?"));
}

static void
draw_footer(struct screen *sc, struct surface *s)
{
	struct footer f = { .count = 0 };

	footer_add_char(&f, "0", _("Change nothing"));
	/* TRANSLATORS: foot: choose why. */
	footer_add(&f, "1-4", _("Reason"), key_of(UIKEY_NONE));
	if (sc->place.page > 0)
		footer_add_char(&f, "7", _("Confirm"));
	widget_footer(sc, s, &f);
}

static void
reason_draw(struct screen *sc, struct surface *s)
{
	const struct link_edition *x = edition(sc);
	struct choice c[CHOICES];
	struct grid g;

	if (staff_draw_gone(sc, s))
		return;
	widget_grid(&g, sc);
	staff_header(sc, s, _("Go back to an older version"),
	    _("Go back to an older"),
	    arena_printf(sc->arena, _("Step %d of %d"), 2, 2));
	if (x != NULL)
		draw_words(sc, s, &g, x);
	choices(sc, c);
	choices_draw(sc, s, c, sc->place.page > 0 ? CHOICES : CHOICES - 1);
	if (sc->place.page == 0)
		widget_text(s, c[CONFIRM].x + 1, c[CONFIRM].y,
		    c[0].x - c[CONFIRM].x - 2, ROLE_MUTED,
		    /* TRANSLATORS: a reason must be chosen; 16 columns. */
		    _("First the reason"));
	draw_footer(sc, s);
}

static bool
reason_key(struct screen *sc, struct key key)
{
	const struct link_edition *x = edition(sc);
	struct choice c[CHOICES];
	bool used = false;
	int chosen = -1;

	if (x == NULL || !staff_model(sc)->staff)
		return false;
	choices(sc, c);
	chosen = choices_key(sc, c,
	    sc->place.page > 0 ? CHOICES : CHOICES - 1, key, &used);
	if (chosen < 0)
		return used;
	if (chosen == 0) {
		app_back(sc->app);
	} else if (chosen < CONFIRM) {
		sc->place.page = chosen;
	} else {
		link_roll_back(app_link(sc->app), x, sc->place.page);
		app_replace(sc->app,
		    &(struct place){ .screen = SCREEN_RESULT });
	}
	return true;
}

const struct screen_ops reason_ops = {
	.name = "reason",
	.enter = reason_enter,
	.draw = reason_draw,
	.key = reason_key,
	.heard = staff_heard,
};
