/*
 * The rank of a row that FTS5 found: how well each thing that was asked for
 * stands in it.  Unlike bm25() it asks nothing of the rest of the index, so
 * that ranks of several channels and languages can be compared.
 */
#ifndef VEREDA_SEARCH_RANK_H
#define VEREDA_SEARCH_RANK_H

#include <stddef.h>

#include <sqlite3.h>

#include "base/compiler.h"
#include "base/err.h"

#define SEARCH_GROUPS_MAX 16 /* things asked for at once: bits of a word */
#define SEARCH_PHRASES_MAX 480 /* in one question to an index */

/* What the phrases of a question are, in their order; and the answer. */
struct search_rank {
	size_t count;
	struct {
		unsigned group;
		double weight; /* 1: just what was asked for */
	} phrases[SEARCH_PHRASES_MAX];
	double scores[SEARCH_GROUPS_MAX]; /* of a row, each from 0 to 1 */
};

/* Make search_rank(fts, ?) known to DB. */
CHECKED int search_rank_register(sqlite3 *db, struct err *e);

/* Give RANK to the parameter of a statement that calls it; a result of
 * SQLite. */
int search_rank_bind(sqlite3_stmt *s, int parameter, struct search_rank *rank);

#endif
