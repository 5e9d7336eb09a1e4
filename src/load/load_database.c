/*
 * E24: is it the database that we expect, whole, and does it answer?
 */
#include <config.h>

#include "load/load_database.h"

#include <string.h>

#include "catalog/index_check.h"
#include "catalog/schema.h"
#include "image/database.h"

/* Rows of these are what a kiosk shows first; no rows are no answer. */
static const char *const questions[] = {
	"SELECT title FROM text LIMIT 1",
	"SELECT markdown FROM body LIMIT 1",
};

/* These may have no rows, but must be answered. */
static const char *const searches[] = {
	"SELECT count(*) FROM entry JOIN service ON service.entry=entry.id",
};

static int
ask(sqlite3 *db, const char *sql, const char *expected, struct err *e)
{
	const unsigned char *text = NULL;
	sqlite3_stmt *s = NULL;
	int rc = -1;

	if (database_prepare(&s, db, sql, e) < 0)
		return -1;
	if (sqlite3_step(s) == SQLITE_ROW)
		text = sqlite3_column_text(s, 0);
	if (text == NULL && sqlite3_errcode(db) != SQLITE_DONE)
		database_err(e, db, sql);
	else if (text == NULL)
		err_set(e, ERR_SCHEMA, "no rows: %s", sql);
	else if (expected != NULL && strcmp((const char *)text, expected) != 0)
		err_set(e, ERR_SCHEMA, "%s: %s", sql, (const char *)text);
	else
		rc = 0;
	sqlite3_reset(s);
	return rc;
}

static int
ask_all(sqlite3 *db, struct err *e)
{
	if (ask(db, "PRAGMA quick_check(1)", "ok", e) < 0)
		return -1;
	for (size_t i = 0; i < COUNT_OF(questions); i++)
		if (ask(db, questions[i], NULL, e) < 0)
			return -1;
	for (size_t i = 0; i < COUNT_OF(searches); i++)
		if (ask(db, searches[i], NULL, e) < 0)
			return -1;
	if (index_check(db, e) < 0)
		return -1;
	return schema_read_all(db, e);
}

int
load_database_open(sqlite3 **out, struct bundle *b, struct err *e)
{
	*out = NULL;
	if (bundle_head(b)->schema_version != SCHEMA_VERSION)
		return err_set(e, ERR_SCHEMA, "schema version %u, not %d",
		    bundle_head(b)->schema_version, SCHEMA_VERSION);
	if (database_open_image(out, bundle_image(b), DATABASE_IMPORT, e) < 0)
		return -1;
	if (schema_check(*out, e) == 0)
		return 0;
	database_close(*out);
	*out = NULL;
	return -1;
}

int
load_database_try(struct bundle *b, struct err *e)
{
	sqlite3 *db = NULL;
	int rc = -1;

	if (load_database_open(&db, b, e) == 0)
		rc = ask_all(db, e);
	database_close(db);
	if (rc < 0 && e->code == ERR_DATABASE)
		e->code = ERR_SCHEMA; /* its bytes are as they were signed */
	return rc;
}
