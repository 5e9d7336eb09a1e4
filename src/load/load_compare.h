/*
 * What an edition changes: the entries of two databases, side by side.
 */
#ifndef VEREDA_LOAD_COMPARE_H
#define VEREDA_LOAD_COMPARE_H

#include <sqlite3.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/progress.h"

enum compare_kind {
	COMPARE_ARTICLE,
	COMPARE_ALERT,
	COMPARE_SERVICE,
	COMPARE_KINDS
};

enum compare_sign {
	COMPARE_NEW,
	COMPARE_CHANGED,
	COMPARE_WITHDRAWN, /* gone, or an alert that takes itself back */
	COMPARE_SIGNS
};

/* One difference; the texts are valid during the call. */
struct compare_change {
	enum compare_kind kind;
	enum compare_sign sign;
	const char *slug;
	const char *lang; /* of the title: as asked, or what there is */
	const char *title;
};

struct compare {
	unsigned counts[COMPARE_KINDS][COMPARE_SIGNS];
};

struct compare_job {
	sqlite3 *old; /* NULL: everything is new */
	sqlite3 *new;
	const char *lang;
	const struct progress *progress; /* NULL is allowed */
	void (*each)(void *context, const struct compare_change *change);
	void *context;
};

/* By slug.  Entries of a kind that we do not know are not looked at. */
CHECKED int compare_editions(struct compare *out,
    const struct compare_job *job, struct err *e);

unsigned compare_sum(const struct compare *c, enum compare_sign sign);
const char *compare_kind_name(enum compare_kind kind); /* "article" ... */

#endif
