/*
 * Writes rows into the database that is compiled: each statement is prepared
 * once, every value is bound, and the first failure stops all later ones.
 */
#ifndef VEREDA_ROW_WRITER_H
#define VEREDA_ROW_WRITER_H

#include <stddef.h>

#include <sqlite3.h>

#include "base/err.h"

#define ROW_STATEMENTS_MAX 100

/* Start with { .db = database, .e = error }; read rc at the end. */
struct row_writer {
	sqlite3 *db;
	struct err *e;
	int rc; /* -1 once something has failed */
	struct {
		const char *sql;
		sqlite3_stmt *stmt; /* lives as long as DB */
	} cache[ROW_STATEMENTS_MAX];
	size_t cached;
};

/* Run SQL, which must live as long as W, with one value for each letter of
 * KINDS: 'i' an int64_t, 't' a text (NULL is ""), 'b' a struct bytes *. */
void row_put(struct row_writer *w, const char *sql, const char *kinds, ...);

/* Run SQL that has no values. */
void row_run(struct row_writer *w, const char *sql);

/* SQLite's own check; a publisher has the time for the whole of it. */
void row_check_integrity(struct row_writer *w);

#endif
