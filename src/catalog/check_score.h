/*
 * How the answers to a check become an outcome.  Pure: the publisher's check
 * proves with it what the kiosk will say.
 *
 *     weight    danger answer     "I do not know"
 *     stop      red at once       unknown + 2
 *     serious   risk + 2          unknown + 1
 *     caution   risk + 1          to be found out, no more
 *
 * Red for a stop or from RED_FROM risk; else yellow from 2 risk or 1 unknown;
 * else green.  What is not known never makes red.
 */
#ifndef VEREDA_CHECK_SCORE_H
#define VEREDA_CHECK_SCORE_H

#include <stdbool.h>
#include <stddef.h>

#define CHECK_QUESTIONS_MAX 20 /* of one check */

enum check_weight {
	CHECK_CAUTION,
	CHECK_SERIOUS,
	CHECK_STOP,
	CHECK_WEIGHTS,
};

enum check_answer { /* the key that gives it */
	CHECK_NONE,
	CHECK_YES,
	CHECK_NO,
	CHECK_UNKNOWN,
	CHECK_ANSWERS,
};

enum check_outcome {
	CHECK_GREEN,
	CHECK_YELLOW,
	CHECK_RED,
	CHECK_OUTCOMES,
};

/* What one question counts. */
struct check_rule {
	enum check_weight weight;
	enum check_answer danger; /* CHECK_YES or CHECK_NO */
};

struct check_score {
	unsigned risk;
	unsigned unknown;
	unsigned signs;    /* danger answers */
	unsigned find_out; /* "I do not know", whatever it weighs */
	bool stop;
};

/* Score ANSWERS, one for each of the COUNT RULES; CHECK_NONE counts nothing. */
void check_score(struct check_score *out, const struct check_rule *rules,
    const enum check_answer *answers, size_t count);

enum check_outcome check_outcome(
    const struct check_score *score, unsigned red_from);

/* Bit 1 << OUTCOME for each outcome that some whole set of answers has. */
unsigned check_reachable(
    const struct check_rule *rules, size_t count, unsigned red_from);

/* "stop", "serious", "caution"; "yes", "no"; "red", "yellow", "green", each
 * a list with NULL at the end, in the order of its enum. */
extern const char *const check_weight_names[];
extern const char *const check_danger_names[]; /* from CHECK_YES on */
extern const char *const check_outcome_names[];

#endif
