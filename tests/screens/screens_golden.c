/*
 * Golden screens: what a person sees, cell by cell, on invented content.
 */
#include <config.h>

#include "shots.h"

int
main(void)
{
	for (size_t i = 0; i < shot_count; i++) {
		struct term *t = NULL;

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
