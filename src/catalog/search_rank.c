/*
 * Ranks, after BM25F (Robertson, Zaragoza and Taylor, "Simple BM25 Extension
 * to Multiple Weighted Fields", 2004): what stands in the columns is added
 * up, weighted by the column and made smaller in a long one, and then bent so
 * that the tenth time says little more than the third.  How rare a word is
 * comes in later (catalog_search.c), over all channels.
 */
#include <config.h>

#include "catalog/search_rank.h"

#include <string.h>

#include "image/database.h"

#define POINTER_TYPE "vereda-rank"
#define BEND 10.0 /* sum of weights that gives half of all */
#define TIMES_MAX 8 /* in one column; more say nothing */

/* In the order of the schema. */
static const struct {
	double weight;
	double usual; /* words */
	double part;  /* how much the length counts, 0 to 1 */
} columns[] = {
	{ 20.0, 7, 0.3 },   /* title */
	{ 4.0, 8, 0.3 },    /* keywords */
	{ 4.0, 14, 0.3 },   /* summary */
	{ 1.0, 250, 0.5 },  /* body */
};

#define COLUMNS (sizeof columns / sizeof *columns)

/* What one word in each column is worth in this row. */
static int
column_worth(const Fts5ExtensionApi *api, Fts5Context *fts,
    double worth[COLUMNS])
{
	for (int i = 0; i < (int)COLUMNS; i++) {
		int len = 0;
		int rc = api->xColumnSize(fts, i, &len);

		if (rc != SQLITE_OK)
			return rc;
		worth[i] = columns[i].weight /
		    (1 - columns[i].part +
			columns[i].part * len / columns[i].usual);
	}
	return SQLITE_OK;
}

/* What phrase N adds to its group. */
static int
phrase_worth(const Fts5ExtensionApi *api, Fts5Context *fts, int n,
    const double worth[COLUMNS], double *out)
{
	unsigned times[COLUMNS] = { 0 };
	Fts5PhraseIter it;
	int column = 0;
	int offset = 0;
	int rc = api->xPhraseFirst(fts, n, &it, &column, &offset);

	*out = 0;
	while (rc == SQLITE_OK && column >= 0) {
		if (column < (int)COLUMNS && times[column]++ < TIMES_MAX)
			*out += worth[column];
		api->xPhraseNext(fts, &it, &column, &offset);
	}
	return rc;
}

static void
rank(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *context,
    int count, sqlite3_value **values)
{
	struct search_rank *r = count == 1 ?
	    sqlite3_value_pointer(values[0], POINTER_TYPE) :
	    NULL;
	double worth[COLUMNS] = { 0 };
	int rc = SQLITE_OK;

	if (r == NULL || api->iVersion < 1 || api->xColumnCount(fts) !=
	    (int)COLUMNS || api->xPhraseCount(fts) != (int)r->count) {
		sqlite3_result_error(context, "search_rank", -1);
		return;
	}
	memset(r->scores, 0, sizeof r->scores);
	rc = column_worth(api, fts, worth);
	for (int i = 0; rc == SQLITE_OK && i < (int)r->count; i++) {
		double more = 0;

		rc = phrase_worth(api, fts, i, worth, &more);
		r->scores[r->phrases[i].group] += r->phrases[i].weight * more;
	}
	for (size_t i = 0; i < SEARCH_GROUPS_MAX; i++)
		r->scores[i] /= r->scores[i] + BEND;
	if (rc != SQLITE_OK)
		sqlite3_result_error_code(context, rc);
	else
		sqlite3_result_int(context, 1);
}

/* FTS5's way to give its interface: https://www.sqlite.org/fts5.html#
 * extending_fts5 */
static int
find_fts5(sqlite3 *db, fts5_api **out)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &s, NULL);

	*out = NULL;
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_pointer(s, 1, out, "fts5_api_ptr", NULL);
	if (rc == SQLITE_OK && sqlite3_step(s) != SQLITE_ROW)
		rc = SQLITE_ERROR;
	sqlite3_finalize(s);
	return rc;
}

int
search_rank_register(sqlite3 *db, struct err *e)
{
	fts5_api *fts5 = NULL;

	if (find_fts5(db, &fts5) != SQLITE_OK || fts5 == NULL ||
	    fts5->xCreateFunction(fts5, "search_rank", NULL, rank, NULL) !=
		SQLITE_OK)
		return database_err(e, db, "search_rank");
	return 0;
}

int
search_rank_bind(sqlite3_stmt *s, int parameter, struct search_rank *rank)
{
	return sqlite3_bind_pointer(s, parameter, rank, POINTER_TYPE, NULL);
}
