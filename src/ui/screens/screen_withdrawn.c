/*
 * In place of an entry that an alert channel withdraws, of whatever kind: that
 * it is withdrawn, and why.  Nothing of the entry itself is shown, but its
 * title.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

struct withdrawn {
	struct withdrawal w;
	struct sheet sheet;
	struct choice choices[2];
};

static void
place_choices(struct withdrawn *t, const struct grid *g)
{
	int x = g->text_x - 1;

	t->choices[0] = (struct choice){
		.digit = '1',
		/* TRANSLATORS: leads to the alert that withdraws a page; 34
		 * columns. */
		.title = _("Read the warning"),
	};
	t->choices[1] = (struct choice){
		.digit = '2',
		/* TRANSLATORS: leads to services and telephones; 34 columns. */
		.title = _("Help and telephones"),
	};
	for (size_t i = 0; i < COUNT_OF(t->choices); i++) {
		t->choices[i].x = x;
		t->choices[i].y = g->note - 3 + (int)i;
		t->choices[i].width = g->text_width + 1;
		t->choices[i].height = 1;
		t->choices[i].indent = 4;
	}
}

static int
withdrawn_enter(struct screen *sc, struct err *e)
{
	struct withdrawn *t = arena_zero(sc->arena, sizeof *t);
	bool found = false;
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_withdrawal(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->w, &found, e) < 0)
		return -1;
	if (!found)
		return err_set(e, ERR_NOT_FOUND, "nobody withdraws it");
	sheet_init(&t->sheet, sc->arena, g.text_width);
	sheet_text(&t->sheet, ROLE_ALERT, _("WITHDRAWN"));
	sheet_text(&t->sheet, ROLE_TITLE, t->w.title);
	if (g.wide)
		sheet_blank(&t->sheet);
	/* TRANSLATORS: on a page that was withdrawn. */
	sheet_text(&t->sheet, ROLE_PAGE,
	    _("This page was withdrawn. Do not rely on it."));
	if (g.wide)
		/* TRANSLATORS: on a page that was withdrawn. */
		sheet_heading(&t->sheet, _("Why it was withdrawn"));
	sheet_text(&t->sheet, ROLE_TITLE, t->w.alert.title);
	sheet_text(&t->sheet, ROLE_PAGE, t->w.alert.summary);
	place_choices(t, &g);
	sheet_fold(&t->sheet, t->choices[0].y - 1 - g.top);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	sc->state = t;
	return 0;
}

static void
withdrawn_draw(struct screen *sc, struct surface *s)
{
	const struct withdrawn *t = sc->state;

	/* TRANSLATORS: head of a page that was withdrawn; 25 columns. */
	sheet_draw_screen(sc, s, &t->sheet, _("Withdrawn"));
	choices_draw(sc, s, t->choices, COUNT_OF(t->choices));
}

static bool
withdrawn_key(struct screen *sc, struct key key)
{
	const struct withdrawn *t = sc->state;
	bool used = false;
	int chosen;

	if (sheet_key(sc, sheet_pages(&t->sheet), key))
		return true;
	chosen = choices_key(sc, t->choices, COUNT_OF(t->choices), key, &used);
	if (chosen == 0)
		screens_open(sc, &t->w.alert);
	else if (chosen == 1)
		screens_go(sc, SCREEN_HELP);
	return used;
}

const struct screen_ops withdrawn_ops = {
	.name = "withdrawn",
	.enter = withdrawn_enter,
	.draw = withdrawn_draw,
	.key = withdrawn_key,
};
