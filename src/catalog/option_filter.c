/*
 * What a reader chose in the finder, and the order of what it shows.
 */
#include <config.h>

#include "catalog/option.h"

#include <string.h>

#include "text/fold.h"

/* Where VALUE stands among the chosen of FACET, or their number. */
static size_t
find(const struct option_filter *f, enum option_facet facet,
    const char *value)
{
	size_t i = 0;

	while (i < f->count[facet] &&
	    strncmp(f->chosen[facet][i], value, OPTION_VALUE_SIZE) != 0)
		i++;
	return i;
}

bool
option_filter_has(const struct option_filter *f, enum option_facet facet,
    const char *value)
{
	return find(f, facet, value) < f->count[facet];
}

bool
option_filter_toggle(struct option_filter *f, enum option_facet facet,
    const char *value)
{
	size_t at = find(f, facet, value);
	size_t last = 0;

	if (at < f->count[facet]) {
		last = (size_t)--f->count[facet];
		memmove(f->chosen[facet][at], f->chosen[facet][last],
		    OPTION_VALUE_SIZE);
		memset(f->chosen[facet][last], 0, OPTION_VALUE_SIZE);
		return true;
	}
	if (at == OPTION_CHOSEN_MAX || strlen(value) >= OPTION_VALUE_SIZE)
		return false;
	memcpy(f->chosen[facet][at], value, strlen(value) + 1);
	f->count[facet]++;
	return true;
}

void
option_filter_clear(struct option_filter *f, enum option_facet facet)
{
	memset(f->chosen[facet], 0, sizeof f->chosen[facet]);
	f->count[facet] = 0;
}

bool
option_filter_is_empty(const struct option_filter *f)
{
	for (size_t i = 0; i < OPTION_FACETS; i++)
		if (f->count[i] > 0)
			return false;
	return true;
}

static int
rank_of(const char *cost)
{
	if (strcmp(cost, "free") == 0)
		return 0;
	return strcmp(cost, "paid") == 0 ? 1 : 2;
}

struct option_order
option_order_of(const char *cost, const char *name, const char *slug,
    struct arena *a)
{
	return (struct option_order){ rank_of(cost), fold_text(name, a),
		slug };
}

int
option_order_compare(const struct option_order *a,
    const struct option_order *b)
{
	int order = a->rank - b->rank;

	if (order == 0)
		order = strcmp(a->folded, b->folded);
	return order != 0 ? order : strcmp(a->slug, b->slug);
}
