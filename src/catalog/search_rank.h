/*
 * The rows that a plan finds in a channel, with their ranks: how well each
 * thing that was asked for stands in them.  It asks nothing of the rest of an
 * index, so that ranks of several channels can be compared; how rare a word is
 * comes in out of the plan, which knows of all channels.
 */
#ifndef VEREDA_SEARCH_RANK_H
#define VEREDA_SEARCH_RANK_H

#include "catalog/search_plan.h"

struct row {
	struct ref ref;
	unsigned there; /* bits: groups that stand in it */
	double score;   /* from 0 to 1 */
};

/* The best of those that were seen: begin with .list, of .most. */
struct rows {
	struct row *list;
	size_t count;
	size_t most;
	size_t taken; /* of a sorted one: those that were looked at */
};

/*
 * The rows of channel CHANNEL that have all groups that P needs into ALL.  If
 * that is NULL, or has less than FEW then, also those that have any, into ANY.
 * When only the first WANTED of them matter, less is read for a single group.
 * Failures are for the work of Q to remember.
 */
void search_rank(struct rows *all, size_t few, struct rows *any,
    struct asked *q, const struct search_plan *p, size_t channel,
    size_t wanted);

#endif
