/*
 * Two countries: the one the reader is from, the one where the reader was or
 * goes to, and what both agreed, what is in force first.  It says no more
 * than the content: what is signed or not confirmed is called so.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "catalog/agreement.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define FIRST_DIGIT '3' /* of what holds */
#define DIGITS 6

enum door {
	FROM,
	TO,
	ASK,
	DOORS,
};

struct pair {
	struct choice doors[DOORS];
	struct entry_head *heads; /* of the items */
	struct menu menu;
	struct sheet nothing; /* in place of the list */
};

/* The country of a question, as a choice says it. */
static const char *
country_of(const char *code)
{
	/* TRANSLATORS: in place of a country that is not chosen; 10
	 * columns. */
	return code[0] == '\0' ? _("choose") : widget_country(code);
}

static void
place_door(struct pair *t, const struct grid *g, enum door door, int y,
    const char *title)
{
	static const char digits[DOORS] = { '1', '2', '9' };

	t->doors[door] = (struct choice){
		.digit = digits[door],
		.x = g->margin,
		.y = y,
		.width = g->right - g->margin,
		.height = g->touch ? 2 : 1,
		.indent = 4,
		.title = title,
	};
}

static void
place_doors(struct screen *sc, struct pair *t, const struct grid *g)
{
	const struct session *session = app_session(sc->app);
	int rows = g->touch ? 2 : 1;

	place_door(t, g, FROM, g->top, arena_printf(sc->arena,
		/* TRANSLATORS: a choice; a country follows; 38 columns
		 * together. */
		_("I am from: %s"), country_of(session->from)));
	place_door(t, g, TO, g->top + rows, arena_printf(sc->arena,
		/* TRANSLATORS: a choice: where one was, or wants to go; a
		 * country follows; 38 columns together. */
		_("I was or I go to: %s"), country_of(session->to)));
	/* TRANSLATORS: a choice: leads to the telephones; 34 columns. */
	place_door(t, g, ASK, g->note - rows, _("Whom to ask: telephones"));
	t->menu.heads = t->doors;
	t->menu.head_count = DOORS;
}

static void
add_item(struct screen *sc, struct pair *t, struct menu_item *items,
    const struct entry_head *head, const char *state)
{
	t->heads[t->menu.count] = *head;
	items[t->menu.count].title = head->title;
	items[t->menu.count].lang = head->lang;
	items[t->menu.count++].summary = arena_printf(sc->arena, "%s %s",
	    state, head->summary);
}

static const char *
convention_state(const char *status)
{
	if (strcmp(status, "ratified") == 0)
		/* TRANSLATORS: of a convention and two countries. */
		return _("Both countries ratified it.");
	/* TRANSLATORS: of a convention that two countries signed. */
	return _("Both signed it. Ask whether it is in force.");
}

static int
load(struct screen *sc, struct pair *t, struct err *e)
{
	const struct session *session = app_session(sc->app);
	struct catalog *c = app_catalog(sc->app);
	const char *lang = app_lang(sc->app);
	struct agreement *agreements = NULL;
	struct convention *conventions = NULL;
	struct menu_item *items = NULL;
	size_t agreed = 0;
	size_t shared = 0;

	if (session->from[0] == '\0' || session->to[0] == '\0')
		return 0;
	if (catalog_agreements(c, session->from, session->to, lang, sc->arena,
		&agreements, &agreed, e) < 0 ||
	    catalog_conventions_between(c, session->from, session->to, lang,
		sc->arena, &conventions, &shared, e) < 0)
		return -1;
	items = arena_array(sc->arena, agreed + shared + 1, sizeof *items);
	t->heads = arena_array(sc->arena, agreed + shared + 1,
	    sizeof *t->heads);
	t->menu.items = items;
	/* what holds comes first, of both kinds */
	for (int holds = 1; holds >= 0; holds--) {
		for (size_t i = 0; i < agreed; i++)
			if ((strcmp(agreements[i].status, "in-force") == 0) ==
			    holds)
				add_item(sc, t, items, &agreements[i].head,
				    agreement_state(agreements[i].status));
		for (size_t i = 0; i < shared; i++)
			if ((strcmp(conventions[i].status, "ratified") == 0) ==
			    holds)
				add_item(sc, t, items, &conventions[i].head,
				    convention_state(conventions[i].status));
	}
	return 0;
}

static void
say_nothing(struct screen *sc, struct pair *t, const struct grid *g)
{
	const struct session *session = app_session(sc->app);

	sheet_init(&t->nothing, sc->arena, g->right - g->margin - 1);
	if (session->from[0] == '\0' || session->to[0] == '\0')
		sheet_text(&t->nothing, ROLE_PAGE,
		    /* TRANSLATORS: while a country is missing. */
		    _("Choose both countries. Then you see what they "
		      "agreed."));
	else if (t->menu.count == 0)
		sheet_text(&t->nothing, ROLE_PAGE,
		    /* TRANSLATORS: two countries without an agreement. */
		    _("We found nothing that these two countries agreed. "
		      "There may be something: ask your consulate or the "
		      "labour ministry."));
}

static int
pair_enter(struct screen *sc, struct err *e)
{
	struct pair *t = arena_zero(sc->arena, sizeof *t);
	struct session *session = app_session(sc->app);
	int top = 0;
	struct grid g;

	widget_grid(&g, sc);
	if (session->from[0] == '\0' && session->to[0] == '\0')
		snprintf(session->from, sizeof session->from, "%s",
		    app_country(sc->app));
	if (load(sc, t, e) < 0)
		return -1;
	place_doors(sc, t, &g);
	say_nothing(sc, t, &g);
	top = t->doors[TO].y + t->doors[TO].height + 1;
	t->menu.first_digit = FIRST_DIGIT;
	t->menu.digits = DIGITS;
	t->menu.item_rows = g.wide ? 3 : 2; /* what it gives takes two */
	menu_fit(sc, &t->menu, top, t->doors[ASK].y);
	sc->state = t;
	return 0;
}

static void
pair_draw(struct screen *sc, struct surface *s)
{
	const struct pair *t = sc->state;
	int pages = menu_pages(&t->menu);
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, _("What two countries agreed"),
	    widget_page_of(sc->arena, sc->place.page, pages));
	if (t->nothing.rows.count > 0)
		sheet_cut(&t->nothing, s, (int)t->nothing.rows.count,
		    g.margin + 1, t->menu.y);
	menu_draw(sc, s, &t->menu);
	footer_add_char(&f, "0", _("Back"));
	if (pages > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Choose"));
	widget_footer(sc, s, &f);
}

static void
ask_country(struct screen *sc, enum country_question question)
{
	struct place to = { .screen = SCREEN_COUNTRY, .number = question };

	app_go(sc->app, &to);
}

static bool
pair_key(struct screen *sc, struct key key)
{
	const struct pair *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen >= 0)
		screens_open(sc, &t->heads[chosen]);
	else if (chosen == MENU_HEAD(FROM))
		ask_country(sc, COUNTRY_FROM);
	else if (chosen == MENU_HEAD(TO))
		ask_country(sc, COUNTRY_TO);
	else if (chosen == MENU_HEAD(ASK))
		screens_go(sc, SCREEN_HELP);
	return used;
}

const struct screen_ops pair_ops = {
	.name = "pair",
	.enter = pair_enter,
	.draw = pair_draw,
	.key = pair_key,
};
