/*
 * Conventions: conventions.csv, one a row; and instruments.csv, what each
 * country did about each of them.
 */
#include <config.h>

#include "pack/kind.h"

#include <libintl.h>
#include <string.h>

#include "base/compiler.h"
#include "pack/compile_entry.h"
#include "pack/source_sheet.h"

#define NEEDED 1u

/* What one country did. */
struct instrument {
	struct value convention;
	struct value country;
	struct value state;
	struct value date;
};

struct convention_source {
	struct value id;
	struct by_language name;
	struct by_language gives;
	struct values sources;
	struct value reviewed;
	struct value review_by;
	struct value status;
	struct value confidence;
	/* of the whole channel; those of this one are picked out */
	const struct instrument *instruments;
	size_t instrument_count;
};

static const char *const states[] = { "ratified", "signed", "none",
	"unknown", NULL };

#define AT(field) offsetof(struct convention_source, field)

static const struct rule convention_columns[] = {
	{ "id", RULE_ID, 0, NEEDED, AT(id), 0, NULL },
	{ "name", RULE_BY_LANGUAGE, 0, NEEDED, AT(name), CHANNEL_TITLE_MAX,
	    NULL },
	{ "gives", RULE_BY_LANGUAGE, 0, NEEDED, AT(gives), 300, NULL },
	{ "sources", RULE_IDS, 0, 0, AT(sources), 0, NULL },
	{ "reviewed", RULE_DATE, 0, NEEDED, AT(reviewed), 0, NULL },
	{ "review_by", RULE_DATE, 0, NEEDED, AT(review_by), 0, NULL },
	{ "status", RULE_CHOICE, 0, NEEDED, AT(status), 0,
	    channel_statuses },
	{ "confidence", RULE_CHOICE, 0, NEEDED, AT(confidence), 0,
	    channel_confidences },
};

#undef AT
#define AT(field) offsetof(struct instrument, field)

static const struct rule instrument_columns[] = {
	{ "convention", RULE_ID, 0, NEEDED, AT(convention), 0, NULL },
	{ "country", RULE_COUNTRY, 0, NEEDED, AT(country), 0, NULL },
	{ "holds", RULE_CHOICE, 0, NEEDED, AT(state), 0, states },
	{ "date", RULE_DATE_PARTIAL, 0, 0, AT(date), 0, NULL },
};

static const struct rules convention_rules = RULES_OF(convention_columns);

/* Each names a convention of the channel, and a country once. */
static void
check_instruments(struct channel *c, const struct source_sheet *s,
    const struct source_sheet *conventions)
{
	const struct instrument *all = s->items;
	const struct convention_source *known = conventions->items;

	for (size_t i = 0; i < s->count; i++) {
		const struct instrument *one = &all[i];
		size_t n = 0;

		if (one->convention.text == NULL || one->country.text == NULL)
			continue;
		while (n < conventions->count &&
		    (known[n].id.text == NULL ||
			strcmp(known[n].id.text, one->convention.text) != 0))
			n++;
		if (n == conventions->count)
			finding_add(c->findings, &one->convention.at,
			    FINDING_UNKNOWN_ENTRY, "%s",
			    one->convention.text);
		for (n = 0; n < i; n++)
			if (all[n].convention.text != NULL &&
			    all[n].country.text != NULL &&
			    strcmp(all[n].convention.text,
				one->convention.text) == 0 &&
			    strcmp(all[n].country.text,
				one->country.text) == 0)
				break;
		if (n < i)
			finding_add(c->findings, &one->country.at,
			    FINDING_REPEATED, "%s", one->country.text);
	}
}

static void
read_conventions(struct channel *c, const struct kind *k)
{
	struct source_sheet s = { .name = k->source,
		.rules = convention_rules,
		.item_size = sizeof(struct convention_source) };
	struct source_sheet t = { .name = KIND_INSTRUMENTS,
		.rules = RULES_OF(instrument_columns), .has_no_ids = true,
		.item_size = sizeof(struct instrument) };

	source_sheet_read(c, &s);
	source_sheet_read(c, &t);
	check_instruments(c, &t, &s);
	for (size_t i = 0; i < s.count; i++) {
		struct convention_source *one =
		    (struct convention_source *)s.items + i;

		one->instruments = t.items;
		one->instrument_count = t.count;
		channel_check_dates(c, &one->reviewed, &one->review_by);
		if (one->id.text != NULL)
			kind_add_item(c, k, one->id.text, &one->id.at, one);
	}
}

static const struct values *
sources(const struct item *item)
{
	return &((const struct convention_source *)item->data)->sources;
}

static void
check(struct channel *c, const struct item *item)
{
	channel_check_sources(c, item->slug, &item->at, sources(item));
}

static void
write_instruments(struct compile *m, const struct item *item)
{
	const struct convention_source *v = item->data;

	for (size_t i = 0; i < v->instrument_count; i++) {
		const struct instrument *one = &v->instruments[i];

		if (strcmp(one->convention.text, item->slug) != 0)
			continue;
		row_put(m->w, "INSERT INTO convention_country VALUES(?,?,?,?)",
		    "ittt", item->row, one->country.text, one->state.text,
		    one->date.text);
		compile_country(m, item->row, one->country.text);
	}
}

static void
write_convention(struct compile *m, const struct item *item)
{
	const struct convention_source *v = item->data;
	int64_t id = item->row;

	compile_entry(m, item, &v->status, &v->confidence, &v->reviewed,
	    &v->review_by);
	write_instruments(m, item);
	compile_sources(m, id, &v->sources);
	compile_names(m, id, &v->name, &v->gives);
}

static void
tell_count(FILE *out, size_t count)
{
	fprintf(out, ngettext("%zu convention", "%zu conventions", count),
	    count);
}

const struct kind convention_kind = {
	.name = "convention",
	.tell_count = tell_count,
	.source = "conventions.csv",
	.columns = &convention_rules,
	.read = read_conventions,
	.check = check,
	.sources = sources,
	.write = write_convention,
};
