/*
 * catalog/check_score: the vectors of the two checks that were designed on
 * paper, and every combination of answers there is.
 */
#include <config.h>

#include "unit.h"

#include <string.h>

#include "base/compiler.h"
#include "catalog/check_score.h"

#define OFFER_RED 8
#define ADVISER_RED 6

/* The offer check, q01 to q14, and the adviser check, q1 to q8: weight and
 * danger answer of each. */
#define STOP(d) { CHECK_STOP, CHECK_##d }
#define SERIOUS(d) { CHECK_SERIOUS, CHECK_##d }
#define CAUTION(d) { CHECK_CAUTION, CHECK_##d }

static const struct check_rule offer[] = { STOP(YES), STOP(YES), STOP(YES),
	STOP(YES), STOP(YES), SERIOUS(NO), SERIOUS(NO), SERIOUS(NO),
	SERIOUS(YES), SERIOUS(YES), SERIOUS(NO), CAUTION(YES), CAUTION(YES),
	CAUTION(NO) };
static const struct check_rule adviser[] = { STOP(NO), STOP(YES), STOP(YES),
	SERIOUS(YES), SERIOUS(NO), SERIOUS(YES), SERIOUS(YES), CAUTION(YES) };

static const struct vector {
	const char *name;
	const char *answers; /* s safe, d danger, ? not known */
	unsigned risk, unknown;
	enum check_outcome outcome;
	unsigned find_out;
} vectors[] = {
	{ "all safe", "ssssssssssssss", 0, 0, CHECK_GREEN, 0 },
	{ "pays a fee", "dsssssssssssss", 0, 0, CHECK_RED, 0 },
	{ "unsure about fee", "?sssssssssssss", 0, 2, CHECK_YELLOW, 1 },
	{ "no contract", "ssssssdsssssss", 2, 0, CHECK_YELLOW, 0 },
	{ "high pay only", "sssssssssssdss", 1, 0, CHECK_GREEN, 0 },
	{ "high pay and rush", "sssssssssssdds", 2, 0, CHECK_YELLOW, 0 },
	{ "four serious", "sssssddddsssss", 8, 0, CHECK_RED, 0 },
	{ "three serious, one caution", "sssssdddsssdss", 7, 0, CHECK_YELLOW,
	    0 },
	{ "unknown helper number", "sssssssssssss?", 0, 0, CHECK_GREEN, 1 },
	{ "all unknown", "??????????????", 0, 16, CHECK_YELLOW, 14 },
	{ "adviser: all safe", "ssssssss", 0, 0, CHECK_GREEN, 0 },
	{ "adviser: not on the list", "dsssssss", 0, 0, CHECK_RED, 0 },
	{ "adviser: list not checked", "?sssssss", 0, 2, CHECK_YELLOW, 1 },
	{ "adviser: three serious", "sssdddss", 6, 0, CHECK_RED, 0 },
	{ "adviser: one serious", "sssdssss", 2, 0, CHECK_YELLOW, 0 },
	{ "adviser: only contacted first", "sssssssd", 1, 0, CHECK_GREEN, 0 },
};

static enum check_answer
answer_of(char letter, const struct check_rule *rule)
{
	if (letter == '?')
		return CHECK_UNKNOWN;
	if (letter == 'd')
		return rule->danger;
	return rule->danger == CHECK_YES ? CHECK_NO : CHECK_YES;
}

static void
the_vectors_on_paper_have_the_outcome_on_paper(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(vectors); i++) {
		const struct vector *v = &vectors[i];
		bool long_one = strlen(v->answers) == COUNT_OF(offer);
		const struct check_rule *rules = long_one ? offer : adviser;
		enum check_answer answers[COUNT_OF(offer)] = { CHECK_NONE };
		struct check_score s;

		for (size_t n = 0; v->answers[n] != '\0'; n++)
			answers[n] = answer_of(v->answers[n], &rules[n]);
		check_score(&s, rules, answers, strlen(v->answers));
		print_message("# %s\n", v->name);
		assert_int_equal(s.risk, v->risk);
		assert_int_equal(s.unknown, v->unknown);
		assert_int_equal(s.find_out, v->find_out);
		assert_int_equal(check_outcome(&s,
				     long_one ? OFFER_RED : ADVISER_RED),
		    v->outcome);
	}
}

/* What all combinations of answers did. */
struct count {
	unsigned long all;
	unsigned long outcomes[CHECK_OUTCOMES];
	unsigned long wrong;
};

/* The ladder again, from the answers alone and in other words. */
static enum check_outcome
by_hand(const struct check_rule *rules, const enum check_answer *answers,
    size_t count, unsigned red_from)
{
	unsigned points = 0;
	bool open = false;

	for (size_t i = 0; i < count; i++) {
		if (answers[i] == CHECK_UNKNOWN)
			open = open || rules[i].weight != CHECK_CAUTION;
		else if (answers[i] != rules[i].danger)
			continue;
		else if (rules[i].weight == CHECK_STOP)
			return CHECK_RED;
		else
			points += rules[i].weight == CHECK_SERIOUS ? 2 : 1;
	}
	if (points >= red_from)
		return CHECK_RED;
	return points >= 2 || open ? CHECK_YELLOW : CHECK_GREEN;
}

static void
try_all(struct count *c, const struct check_rule *rules, size_t count,
    unsigned red_from)
{
	enum check_answer answers[CHECK_QUESTIONS_MAX];
	size_t at = 0;

	for (size_t i = 0; i < count; i++)
		answers[i] = CHECK_YES;
	while (at < count) {
		struct check_score s;
		enum check_outcome outcome;

		check_score(&s, rules, answers, count);
		outcome = check_outcome(&s, red_from);
		c->all++;
		c->outcomes[outcome]++;
		c->wrong += outcome !=
		    by_hand(rules, answers, count, red_from);
		c->wrong += s.signs == 0 && outcome == CHECK_RED;
		for (at = 0; at < count && answers[at] == CHECK_UNKNOWN; at++)
			answers[at] = CHECK_YES;
		if (at < count)
			answers[at]++;
	}
}

static void
every_combination_of_the_offer_check_has_one_outcome(void **state)
{
	struct count c = { 0 };

	(void)state;
	try_all(&c, offer, COUNT_OF(offer), OFFER_RED);
	print_message("# %lu: green %lu, yellow %lu, red %lu\n", c.all,
	    c.outcomes[CHECK_GREEN], c.outcomes[CHECK_YELLOW],
	    c.outcomes[CHECK_RED]);
	assert_int_equal(c.all, 4782969); /* 3^14 */
	assert_int_equal(c.wrong, 0);
}

static void
every_combination_of_the_adviser_check_has_one_outcome(void **state)
{
	struct count c = { 0 };

	(void)state;
	try_all(&c, adviser, COUNT_OF(adviser), ADVISER_RED);
	assert_int_equal(c.all, 6561); /* 3^8 */
	assert_int_equal(c.wrong, 0);
}

static void
what_can_be_reached_is_what_the_combinations_reach(void **state)
{
	static const struct check_rule one_caution[] = { CAUTION(YES) };
	static const struct check_rule one_serious[] = { SERIOUS(NO) };
	static const struct check_rule one_stop[] = { STOP(YES) };
	const unsigned all = 1u << CHECK_GREEN | 1u << CHECK_YELLOW |
	    1u << CHECK_RED;

	(void)state;
	assert_int_equal(check_reachable(offer, COUNT_OF(offer), OFFER_RED),
	    all);
	assert_int_equal(check_reachable(adviser, COUNT_OF(adviser),
			     ADVISER_RED),
	    all);
	assert_int_equal(check_reachable(one_caution, 1, 8),
	    1u << CHECK_GREEN);
	assert_int_equal(check_reachable(one_serious, 1, 8),
	    1u << CHECK_GREEN | 1u << CHECK_YELLOW);
	assert_int_equal(check_reachable(one_serious, 1, 2), all);
	assert_int_equal(check_reachable(one_stop, 1, 8), all);
	/* without the stops no offer can be worse than its risk */
	assert_int_equal(check_reachable(offer + 5, 9, 16),
	    1u << CHECK_GREEN | 1u << CHECK_YELLOW);
	assert_int_equal(check_reachable(offer + 5, 9, 15), all);
}

static void
what_is_not_answered_counts_nothing(void **state)
{
	enum check_answer answers[COUNT_OF(offer)] = { CHECK_YES };
	struct check_score s;

	(void)state;
	check_score(&s, offer, answers, COUNT_OF(offer));
	assert_true(s.stop);
	assert_int_equal(s.signs, 1);
	assert_int_equal(s.risk, 0);
	assert_int_equal(s.unknown, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_vectors_on_paper_have_the_outcome_on_paper),
		cmocka_unit_test(
		    every_combination_of_the_offer_check_has_one_outcome),
		cmocka_unit_test(
		    every_combination_of_the_adviser_check_has_one_outcome),
		cmocka_unit_test(
		    what_can_be_reached_is_what_the_combinations_reach),
		cmocka_unit_test(what_is_not_answered_counts_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
