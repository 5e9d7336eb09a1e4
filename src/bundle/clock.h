/*
 * What can be said of an edition's dates.  The clock of the machine proves
 * nothing (a dead battery says 1970); the floor does: the latest moment that
 * something we trust was made, so the true time is that or later.
 */
#ifndef VEREDA_CLOCK_H
#define VEREDA_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* Unix seconds; raised at each release, so that builds stay reproducible. */
#define CLOCK_BUILT 1793491200 /* 2026-11-01 */

/* The dates of an edition, Unix seconds. */
struct clock_dates {
	int64_t created;
	int64_t stale_after;
	int64_t expires;
};

/* What stands on every page, from calm to strong. */
enum clock_banner {
	CLOCK_FRESH,  /* nothing */
	CLOCK_AGED,   /* past stale_after: how old it is */
	CLOCK_PAST,   /* past its date, or the clock is wrong */
	CLOCK_PROVED, /* past its date without doubt */
	CLOCK_BANNER_COUNT
};

/* Nothing here ever takes content from the screen. */
struct clock_verdict {
	enum clock_banner banner;
	bool clock_is_wrong; /* behind the floor: staff may be told */
	bool may_install;    /* false is ERR_EXPIRED */
	bool warn_installer; /* it may, but it is past its date by the clock */
};

/* The floor: the latest of what is given, 0 for what there is not. */
int64_t clock_floor(int64_t built, int64_t root_created,
    int64_t editions_created);

/*
 * NOW is the machine's clock.  INSTALLED: this channel has an edition
 * already; where there is none, even an expired one is better than nothing.
 */
struct clock_verdict clock_judge(int64_t now, int64_t floor,
    const struct clock_dates *dates, bool installed);

#endif
