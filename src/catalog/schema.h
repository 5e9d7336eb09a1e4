/*
 * The schema of the content database: one text, compiled into the program
 * that writes it and the one that reads it.
 *
 * topic(slug, parent, position) is the browse tree, parent 0 at its root;
 * sensitive is 1 for what nobody else should see a reader read.
 * entry is one thing a reader can open; text and body hold its words in each
 * language, apart, so that a list of titles inflates no article.  The tables
 * index_* are made of them for the search (index_write.h).
 *
 * index_option lists the options for the finder, by number from 1;
 * index_facet has a bitmap for each value of each facet (option.h): bit N % 8
 * of byte N / 8 is option N + 1.  Both follow from the options.
 */
#ifndef VEREDA_SCHEMA_H
#define VEREDA_SCHEMA_H

#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/hash.h"

#define SCHEMA_VERSION 2 /* PRAGMA user_version */
#define SCHEMA_WITHDRAWS_MAX 50 /* rows; an edition with more has none */

/* Make all tables in DB, which is empty. */
CHECKED int schema_create(sqlite3 *db, struct err *e);

/* Languages that the schema has an index for, from 0: "es", "en", ...; NULL
 * behind the last. */
const char *schema_language(size_t number);

/* The number of CODE among them; how many there are, if it is none. */
size_t schema_language_number(const char *code);

/* The root page of index_head in DB, of which each search reads rows here and
 * there (image_build.h); 0 if it cannot be told. */
uint32_t schema_head_root(sqlite3 *db);

/* The row of body and of index_head for an entry, so that no index is read to
 * find it; LANGUAGE is a number of the above. */
int64_t schema_text_id(size_t language, int64_t entry);

/*
 * Over the rows of sqlite_schema: type, name, table and text of each.  What
 * schema_create() makes has the hash of schema_pin; unit_compare.c says what
 * to write there when the schema has changed.
 */
CHECKED int schema_hash(sqlite3 *db, struct hash *out, struct err *e);
extern const struct hash schema_pin;

/*
 * Does DB carry exactly this schema?  Compares user_version and the hash with
 * the pin.  ERR_SCHEMA.
 */
CHECKED int schema_check(sqlite3 *db, struct err *e);

/*
 * Read every row of every table of DB, which schema_check() has found to be of
 * this schema: names of tables are then ours.  For what quick_check passes
 * over: rows that do not decode.
 */
CHECKED int schema_read_all(sqlite3 *db, struct err *e);

#endif
