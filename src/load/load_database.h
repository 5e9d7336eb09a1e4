/*
 * The questions that a database from outside must answer before anybody
 * sees it: E24.
 */
#ifndef VEREDA_LOAD_DATABASE_H
#define VEREDA_LOAD_DATABASE_H

#include <sqlite3.h>

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/bundle.h"

/*
 * Open the database of B, which must outlive it: of our schema, and no
 * other.  The caller closes it with database_close().  ERR_SCHEMA.
 */
CHECKED int load_database_open(sqlite3 **out, struct bundle *b,
    struct err *e);

/* Schema, PRAGMA quick_check, the queries that a kiosk begins with, and every
 * entry once. */
CHECKED int load_database_try(struct bundle *b, struct err *e);

#endif
