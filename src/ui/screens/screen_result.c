/*
 * How an installation, or going back, ended.
 */
#include <config.h>

#include <inttypes.h>
#include <libintl.h>
#include <string.h>

#include "text/width.h"
#include "ui/screens/staff.h"

#define _(text) gettext(text)

#define CHOICES_MAX 3
#define REMARK_X 39

/* The edition that 8 goes back to, or NULL. */
static const struct link_edition *
before(const struct screen *sc)
{
	const struct link_status *st = staff_model(sc)->status;

	for (size_t i = 0; st != NULL && i < st->previouses; i++)
		if (strcmp(st->previous[i].state, "whole") == 0)
			return &st->previous[i];
	return NULL;
}

static int
result_enter(struct screen *sc, struct err *e)
{
	(void)sc;
	(void)e; /* the link keeps it all */
	return 0;
}

static bool
is_running(const struct screen *sc)
{
	return link_model_expects(staff_model(sc));
}

static size_t
choices(struct screen *sc, struct choice out[CHOICES_MAX])
{
	const struct link_edition *old = before(sc);
	struct grid g;
	int x = 0;
	int y = 6;
	size_t n = 0;

	widget_grid(&g, sc);
	x = g.wide ? 2 : 0;
	if (is_running(sc))
		return 0;
	if (staff_model(sc)->result.good)
		out[n++] = staff_choice(&g, '1', x, y++,
		    /* TRANSLATORS: 34 columns each. */
		    _("See it as the public will"));
	out[n++] = staff_choice(&g, '2', x, y++, _("Install another bundle"));
	if (old != NULL)
		out[n++] = staff_choice(&g, '8', x, y,
		    arena_printf(sc->arena, _("Go back to that of %s"),
			staff_day(sc->arena, old->created)));
	return n;
}

/* What the first row says. */
static const char *
headline(struct screen *sc, const struct link_result *r)
{
	struct arena *a = sc->arena;
	const char *day = staff_day(a, r->created);

	if (r->good)
		/* TRANSLATORS: the word for "all is well", in capitals; 8
		 * columns. */
		return arena_printf(a, "%s  %s", _("GOOD"),
		    day[0] != '\0'
			/* TRANSLATORS: a date; 30 columns. */
			? arena_printf(a, _("Now that of %s is shown"), day)
			: _("The other one is shown now"));
	/* TRANSLATORS: in capitals; 30 columns. */
	return arena_printf(a, "▲ %s", _("NOTHING WAS CHANGED"));
}

/* "2 min 41 s" */
static const char *
say_time(struct screen *sc, uint64_t seconds)
{
	/* TRANSLATORS: how long it took. */
	return arena_printf(sc->arena,
	    _("took %u min %u s"), (unsigned)(seconds / 60),
	    (unsigned)(seconds % 60));
}

static const char *
say_counts(struct screen *sc, const struct link_result *r, bool wide)
{
	/* TRANSLATORS: how many entries; 60 columns, 37 on small screens. */
	return arena_printf(sc->arena,
	    wide ? _("%u new · %u changed · %u withdrawn")
		 : _("%u new %u changed %u withdrawn"),
	    (unsigned)r->count[0], (unsigned)r->count[1],
	    (unsigned)r->count[2]);
}

static const char *
say_record(struct screen *sc, const struct link_result *r, bool wide)
{
	struct arena *a = sc->arena;
	const char *number = arena_printf(a, "%04" PRIu64, r->record);

	if (r->receipt[0] == '\0')
		/* TRANSLATORS: the number of the record. */
		return arena_printf(a, _("Record: %s"), number);
	if (!wide)
		/* TRANSLATORS: 37 columns. */
		return arena_printf(a, _("Record %s, copied to the stick"),
		    number);
	/* TRANSLATORS: number and file; 75 columns. */
	return arena_printf(a, _("Record: %s · also on the stick: %s"),
	    number, r->receipt);
}

static void
draw_good(struct screen *sc, struct surface *s, const struct grid *g,
    const struct link_result *r)
{
	int room = g->right - g->margin;
	const char *text = NULL;

	if (r->what == LINK_INSTALL) {
		text = say_counts(sc, r, g->wide);
		if (g->wide)
			text = arena_printf(sc->arena, "%s · %s", text,
			    say_time(sc, r->seconds));
		widget_text(s, g->margin, 3, room, ROLE_PAGE, text);
	}
	if (r->record > 0)
		widget_text(s, g->margin, 4, room, ROLE_PAGE,
		    say_record(sc, r, g->wide));
}

/* Why, and in which step. */
static void
draw_bad(struct screen *sc, struct surface *s, const struct grid *g,
    const struct link_result *r)
{
	const char *why = r->cancelled ? _("You cancelled it.")
				       : staff_sentence(r->code);
	struct sheet sh;

	if (!r->cancelled && r->code[0] == 'E')
		why = arena_printf(sc->arena, "%s  %s", r->code, why);
	sheet_init(&sh, sc->arena, g->right - g->margin);
	sheet_text(&sh, ROLE_PAGE, why);
	sheet_cut(&sh, s, 3, g->margin, 3);
}

static void
draw_footer(struct screen *sc, struct surface *s, bool good)
{
	struct footer f = { .count = 0 };

	footer_add_char(&f, "0", _("Leave"));
	if (good)
		footer_add_char(&f, "1", _("See"));
	else
		footer_add_char(&f, "2", _("Go on"));
	if (before(sc) != NULL)
		footer_add_char(&f, "8", _("Go back"));
	widget_footer(sc, s, &f);
}

static void
draw_running(struct screen *sc, struct surface *s, const struct grid *g)
{
	struct footer f = { .count = 0 };

	staff_text(sc, s, g->text_x, g->top, g->text_width, ROLE_PAGE,
	    _("One moment ..."));
	surface_cursor(s, g->text_x, g->top);
	footer_add_char(&f, "0", _("Leave"));
	widget_footer(sc, s, &f);
}

/* Beside 8: how many older ones there are. */
static void
draw_kept(struct screen *sc, struct surface *s, const struct choice *c)
{
	size_t n = before(sc) != NULL ? staff_model(sc)->status->previouses
				      : 0;

	if (n == 0 || c->x + c->width < WIDGET_WIDE)
		return;
	widget_text(s, REMARK_X, c->y, s->width - REMARK_X - 2,
	    ROLE_MUTED,
	    arena_printf(sc->arena,
		/* TRANSLATORS: older editions; 38 columns. */
		ngettext("(%zu older one is kept)", "(%zu older ones are kept)",
		    n), n));
}

static void
result_draw(struct screen *sc, struct surface *s)
{
	const struct link_result *r = &staff_model(sc)->result;
	struct choice c[CHOICES_MAX];
	size_t count = 0;
	struct grid g;

	if (staff_draw_gone(sc, s))
		return;
	widget_grid(&g, sc);
	/* TRANSLATORS: head of the page: how it ended. */
	staff_header(sc, s, _("Result"), _("Result"), NULL);
	if (is_running(sc)) {
		draw_running(sc, s, &g);
		return;
	}
	staff_band(s, 1, g.wide ? 3 : 1, r->good ? ROLE_OK : ROLE_ALERT,
	    headline(sc, r));
	if (r->good)
		draw_good(sc, s, &g, r);
	else
		draw_bad(sc, s, &g, r);
	count = choices(sc, c);
	if (sc->place.focus >= (int)count)
		sc->place.focus = 0;
	choices_draw(sc, s, c, count);
	if (count > 0 && sc->place.focus != (int)count - 1)
		draw_kept(sc, s, &c[count - 1]);
	draw_footer(sc, s, r->good);
}

static bool
result_key(struct screen *sc, struct key key)
{
	struct choice c[CHOICES_MAX];
	size_t count = choices(sc, c);
	bool used = false;
	int chosen = -1;

	if (key_is(key, '0') || key.kind == UIKEY_ESCAPE ||
	    key.kind == UIKEY_BACKSPACE || !staff_model(sc)->staff) {
		app_attract(sc->app);
		return true;
	}
	chosen = choices_key(sc, c, count, key, &used);
	if (chosen < 0)
		return used;
	if (c[chosen].digit == '1') {
		link_leave(app_link(sc->app)); /* the public is no staff */
		app_home(sc->app);
	} else if (c[chosen].digit == '2') {
		app_back(sc->app);
	} else {
		app_replace(sc->app,
		    &(struct place){ .screen = SCREEN_ROLLBACK });
	}
	return true;
}

const struct screen_ops result_ops = {
	.name = "result",
	.enter = result_enter,
	.draw = result_draw,
	.key = result_key,
	.heard = staff_heard,
	.holds = true,
};
