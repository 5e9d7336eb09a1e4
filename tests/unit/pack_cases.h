/*
 * Findings by example: one change to a channel that is otherwise good, and
 * the one line that it is told with.
 */
#ifndef VEREDA_PACK_CASES_H
#define VEREDA_PACK_CASES_H

#include <stddef.h>

#include "pack/finding.h"

/* The good channel with TO for FROM in FILE has just this finding. */
struct spoilt {
	const char *name;
	const char *file;
	const char *from; /* NULL: the whole file is TO; TO NULL: no file */
	const char *to;
	enum finding_kind kind;
	const char *said; /* "place: LEVEL: ": how the line begins */
	const char *detail; /* how it ends */
};

/* Those about checks; the rest stand in unit_pack_findings.c. */
extern const struct spoilt pack_cases_checks[];
extern const size_t pack_cases_checks_count;

#endif
