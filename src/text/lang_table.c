/*
 * The languages.  Nothing else stands here, so that a test can have another
 * table.
 */
#include <config.h>

#include "text/lang_table.h"

#include "base/compiler.h"
#include "text/lang.h"

const struct lang *const lang_table[] = {
	&lang_es,
	&lang_en,
	&lang_fr,
	&lang_pt,
	&lang_ht,
};
const size_t lang_count = COUNT_OF(lang_table);

_Static_assert(COUNT_OF(lang_table) <= LANG_MAX, "more than have room");
