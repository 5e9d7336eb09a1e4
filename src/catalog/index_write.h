/*
 * Writing the index of an edition: the words of its entries, the lists of them
 * and the lexicons, which stand in the tables index_*.
 */
#ifndef VEREDA_INDEX_WRITE_H
#define VEREDA_INDEX_WRITE_H

#include <sqlite3.h>

#include "base/compiler.h"
#include "base/err.h"

/*
 * Fill the tables index_* of DB anew, from the table temp.indexed, which
 * schema_create() has made beside the schema, and from the synonyms.  A row of
 * it are words of an entry: lang, entry, title, keywords, summary, body; it may
 * have several.
 */
CHECKED int index_write(sqlite3 *db, struct err *e);

#endif
