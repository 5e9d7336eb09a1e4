/*
 * End of session.  The wipe ran before this is drawn; after 20 seconds the
 * attract screen comes back.  place.page counts the seconds.  A kiosk that
 * counts asks one question; place.part says that it was answered.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/app_stats.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

#define SECONDS 20
#define TICK_MS 1000

/* What may be answered, and what it counts as. */
static const struct {
	const char *title;
	const char *word;
} answers[] = {
	{ N_("Yes"), "yes" },
	/* TRANSLATORS: an answer to: did you find what you were looking for?
	 * 30 columns. */
	{ N_("More or less"), "partly" },
	{ N_("No"), "no" },
};

#define ANSWERS COUNT_OF(answers)

struct end {
	struct sheet sheet;
	const char *question; /* or thanks for the answer; NULL for neither */
	int question_y;
	struct choice choices[ANSWERS];
	size_t count;
};

/* Below what was said, with a blank row where there is room. */
static void
ask(struct screen *sc, struct end *t, const struct grid *g)
{
	int gap = g->wide ? 1 : 0;

	if (!app_counts(sc->app))
		return;
	t->question_y = g->top + (int)t->sheet.rows.count + 1;
	if (sc->place.part != 0) {
		/* TRANSLATORS: after the answer to: did you find what you
		 * were looking for? 37 columns. */
		t->question = _("Thank you for your answer.");
		return;
	}
	/* TRANSLATORS: after the end of a visit, with the answers Yes, More
	 * or less, No; 37 columns. */
	t->question = _("Did you find what you looked for?");
	t->count = ANSWERS;
	for (size_t i = 0; i < ANSWERS; i++)
		t->choices[i] = (struct choice){
			.digit = (char)('1' + i),
			.x = g->wide ? g->text_x - 1 : g->margin,
			.y = t->question_y + 1 + gap + (int)i,
			.width = g->text_width,
			.height = 1,
			.indent = 4,
			.title = _(answers[i].title) };
}

static int
end_enter(struct screen *sc, struct err *e)
{
	struct end *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	(void)e; /* nothing is read */
	widget_grid(&g, sc);
	sheet_init(&t->sheet, sc->arena, g.text_width);
	/* TRANSLATORS: after the end of a visit: two lines of 66 columns,
	 * and two short ones of 37. */
	sheet_text(&t->sheet, ROLE_PAGE,
	    g.wide ? _("All that you looked at and answered has been erased.")
		   : _("What you looked at is erased."));
	sheet_text(&t->sheet, ROLE_PAGE,
	    g.wide ? _("Nobody can see what you searched for on this screen.")
		   : _("Nobody can see what you searched."));
	ask(sc, t, &g);
	sheet_fold(&t->sheet, g.note - g.top);
	sc->state = t;
	return 0;
}

static void
end_draw(struct screen *sc, struct surface *s)
{
	const struct end *t = sc->state;
	int left = SECONDS - sc->place.page;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: head of the last page. */
	widget_header(sc, s, _("Thank you"), NULL);
	sheet_draw(&t->sheet, s, 0, g.text_x, g.top);
	if (t->question != NULL)
		widget_text(s, g.text_x, t->question_y, g.text_width,
		    ROLE_TITLE, t->question);
	choices_draw(sc, s, t->choices, t->count);
	widget_text(s, g.text_x, g.note, g.width - g.text_x - 1, ROLE_PAGE,
	    arena_printf(sc->arena,
		/* TRANSLATORS: counts down; 37 columns. */
		ngettext("Back to the start in %d second",
		    "Back to the start in %d seconds", (unsigned long)left),
		left));
	footer_add_char(&f, "0", _("Leave"));
	if (t->count > 0 && g.wide)
		footer_add_enter(&f, _("Answer"));
	footer_add_char(&f, "5", _("Go on looking"));
	widget_footer(sc, s, &f);
}

static bool
end_key(struct screen *sc, struct key key)
{
	const struct end *t = sc->state;
	bool used = false;
	int chosen = -1;

	if (key_is(key, '5')) {
		app_home(sc->app);
		return true;
	}
	if (t->count > 0)
		chosen = choices_key(sc, t->choices, t->count, key, &used);
	if (chosen < 0)
		return used;
	app_count_found(sc->app, answers[chosen].word);
	sc->place.part = 1;
	app_reenter(sc->app);
	return true;
}

static int
end_wait(const struct screen *sc)
{
	(void)sc;
	return TICK_MS;
}

static void
end_tick(struct screen *sc)
{
	sc->place.page++;
	if (sc->place.page >= SECONDS)
		app_attract(sc->app);
}

const struct screen_ops end_ops = {
	.name = "end",
	.enter = end_enter,
	.draw = end_draw,
	.key = end_key,
	.wait = end_wait,
	.tick = end_tick,
};
