/*
 * The kinds of work that a curriculum vitae can name: the occupations of the
 * catalog, and the trades of text/cv_phrases.c of which it has none.  One is
 * known by the id of the occupation or by the ISCO-08 code of the trade
 * (cv_job.work).
 */
#ifndef VEREDA_CV_WORK_H
#define VEREDA_CV_WORK_H

#include "catalog/catalog.h"
#include "text/cv.h"

struct cv_offer {
	const char *work;
	struct entry_head head; /* of the occupation; row 0 for a trade */
	size_t trade;           /* cv_count(CV_TRADES) for none */
};

/* Occupations by name, then trades. */
CHECKED int catalog_cv_offers(struct catalog *c, const char *lang,
    struct arena *a, struct cv_offer **out, size_t *count, struct err *e);

/* What the jobs of CV are called; ERR_NOT_FOUND for one of which the catalog
 * knows nothing. */
CHECKED int catalog_cv_works(struct catalog *c, const struct cv *cv,
    struct arena *a, struct cv_work out[CV_JOBS_MAX], struct err *e);

/* Take off what the catalog does not know: another edition is shown. */
CHECKED int catalog_cv_settle(struct catalog *c, struct cv *cv,
    struct arena *a, struct err *e);

#endif
