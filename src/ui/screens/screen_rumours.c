/*
 * Rumours: first the questions, then each rumour to read.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/quiz_view.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

struct rumours {
	struct entry_list list;
	struct quiz_view quiz;
	struct menu menu;
};

static int
rumours_enter(struct screen *sc, struct err *e)
{
	struct rumours *t = arena_zero(sc->arena, sizeof *t);
	struct menu_item *items = NULL;
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_of_kind(app_catalog(sc->app), ENTRY_RUMOUR,
		app_lang(sc->app), sc->arena, &t->list, e) < 0 ||
	    quiz_view_load(sc, &t->quiz, e) < 0)
		return -1;
	items = arena_array(sc->arena, t->list.count + 1, sizeof *items);
	items[0].title = arena_printf(sc->arena,
	    ngettext("%zu question to check", "%zu questions to check",
		t->quiz.count),
	    t->quiz.count);
	for (size_t i = 0; i < t->list.count; i++) {
		items[1 + i].title = t->list.heads[i].title;
		items[1 + i].lang = t->list.heads[i].lang;
		if (g.wide)
			items[1 + i].summary = t->list.heads[i].summary;
	}
	if (g.wide)
		/* TRANSLATORS: below the first choice of the rumours; 70
		 * columns. */
		items[0].summary = _("What would you believe? What would you "
				     "ask?");
	t->menu.items = items;
	t->menu.count = t->list.count + 1;
	menu_fit(sc, &t->menu, g.top, g.note);
	sc->state = t;
	return 0;
}

static void
rumours_draw(struct screen *sc, struct surface *s)
{
	const struct rumours *t = sc->state;
	struct footer f = { .count = 0 };

	widget_header(sc, s, _("Rumour or fact?"),
	    widget_page_of(sc->arena, sc->place.page, menu_pages(&t->menu)));
	menu_draw(sc, s, &t->menu);
	footer_add_char(&f, "0", _("Back"));
	if (menu_pages(&t->menu) > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Open"));
	footer_add_char(&f, "/", _("Search"));
	widget_footer(sc, s, &f);
}

static bool
rumours_key(struct screen *sc, struct key key)
{
	const struct rumours *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen == 0)
		quiz_go(sc, t->quiz.learning, t->quiz.count);
	else if (chosen > 0)
		screens_open(sc, &t->list.heads[chosen - 1]);
	return used;
}

const struct screen_ops rumours_ops = {
	.name = "rumours",
	.enter = rumours_enter,
	.draw = rumours_draw,
	.key = rumours_key,
};
