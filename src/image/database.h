/*
 * The one place that opens SQLite databases: read-only ones out of an image
 * (every byte verified), and the writable one that a publisher compiles.
 */
#ifndef VEREDA_DATABASE_H
#define VEREDA_DATABASE_H

#include <sqlite3.h>

#include "base/compiler.h"
#include "base/err.h"
#include "image/image.h"

enum database_use {
	DATABASE_SCREEN, /* the kiosk: limits, authorizer, 2 s a statement */
	DATABASE_IMPORT, /* whole check: quick_check is allowed too */
};

/*
 * Open the database inside IMG read-only with all the settings for databases
 * from outside (vereda-bundle(5)).  IMG must outlive it.  The caller closes
 * it with database_close().  ERR_SCHEMA if it is no database.
 */
CHECKED int database_open_image(sqlite3 **out, struct image *img,
    enum database_use use, struct err *e);

/* A new database file at PATH for the compiler: one transaction, no WAL. */
CHECKED int database_create(sqlite3 **out, const char *path, int page_size,
    struct err *e);

/* Such a file, to be read. */
CHECKED int database_open_own(sqlite3 **out, const char *path, struct err *e);

/* An empty database in memory, to ask what a schema makes. */
CHECKED int database_open_memory(sqlite3 **out, struct err *e);

/* Before the first database: what SQLite frees is overwritten from now on. */
CHECKED int database_wipe_freed(struct err *e);

/* What was read of DB is out of memory; no statement of it runs. */
void database_forget(sqlite3 *db);

void database_close(sqlite3 *db); /* NULL is allowed */

/* Fill E from DB's last error (and IMG's fault, if any).  Returns -1. */
int database_err(struct err *e, sqlite3 *db, const char *what);

/* Prepare one statement that lives as long as DB does. */
CHECKED int database_prepare(sqlite3_stmt **out, sqlite3 *db, const char *sql,
    struct err *e);

/* A column of the row at which S stands; "" for NULL, or if SQLite finds no
 * memory for it, which its next step then says. */
const char *database_text(sqlite3_stmt *s, int column);

#endif
