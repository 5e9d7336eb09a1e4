/*
 * Between the files of the finder: which options of a channel match.
 */
#ifndef VEREDA_CATALOG_FINDER_H
#define VEREDA_CATALOG_FINDER_H

#include "catalog/catalog_internal.h"
#include "catalog/option.h"

#define WORD_BITS 64

/* Bits of one channel: AT[0] bit 0 is its first option. */
struct bits {
	uint64_t *at;
	size_t words;
};

/* A filter, as one channel answers it. */
struct option_answer {
	const struct channel *channel;
	size_t options;
	struct bits shown; /* not withdrawn by another channel */
	struct bits any[OPTION_FACETS];  /* has a chosen value; all, if none */
	struct bits rest[OPTION_FACETS]; /* agrees in all other facets */
	struct bits all;                 /* agrees in every facet */
};

/* What channel N answers to F, in A. */
CHECKED int option_answer(struct option_answer *w, struct catalog *c,
    size_t n, const struct option_filter *f, struct arena *a, struct err *e);

size_t option_bits_count(const struct bits *b);

#endif
