/*
 * Stems: what the forms of one word have in common.  Snowball's stemmer of the
 * language (lang.h), behind its table of spellings; or that alone, as for
 * Haitian Creole, whose words hardly change.  Words are folded (fold.h), and
 * so are stems.
 */
#ifndef VEREDA_STEM_H
#define VEREDA_STEM_H

#include <stddef.h>

#define STEM_MAX 64 /* bytes of a stem, and of a word that has one */

struct stemmer;

/* For a language code; one that we do not know leaves words as they are. */
struct stemmer *stemmer_new(const char *lang);
void stemmer_free(struct stemmer *s); /* NULL is allowed */

/* The stem of WORD, ended by a NUL, into OUT; returns its length.  A word
 * longer than STEM_MAX is its own stem, cut there. */
size_t stemmer_stem(
    struct stemmer *s, const char *word, char out[STEM_MAX + 1]);

#endif
