/*
 * Lists over all channels: alerts, services, countries, facts.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"

const struct statement_text catalog_list_statements[] = {
	{ ST_ALERTS, "SELECT DISTINCT a.entry FROM alert a"
		     " LEFT JOIN entry_country x ON x.entry=a.entry"
		     " WHERE (?1='' OR x.country IN (?1,'XR'))"
		     " AND (?2='' OR ?2 BETWEEN a.effective AND a.expires)"
		     " ORDER BY a.entry" },
	{ ST_SERVICES, "SELECT entry FROM service WHERE (?1='' OR country=?1"
		       " OR country='XR') AND (?2=0 OR type='emergency')"
		       " ORDER BY country='XR',country,position,entry" },
	{ ST_SERVICE_COUNTRIES,
	    "SELECT DISTINCT country FROM service WHERE country<>'XR'"
	    " ORDER BY country" },
	{ ST_FACTS,
	    "SELECT id,slug,kind FROM entry"
	    " WHERE kind IN ('article','alert','service') ORDER BY slug" },
	{ ST_LANGS, "SELECT lang FROM text WHERE entry=?1 ORDER BY lang" },
	{ ST_FACTS_OF,
	    "SELECT fact FROM entry_fact WHERE entry=?1 ORDER BY fact" },
	{ ST_COUNT, NULL },
};

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

/* Of two services of different channels: the country's own first; the rest
 * stays as each channel has it. */
static int
compare_services(const struct entry *a, const struct entry *b)
{
	const char *x = a->head.countries;
	const char *y = b->head.countries;
	bool x_region = strcmp(x, "XR") == 0;
	bool y_region = strcmp(y, "XR") == 0;

	if (x_region != y_region)
		return x_region ? 1 : -1;
	return strcmp(x, y);
}

/* Insertion keeps the order of equals; the channels are sorted already. */
static void
sort_services(struct entry *entries, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct entry moving = entries[i];
		size_t k = i;

		for (; k > 0 && compare_services(&entries[k - 1], &moving) > 0;
		     k--)
			entries[k] = entries[k - 1];
		entries[k] = moving;
	}
}

int
catalog_services(struct catalog *c, const struct service_filter *filter,
    const char *lang, struct arena *a, struct entry **out, size_t *count,
    struct err *e)
{
	struct ref_list refs = { 0 };

	*count = 0;
	for (size_t i = 0; i < c->count; i++) {
		struct query q;

		query_begin(&q, &c->channels[i], ST_SERVICES);
		query_text(&q, 1, filter->country);
		query_number(&q, 2, filter->emergencies_only);
		if (query_refs(&q, (uint16_t)i, &refs, a, e) < 0)
			return -1;
	}
	*out = arena_array(a, refs.count + 1, sizeof **out);
	for (size_t i = 0; i < refs.count; i++) {
		struct entry_head head;
		bool found = false;

		if (catalog_head(c, refs.refs[i], lang, a, &head, &found, e) <
		    0)
			return -1;
		if (!found)
			continue;
		if (catalog_entry(
			c, refs.refs[i], lang, a, &(*out)[*count], e) < 0)
			return -1;
		(*count)++;
	}
	sort_services(*out, *count);
	return 0;
}

static int
compare_texts(const void *x, const void *y)
{
	const char *const *a = x;
	const char *const *b = y;

	return strcmp(*a, *b);
}

int
catalog_service_countries(struct catalog *c, struct arena *a, const char ***out,
    size_t *count, struct err *e)
{
	const char *all = "";
	size_t room = 1;
	char *rest = NULL;
	char *word = NULL;

	*count = 0;
	for (size_t i = 0; i < c->count; i++) {
		const char *joined = NULL;
		struct query q;

		query_begin(&q, &c->channels[i], ST_SERVICE_COUNTRIES);
		if (query_join(&q, a, &joined, e) < 0)
			return -1;
		all = arena_printf(a, "%s %s", all, joined);
	}
	for (const char *p = all; *p != '\0'; p++)
		room += *p == ' ';
	*out = arena_array(a, room, sizeof **out);
	for (word = strtok_r(arena_strdup(a, all), " ", &rest); word != NULL;
	     word = strtok_r(NULL, " ", &rest))
		(*out)[(*count)++] = word;
	qsort(*out, *count, sizeof **out, compare_texts);
	room = *count;
	*count = 0;
	for (size_t i = 0; i < room; i++)
		if (i == 0 || strcmp((*out)[i], (*out)[*count - 1]) != 0)
			(*out)[(*count)++] = (*out)[i];
	return 0;
}

static int
compare_facts(const void *x, const void *y)
{
	const struct entry_facts *a = x;
	const struct entry_facts *b = y;

	return strcmp(a->slug, b->slug);
}

/* The words of STATEMENT about ROW, joined by blanks. */
static int
joined_of(const struct channel *ch, enum statement statement, int32_t row,
    struct arena *a, const char **out, struct err *e)
{
	struct query q;

	query_begin(&q, ch, statement);
	query_number(&q, 1, row);
	return query_join(&q, a, out, e);
}

static int
add_facts(const struct channel *ch, size_t n, struct arena *a,
    struct entry_facts *out, size_t *count, size_t room, struct err *e)
{
	struct ref_list rows = { 0 };
	size_t first = *count;
	struct query q;

	query_begin(&q, ch, ST_FACTS);
	while (query_row(&q)) {
		struct ref ref = { (uint16_t)n, query_get_row(&q, 0) };

		if (*count == room)
			continue; /* cannot be: they were counted */
		ref_list_add(&rows, ref, a);
		out[*count].slug = query_get(&q, 1, a);
		out[(*count)++].kind = query_get(&q, 2, a);
	}
	if (query_end(&q, e) < 0)
		return -1;
	for (size_t i = 0; i < rows.count; i++) {
		struct entry_facts *f = &out[first + i];
		int32_t row = rows.refs[i].row;

		if (joined_of(ch, ST_COUNTRIES, row, a, &f->countries, e) < 0 ||
		    joined_of(ch, ST_LANGS, row, a, &f->langs, e) < 0 ||
		    joined_of(ch, ST_FACTS_OF, row, a, &f->facts, e) < 0)
			return -1;
	}
	return 0;
}

int
catalog_facts(struct catalog *c, struct arena *a, struct entry_facts **out,
    size_t *count, struct err *e)
{
	size_t room = 0;

	*count = 0;
	for (enum entry_kind kind = 0; kind < ENTRY_KINDS; kind++) {
		size_t some = 0;

		if (catalog_count(c, kind, &some, e) < 0)
			return -1;
		room += some;
	}
	*out = arena_array(a, room + 1, sizeof **out);
	for (size_t i = 0; i < c->count; i++)
		if (add_facts(&c->channels[i], i, a, *out, count, room, e) < 0)
			return -1;
	if (*count > 1)
		qsort(*out, *count, sizeof **out, compare_facts);
	return 0;
}
