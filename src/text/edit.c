/*
 * The distance of Damerau and Levenshtein where no letter moves twice
 * ("optimal string alignment"), row by row.
 */
#include <config.h>

#include "text/edit.h"

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

void
edit_begin(struct edit *e, const char *word, size_t len)
{
	e->len = len < EDIT_MAX ? len : EDIT_MAX;
	e->depth = 0;
	for (size_t k = 0; k < e->len; k++)
		e->word[k] = word[k];
	for (size_t k = 0; k <= e->len; k++)
		e->rows[0][k] = (uint8_t)k;
}

void
edit_keep(struct edit *e, size_t depth)
{
	if (depth < e->depth)
		e->depth = depth;
}

unsigned
edit_push(struct edit *e, char letter)
{
	size_t i = e->depth + 1;
	uint8_t *now = e->rows[i < EDIT_MAX ? i : EDIT_MAX];
	const uint8_t *last = e->rows[e->depth];
	unsigned best = (unsigned)i;

	if (i > EDIT_MAX)
		return 0;
	e->pushed[i - 1] = letter;
	e->depth = i;
	now[0] = (uint8_t)i;
	for (size_t k = 1; k <= e->len; k++) {
		unsigned cost = letter != e->word[k - 1];
		unsigned n = least(least(last[k], now[k - 1]) + 1u,
		    last[k - 1] + cost);

		if (i > 1 && k > 1 && letter == e->word[k - 2] &&
		    e->pushed[i - 2] == e->word[k - 1])
			n = least(n, e->rows[i - 2][k - 2] + 1u);
		now[k] = (uint8_t)n;
		best = least(best, n);
	}
	return best; /* a swap with the next letter costs as much */
}

unsigned
edit_distance(const struct edit *e)
{
	return e->rows[e->depth][e->len];
}

unsigned
edit_prefix_distance(const struct edit *e)
{
	unsigned best = (unsigned)e->len;

	for (size_t i = 0; i <= e->depth; i++)
		best = least(best, e->rows[i][e->len]);
	return best;
}
