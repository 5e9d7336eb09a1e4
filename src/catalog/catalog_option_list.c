/*
 * The list of the finder.  Each channel has its options in the order of the
 * list; those of several are merged as if they were of one.
 */
#include <config.h>

#include <string.h>

#include "catalog/catalog_finder.h"

/* How far the list of one channel is read. */
struct cursor {
	uint16_t channel;
	struct bits bits; /* what matches */
	size_t options;
	size_t left; /* of what matches */
	size_t next; /* from here on */
	int32_t row; /* of the option at the cursor; 0: not looked at */
	struct option_order order;
};

struct cursors {
	struct cursor list[CATALOG_CHANNELS_MAX];
	size_t count;
	struct arena *arena; /* of the bits and of the names */
};

/* The entry at place N of the channel's list; row 0: none. */
static int
option_at(const struct channel *ch, size_t n, int32_t *row, struct err *e)
{
	struct query q;

	*row = 0;
	query_begin(&q, ch, ST_OPTION_AT);
	query_number(&q, 1, (int64_t)n + 1);
	while (query_row(&q))
		*row = query_get_row(&q, 0);
	return query_end(&q, e);
}

static int
open_cursors(struct cursors *all, struct catalog *c,
    const struct option_filter *f, size_t *total, struct err *e)
{
	*total = 0;
	for (size_t i = 0; i < c->count; i++) {
		struct cursor *one = &all->list[all->count];
		struct option_answer w;

		if (option_answer(&w, c, i, f, all->arena, e) < 0)
			return -1;
		*one = (struct cursor){ .channel = (uint16_t)i,
			.bits = w.all,
			.options = w.options,
			.left = option_bits_count(&w.all) };
		*total += one->left;
		all->count += one->left > 0;
	}
	return 0;
}

static void
to_next(struct cursor *one)
{
	while (one->next < one->options &&
	    (one->bits.at[one->next / WORD_BITS] >> one->next % WORD_BITS &
		1) == 0)
		one->next++;
}

static void
step(struct cursor *one)
{
	one->next++;
	one->left--;
	one->row = 0;
}

/* What stands at the cursor: its row, and among several its order. */
static int
look(struct cursors *all, struct cursor *one, struct catalog *c,
    struct err *e)
{
	struct ref ref = { one->channel, 0 };
	struct option_row row;

	if (one->row != 0)
		return 0;
	to_next(one);
	if (option_at(&c->channels[one->channel], one->next, &one->row, e) < 0)
		return -1;
	ref.row = one->row;
	if (all->count == 1)
		return 0;
	if (catalog_option_facts(c, ref, "es", all->arena, &row, e) < 0)
		return -1;
	one->order = option_order_of(row.facts.cost, row.head.title,
	    row.head.slug, all->arena);
	return 0;
}

/* The cursor whose option comes first; NULL behind the last. */
static int
first_of(struct cursors *all, struct catalog *c, struct cursor **out,
    struct err *e)
{
	*out = NULL;
	for (size_t i = 0; i < all->count; i++) {
		struct cursor *one = &all->list[i];

		if (one->left == 0)
			continue;
		if (look(all, one, c, e) < 0)
			return -1;
		if (*out == NULL ||
		    option_order_compare(&one->order, &(*out)->order) < 0)
			*out = one;
	}
	return 0;
}

/* Pass over FIRST; of one channel alone nothing is read for that. */
static int
pass(struct cursors *all, struct catalog *c, size_t first, struct err *e)
{
	for (size_t n = 0; n < first; n++) {
		struct cursor *one = &all->list[0];

		if (all->count > 1 && first_of(all, c, &one, e) < 0)
			return -1;
		if (all->count == 0 || one == NULL || one->left == 0)
			return 0;
		to_next(one);
		step(one);
	}
	return 0;
}

int
catalog_options(struct catalog *c, const struct option_filter *f,
    size_t first, size_t count, const char *lang, struct arena *a,
    struct option_row **out, size_t *found, size_t *total, struct err *e)
{
	struct cursors all = { .arena = arena_new() };
	struct cursor *one = NULL;
	int rc = 0;

	*found = 0;
	*out = arena_array(a, count + 1, sizeof **out);
	rc = open_cursors(&all, c, f, total, e);
	if (rc == 0)
		rc = pass(&all, c, first, e);
	while (rc == 0 && *found < count) {
		struct ref ref = { 0 };

		rc = first_of(&all, c, &one, e);
		if (rc < 0 || one == NULL)
			break;
		ref = (struct ref){ one->channel, one->row };
		rc = catalog_option_facts(c, ref, lang, a, &(*out)[*found],
		    e);
		*found += rc == 0;
		step(one);
	}
	arena_free(all.arena);
	return rc;
}
