/*
 * Between the files of the search: words of a text, and what is asked of the
 * index for them.
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

/* At most MOST other spellings of FOLDED that sound alike in LANG. */
size_t catalog_sounds(const char **out, size_t most, const char *folded,
    const char *lang, struct arena *a);

/*
 * What is asked of FTS5 for a text that a person typed; NULL where there is
 * nothing to ask.
 */
struct search_plan {
	const char *folded; /* the words, for comparing with titles */
	const char *all;    /* every word must be there */
	const char *any;    /* guess: one of them */
	const char *near;   /* guess: as they begin, or as they sound */
};

/* catalog_plan.c */
CHECKED int catalog_plan(struct search_plan *out, struct catalog *c,
    const char *text, const char *lang, struct arena *a, struct err *e);

#endif
