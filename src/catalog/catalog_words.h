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

#define CATALOG_CODE_MAX 16 /* bytes of a code, written together */

/* One word of a text: letters, digits and marks that follow each other. */
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

/* The next word of *TEXT, which moves behind it; *WORD: where it begins.
 * False at the end. */
bool catalog_next_word(const char **text, const char **word);

/* How many of the COUNT words from AT on are one code, "H-2A" or "1-866-487";
 * 0 if they are none. */
size_t catalog_code_length(const struct word *at, size_t count);

/* WORDS, folded and with blanks between them, as an index has them as one: a
 * blank before each, and no more of them than MOST bytes hold. */
const char *catalog_phrase(const char *words, size_t most, struct arena *a);

/* Is there something else than digits in it? */
bool catalog_has_letter(const char *word);

/* Words like "de" and "the" that say nothing about what is looked for. */
bool catalog_is_stop_word(const char *folded, const char *lang);

#endif
