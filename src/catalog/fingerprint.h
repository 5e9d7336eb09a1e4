/*
 * One hash for each entry of an edition, over every row of every table that
 * says something of it.  Which tables those are is read from the schema, so
 * that a new kind of entry is compared as soon as it has tables:
 *
 * - A row belongs to the entry in its column "entry".
 * - A column "id" numbers rows and says nothing; those numbers are dealt anew
 *   in each edition.
 * - An INTEGER column with the name of a table that has a slug ("topic",
 *   "source") stands for that row's texts; "target", or the name of a table
 *   that belongs to entries, for an entry's slug.
 *
 * unit_compare.c fails for a table to which none of this applies.
 */
#ifndef VEREDA_FINGERPRINT_H
#define VEREDA_FINGERPRINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/progress.h"
#include "catalog/entry.h"

#define FINGERPRINT_WORDS 4 /* as many bits as a hash */

struct fingerprint {
	int64_t id; /* in its own edition */
	const char *slug;
	enum entry_kind kind;
	bool withdrawn; /* it says so of itself */
	uint64_t sum[FINGERPRINT_WORDS]; /* of the hashes of its rows */
};

/*
 * One statement for each table that belongs to entries, by the rules above;
 * column 0 is the entry's id.  NULL at the end.
 */
CHECKED int fingerprint_plan(const char ***out, struct arena *a,
    struct err *e);

/*
 * The entries of DB whose kind we know, sorted by slug as bytes.  Reads each
 * table once from its beginning to its end.
 */
CHECKED int fingerprint_entries(struct fingerprint **out, size_t *count,
    sqlite3 *db, const char *const *plan, const struct progress *progress,
    struct arena *a, struct err *e);

/* Add the columns FIRST and on of the row at which S stands, each with its
 * length, so that they do not run together. */
void fingerprint_row(struct hash_state *state, sqlite3_stmt *s, int first);

#endif
