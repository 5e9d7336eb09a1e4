/*
 * What stands in for the first screen when there is no content at all: every
 * edition is damaged, or none was ever there.  Who reads it can do nothing
 * about it, so it is calm, in all languages at once, and holds of itself
 * where it stands and the number to call in danger.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "base/log.h"
#include "text/lang.h"
#include "text/language.h"
#include "ui/app.h"
#include "ui/screens/calm.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define SENTENCE_ROWS 2 /* at most, in 38 columns */

/*
 * As in data/channels/crm/services.csv (a test compares them), which names
 * their sources; a country is left out whose number was not seen in one.
 */
static const struct {
	const char *country;
	const char *number;
} emergencies[] = {
	{ "BZ", "911" }, { "CA", "911" }, { "CR", "911" }, { "GT", "110" },
	{ "HN", "911" }, { "MX", "911" }, { "NI", "118" }, { "PA", "911" },
	{ "SV", "911" }, { "US", "911" },
};

struct calm {
	struct sheet sentences[LANG_MAX];
	struct sheet words; /* "Emergency" in each of them */
	size_t count;
};

bool
calm_is_needed(const struct screen *sc)
{
	const struct catalog *c = app_catalog(sc->app);

	return c != NULL && catalog_channel_count(c) == 0;
}

const char *
calm_emergency(const char *country)
{
	for (size_t i = 0; i < COUNT_OF(emergencies); i++)
		if (strcmp(emergencies[i].country, country) == 0)
			return emergencies[i].number;
	return NULL;
}

static void
turn_to(const char *code)
{
	struct err e = { 0 };

	if (language_set(code, &e) < 0)
		log_line("language: %s", e.text);
}

void
calm_enter(struct screen *sc)
{
	struct calm *t = arena_zero(sc->arena, sizeof *t);
	const char *words = "";
	struct grid g;
	int width;

	widget_grid(&g, sc);
	width = g.right - g.margin;
	t->count = lang_count;
	for (size_t i = 0; i < t->count; i++) {
		turn_to(lang_table[i]->code);
		sheet_init(&t->sentences[i], sc->arena, width);
		sheet_text(&t->sentences[i], ROLE_PAGE,
		    /* TRANSLATORS: there is no content to show; two rows of
		     * 38 columns at most. */
		    arena_strdup(sc->arena, _("The information cannot be "
			"shown now. Please tell the staff.")));
		/* TRANSLATORS: before a telephone number; one word, it
		 * stands in a row with that of the other languages. */
		words = arena_printf(sc->arena, "%s%s%s", words,
		    i > 0 ? " · " : "", _("Emergency"));
	}
	turn_to(app_lang(sc->app));
	sheet_init(&t->words, sc->arena, width);
	sheet_text(&t->words, ROLE_PAGE, words);
	sc->state = t;
}

static int
draw_sheet(const struct sheet *sh, struct surface *s, int x, int y, int rows)
{
	sheet_cut(sh, s, rows, x, y);
	return y + (sh->rows.count < (size_t)rows ? (int)sh->rows.count : rows);
}

void
calm_draw(struct screen *sc, struct surface *s)
{
	const struct calm *t = sc->state;
	const struct settings *settings = app_settings(sc->app);
	const char *number = calm_emergency(settings->country);
	struct footer f = { .count = 0 };
	struct grid g;
	int y = 1;

	widget_grid(&g, sc);
	widget_header(sc, s, "VEREDA", settings->site);
	y += g.wide ? 2 : 0;
	for (size_t i = 0; i < t->count; i++)
		y = draw_sheet(&t->sentences[i], s, g.margin, y,
		    SENTENCE_ROWS) + (g.wide ? 1 : 0);
	if (number != NULL) {
		y = draw_sheet(&t->words, s, g.margin, y, SENTENCE_ROWS);
		widget_text(s, g.margin, y, g.right - g.margin, ROLE_TITLE,
		    arena_printf(sc->arena, "%s: %s", settings->country,
			number));
	}
	widget_footer(sc, s, &f);
	surface_cursor(s, g.margin, g.wide ? 3 : 1);
}
