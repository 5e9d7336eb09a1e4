/*
 * Services: what only they have, and the lists of a country's.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/catalog_kind.h"

const struct statement_text catalog_service_statements[] = {
	{ ST_SERVICE,
	    "SELECT type,languages,cost,anonymous,url,checked FROM service"
	    " WHERE entry=?1" },
	{ ST_SERVICE_TEXT, "SELECT hours,eligibility FROM service_text WHERE "
			   "entry=?1" BY_LANGUAGE("lang", "?2") },
	{ ST_PHONES,
	    "SELECT number,(SELECT note FROM phone_text t"
	    " WHERE t.entry=p.entry AND t.position=p.position" BY_LANGUAGE(
		"t.lang", "?2") ") FROM phone p"
				" WHERE p.entry=?1 ORDER BY p.position" },
	{ ST_SERVICES, "SELECT entry FROM service WHERE (?1='' OR country=?1"
		       " OR country='XR') AND (?2=0 OR type='emergency')"
		       " ORDER BY country='XR',country,position,entry" },
	{ ST_SERVICE_COUNTRIES,
	    "SELECT DISTINCT country FROM service WHERE country<>'XR'"
	    " ORDER BY country" },
	{ ST_COUNT, NULL },
};

int
catalog_load_phones(struct catalog *c, struct arena *a, struct entry *x,
    struct err *e)
{
	struct query q;
	size_t count = 0;

	if (query_count_for(c, x, ST_PHONES, &count, e) < 0)
		return -1;
	x->phones = arena_array(a, count + 1, sizeof *x->phones);
	query_begin_for(&q, c, x, ST_PHONES);
	while (query_row(&q) && x->phone_count < count) {
		struct phone *p = &x->phones[x->phone_count++];

		p->number = query_get(&q, 0, a);
		p->note = query_get(&q, 1, a);
	}
	return query_end(&q, e);
}

int
catalog_load_service(struct catalog *c, struct arena *a, struct entry *x,
    struct err *e)
{
	struct query q;

	query_begin_for(&q, c, x, ST_SERVICE);
	while (query_row(&q)) {
		x->type = query_get(&q, 0, a);
		x->languages = query_get(&q, 1, a);
		x->cost = query_get(&q, 2, a);
		x->anonymous = query_get(&q, 3, a);
		x->url = query_get(&q, 4, a);
		x->checked = query_get(&q, 5, a);
	}
	if (query_end(&q, e) < 0)
		return -1;
	query_begin_for(&q, c, x, ST_SERVICE_TEXT);
	while (query_row(&q)) {
		x->hours = query_get(&q, 0, a);
		x->eligibility = query_get(&q, 1, a);
	}
	if (query_end(&q, e) < 0)
		return -1;
	return catalog_load_phones(c, a, x, e);
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
