/*
 * One alert on its way, day by day: it is at the office in the evening of day
 * 0, and what happens on a day counts at its end.
 */
#ifndef VEREDA_REACH_RUN_H
#define VEREDA_REACH_RUN_H

#include <stdint.h>

#include "reach_routes.h"

/* Numbers by lot, the same on every machine (splitmix64 of Steele, Lea and
 * Flood, 2014). */
struct lot {
	uint64_t state;
};

uint64_t lot_next(struct lot *l);

/*
 * How many kiosks show it at the end of each day: REACHED[0] to
 * REACHED[DAYS], where [0] is 0.  What is random comes from LOT.
 */
void run_routes(uint32_t *reached, uint32_t days, const struct routes *r,
    struct lot *lot);

#endif
