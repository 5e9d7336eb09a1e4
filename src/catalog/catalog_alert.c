/*
 * Alerts: what only they have, and the list of those that are open.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/catalog_kind.h"

const struct statement_text catalog_alert_statements[] = {
	{ ST_ALERT, "SELECT event,urgency,certainty,expires FROM alert"
		    " WHERE entry=?1" },
	{ ST_ALERTS, "SELECT DISTINCT a.entry FROM alert a"
		     " LEFT JOIN entry_country x ON x.entry=a.entry"
		     " WHERE (?1='' OR x.country IN (?1,'XR'))"
		     " AND (?2='' OR ?2 BETWEEN a.effective AND a.expires)"
		     " ORDER BY a.entry" },
	{ ST_COUNT, NULL },
};

int
catalog_load_alert(struct catalog *c, struct arena *a, struct entry *x,
    struct err *e)
{
	struct query q;

	query_begin_for(&q, c, x, ST_ALERT);
	while (query_row(&q)) {
		x->event = query_get(&q, 0, a);
		x->urgency = query_get(&q, 1, a);
		x->certainty = query_get(&q, 2, a);
		x->expires = query_get(&q, 3, a);
	}
	return query_end(&q, e);
}

static int
compare_alerts(const void *x, const void *y)
{
	const struct entry_head *a = x;
	const struct entry_head *b = y;
	int order = strcmp(b->effective, a->effective);

	if (a->severity != b->severity)
		return a->severity > b->severity ? -1 : 1;
	return order != 0 ? order : strcmp(a->slug, b->slug);
}

int
catalog_alerts(struct catalog *c, const char *country, const struct date *today,
    const char *lang, struct arena *a, struct entry_list *out, struct err *e)
{
	struct ref_list refs = { 0 };
	const char *day = "";

	if (today->year != 0)
		day = arena_printf(
		    a, "%04d-%02d-%02d", today->year, today->month, today->day);
	for (size_t i = 0; i < c->count; i++) {
		struct query q;

		query_begin(&q, &c->channels[i], ST_ALERTS);
		query_text(&q, 1, country);
		query_text(&q, 2, day);
		if (query_refs(&q, (uint16_t)i, &refs, a, e) < 0)
			return -1;
	}
	if (catalog_heads(c, &refs, lang, a, out, e) < 0)
		return -1;
	if (out->count > 1)
		qsort(
		    out->heads, out->count, sizeof *out->heads, compare_alerts);
	return 0;
}
