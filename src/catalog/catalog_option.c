/*
 * Options: what a list says of one, and one whole.
 */
#include <config.h>

#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/catalog_kind.h"
#include "catalog/option.h"

const struct statement_text catalog_option_statements[] = {
	{ ST_OPTION,
	    "SELECT type,country,place,institution,sectors,audience,modality,"
	    "duration,duration_max,cost,currency,valid_in,price,price_max"
	    " FROM option WHERE entry=?1" },
	{ ST_OPTION_TEXT,
	    "SELECT cost_note,schedule,admits,gives,steps,documents,support"
	    " FROM option_text WHERE entry=?1" BY_LANGUAGE("lang", "?2") },
	{ ST_OPTION_URL, "SELECT url FROM option WHERE entry=?1" },
	{ ST_COUNT, NULL },
};

static int
load_facts(struct catalog *c, struct ref ref, struct arena *a,
    struct option_facts *out, bool *found, struct err *e)
{
	const char **const texts[] = { &out->type, &out->country, &out->place,
		&out->institution, &out->sectors, &out->audience,
		&out->modality, &out->duration, &out->duration_max,
		&out->cost, &out->currency, &out->valid_in };
	int at = (int)COUNT_OF(texts);
	struct query q;

	memset(out, 0, sizeof *out);
	for (int i = 0; i < at; i++)
		*texts[i] = "";
	*found = false;
	query_begin(&q, &c->channels[ref.channel], ST_OPTION);
	query_number(&q, 1, ref.row);
	while (query_row(&q)) {
		for (int i = 0; i < at; i++)
			*texts[i] = query_get(&q, i, a);
		out->price = query_get_row(&q, at);
		out->price_max = query_get_row(&q, at + 1);
		*found = true;
	}
	return query_end(&q, e);
}

int
catalog_option_facts(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct option_row *out, struct err *e)
{
	bool found = false;

	if (catalog_head(c, ref, lang, a, &out->head, &found, e) < 0)
		return -1;
	if (found && load_facts(c, ref, a, &out->facts, &found, e) < 0)
		return -1;
	if (!found)
		return err_set(e, ERR_NOT_FOUND, "option %d of channel %u",
		    (int)ref.row, ref.channel);
	return 0;
}

int
catalog_load_option(struct catalog *c, struct arena *a, struct entry *x,
    struct err *e)
{
	struct query q;

	query_begin_for(&q, c, x, ST_OPTION_URL);
	while (query_row(&q))
		x->url = query_get(&q, 0, a);
	if (query_end(&q, e) < 0)
		return -1;
	return catalog_load_phones(c, a, x, e);
}

int
catalog_option(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct option *out, struct err *e)
{
	const char **const texts[] = { &out->cost_note, &out->schedule,
		&out->admits, &out->gives, &out->steps, &out->documents,
		&out->support };
	bool found = false;
	struct query q;

	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		*texts[i] = "";
	if (catalog_entry(c, ref, lang, a, &out->entry, e) < 0 ||
	    load_facts(c, ref, a, &out->facts, &found, e) < 0)
		return -1;
	if (!found)
		return err_set(e, ERR_NOT_FOUND, "option %d of channel %u",
		    (int)ref.row, ref.channel);
	query_begin_for(&q, c, &out->entry, ST_OPTION_TEXT);
	while (query_row(&q))
		for (size_t i = 0; i < COUNT_OF(texts); i++)
			*texts[i] = query_get(&q, (int)i, a);
	return query_end(&q, e);
}
