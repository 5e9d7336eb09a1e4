/*
 * What they may charge: from where to where, in which money, and what there
 * is to read about it.  place.ref is the topic it stands in for.  The
 * countries are those of the checks: nobody says them twice.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/fees.h"

#define _(text) gettext(text)

#define TOOLS 4 /* before what there is to read */

struct fees_screen {
	struct menu menu;
	struct browse_list reading;
	bool is_any; /* there is something to erase: the last choice */
};

static struct session_fees *
kept(struct screen *sc)
{
	return &app_session(sc->app)->fees;
}

static bool
is_any(struct screen *sc)
{
	for (int i = 0; i < FEE_ITEMS; i++)
		if (kept(sc)->asked[i].is)
			return true;
	return false;
}

/* A country that the reader named, or that none was named. */
static const char *
named(const char *code)
{
	return code[0] == '\0' ? _("not said") : widget_country(code);
}

static int
fees_enter(struct screen *sc, struct err *e)
{
	struct fees_screen *t = arena_zero(sc->arena, sizeof *t);
	const struct session_fees now = fees_now(sc);
	struct menu_item *items = NULL;
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_browse(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->reading, e) < 0)
		return -1;
	items = arena_array(sc->arena, t->reading.count + TOOLS + 1,
	    sizeof *items);
	/* TRANSLATORS: choices about what may be charged: titles with 34
	 * columns, second lines with 34. */
	items[0] = (struct menu_item){ .title = _("What do they ask you for?"),
		.summary = _("Mark them and see the sum") };
	items[1] = (struct menu_item){ .title = _("Where are you from?"),
		.summary = named(now.origin) };
	items[2] = (struct menu_item){ .title = _("Where is the job?"),
		.summary = named(now.work) };
	items[3] = (struct menu_item){ .title = _("In which money?"),
		.summary = fees_money(now.currency) };
	for (size_t i = 0; i < t->reading.count; i++)
		items[TOOLS + i] = (struct menu_item){
			.title = t->reading.rows[i].title,
			.summary = t->reading.rows[i].summary,
		};
	t->menu.items = items;
	t->menu.count = TOOLS + t->reading.count;
	t->is_any = is_any(sc);
	if (t->is_any)
		items[t->menu.count++] = (struct menu_item){
			/* TRANSLATORS: the last choice: what was written about
			 * payments; 34 columns. */
			.title = _("Erase all"),
			.summary = _("It is erased when you finish."),
		};
	menu_fit(sc, &t->menu, g.top, g.note);
	sc->state = t;
	return 0;
}

static void
fees_draw(struct screen *sc, struct surface *s)
{
	const struct fees_screen *t = sc->state;
	struct footer f = { .count = 0 };

	widget_header(sc, s, t->reading.title,
	    widget_page_of(sc->arena, sc->place.page, menu_pages(&t->menu)));
	menu_draw(sc, s, &t->menu);
	footer_add_char(&f, "0", _("Back"));
	if (menu_pages(&t->menu) > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Open"));
	widget_footer(sc, s, &f);
}

static bool
fees_key(struct screen *sc, struct key key)
{
	static const struct place tools[TOOLS] = {
		{ .screen = SCREEN_FEE_LIST },
		{ .screen = SCREEN_COUNTRY, .number = COUNTRY_ORIGIN },
		{ .screen = SCREEN_COUNTRY, .number = COUNTRY_WORK },
		{ .screen = SCREEN_MONEY },
	};
	const struct fees_screen *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen < 0)
		return used;
	if (t->is_any && chosen + 1 == (int)t->menu.count) {
		explicit_bzero(kept(sc)->asked, sizeof kept(sc)->asked);
		app_reenter(sc->app);
	} else if (chosen < TOOLS) {
		app_go(sc->app, &tools[chosen]);
	} else {
		screens_open_row(sc, &t->reading.rows[chosen - TOOLS]);
	}
	return true;
}

const struct screen_ops fees_ops = {
	.name = "fees",
	.enter = fees_enter,
	.draw = fees_draw,
	.key = fees_key,
};
