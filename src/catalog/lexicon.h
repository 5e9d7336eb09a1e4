/*
 * The lexicon of an index: each word that stands in it, with its stem, in how
 * many entries it is, and where the list of them stands (posting.h); and what
 * people say for other words (synonyms).  The search finds in it which words
 * of the index a person means.
 *
 * Words are sorted as bytes and cut into parts, each a row of index_part:
 *
 *     | runs 2 | where each run begins 2 ... | words |
 *
 * One word; the first one of a run shares nothing:
 *
 *     | shared 4 bits, rest 4 bits | rest bytes |
 *     | dropped 4 bits, more 4 bits | more bytes | number: entries |
 *     if entries > 0: | number: bytes of its list | the list |
 *       or, if that number is 0: | number: its row | number: parts |
 *
 * The word is the first SHARED bytes of the one before and the rest; its stem
 * the word without its last DROPPED bytes and what is MORE.  Each of the four
 * that is 15 or more is 15, and stands in a byte of its own behind the two.
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

#define LEXICON_WORD_MAX 40 /* bytes; of longer words these are kept */
#define LEXICON_PARTS_MAX 1000 /* of one language of a channel */
#define LEXICON_PART_MAX 16000 /* bytes, of one row */
#define LEXICON_HERE_MAX 250 /* bytes of a list that stands beside its word */

/* Where the list of a word stands. */
struct posting_place {
	struct bytes here; /* or, if PARTS is not 0: */
	uint32_t row;      /* of the first part; the others follow it */
	uint32_t parts;
};

struct lexicon_word {
	char text[LEXICON_WORD_MAX + 1];
	char stem[STEM_MAX + 1];
	size_t len;
	size_t shared; /* bytes as in the word before */
	uint32_t entries; /* 0: nobody writes it, but people say it */
	struct posting_place list;
};

/* Words of a part, one after the other. */
struct lexicon_cursor {
	struct reader r;
	struct lexicon_word word;
	bool ready; /* WORD was not given yet */
};

/*
 * To the first word of PART that is not before FROM.  Every byte is read
 * within PART, whatever stands there; ask lexicon_failed() at the end.
 */
void lexicon_begin(
    struct lexicon_cursor *c, struct bytes part, const char *from);
bool lexicon_next(struct lexicon_cursor *c); /* false at the end */
bool lexicon_failed(const struct lexicon_cursor *c);

/* lexicon_write.c: a part that grows. */
struct lexicon_part {
	struct buffer words;
	struct buffer runs; /* where each begins */
	struct lexicon_word last;
	size_t count; /* words */
};

/* Put WORD, which is behind all others, and its list; false: it is full. */
bool lexicon_put(struct lexicon_part *p, const struct lexicon_word *word);
/* The part into OUT; P is empty again. */
void lexicon_end(struct lexicon_part *p, struct buffer *out);
void lexicon_part_fini(struct lexicon_part *p);

#endif
