/*
 * Which work the reader did: the occupations under the names that people
 * use.  Beside them, on every page, what holds between two countries and
 * what there is to read about degrees and trades.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"
#include "ui/screens/works.h"

#define _(text) gettext(text)

#define DIGITS 6 /* of occupations on a page */
#define TOPIC "recognition"

enum door {
	BY_NAME,
	PAIR,
	READ,
	DOORS,
};

struct work {
	struct work_choice *works;
	struct choice doors[DOORS];
	enum door behind[DOORS]; /* a place of doors -> what it opens */
	struct menu menu;
};

/* The rows of the doors are the same whether both are there or not. */
static void
add_door(struct work *t, const struct grid *g, enum door door,
    const char *title)
{
	int rows = g->touch ? 2 : 1;
	struct choice *c = &t->doors[t->menu.head_count];

	t->behind[t->menu.head_count++] = door;
	*c = works_by_name(g, g->note - rows * (DOORS - (int)door),
	    (char)('1' + DIGITS + (int)door));
	if (title != NULL)
		c->title = title;
}

static int
place_doors(struct screen *sc, struct work *t, const struct grid *g,
    struct err *e)
{
	struct catalog *c = app_catalog(sc->app);
	struct ref topic = { 0 };
	size_t agreements = 0;
	size_t conventions = 0;

	if (catalog_count(c, ENTRY_AGREEMENT, &agreements, e) < 0 ||
	    catalog_count(c, ENTRY_CONVENTION, &conventions, e) < 0 ||
	    catalog_find_topic(c, TOPIC, &topic, e) < 0)
		return -1;
	add_door(t, g, BY_NAME, NULL);
	if (agreements + conventions > 0)
		/* TRANSLATORS: a choice: what holds between the country one is
		 * from and the one of work; 34 columns. */
		add_door(t, g, PAIR, _("What two countries agreed"));
	if (topic.row != 0)
		/* TRANSLATORS: a choice: texts about degrees and trades; 34
		 * columns. */
		add_door(t, g, READ, _("Read about degrees and trades"));
	t->menu.heads = t->doors;
	return 0;
}

static int
work_enter(struct screen *sc, struct err *e)
{
	struct work *t = arena_zero(sc->arena, sizeof *t);
	struct menu_item *items = NULL;
	size_t count = 0;
	struct grid g;

	widget_grid(&g, sc);
	if (works_list(sc, WORKS_TO_OPEN, "", &t->works, &count, e) < 0 ||
	    place_doors(sc, t, &g, e) < 0)
		return -1;
	items = arena_array(sc->arena, count + 1, sizeof *items);
	for (size_t i = 0; i < count; i++) {
		items[i].title = t->works[i].title;
		if (g.wide)
			items[i].summary = t->works[i].offer.head.summary;
	}
	t->menu.items = items;
	t->menu.count = count;
	t->menu.first_digit = '1';
	t->menu.digits = DIGITS;
	menu_fit(sc, &t->menu, g.top, g.note - DOORS * (g.touch ? 2 : 1) -
		(g.wide ? 1 : 0));
	sc->state = t;
	return 0;
}

static void
work_draw(struct screen *sc, struct surface *s)
{
	const struct work *t = sc->state;
	int pages = menu_pages(&t->menu);
	struct footer f = { .count = 0 };

	/* TRANSLATORS: head of the list of occupations; 22 columns. */
	widget_header_path(sc, s, _("Get credit for what I know"),
	    _("What work did you do?"),
	    widget_page_of(sc->arena, sc->place.page, pages));
	menu_draw(sc, s, &t->menu);
	footer_add_char(&f, "0", _("Back"));
	if (pages > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Choose"));
	footer_add_char(&f, "/", _("Search"));
	widget_footer(sc, s, &f);
}

static bool
work_key(struct screen *sc, struct key key)
{
	const struct work *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen >= 0)
		works_choose(sc, WORKS_TO_OPEN, &t->works[chosen], true);
	for (int i = 0; i < t->menu.head_count; i++) {
		if (chosen != MENU_HEAD(i))
			continue;
		if (t->behind[i] == BY_NAME)
			works_go_by_name(sc, WORKS_TO_OPEN);
		else if (t->behind[i] == PAIR)
			screens_go(sc, SCREEN_PAIR);
		else
			screens_go_topic(sc, TOPIC);
	}
	return used;
}

const struct screen_ops work_ops = {
	.name = "work",
	.enter = work_enter,
	.draw = work_draw,
	.key = work_key,
};
