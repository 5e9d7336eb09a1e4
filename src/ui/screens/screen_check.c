/*
 * A check: before the first question, then one question a screen with three
 * answers.  What is answered stays in the session; leaving asks nothing.
 */
#include <config.h>

#include <libintl.h>

#include "text/width.h"
#include "ui/app.h"
#include "ui/check_run.h"
#include "ui/screens/checks.h"

#define _(text) gettext(text)

#define CHOICES_Y 8 /* row of the first answer, where the text lets it be */
#define ANSWERS 3
#define CHOICES 4

struct check_screen {
	struct check check;
	struct sheet text;
	struct choice choices[CHOICES];
	size_t count;
	const char *example; /* muted, if there is room; or "" */
};

void
checks_draw_danger(struct screen *sc, struct surface *s)
{
	struct grid g;
	const char *text = NULL;
	int x = 0;

	widget_grid(&g, sc);
	/* TRANSLATORS: above every question, with the key 9: 66 columns, and
	 * short 36. */
	text = widget_fit(g.text_width, _("Are you in danger now?  Press 9"),
	    _("In danger now? Press 9"));
	x = g.text_x;
	widget_text(s, x, 1, g.right - x, ROLE_TITLE, text);
	surface_target(s, x, 1, width_of(text), 1, key_char('9'));
}

bool
checks_danger_key(struct screen *sc, struct key key)
{
	struct place to = { .screen = SCREEN_HELP, .ref = { .row = 1 } };

	if (!key_is(key, '9'))
		return false;
	app_go(sc->app, &to);
	return true;
}

static struct place
place_of(const struct screen *sc, enum screen_id screen, int item)
{
	struct place to = { .screen = screen, .ref = sc->place.ref,
		.part = item };

	return to;
}

void
checks_turn(struct screen *sc, enum screen_id screen, int item)
{
	struct place to = place_of(sc, screen, item);

	app_replace(sc->app, &to);
}

void
checks_open(struct screen *sc, enum screen_id screen, int item)
{
	struct place to = place_of(sc, screen, item);

	app_go(sc->app, &to);
}

const char *
checks_answer(enum check_answer answer)
{
	switch (answer) {
	case CHECK_YES:
		/* TRANSLATORS: the three answers to a question. */
		return _("Yes");
	case CHECK_NO:
		return _("No");
	case CHECK_UNKNOWN:
		return _("I don't know");
	case CHECK_NONE:
	case CHECK_ANSWERS:
		break;
	}
	return "";
}

const char *
checks_awaiting(const struct check *k)
{
	if (!k->awaiting)
		return NULL;
	/* TRANSLATORS: of questions in a language that nobody who speaks it
	 * has read yet. */
	return _("Nobody who speaks this language has checked this "
		 "translation yet.");
}

static const struct check_question *
question_of(const struct screen *sc, const struct check_screen *t)
{
	return &t->check.questions[sc->place.part - 1];
}

/* A country that the reader named, or that none was named. */
static const char *
named(const char *code)
{
	/* TRANSLATORS: beside a question about a country: none was chosen. */
	return code[0] == '\0' ? _("not said") : widget_country(code);
}

static struct choice
choice_at(const struct grid *g, int n, int y, const char *title)
{
	struct choice c = {
		.digit = (char)('1' + n),
		.x = g->wide ? g->text_x - 1 : 1,
		.y = y,
		.width = g->wide ? g->text_width + 1 : g->right - 1,
		.height = 1,
		.indent = g->wide ? 5 : 4,
		.title = title,
		.badge_role = ROLE_TITLE,
	};

	return c;
}

/* What the questions are, what becomes of the answers. */
static void
fill_start(struct screen *sc, struct check_screen *t)
{
	const char *only = widget_only_in(sc, t->check.head.lang);
	const char *awaiting = checks_awaiting(&t->check);

	if (only != NULL)
		sheet_text(&t->text, ROLE_TITLE, only);
	sheet_text_in(&t->text, t->check.head.lang, ROLE_PAGE,
	    t->check.head.summary);
	sheet_text(&t->text, ROLE_PAGE,
	    /* TRANSLATORS: before the questions of a check. */
	    _("We do not keep your answers or your name."));
	if (awaiting != NULL)
		sheet_text(&t->text, ROLE_TITLE, awaiting);
	sheet_text(&t->text, ROLE_PAGE,
	    _("This guides you. It is not legal advice."));
}

static void
place_start(struct screen *sc, struct check_screen *t, const struct grid *g,
    int y)
{
	const struct session *s = app_session(sc->app);

	/* TRANSLATORS: before the questions of a check; 30 columns each. */
	t->choices[0] = choice_at(g, 0, y, _("Begin"));
	t->choices[1] = choice_at(g, 1, y + 1, _("Where is the job?"));
	t->choices[2] = choice_at(g, 2, y + 2, _("Where are you from?"));
	t->choices[1].badge = named(s->check.work);
	t->choices[2].badge = named(s->check.origin);
	t->count = ANSWERS;
}

static void
place_answers(struct screen *sc, struct check_screen *t, const struct grid *g,
    int y)
{
	for (int i = 0; i < ANSWERS; i++)
		t->choices[i] = choice_at(g, i, y + i,
		    checks_answer((enum check_answer)(CHECK_YES + i)));
	/* TRANSLATORS: below the three answers; 30 columns. */
	t->choices[ANSWERS] = choice_at(g, ANSWERS,
	    y + ANSWERS + (g->wide ? 1 : 0), _("Why does it matter?"));
	t->count = CHOICES;
	(void)sc;
}

/* The first row of the choices: always the same, but for a long text. */
static int
choices_y(const struct grid *g, const struct check_screen *t)
{
	int end = (g->wide ? 3 : 2) + (int)t->text.rows.count + 1;
	int last = g->note - CHOICES - (g->wide ? 1 : 0);
	int y = end > CHOICES_Y ? end : CHOICES_Y;

	return y < last ? y : last;
}

/* The example stands below the question where both have room. */
static void
add_example(struct check_screen *t, const struct grid *g,
    const char *example)
{
	struct sheet both = t->text;

	if (example[0] == '\0')
		return;
	sheet_blank(&both);
	sheet_text_in(&both, t->check.head.lang, ROLE_PAGE, example);
	if ((int)both.rows.count <
	    g->note - CHOICES - (g->wide ? 1 : 0) - (g->wide ? 3 : 2))
		t->text = both;
}

static int
check_enter(struct screen *sc, struct err *e)
{
	struct check_screen *t = arena_zero(sc->arena, sizeof *t);
	struct session *s = app_session(sc->app);
	struct grid g;

	widget_grid(&g, sc);
	if (check_run_open(sc, &t->check, e) < 0)
		return -1;
	if (sc->place.part > (int)t->check.count)
		sc->place.part = 0; /* another edition has fewer */
	sheet_init(&t->text, sc->arena,
	    g.wide ? g.text_width : g.right - g.margin + 1);
	if (sc->place.part == 0) {
		fill_start(sc, t);
		place_start(sc, t, &g, choices_y(&g, t));
	} else {
		sheet_text_in(&t->text, t->check.head.lang, ROLE_TITLE,
		    question_of(sc, t)->question);
		add_example(t, &g, question_of(sc, t)->example);
		place_answers(sc, t, &g, choices_y(&g, t));
		if (sc->place.focus == 0 &&
		    s->check.answers[sc->place.part - 1] != CHECK_NONE)
			sc->place.focus =
			    s->check.answers[sc->place.part - 1] - CHECK_YES;
	}
	if (sc->place.focus >= (int)t->count)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

static void
draw_footer(struct screen *sc, struct surface *s, bool wide)
{
	struct footer f = { .count = 0 };

	if (sc->place.part == 0) {
		footer_add_char(&f, "0", _("Back"));
		footer_add_enter(&f, _("Choose"));
		footer_add_char(&f, "8", _("Sources"));
		widget_footer(sc, s, &f);
		return;
	}
	/* TRANSLATORS: foot of a question: 18 columns, and short 8. */
	footer_add_char(&f, "0", wide ? _("Question before") : _("Before"));
	/* TRANSLATORS: foot of a question, behind "1-3"; 9 columns. */
	footer_add(&f, "1-3", _("Answer"), key_of(UIKEY_NONE));
	/* TRANSLATORS: foot of a question: 15 columns, and short 6. */
	footer_add_char(&f, "7", wide ? _("Leave and erase") : _("Leave"));
	widget_footer(sc, s, &f);
}

static void
check_draw(struct screen *sc, struct surface *s)
{
	const struct check_screen *t = sc->state;
	int item = sc->place.part;
	const char *right = NULL;
	struct grid g;

	widget_grid(&g, sc);
	if (item > 0)
		/* TRANSLATORS: head of a question, 18 columns. */
		right = arena_printf(sc->arena, _("Question %d of %zu"), item,
		    t->check.count);
	s->said.lang = t->check.head.lang;
	widget_header(sc, s, t->check.head.title, right);
	checks_draw_danger(sc, s);
	sheet_cut(&t->text, s, t->choices[0].y - (g.wide ? 3 : 2),
	    g.wide ? g.text_x : g.margin, g.wide ? 3 : 2);
	choices_draw(sc, s, t->choices, t->count);
	if (item > 0)
		widget_pager(sc, s, item - 1, (int)t->check.count);
	draw_footer(sc, s, g.wide);
}

/* To the next question, or to how it ends. */
static void
go_on(struct screen *sc, const struct check_screen *t)
{
	int item = sc->place.part;
	bool last = item == (int)t->check.count;

	if (last || check_run_ends(&app_session(sc->app)->check, &t->check))
		checks_turn(sc, SCREEN_CHECK_RESULT, item);
	else
		checks_turn(sc, SCREEN_CHECK, item + 1);
}

static void
choose_start(struct screen *sc, int chosen)
{
	struct place to = { .screen = SCREEN_COUNTRY,
		.number = chosen == 1 ? COUNTRY_WORK : COUNTRY_ORIGIN };

	if (chosen == 0)
		checks_turn(sc, SCREEN_CHECK, 1);
	else
		app_go(sc->app, &to);
}

static bool
check_key(struct screen *sc, struct key key)
{
	const struct check_screen *t = sc->state;
	int item = sc->place.part;
	bool used = false;
	int chosen = -1;

	if (checks_danger_key(sc, key))
		return true;
	if (key_is(key, '7') && item > 0) {
		check_run_wipe(app_session(sc->app));
		app_home(sc->app);
		return true;
	}
	if (key_is(key, '8') && item == 0) {
		checks_open(sc, SCREEN_SOURCES, 0);
		return true;
	}
	chosen = choices_key(sc, t->choices, t->count, key, &used);
	if (chosen < 0)
		return used;
	if (item == 0) {
		choose_start(sc, chosen);
	} else if (chosen == ANSWERS) {
		checks_open(sc, SCREEN_CHECK_WHY, item);
	} else {
		check_run_answer(app_session(sc->app), (size_t)item - 1,
		    (enum check_answer)(CHECK_YES + chosen));
		go_on(sc, t);
	}
	return true;
}

static bool
check_back(struct screen *sc)
{
	if (sc->place.part == 0) {
		check_run_wipe(app_session(sc->app));
		return false;
	}
	checks_turn(sc, SCREEN_CHECK, sc->place.part - 1);
	return true;
}

const struct screen_ops check_ops = {
	.name = "check",
	.enter = check_enter,
	.draw = check_draw,
	.key = check_key,
	.back = check_back,
};
