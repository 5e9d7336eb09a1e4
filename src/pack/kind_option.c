/*
 * Options: options.csv, which an institution fills in a spreadsheet.
 */
#include <config.h>

#include "pack/kind.h"

#include <libintl.h>
#include <string.h>

#include "base/compiler.h"
#include "pack/compile_entry.h"
#include "pack/option.h"
#include "pack/phone.h"
#include "pack/source_sheet.h"

#define NEEDED 1u
#define LIST_MAX 12 /* steps, papers, helps */

static const char *const types[] = { "training", "certification",
	"recognition", "employability", "entrepreneurship", "language",
	"literacy", NULL };
static const char *const modes[] = { "in-person", "online", "blended", NULL };
static const char *const sectors[] = { "general", "construction",
	"agriculture", "care", "manufacturing", "electricity", "hospitality",
	"transport", "computing", "beauty", "business", "education", NULL };
static const char *const audiences[] = { "anyone", "returnee", "migrant",
	"youth", "women", "trainers", "officials", NULL };

#define AT(field) offsetof(struct option_source, field)

/* A rule by language stands for one column in each language. */
static const struct rule option_columns[] = {
	{ "id", RULE_ID, 0, NEEDED, AT(id), 0, NULL },
	{ "type", RULE_CHOICE, 0, NEEDED, AT(type), 0, types },
	{ "country", RULE_COUNTRY, 0, NEEDED, AT(country), 0, NULL },
	{ "place", RULE_LINE, 0, 0, AT(place), 60, NULL },
	{ "institution", RULE_LINE, 0, NEEDED, AT(institution), 80, NULL },
	{ "name", RULE_BY_LANGUAGE, 0, NEEDED, AT(name), CHANNEL_TITLE_MAX,
	    NULL },
	{ "summary", RULE_BY_LANGUAGE, 0, 0, AT(summary),
	    CHANNEL_SUMMARY_MAX, NULL },
	{ "sectors", RULE_CHOICES, 0, NEEDED, AT(sectors), 0, sectors },
	{ "isco08", RULE_ISCO, 0, 0, AT(isco), 0, NULL },
	{ "audience", RULE_CHOICES, 0, NEEDED, AT(audience), 0, audiences },
	{ "modality", RULE_CHOICE, 0, NEEDED, AT(modality), 0, modes },
	{ "duration", RULE_PERIOD, 0, NEEDED, AT(duration), 0, NULL },
	{ "schedule", RULE_BY_LANGUAGE, 0, 0, AT(schedule), 60, NULL },
	{ "cost", RULE_COST, 0, NEEDED, AT(cost), 0, NULL },
	{ "cost_note", RULE_BY_LANGUAGE, 0, 0, AT(cost_note), 100, NULL },
	{ "admits", RULE_BY_LANGUAGE, 0, 0, AT(admits), 200, NULL },
	{ "steps", RULE_BY_LANGUAGE, 0, NEEDED, AT(steps), 0, NULL },
	{ "documents", RULE_BY_LANGUAGE, 0, 0, AT(documents), 0, NULL },
	{ "gives", RULE_BY_LANGUAGE, 0, 0, AT(gives), 100, NULL },
	{ "valid_in", RULE_COUNTRIES, 0, 0, AT(valid_in), 0, NULL },
	{ "support", RULE_BY_LANGUAGE, 0, 0, AT(support), 0, NULL },
	{ "phones", RULE_LINE, 0, 0, AT(phones), 0, NULL },
	{ "url", RULE_ADDRESS, 0, 0, AT(url), 0, NULL },
	{ "keywords", RULE_BY_LANGUAGE, 0, 0, AT(keywords), 0, NULL },
	{ "sources", RULE_IDS, 0, 0, AT(sources), 0, NULL },
	{ "reviewed", RULE_DATE, 0, NEEDED, AT(reviewed), 0, NULL },
	{ "review_by", RULE_DATE, 0, NEEDED, AT(review_by), 0, NULL },
	{ "status", RULE_CHOICE, 0, NEEDED, AT(status), 0,
	    channel_statuses },
	{ "confidence", RULE_CHOICE, 0, NEEDED, AT(confidence), 0,
	    channel_confidences },
};

static const struct rules option_rules = RULES_OF(option_columns);

/* The items of a list "one; two; three". */
static struct values
items_of(const struct value *v, struct arena *a)
{
	struct values items = { 0 };

	if (v->text != NULL)
		rules_split(&items, v->text, &v->at, ";", a);
	return items;
}

/* As many items in each language: one that is missing is a step not told. */
static void
check_list(struct channel *c, const struct by_language *list)
{
	const struct value *first = &list->in[channel_language(c, 0)];
	size_t want = items_of(first, c->arena).count;

	if (want > LIST_MAX)
		finding_add(c->findings, &first->at, FINDING_TOO_MANY,
		    "%zu > %d", want, LIST_MAX);
	for (size_t i = 1; i < c->languages.count; i++) {
		const struct value *v = &list->in[channel_language(c, i)];
		size_t has = items_of(v, c->arena).count;

		if (v->at.file != NULL && has != want)
			finding_add(c->findings, &v->at, FINDING_LIST_LENGTH,
			    "%zu, %zu", has, want);
	}
}

/* The rules have told about what cannot be read. */
static void
read_option(struct channel *c, const struct kind *k,
    struct option_source *one)
{
	const struct reading r = { c->arena, c->findings };

	phone_list_read(&one->numbers, &one->phones, c->languages.count, &r);
	channel_check_dates(c, &one->reviewed, &one->review_by);
	check_list(c, &one->steps);
	check_list(c, &one->documents);
	check_list(c, &one->support);
	if (one->cost.text != NULL)
		(void)cost_read(&one->price, one->cost.text);
	if (one->duration.text != NULL)
		(void)period_read(&one->period, one->duration.text);
	if (one->id.text != NULL)
		kind_add_item(c, k, one->id.text, &one->id.at, one);
}

static void
read_options(struct channel *c, const struct kind *k)
{
	struct source_sheet s = { .name = k->source, .rules = option_rules,
		.item_size = sizeof(struct option_source) };

	source_sheet_read(c, &s);
	for (size_t i = 0; i < s.count; i++)
		read_option(c, k, (struct option_source *)s.items + i);
}

static const struct values *
sources(const struct item *item)
{
	return &((const struct option_source *)item->data)->sources;
}

static void
check(struct channel *c, const struct item *item)
{
	channel_check_sources(c, item->slug, &item->at, sources(item));
}

/* One item on each line, as the catalog gives it out. */
static const char *
lines_of(struct compile *m, const struct value *v)
{
	struct values items = items_of(v, m->c->arena);
	const char *all = "";

	for (size_t i = 0; i < items.count; i++)
		all = arena_printf(m->c->arena, "%s%s%s", all,
		    i == 0 ? "" : "\n", items.list[i].text);
	return all;
}

/* What is typed into a search for it: the institution and the place too. */
static const char *
keywords_of(struct compile *m, const struct option_source *o, int lang)
{
	const char *words = o->keywords.in[lang].text;
	const char *place = o->place.text;

	return arena_printf(m->c->arena, "%s %s %s", words == NULL ? "" : words,
	    o->institution.text, place == NULL ? "" : place);
}

static void
write_text(struct compile *m, int64_t id, const struct option_source *o,
    int lang)
{
	const char *steps = lines_of(m, &o->steps.in[lang]);
	const char *support = lines_of(m, &o->support.in[lang]);
	const char *const words[] = { o->name.in[lang].text,
		keywords_of(m, o, lang), o->summary.in[lang].text,
		arena_printf(m->c->arena, "%s\n%s", steps, support) };

	compile_text(m, id, lang, words[0],
	    words[2] == NULL || words[2][0] == '\0' ? o->institution.text :
						      words[2]);
	row_put(m->w, "INSERT INTO option_text VALUES(?,?,?,?,?,?,?,?,?)",
	    "itttttttt", id, compile_language(lang),
	    o->cost_note.in[lang].text, o->schedule.in[lang].text,
	    o->admits.in[lang].text, o->gives.in[lang].text, steps,
	    lines_of(m, &o->documents.in[lang]), support);
	compile_index(m, id, lang, words);
}

static void
write_option(struct compile *m, const struct item *item)
{
	const struct option_source *o = item->data;
	int64_t id = item->row;

	compile_entry(m, item, &o->status, &o->confidence, &o->reviewed,
	    &o->review_by);
	row_put(m->w,
	    "INSERT INTO option VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
	    "ittttttttttiittt", id, o->type.text, o->country.text,
	    o->place.text, o->institution.text,
	    compile_joined(m, &o->sectors), compile_joined(m, &o->audience),
	    o->modality.text, o->period.from, o->period.to, o->price.kind,
	    o->price.price, o->price.price_max, o->price.currency,
	    compile_joined(m, &o->valid_in), o->url.text);
	for (size_t i = 0; i < o->isco.count; i++)
		row_put(m->w, "INSERT INTO option_occupation VALUES(?,?)",
		    "ti", o->isco.list[i].text, id);
	compile_country(m, id, o->country.text);
	compile_phones(m, id, &o->numbers);
	compile_sources(m, id, &o->sources);
	for (size_t i = 0; i < m->c->languages.count; i++)
		write_text(m, id, o, channel_language(m->c, i));
}

static void
tell_count(FILE *out, size_t count)
{
	fprintf(out, ngettext("%zu option", "%zu options", count), count);
}

const struct kind option_kind = {
	.name = "option",
	.tell_count = tell_count,
	.source = "options.csv",
	.columns = &option_rules,
	.read = read_options,
	.check = check,
	.sources = sources,
	.write = write_option,
	.write_rest = option_index_write,
};
