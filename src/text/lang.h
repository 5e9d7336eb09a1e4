/*
 * What the program knows of each language beside its catalogue of texts: a
 * file lang_*.c for each, and one table of them all.  doc/translating.md says
 * how one is added.
 */
#ifndef VEREDA_LANG_H
#define VEREDA_LANG_H

#include <stdbool.h>
#include <stddef.h>

#include "text/snowball.h"
#include "text/sound.h"
#include "text/speech_words.h"

#define LANG_MAX 7  /* digits of the first screen: 8 to listen, 9 for staff */
#define LANG_HEADS 3 /* parts of an alert */

/* FROM at the end of a word, or with "^" before it anywhere, becomes TO. */
struct lang_spelling {
	const char *from;
	const char *to;
};

struct lang {
	const char *code;     /* BCP 47, of two or three letters: "es" */
	const char *name;     /* in itself: "Español"; 14 columns */
	const char *voice;    /* of espeak-ng; NULL: there is none */
	/* its stemmer (snowball.h); NULL: words are their stems */
	const struct snowball_of *snowball;
	/* Before the stemmer, in this order, ends with { NULL }: accents that
	 * people leave out, or other spellings.  NULL for none. */
	const struct lang_spelling *spellings;
	enum sound_ear ear; /* how misspelled words are compared */
	bool is_spelled_freely; /* forms of a word may begin differently */
	const char *only; /* N_() of "Only in ... for now." */
	const char *too_small; /* "Screen too small: 40x15"; 36 columns */
	/* Words that say nothing about what is looked for, folded: small
	 * letters without accents, a blank before and behind each. */
	const char *stop_words;
	/* "What is happening", "How to recognise it", "What to do". */
	const char *alert_heads[LANG_HEADS];
	const struct speech_words *speech;
};

/*
 * In the order of the first screen, which is also their number in the bundle
 * format: a new one stands at the end, and none is ever taken out.
 */
extern const struct lang *const lang_table[];
extern const size_t lang_count;

/* That of CODE; for a code that is not there, or NULL, one that knows nothing
 * of it and says numbers as the first language does. */
const struct lang *lang_of(const char *code);

#endif
