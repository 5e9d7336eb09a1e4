/*
 * Reading the whole of an index.
 */
#include <config.h>

#include "catalog/index_check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "catalog/lexicon.h"
#include "catalog/posting.h"
#include "image/database.h"

struct check {
	sqlite3 *db;
	struct tally tally;
	char lang[8]; /* of the words that are read */
	char last[LEXICON_WORD_MAX + 1];
	int64_t lists; /* rows of them */
	struct err *e;
};

static int
check_list(struct check *c, struct bytes list)
{
	static const uint16_t nothing[POSTING_LEVELS] = { 0 };
	size_t left = list.len;
	unsigned lowest = 0;

	return posting_tally(
	    &c->tally, list, nothing, &left, &lowest, c->e);
}

/* The rows of its list are there, or it is one. */
static int
check_place(struct check *c, const struct posting_place *p)
{
	if (p->parts == 0)
		return check_list(c, p->here);
	if (p->row < 1 || (int64_t)p->row + p->parts - 1 > c->lists)
		return err_set(c->e, ERR_DATABASE, "a list in row %u of %lld",
		    p->row, (long long)c->lists);
	return 0;
}

/* A row of SELECT lang,words. */
static int
check_part(struct check *c, sqlite3_stmt *s)
{
	const char *lang = database_text(s, 0);
	const void *bytes = sqlite3_column_blob(s, 1);
	struct lexicon_cursor at;

	if (strcmp(c->lang, lang) != 0) {
		snprintf(c->lang, sizeof c->lang, "%s", lang);
		c->last[0] = '\0';
	}
	lexicon_begin(&at, bytes_of(bytes, (size_t)sqlite3_column_bytes(s, 1)),
	    "");
	while (lexicon_next(&at)) {
		if (strcmp(c->last, at.word.text) >= 0)
			return err_set(c->e, ERR_DATABASE,
			    "a lexicon with a word out of its order");
		memcpy(c->last, at.word.text, at.word.len + 1);
		if (check_place(c, &at.word.list) < 0)
			return -1;
	}
	return lexicon_failed(&at) ? err_set(c->e, ERR_DATABASE,
	    "the lexicon is no list of words") : 0;
}

static int
check_row(struct check *c, sqlite3_stmt *s)
{
	const void *bytes = sqlite3_column_blob(s, 0);

	c->lists++;
	if (sqlite3_column_int64(s, 1) != c->lists)
		return err_set(c->e, ERR_DATABASE, "lists with a hole");
	return check_list(
	    c, bytes_of(bytes, (size_t)sqlite3_column_bytes(s, 0)));
}

/* How many entries there may be. */
static int
read_last(struct check *c, sqlite3_stmt *s)
{
	int64_t last = sqlite3_column_int64(s, 0);

	if (last < 0 || last >= POSTING_ENTRIES_MAX)
		return err_set(
		    c->e, ERR_DATABASE, "an index of too many entries");
	c->tally.count = (uint32_t)last + 1;
	c->tally.at = xcalloc(c->tally.count, sizeof *c->tally.at);
	return 0;
}

static int
each_row(struct check *c, const char *sql,
    int (*use)(struct check *c, sqlite3_stmt *s))
{
	sqlite3_stmt *s = NULL;
	int rc = 0;
	int step = SQLITE_DONE;

	if (database_prepare(&s, c->db, sql, c->e) < 0)
		return -1;
	while (rc == 0 && (step = sqlite3_step(s)) == SQLITE_ROW)
		rc = use(c, s);
	if (rc == 0 && step != SQLITE_DONE)
		rc = database_err(c->e, c->db, sql);
	sqlite3_finalize(s);
	return rc;
}

int
index_check(sqlite3 *db, struct err *e)
{
	struct check c = { .db = db, .e = e };
	int rc = each_row(&c, "SELECT max(last) FROM index_language",
	    read_last);

	if (rc == 0)
		rc = each_row(&c,
		    "SELECT entries,id FROM index_list ORDER BY id",
		    check_row);
	if (rc == 0)
		rc = each_row(&c,
		    "SELECT l.lang,p.words FROM index_lexicon l"
		    " LEFT JOIN index_part p ON p.id=l.part"
		    " ORDER BY l.lang,l.first",
		    check_part);
	free(c.tally.at);
	return rc;
}
