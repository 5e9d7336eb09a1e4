/*
 * Entries that a reader put aside, by their ids: what an edition calls them
 * is the same after another edition was loaded.  A plain value that lives in
 * the session and is wiped with it.
 */
#ifndef VEREDA_SESSION_LIST_H
#define VEREDA_SESSION_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "catalog/entry.h"

#define SESSION_LIST_MAX 8 /* entries of one list */

struct session_list {
	char slugs[SESSION_LIST_MAX][ENTRY_SLUG_SIZE];
	size_t count;
};

bool session_list_has(const struct session_list *l, const char *slug);

/* Put SLUG behind the others; false if it is there, or MOST are. */
bool session_list_add(struct session_list *l, const char *slug, size_t most);

/* False if it was not there.  The others keep their order. */
bool session_list_remove(struct session_list *l, const char *slug);

void session_list_clear(struct session_list *l);

#endif
