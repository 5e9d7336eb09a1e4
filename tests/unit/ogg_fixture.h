/*
 * Ogg Opus files for tests, page by page: as good, or as bad, as is asked
 * for.  What they "sound" like is any text.
 */
#ifndef OGG_FIXTURE_H
#define OGG_FIXTURE_H

#include <sqlite3.h>

#include "base/bytes.h"

#define OGG_SKIP 312u /* samples, as opusenc says */

struct ogg_page {
	unsigned flags; /* 1 goes on, 2 first, 4 last */
	uint64_t granule;
	uint32_t serial;
	uint32_t number;
	struct bytes packet; /* the only one */
	bool open; /* its end stands on the next page: a multiple of 255 */
};

/* The page with its right sum. */
void ogg_fixture_page(struct buffer *out, const struct ogg_page *page);

/* A whole file of MS milliseconds with TEXT in it. */
void ogg_fixture(struct buffer *out, const char *text, unsigned ms);

/* Into DB: the article you-do-not-pay and the alert false-visas in Spanish,
 * which sound like OGG_ARTICLE and OGG_ALERT. */
#define OGG_ARTICLE "sounds like the article"
#define OGG_ALERT "sounds like the alert"
void ogg_fixture_recordings(sqlite3 *db);

#endif
