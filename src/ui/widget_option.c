/*
 * Words about options.
 */
#include <config.h>

#include "ui/widget_option.h"

#include <libintl.h>
#include <string.h>

#include "base/compiler.h"
#include "base/date.h"
#include "ui/widget_words.h"

#define _(text) gettext(text)
#define N_(text) text

#define HUNDRED 100 /* cents of each currency that we know */

struct word {
	const char *value;
	const char *text;
};

/* TRANSLATORS: the six questions of the finder; 12 columns each. */
static const char *const facets[OPTION_FACETS] = {
	[OPTION_COUNTRY] = N_("Country"),
	[OPTION_SECTOR] = N_("Trade"),
	[OPTION_COST] = N_("Cost"),
	[OPTION_DURATION] = N_("Length"),
	[OPTION_MODE] = N_("How"),
	[OPTION_AUDIENCE] = N_("For whom"),
};

/* TRANSLATORS: head of the screen with the answers; 24 columns each. */
static const char *const choose[OPTION_FACETS] = {
	[OPTION_COUNTRY] = N_("Choose the country"),
	[OPTION_SECTOR] = N_("Choose the trade"),
	[OPTION_COST] = N_("Choose the cost"),
	[OPTION_DURATION] = N_("Choose the length"),
	[OPTION_MODE] = N_("Choose how"),
	[OPTION_AUDIENCE] = N_("Choose for whom"),
};

/* TRANSLATORS: answers in the finder, also in lists; 22 columns each. */
static const struct word values[] = {
	{ "general", N_("Several trades") },
	{ "construction", N_("Construction") },
	{ "agriculture", N_("Farming and fishing") },
	{ "care", N_("Care of people") },
	{ "manufacturing", N_("Factory and sewing") },
	{ "electricity", N_("Electricity and motors") },
	{ "hospitality", N_("Tourism and cooking") },
	{ "transport", N_("Transport") },
	{ "computing", N_("Computing") },
	{ "beauty", N_("Beauty") },
	{ "business", N_("A business of my own") },
	{ "education", N_("Teaching") },
	{ "free", N_("free") },
	{ "paid", N_("has a price") },
	{ "ask", N_("ask the centre") },
	{ "short", N_("up to 1 month") },
	{ "medium", N_("1 to 6 months") },
	{ "long", N_("more than 6 months") },
	{ "in-person", N_("in person") },
	{ "online", N_("online") },
	{ "blended", N_("both ways") },
	{ "anyone", N_("anyone") },
	{ "returnee", N_("returnees") },
	{ "migrant", N_("migrants") },
	{ "youth", N_("young people") },
	{ "women", N_("women") },
	{ "trainers", N_("trainers") },
	{ "officials", N_("officials") },
};

/* TRANSLATORS: what an option is; 24 columns each. */
static const struct word types[] = {
	{ "training", N_("Course") },
	{ "certification", N_("Certificate of a trade") },
	{ "recognition", N_("Recognition of studies") },
	{ "employability", N_("Help to find work") },
	{ "entrepreneurship", N_("Help with a business") },
	{ "language", N_("Language course") },
	{ "literacy", N_("School for adults") },
};

const char *
widget_facet(enum option_facet facet)
{
	return _(facets[facet]);
}

const char *
widget_facet_choose(enum option_facet facet)
{
	return _(choose[facet]);
}

const char *
widget_facet_all(enum option_facet facet)
{
	if (facet == OPTION_DURATION)
		/* TRANSLATORS: no length was chosen; 12 columns. */
		return _("all lengths");
	/* TRANSLATORS: no country, trade ... was chosen; 12 columns. */
	return _("all");
}

static const char *
word_of(const struct word *list, size_t count, const char *value)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].value, value) == 0)
			return _(list[i].text);
	return value;
}

const char *
widget_facet_value(enum option_facet facet, const char *value)
{
	if (facet == OPTION_COUNTRY)
		return widget_country(value);
	return word_of(values, COUNT_OF(values), value);
}

static const char *
joined(struct arena *a, const char *before, const char *text)
{
	return arena_printf(a, "%s%s%s", before,
	    before[0] == '\0' ? "" : ", ", text);
}

const char *
widget_facet_chosen(struct arena *a, const struct option_filter *f,
    enum option_facet facet)
{
	const char *all = "";

	for (size_t i = 0; i < f->count[facet]; i++)
		all = joined(a, all,
		    widget_facet_value(facet, f->chosen[facet][i]));
	return all[0] == '\0' ? widget_facet_all(facet) : all;
}

const char *
widget_facet_values(struct arena *a, enum option_facet facet,
    const char *list)
{
	const char *all = "";

	while (list[0] != '\0') {
		size_t n = strcspn(list, " ");

		all = joined(a, all, widget_facet_value(facet,
				    arena_strndup(a, list, n)));
		list += n + strspn(list + n, " ");
	}
	return all;
}

const char *
widget_option_type(const char *type)
{
	return word_of(types, COUNT_OF(types), type);
}

const char *
widget_ask(void)
{
	/* TRANSLATORS: no source says it, so the reader must; 18 columns. */
	return _("ask the centre");
}

static const char *
one_duration(struct arena *a, const char *iso)
{
	struct duration d;
	const char *all = "";

	if (!date_duration_parse(&d, iso))
		return "";
	if (d.years > 0)
		all = joined(a, all, arena_printf(a,
		    ngettext("%d year", "%d years", (unsigned)d.years),
		    d.years));
	if (d.months > 0)
		all = joined(a, all, arena_printf(a,
		    ngettext("%d month", "%d months", (unsigned)d.months),
		    d.months));
	if (d.weeks > 0)
		all = joined(a, all, arena_printf(a,
		    ngettext("%d week", "%d weeks", (unsigned)d.weeks),
		    d.weeks));
	if (d.days > 0)
		all = joined(a, all, arena_printf(a,
		    ngettext("%d day", "%d days", (unsigned)d.days), d.days));
	if (d.hours > 0)
		all = joined(a, all, arena_printf(a,
		    ngettext("%d hour", "%d hours", (unsigned)d.hours),
		    d.hours));
	return all;
}

const char *
widget_duration(struct arena *a, const struct option_facts *f)
{
	const char *from = one_duration(a, f->duration);
	const char *to = one_duration(a, f->duration_max);

	if (from[0] == '\0')
		return widget_ask();
	if (to[0] == '\0')
		return from;
	/* TRANSLATORS: a range: "6 months to 3 years", "30 to 150". */
	return arena_printf(a, _("%s to %s"), from, to);
}

/* "18,990", "1,234,500": groups of three. */
static const char *
grouped(struct arena *a, int64_t whole)
{
	if (whole < 1000)
		return arena_printf(a, "%d", (int)whole);
	return arena_printf(a, "%s,%03d", grouped(a, whole / 1000),
	    (int)(whole % 1000));
}

const char *
widget_amount(struct arena *a, int64_t minor)
{
	const char *text = grouped(a, minor / HUNDRED);
	int cents = (int)(minor % HUNDRED);

	return cents == 0 ? text : arena_printf(a, "%s.%02d", text, cents);
}

const char *
widget_cost(struct arena *a, const struct option_facts *f)
{
	const char *price = widget_amount(a, f->price);

	if (strcmp(f->cost, "free") == 0)
		return _("free");
	if (strcmp(f->cost, "paid") != 0 || f->price <= 0)
		return widget_ask();
	if (f->price_max > f->price)
		price = arena_printf(a, _("%s to %s"), price,
		    widget_amount(a, f->price_max));
	return arena_printf(a, "%s %s", price, f->currency);
}

const char *
widget_option_line(struct arena *a, const struct option_facts *f)
{
	const char *line = f->institution;

	if (strcmp(f->cost, "ask") != 0)
		line = arena_printf(a, "%s · %s", line, widget_cost(a, f));
	if (f->duration[0] != '\0')
		line = arena_printf(a, "%s · %s", line,
		    widget_duration(a, f));
	return line;
}
