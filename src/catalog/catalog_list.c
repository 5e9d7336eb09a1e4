/*
 * What every entry is and says, in all channels.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/catalog_kind.h"

const struct statement_text catalog_list_statements[] = {
	{ ST_FACTS,
	    "SELECT id,slug,kind FROM entry ORDER BY slug" },
	{ ST_LANGS, "SELECT lang FROM text WHERE entry=?1 ORDER BY lang" },
	{ ST_FACTS_OF,
	    "SELECT fact FROM entry_fact WHERE entry=?1 ORDER BY fact" },
	{ ST_OF_KIND, "SELECT id FROM entry WHERE kind=?1 ORDER BY slug" },
	{ ST_COUNT, NULL },
};

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
		const char *kind = query_get(&q, 2, a);

		/* a row too many cannot be: they were counted */
		if (entry_kind_find(kind) == ENTRY_KINDS || *count == room)
			continue;
		ref_list_add(&rows, ref, a);
		out[*count].slug = query_get(&q, 1, a);
		out[(*count)++].kind = kind;
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

static int
compare_slugs(const void *x, const void *y)
{
	const struct entry_head *a = x;
	const struct entry_head *b = y;

	return strcmp(a->slug, b->slug);
}

int
catalog_of_kind(struct catalog *c, enum entry_kind kind, const char *lang,
    struct arena *a, struct entry_list *out, struct err *e)
{
	struct ref_list refs = { 0 };

	for (size_t i = 0; i < c->count; i++) {
		struct query q;

		query_begin(&q, &c->channels[i], ST_OF_KIND);
		query_text(&q, 1, entry_kind_name(kind));
		if (query_refs(&q, (uint16_t)i, &refs, a, e) < 0)
			return -1;
	}
	if (catalog_heads(c, &refs, lang, a, out, e) < 0)
		return -1;
	if (out->count > 1)
		qsort(out->heads, out->count, sizeof *out->heads,
		    compare_slugs);
	return 0;
}
