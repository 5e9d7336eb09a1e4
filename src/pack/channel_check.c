/*
 * How the sources hang together: ids that are used once, links that lead
 * somewhere, translations that follow their original.
 */
#include <config.h>

#include "pack/channel.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "pack/fees.h"
#include "pack/kind.h"

const char *const channel_statuses[] = { "draft", "checked", "approved",
	NULL };
const char *const channel_confidences[] = { "high", "medium", "low", NULL };

void
channel_check_sources(struct channel *c, const char *slug,
    const struct place *at, const struct values *sources)
{
	if (sources->count == 0)
		finding_add(c->findings, at, FINDING_NO_SOURCE, "%s", slug);
	for (size_t i = 0; i < sources->count; i++) {
		const struct value *v = &sources->list[i];

		if (c->has_sources && channel_source(c, v->text) == NULL)
			finding_add(c->findings, &v->at,
			    FINDING_UNKNOWN_SOURCE, "%s", v->text);
	}
}

void
channel_check_named_topics(struct channel *c, const struct values *topics)
{
	for (size_t i = 0; c->has_topics && i < topics->count; i++) {
		const struct value *v = &topics->list[i];

		if (channel_topic(c, v->text) == NULL)
			finding_add(c->findings, &v->at,
			    FINDING_UNKNOWN_TOPIC, "%s", v->text);
	}
}

static int
compare_synonyms(const void *left, const void *right)
{
	const struct channel_synonym *a = left;
	const struct channel_synonym *b = right;
	int order = strcmp(a->lang, b->lang);

	if (order == 0)
		order = strcmp(a->word.text, b->word.text);
	if (order == 0)
		order = strcmp(a->formal.text, b->formal.text);
	if (order == 0)
		order = a->formal.at.line < b->formal.at.line ? -1 :
		    a->formal.at.line > b->formal.at.line;
	return order;
}

/* Sorts them too: the database has them in this order. */
static void
check_synonyms(struct channel *c)
{
	if (c->synonym_count > 0)
		qsort(c->synonyms, c->synonym_count, sizeof *c->synonyms,
		    compare_synonyms);
	for (size_t i = 1; i < c->synonym_count; i++) {
		const struct channel_synonym *a = &c->synonyms[i - 1];
		const struct channel_synonym *b = &c->synonyms[i];

		if (strcmp(a->lang, b->lang) == 0 &&
		    strcmp(a->word.text, b->word.text) == 0 &&
		    strcmp(a->formal.text, b->formal.text) == 0)
			finding_add(c->findings, &b->formal.at,
			    FINDING_REPEATED, "%s", b->formal.text);
	}
}

/* A word is explained once in each language. */
static void
check_glossary(struct channel *c)
{
	for (size_t i = 0; i < c->gloss_count; i++)
		for (size_t lang = 0; lang < RULES_LANGUAGES; lang++) {
			const struct value *v = &c->glossary[i].term.in[lang];

			for (size_t n = 0; v->text != NULL && n < i; n++) {
				const char *other =
				    c->glossary[n].term.in[lang].text;

				if (other == NULL ||
				    strcmp(other, v->text) != 0)
					continue;
				finding_add(c->findings, &v->at,
				    FINDING_REPEATED, "%s", v->text);
				break;
			}
		}
}

void
channel_check_dates(struct channel *c, const struct value *earlier,
    const struct value *later)
{
	/* ISO dates sort as text */
	if (earlier->text != NULL && later->text != NULL &&
	    strcmp(later->text, earlier->text) <= 0)
		finding_add(c->findings, &later->at, FINDING_DATE_ORDER,
		    "%s, %s", later->text, earlier->text);
}

void
channel_check_days(struct channel *c, const struct value *first,
    const struct value *last)
{
	if (first->text != NULL && last->text != NULL &&
	    strcmp(last->text, first->text) < 0)
		finding_add(c->findings, &last->at, FINDING_DATE_ORDER,
		    "%s, %s", last->text, first->text);
}

void
channel_check(struct channel *c)
{
	for (size_t i = 0; i < c->item_count; i++)
		if (c->items[i].kind->check != NULL)
			c->items[i].kind->check(c, &c->items[i]);
	fees_check(c);
	kind_check_codes(c);
	check_synonyms(c);
	check_glossary(c);
}

/* How deep TOPIC lies: 1 at the top, 0 when it lies below itself. */
static unsigned
depth_of(const struct channel *c, const struct channel_topic *topic)
{
	unsigned depth = 1;

	while (topic->parent.text != NULL) {
		topic = channel_topic(c, topic->parent.text);
		if (topic == NULL)
			break; /* told by its own finding */
		if (++depth > c->topic_count)
			return 0;
	}
	return depth;
}

static void
check_topic(struct channel *c, const struct channel_topic *topic)
{
	unsigned depth = 0;

	if (topic->parent.text != NULL &&
	    channel_topic(c, topic->parent.text) == NULL) {
		finding_add(c->findings, &topic->parent.at,
		    FINDING_UNKNOWN_TOPIC, "%s", topic->parent.text);
		return;
	}
	depth = depth_of(c, topic);
	if (depth == 0)
		finding_add(c->findings, &topic->parent.at,
		    FINDING_TOPIC_LOOP, "%s", topic->id.text);
	else if (depth > CHANNEL_TOPIC_DEPTH_MAX)
		finding_add(c->findings, &topic->id.at, FINDING_TOPIC_DEPTH,
		    "%s", topic->id.text);
}

/* Topics directly below PARENT (NULL: at the top); the tenth is told. */
static size_t
count_children(struct channel *c, const char *parent)
{
	size_t count = 0;

	for (size_t i = 0; i < c->topic_count; i++) {
		const struct channel_topic *t = &c->topics[i];
		bool below = parent == NULL ? t->parent.text == NULL :
		    t->parent.text != NULL &&
			strcmp(t->parent.text, parent) == 0;

		if (below && ++count == CHANNEL_TOPIC_CHILDREN_MAX + 1)
			finding_add(c->findings, &t->id.at,
			    FINDING_TOPIC_CHILDREN, "%s",
			    parent == NULL ? "" : parent);
	}
	return count;
}

static bool
has_entry(const struct channel *c, const char *topic)
{
	for (size_t i = 0; i < c->item_count; i++) {
		const struct item *x = &c->items[i];
		const struct values *v =
		    x->kind->topics == NULL ? NULL : x->kind->topics(x);

		for (size_t n = 0; v != NULL && n < v->count; n++)
			if (strcmp(v->list[n].text, topic) == 0)
				return true;
	}
	return false;
}

void
channel_check_topics(struct channel *c)
{
	count_children(c, NULL);
	for (size_t i = 0; i < c->topic_count; i++) {
		const struct channel_topic *topic = &c->topics[i];

		check_topic(c, topic);
		if (count_children(c, topic->id.text) == 0 &&
		    !has_entry(c, topic->id.text))
			finding_add(c->findings, &topic->id.at,
			    FINDING_TOPIC_BARE, "%s", topic->id.text);
	}
}
