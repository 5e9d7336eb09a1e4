/*
 * Cards of a quiz.  Any kind of entry may have some; its row in the table of
 * kinds calls catalog_load_cards() then.
 */
#include <config.h>

#include "catalog/catalog_internal.h"
#include "catalog/catalog_kind.h"

const struct statement_text catalog_quiz_statements[] = {
	{ ST_CARDS, "SELECT question,correct,why FROM quiz_card"
		    " WHERE entry=?1 AND lang=?2 ORDER BY position LIMIT 9" },
	{ ST_ANSWERS,
	    "SELECT position,answer FROM quiz_answer"
	    " WHERE entry=?1 AND lang=?2 ORDER BY position,number" },
	{ ST_COUNT, NULL },
};

static int
load_answers(struct catalog *c, struct arena *a, struct entry *x,
    struct err *e)
{
	struct query q;

	query_begin_for(&q, c, x, ST_ANSWERS);
	while (query_row(&q)) {
		size_t n = (size_t)query_get_row(&q, 0) - 1;
		struct card *card = n < x->card_count ? &x->cards[n] : NULL;

		if (card != NULL && card->answer_count < CARD_ANSWERS_MAX)
			card->answers[card->answer_count++] =
			    query_get(&q, 1, a);
	}
	return query_end(&q, e);
}

int
catalog_load_cards(struct catalog *c, struct arena *a, struct entry *x,
    struct err *e)
{
	struct query q;

	x->cards = arena_array(a, CARDS_MAX, sizeof *x->cards);
	query_begin_for(&q, c, x, ST_CARDS);
	while (query_row(&q) && x->card_count < CARDS_MAX) {
		struct card *card = &x->cards[x->card_count++];

		card->question = query_get(&q, 0, a);
		card->right = query_get_row(&q, 1);
		card->why = query_get(&q, 2, a);
	}
	if (query_end(&q, e) < 0)
		return -1;
	return load_answers(c, a, x, e);
}
