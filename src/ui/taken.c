/*
 * Results that are taken along.
 */
#include <config.h>

#include "ui/taken.h"

#include <stdio.h>
#include <string.h>

static struct taken_check *
find(struct taken *t, const char *slug)
{
	for (size_t i = 0; i < TAKEN_CHECKS_MAX; i++)
		if (strcmp(t->checks[i].slug, slug) == 0)
			return &t->checks[i];
	return NULL;
}

const struct session_check *
taken_check(const struct taken *t, const char *slug)
{
	for (size_t i = 0; i < TAKEN_CHECKS_MAX; i++)
		if (strcmp(t->checks[i].slug, slug) == 0)
			return &t->checks[i].check;
	return NULL;
}

bool
taken_is(const struct taken *t, const char *slug,
    const struct session_check *check)
{
	const struct session_check *kept = taken_check(t, slug);

	return kept != NULL && kept->form == check->form &&
	    memcmp(kept->answers, check->answers, sizeof kept->answers) ==
	    0 &&
	    strcmp(kept->work, check->work) == 0 &&
	    strcmp(kept->origin, check->origin) == 0;
}

bool
taken_keep_check(struct taken *t, const char *slug,
    const struct session_check *check)
{
	struct taken_check *at = find(t, slug);

	if (at == NULL)
		at = find(t, "");
	if (at == NULL || strlen(slug) >= sizeof at->slug)
		return false;
	snprintf(at->slug, sizeof at->slug, "%s", slug);
	at->check = *check;
	return true;
}

void
taken_forget(struct taken *t, const char *slug)
{
	struct taken_check *at = find(t, slug);

	if (at != NULL && slug[0] != '\0')
		explicit_bzero(at, sizeof *at);
	if (strcmp(slug, TAKEN_FEES) == 0)
		explicit_bzero(&t->fees, sizeof t->fees);
}
