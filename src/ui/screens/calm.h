/*
 * The first screen when there is no content; screen_attract.c shows it in
 * its own place.
 */
#ifndef VEREDA_CALM_H
#define VEREDA_CALM_H

#include <stdbool.h>

#include "ui/screen.h"

#define CALM_LOOK_MS 60000 /* between two looks for content */

bool calm_is_needed(const struct screen *sc);
void calm_enter(struct screen *sc);
void calm_draw(struct screen *sc, struct surface *s);

/* The number to call in danger in COUNTRY ("MX"); NULL if none is sure. */
const char *calm_emergency(const char *country);

#endif
