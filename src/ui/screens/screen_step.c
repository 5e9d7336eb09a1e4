/*
 * One step of the plan: open it, move it, take it off.  place.part is its
 * number on the plan.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/plan_view.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

enum action { OPEN, EARLIER, LATER, REMOVE, ACTIONS };

/* TRANSLATORS: what one may do with a step of the plan; 34 columns each. */
static const char *const titles[ACTIONS] = {
	[OPEN] = N_("Open it"),
	[EARLIER] = N_("Do it earlier"),
	[LATER] = N_("Do it later"),
	[REMOVE] = N_("Take it off my plan"),
};

struct step {
	struct plan_view view;
	struct sheet sheet;
	struct choice choices[ACTIONS];
};

static void
fill_sheet(struct screen *sc, struct step *t, const struct grid *g)
{
	const struct entry *x = &t->view.entry;

	sheet_init(&t->sheet, sc->arena, g->text_width);
	if (plan_is_withdrawn(&t->view))
		sheet_text(&t->sheet, ROLE_ALERT, _("WITHDRAWN"));
	sheet_text_in(&t->sheet, x->head.lang, ROLE_TITLE, t->view.title);
	if (x->head.kind == ENTRY_OPTION)
		sheet_text_in(&t->sheet, x->head.lang, ROLE_MUTED,
		    x->head.summary);
	sheet_text(&t->sheet, ROLE_PAGE, t->view.step);
	for (size_t i = 1; i < x->phone_count; i++)
		sheet_text(&t->sheet, ROLE_TITLE, x->phones[i].number);
	if (x->head.kind == ENTRY_OPTION && x->url[0] != '\0')
		sheet_text(&t->sheet, ROLE_PAGE, arena_printf(sc->arena,
			_("On the internet: %s"), x->url));
	if (t->view.part > 0)
		sheet_text_in(&t->sheet, x->head.lang, ROLE_MUTED,
		    x->head.title);
	else if (x->head.kind != ENTRY_OPTION)
		sheet_text_in(&t->sheet, x->head.lang, ROLE_MUTED,
		    x->head.summary);
}

static int
step_enter(struct screen *sc, struct err *e)
{
	struct step *t = arena_zero(sc->arena, sizeof *t);
	const struct plan *plan = &app_session(sc->app)->plan;
	bool found = false;
	struct grid g;

	widget_grid(&g, sc);
	if (sc->place.part < (int)plan->count &&
	    plan_view_load(sc, sc->place.part, &t->view, &found, e) < 0)
		return -1;
	if (!found)
		return err_set(e, ERR_NOT_FOUND, "step %d of the plan",
		    sc->place.part);
	fill_sheet(sc, t, &g);
	for (int i = 0; i < ACTIONS; i++)
		t->choices[i] = (struct choice){ .digit = (char)('1' + i),
			.x = g.wide ? g.text_x - 1 : g.margin,
			.y = g.note - ACTIONS - 1 + i,
			.width = g.wide ? g.text_width + 1
					: g.right - g.margin,
			.height = 1,
			.indent = 4,
			.title = _(titles[i]) };
	sc->state = t;
	return 0;
}

static void
step_draw(struct screen *sc, struct surface *s)
{
	const struct step *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, _("My plan"),
	    /* TRANSLATORS: head of one step of the plan; 16 columns. */
	    arena_printf(sc->arena, _("Step %d of %zu"), sc->place.part + 1,
		app_session(sc->app)->plan.count));
	sheet_cut(&t->sheet, s, t->choices[0].y - g.top - 1, g.text_x, g.top);
	choices_draw(sc, s, t->choices, ACTIONS);
	footer_add_char(&f, "0", _("Back"));
	footer_add_enter(&f, _("Choose"));
	widget_footer(sc, s, &f);
}

static void
open_it(struct screen *sc, const struct plan_view *v)
{
	struct place lesson = { .screen = SCREEN_LESSON,
		.ref = v->entry.head.ref, .part = v->part - 1 };
	struct place result = { .screen = v->result,
		.ref = v->entry.head.ref, .number = 1 };

	if (v->result != SCREEN_ATTRACT)
		app_go(sc->app, &result);
	else if (v->part > 0)
		app_go(sc->app, &lesson);
	else
		screens_open(sc, &v->entry.head);
}

static bool
step_key(struct screen *sc, struct key key)
{
	const struct step *t = sc->state;
	struct plan *plan = &app_session(sc->app)->plan;
	bool used = false;
	int chosen = choices_key(sc, t->choices, ACTIONS, key, &used);

	if (chosen < 0)
		return used;
	switch ((enum action)chosen) {
	case OPEN:
		open_it(sc, &t->view);
		break;
	case EARLIER:
	case LATER:
		sc->place.part = plan_move(plan, sc->place.part,
		    chosen == EARLIER ? -1 : 1);
		app_reenter(sc->app);
		break;
	case REMOVE:
		taken_forget(&app_session(sc->app)->taken,
		    plan->items[sc->place.part].slug);
		plan_remove(plan, sc->place.part);
		app_back(sc->app);
		break;
	case ACTIONS:
		break;
	}
	return true;
}

const struct screen_ops step_ops = {
	.name = "step",
	.enter = step_enter,
	.draw = step_draw,
	.key = step_key,
};
