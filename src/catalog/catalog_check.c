/*
 * Checks: the statements that read one, whole.
 */
#include <config.h>

#include "catalog/check.h"

#include <string.h>

#include "catalog/catalog_internal.h"

#define TARGETS_MAX 100 /* services of one outcome */

const struct statement_text catalog_check_statements[] = {
	{ ST_CHECK, "SELECT f.red_from,f.awaiting,e.reviewed FROM check_form f"
		    " JOIN entry e ON e.id=f.entry WHERE f.entry=?1" },
	{ ST_CHECK_QUESTIONS,
	    "SELECT q.name,q.weight,q.danger,t.question,t.example,t.reason,"
	    "t.label,t.brief,t.way FROM check_question q"
	    " LEFT JOIN check_question_text t ON t.entry=q.entry"
	    " AND t.position=q.position AND t.lang=?2"
	    " WHERE q.entry=?1 ORDER BY q.position" },
	{ ST_CHECK_EXCEPTIONS,
	    "SELECT exception FROM check_exception WHERE entry=?1 AND lang=?2"
	    " AND question=?3 ORDER BY position" },
	{ ST_CHECK_OUTCOMES,
	    "SELECT o.outcome,o.target,t.title,t.title_one,t.summary"
	    " FROM check_outcome o LEFT JOIN check_outcome_text t"
	    " ON t.entry=o.entry AND t.outcome=o.outcome AND t.lang=?2"
	    " WHERE o.entry=?1 ORDER BY o.outcome" },
	{ ST_CHECK_STEPS,
	    "SELECT step FROM check_step WHERE entry=?1 AND lang=?2"
	    " AND outcome=?3 ORDER BY position" },
	{ ST_CHECK_SERVICES,
	    "SELECT target FROM check_service WHERE entry=?1 AND outcome=?3"
	    " ORDER BY position" },
	/* an article for a law, an alert for a fraud */
	{ ST_CHECK_BASIS,
	    "SELECT b.fact,b.country,"
	    "coalesce((SELECT law FROM check_law t WHERE t.entry=b.entry"
	    " AND t.question=b.question AND t.position=b.position" BY_LANGUAGE(
		"t.lang", "?2") "),''),"
	    "coalesce((SELECT x.entry FROM entry_fact x JOIN entry e"
	    " ON e.id=x.entry WHERE x.fact=b.fact"
	    " AND e.kind=CASE b.fraud WHEN 1 THEN 'alert' ELSE 'article' END"
	    " ORDER BY e.slug LIMIT 1),0)"
	    " FROM check_basis b WHERE b.entry=?1 AND b.question=?3"
	    " ORDER BY b.position" },
	{ ST_COUNT, NULL },
};

/* Begin STATEMENT with the check, its language and a number. */
static void
begin(struct query *q, const struct catalog *c, const struct check *k,
    enum statement statement, int64_t number)
{
	query_begin(q, &c->channels[k->head.ref.channel], statement);
	query_number(q, 1, k->head.ref.row);
	if (sqlite3_bind_parameter_count(q->st) > 1)
		query_text(q, 2, k->head.lang);
	if (sqlite3_bind_parameter_count(q->st) > 2)
		query_number(q, 3, number);
}

/* Is CODE one of the words of CODES, which blanks separate? */
static bool
has_word(const char *codes, const char *code)
{
	size_t len = strlen(code);

	while (*codes != '\0') {
		size_t n = strcspn(codes, " ");

		if (n == len && strncmp(codes, code, n) == 0)
			return true;
		codes += n + (codes[n] != '\0');
	}
	return false;
}

/* The texts of STATEMENT, at most MOST. */
static int
load_texts(struct catalog *c, const struct check *k, enum statement statement,
    int64_t number, size_t most, struct arena *a, const char ***out,
    size_t *count, struct err *e)
{
	struct query q;

	*out = arena_array(a, most, sizeof **out);
	*count = 0;
	begin(&q, c, k, statement, number);
	while (query_row(&q))
		if (*count < most)
			(*out)[(*count)++] = query_get(&q, 0, a);
	return query_end(&q, e);
}

/* A signed check that is none: its publisher's key may be stolen. */
static int
broken(struct err *e, const struct check *k, const char *what)
{
	return err_set(e, ERR_SCHEMA, "check %s: %s", k->head.slug, what);
}

static void
read_question(const struct query *q, struct arena *a,
    struct check_question *out)
{
	out->name = query_get(q, 0, a);
	out->rule.weight = (enum check_weight)query_get_row(q, 1);
	out->rule.danger = (enum check_answer)query_get_row(q, 2);
	out->question = query_get(q, 3, a);
	out->example = query_get(q, 4, a);
	out->reason = query_get(q, 5, a);
	out->label = query_get(q, 6, a);
	out->brief = query_get(q, 7, a);
	out->way = query_get(q, 8, a);
}

static bool
is_whole(const struct check_question *q)
{
	return q->rule.weight >= CHECK_CAUTION &&
	    q->rule.weight < CHECK_WEIGHTS &&
	    (q->rule.danger == CHECK_YES || q->rule.danger == CHECK_NO) &&
	    q->question[0] != '\0' && q->label[0] != '\0';
}

static int
load_questions(struct catalog *c, struct check *k, struct arena *a,
    struct err *e)
{
	struct query q;
	bool whole = true;

	k->questions = arena_array(a, CHECK_QUESTIONS_MAX,
	    sizeof *k->questions);
	begin(&q, c, k, ST_CHECK_QUESTIONS, 0);
	while (query_row(&q)) {
		whole = whole && k->count < CHECK_QUESTIONS_MAX;
		if (!whole)
			continue;
		read_question(&q, a, &k->questions[k->count]);
		whole = is_whole(&k->questions[k->count++]);
	}
	if (query_end(&q, e) < 0)
		return -1;
	if (!whole || k->count == 0)
		return broken(e, k, "questions");
	for (size_t i = 0; i < k->count; i++)
		if (load_texts(c, k, ST_CHECK_EXCEPTIONS, (int64_t)i + 1,
			CHECK_QUESTIONS_MAX, a, &k->questions[i].exceptions,
			&k->questions[i].exception_count, e) < 0)
			return -1;
	return 0;
}

static int
load_end(struct catalog *c, struct check *k, int64_t outcome,
    struct arena *a, struct err *e)
{
	struct check_end *end = &k->ends[outcome];
	bool found = false;

	if (load_texts(c, k, ST_CHECK_STEPS, outcome, CHECK_QUESTIONS_MAX, a,
		&end->steps, &end->step_count, e) < 0)
		return -1;
	if (end->read.ref.row != 0 &&
	    catalog_head(c, end->read.ref, k->head.lang, a, &end->read,
		&found, e) < 0)
		return -1;
	if (!found)
		end->read.ref.row = 0;
	return 0;
}

static int
load_ends(struct catalog *c, struct check *k, struct arena *a, struct err *e)
{
	struct query q;

	begin(&q, c, k, ST_CHECK_OUTCOMES, 0);
	while (query_row(&q)) {
		int32_t outcome = query_get_row(&q, 0);
		struct check_end *end = NULL;

		if (outcome < 0 || outcome >= CHECK_OUTCOMES)
			continue;
		end = &k->ends[outcome];
		end->read.ref = (struct ref){ k->head.ref.channel,
			query_get_row(&q, 1) };
		end->title = query_get(&q, 2, a);
		end->title_one = query_get(&q, 3, a);
		end->text = query_get(&q, 4, a);
		end->is_there = end->title[0] != '\0';
	}
	if (query_end(&q, e) < 0)
		return -1;
	for (int i = 0; i < CHECK_OUTCOMES; i++)
		if (k->ends[i].is_there && load_end(c, k, i, a, e) < 0)
			return -1;
	return 0;
}

/* The publisher's check has proved it; here it is believed no more. */
static int
prove(const struct check *k, struct err *e)
{
	struct check_rule rules[CHECK_QUESTIONS_MAX];
	unsigned reachable = 0;

	for (size_t i = 0; i < k->count; i++)
		rules[i] = k->questions[i].rule;
	reachable = check_reachable(rules, k->count, k->red_from);
	for (unsigned i = 0; i < CHECK_OUTCOMES; i++)
		if ((reachable & 1u << i) != 0 && !k->ends[i].is_there)
			return broken(e, k, check_outcome_names[i]);
	return 0;
}

int
catalog_check(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct check *out, struct err *e)
{
	bool found = false;
	struct query q;

	memset(out, 0, sizeof *out);
	if (catalog_head(c, ref, lang, a, &out->head, &found, e) < 0)
		return -1;
	if (!found || out->head.kind != ENTRY_CHECK)
		return err_set(e, ERR_NOT_FOUND, "check %d of channel %u",
		    (int)ref.row, ref.channel);
	out->reviewed = "";
	begin(&q, c, out, ST_CHECK, 0);
	while (query_row(&q)) {
		out->red_from = (unsigned)query_get_row(&q, 0);
		out->awaiting =
		    has_word(query_get(&q, 1, a), out->head.lang);
		out->reviewed = query_get(&q, 2, a);
	}
	if (query_end(&q, e) < 0 || load_questions(c, out, a, e) < 0 ||
	    load_ends(c, out, a, e) < 0)
		return -1;
	return prove(out, e);
}

int
catalog_check_services(struct catalog *c, const struct check *check,
    enum check_outcome outcome, struct arena *a, struct entry **out,
    size_t *count, struct err *e)
{
	struct ref_list refs = { 0 };
	struct query q;

	*count = 0;
	begin(&q, c, check, ST_CHECK_SERVICES, outcome);
	if (query_refs(&q, check->head.ref.channel, &refs, a, e) < 0)
		return -1;
	if (refs.count > TARGETS_MAX)
		refs.count = TARGETS_MAX;
	*out = arena_array(a, refs.count + 1, sizeof **out);
	for (size_t i = 0; i < refs.count; i++) {
		struct entry *x = &(*out)[*count];

		if (catalog_entry(c, refs.refs[i], check->head.lang, a, x,
			e) < 0)
			return -1;
		*count += x->head.kind == ENTRY_SERVICE;
	}
	return 0;
}

int
catalog_check_basis(struct catalog *c, const struct check *check,
    size_t question, struct arena *a, struct check_basis **out, size_t *count,
    struct err *e)
{
	struct query q;

	*count = 0;
	*out = arena_array(a, TARGETS_MAX, sizeof **out);
	begin(&q, c, check, ST_CHECK_BASIS, (int64_t)question + 1);
	while (query_row(&q)) {
		struct check_basis *b = &(*out)[*count];

		if (*count == TARGETS_MAX)
			continue;
		b->fact = query_get(&q, 0, a);
		b->country = query_get(&q, 1, a);
		b->law = query_get(&q, 2, a);
		b->says.ref = (struct ref){ check->head.ref.channel,
			query_get_row(&q, 3) };
		(*count)++;
	}
	if (query_end(&q, e) < 0)
		return -1;
	for (size_t i = 0; i < *count; i++) {
		struct check_basis *b = &(*out)[i];
		bool found = false;

		if (b->says.ref.row != 0 &&
		    catalog_head(c, b->says.ref, check->head.lang, a,
			&b->says, &found, e) < 0)
			return -1;
		if (!found)
			b->says.ref.row = 0;
	}
	return 0;
}

bool
catalog_check_concerns(const char *country, const char *work,
    const char *origin)
{
	if (work[0] == '\0' && origin[0] == '\0')
		return true;
	return strcmp(country, "XR") == 0 || strcmp(country, work) == 0 ||
	    strcmp(country, origin) == 0;
}
