/*
 * The table of kinds of entry: one row each.  What only one kind has stands
 * in the file of that kind.
 */
#include <config.h>

#include <string.h>

#include "catalog/catalog_kind.h"

const struct kind_row catalog_kinds[ENTRY_KINDS] = {
	[ENTRY_ARTICLE] = { "article", true, NULL },
	[ENTRY_ALERT] = { "alert", true, catalog_load_alert },
	[ENTRY_SERVICE] = { "service", false, catalog_load_service },
	[ENTRY_COURSE] = { "course", false, catalog_load_course },
	[ENTRY_RECRUITER] = { "recruiter", false, NULL },
	[ENTRY_RUMOUR] = { "rumour", true, catalog_load_cards },
	[ENTRY_OPTION] = { "option", false, catalog_load_option },
	[ENTRY_OCCUPATION] = { "occupation", false, NULL },
	[ENTRY_AGREEMENT] = { "agreement", false, NULL },
	[ENTRY_CONVENTION] = { "convention", false, NULL },
	[ENTRY_CHECK] = { "check", false, NULL },
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
