/*
 * The answers of the session, and whose they are.
 */
#include <config.h>

#include "ui/check_run.h"

#include <string.h>

#include "ui/app.h"

#define FNV_START 14695981039346656037u /* FNV-1a, 64 bits */
#define FNV_PRIME 1099511628211u

static uint64_t
digest_text(uint64_t digest, const char *text)
{
	do
		digest = (digest ^ (unsigned char)*text) * FNV_PRIME;
	while (*text++ != '\0');
	return digest;
}

/* Which questions those are, and what their answers count. */
static uint64_t
form_of(const struct check *k)
{
	uint64_t digest = digest_text(FNV_START, k->head.slug);

	for (size_t i = 0; i < k->count; i++) {
		const struct check_rule *rule = &k->questions[i].rule;

		digest = digest_text(digest, k->questions[i].name);
		digest = (digest ^ (uint64_t)rule->weight) * FNV_PRIME;
		digest = (digest ^ (uint64_t)rule->danger) * FNV_PRIME;
	}
	return digest;
}

int
check_run_open(struct screen *sc, struct check *out, struct err *e)
{
	struct session *s = app_session(sc->app);

	if (catalog_check(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, out, e) < 0)
		return -1;
	if (s->check.form != form_of(out)) {
		check_run_wipe(s);
		s->check.form = form_of(out);
	}
	return 0;
}

void
check_run_answers(const struct session_check *given,
    enum check_answer out[CHECK_QUESTIONS_MAX])
{
	for (size_t i = 0; i < CHECK_QUESTIONS_MAX; i++)
		out[i] = (enum check_answer)given->answers[i];
}

void
check_run_answer(struct session *s, size_t question, enum check_answer answer)
{
	s->check.answers[question] = (uint8_t)answer;
}

void
check_run_wipe(struct session *s)
{
	s->check.form = 0;
	s->check.whole = false;
	explicit_bzero(s->check.answers, sizeof s->check.answers);
}

void
check_run_score(const struct session_check *given, const struct check *k,
    struct check_score *out)
{
	struct check_rule rules[CHECK_QUESTIONS_MAX];
	enum check_answer answers[CHECK_QUESTIONS_MAX];

	for (size_t i = 0; i < k->count; i++)
		rules[i] = k->questions[i].rule;
	check_run_answers(given, answers);
	check_score(out, rules, answers, k->count);
	explicit_bzero(answers, sizeof answers);
}

static bool
all_answered(const struct session_check *given, const struct check *k)
{
	for (size_t i = 0; i < k->count; i++)
		if (given->answers[i] == CHECK_NONE)
			return false;
	return true;
}

bool
check_run_ends(const struct session_check *given, const struct check *k)
{
	struct check_score score;

	check_run_score(given, k, &score);
	return all_answered(given, k) || (score.stop && !given->whole);
}

bool
check_run_is_told(const struct session_check *given, const struct check *k,
    size_t n)
{
	int answer = given->answers[n];

	return answer == CHECK_UNKNOWN ||
	    answer == (int)k->questions[n].rule.danger;
}
