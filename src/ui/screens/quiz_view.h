/*
 * The quiz of a place: its cards, and what was answered.  A card is
 * place.part.  What shows cards from elsewhere adds its branch in
 * quiz_view_load().
 */
#ifndef VEREDA_QUIZ_VIEW_H
#define VEREDA_QUIZ_VIEW_H

#include "ui/learning.h"
#include "ui/screen.h"

struct quiz_view {
	struct entry entry;
	const char *title;
	const struct card *cards;
	size_t count;
	struct learning *learning;
};

CHECKED int quiz_view_load(struct screen *sc, struct quiz_view *out,
    struct err *e);

/* The answer that is right; "" in a card that has none. */
const char *quiz_view_right(const struct card *card);

#endif
