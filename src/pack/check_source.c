/*
 * Reads checks/SLUG.yaml.
 */
#include <config.h>

#include "pack/check_source.h"

#include <string.h>

#include "base/compiler.h"

#define IN_FILE 1u
#define TEXT_MAX 228  /* characters: three rows of 76 */
#define LABEL_MAX 34  /* columns */
#define BRIEF_MAX 26  /* columns */
#define HEAD_MAX 34   /* columns of an outcome's title */
#define STEPS_MAX 6
#define OUTCOMES_MAX 9 /* the second of a colour is told */
#define EXCEPTIONS_MAX 9
#define SOURCES_MAX (2 * RULES_LIST_MAX)

#define AT(field) offsetof(struct source_check, field)

static const struct rule check_rules[] = {
	{ "topics", RULE_IDS, 0, IN_FILE, AT(topics), 0, NULL },
	{ "position", RULE_NUMBER, 0, 0, AT(position), 0, NULL },
	{ "countries", RULE_COUNTRIES, 0, IN_FILE, AT(countries), 0, NULL },
	{ "sources", RULE_IDS, 0, 0, AT(sources), 0, NULL },
	{ "reviewed", RULE_DATE, 0, IN_FILE, AT(reviewed), 0, NULL },
	{ "review_by", RULE_DATE, 0, IN_FILE, AT(review_by), 0, NULL },
	{ "status", RULE_CHOICE, 0, IN_FILE, AT(status), 0,
	    channel_statuses },
	{ "confidence", RULE_CHOICE, 0, IN_FILE, AT(confidence), 0,
	    channel_confidences },
	{ "awaiting", RULE_LANGUAGE_CODES, 0, 0, AT(awaiting),
	    RULES_LANGUAGES, NULL },
	{ "red_from", RULE_NUMBER, 0, IN_FILE, AT(red_from), 0, NULL },
	{ "title", RULE_BY_LANGUAGE, 0, IN_FILE, AT(title),
	    CHANNEL_TITLE_MAX, NULL },
	{ "summary", RULE_BY_LANGUAGE, 0, IN_FILE, AT(summary),
	    CHANNEL_SUMMARY_MAX, NULL },
	{ "keywords", RULE_BY_LANGUAGE, 0, 0, AT(keywords), 0, NULL },
	{ "questions", RULE_NODE, 0, IN_FILE, AT(question_nodes), 0, NULL },
	{ "outcomes", RULE_NODE, 0, IN_FILE, AT(outcome_nodes), 0, NULL },
};

#undef AT
#define AT(field) offsetof(struct source_question, field)

static const struct rule question_rules[] = {
	{ "id", RULE_MARK, 0, IN_FILE, AT(id), 0, NULL },
	{ "weight", RULE_CHOICE, 0, IN_FILE, AT(weight), 0,
	    check_weight_names },
	{ "danger", RULE_CHOICE, 0, IN_FILE, AT(danger), 0,
	    check_danger_names },
	{ "facts", RULE_FACTS, 0, 0, AT(facts), 0, NULL },
	{ "frauds", RULE_FACTS, 0, 0, AT(frauds), 0, NULL },
	{ "text", RULE_BY_LANGUAGE, 0, IN_FILE, AT(text), TEXT_MAX, NULL },
	{ "example", RULE_BY_LANGUAGE, 0, 0, AT(example), TEXT_MAX, NULL },
	{ "reason", RULE_BY_LANGUAGE, 0, IN_FILE, AT(reason), TEXT_MAX,
	    NULL },
	{ "label", RULE_BY_LANGUAGE, 0, IN_FILE, AT(label), LABEL_MAX,
	    NULL },
	{ "short", RULE_BY_LANGUAGE, 0, IN_FILE, AT(brief), BRIEF_MAX,
	    NULL },
	{ "way", RULE_BY_LANGUAGE, 0, IN_FILE, AT(way), TEXT_MAX, NULL },
	{ "exceptions", RULE_NODE, 0, 0, AT(exception_nodes), 0, NULL },
};

static const struct rule exception_rules[] = {
	{ "facts", RULE_FACTS, 0, IN_FILE,
	    offsetof(struct source_exception, facts), 0, NULL },
	{ "text", RULE_BY_LANGUAGE, 0, IN_FILE,
	    offsetof(struct source_exception, text), TEXT_MAX, NULL },
};

#undef AT
#define AT(field) offsetof(struct source_outcome, field)

static const struct rule outcome_rules[] = {
	{ "outcome", RULE_CHOICE, 0, IN_FILE, AT(outcome), 0,
	    check_outcome_names },
	{ "title", RULE_BY_LANGUAGE, 0, IN_FILE, AT(title), HEAD_MAX, NULL },
	{ "title_one", RULE_BY_LANGUAGE, 0, 0, AT(title_one), HEAD_MAX,
	    NULL },
	{ "text", RULE_BY_LANGUAGE, 0, IN_FILE, AT(text), TEXT_MAX, NULL },
	{ "steps", RULE_NODE, 0, 0, AT(step_nodes), 0, NULL },
	{ "services", RULE_IDS, 0, 0, AT(services), 0, NULL },
	{ "read", RULE_ID, 0, 0, AT(read), 0, NULL },
};

/* A step is its texts alone. */
static const struct rule step_rules[] = {
	{ "step", RULE_BY_LANGUAGE, 0, 0, 0, TEXT_MAX, NULL },
};

int
check_source_number(const char *const *names, const struct value *name)
{
	for (int i = 0; name->text != NULL && names[i] != NULL; i++)
		if (strcmp(names[i], name->text) == 0)
			return i;
	return -1;
}

/* The items of a list, at most MAX; NULL for none, with a finding if NODE is
 * no list.  An absent key is for its rule to tell. */
static const struct yaml_node *
items_of(struct channel *c, const struct yaml_node *node, const char *key,
    size_t max)
{
	if (node == NULL)
		return NULL;
	if (node->shape != YAML_TREE_LIST)
		finding_add(c->findings, &node->at, FINDING_NOT_LIST, "%s",
		    key);
	else if (node->count > max)
		finding_add(c->findings, &node->at, FINDING_TOO_MANY,
		    "%s, %zu > %zu", key, node->count, max);
	else
		return node->first;
	return NULL;
}

/* Each key of RULES that has a text by language has it in all of them. */
static void
need_all(struct channel *c, const struct source_check *k,
    const struct rules *rules, const struct yaml_node *node, const void *in)
{
	for (size_t i = 0; i < rules->count; i++) {
		const struct rule *rule = &rules->list[i];

		if (rule->form == RULE_BY_LANGUAGE)
			channel_need_languages(c, &k->languages,
			    (const void *)((const char *)in + rule->offset),
			    node, rule->key);
	}
}

/* Read one map and ask for all its texts; false if NODE is no map. */
static bool
read_map(struct channel *c, const struct source_check *k,
    const struct rules *rules, const struct yaml_node *node, void *out)
{
	const struct reading r = { c->arena, c->findings };

	rules_read_map(rules, IN_FILE, node, out, &r);
	if (node->shape != YAML_TREE_MAP)
		return false;
	need_all(c, k, rules, node, out);
	return true;
}

static void
read_exceptions(struct channel *c, const struct source_check *k,
    struct source_question *q)
{
	static const struct rules rules = RULES_OF(exception_rules);
	const struct yaml_node *n = items_of(c, q->exception_nodes,
	    "exceptions", EXCEPTIONS_MAX);

	q->exceptions = arena_array(c->arena, EXCEPTIONS_MAX,
	    sizeof *q->exceptions);
	for (; n != NULL; n = n->next) {
		struct source_exception one = { .facts = { .count = 0 } };

		if (read_map(c, k, &rules, n, &one))
			q->exceptions[q->exception_count++] = one;
	}
}

static void
read_questions(struct channel *c, struct source_check *k)
{
	static const struct rules rules = RULES_OF(question_rules);
	const struct yaml_node *n = items_of(c, k->question_nodes,
	    "questions", CHECK_QUESTIONS_MAX);

	k->questions = arena_array(c->arena, CHECK_QUESTIONS_MAX,
	    sizeof *k->questions);
	for (; n != NULL; n = n->next) {
		struct source_question q = { .at = n->at };

		if (!read_map(c, k, &rules, n, &q))
			continue;
		for (size_t i = 0; q.id.text != NULL && i < k->question_count;
		     i++)
			if (k->questions[i].id.text != NULL &&
			    strcmp(k->questions[i].id.text, q.id.text) == 0)
				finding_add(c->findings, &q.id.at,
				    FINDING_DUPLICATE_ID, "%s", q.id.text);
		read_exceptions(c, k, &q);
		k->questions[k->question_count++] = q;
	}
}

/* A list of maps by language: each is wrapped, so that one rule reads it. */
static void
read_steps(struct channel *c, const struct source_check *k,
    struct source_outcome *o)
{
	static const struct rules rules = RULES_OF(step_rules);
	const struct yaml_node *n =
	    items_of(c, o->step_nodes, "steps", STEPS_MAX);

	o->steps = arena_array(c->arena, STEPS_MAX, sizeof *o->steps);
	for (; n != NULL; n = n->next) {
		struct yaml_node value = *n;
		struct yaml_node key = { .shape = YAML_TREE_TEXT,
			.at = n->at, .text = "step", .value = &value };
		struct yaml_node map = { .shape = YAML_TREE_MAP, .at = n->at,
			.first = &key, .last = &key, .count = 1 };
		struct by_language step = { { { 0 } } };

		value.next = NULL;
		if (read_map(c, k, &rules, &map, &step))
			o->steps[o->step_count++] = step;
	}
}

static void
read_outcomes(struct channel *c, struct source_check *k)
{
	static const struct rules rules = RULES_OF(outcome_rules);
	const struct yaml_node *n = items_of(c, k->outcome_nodes, "outcomes",
	    OUTCOMES_MAX);

	for (; n != NULL; n = n->next) {
		struct source_outcome o = { .is_there = true, .at = n->at };
		int number = -1;

		if (!read_map(c, k, &rules, n, &o))
			continue;
		number = check_source_number(check_outcome_names, &o.outcome);
		if (number < 0)
			continue; /* told already */
		if (k->outcomes[number].is_there)
			finding_add(c->findings, &o.outcome.at,
			    FINDING_REPEATED, "%s", o.outcome.text);
		read_steps(c, k, &o);
		k->outcomes[number] = o;
	}
}

static bool
has_value(const struct values *all, const char *text)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].text, text) == 0)
			return true;
	return false;
}

/* The languages of the channel, then those that await a reader. */
static void
join_languages(struct channel *c, struct source_check *k)
{
	struct values *all = &k->languages;

	all->list = arena_array(c->arena,
	    c->languages.count + k->awaiting.count + 1, sizeof *all->list);
	for (size_t i = 0; i < c->languages.count; i++)
		all->list[all->count++] = c->languages.list[i];
	for (size_t i = 0; i < k->awaiting.count; i++)
		if (!has_value(all, k->awaiting.list[i].text))
			all->list[all->count++] = k->awaiting.list[i];
}

/* What a law rests on, the check rests on. */
static void
add_law_sources(struct values *out, const struct channel *c,
    const struct source_question *q)
{
	for (size_t i = 0; i < q->facts.count; i++) {
		const struct channel_law *law =
		    channel_law(c, q->facts.list[i].text);

		for (size_t n = 0; law != NULL && n < law->sources.count; n++)
			if (out->count < SOURCES_MAX &&
			    !has_value(out, law->sources.list[n].text))
				out->list[out->count++] =
				    law->sources.list[n];
	}
}

static void
join_sources(struct channel *c, struct source_check *k)
{
	struct values all = { .at = k->sources.at };

	all.list = arena_array(c->arena, SOURCES_MAX, sizeof *all.list);
	for (size_t i = 0; i < k->sources.count; i++)
		all.list[all.count++] = k->sources.list[i];
	for (size_t i = 0; i < k->question_count; i++)
		add_law_sources(&all, c, &k->questions[i]);
	k->sources = all;
}

struct source_check *
check_source_read(struct channel *c, const char *name, const char *slug)
{
	static const struct rules rules = RULES_OF(check_rules);
	const struct reading r = { c->arena, c->findings };
	struct source_check *k = arena_zero(c->arena, sizeof *k);
	const struct yaml_node *root = channel_yaml_root(c, name, &k->at);

	if (root == NULL)
		return NULL;
	k->slug = slug;
	rules_read_map(&rules, IN_FILE, root, k, &r);
	join_languages(c, k);
	need_all(c, k, &rules, root, k);
	channel_check_dates(c, &k->reviewed, &k->review_by);
	read_questions(c, k);
	read_outcomes(c, k);
	join_sources(c, k);
	return k;
}
