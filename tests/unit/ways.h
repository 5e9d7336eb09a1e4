/*
 * The way from the attract screen to each screen, for tests of what must hold
 * on all of them.
 */
#ifndef VEREDA_WAYS_H
#define VEREDA_WAYS_H

#include "screens_fixture.h"

struct way {
	const char *keys; /* as kiosk_keys() takes them */
	enum screen_id screen;
	bool has_choices;
	bool finds; /* where there are options */
};

extern const struct way ways[];
extern const size_t way_count;

/* A kiosk with what the way W needs. */
void way_open(struct kiosk *k, const char *lang, int width, int height,
    size_t w);

/* Go there.  LANG is that of the kiosk, or LONG_LANG. */
void way_go(struct kiosk *k, const char *lang, size_t w);

#endif
