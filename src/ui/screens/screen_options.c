/*
 * The list of the finder: what matches, page by page; only the page that is
 * shown is read.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/finder.h"
#include "ui/screens/screens.h"
#include "ui/widget_option.h"

#define _(text) gettext(text)

struct options {
	struct option_row *rows;
	size_t count;
	size_t total;
	struct choice choices[MENU_PAGE_MAX];
	int per_page;
	int pages;
};

static int
load_page(struct screen *sc, struct options *t, struct err *e)
{
	return catalog_options(app_catalog(sc->app), finder_filter(sc),
	    (size_t)(sc->place.page * t->per_page), (size_t)t->per_page,
	    app_lang(sc->app), sc->arena, &t->rows, &t->count, &t->total, e);
}

/* On a small screen what is long takes two rows. */
static int
rows_each(const struct grid *g)
{
	return g->wide ? 2 : 3;
}

static void
place_row(struct screen *sc, struct options *t, const struct grid *g, int n)
{
	const struct option_row *row = &t->rows[n];
	const struct session_list *l = &app_session(sc->app)->compare;

	t->choices[n] = (struct choice){
		.digit = (char)('1' + n),
		.x = g->margin,
		.y = g->top + rows_each(g) * n,
		.width = g->right - g->margin,
		.height = rows_each(g),
		.indent = 4,
		.title = row->head.title,
		.lang = row->head.lang,
		.summary = widget_option_line(sc->arena, &row->facts),
		.badge = session_list_has(l, row->head.slug) ? "[x]" : NULL,
		.badge_role = ROLE_TITLE,
	};
}

static int
options_enter(struct screen *sc, struct err *e)
{
	struct options *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	t->per_page = (g.footer - g.top) / rows_each(&g);
	if (t->per_page > MENU_PAGE_MAX)
		t->per_page = MENU_PAGE_MAX;
	if (load_page(sc, t, e) < 0)
		return -1;
	t->pages = t->total == 0 ? 1 :
	    (int)((t->total + (size_t)t->per_page - 1) / (size_t)t->per_page);
	if (sc->place.page >= t->pages) {
		sc->place.page = t->pages - 1;
		if (load_page(sc, t, e) < 0)
			return -1;
	}
	for (size_t i = 0; i < t->count; i++)
		place_row(sc, t, &g, (int)i);
	if (sc->place.focus >= (int)t->count)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

static void
options_draw(struct screen *sc, struct surface *s)
{
	const struct options *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, g.wide ? _("Courses and certificates") :
				      _("Courses"),
	    t->pages > 1 ? widget_page_of(sc->arena, sc->place.page, t->pages) :
			   arena_printf(sc->arena,
			       ngettext("%zu option", "%zu options", t->total),
			       t->total));
	choices_draw(sc, s, t->choices, t->count);
	footer_add_char(&f, "0", _("Back"));
	if (t->pages > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Open"));
	widget_footer(sc, s, &f);
}

static bool
options_key(struct screen *sc, struct key key)
{
	const struct options *t = sc->state;
	bool used = false;
	int chosen = -1;

	if (menu_turn(sc, t->pages, key)) {
		app_reenter(sc->app);
		return true;
	}
	chosen = choices_key(sc, t->choices, t->count, key, &used);
	if (chosen >= 0)
		screens_open(sc, &t->rows[chosen].head);
	return used;
}

const struct screen_ops options_ops = {
	.name = "options",
	.enter = options_enter,
	.draw = options_draw,
	.key = options_key,
};
