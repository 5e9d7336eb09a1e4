/*
 * Agreements: agreements.csv, what countries promised each other.
 */
#include <config.h>

#include "pack/kind.h"

#include <libintl.h>

#include "base/compiler.h"
#include "pack/compile_entry.h"
#include "pack/source_sheet.h"

#define NEEDED 1u

struct agreement_source {
	struct value id;
	struct value type;
	struct values party_a;
	struct values party_b;
	struct value agreement_status;
	struct value since;
	struct by_language name;
	struct by_language gives;
	struct values sources;
	struct value reviewed;
	struct value review_by;
	struct value status;
	struct value confidence;
};

static const char *const types[] = { "social-security", "labour-mobility",
	"free-movement", "recognition", "visa-waiver", NULL };
static const char *const states[] = { "in-force", "signed", "ended",
	"unknown", NULL };

#define AT(field) offsetof(struct agreement_source, field)

static const struct rule agreement_columns[] = {
	{ "id", RULE_ID, 0, NEEDED, AT(id), 0, NULL },
	{ "type", RULE_CHOICE, 0, NEEDED, AT(type), 0, types },
	{ "party_a", RULE_COUNTRIES, 0, 0, AT(party_a), 0, NULL },
	{ "party_b", RULE_COUNTRIES, 0, 0, AT(party_b), 0, NULL },
	{ "holds", RULE_CHOICE, 0, NEEDED, AT(agreement_status), 0, states },
	{ "since", RULE_DATE_PARTIAL, 0, 0, AT(since), 0, NULL },
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

static const struct rules agreement_rules = RULES_OF(agreement_columns);

static void
read_agreements(struct channel *c, const struct kind *k)
{
	struct source_sheet s = { .name = k->source, .rules = agreement_rules,
		.item_size = sizeof(struct agreement_source) };

	source_sheet_read(c, &s);
	for (size_t i = 0; i < s.count; i++) {
		struct agreement_source *one =
		    (struct agreement_source *)s.items + i;

		channel_check_dates(c, &one->reviewed, &one->review_by);
		if (one->party_a.count == 0)
			finding_add(c->findings, &one->id.at,
			    FINDING_EMPTY_VALUE, "party_a");
		if (one->id.text != NULL)
			kind_add_item(c, k, one->id.text, &one->id.at, one);
	}
}

static const struct values *
sources(const struct item *item)
{
	return &((const struct agreement_source *)item->data)->sources;
}

static void
check(struct channel *c, const struct item *item)
{
	channel_check_sources(c, item->slug, &item->at, sources(item));
}

static void
write_parties(struct compile *m, int64_t id, const char *side,
    const struct values *countries)
{
	for (size_t i = 0; i < countries->count; i++)
		row_put(m->w, "INSERT INTO agreement_party VALUES(?,?,?)",
		    "itt", id, side, countries->list[i].text);
}

/* A country on both sides, as of a union, is in it once. */
static void
write_countries(struct compile *m, int64_t id,
    const struct agreement_source *g)
{
	for (size_t i = 0; i < g->party_a.count; i++)
		compile_country(m, id, g->party_a.list[i].text);
	for (size_t i = 0; i < g->party_b.count; i++)
		if (!rules_has(&g->party_a, g->party_b.list[i].text))
			compile_country(m, id, g->party_b.list[i].text);
}

static void
write_agreement(struct compile *m, const struct item *item)
{
	const struct agreement_source *g = item->data;
	int64_t id = item->row;

	compile_entry(m, item, &g->status, &g->confidence, &g->reviewed,
	    &g->review_by);
	row_put(m->w, "INSERT INTO agreement VALUES(?,?,?,?)", "ittt", id,
	    g->type.text, g->agreement_status.text, g->since.text);
	write_parties(m, id, "a", &g->party_a);
	write_parties(m, id, "b", &g->party_b);
	write_countries(m, id, g);
	compile_sources(m, id, &g->sources);
	compile_names(m, id, &g->name, &g->gives);
}

static void
tell_count(FILE *out, size_t count)
{
	fprintf(out, ngettext("%zu agreement", "%zu agreements", count),
	    count);
}

const struct kind agreement_kind = {
	.name = "agreement",
	.tell_count = tell_count,
	.source = "agreements.csv",
	.columns = &agreement_rules,
	.read = read_agreements,
	.check = check,
	.sources = sources,
	.write = write_agreement,
};
