/*
 * An agreement between countries, a convention, a kind of work: what each is
 * and gives, as a sheet.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "base/compiler.h"
#include "catalog/option.h"
#include "ui/app.h"
#include "ui/screens/screens.h"
#include "ui/widget_option.h"

#define _(text) gettext(text)
#define N_(text) text

/* TRANSLATORS: how it stands with an agreement or a convention; each follows
 * the name of a country or stands alone. */
static const struct {
	const char *state;
	const char *text;
} states[] = {
	{ "in-force", N_("It is in force.") },
	{ "signed", N_("It is signed. Ask whether it is applied.") },
	{ "ended", N_("It has ended.") },
	{ "ratified", N_("It is ratified.") },
	{ "none", N_("It does not take part.") },
	{ "unknown", N_("We could not confirm it. Ask first.") },
};

struct agreement_screen {
	struct sheet sheet;
	const char *title;
};

static const char *
state_text(const char *state)
{
	for (size_t i = 0; i < COUNT_OF(states); i++)
		if (strcmp(states[i].state, state) == 0)
			return _(states[i].text);
	return state;
}

/* What every one ends with: sources, and how old it is. */
static int
say_sources(struct screen *sc, struct sheet *sh, struct err *e)
{
	struct entry x;
	const char *date = NULL;

	if (catalog_entry(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &x, e) < 0)
		return -1;
	date = widget_date_long(sc->arena, x.reviewed);
	sheet_heading(sh, _("Where this comes from"));
	for (size_t i = 0; i < x.source_count; i++)
		sheet_text(sh, ROLE_PAGE, x.sources[i].title);
	if (date[0] != '\0')
		sheet_text(sh, ROLE_PAGE, arena_printf(sc->arena,
			_("Checked on %s. Ask the centre before you go."),
			date));
	return 0;
}

static int
fill_agreement(struct screen *sc, struct sheet *sh, const char **title,
    struct err *e)
{
	struct arena *a = sc->arena;
	struct agreement g;

	if (catalog_agreement(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), a, &g, e) < 0)
		return -1;
	*title = g.head.title;
	sheet_text(sh, ROLE_TITLE, g.head.summary);
	sheet_blank(sh);
	sheet_text(sh, ROLE_PAGE,
	    g.other[0] == '\0' || strcmp(g.one, g.other) == 0 ?
		widget_countries(a, g.one) :
		arena_printf(a, "%s · %s", widget_countries(a, g.one),
		    widget_countries(a, g.other)));
	sheet_text(sh, ROLE_PAGE, state_text(g.status));
	if (g.since[0] != '\0')
		sheet_text(sh, ROLE_PAGE, arena_printf(a,
			/* TRANSLATORS: a date. */
			_("Since %s."), widget_date_long(a, g.since)));
	return 0;
}

static int
fill_convention(struct screen *sc, struct sheet *sh, const char **title,
    struct err *e)
{
	struct arena *a = sc->arena;
	struct convention *list = NULL;
	size_t count = 0;

	if (catalog_convention(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), a, &list, &count, e) < 0)
		return -1;
	*title = count > 0 ? list[0].head.title : "";
	if (count > 0)
		sheet_text(sh, ROLE_TITLE, list[0].head.summary);
	sheet_blank(sh);
	for (size_t i = 0; i < count; i++)
		sheet_item(sh, "•", arena_printf(a, "%s: %s",
			widget_country(list[i].country),
			state_text(list[i].status)));
	return 0;
}

static int
fill_occupation(struct screen *sc, struct sheet *sh, const char **title,
    struct err *e)
{
	struct arena *a = sc->arena;
	struct option_row *rows = NULL;
	struct occupation o;
	size_t count = 0;

	if (catalog_occupation(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), a, &o, e) < 0 ||
	    catalog_occupation_options(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), a, &rows, &count, e) < 0)
		return -1;
	*title = o.head.title;
	sheet_text(sh, ROLE_TITLE, o.head.summary);
	sheet_blank(sh);
	sheet_text(sh, ROLE_PAGE, o.demand);
	if (o.head.countries[0] != '\0')
		sheet_text(sh, ROLE_PAGE, arena_printf(a,
			/* TRANSLATORS: of a kind of work: countries. */
			_("It is asked for in: %s"),
			widget_countries(a, o.head.countries)));
	if (count > 0)
		sheet_heading(sh, _("Courses and certificates"));
	for (size_t i = 0; i < count; i++)
		sheet_item(sh, "•", arena_printf(a, "%s (%s)",
			rows[i].head.title,
			widget_option_line(a, &rows[i].facts)));
	return 0;
}

/* Fill the screen with FILL and what every one ends with. */
static int
enter(struct screen *sc,
    int (*fill)(struct screen *, struct sheet *, const char **, struct err *),
    struct err *e)
{
	struct agreement_screen *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	sheet_init(&t->sheet, sc->arena, g.text_width);
	if (fill(sc, &t->sheet, &t->title, e) < 0 ||
	    say_sources(sc, &t->sheet, e) < 0)
		return -1;
	sheet_fold(&t->sheet, g.note - g.top - 1);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	sc->state = t;
	return 0;
}

static int
agreement_enter(struct screen *sc, struct err *e)
{
	return enter(sc, fill_agreement, e);
}

static int
convention_enter(struct screen *sc, struct err *e)
{
	return enter(sc, fill_convention, e);
}

static int
occupation_enter(struct screen *sc, struct err *e)
{
	return enter(sc, fill_occupation, e);
}

static void
draw(struct screen *sc, struct surface *s)
{
	const struct agreement_screen *t = sc->state;

	sheet_draw_screen(sc, s, &t->sheet, t->title);
}

static bool
key(struct screen *sc, struct key pressed)
{
	const struct agreement_screen *t = sc->state;

	return sheet_key(sc, sheet_pages(&t->sheet), pressed);
}

const struct screen_ops agreement_ops = {
	.name = "agreement",
	.enter = agreement_enter,
	.draw = draw,
	.key = key,
};

const struct screen_ops convention_ops = {
	.name = "convention",
	.enter = convention_enter,
	.draw = draw,
	.key = key,
};

const struct screen_ops occupation_ops = {
	.name = "occupation",
	.enter = occupation_enter,
	.draw = draw,
	.key = key,
};
