/*
 * Words of a text.
 */
#ifndef VEREDA_CATALOG_WORDS_H
#define VEREDA_CATALOG_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/mem.h"
#include "catalog/catalog.h"

/* One word of a text: letters and digits, as FTS5's unicode61 splits. */
struct word {
	const char *raw;    /* as it is written, in normal form C */
	const char *folded; /* without case and accents */
	bool glued;         /* no blank between it and the word before */
};

struct word_list {
	struct word *words;
	size_t count;
	bool open; /* the text goes on to the end of its last word */
};

/* catalog_words.c */
void catalog_words(const char *text, struct word_list *out, struct arena *a);

/* Words like "de" and "the" that say nothing about what is looked for. */
bool catalog_is_stop_word(const char *folded, const char *lang);

#endif
