/*
 * Words that many screens need: dates, countries, languages, severities, the
 * notice of the publisher.
 */
#include <config.h>

#include "ui/widget_words.h"

#include <libintl.h>
#include <string.h>

#include "text/language.h"
#include "ui/app.h"
#include "ui/widget.h"

#define _(text) gettext(text)
#define N_(text) text
#define OLD_SECONDS (183 * 86400) /* six months */

/* Word N (from 1) of a list separated by blanks. */
static const char *
word(struct arena *a, const char *list, int n)
{
	size_t len = 0;

	for (;;) {
		list += strspn(list, " ");
		len = strcspn(list, " ");
		if (--n == 0 || len == 0)
			return arena_strndup(a, list, len);
		list += len;
	}
}

const char *
widget_date_long(struct arena *a, const char *iso)
{
	struct date d;
	const char *month = NULL;

	if (!date_parse_partial(&d, iso))
		return "";
	if (d.month == 0)
		return arena_printf(a, "%d", d.year);
	/* TRANSLATORS: twelve words, as they stand in the middle of a date. */
	month = word(a, _("January February March April May June July August "
			  "September October November December"), d.month);
	if (d.day == 0)
		/* TRANSLATORS: month and year: "October 2025". */
		return arena_printf(a, _("%s %d"), month, d.year);
	/* TRANSLATORS: day, month, year: "14 November 2025".  For another
	 * order write %1$d, %2$s and %3$d. */
	return arena_printf(a, _("%d %s %d"), d.day, month, d.year);
}

const char *
widget_date_short(struct arena *a, const char *iso)
{
	struct date d;
	const char *month = NULL;

	if (!date_parse_partial(&d, iso))
		return "";
	if (d.month == 0)
		return arena_printf(a, "%d", d.year);
	/* TRANSLATORS: twelve words of three or four letters. */
	month = word(a, _("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
	    d.month);
	if (d.day == 0)
		/* TRANSLATORS: short month and year: "Oct %d"; 8 columns. */
		return arena_printf(a, _("%1s %d"), month, d.year);
	/* TRANSLATORS: day, short month, year: "14 Nov 2025"; 11 columns. */
	return arena_printf(a, _("%d %1s %d"), d.day, month, d.year);
}

bool
widget_is_old(struct screen *sc, const char *iso)
{
	struct date today;
	struct date d;

	app_today(sc->app, &today);
	if (today.year == 0 || !date_parse(&d, iso))
		return false;
	return date_seconds(&today) - date_seconds(&d) > OLD_SECONDS;
}

const char *
widget_iso(struct arena *a, int64_t seconds)
{
	struct date d;

	date_of_seconds(&d, seconds);
	return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static const struct {
	const char *code;
	const char *name;
} countries[] = {
	/* The Regional Conference on Migration. */
	{ "BZ", N_("Belize") },
	{ "CA", N_("Canada") },
	{ "CR", N_("Costa Rica") },
	{ "DO", N_("Dominican Republic") },
	{ "SV", N_("El Salvador") },
	{ "GT", N_("Guatemala") },
	{ "HN", N_("Honduras") },
	{ "MX", N_("Mexico") },
	{ "NI", N_("Nicaragua") },
	{ "PA", N_("Panama") },
	{ "US", N_("United States") },
	{ "XR", N_("the whole region") },
	/* Where people come from or go to. */
	{ "BR", N_("Brazil") },
	{ "CL", N_("Chile") },
	{ "CO", N_("Colombia") },
	{ "CU", N_("Cuba") },
	{ "EC", N_("Ecuador") },
	{ "ES", N_("Spain") },
	{ "HT", N_("Haiti") },
	{ "PE", N_("Peru") },
	{ "VE", N_("Venezuela") },
};

const char *
widget_country(const char *code)
{
	for (size_t i = 0; i < COUNT_OF(countries); i++)
		if (strcmp(countries[i].code, code) == 0)
			return _(countries[i].name);
	return code;
}

const char *
widget_countries(struct arena *a, const char *codes)
{
	const char *names = "";
	const char *code = "";

	for (int n = 1; (code = word(a, codes, n))[0] != '\0'; n++)
		names = arena_printf(a, "%s%s%s", names, n > 1 ? ", " : "",
		    widget_country(code));
	return names;
}

const char *
widget_language(const char *code)
{
	for (size_t i = 0; i < language_count; i++)
		if (strcmp(languages[i].code, code) == 0)
			return languages[i].name;
	return code;
}

const char *
widget_languages(struct arena *a, const char *codes)
{
	const char *names = "";
	const char *code = "";

	for (int n = 1; (code = word(a, codes, n))[0] != '\0'; n++)
		names = arena_printf(a, "%s%s%s", names, n > 1 ? ", " : "",
		    widget_language(code));
	return names;
}

const char *
widget_only_in(struct screen *sc, const char *lang)
{
	/* TRANSLATORS: 36 columns each; said of a text that has not been
	 * translated yet into the language of the reader. */
	static const struct {
		const char *code;
		const char *sentence;
	} only[] = {
		{ "es", N_("Only in Spanish for now.") },
		{ "en", N_("Only in English for now.") },
		{ "fr", N_("Only in French for now.") },
		{ "pt", N_("Only in Portuguese for now.") },
		{ "ht", N_("Only in Haitian Creole for now.") },
	};

	if (lang == NULL || strcmp(lang, app_lang(sc->app)) == 0)
		return NULL;
	for (size_t i = 0; i < COUNT_OF(only); i++)
		if (strcmp(only[i].code, lang) == 0)
			return _(only[i].sentence);
	return _("Not yet in your language.");
}

const char *
widget_severity(enum severity severity)
{
	switch (severity) {
	case SEVERITY_NONE:
	case SEVERITY_MINOR:
		/* TRANSLATORS: how grave a fraud alert is, the least of three;
		 * 16 columns, in capitals. */
		return _("NOTICE");
	case SEVERITY_MODERATE:
		/* TRANSLATORS: the second of three. */
		return _("BE CAREFUL");
	case SEVERITY_SEVERE:
	case SEVERITY_EXTREME:
		/* TRANSLATORS: the gravest of three. */
		return _("HIGH DANGER");
	}
	return "";
}

const char *
widget_triangles(enum severity severity)
{
	switch (severity) {
	case SEVERITY_NONE:
	case SEVERITY_MINOR:
		return "▲";
	case SEVERITY_MODERATE:
		return "▲▲";
	case SEVERITY_SEVERE:
	case SEVERITY_EXTREME:
		return "▲▲▲";
	}
	return "";
}

const char *
widget_notice(struct screen *sc)
{
	struct catalog *c = app_catalog(sc->app);
	const char *notice = "";
	struct err e = { 0 };

	for (size_t n = 0; n < catalog_channel_count(c); n++) {
		if (catalog_meta(c, n, "notice", app_lang(sc->app), sc->arena,
			&notice, &e) < 0)
			return "";
		if (notice[0] != '\0')
			return notice;
	}
	return "";
}

/* One row: long, or short on a small screen. */
static const char *
say_banner(struct screen *sc, const struct banner *b, bool wide)
{
	struct arena *a = sc->arena;
	const char *day = widget_date_short(a, widget_iso(a, b->created));

	switch (b->kind) {
	case BANNER_NONE:
		break;
	case BANNER_AGED:
		/* TRANSLATORS: above every page, with a date: 76 columns, and
		 * short 37. */
		return arena_printf(a,
		    wide ? _("This information is of %s. There may be newer "
			     "one.")
			 : _("Information of %s: not new"), day);
	case BANNER_CLOCK:
		/* TRANSLATORS: above every page: 76 columns, and short 37. */
		return wide ? _("This machine does not know what day it is.")
			    : _("The day is not known.");
	case BANNER_DAMAGED:
		/* TRANSLATORS: above every page, with a date: 74 columns, and
		 * short 35. */
		return arena_printf(a,
		    wide ? _("▲ The newest information is damaged. This is "
			     "of %s.")
			 : _("▲ Older information: %s"), day);
	case BANNER_PAST:
		/* TRANSLATORS: above every page, with a date: 74 columns, and
		 * short 35. */
		return arena_printf(a,
		    wide ? _("▲ Past its date: information of %s. Ask before "
			     "you trust it.")
			 : _("▲ Past its date: %s"), day);
	}
	return "";
}

bool
widget_banner(struct screen *sc, struct surface *s, int y)
{
	struct banner b;
	struct grid g;
	enum role role = ROLE_MUTED;

	app_banner(sc->app, &b);
	if (b.kind == BANNER_NONE)
		return false;
	widget_grid(&g, sc);
	if (b.kind >= BANNER_DAMAGED)
		role = ROLE_ALERT;
	surface_fill(s, 0, y, g.width, 1, role);
	widget_text(s, 1, y, g.width - 2, role, say_banner(sc, &b, g.wide));
	return true;
}
