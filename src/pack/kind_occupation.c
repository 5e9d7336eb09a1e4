/*
 * Occupations: occupations.csv, kinds of work with the names that people use.
 */
#include <config.h>

#include "pack/kind.h"

#include <libintl.h>

#include "base/compiler.h"
#include "pack/compile_entry.h"
#include "pack/source_sheet.h"

#define NEEDED 1u

struct occupation_source {
	struct value id;
	struct value isco;
	struct by_language name;
	struct by_language everyday;
	struct by_language demand;
	struct values countries;
	struct values options;
	struct values sources;
	struct value reviewed;
	struct value review_by;
	struct value status;
	struct value confidence;
};

#define AT(field) offsetof(struct occupation_source, field)

static const struct rule occupation_columns[] = {
	{ "id", RULE_ID, 0, NEEDED, AT(id), 0, NULL },
	{ "isco08", RULE_ISCO_ONE, 0, 0, AT(isco), 0, NULL },
	{ "name", RULE_BY_LANGUAGE, 0, NEEDED, AT(name), CHANNEL_TITLE_MAX,
	    NULL },
	{ "everyday", RULE_BY_LANGUAGE, 0, 0, AT(everyday),
	    CHANNEL_SUMMARY_MAX, NULL },
	{ "demand", RULE_BY_LANGUAGE, 0, 0, AT(demand), 300, NULL },
	{ "countries", RULE_COUNTRIES, 0, 0, AT(countries), 0, NULL },
	{ "options", RULE_IDS, 0, 0, AT(options), 0, NULL },
	{ "sources", RULE_IDS, 0, 0, AT(sources), 0, NULL },
	{ "reviewed", RULE_DATE, 0, NEEDED, AT(reviewed), 0, NULL },
	{ "review_by", RULE_DATE, 0, NEEDED, AT(review_by), 0, NULL },
	{ "status", RULE_CHOICE, 0, NEEDED, AT(status), 0,
	    channel_statuses },
	{ "confidence", RULE_CHOICE, 0, NEEDED, AT(confidence), 0,
	    channel_confidences },
};

static const struct rules occupation_rules = RULES_OF(occupation_columns);

static void
read_occupations(struct channel *c, const struct kind *k)
{
	struct source_sheet s = { .name = k->source,
		.rules = occupation_rules,
		.item_size = sizeof(struct occupation_source) };

	source_sheet_read(c, &s);
	for (size_t i = 0; i < s.count; i++) {
		struct occupation_source *one =
		    (struct occupation_source *)s.items + i;

		channel_check_dates(c, &one->reviewed, &one->review_by);
		if (one->id.text != NULL)
			kind_add_item(c, k, one->id.text, &one->id.at, one);
	}
}

static const struct values *
sources(const struct item *item)
{
	return &((const struct occupation_source *)item->data)->sources;
}

static void
check(struct channel *c, const struct item *item)
{
	const struct occupation_source *o = item->data;

	channel_check_sources(c, item->slug, &item->at, sources(item));
	for (size_t i = 0; i < o->options.count; i++) {
		const struct value *v = &o->options.list[i];
		const struct item *other = kind_item(c, v->text);

		if (other == NULL || other->kind != &option_kind)
			finding_add(c->findings, &v->at,
			    FINDING_UNKNOWN_ENTRY, "%s", v->text);
	}
}

static void
write_occupation(struct compile *m, const struct item *item)
{
	const struct occupation_source *o = item->data;
	int64_t id = item->row;

	compile_entry(m, item, &o->status, &o->confidence, &o->reviewed,
	    &o->review_by);
	row_put(m->w, "INSERT INTO occupation VALUES(?,?)", "it", id,
	    o->isco.text);
	for (size_t i = 0; i < o->countries.count; i++)
		compile_country(m, id, o->countries.list[i].text);
	for (size_t i = 0; i < o->options.count; i++)
		row_put(m->w, "INSERT INTO occupation_option VALUES(?,?,?)",
		    "iii", id, (int64_t)i + 1,
		    kind_item(m->c, o->options.list[i].text)->row);
	compile_sources(m, id, &o->sources);
	for (size_t i = 0; i < m->c->languages.count; i++) {
		int lang = channel_language(m->c, i);
		const char *const words[] = { o->name.in[lang].text,
			o->everyday.in[lang].text, o->everyday.in[lang].text,
			o->demand.in[lang].text };

		compile_text(m, id, lang, words[0], words[2]);
		compile_index(m, id, lang, words);
		row_put(m->w, "INSERT INTO occupation_text VALUES(?,?,?)",
		    "itt", id, compile_language(lang), words[3]);
	}
}

static void
tell_count(FILE *out, size_t count)
{
	fprintf(out, ngettext("%zu occupation", "%zu occupations", count),
	    count);
}

const struct kind occupation_kind = {
	.name = "occupation",
	.tell_count = tell_count,
	.source = "occupations.csv",
	.columns = &occupation_rules,
	.read = read_occupations,
	.check = check,
	.sources = sources,
	.write = write_occupation,
};
