/*
 * Words that many screens need: countries, languages, severities, the notice
 * of the publisher.
 */
#include <config.h>

#include "ui/widget_words.h"

#include <libintl.h>
#include <string.h>

#include "text/lang.h"
#include "ui/app.h"
#include "ui/widget.h"

#define _(text) gettext(text)
#define N_(text) text

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
	{ "AR", N_("Argentina") },
	{ "BB", N_("Barbados") },
	{ "BO", N_("Bolivia") },
	{ "BR", N_("Brazil") },
	{ "CL", N_("Chile") },
	{ "CO", N_("Colombia") },
	{ "CU", N_("Cuba") },
	{ "DM", N_("Dominica") },
	{ "EC", N_("Ecuador") },
	{ "ES", N_("Spain") },
	{ "HT", N_("Haiti") },
	{ "PE", N_("Peru") },
	{ "PT", N_("Portugal") },
	{ "PY", N_("Paraguay") },
	{ "UY", N_("Uruguay") },
	{ "VC", N_("Saint Vincent") },
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

	for (int n = 1; (code = widget_word(a, codes, n))[0] != '\0'; n++)
		names = arena_printf(a, "%s%s%s", names, n > 1 ? ", " : "",
		    widget_country(code));
	return names;
}

const char *
widget_language(const char *code)
{
	const char *name = lang_of(code)->name;

	return name[0] != '\0' ? name : code;
}

const char *
widget_languages(struct arena *a, const char *codes)
{
	const char *names = "";
	const char *code = "";

	for (int n = 1; (code = widget_word(a, codes, n))[0] != '\0'; n++)
		names = arena_printf(a, "%s%s%s", names, n > 1 ? ", " : "",
		    widget_language(code));
	return names;
}

const char *
widget_only_in(struct screen *sc, const char *lang)
{
	const char *only = lang_of(lang)->only;

	if (lang == NULL || strcmp(lang, app_lang(sc->app)) == 0)
		return NULL;
	/* TRANSLATORS: 36 columns; said of a text in a language that the
	 * kiosk has no name for. */
	return only != NULL ? _(only) : _("Not yet in your language.");
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
