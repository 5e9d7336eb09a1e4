/*
 * Posting lists: in which entries a word stands, and what it is worth there.
 * The writer reckons that as BM25F does (Robertson, Zaragoza and Taylor,
 * "Simple BM25 Extension to Multiple Weighted Fields", 2004) and rounds it to
 * one of POSTING_LEVELS, so that the search only adds.  What is worth most
 * stands first: a search may stop when it has enough.
 *
 * A list is one part or more, each a row of index_list or, when it is short,
 * bytes of its word in the lexicon.  A part is groups, highest level first:
 *
 *     | level 5 bits, count 3 bits | number: count - 7, if those are 7 |
 *     | count numbers: the first entry, then how far to each next one |
 *
 * Nothing here asks about the rest of an index: what comes of several channels
 * and languages can be compared.
 */
#ifndef VEREDA_POSTING_H
#define VEREDA_POSTING_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"

#define POSTING_LEVELS 32
#define POSTING_UNIT 64 /* of a worth in whole numbers */
#define POSTING_FIELDS 4 /* title, keywords, summary, body */
#define POSTING_ENTRIES_MAX (1u << 20) /* that an index may number */
#define POSTING_FIRST_MAX 1000 /* bytes of the first part of a list, about */
#define POSTING_PART_MAX 8000 /* of the others */

/* What POSTING_LEVELS levels are worth, in units. */
extern const uint16_t posting_worth[POSTING_LEVELS];

/* The level of a word that stands TIMES times in fields of LENGTH words. */
unsigned posting_level(const unsigned times[POSTING_FIELDS],
    const unsigned length[POSTING_FIELDS]);

/* One entry of a list; the writer sorts them: level down, entry up. */
struct posting {
	uint32_t entry;
	uint8_t level;
};

/* Part of the COUNT postings from *AT on, of about MOST bytes, which *AT moves
 * behind. */
void posting_put(struct buffer *out, const struct posting *list, size_t count,
    size_t *at, size_t most);

/* What was added up for each entry, in units; at[0] is none. */
struct tally {
	uint16_t *at;
	uint32_t count;
};

/*
 * Add PART to T: ADD[level] for each of its entries, never past the greatest
 * number.  *LEFT is how many may still be added; it ends at 0.  *LOWEST becomes
 * the last level of it.  ERR_DATABASE for what is no part.
 */
CHECKED int posting_tally(struct tally *t, struct bytes part,
    const uint16_t add[POSTING_LEVELS], size_t *left, unsigned *lowest,
    struct err *e);

#endif
