/*
 * Fees: the rules between two countries, of all channels.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/fee.h"

#define RULES_MAX 200 /* that are shown of one corridor */
#define SOURCES_MAX 10

const struct statement_text catalog_fee_statements[] = {
	{ ST_FEES,
	    "SELECT id,item,payer,covers,ceiling,currency,per,country,"
	    "reviewed FROM fee WHERE origin IN ('XR',?1) AND work IN ('XR',?2)"
	    " ORDER BY id" },
	{ ST_FEE_TEXT, "SELECT law,note FROM fee_text WHERE fee=?1"
	    BY_LANGUAGE("lang", "?2") },
	{ ST_FEE_SOURCES,
	    "SELECT s.publisher,s.title FROM fee_source f JOIN source s"
	    " ON s.id=f.source WHERE f.fee=?1 ORDER BY f.position" },
	{ ST_COUNT, NULL },
};

/* Where NAME stands in NAMES; -1 for nowhere. */
static int
number_of(const char *const *names, const char *name)
{
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(names[i], name) == 0)
			return i;
	return -1;
}

/* A rule as it is signed; false for words that we do not know. */
static bool
read_rule(const struct query *q, struct arena *a, struct fee_rule *out)
{
	int item = number_of(fee_item_names, query_get(q, 1, a));
	int payer = number_of(fee_payer_names, query_get(q, 2, a));
	int covers = number_of(fee_covers_names, query_get(q, 3, a));
	int per = number_of(fee_per_names, query_get(q, 6, a));

	if (item < 0 || payer < 0 || covers < 0 || per < 0)
		return false;
	*out = (struct fee_rule){ .item = (enum fee_item)item,
		.payer = (enum fee_payer)payer,
		.some = covers == 1,
		.limit = query_get_row(q, 4),
		.currency = query_get(q, 5, a),
		.per = (enum fee_per)per,
		.country = query_get(q, 7, a),
		.law = "",
		.note = "",
		.sources = "",
		.reviewed = query_get(q, 8, a) };
	return out->limit >= FEE_NO_LIMIT;
}

static int
load_words(const struct channel *ch, int32_t id, const char *lang,
    struct arena *a, struct fee_rule *r, struct err *e)
{
	const char *all = "";
	size_t count = 0;
	struct query q;

	query_begin(&q, ch, ST_FEE_TEXT);
	query_number(&q, 1, id);
	query_text(&q, 2, lang);
	while (query_row(&q)) {
		r->law = query_get(&q, 0, a);
		r->note = query_get(&q, 1, a);
	}
	if (query_end(&q, e) < 0)
		return -1;
	query_begin(&q, ch, ST_FEE_SOURCES);
	query_number(&q, 1, id);
	while (query_row(&q))
		if (count++ < SOURCES_MAX)
			all = arena_printf(a, "%s%s%s, %s", all,
			    all[0] == '\0' ? "" : "\n", query_get(&q, 0, a),
			    query_get(&q, 1, a));
	r->sources = all;
	return query_end(&q, e);
}

static int
load_channel(const struct channel *ch, const char *origin, const char *work,
    const char *lang, struct arena *a, struct fee_rule *rules, size_t *count,
    struct err *e)
{
	int32_t *ids = arena_array(a, RULES_MAX, sizeof *ids);
	size_t first = *count;
	bool whole = true;
	struct query q;

	query_begin(&q, ch, ST_FEES);
	query_text(&q, 1, origin);
	query_text(&q, 2, work);
	while (query_row(&q)) {
		if (*count == RULES_MAX)
			continue;
		ids[*count - first] = query_get_row(&q, 0);
		whole = read_rule(&q, a, &rules[*count]) && whole;
		(*count)++;
	}
	if (query_end(&q, e) < 0)
		return -1;
	if (!whole)
		return err_set(e, ERR_SCHEMA, "fees of channel %s", ch->name);
	for (size_t i = first; i < *count; i++)
		if (load_words(ch, ids[i - first], lang, a, &rules[i], e) < 0)
			return -1;
	return 0;
}

static int
by_item(const void *x, const void *y)
{
	const struct fee_rule *a = x;
	const struct fee_rule *b = y;
	int region_a = strcmp(a->country, FEE_REGION) == 0;
	int region_b = strcmp(b->country, FEE_REGION) == 0;
	int order = (int)a->item - (int)b->item;

	if (order == 0)
		order = region_a - region_b;
	if (order == 0)
		order = strcmp(a->country, b->country);
	return order != 0 ? order : strcmp(a->law, b->law);
}

int
catalog_fees(struct catalog *c, const char *origin, const char *work,
    const char *lang, struct arena *a, struct fee_rule **out, size_t *count,
    struct err *e)
{
	*count = 0;
	*out = arena_array(a, RULES_MAX, sizeof **out);
	for (size_t i = 0; i < c->count; i++)
		if (load_channel(&c->channels[i], origin, work, lang, a, *out,
			count, e) < 0)
			return -1;
	if (*count > 0)
		qsort(*out, *count, sizeof **out, by_item);
	return 0;
}
