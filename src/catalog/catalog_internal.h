/*
 * Between the files of the catalog: channels, their prepared statements and
 * how one is run.
 */
#ifndef VEREDA_CATALOG_INTERNAL_H
#define VEREDA_CATALOG_INTERNAL_H

#include "catalog/catalog.h"
#include "catalog/statements.h"
#include "text/lang.h"

/* The asked language (parameter PARAMETER) first, then es, en, any. */
#define BY_LANGUAGE(column, parameter)                                         \
	" ORDER BY " column "=" parameter " DESC," column "='es' DESC," column \
	"='en' DESC," column " LIMIT 1"

struct channel {
	sqlite3 *db;
	struct edition edition;
	char *name; /* what edition.channel points to */
	sqlite3_stmt **statements; /* ST_COUNT; NULL: not asked for yet */
	bool counted; /* catalog_count_indexed() was here */
	uint32_t indexed[LANG_MAX]; /* entries of the commonest word */
	uint32_t last; /* of them all */
	struct vocabulary *vocabularies[LANG_MAX]; /* NULL: not yet */
	bool withdraws; /* may, and does */
};

/* Entries that a search walks over at once. */
#define SEARCH_STEP 16u

/* What a search adds up in, for as many entries as a channel has, up to a whole
 * step, and leaves empty. */
struct search_scratch {
	uint16_t *sums[2];
	float *scores;
	uint16_t *there;
	size_t room;
};

struct catalog {
	struct channel channels[CATALOG_CHANNELS_MAX];
	size_t count;
	struct search_scratch scratch;
};

/*
 * One run of a statement.  Its first failure stays, and query_row() is false
 * from then on; loop to the end, then ask query_end() once.
 */
struct query {
	const struct channel *channel;
	sqlite3_stmt *st;
	int rc;
};

void query_begin(
    struct query *q, const struct channel *ch, enum statement statement);
void query_text(struct query *q, int parameter, const char *text);
void query_number(struct query *q, int parameter, int64_t number);
bool query_row(struct query *q);
const char *query_get(const struct query *q, int column, struct arena *a);
int32_t query_get_row(const struct query *q, int column); /* or a number */
CHECKED int query_end(struct query *q, struct err *e);

/* As query_end(), but more rows may follow: only where fewer are no lie. */
CHECKED int query_stop(struct query *q, struct err *e);

/* Begin STATEMENT with the entry X and the language of its title. */
void query_begin_for(struct query *q, const struct catalog *c,
    const struct entry *x, enum statement statement);

/* How many rows the query that is begun and ended here has. */
CHECKED int query_count_for(struct catalog *c, const struct entry *x,
    enum statement statement, size_t *out, struct err *e);

/* Before the first search: how many entries each index has. */
CHECKED int catalog_count_indexed(struct catalog *c, struct err *e);

/* Refs, growing in an arena. */
struct ref_list {
	struct ref *refs;
	size_t count;
	size_t room;
};

void ref_list_add(struct ref_list *l, struct ref ref, struct arena *a);

/* The first column of all rows of Q, joined by blanks; ends Q. */
CHECKED int query_join(
    struct query *q, struct arena *a, const char **out, struct err *e);

/* The first column of all rows of Q as refs of CHANNEL; ends Q. */
CHECKED int query_refs(struct query *q, uint16_t channel, struct ref_list *l,
    struct arena *a, struct err *e);

/*
 * The head of one entry.  *FOUND is false for a row that is not there, of a
 * kind that we do not know, an alert that a newer edition says anew, or what
 * an alert channel withdraws.
 */
CHECKED int catalog_head(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct entry_head *out, bool *found, struct err *e);

/* Those of REFS that catalog_head() finds. */
CHECKED int catalog_shown(struct catalog *c, const struct ref_list *refs,
    struct arena *a, struct ref_list *out, struct err *e);

/* The heads of all REFS that are found, in their order. */
CHECKED int catalog_heads(struct catalog *c, const struct ref_list *refs,
    const char *lang, struct arena *a, struct entry_list *out, struct err *e);

/* Is there a newer edition of an alert channel with an alert of that slug? */
CHECKED int catalog_superseded(struct catalog *c, size_t channel,
    const char *slug, bool *out, struct err *e);

/* catalog_withdraw.c: does CH, which may, withdraw anything?  More than
 * SCHEMA_WITHDRAWS_MAX is nothing. */
CHECKED int catalog_find_withdraws(struct channel *ch, struct err *e);

/* The alert that withdraws SLUG of CHANNEL; row 0 if none does. */
CHECKED int catalog_withdrawer(struct catalog *c, size_t channel,
    const char *slug, struct ref *out, struct err *e);

#endif
