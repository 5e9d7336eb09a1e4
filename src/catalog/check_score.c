/*
 * Scoring of checks: a sum, a ladder of three steps, and which of them can
 * be reached at all.
 */
#include <config.h>

#include "catalog/check_score.h"

#include <string.h>

#define DANGER_STEPS 2 /* most risk or unknown that one answer adds */
#define YELLOW_RISK 2
#define YELLOW_UNKNOWN 1

const char *const check_weight_names[] = { "caution", "serious", "stop",
	NULL };
const char *const check_danger_names[] = { "yes", "no", NULL };
const char *const check_outcome_names[] = { "green", "yellow", "red", NULL };

static void
add_answer(struct check_score *s, const struct check_rule *rule,
    enum check_answer answer)
{
	static const unsigned risk[CHECK_WEIGHTS] = { 1, 2, 0 };
	static const unsigned unknown[CHECK_WEIGHTS] = { 0, 1, 2 };

	if (answer == CHECK_UNKNOWN) {
		s->unknown += unknown[rule->weight];
		s->find_out++;
	} else if (answer == rule->danger) {
		s->risk += risk[rule->weight];
		s->stop = s->stop || rule->weight == CHECK_STOP;
		s->signs++;
	}
}

void
check_score(struct check_score *out, const struct check_rule *rules,
    const enum check_answer *answers, size_t count)
{
	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < count; i++)
		add_answer(out, &rules[i], answers[i]);
}

enum check_outcome
check_outcome(const struct check_score *score, unsigned red_from)
{
	if (score->stop || score->risk >= red_from)
		return CHECK_RED;
	if (score->risk >= YELLOW_RISK || score->unknown >= YELLOW_UNKNOWN)
		return CHECK_YELLOW;
	return CHECK_GREEN;
}

/*
 * Every set of answers ends in one of few states (risk, unknown, stop), so
 * the sets that are counted one by one are those of states: SEEN holds the
 * states that the first questions lead to.
 */
#define SUMS (DANGER_STEPS * CHECK_QUESTIONS_MAX + 1)

struct states {
	bool seen[2][SUMS][SUMS]; /* [stop][risk][unknown] */
};

static void
step(struct states *next, const struct check_score *from,
    const struct check_rule *rule)
{
	for (int answer = CHECK_YES; answer < CHECK_ANSWERS; answer++) {
		struct check_score s = *from;

		add_answer(&s, rule, (enum check_answer)answer);
		next->seen[s.stop][s.risk][s.unknown] = true;
	}
}

/* The states behind one more question. */
static void
take_question(struct states *next, const struct states *now,
    const struct check_rule *rule)
{
	memset(next, 0, sizeof *next);
	for (int stop = 0; stop < 2; stop++)
		for (unsigned risk = 0; risk < SUMS; risk++)
			for (unsigned unknown = 0; unknown < SUMS; unknown++) {
				struct check_score s = { .risk = risk,
					.unknown = unknown, .stop = stop };

				if (now->seen[stop][risk][unknown])
					step(next, &s, rule);
			}
}

unsigned
check_reachable(
    const struct check_rule *rules, size_t count, unsigned red_from)
{
	struct states all[2] = { { .seen = { { { false } } } } };
	struct states *now = &all[0];
	struct states *next = &all[1];
	unsigned outcomes = 0;

	now->seen[0][0][0] = true;
	for (size_t i = 0; i < count && i < CHECK_QUESTIONS_MAX; i++) {
		struct states *swap = now;

		take_question(next, now, &rules[i]);
		now = next;
		next = swap;
	}
	for (int stop = 0; stop < 2; stop++)
		for (unsigned risk = 0; risk < SUMS; risk++)
			for (unsigned unknown = 0; unknown < SUMS; unknown++) {
				struct check_score s = { .risk = risk,
					.unknown = unknown, .stop = stop };

				if (now->seen[stop][risk][unknown])
					outcomes |= 1u
					    << check_outcome(&s, red_from);
			}
	return outcomes;
}
