/*
 * Golden screens: what a person sees, cell by cell, on invented content.
 * VEREDA_CHECK_LIGHT=1, for programs slowed by sanitizers: every fourth.
 */
#include <config.h>

#include <stdlib.h>

#include "shots.h"

int
main(void)
{
	bool light = getenv("VEREDA_CHECK_LIGHT") != NULL;

	for (size_t i = 0; i < shot_count; i++) {
		struct term *t = NULL;

		if (light && i % 4 != 0)
			continue;
		if (!shot_is_possible(&shots[i])) {
			ok(true, "the screen %s # SKIP no fonts are built",
			    shots[i].name);
			continue;
		}
		t = shot_take(&shots[i]);

		golden(t, shots[i].name);
		term_free(t);
	}
	return done();
}
