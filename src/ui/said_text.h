/*
 * The texts of what is said: joined into sentences, cut into sentences, the
 * names of keys.  For said.c alone.
 */
#ifndef VEREDA_SAID_TEXT_H
#define VEREDA_SAID_TEXT_H

#include "text/layout.h"
#include "ui/said.h"

/* TEXT with a full stop, unless it ends in something like one. */
const char *said_ended(struct arena *a, const char *text);
/* MORE as a sentence behind TEXT. */
const char *said_joined(struct arena *a, const char *text, const char *more);
/* MORE behind TEXT and a comma. */
const char *said_listed(struct arena *a, const char *text, const char *more);

/* Headings stand in capitals; nobody reads them so. */
const char *said_in_small_letters(struct arena *a, const char *text);
/* The same for a TEXT that stands in capitals, else TEXT. */
const char *said_calmly(struct arena *a, const char *text);

/* Is there a letter or a digit in TEXT? */
bool said_is_something(const char *text);

/* What a person calls the key that is printed as KEY. */
const char *said_key_name(const char *key);

/* Rows as they stand from (X, Y); of all COUNT the first SHOWN are seen. */
struct said_block {
	const struct row *rows;
	size_t count, shown;
	int x, y;
};

/* The sentences of a block and where each stands. */
void said_sentences(struct utterances *out, const struct said_block *b,
    struct arena *a);

#endif
