/*
 * What an index holds, for tests that ask a database in SQL.
 */
#ifndef VEREDA_INDEX_FIXTURE_H
#define VEREDA_INDEX_FIXTURE_H

#include <sqlite3.h>

/* Make found(lang, word) known to DB: the entries that WORD, folded, stands
 * in, with commas between them; "" for none. */
void index_fixture_register(sqlite3 *db);

#endif
