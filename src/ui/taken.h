/*
 * Results that a reader takes along: the answers that led to one, beside its
 * place on the plan.  Words are made of them anew each time, in the language
 * of the moment.  Part of the session: they go with it.
 */
#ifndef VEREDA_TAKEN_H
#define VEREDA_TAKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "catalog/check_score.h"
#include "catalog/entry.h"
#include "catalog/fee.h"

#define TAKEN_CHECKS_MAX 4
#define TAKEN_COUNTRY_SIZE 3 /* a code of two letters */
#define TAKEN_FEES ":fees" /* in place of a slug on the plan: what was asked
			    * for; no id has a colon */

/* The answers to one check (check_run.h). */
struct session_check {
	uint64_t form; /* which one: a digest of its questions; 0: none */
	uint8_t answers[CHECK_QUESTIONS_MAX]; /* enum check_answer */
	bool whole; /* go on with the questions though one said stop */
	char work[TAKEN_COUNTRY_SIZE]; /* of the job; "" is not said */
	char origin[TAKEN_COUNTRY_SIZE]; /* country of the reader */
};

/* What somebody was asked to pay. */
struct session_fees {
	struct fee_asked asked[FEE_ITEMS];
	char currency[4]; /* ISO 4217; "": that of the country */
	char work[TAKEN_COUNTRY_SIZE];
	char origin[TAKEN_COUNTRY_SIZE];
};

struct taken {
	struct taken_check {
		char slug[ENTRY_SLUG_SIZE];
		struct session_check check;
	} checks[TAKEN_CHECKS_MAX];
	struct session_fees fees;
};

/* The answers that were taken along to the check SLUG, or NULL. */
const struct session_check *taken_check(const struct taken *t,
    const char *slug);

/* Are those kept for SLUG just CHECK? */
bool taken_is(const struct taken *t, const char *slug,
    const struct session_check *check);

/* In the place of earlier ones; false if there is no room. */
bool taken_keep_check(struct taken *t, const char *slug,
    const struct session_check *check);

/* Overwrite what belongs to SLUG, which may be TAKEN_FEES. */
void taken_forget(struct taken *t, const char *slug);

#endif
