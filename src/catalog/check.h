/*
 * A check, whole, in one language: what the kiosk needs to ask its questions
 * and to say how it ends.  How answers count is in check_score.h.
 */
#ifndef VEREDA_CHECK_H
#define VEREDA_CHECK_H

#include "catalog/catalog.h"
#include "catalog/check_score.h"

struct check_question {
	const char *name; /* "oc.q01", stable for ever */
	struct check_rule rule;
	const char *question;
	const char *example; /* or "" */
	const char *reason;
	const char *label; /* what was asked, 34 columns */
	const char *brief; /* why it matters, 26 columns */
	const char *way;   /* how to find out, or what to do */
	const char **exceptions;
	size_t exception_count;
};

struct check_end {
	bool is_there;
	const char *title;     /* "{n}": how many answers were dangerous */
	const char *title_one; /* the same for one, or "" */
	const char *text;
	const char **steps;
	size_t step_count;
	struct entry_head read; /* what says more; ref.row 0: nothing */
};

struct check {
	struct entry_head head;
	unsigned red_from;
	bool awaiting; /* no speaker has read this language yet */
	const char *reviewed; /* ISO date */
	struct check_question *questions;
	size_t count;
	struct check_end ends[CHECK_OUTCOMES];
};

/* ERR_NOT_FOUND; ERR_SCHEMA for a check that some answers would leave
 * without an outcome. */
CHECKED int catalog_check(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct check *out, struct err *e);

/* Whom to call at OUTCOME: whole entries, in the publisher's order. */
CHECKED int catalog_check_services(struct catalog *c,
    const struct check *check, enum check_outcome outcome, struct arena *a,
    struct entry **out, size_t *count, struct err *e);

/* What a question rests on: a law as it is cited, or a known fraud. */
struct check_basis {
	const char *fact;     /* "US-11" */
	const char *country;  /* of a law; "" of a fraud */
	const char *law;      /* "" of a fraud */
	struct entry_head says; /* the article or alert that states it;
				 * ref.row 0: none does */
};

/* Laws first, each in the publisher's order.  QUESTION is from 0. */
CHECKED int catalog_check_basis(struct catalog *c, const struct check *check,
    size_t question, struct arena *a, struct check_basis **out, size_t *count,
    struct err *e);

/* Whether laws of COUNTRY say something to who works in WORK and comes from
 * ORIGIN (either may be "": not said, then all do).  "XR" always does. */
bool catalog_check_concerns(const char *country, const char *work,
    const char *origin);

#endif
