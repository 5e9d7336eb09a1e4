/*
 * An option as options.csv says it, for the two files that know of it.
 */
#ifndef VEREDA_PACK_OPTION_H
#define VEREDA_PACK_OPTION_H

#include "pack/compile_entry.h"
#include "pack/phone.h"
#include "pack/range.h"
#include "pack/rules.h"

struct option_source {
	struct value id;
	struct value type;
	struct value country;
	struct value place;
	struct value institution;
	struct by_language name;
	struct by_language summary;
	struct values sectors;
	struct values isco;
	struct values audience;
	struct value modality;
	struct value duration;
	struct period period; /* of DURATION */
	struct by_language schedule;
	struct value cost;
	struct cost price; /* of COST */
	struct by_language cost_note;
	struct by_language admits;
	struct by_language steps;
	struct by_language documents;
	struct by_language gives;
	struct values valid_in;
	struct by_language support;
	struct value phones;
	struct phone_list numbers;
	struct value url;
	struct by_language keywords;
	struct values sources;
	struct value reviewed;
	struct value review_by;
	struct value status;
	struct value confidence;
};

/* The list of all options and the bitmaps of their facets (schema.h). */
void option_index_write(struct compile *m);

#endif
