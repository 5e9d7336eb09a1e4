/*
 * Lists of the session.
 */
#include <config.h>

#include "ui/session_list.h"

#include <stdio.h>
#include <string.h>

static size_t
find(const struct session_list *l, const char *slug)
{
	size_t i = 0;

	while (i < l->count && strcmp(l->slugs[i], slug) != 0)
		i++;
	return i;
}

bool
session_list_has(const struct session_list *l, const char *slug)
{
	return find(l, slug) < l->count;
}

bool
session_list_add(struct session_list *l, const char *slug, size_t most)
{
	if (most > SESSION_LIST_MAX)
		most = SESSION_LIST_MAX;
	if (session_list_has(l, slug) || l->count >= most ||
	    strlen(slug) >= ENTRY_SLUG_SIZE)
		return false;
	snprintf(l->slugs[l->count++], ENTRY_SLUG_SIZE, "%s", slug);
	return true;
}

bool
session_list_remove(struct session_list *l, const char *slug)
{
	size_t at = find(l, slug);

	if (at == l->count)
		return false;
	memmove(l->slugs[at], l->slugs[at + 1],
	    (l->count - at - 1) * ENTRY_SLUG_SIZE);
	l->count--;
	explicit_bzero(l->slugs[l->count], ENTRY_SLUG_SIZE);
	return true;
}

void
session_list_clear(struct session_list *l)
{
	explicit_bzero(l, sizeof *l);
}
