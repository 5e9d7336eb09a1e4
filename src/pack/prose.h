/*
 * The running text of an entry: only the Markdown that the kiosk draws, short
 * sentences, the sections that alerts and rumours must have, and no more than
 * one list that can be the steps of an article (text/steps.h).
 */
#ifndef VEREDA_PROSE_H
#define VEREDA_PROSE_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/mem.h"
#include "pack/finding.h"

#define PROSE_SENTENCE_MAX 25 /* words; longer ones are told */
#define PROSE_ALERT_SECTIONS 3
#define PROSE_RUMOUR_SECTIONS 4

struct prose_stats {
	uint64_t sentences;
	uint64_t words;
};

enum prose_kind {
	PROSE_ARTICLE,
	PROSE_ALERT,
	PROSE_RUMOUR,
	PROSE_COURSE,
};

/*
 * Check TEXT, which begins at START, add to STATS, and return its words
 * without marks for the index; in A.
 */
char *prose_read(struct bytes text, const struct place *start,
    enum prose_kind kind, struct prose_stats *stats, struct arena *a,
    struct findings *f);

#endif
