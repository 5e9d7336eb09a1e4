/*
 * The next steps of a text: what goes along on a slip.  A wrong one is worse
 * than none, so nothing is guessed: an article has them as its only numbered
 * list, an alert as the list of its third section, what to do.
 */
#ifndef VEREDA_STEPS_H
#define VEREDA_STEPS_H

#include <stddef.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/mem.h"

#define STEPS_ALERT_SECTION 3 /* the publisher's check holds it */

enum steps_place {
	STEPS_NUMBERED, /* in the only numbered list */
	STEPS_ALERT,    /* in the first list of its third section */
};

struct steps {
	const char *heading; /* above them, in capitals: "If they charge you"
				is part of what they say; "" */
	const char **texts;  /* one line each, without numbers */
	size_t count;
};

/* Those of MARKDOWN, in A; none if they do not stand where they must. */
CHECKED int steps_find(struct steps *out, const char *markdown,
    enum steps_place place, struct arena *a, struct err *e);

#endif
