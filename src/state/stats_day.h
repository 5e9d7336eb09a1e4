/*
 * The totals of one day, in a file of the folder of the statistics:
 *
 *     2026-11-28.day    "vereda-stats 1 2026-11-28", then a line for each
 *                       total: MEASURE [WORD] COUNT, in order, then "end"
 *
 * Nothing in it is about a person: no time, no order, no session.
 */
#ifndef VEREDA_STATS_DAY_H
#define VEREDA_STATS_DAY_H

#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/date.h"
#include "base/err.h"

#define STATS_DAYS_MAX 100      /* days that are kept, and told */
#define STATS_ROWS_MAX 256      /* totals of a day; others are not counted */
#define STATS_COUNT_MAX 1000000 /* of one total; it stays there */
#define STATS_WORD_SIZE 65      /* bytes, with the NUL */

enum stats_measure {
	STATS_VISITS,    /* sessions; has no word */
	STATS_TOPICS,    /* entries that were opened, by topic */
	STATS_KINDS,     /* the same, by kind */
	STATS_LANGUAGES, /* the same, by the language of the screen */
	STATS_CHECKS,    /* how checks ended */
	STATS_FOUND,     /* what people answered at the end */
	STATS_MEASURES,
};

struct stats_row {
	enum stats_measure measure;
	char word[STATS_WORD_SIZE]; /* "" for STATS_VISITS */
	uint32_t count;
};

struct stats_day {
	struct date date;
	struct stats_row rows[STATS_ROWS_MAX]; /* by measure, then word */
	size_t count;
};

const char *stats_measure_name(enum stats_measure measure);

/* One more of WORD, if it is small letters, digits and hyphens. */
void stats_day_add(struct stats_day *day, enum stats_measure measure,
    const char *word);

/* The day DATE in the folder DIRFD.  ERR_NOT_FOUND if there is none;
 * ERR_INPUT if the file is not whole. */
CHECKED int stats_day_read(struct stats_day *out, int dirfd,
    const struct date *date, struct err *e);
CHECKED int stats_day_write(const struct stats_day *day, int dirfd,
    struct err *e);

/* The days that the folder DIRFD has, the oldest first, of those before
 * BEFORE the STATS_DAYS_MAX newest. */
CHECKED int stats_days(struct date out[STATS_DAYS_MAX], size_t *count,
    int dirfd, const struct date *before, struct err *e);

/* Take away the days that are more than STATS_DAYS_MAX older than TODAY. */
CHECKED int stats_days_prune(int dirfd, const struct date *today,
    struct err *e);

#endif
