/*
 * How much a search may do: a number that is never passed, whatever stands in
 * an index.  All that is read, looked at or added up is paid for before.
 */
#ifndef VEREDA_SEARCH_WORK_H
#define VEREDA_SEARCH_WORK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/* Units: an entry of a list; a byte of a row that is read. */
#define SEARCH_WORK_MAX 4000000u
#define SEARCH_WORK_ROW 4000u  /* for each row, beside its bytes */
#define SEARCH_WORK_WORD 4u    /* for a word of a lexicon */
#define SEARCH_WORK_COMPARE 20u /* for comparing one with what was typed */

struct search_work {
	size_t left;
	bool cut;    /* it was not enough */
	bool failed; /* E says why */
	struct err *e;
};

/* Pay for COST; false if that is more than there is, and for good. */
bool search_work_pay(struct search_work *w, size_t cost);

#endif
