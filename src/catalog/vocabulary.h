/*
 * The words of a channel in one language, as the search needs them again and
 * again: its lexicon and what people say for other words.  Read when they are
 * first asked for, and kept as long as the channel is open.
 */
#ifndef VEREDA_VOCABULARY_H
#define VEREDA_VOCABULARY_H

#include "catalog/catalog_internal.h"
#include "catalog/lexicon.h"

#define SYNONYM_WORDS_MAX 6 /* of what is said; longer ones are left out */

/* Said by people: by their stems; the content says FORMAL, folded words
 * with a blank between them. */
struct synonym {
	const char *said[SYNONYM_WORDS_MAX];
	size_t count;
	const char *formal;
};

struct vocabulary {
	struct lexicon lexicon;
	struct synonym *synonyms;
	size_t synonym_count;
	size_t synonym_room;
	struct arena *arena; /* of the synonyms */
};

/* LANGUAGE is a number of schema_languages(). */
CHECKED int catalog_vocabulary(struct catalog *c, size_t channel,
    size_t language, const struct vocabulary **out, struct err *e);

void vocabulary_free(struct vocabulary *v); /* NULL is allowed */

#endif
