/*
 * The words of a channel in one language, as the search asks for them: where
 * the parts of its lexicon begin, and what people say for other words.  These
 * are read when they are first asked for, and kept as long as the channel is
 * open; of the lexicon, only the parts that a question leads to are read.
 */
#ifndef VEREDA_VOCABULARY_H
#define VEREDA_VOCABULARY_H

#include "catalog/catalog_internal.h"
#include "catalog/lexicon.h"

#define VOCABULARY_FIRST "!" /* behind all phrases, before all words */
#define SYNONYM_WORDS_MAX 6 /* of what is said; longer ones are left out */

/* Said by people: by their stems; the content says FORMAL, folded words
 * with a blank between them. */
struct synonym {
	const char *said[SYNONYM_WORDS_MAX];
	size_t count;
	const char *formal;
};

/* A part of the lexicon. */
struct vocabulary_part {
	const char *first; /* its first word */
	int32_t row;
};

struct vocabulary {
	size_t number; /* of the channel */
	const struct channel *channel;
	uint32_t entries; /* of the word that is in most of them */
	struct vocabulary_part *parts; /* in the order of their words */
	size_t part_count;
	struct synonym *synonyms;
	size_t synonym_count;
	size_t synonym_room;
	struct arena *arena;
};

/* LANGUAGE is a number of schema_language(). */
CHECKED int catalog_vocabulary(struct catalog *c, size_t channel,
    size_t language, const struct vocabulary **out, struct err *e);

void vocabulary_free(struct vocabulary *v); /* NULL is allowed */

/* What a search may still do: search_work.h. */
struct search_work;

/*
 * The words of V from FROM on, in their order.  What a word points to is good
 * until the next one.  One at a time for each channel.
 */
struct vocabulary_range {
	const struct vocabulary *v;
	struct search_work *work;
	struct query q;
	size_t part; /* the next one */
	struct lexicon_cursor c;
	bool failed;
};

void vocabulary_begin(struct vocabulary_range *r, const struct vocabulary *v,
    const char *from, struct search_work *work);
const struct lexicon_word *vocabulary_next(struct vocabulary_range *r);
/* What failed, if anything did, is for the work to remember. */
void vocabulary_end(struct vocabulary_range *r);

#endif
