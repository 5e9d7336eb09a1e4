/*
 * Plain SQLite with its own FTS5 (peer.h), nothing compressed: what a
 * programmer in a hurry would build.  bench-corpus plain makes the file.
 */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include <sqlite3.h>

#include "base/mem.h"

#include "peer.h"

static sqlite3 *db;
static sqlite3_stmt *by_id, *by_words;

static int
tell(void)
{
	fprintf(stderr, "bench-plain: %s\n", sqlite3_errmsg(db));
	return -1;
}

static int
open_file(const char *file)
{
	if (sqlite3_open_v2(file, &db, SQLITE_OPEN_READONLY, NULL) !=
		SQLITE_OK ||
	    sqlite3_prepare_v2(db, "SELECT text FROM record WHERE slug=?", -1,
		&by_id, NULL) != SQLITE_OK ||
	    sqlite3_prepare_v2(db,
		"SELECT record.title FROM fts JOIN record ON record.id=fts.rowid"
		" WHERE fts MATCH ? ORDER BY rank LIMIT ?",
		-1, &by_words, NULL) != SQLITE_OK)
		return tell();
	return 0;
}

static void
close_file(void)
{
	sqlite3_finalize(by_id);
	sqlite3_finalize(by_words);
	sqlite3_close(db);
}

static long
article(const char *id)
{
	long bytes = -1;

	sqlite3_bind_text(by_id, 1, id, -1, SQLITE_STATIC);
	if (sqlite3_step(by_id) == SQLITE_ROW)
		bytes = (long)strlen(
		    (const char *)sqlite3_column_text(by_id, 0));
	sqlite3_reset(by_id);
	return bytes;
}

static long
search(const char *lang, const char *words, bool prefix, size_t limit)
{
	char query[1024];
	size_t used = 0;
	long count = 0;
	int rc;

	(void)lang;
	for (const char *w = words; *w != '\0' && used < sizeof query - 8;) {
		size_t n = strcspn(w, " ");

		used += (size_t)snprintf(query + used, sizeof query - used,
		    "\"%.*s\"%s ", (int)n, w,
		    prefix && w[n] == '\0' ? "*" : "");
		w += n + (w[n] == ' ');
	}
	sqlite3_bind_text(by_words, 1, query, -1, SQLITE_STATIC);
	sqlite3_bind_int64(by_words, 2, (sqlite3_int64)limit);
	while ((rc = sqlite3_step(by_words)) == SQLITE_ROW)
		count++;
	sqlite3_reset(by_words);
	return rc == SQLITE_DONE ? count : tell();
}

static int
verify(void)
{
	sqlite3_stmt *s = NULL;
	int rc = -1;

	if (sqlite3_prepare_v2(db, "PRAGMA integrity_check", -1, &s, NULL) ==
		SQLITE_OK &&
	    sqlite3_step(s) == SQLITE_ROW &&
	    strcmp((const char *)sqlite3_column_text(s, 0), "ok") == 0)
		rc = 0;
	sqlite3_finalize(s);
	return rc < 0 ? tell() : 0;
}

const struct peer peer = { open_file, close_file, article, search, verify };
