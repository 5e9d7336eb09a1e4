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

#define CHOICES_MAX 4
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

/* Nothing is written on the stick unless the staff wants it. */
static bool
may_report(const struct screen *sc)
{
	const struct link_model *m = staff_model(sc);

	return m->result.good && m->result.record > 0 &&
	    m->result.receipt[0] == '\0' && m->running != LINK_RECEIPT &&
	    m->stick != NULL && m->stick->writable;
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
	y += g.wide ? 1 : 0;
	if (is_running(sc))
		return 0;
	if (staff_model(sc)->result.good)
		out[n++] = staff_choice(&g, '1', x, y++,
		    /* TRANSLATORS: 34 columns each. */
		    _("See it as the public will"));
	out[n++] = staff_choice(&g, '2', x, y++, _("Install another bundle"));
	if (old != NULL)
		out[n++] = staff_choice(&g, '8', x, y++,
		    arena_printf(sc->arena, _("Go back to that of %s"),
			staff_day(sc->arena, old->created)));
	if (may_report(sc))
		out[n++] = staff_choice(&g, '9', x, y,
		    /* TRANSLATORS: for who sends the sticks; 34 columns. */
		    _("Write the report on the stick"));
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
	if (seconds == 0)
		return _("took less than 1 s");
	/* TRANSLATORS: how long it took. */
	return arena_printf(sc->arena,
	    _("took %u min %u s"), (unsigned)(seconds / 60),
	    (unsigned)(seconds % 60));
}

static const char *
say_counts(struct screen *sc, const struct link_result *r, bool wide)
{
	struct arena *a = sc->arena;
	unsigned n[3] = { (unsigned)r->count[0], (unsigned)r->count[1],
		(unsigned)r->count[2] };

	return arena_printf(a, wide ? "%s · %s · %s" : "%s %s %s",
	    /* TRANSLATORS: how many entries, three in a row: "2 new · 1
	     * changed · 0 withdrawn"; together 60 columns, 37 on small
	     * screens. */
	    arena_printf(a, ngettext("%u new", "%u new", n[0]), n[0]),
	    arena_printf(a, ngettext("%u changed", "%u changed", n[1]), n[1]),
	    arena_printf(a, ngettext("%u withdrawn", "%u withdrawn", n[2]),
		n[2]));
}

/* The report, in the row below that of the record. */
static void
draw_report(struct screen *sc, struct surface *s, const struct grid *g,
    const struct link_result *r)
{
	const struct link_model *m = staff_model(sc);
	struct arena *a = sc->arena;
	int room = g->right - g->margin;

	if (m->running == LINK_RECEIPT)
		widget_text(s, g->margin, 5, room, ROLE_MUTED,
		    _("One moment ..."));
	else if (m->code[LINK_RECEIPT][0] != '\0')
		staff_text(sc, s, g->margin, 5, room, ROLE_ALERT,
		    /* TRANSLATORS: on a stick; 36 columns. */
		    _("The report could not be written."));
	else if (r->receipt[0] != '\0')
		widget_text(s, g->margin, 5, room, ROLE_PAGE, g->wide
		    /* TRANSLATORS: a file on the stick; 25 columns without
		     * its name. */
		    ? arena_printf(a, _("Report on the stick: %s"),
			r->receipt)
		    /* TRANSLATORS: 37 columns. */
		    : _("The report is on the stick."));
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
		    /* TRANSLATORS: the number of the record. */
		    arena_printf(sc->arena, _("Record: %s"),
			arena_printf(sc->arena, "%04" PRIu64, r->record)));
	draw_report(sc, s, g, r);
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
	if (may_report(sc))
		footer_add_char(&f, "9", _("Report"));
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
	for (size_t i = 0; i < count; i++)
		if (c[i].digit == '8' && sc->place.focus != (int)i)
			draw_kept(sc, s, &c[i]);
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
	} else if (c[chosen].digit == '9') {
		link_receipt(app_link(sc->app),
		    staff_model(sc)->result.record);
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
