/*
 * Words that were searched in vain.  A word may be a name, so it is not kept
 * until it was searched on five days: before that there is a hash of 32 bits
 * with a key of this kiosk and this quarter of a year, and on how many days.
 * The file "words" in the folder of the statistics:
 *
 *     vereda-words 1 FIRST TODAY KEY
 *     HASH DAYS [+] [WORD]      "+": today is one of the days
 *     end
 *
 * After STATS_PERIOD days all of it is forgotten, the key too.
 */
#ifndef VEREDA_STATS_WORDS_H
#define VEREDA_STATS_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/date.h"
#include "base/err.h"

#define STATS_PERIOD 90     /* days */
#define STATS_WORD_DAYS 5   /* from here on a word is kept, and told */
#define STATS_WORDS_MAX 1024 /* hashes; others are not counted */
#define STATS_VAIN_MIN 3    /* letters of a word */
#define STATS_VAIN_MAX 24
#define STATS_KEY_SIZE 32

struct vain_word {
	uint32_t hash;
	int days;
	bool today;
	char word[STATS_VAIN_MAX + 1]; /* "" before the fifth day */
};

struct stats_words {
	struct date first; /* of the period */
	struct date today;
	uint8_t key[STATS_KEY_SIZE];
	struct vain_word list[STATS_WORDS_MAX]; /* by hash */
	size_t count;
};

/*
 * What the folder DIRFD has, for TODAY; begun anew if there is nothing, if it
 * is not whole, or if the period is over.
 */
CHECKED int stats_words_read(struct stats_words *out, int dirfd,
    const struct date *today, struct err *e);
CHECKED int stats_words_write(const struct stats_words *w, int dirfd,
    struct err *e);

/*
 * WORD, folded, was searched in vain today.  Only a to z, nothing with a
 * digit in it, which might be a number of a telephone or a passport.  Whether
 * there is something to write.
 */
bool stats_words_add(struct stats_words *w, const char *word);

#endif
