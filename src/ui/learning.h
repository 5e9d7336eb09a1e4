/*
 * What a reader has read of a course and answered in a quiz.  Part of the
 * session: it goes with it.
 */
#ifndef VEREDA_LEARNING_H
#define VEREDA_LEARNING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalog/entry.h"

#define LEARNING_MAX 8 /* courses of one session; the oldest goes */

struct learning {
	char slug[ENTRY_SLUG_SIZE]; /* "" for none */
	uint16_t read;              /* a bit for each lesson */
	uint8_t answers[CARDS_MAX]; /* number of the answer; 0: none yet */
};

/* That of the course SLUG in ALL; begun anew if there is none. */
struct learning *learning_of(struct learning all[LEARNING_MAX],
    const char *slug);

void learning_read(struct learning *l, int lesson);
bool learning_has_read(const struct learning *l, int lesson);
size_t learning_read_count(const struct learning *l, size_t lessons);

/* The first card without an answer; COUNT if there is none. */
size_t learning_next_card(const struct learning *l, size_t count);
size_t learning_right_count(const struct learning *l,
    const struct card *cards, size_t count);
void learning_forget_answers(struct learning *l);

#endif
