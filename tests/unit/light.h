/*
 * VEREDA_CHECK_LIGHT=1, for programs slowed by sanitizers: tests that do the
 * same on many screens or at many moments do a quarter of it.  The build
 * without sanitizers, checked beside it, does all.
 */
#ifndef VEREDA_LIGHT_H
#define VEREDA_LIGHT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

static inline bool
is_light(void)
{
	return getenv("VEREDA_CHECK_LIGHT") != NULL;
}

/* Of things with numbers: three of four are left out. */
static inline bool
is_left_out(size_t number)
{
	return is_light() && number % 4 != 0;
}

#endif
