/*
 * One of each screen, on invented content, for tests that look at all of them.
 */
#ifndef VEREDA_SHOTS_H
#define VEREDA_SHOTS_H

#include "harness.h"

struct shot {
	const char *name; /* says which options the kiosk gets: shots.c */
	const char *keys;
	int width, height;
	const char *term;
	unsigned silence; /* ms behind the last key */
};

extern const struct shot shots[];
extern const size_t shot_count;

/* Whether the build has all that S needs: larger letters are a font. */
bool shot_is_possible(const struct shot *s);
/* The kiosk of tests there; term_free() ends it. */
struct term *shot_take(const struct shot *s);
/* The same, in language LANGUAGE of lang_table and in another size. */
struct term *shot_take_in(const struct shot *s, size_t language, int width,
    int height);

#endif
