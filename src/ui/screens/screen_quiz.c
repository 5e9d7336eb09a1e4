/*
 * One card of a quiz: the question and its answers; once it is answered,
 * whether that was right, and why.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/quiz_view.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define ANSWER_ROWS 2

struct quiz_page {
	struct quiz_view view;
	const struct card *card;
	int answered; /* number of the answer; 0: none yet */
	struct sheet question;
	const char *lang; /* of the card */
	struct sheet verdict;
	struct choice choices[CARD_ANSWERS_MAX];
};

/* The card that is next, or how it went when all are answered. */
static struct place
next_place(const struct screen *sc, const struct learning *l, size_t count)
{
	size_t next = learning_next_card(l, count);
	struct place to = { .ref = sc->place.ref, .screen = SCREEN_SCORE };

	if (next < count) {
		to.screen = SCREEN_QUIZ;
		to.part = (int)next;
	}
	return to;
}

void
quiz_go(struct screen *sc, const struct learning *l, size_t count)
{
	struct place to = next_place(sc, l, count);

	app_go(sc->app, &to);
}

void
quiz_replace(struct screen *sc, const struct learning *l, size_t count)
{
	struct place to = next_place(sc, l, count);

	app_replace(sc->app, &to);
}

static bool
is_right(const struct quiz_page *t)
{
	return t->answered == t->card->right;
}

static void
place_answers(struct quiz_page *t, const struct grid *g)
{
	int y = g->top + (int)t->question.rows.count + (g->wide ? 1 : 0);
	int step = g->wide || g->touch ? ANSWER_ROWS : 1;

	for (size_t i = 0; i < t->card->answer_count; i++) {
		struct choice *c = &t->choices[i];
		struct rows rows = { 0 };

		*c = (struct choice){ .digit = (char)('1' + i),
			.x = g->wide ? g->text_x - 1 : g->margin,
			.y = y,
			.width = g->wide ? g->text_width + 1
					 : g->right - g->margin,
			.indent = 4,
			.title = t->card->answers[i],
			.lang = t->lang,
			.wraps = true };
		layout_plain(&rows, c->title, c->width - c->indent,
		    t->question.arena);
		c->height = (int)rows.count < ANSWER_ROWS ? (int)rows.count
							  : ANSWER_ROWS;
		if (c->height < step)
			c->height = step;
		y += c->height;
	}
}

/* What is said of the answer. */
static void
say_verdict(struct screen *sc, struct quiz_page *t, const struct grid *g)
{
	struct sheet *sh = &t->verdict;

	sheet_init(sh, sc->arena, g->text_width);
	sheet_text_in(sh, t->lang, ROLE_MUTED, t->card->question);
	sheet_blank(sh);
	/* TRANSLATORS: a quiz: the right answer follows. */
	sheet_text(sh, ROLE_TITLE,
	    arena_printf(sc->arena, _("The right answer: %s"),
		quiz_view_right(t->card)));
	sheet_blank(sh);
	sheet_text_in(sh, t->lang, ROLE_PAGE, t->card->why);
	sheet_fold(sh, g->note - g->top - 2);
}

static int
quiz_enter(struct screen *sc, struct err *e)
{
	struct quiz_page *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	if (quiz_view_load(sc, &t->view, e) < 0)
		return -1;
	if (sc->place.part >= (int)t->view.count)
		sc->place.part = (int)t->view.count - 1;
	t->card = &t->view.cards[sc->place.part];
	t->lang = t->view.langs[sc->place.part];
	t->answered = t->view.learning->answers[sc->place.part];
	sheet_init(&t->question, sc->arena, g.text_width);
	sheet_text_in(&t->question, t->lang, ROLE_TITLE,
	    t->card->question);
	place_answers(t, &g);
	say_verdict(sc, t, &g);
	sc->state = t;
	return 0;
}

static void
draw_question(struct screen *sc, struct surface *s, const struct quiz_page *t,
    const struct grid *g)
{
	struct footer f = { .count = 0 };
	/* TRANSLATORS: foot of a quiz, behind "1-3 "; 12 columns. */
	const char *verb = _("Answer");

	sheet_cut(&t->question, s, (int)t->question.rows.count, g->text_x,
	    g->top);
	choices_draw(sc, s, t->choices, t->card->answer_count);
	footer_add_char(&f, "0", _("Back"));
	footer_add(&f,
	    arena_printf(sc->arena, "1-%zu", t->card->answer_count), verb,
	    key_of(UIKEY_NONE));
	widget_footer(sc, s, &f);
}

static void
draw_verdict(struct screen *sc, struct surface *s, const struct quiz_page *t,
    const struct grid *g)
{
	/* a wrong answer is no danger: the alert role is for those */
	enum role role = is_right(t) ? ROLE_OK : ROLE_TITLE;
	struct footer f = { .count = 0 };
	bool last = learning_next_card(t->view.learning, t->view.count) ==
	    t->view.count;

	surface_fill(s, 0, 1, g->width, 1, role);
	widget_text(s, g->text_x, 1, g->right - g->text_x, role,
	    /* TRANSLATORS: a quiz: what the answer was; 30 columns. */
	    is_right(t) ? _("RIGHT") : _("NOT THIS ONE"));
	sheet_draw(&t->verdict, s, 0, g->text_x, g->top + 1);
	footer_add_char(&f, "0", _("Back"));
	footer_add_char(&f, "+",
	    /* TRANSLATORS: foot of a quiz, behind "+ "; 15 columns. */
	    last ? _("Result") : _("Next question"));
	widget_footer(sc, s, &f);
}

static void
quiz_draw(struct screen *sc, struct surface *s)
{
	const struct quiz_page *t = sc->state;
	struct grid g;

	widget_grid(&g, sc);
	s->said.lang = t->view.entry.head.lang; /* NULL for rumours */
	widget_header(sc, s, t->view.title,
	    /* TRANSLATORS: head of a quiz; 18 columns. */
	    arena_printf(sc->arena, _("Question %d of %zu"),
		sc->place.part + 1, t->view.count));
	if (t->answered == 0)
		draw_question(sc, s, t, &g);
	else
		draw_verdict(sc, s, t, &g);
	widget_pager(sc, s, sc->place.part, (int)t->view.count);
}

static bool
quiz_key(struct screen *sc, struct key key)
{
	const struct quiz_page *t = sc->state;
	bool used = false;
	int chosen = -1;

	if (t->answered != 0) {
		if (!key_is(key, '+') && key.kind != UIKEY_ENTER)
			return false;
		quiz_replace(sc, t->view.learning, t->view.count);
		return true;
	}
	chosen = choices_key(sc, t->choices, t->card->answer_count, key,
	    &used);
	if (chosen >= 0) {
		t->view.learning->answers[sc->place.part] =
		    (uint8_t)(chosen + 1);
		sc->place.focus = 0;
		app_reenter(sc->app);
	}
	return used;
}

const struct screen_ops quiz_ops = {
	.name = "quiz",
	.enter = quiz_enter,
	.draw = quiz_draw,
	.key = quiz_key,
};
