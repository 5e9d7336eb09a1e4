/*
 * Telephones as services.csv writes them: "NUMBER (note | note); NUMBER".
 */
#ifndef VEREDA_PHONE_H
#define VEREDA_PHONE_H

#include <stddef.h>

#include "base/mem.h"
#include "pack/finding.h"
#include "pack/rules.h"

#define PHONE_LENGTH_MAX 32 /* characters of a number */
#define PHONES_MAX 12       /* of one service */

struct phone_number {
	const char *number;
	const char *notes[RULES_LANGUAGES]; /* the channel's order; NULL */
};

struct phone_list {
	struct phone_number *list;
	size_t count;
};

/* Read the cell V; LANGUAGES is how many notes a number with notes has. */
void phone_list_read(struct phone_list *out, const struct value *v,
    size_t languages, const struct reading *r);

#endif
