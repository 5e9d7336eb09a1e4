/*
 * What the screens of a check share.
 */
#ifndef VEREDA_CHECKS_H
#define VEREDA_CHECKS_H

#include "catalog/check.h"
#include "ui/screens/screens.h"

/* In danger now?  In row 1, and the key that it names. */
void checks_draw_danger(struct screen *sc, struct surface *s);

/* 9: the emergency numbers of where the reader is; false for other keys. */
bool checks_danger_key(struct screen *sc, struct key key);

/* To part ITEM of the same entry on SCREEN, in the place of this one. */
void checks_turn(struct screen *sc, enum screen_id screen, int item);

/* The same, above this one. */
void checks_open(struct screen *sc, enum screen_id screen, int item);

/* "Yes", "No", "I don't know". */
const char *checks_answer(enum check_answer answer);

/* "No speaker has read this translation yet.", or NULL. */
const char *checks_awaiting(const struct check *k);

#endif
