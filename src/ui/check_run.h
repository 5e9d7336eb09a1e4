/*
 * A check on its way: what the reader answered, which is in the session and
 * nowhere else, and how it ends.
 */
#ifndef VEREDA_CHECK_RUN_H
#define VEREDA_CHECK_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "catalog/check.h"
#include "ui/screen.h"
#include "ui/session.h"

/*
 * The check of the place of SC, in its arena.  Answers to another check, or
 * to another edition of it, are wiped.
 */
CHECKED int check_run_open(struct screen *sc, struct check *out,
    struct err *e);

/* The answers to its questions, CHECK_NONE where there is none yet; the
 * caller overwrites them after use. */
void check_run_answers(const struct session_check *given,
    enum check_answer out[CHECK_QUESTIONS_MAX]);
void check_run_answer(struct session *s, size_t question,
    enum check_answer answer);

/* Overwrite the answers; where the reader works and comes from stays. */
void check_run_wipe(struct session *s);

/* Whether the check can say how it ends: all is answered, or one answer was
 * a stop and the reader did not choose to go on. */
bool check_run_ends(const struct session_check *given,
    const struct check *k);

void check_run_score(const struct session_check *given,
    const struct check *k, struct check_score *out);

/* Does that answer to question N want to be said on the result? */
bool check_run_is_told(const struct session_check *given,
    const struct check *k, size_t n);

#endif
