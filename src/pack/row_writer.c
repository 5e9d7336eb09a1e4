/*
 * Prepared statements for the compiler.
 */
#include <config.h>

#include "pack/row_writer.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include "base/bytes.h"
#include "image/database.h"

static sqlite3_stmt *
statement(struct row_writer *w, const char *sql)
{
	sqlite3_stmt *stmt = NULL;

	for (size_t i = 0; i < w->cached; i++)
		if (strcmp(w->cache[i].sql, sql) == 0)
			return w->cache[i].stmt;
	if (w->cached == ROW_STATEMENTS_MAX) {
		w->rc = err_set(w->e, ERR_LIMIT, "too many statements");
		return NULL;
	}
	if (database_prepare(&stmt, w->db, sql, w->e) < 0) {
		w->rc = -1;
		return NULL;
	}
	w->cache[w->cached].sql = sql;
	w->cache[w->cached++].stmt = stmt;
	return stmt;
}

void
row_put(struct row_writer *w, const char *sql, const char *kinds, ...)
{
	sqlite3_stmt *stmt = NULL;
	va_list args;

	if (w->rc < 0 || (stmt = statement(w, sql)) == NULL)
		return;
	va_start(args, kinds);
	for (int i = 0; kinds[i] != '\0'; i++) {
		if (kinds[i] == 'i') {
			sqlite3_bind_int64(stmt, i + 1,
			    va_arg(args, int64_t));
		} else if (kinds[i] == 'b') {
			const struct bytes *blob =
			    va_arg(args, const struct bytes *);

			sqlite3_bind_blob64(stmt, i + 1, blob->at, blob->len,
			    SQLITE_STATIC);
		} else {
			const char *text = va_arg(args, const char *);

			sqlite3_bind_text(stmt, i + 1,
			    text == NULL ? "" : text, -1, SQLITE_STATIC);
		}
	}
	va_end(args);
	if (sqlite3_step(stmt) != SQLITE_DONE)
		w->rc = database_err(w->e, w->db, sql);
	sqlite3_reset(stmt);
}

void
row_run(struct row_writer *w, const char *sql)
{
	if (w->rc == 0 &&
	    sqlite3_exec(w->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		w->rc = database_err(w->e, w->db, sql);
}

void
row_check_integrity(struct row_writer *w)
{
	sqlite3_stmt *stmt = NULL;
	const char *answer = "no answer";

	if (w->rc < 0)
		return;
	stmt = statement(w, "PRAGMA integrity_check");
	if (stmt == NULL)
		return;
	if (sqlite3_step(stmt) == SQLITE_ROW)
		answer = (const char *)sqlite3_column_text(stmt, 0);
	if (answer == NULL || strcmp(answer, "ok") != 0)
		w->rc = err_set(w->e, ERR_DATABASE, "integrity_check: %s",
		    answer == NULL ? "no answer" : answer);
	sqlite3_reset(stmt);
}
