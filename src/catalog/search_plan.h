/*
 * Between the files of the search: from what a person typed to what the
 * indexes are asked.
 */
#ifndef VEREDA_SEARCH_PLAN_H
#define VEREDA_SEARCH_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/mem.h"
#include "catalog/catalog_internal.h"
#include "catalog/catalog_words.h"
#include "catalog/search_work.h"
#include "catalog/vocabulary.h"

#define SEARCH_GROUPS_MAX 16 /* things asked for at once: bits of a word */
#define SEARCH_TERMS_MAX 480 /* words that stand for them, of a language */
#define SEARCH_WORDS_MAX SEARCH_GROUPS_MAX
#define SEARCH_LANGUAGES_MAX 3 /* the asked one, es, en */
#define NEAR_MAX 5 /* words that one may be meant to be */

/* All vocabularies of one language, of the channels that have any. */
struct language {
	size_t number; /* of schema_language() */
	const char *code;
	struct stemmer *stemmer;
	const struct vocabulary *channels[CATALOG_CHANNELS_MAX];
	size_t count;
	double entries; /* about as many as there are */
};

struct asked {
	struct catalog *c;
	struct search_work work;
	struct arena *a;
	const char *lang;
	struct language languages[SEARCH_LANGUAGES_MAX]; /* [0] was asked */
	size_t language_count;
};

/* A word of an index that may be meant by one that is in none. */
struct near_word {
	const char *text;
	size_t language; /* of struct asked */
	unsigned penalty; /* 10: one letter */
	uint32_t entries;
	bool open; /* it may go on */
};

/* What is asked for, word by word. */
struct wanted {
	const char *folded;
	bool glued; /* no blank between it and the word before */
	bool open;  /* it may go on */
	unsigned quoted; /* number of the quotes that it stands in; 0: none */
	const char *number; /* that it may be as well; NULL */
	struct near_word near[NEAR_MAX]; /* other ways to read it */
	size_t near_count;
};

struct wanted_list {
	struct wanted words[SEARCH_WORDS_MAX];
	size_t count;
};

/* Where the list of a term stands in a channel. */
struct term_list_of {
	size_t channel;
	struct posting_place place;
	const struct term_list_of *next;
};

/* A word of the indexes, or a phrase: a blank before each of its words. */
struct term {
	const char *text;
	unsigned group;
	double weight; /* 1: just what was asked for */
	uint32_t entries; /* in the channel with most of them */
	const struct term_list_of *lists;
};

struct term_list {
	struct term *list;
	size_t count;
	size_t room;
	unsigned groups; /* bits: what has a term */
};

struct search_plan {
	size_t groups; /* things that are asked for */
	unsigned codes; /* bits: letters and digits, as "H-2A" */
	unsigned needed; /* bits: without it nothing is found */
	unsigned quoted; /* bits: words in quotes */
	struct term_list terms[SEARCH_LANGUAGES_MAX];
	double rarity[SEARCH_GROUPS_MAX];
	size_t first[SEARCH_GROUPS_MAX]; /* word that a group begins with */
	size_t words[SEARCH_GROUPS_MAX]; /* and how many it is made of */
};

/* search_plan.c */
void search_plan(struct search_plan *out, struct asked *q,
    const struct wanted_list *words);

/* search_near.c: one more into OUT, which is sorted, the likeliest first;
 * returns how many there are. */
size_t search_keep_near(struct near_word out[NEAR_MAX], size_t count,
    const struct near_word *one, struct arena *a);

/* search_keys.c: words that are digits become those that a telephone's keys
 * may mean; a word that nothing is known for stays. */
void search_resolve_keys(struct wanted_list *words, struct asked *q);

/* Is it in a lexicon of language N, or of any?  OPEN: or the beginning of what
 * is there. */
bool search_is_word_of(
    struct asked *q, size_t n, const char *word, bool open);
bool search_is_word(struct asked *q, const char *word, bool open);

/*
 * What may have been meant: words that P does not know become near ones, or
 * are split into words that were written as one.  False when there is nothing
 * to change.  HARDER: also of what only another language knows.
 */
bool search_correct(struct wanted_list *out, struct asked *q,
    const struct wanted_list *words, const struct search_plan *p,
    bool harder);

#endif
