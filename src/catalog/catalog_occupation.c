/*
 * Occupations: kinds of work under their official and their everyday names.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/catalog_words.h"
#include "catalog/option.h"
#include "text/fold.h"

const struct statement_text catalog_occupation_statements[] = {
	{ ST_OCCUPATION,
	    "SELECT isco,(SELECT demand FROM occupation_text t"
	    " WHERE t.entry=o.entry" BY_LANGUAGE("t.lang", "?2") ")"
	    " FROM occupation o WHERE o.entry=?1" },
	{ ST_OCCUPATIONS, "SELECT entry FROM occupation ORDER BY entry" },
	{ ST_OPTIONS_OF_ISCO,
	    "SELECT entry FROM option_occupation WHERE isco=?1"
	    " ORDER BY entry" },
	{ ST_OPTIONS_NAMED, "SELECT target FROM occupation_option"
			    " WHERE entry=?1 ORDER BY position" },
	{ ST_COUNT, NULL },
};

int
catalog_occupation(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct occupation *out, struct err *e)
{
	bool found = false;
	struct query q;

	memset(out, 0, sizeof *out);
	out->isco = out->demand = "";
	if (catalog_head(c, ref, lang, a, &out->head, &found, e) < 0)
		return -1;
	if (!found || out->head.kind != ENTRY_OCCUPATION)
		return err_set(e, ERR_NOT_FOUND, "occupation %d of channel %u",
		    (int)ref.row, ref.channel);
	query_begin(&q, &c->channels[ref.channel], ST_OCCUPATION);
	query_number(&q, 1, ref.row);
	query_text(&q, 2, out->head.lang);
	while (query_row(&q)) {
		out->isco = query_get(&q, 0, a);
		out->demand = query_get(&q, 1, a);
	}
	return query_end(&q, e);
}

bool
catalog_has_words(const char *asked, const char *text, struct arena *a)
{
	struct word_list want = { 0 };
	struct word_list words = { 0 };

	catalog_words(asked, &want, a);
	catalog_words(text, &words, a);
	for (size_t i = 0; i < want.count; i++) {
		const char *begin = want.words[i].folded;
		size_t n = 0;

		while (n < words.count &&
		    strncmp(words.words[n].folded, begin, strlen(begin)) != 0)
			n++;
		if (n == words.count)
			return false;
	}
	return true;
}

struct named {
	struct occupation occupation;
	const char *folded;
};

static int
compare_named(const void *x, const void *y)
{
	const struct named *a = x;
	const struct named *b = y;

	return strcmp(a->folded, b->folded);
}

int
catalog_occupations(struct catalog *c, const char *lang, struct arena *a,
    struct occupation **out, size_t *count, struct err *e)
{
	struct ref_list every = { 0 };
	struct ref_list refs = { 0 };
	struct named *named = NULL;

	for (size_t i = 0; i < c->count; i++) {
		struct query q;

		query_begin(&q, &c->channels[i], ST_OCCUPATIONS);
		if (query_refs(&q, (uint16_t)i, &every, a, e) < 0)
			return -1;
	}
	if (catalog_shown(c, &every, a, &refs, e) < 0)
		return -1;
	named = arena_array(a, refs.count + 1, sizeof *named);
	for (size_t i = 0; i < refs.count; i++) {
		struct occupation *o = &named[i].occupation;

		if (catalog_occupation(c, refs.refs[i], lang, a, o, e) < 0)
			return -1;
		named[i].folded = fold_text(o->head.title, a);
	}
	if (refs.count > 1)
		qsort(named, refs.count, sizeof *named, compare_named);
	*out = arena_array(a, refs.count + 1, sizeof **out);
	for (size_t i = 0; i < refs.count; i++)
		(*out)[i] = named[i].occupation;
	*count = refs.count;
	return 0;
}

static bool
has_ref(const struct ref_list *l, struct ref ref)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->refs[i].channel == ref.channel &&
		    l->refs[i].row == ref.row)
			return true;
	return false;
}

struct ordered {
	struct option_order order;
	struct option_row row;
};

static int
compare_ordered(const void *x, const void *y)
{
	const struct ordered *a = x;
	const struct ordered *b = y;

	return option_order_compare(&a->order, &b->order);
}

/* The options REFS in the order of all lists. */
static int
list_options(struct catalog *c, const struct ref_list *refs,
    const char *lang, struct arena *a, struct option_row **out, struct err *e)
{
	struct ordered *list = arena_array(a, refs->count + 1, sizeof *list);

	for (size_t i = 0; i < refs->count; i++) {
		struct option_row *row = &list[i].row;

		if (catalog_option_facts(c, refs->refs[i], lang, a, row, e) <
		    0)
			return -1;
		list[i].order = option_order_of(row->facts.cost,
		    row->head.title, row->head.slug, a);
	}
	if (refs->count > 1)
		qsort(list, refs->count, sizeof *list, compare_ordered);
	*out = arena_array(a, refs->count + 1, sizeof **out);
	for (size_t i = 0; i < refs->count; i++)
		(*out)[i] = list[i].row;
	return 0;
}

int
catalog_occupation_options(struct catalog *c, struct ref ref,
    const char *lang, struct arena *a, struct option_row **out,
    size_t *count, struct err *e)
{
	struct occupation o;
	struct ref_list every = { 0 };
	struct ref_list all = { 0 };
	struct ref_list refs = { 0 };
	struct query q;

	if (catalog_occupation(c, ref, lang, a, &o, e) < 0)
		return -1;
	query_begin(&q, &c->channels[ref.channel], ST_OPTIONS_NAMED);
	query_number(&q, 1, ref.row);
	if (query_refs(&q, ref.channel, &every, a, e) < 0)
		return -1;
	for (size_t i = 0; o.isco[0] != '\0' && i < c->count; i++) {
		query_begin(&q, &c->channels[i], ST_OPTIONS_OF_ISCO);
		query_text(&q, 1, o.isco);
		if (query_refs(&q, (uint16_t)i, &every, a, e) < 0)
			return -1;
	}
	if (catalog_shown(c, &every, a, &all, e) < 0)
		return -1;
	for (size_t i = 0; i < all.count; i++)
		if (!has_ref(&refs, all.refs[i]))
			ref_list_add(&refs, all.refs[i], a);
	*count = refs.count;
	return list_options(c, &refs, lang, a, out, e);
}
