/*
 * The session.
 */
#include <config.h>

#include "ui/session.h"

#include <stdio.h>
#include <string.h>

void
session_wipe(struct session *s, const char *lang)
{
	char keep[sizeof s->lang] = { 0 }; /* LANG may lie in S itself */

	snprintf(keep, sizeof keep, "%s", lang);
	explicit_bzero(s, sizeof *s);
	memcpy(s->lang, keep, sizeof keep);
}
