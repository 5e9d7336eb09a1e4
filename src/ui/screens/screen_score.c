/*
 * How a quiz went: the sum, what was not right, what may be taken away, and
 * where to go on.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/quiz_view.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

/* What can be done; where no entry has the quiz, only the last. */
enum action {
	ACTION_PAPER,
	ACTION_CODE,
	ACTION_AGAIN,
	ACTIONS,
};

#define LINKS_MAX 3
#define LINK_DIGIT '6' /* of the first: 5 takes the course along */

struct score {
	struct quiz_view view;
	size_t right;
	struct sheet sheet;
	struct choice choices[ACTIONS + LINKS_MAX];
	size_t choice_count;
	size_t first; /* the action that is the first choice */
	size_t actions;
};

/* TRANSLATORS: choices below the result of a quiz; 34 columns each. */
static const char *const titles[ACTIONS] = {
	N_("See the result as a paper"),
	N_("The same, with a code"),
	N_("Answer again"),
};

static void
say_lessons(struct screen *sc, struct score *t)
{
	size_t all = t->view.entry.lesson_count;

	if (all == 0)
		return;
	sheet_text(&t->sheet, ROLE_PAGE,
	    arena_printf(sc->arena,
		/* TRANSLATORS: of a course. */
		_("Lessons that you read: %zu of %zu."),
		learning_read_count(t->view.learning, all), all));
}

static void
say_wrong(struct screen *sc, struct score *t)
{
	for (size_t i = 0; i < t->view.count; i++) {
		const struct card *card = &t->view.cards[i];

		if (t->view.learning->answers[i] == card->right)
			continue;
		sheet_blank(&t->sheet);
		sheet_text(&t->sheet, ROLE_TITLE, card->question);
		sheet_text(&t->sheet, ROLE_PAGE,
		    arena_printf(sc->arena, _("The right answer: %s"),
			quiz_view_right(card)));
	}
}

static const char *
title_of(const struct score *t, size_t choice)
{
	size_t action = t->first + choice;

	if (choice >= t->actions)
		return t->view.entry.links.heads[choice - t->actions].title;
	if (action == ACTION_AGAIN && t->view.more)
		/* TRANSLATORS: below the result of a quiz; 34 columns. */
		return _("Other questions");
	return _(titles[action]);
}

/* The actions, and behind them what the course leads to. */
static void
place_choices(struct score *t, const struct grid *g)
{
	const struct entry_list *links = &t->view.entry.links;
	size_t count = links->count < LINKS_MAX ? links->count : LINKS_MAX;

	t->actions = ACTIONS - t->first;
	t->choice_count = t->actions + count;
	for (size_t i = 0; i < t->choice_count; i++)
		t->choices[i] = (struct choice){
			.digit = (char)(i < t->actions
				? '1' + i
				: LINK_DIGIT + i - t->actions),
			.x = g->wide ? g->text_x - 1 : g->margin,
			.y = g->note - (int)(t->choice_count - i),
			.width = g->wide ? g->text_width + 1
					 : g->right - g->margin,
			.height = 1,
			.indent = 4,
			.title = title_of(t, i) };
}

static int
score_enter(struct screen *sc, struct err *e)
{
	struct score *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	if (quiz_view_load(sc, &t->view, e) < 0)
		return -1;
	t->right = learning_right_count(t->view.learning, t->view.cards,
	    t->view.count);
	t->first = quiz_is_of_rumours(&sc->place) ? ACTION_AGAIN
						  : ACTION_PAPER;
	sheet_init(&t->sheet, sc->arena, g.text_width);
	say_lessons(sc, t);
	say_wrong(sc, t);
	place_choices(t, &g);
	sheet_fold(&t->sheet, t->choices[0].y - g.top - 2);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	sc->state = t;
	return 0;
}

static void
score_draw(struct screen *sc, struct surface *s)
{
	const struct score *t = sc->state;
	int pages = sheet_pages(&t->sheet);
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: head of the result of a quiz; 12 columns. */
	s->said.lang = t->view.entry.head.lang; /* NULL for rumours */
	widget_header(sc, s, t->view.title, _("Result"));
	surface_fill(s, 0, 1, g.width, 1, ROLE_OK);
	widget_text(s, g.text_x, 1, g.right - g.text_x, ROLE_OK,
	    arena_printf(sc->arena,
		/* TRANSLATORS: result of a quiz; 36 columns. */
		_("RIGHT ANSWERS: %zu of %zu"), t->right, t->view.count));
	sheet_draw(&t->sheet, s, sc->place.page, g.text_x, g.top + 1);
	choices_draw(sc, s, t->choices, t->choice_count);
	widget_pager(sc, s, sc->place.page, pages);
	footer_add_char(&f, "0", _("Back"));
	if (sc->place.page + 1 < pages)
		footer_add_char(&f, "+", _("More"));
	if (sc->place.page > 0)
		footer_add_char(&f, "-", _("Before"));
	footer_add_enter(&f, _("Choose"));
	if (t->first == ACTION_PAPER)
		take_footer(sc, &f);
	widget_footer(sc, s, &f);
}

static bool
score_key(struct screen *sc, struct key key)
{
	const struct score *t = sc->state;
	struct place to = { .screen = SCREEN_SLIP, .ref = sc->place.ref };
	bool used = false;
	int chosen = -1;

	if (sheet_key(sc, sheet_pages(&t->sheet), key))
		return true;
	if (t->first == ACTION_PAPER &&
	    take_key(sc, key, t->view.entry.head.slug, 0))
		return true;
	chosen = choices_key(sc, t->choices, t->choice_count, key, &used);
	if (chosen < 0)
		return used;
	if (chosen >= (int)t->actions) {
		screens_open(sc,
		    &t->view.entry.links.heads[chosen - (int)t->actions]);
	} else if ((size_t)chosen + t->first == ACTION_AGAIN) {
		quiz_view_again(sc, &t->view);
	} else {
		to.part = chosen; /* with a code, or without */
		app_go(sc->app, &to);
	}
	return true;
}

const struct screen_ops score_ops = {
	.name = "score",
	.enter = score_enter,
	.draw = score_draw,
	.key = score_key,
};
