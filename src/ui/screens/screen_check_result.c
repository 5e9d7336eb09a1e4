/*
 * How a check ends: never "safe", always a next step and somebody to call.
 * It is made of the answers in the session each time, and kept nowhere.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "text/width.h"
#include "ui/app.h"
#include "ui/check_run.h"
#include "ui/screens/away.h"
#include "ui/screens/checks.h"

#define _(text) gettext(text)

#define LABEL_AT 3 /* cells from the number to what was asked */
#define ANSWER_AT 38
#define BRIEF_AT 49
#define CHOICES_MAX 3
#define NUMBERED 4 /* answers that a digit explains; 5 to 9 do other things */

enum doing {
	DO_CALL,
	DO_READ,
	DO_GO_ON,
};

struct result {
	struct check check;
	struct concluded so;
	struct sheet head; /* what the outcome says, below its title */
	struct sheet sheet;
	int top; /* first row of the sheet */
	struct choice choices[CHOICES_MAX];
	enum doing doings[CHOICES_MAX];
	size_t count;
};

/* TEXT from column AT of a row that is ROW so far. */
static const char *
put(struct arena *a, const char *row, int at, int width, const char *text)
{
	int used = width_of(row);

	return arena_printf(a, "%s%*s%s", row, at > used ? at - used : 1, "",
	    width_cut(text, width, a));
}

/* "1  They ask for money        Yes        Charging is forbidden" */
static void
add_row(struct sheet *sh, int n, const struct check_question *q,
    enum check_answer answer, bool wide)
{
	struct arena *a = sh->arena;
	const char *row = n > NUMBERED ? "•" : arena_printf(a, "%d", n);

	if (!wide) {
		sheet_row(sh, ROLE_PAGE,
		    put(a, row, LABEL_AT, sh->width - LABEL_AT, q->label));
		return;
	}
	row = put(a, row, LABEL_AT, ANSWER_AT - LABEL_AT - 1, q->label);
	row = put(a, row, ANSWER_AT, BRIEF_AT - ANSWER_AT - 1,
	    answer == CHECK_UNKNOWN
		/* TRANSLATORS: in a column of answers, beside "Yes" and "No";
		 * 10 columns. */
		? _("Not sure")
		: checks_answer(answer));
	sheet_row(sh, ROLE_PAGE,
	    put(a, row, BRIEF_AT, sh->width - BRIEF_AT, q->brief));
}

static void
say_answers(struct screen *sc, struct result *t, bool wide)
{
	const struct session_check *given = &app_session(sc->app)->check;
	int n = 0;

	for (size_t i = 0; i < t->check.count; i++) {
		if (!check_run_is_told(given, &t->check, i))
			continue;
		if (n == 0 && wide)
			/* TRANSLATORS: heads of two columns, 36 and 26. */
			sheet_row(&t->sheet, ROLE_MUTED,
			    put(sc->arena, _("You answered"), BRIEF_AT, 26,
				_("Why it matters")));
		add_row(&t->sheet, ++n, &t->check.questions[i],
		    (enum check_answer)given->answers[i], wide);
	}
	checks_say_find_out(&t->sheet, &t->so.score);
}

static void
add_choice(struct result *t, char digit, enum doing doing, const char *title)
{
	t->doings[t->count] = doing;
	t->choices[t->count++] = (struct choice){ .digit = digit,
		.title = title };
}

/* At the bottom of every page. */
static void
place_choices(struct screen *sc, struct result *t, const struct grid *g)
{
	const struct session *s = app_session(sc->app);

	/* TRANSLATORS: below the outcome of a check: 72 columns, and short
	 * 34. */
	add_choice(t, '6', DO_CALL,
	    g->wide
		? _("See telephones to ask or to report, near you")
		: _("Telephones near you"));
	if (t->so.end->read.ref.row != 0)
		add_choice(t, '7', DO_READ,
		    /* TRANSLATORS: before the title of a text. */
		    arena_printf(sc->arena, _("Read: %s"),
			t->so.end->read.title));
	if (t->so.score.stop && !s->check.whole &&
	    sc->place.part < (int)t->check.count)
		/* TRANSLATORS: below the outcome, when questions are left;
		 * 34 columns. */
		add_choice(t, '8', DO_GO_ON, _("Go on with the questions"));
	for (size_t i = 0; i < t->count; i++) {
		struct choice *c = &t->choices[i];

		c->x = g->wide ? 1 : 0;
		c->y = g->note - (g->wide || t->count < CHOICES_MAX ? 1 : 0) -
		    (int)t->count + (int)i;
		c->width = g->right - c->x;
		c->height = 1;
		c->indent = 4;
	}
}

static int
result_enter(struct screen *sc, struct err *e)
{
	struct result *t = arena_zero(sc->arena, sizeof *t);
	struct session *s = app_session(sc->app);
	struct grid g;

	widget_grid(&g, sc);
	if (check_run_open(sc, &t->check, e) < 0)
		return -1;
	if (checks_conclude(sc->arena, &t->check, &s->check, &t->so, e) < 0)
		return -1;
	sheet_init(&t->head, sc->arena, g.right - (g.wide ? 5 : 1));
	sheet_text_in(&t->head, t->check.head.lang, ROLE_ALERT,
	    t->so.end->text);
	t->top = 3 + (int)t->head.rows.count;
	sheet_init(&t->sheet, sc->arena, g.right - g.margin + 1);
	say_answers(sc, t, g.wide);
	checks_say_steps(&t->sheet, t->check.head.lang, t->so.end);
	checks_say_ways(&t->sheet, &t->check, &s->check);
	place_choices(sc, t, &g);
	sheet_fold(&t->sheet,
	    t->choices[0].y - (g.wide ? 2 : 1) - t->top);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	if (sc->place.focus >= (int)t->count)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

/* The outcome in its role; its words and triangles say it too. */
static void
draw_band(struct screen *sc, struct surface *s, const struct result *t,
    const struct grid *g)
{
	static const struct {
		enum role role;
		const char *mark;
	} looks[CHECK_OUTCOMES] = {
		[CHECK_GREEN] = { ROLE_OK, "" },
		[CHECK_YELLOW] = { ROLE_TITLE, "▲▲ " },
		[CHECK_RED] = { ROLE_ALERT, "▲▲▲ " },
	};
	enum role role = looks[t->so.outcome].role;
	int rows = (int)t->head.rows.count;

	surface_fill(s, 0, 1, g->width, 1 + rows, role);
	s->said.lang = t->check.head.lang;
	widget_text(s, 1, 1, g->width - 2, role,
	    arena_printf(sc->arena, "%s%s", looks[t->so.outcome].mark,
		t->so.title));
	s->said.lang = NULL;
	said_rows(&s->said, SAID_NOTE, &t->head.rows, 0, t->head.rows.count,
	    t->head.rows.count, g->wide ? 5 : 1, 2);
	for (int i = 0; i < rows; i++)
		surface_text(s, g->wide ? 5 : 1, 2 + i, t->head.width, role,
		    t->head.rows.rows[i].text);
}

/* 5: along with these answers, and onto the plan. */
static bool
take_result(struct screen *sc, const struct result *t, struct key key)
{
	struct session *s = app_session(sc->app);
	const char *slug = t->check.head.slug;
	struct place to = { .screen = SCREEN_TAKE, .ref = sc->place.ref,
		.number = AWAY_CHECK };

	if (!key_is(key, '5'))
		return false;
	if (!taken_keep_check(&s->taken, slug, &s->check)) {
		screens_go(sc, SCREEN_PLAN); /* there is room for no more */
		return true;
	}
	plan_add(&s->plan, slug, 0); /* it may be there already */
	app_go(sc->app, &to);
	return true;
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct result *t,
    bool wide)
{
	int pages = sheet_pages(&t->sheet);
	struct footer f = { .count = 0 };

	footer_add_char(&f, "0", _("Back"));
	if (sc->place.page + 1 < pages)
		footer_add_char(&f, "+", _("More"));
	if (sc->place.page > 0)
		footer_add_char(&f, "-", _("Before"));
	take_footer(sc, &f);
	/* TRANSLATORS: foot of the outcome: 15 columns, and short 5. */
	footer_add_char(&f, "9", wide ? _("Start again") : _("Again"));
	widget_footer(sc, s, &f);
}

static void
result_draw(struct screen *sc, struct surface *s)
{
	const struct result *t = sc->state;
	int pages = sheet_pages(&t->sheet);
	struct grid g;

	widget_grid(&g, sc);
	s->said.lang = t->check.head.lang;
	widget_header(sc, s, t->check.head.title, _("Result"));
	draw_band(sc, s, t, &g);
	sheet_draw(&t->sheet, s, sc->place.page, g.margin, t->top);
	if (g.wide)
		/* TRANSLATORS: above what can be done next; in capitals. */
		widget_text(s, g.margin, t->choices[0].y - 1, g.right,
		    ROLE_TITLE, _("WHAT TO DO NOW"));
	choices_draw(sc, s, t->choices, t->count);
	if (pages > 1)
		widget_pager(sc, s, sc->place.page, pages);
	else
		widget_note(sc, s, g.margin,
		    widget_fit(g.width - 1 - g.margin,
			/* TRANSLATORS: foot of the outcome: 76 columns, and
			 * short 36. */
			_("This guides you: it keeps neither your answers nor "
			  "your name."),
			_("Your answers are not kept.")));
	draw_footer(sc, s, t, g.wide);
}

/* The question of the told answer N, from 1; 0 if there are fewer. */
static int
told_question(const struct session_check *given, const struct check *k, int n)
{
	for (size_t i = 0; i < k->count; i++)
		if (check_run_is_told(given, k, i) && --n == 0)
			return (int)i + 1;
	return 0;
}

/* A number of the list says why that answer matters. */
static bool
explain_key(struct screen *sc, const struct result *t, struct key key)
{
	int question = 0;

	for (int n = 1; n <= NUMBERED; n++)
		if (key_is(key, (uint32_t)('0' + n)))
			question = told_question(&app_session(sc->app)->check,
			    &t->check, n);
	if (question == 0)
		return false;
	checks_open(sc, SCREEN_CHECK_WHY, question);
	return true;
}

static bool
result_key(struct screen *sc, struct key key)
{
	const struct result *t = sc->state;
	struct session *s = app_session(sc->app);
	bool used = false;
	int chosen = -1;

	if (sheet_key(sc, sheet_pages(&t->sheet), key) ||
	    explain_key(sc, t, key) ||
	    take_result(sc, t, key))
		return true;
	if (key_is(key, '9')) {
		check_run_wipe(s);
		checks_turn(sc, SCREEN_CHECK, 1);
		return true;
	}
	chosen = choices_key(sc, t->choices, t->count, key, &used);
	if (chosen < 0)
		return used;
	switch (t->doings[chosen]) {
	case DO_CALL:
		checks_open(sc, SCREEN_CHECK_PHONES, (int)t->so.outcome);
		break;
	case DO_READ:
		screens_open(sc, &t->so.end->read);
		break;
	case DO_GO_ON:
		s->check.whole = true;
		checks_turn(sc, SCREEN_CHECK, sc->place.part + 1);
		break;
	}
	return true;
}

/* To the question that was answered last. */
static bool
result_back(struct screen *sc)
{
	checks_turn(sc, SCREEN_CHECK, sc->place.part);
	return true;
}

const struct screen_ops check_result_ops = {
	.name = "check-result",
	.enter = result_enter,
	.draw = result_draw,
	.key = result_key,
	.back = result_back,
};
