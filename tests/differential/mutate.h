/*
 * Bundles that are a little, or cunningly, or not at all wrong: each number
 * gives the same one each time.
 */
#ifndef VEREDA_MUTATE_H
#define VEREDA_MUTATE_H

#include <stdint.h>

#include "bundle_fixture.h"

#define MUTATE_BASES 4

struct mutate {
	struct fixture *f; /* borrowed */
	struct buffer bases[MUTATE_BASES]; /* good ones */
	uint64_t random;
};

void mutate_open(struct mutate *m, struct fixture *f);
void mutate_close(struct mutate *m);

/* Mutant NUMBER to OUT. */
void mutate_make(struct mutate *m, uint64_t number, struct buffer *out);

/* A number below N. */
size_t mutate_pick(struct mutate *m, size_t n);

#endif
