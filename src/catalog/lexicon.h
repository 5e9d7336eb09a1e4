/*
 * The lexicon of an index: each word that stands in it, with its stem and in
 * how many entries it is; and what people say for other words (synonyms).
 * The search finds in it which words of the index a person means.
 *
 * In the table index_lexicon, language by language, parts that together are one
 * list, sorted as bytes.  One word of it:
 *
 *     | shared 1 | rest 1 | rest bytes | kept 1 | more 1 | more bytes |
 *     | entries: 7 bits in a byte, low ones first, the top bit: goes on |
 *
 * The word is the first SHARED bytes of the one before and the rest; its stem
 * the first KEPT bytes of the word and what is MORE.  The first word of a part
 * shares nothing.
 */
#ifndef VEREDA_LEXICON_H
#define VEREDA_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "text/stem.h"

#define LEXICON_WORD_MAX 40 /* bytes; longer words are in no lexicon */
#define LEXICON_SIZE_MAX (4u << 20) /* bytes, of one language of a channel */
#define LEXICON_PART_MAX 32000 /* bytes, of one row */

struct lexicon {
	uint8_t *at;
	size_t len;
	size_t count; /* words */
	uint32_t most; /* entries of the word that is in most of them */
	uint32_t first[257]; /* where words begin with byte N; [256]: LEN */
};

struct lexicon_word {
	char text[LEXICON_WORD_MAX + 1];
	char stem[STEM_MAX + 1];
	size_t len;
	size_t shared; /* bytes as in the word before */
	uint32_t entries; /* 0: nobody writes it, but people say it */
};

/*
 * Make *OUT of BYTES, all parts one after the other.  ERR_DATABASE for
 * anything that is not as above: whoever reads it then need not check.
 */
CHECKED int lexicon_read(
    struct lexicon *out, struct bytes bytes, struct err *e);
void lexicon_fini(struct lexicon *l);

/* The lexicon of LANG in DB; an empty one if it has none. */
CHECKED int lexicon_load(
    struct lexicon *out, sqlite3 *db, const char *lang, struct err *e);

/*
 * Words one after the other: start with { .lexicon = l, .pos = 0 }, or at
 * first[] of a letter.  False at the end.
 */
struct lexicon_cursor {
	const struct lexicon *lexicon;
	size_t pos;
	size_t end;
	struct lexicon_word word;
};

void lexicon_begin(struct lexicon_cursor *c, const struct lexicon *l);
/* Only words that begin with the byte FIRST. */
void lexicon_begin_at(
    struct lexicon_cursor *c, const struct lexicon *l, char first);
bool lexicon_next(struct lexicon_cursor *c);

/* lexicon_write.c: fill the table from the indexes and the synonyms of DB,
 * which has both whole. */
CHECKED int lexicon_write(sqlite3 *db, struct err *e);

#endif
