/*
 * The schema pin: a database that has one index, trigger or view more than
 * schema_create() makes is refused, whoever signed it.  What it makes is known
 * here by its hash alone: to make it anew at each start costs more than all
 * else that opens an edition.
 */
#include <config.h>

#include "catalog/schema.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/bytes.h"
#include "base/mem.h"
#include "image/database.h"

/* One number from PRAGMA user_version. */
static int
read_version(sqlite3 *db, int *out, struct err *e)
{
	sqlite3_stmt *s = NULL;
	int rc = -1;

	*out = -1;
	if (sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &s, NULL) ==
		SQLITE_OK && sqlite3_step(s) == SQLITE_ROW) {
		*out = sqlite3_column_int(s, 0);
		rc = 0;
	} else {
		database_err(e, db, "user_version");
	}
	sqlite3_finalize(s);
	return rc;
}

static void
add_column(struct hash_state *hash, sqlite3_stmt *s, int column)
{
	const unsigned char *text = sqlite3_column_text(s, column);
	size_t len = (size_t)sqlite3_column_bytes(s, column);

	/* The final NUL keeps the columns apart. */
	if (text != NULL)
		hash_add(hash, bytes_of(text, len + 1));
	else
		hash_add(hash, bytes_of("\1", 2)); /* no text: an own index */
}

int
schema_hash(sqlite3 *db, struct hash *out, struct err *e)
{
	static const char sql[] = "SELECT type, name, tbl_name, sql"
	    " FROM sqlite_schema ORDER BY type, name";
	struct hash_state hash;
	sqlite3_stmt *s = NULL;
	int rc;

	hash_begin(&hash);
	rc = sqlite3_prepare_v2(db, sql, -1, &s, NULL);
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		rc = sqlite3_step(s);
		for (int i = 0; rc == SQLITE_ROW && i < 4; i++)
			add_column(&hash, s, i);
	}
	hash_end(&hash, out);
	if (rc != SQLITE_DONE)
		database_err(e, db, "schema");
	sqlite3_finalize(s);
	return rc == SQLITE_DONE ? 0 : -1;
}

uint32_t
schema_head_root(sqlite3 *db)
{
	static const char sql[] = "SELECT rootpage FROM sqlite_schema"
	    " WHERE name='index_head'";
	sqlite3_stmt *s = NULL;
	uint32_t root = 0;

	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) == SQLITE_OK &&
	    sqlite3_step(s) == SQLITE_ROW)
		root = (uint32_t)sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	return root;
}

/* A foreign database that SQLite cannot read is not what we expect, unless
 * a damaged block is to blame: that has codes of its own. */
static int
unreadable(struct err *e)
{
	if (e->code == ERR_DATABASE)
		e->code = ERR_SCHEMA;
	return -1;
}

/* Every column of every row of TABLE, which is one of our schema. */
static int
read_table(sqlite3 *db, const char *table, struct err *e)
{
	char *sql = xasprintf("SELECT * FROM %s", table);
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &s, NULL);

	while (rc == SQLITE_OK || rc == SQLITE_ROW)
		rc = sqlite3_step(s); /* decodes the whole row */
	if (rc != SQLITE_DONE)
		database_err(e, db, table);
	sqlite3_finalize(s);
	free(sql);
	return rc == SQLITE_DONE ? 0 : -1;
}

int
schema_read_all(sqlite3 *db, struct err *e)
{
	static const char tables[] = "SELECT name FROM sqlite_schema"
	    " WHERE type='table'";
	sqlite3_stmt *names = NULL;
	int rc = sqlite3_prepare_v2(db, tables, -1, &names, NULL);

	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		rc = sqlite3_step(names);
		if (rc == SQLITE_ROW &&
		    read_table(db, database_text(names, 0), e) < 0)
			break;
	}
	if (rc != SQLITE_ROW && rc != SQLITE_DONE)
		database_err(e, db, "tables");
	sqlite3_finalize(names);
	return rc == SQLITE_DONE ? 0 : -1;
}

int
schema_check(sqlite3 *db, struct err *e)
{
	struct hash found;
	int version = 0;

	if (read_version(db, &version, e) < 0)
		return unreadable(e);
	if (version != SCHEMA_VERSION)
		return err_set(e, ERR_SCHEMA, "schema version %d, not %d",
		    version, SCHEMA_VERSION);
	if (schema_hash(db, &found, e) < 0)
		return unreadable(e);
	if (!hash_equal(&schema_pin, &found))
		return err_set(e, ERR_SCHEMA,
		    "the schema is not the one of version %d", version);
	return 0;
}
