/*
 * The words of a language while its index is written: each with the entries it
 * stands in.
 */
#ifndef VEREDA_INDEX_WORDS_H
#define VEREDA_INDEX_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "catalog/posting.h"

/* A word, or (it begins with a blank) several that people say as one. */
struct index_word {
	const char *text;
	bool said; /* a phrase begins with it */
	uint32_t entry; /* that TIMES is of */
	unsigned times[POSTING_FIELDS];
	struct posting *list;
	size_t count;
	size_t room;
};

struct index_words {
	struct arena *arena;
	struct index_word *list;
	size_t count;
	size_t room;
	uint32_t *places; /* by hash: 1 + number in LIST; 0 is free */
	size_t place_count; /* a power of two */
	const char **phrases; /* folded, with blanks, sorted */
	size_t phrase_count;
	size_t phrase_room;
	/* the entry that is read */
	uint32_t entry;
	unsigned length[POSTING_FIELDS];
	size_t *touched; /* words of it */
	size_t touched_count;
	size_t touched_room;
	uint32_t most; /* entries of the word that is in most of them */
	uint32_t last;
};

void index_words_init(struct index_words *w);
void index_words_fini(struct index_words *w);

/* What people say, or what the content says for it: words that are written as
 * one thing.  All of them before the first text. */
void index_words_phrase(struct index_words *w, const char *text);

/* A word that may be in no entry. */
void index_words_said(struct index_words *w, const char *text);

/* A field of an entry; entries come in the order of their numbers. */
void index_words_text(struct index_words *w, uint32_t entry, int field,
    const char *text);

/* No more of them: sorts the words, and each of their lists. */
void index_words_end(struct index_words *w);

#endif
