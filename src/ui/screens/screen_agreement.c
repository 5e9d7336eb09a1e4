/*
 * An agreement between countries, a convention, why a kind of work is asked
 * for: what each is and gives, as a sheet.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "base/compiler.h"
#include "catalog/agreement.h"
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
	{ "signed", N_("Signed, perhaps not yet in force. Ask first.") },
	{ "ended", N_("It has ended.") },
	{ "ratified", N_("It is ratified.") },
	{ "none", N_("It does not take part.") },
	{ "unknown", N_("We could not confirm it. Ask first.") },
};

struct agreement_screen {
	struct sheet sheet;
	struct entry entry;
};

const char *
agreement_state(const char *state)
{
	for (size_t i = 0; i < COUNT_OF(states); i++)
		if (strcmp(states[i].state, state) == 0)
			return _(states[i].text);
	return state;
}

static void
say_sources(struct sheet *sh, const struct entry *x)
{
	const char *date = widget_date_long(sh->arena, x->reviewed);

	sheet_heading(sh, _("Where this comes from"));
	for (size_t i = 0; i < x->source_count; i++)
		sheet_text(sh, ROLE_PAGE, x->sources[i].title);
	if (date[0] != '\0')
		sheet_text(sh, ROLE_PAGE, arena_printf(sh->arena,
			_("Checked on %s. Ask the centre before you go."),
			date));
}

static int
fill_agreement(struct screen *sc, struct sheet *sh, struct err *e)
{
	struct arena *a = sc->arena;
	struct agreement g;

	if (catalog_agreement(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), a, &g, e) < 0)
		return -1;
	sheet_text(sh, ROLE_TITLE, g.head.summary);
	sheet_blank(sh);
	sheet_text(sh, ROLE_PAGE,
	    g.other[0] == '\0' || strcmp(g.one, g.other) == 0 ?
		widget_countries(a, g.one) :
		arena_printf(a, "%s · %s", widget_countries(a, g.one),
		    widget_countries(a, g.other)));
	sheet_text(sh, ROLE_PAGE, agreement_state(g.status));
	if (g.since[0] != '\0')
		sheet_text(sh, ROLE_PAGE, arena_printf(a,
			/* TRANSLATORS: a date. */
			_("Since %s."), widget_date_long(a, g.since)));
	return 0;
}

static int
fill_convention(struct screen *sc, struct sheet *sh, struct err *e)
{
	struct arena *a = sc->arena;
	struct convention *list = NULL;
	size_t count = 0;

	if (catalog_convention(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), a, &list, &count, e) < 0)
		return -1;
	if (count > 0)
		sheet_text(sh, ROLE_TITLE, list[0].head.summary);
	sheet_blank(sh);
	for (size_t i = 0; i < count; i++)
		sheet_item(sh, "•", arena_printf(a, "%s: %s",
			widget_country(list[i].country),
			agreement_state(list[i].status)));
	return 0;
}

/* Fill the screen with FILL and what every one ends with. */
static int
enter(struct screen *sc,
    int (*fill)(struct screen *, struct sheet *, struct err *), struct err *e)
{
	struct agreement_screen *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	sheet_init(&t->sheet, sc->arena, g.text_width);
	if (catalog_entry(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->entry, e) < 0 ||
	    fill(sc, &t->sheet, e) < 0)
		return -1;
	say_sources(&t->sheet, &t->entry);
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
demand_enter(struct screen *sc, struct err *e)
{
	return enter(sc, occupation_say_demand, e);
}

static void
draw(struct screen *sc, struct surface *s)
{
	const struct agreement_screen *t = sc->state;
	struct footer f = { .count = 0 };

	sheet_draw_body(sc, s, &t->sheet, t->entry.head.title);
	sheet_footer(sc, &t->sheet, &f);
	take_footer(sc, &f);
	widget_footer(sc, s, &f);
}

static bool
key(struct screen *sc, struct key pressed)
{
	const struct agreement_screen *t = sc->state;

	return sheet_key(sc, sheet_pages(&t->sheet), pressed) ||
	    take_key(sc, pressed, t->entry.head.slug, 0);
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

const struct screen_ops demand_ops = {
	.name = "demand",
	.enter = demand_enter,
	.draw = draw,
	.key = key,
};
