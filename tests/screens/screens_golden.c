/*
 * Golden screens: what a person sees, cell by cell, on invented content.
 */
#include <config.h>

#include "shots.h"

int
main(void)
{
	for (size_t i = 0; i < shot_count; i++) {
		struct term *t = shot_take(&shots[i]);

		golden(t, shots[i].name);
		term_free(t);
	}
	return done();
}
