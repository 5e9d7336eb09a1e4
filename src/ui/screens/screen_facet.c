/*
 * One facet of the finder: its values with how many options have each, for
 * the other facets as they stand.  Several may be marked.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/finder.h"
#include "ui/screens/screens.h"
#include "ui/widget_option.h"

#define _(text) gettext(text)

#define COLUMN_WIDE 35 /* cells of a value */
#define COLUMN_NARROW 34
#define SECOND_COLUMN 42
#define FIRST_COLUMN_ROWS 5 /* of nine, where there are two columns */

struct facet {
	enum option_facet facet;
	struct option_counts counts;
	size_t unchosen; /* options, were nothing chosen here */
	struct choice choices[MENU_PAGE_MAX];
	size_t count;
	int height; /* rows of each */
	int per_page;
	int pages;
};

static int
load(struct screen *sc, struct facet *t, struct err *e)
{
	struct option_filter without = *finder_filter(sc);
	struct option_counts n;

	option_filter_clear(&without, t->facet);
	if (catalog_option_counts(app_catalog(sc->app), &without, sc->arena,
		&n, e) < 0 ||
	    catalog_option_counts(app_catalog(sc->app), finder_filter(sc),
		sc->arena, &t->counts, e) < 0)
		return -1;
	t->unchosen = n.matching;
	return 0;
}

static void
place_value(struct screen *sc, struct facet *t, const struct grid *g, int n)
{
	const struct option_value *v =
	    &t->counts.values[t->facet][sc->place.page * t->per_page + n];
	bool second = g->wide && n >= FIRST_COLUMN_ROWS;
	int width = g->wide ? COLUMN_WIDE : COLUMN_NARROW;

	t->choices[t->count++] = (struct choice){
		.digit = (char)('1' + n),
		.x = second ? SECOND_COLUMN : g->margin,
		.y = 2 + (second ? n - FIRST_COLUMN_ROWS : n) * t->height,
		.width = width,
		.height = t->height,
		.indent = g->wide ? 4 : 3,
		.title = arena_printf(sc->arena, "[%s] %s",
		    v->chosen ? "x" : " ",
		    widget_facet_value(t->facet, v->value)),
		.badge = arena_printf(sc->arena, "%zu", v->count),
		.badge_role = ROLE_PAGE,
	};
}

static int
facet_enter(struct screen *sc, struct err *e)
{
	struct facet *t = arena_zero(sc->arena, sizeof *t);
	int all = 0;
	struct grid g;

	widget_grid(&g, sc);
	t->facet = (enum option_facet)sc->place.number;
	if (load(sc, t, e) < 0)
		return -1;
	all = (int)t->counts.count[t->facet];
	t->height = g.touch ? 2 : 1;
	t->per_page = (g.note - 2) / t->height;
	if (g.wide || t->per_page > MENU_PAGE_MAX)
		t->per_page = MENU_PAGE_MAX;
	t->pages = all == 0 ? 1 : (all + t->per_page - 1) / t->per_page;
	if (sc->place.page >= t->pages)
		sc->place.page = t->pages - 1;
	for (int i = 0; i < t->per_page &&
	    sc->place.page * t->per_page + i < all; i++)
		place_value(sc, t, &g, i);
	if (sc->place.focus >= (int)t->count)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

static const char *
head(struct screen *sc, const struct facet *t, const struct grid *g)
{
	const char *choose = widget_facet_choose(t->facet);

	return !g->wide ? choose :
			  arena_printf(sc->arena, "%s > %s", _("Courses"),
			      choose);
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct facet *t)
{
	struct footer f = { .count = 0 };

	/* TRANSLATORS: foot of a facet: back with what was marked; 9
	 * columns. */
	footer_add_char(&f, "0", _("Done"));
	if (t->pages > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	/* TRANSLATORS: foot of a facet: mark a value or not; 9 columns. */
	footer_add(&f, "1-9", _("Mark"), key_of(UIKEY_NONE));
	widget_footer(sc, s, &f);
}

static void
facet_draw(struct screen *sc, struct surface *s)
{
	const struct facet *t = sc->state;
	size_t n = t->unchosen;
	struct sheet note;
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, head(sc, t, &g),
	    !g.wide ? finder_head(sc->arena, &t->counts, false) :
		      arena_printf(sc->arena,
			  /* TRANSLATORS: head of a facet: how many options
			   * there are with nothing chosen in it; 32
			   * columns. */
			  ngettext("without choosing: %zu option",
			      "without choosing: %zu options", n), n));
	choices_draw(sc, s, t->choices, t->count);
	if (g.wide) {
		sheet_init(&note, sc->arena, g.right - 3);
		/* TRANSLATORS: below the values of a facet; two rows of 70
		 * columns. */
		sheet_text(&note, ROLE_MUTED, _("What has no option is not "
						"shown. You may mark "
						"several."));
		sheet_cut(&note, s, (int)note.rows.count, 3,
		    3 + FIRST_COLUMN_ROWS * t->height);
	}
	draw_footer(sc, s, t);
}

static bool
facet_key(struct screen *sc, struct key key)
{
	const struct facet *t = sc->state;
	struct err e = { 0 };
	bool used = false;
	int chosen = -1;

	if (menu_turn(sc, t->pages, key)) {
		app_reenter(sc->app);
		return true;
	}
	chosen = choices_key(sc, t->choices, t->count, key, &used);
	if (chosen < 0)
		return used;
	option_filter_toggle(finder_filter(sc), t->facet,
	    t->counts.values[t->facet][sc->place.page * t->per_page + chosen]
		.value);
	/* what cannot be read is said when the screen is entered again */
	if (catalog_option_settle(app_catalog(sc->app), finder_filter(sc),
		&e) < 0)
		option_filter_clear(finder_filter(sc), t->facet);
	app_reenter(sc->app);
	return true;
}

const struct screen_ops facet_ops = {
	.name = "facet",
	.enter = facet_enter,
	.draw = facet_draw,
	.key = facet_key,
};
