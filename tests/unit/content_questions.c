/*
 * The questions of a kiosk, as a table.
 */
#include <config.h>

#include "content_questions.h"

#include <stdio.h>

#include "catalog/catalog.h"
#include "content_fixture.h"

#define ROWS 34 /* entries of content_fixture(), and some that are none */

struct asked {
	struct catalog *c;
	const char *text; /* a slug, words, a country */
	const char *lang;
	struct arena *a;
	struct buffer *out;
};

static void
say(const struct asked *q, const char *text)
{
	buffer_add_text(q->out, text != NULL ? text : "NULL");
	buffer_add_text(q->out, "|");
}

static void
say_number(const struct asked *q, int64_t number)
{
	char text[24];

	snprintf(text, sizeof text, "%lld", (long long)number);
	say(q, text);
}

static void
say_head(const struct asked *q, const struct entry_head *h)
{
	say_number(q, h->ref.row);
	say(q, h->slug);
	say(q, h->lang);
	say(q, h->title);
	say(q, h->summary);
	say(q, h->countries);
	say(q, h->effective);
	say_number(q, h->severity);
	say_number(q, h->withdrawn);
	say_number(q, h->guess);
}

static void
say_list(const struct asked *q, const struct entry_list *l)
{
	for (size_t i = 0; i < l->count; i++)
		say_head(q, &l->heads[i]);
}

static void
say_entry(const struct asked *q, const struct entry *x)
{
	const char *const texts[] = { x->markdown, x->status, x->confidence,
		x->reviewed, x->review_by, x->topic_title };
	const char *const more[] = { x->event, x->urgency, x->certainty,
		x->expires, x->withdrawn, x->type, x->hours, x->eligibility,
		x->languages, x->cost, x->anonymous, x->url, x->checked };

	say_head(q, &x->head);
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		say(q, texts[i]);
	for (size_t i = 0; x->head.kind != ENTRY_ARTICLE && i < COUNT_OF(more);
	     i++)
		say(q, more[i]);
	for (size_t i = 0; i < x->source_count; i++)
		say(q, x->sources[i].title);
	for (size_t i = 0; i < x->phone_count; i++) {
		say(q, x->phones[i].number);
		say(q, x->phones[i].note);
	}
	say_list(q, &x->links);
}

static int
ask_topic(const struct asked *q, struct err *e)
{
	struct browse_list list = { 0 };
	struct ref topic = { 0 };

	if (q->text[0] != '\0' &&
	    catalog_find_topic(q->c, q->text, &topic, e) < 0)
		return -1;
	if (catalog_browse(q->c, topic, q->lang, q->a, &list, e) < 0)
		return -1;
	say(q, list.title);
	for (size_t i = 0; i < list.count; i++) {
		const struct browse_row *row = &list.rows[i];

		say(q, row->title);
		say(q, row->summary);
		say_number(q, (int64_t)row->entry_count);
		if (!row->is_topic)
			say_head(q, &row->entry);
	}
	return 0;
}

static int
ask_entry(const struct asked *q, struct err *e)
{
	struct ref ref = { 0 };

	if (catalog_find_entry(q->c, q->text, &ref, e) < 0)
		return -1;
	say_number(q, ref.row);
	return 0;
}

/* Every entry by its row, in the order of the rows. */
static int
ask_rows(const struct asked *q, struct err *e)
{
	for (int32_t row = 1; row <= ROWS; row++) {
		struct entry x = { 0 };
		struct ref ref = { 0, row };
		struct err one = { 0 };

		if (catalog_entry(q->c, ref, q->lang, q->a, &x, &one) == 0) {
			say_entry(q, &x);
		} else if (one.code == ERR_NOT_FOUND) {
			say(q, "none");
		} else {
			*e = one;
			return -1;
		}
	}
	return 0;
}

static int
ask_alerts(const struct asked *q, struct err *e)
{
	const struct date today = { 2026, 11, 25 };
	struct entry_list list = { 0 };

	if (catalog_alerts(q->c, q->text, &today, q->lang, q->a, &list, e) < 0)
		return -1;
	say_list(q, &list);
	return 0;
}

static int
ask_services(const struct asked *q, struct err *e)
{
	const struct service_filter filter = { q->text, false };
	struct entry *entries = NULL;
	size_t count = 0;

	if (catalog_services(q->c, &filter, q->lang, q->a, &entries, &count,
		e) < 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		say_entry(q, &entries[i]);
	return 0;
}

static int
ask_countries(const struct asked *q, struct err *e)
{
	const char **codes = NULL;
	size_t count = 0;

	if (catalog_service_countries(q->c, q->a, &codes, &count, e) < 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		say(q, codes[i]);
	return 0;
}

static int
ask_search(const struct asked *q, struct err *e)
{
	struct search_result found = { .cut = false };

	if (catalog_search(q->c, q->text, q->lang, CATALOG_RESULTS_MAX, q->a,
		&found, e) < 0)
		return -1;
	say_list(q, &found.list);
	return 0;
}

static int
ask_glossary(const struct asked *q, struct err *e)
{
	struct gloss *gloss = NULL;
	size_t count = 0;

	if (catalog_glossary(q->c, q->text, q->lang, q->a, &gloss, &count,
		e) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		say(q, gloss[i].term);
		say(q, gloss[i].explanation);
	}
	return 0;
}

static int
ask_meta(const struct asked *q, struct err *e)
{
	const char *value = NULL;

	if (catalog_meta(q->c, 0, q->text, q->lang, q->a, &value, e) < 0)
		return -1;
	say(q, value);
	return 0;
}

static int
ask_counts(const struct asked *q, struct err *e)
{
	for (int kind = 0; kind < ENTRY_KINDS; kind++) {
		size_t count = 0;

		if (catalog_count(q->c, (enum entry_kind)kind, &count, e) < 0)
			return -1;
		say_number(q, (int64_t)count);
	}
	return 0;
}

static int
ask_facts(const struct asked *q, struct err *e)
{
	struct entry_facts *facts = NULL;
	size_t count = 0;

	if (catalog_facts(q->c, q->a, &facts, &count, e) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		say(q, facts[i].slug);
		say(q, facts[i].countries);
		say(q, facts[i].langs);
		say(q, facts[i].facts);
	}
	return 0;
}

static const struct {
	const char *name;
	int (*ask)(const struct asked *q, struct err *e);
	const char *text;
	const char *lang;
} questions[] = {
	{ "topics", ask_topic, "", "es" },
	{ "topics", ask_topic, "rights", "es" },
	{ "topics", ask_topic, "costs", "en" },
	{ "topics", ask_topic, "nowhere", "ht" },
	{ "find", ask_entry, "your-passport", "es" },
	{ "entries", ask_rows, "", "es" },
	{ "entries", ask_rows, "", "fr" },
	{ "alerts", ask_alerts, "", "es" },
	{ "alerts", ask_alerts, "GT", "en" },
	{ "services", ask_services, "", "es" },
	{ "services", ask_services, "MX", "en" },
	{ "countries", ask_countries, "", "es" },
	{ "search", ask_search, "pasaporte", "es" },
	{ "search", ask_search, "coyote papeles", "es" },
	{ "search", ask_search, "you do not pay", "en" },
	{ "search", ask_search, "h2a", "fr" },
	{ "search", ask_search, "qwxyz", "es" },
	{ "glossary", ask_glossary, "La agencia y la visa H-2A", "es" },
	{ "meta", ask_meta, "publisher", "es" },
	{ "counts", ask_counts, "", "es" },
	{ "facts", ask_facts, "", "es" },
};

int
content_questions_catalog(struct catalog **out, sqlite3 *db, struct err *e)
{
	*out = catalog_new();
	if (catalog_add(*out, db, &content_fixture_edition, e) == 0)
		return 0;
	catalog_free(*out);
	*out = NULL;
	return -1;
}

size_t
content_question_count(void)
{
	return COUNT_OF(questions);
}

const char *
content_question_name(size_t n)
{
	return questions[n].name;
}

int
content_question(struct buffer *out, struct catalog *c, size_t n,
    struct err *e)
{
	struct asked q = { c, questions[n].text, questions[n].lang,
		arena_new(), out };
	int rc = -1;

	out->len = 0;
	rc = questions[n].ask(&q, e);
	arena_free(q.a);
	return rc;
}
