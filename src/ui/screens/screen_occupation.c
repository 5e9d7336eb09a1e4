/*
 * A kind of work that the reader did: the certificates that recognise it,
 * then the courses that complete it, those of the reader's country first.
 * Above them why it is asked for; behind a number of its own where there is
 * no room.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "catalog/option.h"
#include "ui/app.h"
#include "ui/screens/screens.h"
#include "ui/widget_option.h"

#define _(text) gettext(text)

#define DIGITS 4 /* of options on a page: 5 is "take with me" */
#define DEMAND '9'

struct occupation_screen {
	struct occupation occupation;
	struct option_row *rows; /* in the order of the list */
	size_t count;
	struct sheet demand;
	bool has_demand; /* it stands above the list */
	struct choice to_demand;
	struct menu menu;
};

/* The names that people use, why the work is asked for, and where. */
static void
say_demand(struct sheet *sh, const struct occupation *o)
{
	if (o->head.summary[0] != '\0')
		sheet_text_in(sh, o->head.lang, ROLE_TITLE, o->head.summary);
	if (o->demand[0] != '\0')
		sheet_text(sh, ROLE_PAGE, o->demand);
	if (o->head.countries[0] != '\0')
		sheet_text(sh, ROLE_PAGE, arena_printf(sh->arena,
			/* TRANSLATORS: of a kind of work: countries. */
			_("It is asked for in: %s"),
			widget_countries(sh->arena, o->head.countries)));
}

int
occupation_say_demand(struct screen *sc, struct sheet *sh, struct err *e)
{
	struct occupation o;

	if (catalog_occupation(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &o, e) < 0)
		return -1;
	say_demand(sh, &o);
	return 0;
}

/* Which of the four parts of the list an option belongs to. */
static int
part_of(struct screen *sc, const struct option_facts *f)
{
	const char *here = app_country(sc->app);
	bool recognises = strcmp(f->type, "certification") == 0 ||
	    strcmp(f->type, "recognition") == 0;
	bool is_here = here[0] == '\0' || strcmp(f->country, here) == 0 ||
	    strcmp(f->country, "XR") == 0;

	return (recognises ? 0 : 2) + (is_here ? 0 : 1);
}

static int
load(struct screen *sc, struct occupation_screen *t, struct err *e)
{
	struct option_row *all = NULL;
	size_t count = 0;

	if (catalog_occupation(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->occupation, e) < 0 ||
	    catalog_occupation_options(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &all, &count, e) < 0)
		return -1;
	t->rows = arena_array(sc->arena, count + 1, sizeof *t->rows);
	for (int part = 0; part < 4; part++)
		for (size_t i = 0; i < count; i++)
			if (part_of(sc, &all[i].facts) == part)
				t->rows[t->count++] = all[i];
	return 0;
}

/* Above the list with its sources, if two options have room below. */
static int
place_demand(struct screen *sc, struct occupation_screen *t,
    const struct grid *g, struct err *e)
{
	struct sheet *sh = &t->demand;
	struct entry x;

	sheet_init(sh, sc->arena, g->right - g->margin - 1);
	say_demand(sh, &t->occupation);
	if (catalog_entry(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &x, e) < 0)
		return -1;
	for (size_t i = 0; i < x.source_count; i++)
		sheet_text(sh, ROLE_MUTED, arena_printf(sc->arena,
			/* TRANSLATORS: of a kind of work: what says that it is
			 * asked for. */
			_("Source: %s"), x.sources[i].title));
	t->menu.item_rows = 3; /* what is said may take two, or the title */
	t->has_demand = (int)sh->rows.count + 1 + 2 * t->menu.item_rows <=
	    g->note - g->top;
	t->to_demand = (struct choice){
		.digit = DEMAND,
		.x = g->margin,
		.y = g->note - (g->touch ? 2 : 1),
		.width = g->right - g->margin,
		.height = g->touch ? 2 : 1,
		.indent = 4,
		/* TRANSLATORS: a choice; leads to why a kind of work is asked
		 * for, and in which countries; 34 columns. */
		.title = _("Why it is asked for, and where"),
	};
	return 0;
}

static void
fill_menu(struct screen *sc, struct occupation_screen *t)
{
	struct menu_item *items = arena_array(sc->arena, t->count + 1,
	    sizeof *items);

	for (size_t i = 0; i < t->count; i++) {
		const struct option_facts *f = &t->rows[i].facts;

		items[i].title = t->rows[i].head.title;
		items[i].lang = t->rows[i].head.lang;
		items[i].summary = arena_printf(sc->arena, "%s · %s · %s",
		    widget_facet_value(OPTION_COUNTRY, f->country),
		    widget_option_type(f->type),
		    widget_option_line(sc->arena, f));
	}
	t->menu.items = items;
	t->menu.count = t->count;
	t->menu.first_digit = '1';
	t->menu.digits = DIGITS;
	if (!t->has_demand) {
		t->menu.heads = &t->to_demand;
		t->menu.head_count = 1;
	}
}

static int
occupation_enter(struct screen *sc, struct err *e)
{
	struct occupation_screen *t = arena_zero(sc->arena, sizeof *t);
	int top = 0;
	struct grid g;

	widget_grid(&g, sc);
	if (load(sc, t, e) < 0 || place_demand(sc, t, &g, e) < 0)
		return -1;
	fill_menu(sc, t);
	top = t->has_demand ? g.top + (int)t->demand.rows.count + 1 : g.top;
	menu_fit(sc, &t->menu, top, t->has_demand ? g.note : t->to_demand.y);
	sc->state = t;
	return 0;
}

static void
draw_footer(struct screen *sc, struct surface *s,
    const struct occupation_screen *t)
{
	struct footer f = { .count = 0 };

	footer_add_char(&f, "0", _("Back"));
	if (menu_pages(&t->menu) > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	take_footer(sc, &f);
	if (t->count > 0 || t->menu.head_count > 0)
		footer_add_enter(&f, _("Open"));
	widget_footer(sc, s, &f);
}

static void
occupation_draw(struct screen *sc, struct surface *s)
{
	const struct occupation_screen *t = sc->state;
	struct grid g;

	widget_grid(&g, sc);
	s->said.lang = t->occupation.head.lang;
	widget_header(sc, s, t->occupation.head.title,
	    widget_page_of(sc->arena, sc->place.page, menu_pages(&t->menu)));
	if (t->has_demand)
		sheet_cut(&t->demand, s, (int)t->demand.rows.count,
		    g.margin + 1, g.top);
	menu_draw(sc, s, &t->menu);
	if (t->count == 0)
		/* TRANSLATORS: in place of a list; 36 columns. */
		widget_text(s, g.margin + 1, t->menu.y, g.right - g.margin,
		    ROLE_PAGE, _("No course is known. Ask the staff."));
	draw_footer(sc, s, t);
}

static bool
occupation_key(struct screen *sc, struct key key)
{
	const struct occupation_screen *t = sc->state;
	struct place demand = { .screen = SCREEN_DEMAND,
		.ref = sc->place.ref };
	bool used = false;
	int chosen = -1;

	if (take_key(sc, key, t->occupation.head.slug, 0))
		return true;
	chosen = menu_key(sc, &t->menu, key, &used);
	if (chosen >= 0)
		screens_open(sc, &t->rows[chosen].head);
	else if (chosen == MENU_HEAD(0))
		app_go(sc->app, &demand);
	return used;
}

const struct screen_ops occupation_ops = {
	.name = "occupation",
	.enter = occupation_enter,
	.draw = occupation_draw,
	.key = occupation_key,
};
