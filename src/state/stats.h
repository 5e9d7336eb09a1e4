/*
 * What the kiosk counts: totals of a day, in memory, and one small file for
 * each day in a folder that the administrator names; without one nothing is
 * counted.  The format is in vereda-stats(5).
 *
 * Only the kiosk counts; vereda-load tells what was counted.
 */
#ifndef VEREDA_STATS_H
#define VEREDA_STATS_H

#include <stdint.h>

#include "base/date.h"
#include "state/stats_day.h"

/* Between two writings, so that the card does not wear out. */
#define STATS_WRITE_MS 3600000

struct stats;

/* FOLDER is copied.  NULL if FOLDER is "": all below take NULL and do
 * nothing. */
struct stats *stats_new(const char *folder);

/* Writes what there is, and wipes it from memory. */
void stats_free(struct stats *s);

/*
 * It is TODAY: what comes counts for that day.  The day before is written
 * when it changes.  Year 0, an unknown day, counts nothing.
 */
void stats_today(struct stats *s, const struct date *today);

/* One more of WORD; "" for STATS_VISITS. */
void stats_count(struct stats *s, enum stats_measure measure,
    const char *word);

/* WORD, folded, was searched and nothing was found. */
void stats_in_vain(struct stats *s, const char *word);

/* Nobody waits at NOW (monotonic milliseconds): write, if there is something
 * to write and the last time was an hour ago. */
void stats_rest(struct stats *s, int64_t now);

#endif
