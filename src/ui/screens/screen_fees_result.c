/*
 * The sum of what somebody is asked to pay, against what may be charged:
 * never that all is well, always a law or somebody to ask.  place.number 1:
 * as it was taken along.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/away.h"
#include "ui/screens/fees.h"
#include "ui/widget_option.h"

#define _(text) gettext(text)

#define CHOICES 2

struct fees_result {
	struct fees_view view;
	struct sheet head;
	struct sheet sheet;
	int top; /* first row of the sheet */
	struct choice choices[CHOICES];
};

static const struct session_fees *
taken(struct screen *sc)
{
	return &app_session(sc->app)->taken.fees;
}

static void
fill_head(struct screen *sc, struct fees_result *t, const struct grid *g)
{
	const struct fees_view *v = &t->view;

	sheet_init(&t->head, sc->arena, g->right - (g->wide ? 5 : 1));
	if (v->sum.total > 0)
		sheet_text(&t->head, ROLE_PAGE,
		    arena_printf(sc->arena,
			/* TRANSLATORS: a sum and its money. */
			_("They ask for %s %s in all."),
			widget_amount(sc->arena, v->sum.total),
			v->fees.currency));
	if (v->sum.forbidden + v->sum.open > 0)
		sheet_text(&t->head, ROLE_PAGE,
		    _("Do not pay before you ask."));
	t->top = 3 + (int)t->head.rows.count;
}

static void
place_choices(struct fees_result *t, const struct grid *g)
{
	/* TRANSLATORS: below what may be charged: 72 columns, and short
	 * 34. */
	t->choices[0] = (struct choice){ .digit = '6',
		.title = _("See all telephones") };
	t->choices[1] = (struct choice){ .digit = '7',
		.title = _("Is this offer safe? Questions") };
	for (int i = 0; i < CHOICES; i++) {
		struct choice *c = &t->choices[i];

		c->x = g->wide ? 1 : 0;
		c->y = g->note - CHOICES - (g->wide ? 1 : 0) + i;
		c->width = g->right - c->x;
		c->height = 1;
		c->indent = 4;
	}
}

static int
result_enter(struct screen *sc, struct err *e)
{
	struct fees_result *t = arena_zero(sc->arena, sizeof *t);
	struct session_fees now = fees_now(sc);
	struct grid g;

	widget_grid(&g, sc);
	if (fees_view(sc, sc->place.number == 1 ? taken(sc) : &now, &t->view,
		e) < 0)
		return -1;
	fill_head(sc, t, &g);
	place_choices(t, &g);
	sheet_init(&t->sheet, sc->arena, g.right - g.margin + 1);
	if (fees_say(sc, &t->sheet, &t->view, e) < 0)
		return -1;
	sheet_fold(&t->sheet, t->choices[0].y - 1 - t->top);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	if (sc->place.focus >= CHOICES)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

static void
draw_band(struct screen *sc, struct surface *s, const struct fees_result *t,
    const struct grid *g)
{
	const struct fee_sum *sum = &t->view.sum;
	enum role role = sum->forbidden > 0 ? ROLE_ALERT : ROLE_TITLE;
	const char *mark = sum->forbidden > 0 ? "▲▲▲ " :
	    sum->open > 0		      ? "▲▲ " :
						"";
	int rows = (int)t->head.rows.count;

	surface_fill(s, 0, 1, g->width, 1 + rows, role);
	widget_text(s, 1, 1, g->width - 2, role,
	    arena_printf(sc->arena, "%s%s", mark, t->view.title));
	said_rows(&s->said, SAID_NOTE, &t->head.rows, 0, t->head.rows.count,
	    t->head.rows.count, g->wide ? 5 : 1, 2);
	for (int i = 0; i < rows; i++)
		surface_text(s, g->wide ? 5 : 1, 2 + i, t->head.width, role,
		    t->head.rows.rows[i].text);
}

static void
result_draw(struct screen *sc, struct surface *s)
{
	const struct fees_result *t = sc->state;
	int pages = sheet_pages(&t->sheet);
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, _("What they may charge"), _("Result"));
	draw_band(sc, s, t, &g);
	sheet_draw(&t->sheet, s, sc->place.page, g.margin, t->top);
	choices_draw(sc, s, t->choices, CHOICES);
	widget_pager(sc, s, sc->place.page, pages);
	footer_add_char(&f, "0", _("Back"));
	if (sc->place.page + 1 < pages)
		footer_add_char(&f, "+", _("More"));
	if (sc->place.page > 0)
		footer_add_char(&f, "-", _("Before"));
	if (t->view.sum.asked > 0)
		take_footer(sc, &f);
	widget_footer(sc, s, &f);
}

/* 5: along as it is now, and onto the plan. */
static void
take(struct screen *sc, const struct fees_result *t)
{
	struct session *s = app_session(sc->app);
	struct place to = { .screen = SCREEN_TAKE, .number = AWAY_FEES };

	s->taken.fees = t->view.fees;
	plan_add(&s->plan, TAKEN_FEES, 0); /* it may be there already */
	app_go(sc->app, &to);
}

static bool
result_key(struct screen *sc, struct key key)
{
	const struct fees_result *t = sc->state;
	bool used = false;
	int chosen = -1;

	if (sheet_key(sc, sheet_pages(&t->sheet), key))
		return true;
	if (key_is(key, '5') && t->view.sum.asked > 0) {
		take(sc, t);
		return true;
	}
	chosen = choices_key(sc, t->choices, CHOICES, key, &used);
	if (chosen == 0)
		screens_go(sc, SCREEN_HELP);
	else if (chosen == 1 && !screens_go_check(sc, "offer-check"))
		screens_go_topic(sc, "offer");
	return used;
}

const struct screen_ops fees_result_ops = {
	.name = "fees-result",
	.enter = result_enter,
	.draw = result_draw,
	.key = result_key,
};
