/*
 * Proves a check: whatever is answered, there is an outcome, a next step and
 * somebody to call; and what it claims, a law or an alert says.
 */
#include <config.h>

#include "pack/check_source.h"

#include <string.h>

#include "base/compiler.h"
#include "pack/channel_text.h"
#include "pack/kind.h"
#include "pack/kind_service.h"

/* What the questions count; false if one is not whole: that is told. */
static bool
rules_of(struct check_rule rules[CHECK_QUESTIONS_MAX],
    const struct source_check *k)
{
	for (size_t i = 0; i < k->question_count; i++) {
		const struct source_question *q = &k->questions[i];
		int weight = check_source_number(check_weight_names,
		    &q->weight);
		int danger = check_source_number(check_danger_names,
		    &q->danger);

		if (weight < 0 || danger < 0)
			return false;
		rules[i].weight = (enum check_weight)weight;
		rules[i].danger = (enum check_answer)(CHECK_YES + danger);
	}
	return k->question_count > 0 && k->red_from.text != NULL;
}

static void
prove_outcomes(struct channel *c, const struct source_check *k)
{
	struct check_rule rules[CHECK_QUESTIONS_MAX];
	unsigned reachable = 0;

	if (k->outcome_nodes == NULL || !rules_of(rules, k))
		return;
	reachable = check_reachable(rules, k->question_count,
	    (unsigned)k->red_from.number);
	for (int i = 0; i < CHECK_OUTCOMES; i++) {
		const struct source_outcome *o = &k->outcomes[i];
		bool can = (reachable & 1u << i) != 0;

		if (can && !o->is_there)
			finding_add(c->findings, &k->outcome_nodes->at,
			    FINDING_OUTCOME_MISSING, "%s",
			    check_outcome_names[i]);
		else if (!can && o->is_there)
			finding_add(c->findings, &o->outcome.at,
			    FINDING_OUTCOME_UNREACHED, "%s",
			    check_outcome_names[i]);
	}
}

/* Does some alert state the fact? */
static bool
is_fraud(const struct channel *c, const char *fact)
{
	for (size_t i = 0; i < c->item_count; i++) {
		const struct channel_entry *x = c->items[i].data;

		if (c->items[i].kind != &alert_kind || x->original == NULL)
			continue;
		for (size_t n = 0; n < x->original->facts.count; n++)
			if (strcmp(x->original->facts.list[n].text, fact) == 0)
				return true;
	}
	return false;
}

static void
check_laws(struct channel *c, const struct values *facts)
{
	for (size_t i = 0; i < facts->count; i++)
		if (channel_law(c, facts->list[i].text) == NULL)
			finding_add(c->findings, &facts->list[i].at,
			    FINDING_UNKNOWN_LAW, "%s", facts->list[i].text);
}

static void
check_question(struct channel *c, const struct source_question *q)
{
	if (q->facts.count == 0 && q->frauds.count == 0)
		finding_add(c->findings, &q->at, FINDING_NO_BASIS, "%s",
		    q->id.text == NULL ? "" : q->id.text);
	check_laws(c, &q->facts);
	for (size_t i = 0; i < q->frauds.count; i++)
		if (!is_fraud(c, q->frauds.list[i].text))
			finding_add(c->findings, &q->frauds.list[i].at,
			    FINDING_UNKNOWN_FRAUD, "%s",
			    q->frauds.list[i].text);
	for (size_t i = 0; i < q->exception_count; i++)
		for (size_t n = 0; n < q->exceptions[i].facts.count; n++) {
			const struct value *v =
			    &q->exceptions[i].facts.list[n];

			if (channel_law(c, v->text) == NULL &&
			    !is_fraud(c, v->text))
				finding_add(c->findings, &v->at,
				    FINDING_UNKNOWN_LAW, "%s", v->text);
		}
}

/* Does O name a telephone in COUNTRY? */
static bool
has_phone(const struct channel *c, const struct source_outcome *o,
    const char *country)
{
	for (size_t i = 0; i < o->services.count; i++) {
		const struct item *x =
		    kind_item(c, o->services.list[i].text);

		if (x != NULL && x->kind == &service_kind &&
		    kind_service_answers(x, country))
			return true;
	}
	return false;
}

static void
check_services(struct channel *c, const struct source_check *k,
    const struct source_outcome *o)
{
	for (size_t i = 0; i < o->services.count; i++) {
		const struct value *v = &o->services.list[i];
		const struct item *x = kind_item(c, v->text);

		if (x == NULL || x->kind != &service_kind)
			finding_add(c->findings, &v->at,
			    FINDING_UNKNOWN_ENTRY, "%s", v->text);
	}
	for (size_t i = 0; i < k->countries.count; i++)
		if (!has_phone(c, o, k->countries.list[i].text))
			finding_add(c->findings, &o->at, FINDING_NO_PHONE,
			    "%s, %s", o->outcome.text,
			    k->countries.list[i].text);
}

static void
check_outcome_source(struct channel *c, const struct source_check *k,
    const struct source_outcome *o)
{
	const struct item *read = NULL;

	if (o->step_count == 0)
		finding_add(c->findings, &o->at, FINDING_NO_STEP, "%s",
		    o->outcome.text);
	check_services(c, k, o);
	if (o->read.text == NULL)
		return;
	read = kind_item(c, o->read.text);
	if (read == NULL)
		finding_add(c->findings, &o->read.at, FINDING_UNKNOWN_ENTRY,
		    "%s", o->read.text);
	else if (strcmp(o->read.text, k->slug) == 0)
		finding_add(c->findings, &o->read.at, FINDING_SELF_LINK,
		    "%s", o->read.text);
}

void
check_source_prove(struct channel *c, const struct source_check *k)
{
	prove_outcomes(c, k);
	for (size_t i = 0; i < k->question_count; i++)
		check_question(c, &k->questions[i]);
	for (int i = 0; i < CHECK_OUTCOMES; i++)
		if (k->outcomes[i].is_there)
			check_outcome_source(c, k, &k->outcomes[i]);
}
