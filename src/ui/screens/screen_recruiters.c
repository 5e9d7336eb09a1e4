/*
 * Who recruits me: the register of one country, whom to ask there, and what
 * there is to read about it.  place.ref is the topic it stands in for.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/recruiters.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define TOOLS 3 /* before what there is to read */

struct recruiters {
	struct sheet notice;
	struct menu menu;
	enum screen_id tools[TOOLS];
	size_t tool_count;
	struct browse_list reading;
};

static void
add_tool(struct recruiters *t, struct menu_item *items, enum screen_id screen,
    const char *title, const char *summary)
{
	items[t->menu.count++] =
	    (struct menu_item){ .title = title, .summary = summary };
	t->tools[t->tool_count++] = screen;
}

/* What can be done; the register first, if there is one. */
static int
add_tools(struct screen *sc, struct recruiters *t, struct menu_item *items,
    struct err *e)
{
	const char *code = app_country(sc->app);
	const char *country = code[0] != '\0' ? widget_country(code) : "";
	size_t names = 0;

	if (catalog_recruiter_count(app_catalog(sc->app), code, &names, e) < 0)
		return -1;
	if (names > 0)
		/* TRANSLATORS: choices about recruiters: titles with 34
		 * columns, second lines with 34. */
		add_tool(t, items, SCREEN_REGISTER,
		    _("Look for a name or a number"),
		    arena_printf(sc->arena,
			ngettext("%zu name in the register",
			    "%zu names in the register", names),
			names));
	add_tool(t, items, SCREEN_WHOM_TO_ASK, _("Two steps, and whom to ask"),
	    _("The licence, then the job order"));
	add_tool(t, items, SCREEN_COUNTRY, _("Change country"), country);
	if (names > 0)
		return 0;
	sheet_text(&t->notice, ROLE_PAGE,
	    country[0] == '\0' ?
		_("Choose the country where they recruit you.") :
		/* TRANSLATORS: the name of a country; two rows of 36
		 * columns. */
		arena_printf(sc->arena,
		    _("%s: this machine has no register. Ask the office."),
		    country));
	return 0;
}

/* A blank row below the ROWS of the notice, where that costs no choice. */
static bool
has_gap(const struct recruiters *t, const struct grid *g, int rows)
{
	return rows > 0 && (g->wide ||
	    g->note - g->top - rows > 2 * (int)t->menu.count);
}

static int
recruiters_enter(struct screen *sc, struct err *e)
{
	struct recruiters *t = arena_zero(sc->arena, sizeof *t);
	struct menu_item *items = NULL;
	struct grid g;
	int rows = 0;

	widget_grid(&g, sc);
	sheet_init(&t->notice, sc->arena, g.right - g.margin - 1);
	if (catalog_browse(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->reading, e) < 0)
		return -1;
	items = arena_array(sc->arena, t->reading.count + TOOLS,
	    sizeof *items);
	if (add_tools(sc, t, items, e) < 0)
		return -1;
	for (size_t i = 0; i < t->reading.count; i++)
		items[t->menu.count++] = (struct menu_item){
			.title = t->reading.rows[i].title,
			.summary = t->reading.rows[i].summary,
		};
	t->menu.items = items;
	sheet_fold(&t->notice, g.note - g.top);
	rows = sheet_page_rows(&t->notice, 0);
	menu_fit(sc, &t->menu, g.top + rows + has_gap(t, &g, rows), g.note);
	sc->state = t;
	return 0;
}

static void
recruiters_draw(struct screen *sc, struct surface *s)
{
	const struct recruiters *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, t->reading.title,
	    widget_page_of(sc->arena, sc->place.page, menu_pages(&t->menu)));
	if (sheet_page_rows(&t->notice, 0) > 0)
		sheet_draw(&t->notice, s, 0, g.margin + (g.wide ? 1 : 0),
		    g.top);
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
recruiters_key(struct screen *sc, struct key key)
{
	const struct recruiters *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen < 0)
		return used;
	if ((size_t)chosen < t->tool_count) {
		screens_go(sc, t->tools[chosen]);
		return true;
	}
	screens_open_row(sc,
	    &t->reading.rows[(size_t)chosen - t->tool_count]);
	return true;
}

const struct screen_ops recruiters_ops = {
	.name = "recruiters",
	.enter = recruiters_enter,
	.draw = recruiters_draw,
	.key = recruiters_key,
};
