/*
 * Reads an index without the search.
 */
#include <config.h>

#include "index_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "catalog/lexicon.h"
#include "catalog/posting.h"

#define ENTRIES 100000

static void
add_part(struct tally *t, struct bytes part)
{
	uint16_t one[POSTING_LEVELS];
	struct err e = { 0 };
	size_t left = ENTRIES;
	unsigned lowest = 0;

	for (size_t i = 0; i < POSTING_LEVELS; i++)
		one[i] = 1;
	if (posting_tally(t, part, one, &left, &lowest, &e) < 0) {
		fprintf(stderr, "found(): %s\n", e.text);
		abort();
	}
}

/* The rows of a list. */
static void
add_rows(struct tally *t, sqlite3 *db, const struct posting_place *p)
{
	sqlite3_stmt *s = NULL;

	if (sqlite3_prepare_v2(db, "SELECT entries FROM index_list"
		" WHERE id>=?1 AND id<?1+?2 ORDER BY id", -1, &s, NULL) !=
		SQLITE_OK ||
	    sqlite3_bind_int64(s, 1, p->row) != SQLITE_OK ||
	    sqlite3_bind_int64(s, 2, p->parts) != SQLITE_OK)
		abort();
	while (sqlite3_step(s) == SQLITE_ROW)
		add_part(t, bytes_of(sqlite3_column_blob(s, 0),
		    (size_t)sqlite3_column_bytes(s, 0)));
	sqlite3_finalize(s);
}

static char *
entries_of(const struct tally *t)
{
	char *all = xstrdup("");

	for (uint32_t i = 1; i < t->count; i++)
		if (t->at[i] > 0) {
			char *more = xasprintf("%s%s%u", all,
			    all[0] != '\0' ? "," : "", i);

			free(all);
			all = more;
		}
	return all;
}

static void
found(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *word = (const char *)sqlite3_value_text(values[1]);
	sqlite3 *db = sqlite3_context_db_handle(context);
	struct tally t = { xcalloc(ENTRIES, sizeof *t.at), ENTRIES };
	sqlite3_stmt *s = NULL;
	struct lexicon_cursor c;

	(void)count;
	if (sqlite3_prepare_v2(db, "SELECT p.words FROM index_lexicon l JOIN"
		" index_part p ON p.id=l.part WHERE l.lang=?1", -1, &s,
		NULL) != SQLITE_OK ||
	    sqlite3_bind_value(s, 1, values[0]) != SQLITE_OK)
		abort();
	while (sqlite3_step(s) == SQLITE_ROW) {
		lexicon_begin(&c, bytes_of(sqlite3_column_blob(s, 0),
		    (size_t)sqlite3_column_bytes(s, 0)), word);
		if (!lexicon_next(&c) || strcmp(c.word.text, word) != 0)
			continue;
		if (c.word.list.parts == 0)
			add_part(&t, c.word.list.here);
		else
			add_rows(&t, db, &c.word.list);
	}
	sqlite3_finalize(s);
	sqlite3_result_text(context, entries_of(&t), -1, free);
	free(t.at);
}

void
index_fixture_register(sqlite3 *db)
{
	if (sqlite3_create_function(db, "found", 2, SQLITE_UTF8, NULL, found,
		NULL, NULL) != SQLITE_OK)
		abort();
}
