/*
 * The quiz of a place: its cards, and what was answered.  A card is
 * place.part.  A place without an entry has the quiz of the rumours.
 */
#ifndef VEREDA_QUIZ_VIEW_H
#define VEREDA_QUIZ_VIEW_H

#include "ui/learning.h"
#include "ui/screen.h"
#include "ui/widget_sheet.h"

#define QUIZ_RUMOURS 5 /* cards of one round */

struct quiz_view {
	struct entry entry; /* empty for the rumours */
	const char *title;
	const struct card *cards;
	const char *const *langs; /* of each card */
	size_t count;
	struct learning *learning;
	bool more; /* another round has other cards */
};

CHECKED int quiz_view_load(struct screen *sc, struct quiz_view *out,
    struct err *e);

/* From the first card on again, or with other cards. */
void quiz_view_again(struct screen *sc, const struct quiz_view *v);

/* The answer that is right; "" in a card that has none. */
const char *quiz_view_right(const struct card *card);

/* The slip of the course of this place, on SH; place.part 1: with a code. */
CHECKED int course_slip_say(struct screen *sc, struct sheet *sh,
    struct err *e);

#endif
