/*
 * Looking up a language.
 */
#include <config.h>

#include "text/lang.h"

#include <string.h>

static const struct lang unknown = {
	.code = "",
	.name = "",
	.ear = SOUND_IBERIAN,
	.stop_words = "",
	.alert_heads = { "", "", "" },
};

const struct lang *
lang_of(const char *code)
{
	for (size_t i = 0; code != NULL && i < lang_count; i++)
		if (strcmp(lang_table[i]->code, code) == 0)
			return lang_table[i];
	return &unknown;
}
