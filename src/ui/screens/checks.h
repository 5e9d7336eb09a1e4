/*
 * What the screens of a check share.
 */
#ifndef VEREDA_CHECKS_H
#define VEREDA_CHECKS_H

#include "catalog/check.h"
#include "ui/session.h"
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

/* How a check ends for the answers GIVEN. */
struct concluded {
	struct check_score score;
	enum check_outcome outcome;
	const struct check_end *end;
	const char *title;
};
CHECKED int checks_conclude(struct arena *a, const struct check *k,
    const struct session_check *given, struct concluded *out,
    struct err *e);

/* Into SH: how much is not known; the steps; what can be done about each
 * answer that is told. */
void checks_say_find_out(struct sheet *sh, const struct check_score *score);
void checks_say_steps(struct sheet *sh, const char *lang,
    const struct check_end *end);
void checks_say_ways(struct sheet *sh, const struct check *k,
    const struct session_check *given);

/* The check of this place, of those that were taken along: with its answers,
 * and how it ends for them. */
CHECKED int checks_taken(struct screen *sc, struct check *k,
    const struct session_check **given, struct concluded *c, struct err *e);

/* Its result in words, on SH. */
CHECKED int check_taken_say(struct screen *sc, struct sheet *sh,
    struct err *e);

/* Whether X is here (0), where the job is (1), where the reader is from
 * (2), or elsewhere. */
#define CHECKS_ELSEWHERE 3
int checks_nearness(struct screen *sc, const struct session_check *given,
    const struct entry *x);

/* Whom to call at OUTCOME, nearest first; all of them where none is near. */
CHECKED int checks_near(struct screen *sc, const struct check *k,
    const struct session_check *given, enum check_outcome outcome,
    struct entry **out, size_t *count, struct err *e);

#endif
