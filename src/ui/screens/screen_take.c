/*
 * Take with you: what this kiosk can give of a page.  A QR code for whoever
 * has a telephone, and for everybody the short code, which opens the same
 * page on another kiosk.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/away.h"
#include "ui/screens/screens.h"
#include "ui/widget_qr.h"

#define _(text) gettext(text)

#define CHOICES_MAX 3
#define FIELD_MAX 45 /* columns of the light field beside the text */
#define SIDE_GAP 3

enum doing {
	DO_QR,
	DO_PRINT,
	DO_PLAN,
};

struct take {
	struct away away;
	struct qr qr; /* beside the text */
	bool small;   /* there is one */
	bool large;   /* one on the whole screen says something */
	bool big;     /* the short code in large digits, instead */
	struct sheet sheet;
	int x, width; /* of the text */
	int field;    /* columns of the light field; 0: none */
	int sheet_rows;
	int code_y;
	struct choice choices[CHOICES_MAX];
	enum doing doings[CHOICES_MAX];
	size_t count;
};

static void
fit_field(struct screen *sc, struct take *t, const struct grid *g)
{
	int rows = g->note - g->top;
	const char *text = NULL;
	int size = 0;

	t->x = g->margin;
	t->width = g->right - g->margin + 1;
	if (!widget_qr_works(sc))
		return;
	t->large = true;
	if (!g->wide)
		return;
	size = widget_qr_size(FIELD_MAX, rows, QR_MARGIN);
	t->small = away_qr(sc, &t->away, size, &t->qr, &text);
	if (!t->small)
		return;
	t->field = t->qr.size + 2 * QR_MARGIN;
	t->x = g->margin + t->field + SIDE_GAP;
	t->width = g->right - t->x + 1;
}

static void
fill_sheet(struct screen *sc, struct take *t, bool wide)
{
	const struct plan *plan = &app_session(sc->app)->plan;

	sheet_init(&t->sheet, sc->arena, t->width);
	if (!wide)
		sheet_text(&t->sheet, ROLE_TITLE, t->away.title);
	if (t->small)
		/* TRANSLATORS: beside a QR code; 28 columns a row. */
		sheet_text(&t->sheet, ROLE_PAGE,
		    _("Point the camera of your telephone at the QR code. It "
		      "keeps what you need."));
	else if (!t->large)
		/* TRANSLATORS: where the screen can show no QR code; 36
		 * columns a row. */
		sheet_text(&t->sheet, ROLE_PAGE,
		    _("Write down this number."));
	if (plan->count == PLAN_MAX && sc->place.number != AWAY_PLAN)
		/* TRANSLATORS: 28 columns a row. */
		sheet_text(&t->sheet, ROLE_MUTED, _("Your plan is full."));
}

static void
add_choice(struct take *t, enum doing doing, const char *title)
{
	t->doings[t->count] = doing;
	t->choices[t->count] = (struct choice){
		.digit = (char)('1' + t->count), .title = title };
	t->count++;
}

static void
place_choices(struct screen *sc, struct take *t, const struct grid *g)
{
	int height = g->touch ? 2 : 1;
	int y = g->top + t->sheet_rows + (t->sheet_rows > 0 ? 1 : 0);

	if (t->large)
		/* TRANSLATORS: shows a QR code on the whole screen; 24
		 * columns. */
		add_choice(t, DO_QR, t->small ? _("A larger QR code")
					      : _("QR code on the screen"));
	if (app_printer(sc->app) != NULL)
		/* TRANSLATORS: 24 columns. */
		add_choice(t, DO_PRINT, _("Print on paper"));
	if (sc->place.number != AWAY_PLAN)
		add_choice(t, DO_PLAN, take_plan_verb(sc));
	for (size_t i = 0; i < t->count; i++) {
		struct choice *c = &t->choices[i];

		c->x = t->x;
		c->y = y;
		c->width = t->width;
		c->height = height;
		c->indent = 4;
		y += height;
	}
	t->code_y = y + 1;
}

static int
take_enter(struct screen *sc, struct err *e)
{
	struct take *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	if (away_load(sc, &t->away, e) < 0)
		return -1;
	fit_field(sc, t, &g);
	fill_sheet(sc, t, g.wide);
	t->sheet_rows = (int)t->sheet.rows.count;
	place_choices(sc, t, &g);
	t->big = !t->large && !app_line_mode(sc->app) &&
	    widget_big_width(t->away.code) <= t->width &&
	    t->code_y + 2 + BIG_ROWS <= g.note;
	if (sc->place.focus >= (int)t->count)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

/* "V - 4 8 2 1 3 5": said, and read, sign by sign. */
static const char *
spaced(struct arena *a, const char *code)
{
	const char *text = "";

	for (; *code != '\0'; code++)
		if (*code != ' ')
			text = arena_printf(a, "%s%s%c", text,
			    text[0] != '\0' ? " " : "", *code);
	return text;
}

static void
draw_code(struct screen *sc, struct surface *s, const struct take *t)
{
	int y = t->code_y;

	if (t->away.code[0] == '\0')
		return;
	if (t->big)
		widget_big(s, t->x, y + 2, t->away.code);
	/* TRANSLATORS: above the short code, which is typed into the search
	 * of another kiosk; 28 columns, and short 10, before the code. */
	if (t->small) {
		y += widget_text(s, t->x, y, t->width, ROLE_PAGE,
			 _("In another kiosk, search for")) > 0;
		widget_text(s, t->x + 4, y + 1, t->width, ROLE_TITLE,
		    spaced(sc->arena, t->away.code));
		return;
	}
	widget_text(s, t->x, y, t->width, ROLE_TITLE,
	    arena_printf(sc->arena, "%s  %s", _("Code:"),
		spaced(sc->arena, t->away.code)));
}

static void
take_draw(struct screen *sc, struct surface *s)
{
	const struct take *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: head of what one can take along of a page; 20
	 * columns. */
	if (g.wide)
		widget_header_path(sc, s, _("Take with you"), t->away.title,
		    NULL);
	else
		widget_header(sc, s, _("Take with you"), NULL);
	if (t->small)
		widget_qr(s, &t->qr, g.margin, g.top, t->field,
		    g.note - g.top);
	sheet_cut(&t->sheet, s, t->sheet_rows, t->x, g.top);
	choices_draw(sc, s, t->choices, t->count);
	draw_code(sc, s, t);
	footer_add_char(&f, "0", _("Back"));
	if (t->count > 0)
		footer_add_enter(&f, _("Choose"));
	if (sc->place.number != AWAY_PLAN)
		footer_add_char(&f, "5", take_plan_verb(sc));
	widget_footer(sc, s, &f);
}

static bool
take_key_here(struct screen *sc, struct key key)
{
	const struct take *t = sc->state;
	struct place to = sc->place;
	bool used = false;
	int chosen = -1;

	if (key_is(key, '5') && sc->place.number != AWAY_PLAN) {
		screens_go(sc, SCREEN_PLAN);
		return true;
	}
	chosen = choices_key(sc, t->choices, t->count, key, &used);
	if (chosen < 0)
		return used;
	switch (t->doings[chosen]) {
	case DO_QR:
		to.screen = SCREEN_QR;
		to.focus = 0;
		app_go(sc->app, &to);
		break;
	case DO_PRINT:
		return paper_go(sc, &to);
	case DO_PLAN:
		screens_go(sc, SCREEN_PLAN);
		break;
	}
	return true;
}

const struct screen_ops take_ops = {
	.name = "take",
	.enter = take_enter,
	.draw = take_draw,
	.key = take_key_here,
};
