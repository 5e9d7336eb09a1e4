/*
 * Services: services.csv, whom to call and where to go.
 */
#include <config.h>

#include "pack/kind_service.h"

#include <libintl.h>
#include <string.h>

#include "base/compiler.h"
#include "pack/compile_entry.h"
#include "pack/phone.h"
#include "pack/source_sheet.h"

#define NEEDED 1u

struct service {
	struct value id;
	struct value country;
	struct value type;
	struct value position;
	struct by_language name;
	struct by_language summary;
	struct by_language hours;
	struct by_language eligibility;
	struct by_language keywords;
	struct value phones;
	struct phone_list numbers;
	struct values languages;
	struct value cost;
	struct value anonymous;
	struct value url;
	struct values facts;
	struct values sources;
	struct value reviewed;
	struct value review_by;
	struct value status;
	struct value confidence;
};

static const char *const types[] = { "emergency", "hotline", "trafficking",
	"violence", "consulate", "labour-inspection", "ombudsman",
	"prosecutor", "asylum", "shelter", "legal-aid", "health", "ngo",
	"employment-service", "migration", "training", "social-security",
	"childcare", "other", NULL };
static const char *const costs[] = { "free", "unknown", "paid", NULL };
static const char *const answers[] = { "yes", "no", "unknown", NULL };

#define AT(field) offsetof(struct service, field)

/* A rule by language stands for one column in each language. */
static const struct rule service_columns[] = {
	{ "id", RULE_ID, 0, NEEDED, AT(id), 0, NULL },
	{ "country", RULE_COUNTRY, 0, NEEDED, AT(country), 0, NULL },
	{ "type", RULE_CHOICE, 0, NEEDED, AT(type), 0, types },
	{ "position", RULE_NUMBER, 0, NEEDED, AT(position), 0, NULL },
	{ "name", RULE_BY_LANGUAGE, 0, NEEDED, AT(name), CHANNEL_TITLE_MAX,
	    NULL },
	{ "summary", RULE_BY_LANGUAGE, 0, NEEDED, AT(summary),
	    CHANNEL_SUMMARY_MAX, NULL },
	{ "phones", RULE_LINE, 0, 0, AT(phones), 0, NULL },
	{ "hours", RULE_BY_LANGUAGE, 0, 0, AT(hours), 100, NULL },
	{ "eligibility", RULE_BY_LANGUAGE, 0, 0, AT(eligibility), 300, NULL },
	{ "languages", RULE_SPOKEN, 0, 0, AT(languages), 0, NULL },
	{ "cost", RULE_CHOICE, 0, NEEDED, AT(cost), 0, costs },
	{ "anonymous", RULE_CHOICE, 0, NEEDED, AT(anonymous), 0, answers },
	{ "url", RULE_ADDRESS, 0, 0, AT(url), 0, NULL },
	{ "keywords", RULE_BY_LANGUAGE, 0, 0, AT(keywords), 0, NULL },
	{ "facts", RULE_FACTS, 0, 0, AT(facts), 0, NULL },
	{ "sources", RULE_IDS, 0, 0, AT(sources), 0, NULL },
	{ "reviewed", RULE_DATE, 0, NEEDED, AT(reviewed), 0, NULL },
	{ "review_by", RULE_DATE, 0, NEEDED, AT(review_by), 0, NULL },
	{ "status", RULE_CHOICE, 0, NEEDED, AT(status), 0,
	    channel_statuses },
	{ "confidence", RULE_CHOICE, 0, NEEDED, AT(confidence), 0,
	    channel_confidences },
};

static const struct rules service_rules = RULES_OF(service_columns);

static void
read_services(struct channel *c, const struct kind *k)
{
	const struct reading r = { c->arena, c->findings };
	struct source_sheet s = { .name = k->source, .rules = service_rules,
		.item_size = sizeof(struct service) };

	source_sheet_read(c, &s);
	for (size_t i = 0; i < s.count; i++) {
		struct service *one = (struct service *)s.items + i;

		phone_list_read(&one->numbers, &one->phones,
		    c->languages.count, &r);
		channel_check_dates(c, &one->reviewed, &one->review_by);
		if (one->id.text != NULL)
			kind_add_item(c, k, one->id.text, &one->id.at, one);
	}
}

static const struct values *
sources(const struct item *item)
{
	return &((const struct service *)item->data)->sources;
}

static void
check(struct channel *c, const struct item *item)
{
	channel_check_sources(c, item->slug, &item->at, sources(item));
}

static void
write_text(struct compile *m, int64_t id, const struct service *s, size_t n)
{
	int lang = channel_language(m->c, n);
	const char *code = compile_language(lang);
	const char *const words[] = { s->name.in[lang].text,
		s->keywords.in[lang].text, s->summary.in[lang].text,
		s->eligibility.in[lang].text };

	compile_text(m, id, lang, words[0], words[2]);
	row_put(m->w, "INSERT INTO service_text VALUES(?,?,?,?)", "ittt", id,
	    code, s->hours.in[lang].text, words[3]);
	compile_index(m, id, lang, words);
}

static void
write_service(struct compile *m, const struct item *item)
{
	const struct service *s = item->data;
	const char *spoken = compile_joined(m, &s->languages);
	int64_t id = item->row;

	compile_entry(m, item, &s->status, &s->confidence, &s->reviewed,
	    &s->review_by);
	row_put(m->w, "INSERT INTO service VALUES(?,?,?,?,?,?,?,?,?)",
	    "ittttttti", id, s->type.text, s->country.text, spoken,
	    s->cost.text, s->anonymous.text, s->url.text, s->reviewed.text,
	    s->position.number);
	compile_country(m, id, s->country.text);
	compile_phones(m, id, &s->numbers);
	compile_facts(m, id, &s->facts);
	compile_sources(m, id, &s->sources);
	for (size_t i = 0; i < m->c->languages.count; i++)
		write_text(m, id, s, i);
}

bool
kind_service_answers(const struct item *item, const char *country)
{
	const struct service *s = item->data;

	return s->numbers.count > 0 && s->country.text != NULL &&
	    (strcmp(country, "XR") == 0 ||
		strcmp(s->country.text, "XR") == 0 ||
		strcmp(s->country.text, country) == 0);
}

static void
tell_count(FILE *out, size_t count)
{
	fprintf(out, ngettext("%zu service", "%zu services", count), count);
}

const struct kind service_kind = {
	.name = "service",
	.tell_count = tell_count,
	.source = "services.csv",
	.columns = &service_rules,
	.read = read_services,
	.check = check,
	.sources = sources,
	.write = write_service,
};
