/*
 * How far two spellings are from each other: letters to change, add, drop,
 * or swap with their neighbour.  One word is compared with many: each is
 * pushed letter by letter, and what two words begin with in common is
 * computed once.
 */
#ifndef VEREDA_EDIT_H
#define VEREDA_EDIT_H

#include <stddef.h>
#include <stdint.h>

#define EDIT_MAX 96 /* letters of a word that are compared */

struct edit {
	size_t len; /* letters of the word that others are compared with */
	size_t depth; /* letters that were pushed */
	char word[EDIT_MAX];
	char pushed[EDIT_MAX];
	uint8_t rows[EDIT_MAX + 1][EDIT_MAX + 1];
};

/* Compare with the first EDIT_MAX letters of WORD; overwrites all of *E that
 * is read. */
void edit_begin(struct edit *e, const char *word, size_t len);

/* Go back to the first DEPTH letters that were pushed. */
void edit_keep(struct edit *e, size_t depth);

/* One letter more; returns the least that any word with this beginning can
 * be away.  Letters past EDIT_MAX are left out. */
unsigned edit_push(struct edit *e, char letter);

unsigned edit_distance(const struct edit *e); /* of what was pushed */

/* The least distance of any beginning of what was pushed. */
unsigned edit_prefix_distance(const struct edit *e);

#endif
