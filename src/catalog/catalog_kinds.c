/*
 * The table of kinds of entry: one row each.  What only one kind has stands
 * in the file of that kind.
 */
#include <config.h>

#include <string.h>

#include "catalog/catalog_kind.h"

const struct kind_row catalog_kinds[ENTRY_KINDS] = {
	[ENTRY_ARTICLE] = { "article", NULL },
	[ENTRY_ALERT] = { "alert", catalog_load_alert },
	[ENTRY_SERVICE] = { "service", catalog_load_service },
	[ENTRY_COURSE] = { "course", catalog_load_course },
	[ENTRY_RECRUITER] = { "recruiter", NULL },
	[ENTRY_RUMOUR] = { "rumour", catalog_load_cards },
	[ENTRY_OPTION] = { "option", catalog_load_option },
	[ENTRY_OCCUPATION] = { "occupation", NULL },
	[ENTRY_AGREEMENT] = { "agreement", NULL },
	[ENTRY_CONVENTION] = { "convention", NULL },
	[ENTRY_CHECK] = { "check", NULL },
};

const char *
entry_kind_name(enum entry_kind kind)
{
	return kind >= 0 && kind < ENTRY_KINDS ? catalog_kinds[kind].name :
						 "";
}

enum entry_kind
entry_kind_find(const char *name)
{
	enum entry_kind kind = 0;

	while (kind < ENTRY_KINDS &&
	    strcmp(catalog_kinds[kind].name, name) != 0)
		kind++;
	return kind;
}
