/*
 * Whether all of an index can be read, for an import: the search reads only
 * what a question leads to.
 */
#ifndef VEREDA_INDEX_CHECK_H
#define VEREDA_INDEX_CHECK_H

#include <sqlite3.h>

#include "base/compiler.h"
#include "base/err.h"

/* ERR_DATABASE for a lexicon or a list that is none, and for words that do not
 * follow each other. */
CHECKED int index_check(sqlite3 *db, struct err *e);

#endif
