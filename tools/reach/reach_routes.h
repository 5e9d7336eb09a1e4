/*
 * Who carries sticks where: sites with a kiosk each, couriers with their
 * tours.  The format of the file is in vereda-reach(1).
 */
#ifndef VEREDA_REACH_ROUTES_H
#define VEREDA_REACH_ROUTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"

#define ROUTES_FILE_MAX (1u << 20) /* bytes */
#define ROUTES_SITES_MAX 100000u
#define ROUTES_STEPS_MAX 1000000u /* of all couriers together */
#define ROUTES_DAYS_MAX 3650      /* of a rest */

/* A chance of 0 to 1 in parts of CHANCE_ONE. */
#define CHANCE_ONE UINT64_C(4294967296)

/* Sites of one name, which stand one after the other. */
struct site_group {
	char *name;
	uint32_t first, count;
	uint64_t chance; /* that somebody with a new stick comes, any day */
};

#define STEP_OFFICE (-1) /* the stick is made anew */
#define STEP_NIGHT (-2)  /* the next step is of the next day */

/* The tour of one courier, again and again. */
struct courier {
	int32_t *steps; /* the number of a site, or STEP_ */
	size_t count;   /* ends with STEP_NIGHT */
	size_t days;    /* how many of those there are */
};

struct routes {
	struct site_group *groups;
	size_t group_count;
	uint32_t site_count;
	struct courier *couriers;
	size_t courier_count;
	uint64_t miss; /* that a visit comes to nothing */
	bool share;    /* a stick takes along what a kiosk has */
	bool at_office; /* all begin their tours on the first day */
};

/* ERR_INPUT with file and line.  Give it to routes_fini() in any case. */
CHECKED int routes_read(struct routes *out, const char *path, struct err *e);
void routes_fini(struct routes *r);

#endif
