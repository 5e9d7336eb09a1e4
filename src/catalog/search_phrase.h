/*
 * Words in quotes.  The index knows no places of words: it says which entries
 * have all of them, and the texts of the best of these are read to see where
 * they stand next to each other.
 */
#ifndef VEREDA_SEARCH_PHRASE_H
#define VEREDA_SEARCH_PHRASE_H

#include "catalog/search_plan.h"

#define PHRASE_LOOKED CATALOG_RESULTS_MAX /* entries whose texts are read */

/* Are there two words or more between quotes? */
bool search_has_phrase(const struct wanted_list *words);

/*
 * Do all phrases of WORDS, which P was made of, stand in the texts of REF in
 * one language?  What is read is paid for; when that is spent they do not.
 */
CHECKED int search_phrase_stands(struct asked *q, const struct search_plan *p,
    const struct wanted_list *words, struct ref ref, bool *out);

#endif
