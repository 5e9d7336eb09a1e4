/*
 * The finder.  An edition brings one bitmap for each value of each facet: bit
 * N is option N in the order of its list.  Choosing is OR within a facet and
 * AND between them, so a screen of counts is one pass over some dozens of
 * bitmaps, however the options are spread.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "catalog/catalog_finder.h"

#define OPTIONS_MAX (1 << 20) /* of one channel; later ones are not seen */

const struct statement_text catalog_finder_statements[] = {
	{ ST_OPTION_COUNT, "SELECT max(id) FROM index_option" },
	{ ST_OPTION_AT, "SELECT option FROM index_option WHERE id=?1" },
	{ ST_OPTION_PLACE, "SELECT i.id FROM entry e"
			   " JOIN index_option i ON i.option=e.id"
			   " WHERE e.slug=?1" },
	{ ST_WITHDRAWN, "SELECT DISTINCT slug FROM withdraws" },
	{ ST_FACET_VALUE,
	    "SELECT options FROM index_facet WHERE facet=?1 AND value=?2" },
	{ ST_FACET_VALUES, "SELECT facet,value,options FROM index_facet"
			   " ORDER BY facet,value" },
	{ ST_COUNT, NULL },
};

static struct bits
bits_new(size_t options, bool set, struct arena *a)
{
	struct bits b = { .words = (options + WORD_BITS - 1) / WORD_BITS };

	b.at = arena_array(a, b.words + 1, sizeof *b.at);
	for (size_t i = 0; set && i < options / WORD_BITS; i++)
		b.at[i] = UINT64_MAX;
	if (set && options % WORD_BITS > 0)
		b.at[b.words - 1] =
		    (UINT64_C(1) << options % WORD_BITS) - 1;
	return b;
}

/* Eight bytes of a bitmap, the first holding the lowest bits; what is not
 * there is 0. */
static uint64_t
word_of(struct bytes blob, size_t n)
{
	uint64_t word = 0;

	for (size_t i = 0; i < 8 && 8 * n + i < blob.len; i++)
		word |= (uint64_t)blob.at[8 * n + i] << 8 * i;
	return word;
}

static void
bits_add(struct bits *b, struct bytes blob)
{
	for (size_t i = 0; i < b->words; i++)
		b->at[i] |= word_of(blob, i);
}

static void
bits_keep(struct bits *b, const struct bits *other)
{
	for (size_t i = 0; i < b->words; i++)
		b->at[i] &= other->at[i];
}

size_t
option_bits_count(const struct bits *b)
{
	size_t count = 0;

	for (size_t i = 0; i < b->words; i++)
		count += (size_t)__builtin_popcountll(b->at[i]);
	return count;
}

/* How many of BLOB are in B too. */
static size_t
bits_common(const struct bits *b, struct bytes blob)
{
	size_t count = 0;

	for (size_t i = 0; i < b->words; i++)
		if (b->at[i] != 0)
			count += (size_t)__builtin_popcountll(
			    b->at[i] & word_of(blob, i));
	return count;
}

static struct bytes
blob_of(const struct query *q, int column)
{
	const void *at = sqlite3_column_blob(q->st, column);
	int len = sqlite3_column_bytes(q->st, column);

	return bytes_of(at, at == NULL ? 0 : (size_t)len);
}

static int
add_value(struct option_answer *w, enum option_facet facet,
    const char *value, struct err *e)
{
	struct query q;

	query_begin(&q, w->channel, ST_FACET_VALUE);
	query_number(&q, 1, facet);
	query_text(&q, 2, value);
	while (query_row(&q))
		bits_add(&w->any[facet], blob_of(&q, 0));
	return query_end(&q, e);
}

static int
count_options(struct option_answer *w, struct err *e)
{
	struct query q;

	query_begin(&q, w->channel, ST_OPTION_COUNT);
	while (query_row(&q)) {
		int32_t n = query_get_row(&q, 0);

		w->options = n < 0 ? 0 : n > OPTIONS_MAX ? OPTIONS_MAX :
							   (size_t)n;
	}
	return query_end(&q, e);
}

/* Take the option SLUG out, if it is one of W's. */
static int
hide(struct option_answer *w, const char *slug, struct err *e)
{
	struct query q;

	query_begin(&q, w->channel, ST_OPTION_PLACE);
	query_text(&q, 1, slug);
	while (query_row(&q)) {
		int32_t n = query_get_row(&q, 0) - 1;

		if (n >= 0 && (size_t)n < w->options)
			w->shown.at[n / WORD_BITS] &=
			    ~(UINT64_C(1) << n % WORD_BITS);
	}
	return query_end(&q, e);
}

/* Take out what CH withdraws of channel N. */
static int
hide_withdrawn(struct option_answer *w, struct catalog *c, size_t n,
    const struct channel *ch, struct arena *a, struct err *e)
{
	const char *slugs = NULL;
	struct query q;

	query_begin(&q, ch, ST_WITHDRAWN);
	if (query_join(&q, a, &slugs, e) < 0)
		return -1;
	while (slugs[0] != '\0') {
		size_t len = strcspn(slugs, " ");
		const char *slug = arena_strndup(a, slugs, len);
		struct ref by = { 0 };

		if (catalog_withdrawer(c, n, slug, &by, e) < 0 ||
		    (by.row != 0 && hide(w, slug, e) < 0))
			return -1;
		slugs += len + strspn(slugs + len, " ");
	}
	return 0;
}

static int
find_shown(struct option_answer *w, struct catalog *c, size_t n,
    struct arena *a, struct err *e)
{
	if (count_options(w, e) < 0)
		return -1;
	w->shown = bits_new(w->options, true, a);
	for (size_t i = 0; i < c->count; i++)
		if (i != n && c->channels[i].withdraws &&
		    hide_withdrawn(w, c, n, &c->channels[i], a, e) < 0)
			return -1;
	return 0;
}

int
option_answer(struct option_answer *w, struct catalog *c, size_t n,
    const struct option_filter *f, struct arena *a, struct err *e)
{
	*w = (struct option_answer){ .channel = &c->channels[n] };
	if (find_shown(w, c, n, a, e) < 0)
		return -1;
	w->all = bits_new(w->options, true, a);
	bits_keep(&w->all, &w->shown);
	for (size_t i = 0; i < OPTION_FACETS; i++) {
		bool every = f->count[i] == 0;

		w->any[i] = bits_new(w->options, every, a);
		w->rest[i] = bits_new(w->options, true, a);
		bits_keep(&w->rest[i], &w->shown);
		for (size_t k = 0; k < f->count[i]; k++)
			if (add_value(w, (enum option_facet)i,
				f->chosen[i][k], e) < 0)
				return -1;
		bits_keep(&w->all, &w->any[i]);
	}
	for (size_t i = 0; i < OPTION_FACETS; i++)
		for (size_t k = 0; k < OPTION_FACETS; k++)
			if (k != i)
				bits_keep(&w->rest[i], &w->any[k]);
	return 0;
}

/* The value of FACET in OUT, made if there is none and room was left. */
static struct option_value *
value_of(struct option_counts *out, size_t room[OPTION_FACETS], size_t facet,
    const char *value, struct arena *a)
{
	struct option_value *list = out->values[facet];

	for (size_t i = 0; i < out->count[facet]; i++)
		if (strcmp(list[i].value, value) == 0)
			return &list[i];
	if (out->count[facet] == room[facet]) {
		room[facet] = room[facet] == 0 ? 16 : 2 * room[facet];
		out->values[facet] =
		    arena_array(a, room[facet], sizeof *list);
		if (out->count[facet] > 0)
			memcpy(out->values[facet], list,
			    out->count[facet] * sizeof *list);
		list = out->values[facet];
	}
	list[out->count[facet]] =
	    (struct option_value){ .value = arena_strdup(a, value) };
	return &list[out->count[facet]++];
}

static int
count_values(const struct option_answer *w, struct option_counts *out,
    size_t room[OPTION_FACETS], struct arena *a, struct err *e)
{
	struct query q;

	query_begin(&q, w->channel, ST_FACET_VALUES);
	while (query_row(&q)) {
		int32_t facet = query_get_row(&q, 0);
		const unsigned char *value = sqlite3_column_text(q.st, 1);
		size_t count = 0;

		if (facet < 0 || facet >= OPTION_FACETS || value == NULL ||
		    strlen((const char *)value) >= OPTION_VALUE_SIZE)
			continue;
		count = bits_common(&w->rest[facet], blob_of(&q, 2));
		if (count > 0)
			value_of(out, room, (size_t)facet,
			    (const char *)value, a)->count += count;
	}
	return query_end(&q, e);
}

static int
compare_values(const void *x, const void *y)
{
	const struct option_value *a = x;
	const struct option_value *b = y;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return strcmp(a->value, b->value);
}

static int
count_all(struct catalog *c, const struct option_filter *f,
    struct arena *scratch, struct arena *a, struct option_counts *out,
    struct err *e)
{
	size_t room[OPTION_FACETS] = { 0 };

	for (size_t i = 0; i < c->count; i++) {
		struct option_answer w;

		if (option_answer(&w, c, i, f, scratch, e) < 0 ||
		    count_values(&w, out, room, a, e) < 0)
			return -1;
		out->all += option_bits_count(&w.shown);
		out->matching += option_bits_count(&w.all);
		arena_reset(scratch);
	}
	return 0;
}

int
catalog_option_counts(struct catalog *c, const struct option_filter *f,
    struct arena *a, struct option_counts *out, struct err *e)
{
	struct arena *scratch = arena_new();
	int rc = 0;

	memset(out, 0, sizeof *out);
	rc = count_all(c, f, scratch, a, out, e);
	arena_free(scratch);
	for (size_t i = 0; rc == 0 && i < OPTION_FACETS; i++) {
		for (size_t n = 0; n < out->count[i]; n++)
			out->values[i][n].chosen = option_filter_has(f,
			    (enum option_facet)i, out->values[i][n].value);
		if (out->count[i] > 1)
			qsort(out->values[i], out->count[i],
			    sizeof *out->values[i], compare_values);
	}
	return rc;
}

static bool
is_counted(const struct option_counts *n, size_t facet, const char *value)
{
	for (size_t i = 0; i < n->count[facet]; i++)
		if (strcmp(n->values[facet][i].value, value) == 0)
			return true;
	return false;
}

/* Take one value without an option out of F; false when there is none. */
static bool
drop_one(struct option_filter *f, const struct option_counts *n)
{
	for (size_t i = 0; i < OPTION_FACETS; i++)
		for (size_t k = 0; k < f->count[i]; k++)
			if (!is_counted(n, i, f->chosen[i][k])) {
				char value[OPTION_VALUE_SIZE];

				memcpy(value, f->chosen[i][k], sizeof value);
				return option_filter_toggle(f,
				    (enum option_facet)i, value);
			}
	return false;
}

int
catalog_option_settle(struct catalog *c, struct option_filter *f,
    struct err *e)
{
	struct arena *a = arena_new();
	struct option_counts n;
	int rc = 0;

	do {
		arena_reset(a);
		rc = catalog_option_counts(c, f, a, &n, e);
	} while (rc == 0 && drop_one(f, &n));
	arena_free(a);
	return rc;
}
