/*
 * How the sources hang together: ids that are used once, links that lead
 * somewhere, translations that follow their original.
 */
#include <config.h>

#include "pack/channel.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"

/* An id of the catalog and where it was given. */
struct slug {
	const char *id;
	struct place at;
};

struct slugs {
	struct slug *list;
	size_t count;
};

static int
compare_slugs(const void *left, const void *right)
{
	const struct slug *a = left;
	const struct slug *b = right;
	int order = strcmp(a->id, b->id);

	if (order == 0 && a->at.file != NULL && b->at.file != NULL)
		order = strcmp(a->at.file, b->at.file);
	return order;
}

/* All ids of entries and services, sorted; the second of two is told. */
static struct slugs
collect(struct channel *c)
{
	struct slugs all = { 0 };

	all.list = arena_array(c->arena, c->entry_count + c->service_count + 1,
	    sizeof *all.list);
	for (size_t i = 0; i < c->entry_count; i++)
		all.list[all.count++] = (struct slug){ c->entries[i].slug,
			c->entries[i].at };
	for (size_t i = 0; i < c->service_count; i++)
		if (c->services[i].id.text != NULL)
			all.list[all.count++] = (struct slug){
				c->services[i].id.text, c->services[i].id.at };
	if (all.count > 0)
		qsort(all.list, all.count, sizeof *all.list, compare_slugs);
	return all;
}

/* Two entries of one id, or an entry and a service: the sheets have told
 * about two services themselves. */
static void
check_twice(struct channel *c, const struct slugs *all)
{
	for (size_t i = 1; i < all->count; i++) {
		const struct slug *a = &all->list[i - 1];
		const struct slug *b = &all->list[i];
		bool both_rows = a->at.line > 0 && b->at.line > 0;

		if (strcmp(a->id, b->id) == 0 && !both_rows)
			finding_add(c->findings,
			    b->at.line > 0 ? &b->at : &a->at,
			    FINDING_DUPLICATE_ID, "%s", b->id);
	}
}

static bool
has_slug(const struct slugs *all, const char *id)
{
	struct slug want = { .id = id };

	return all->count > 0 &&
	    bsearch(&want, all->list, all->count, sizeof want,
		compare_slugs) != NULL;
}

static void
check_sources(struct channel *c, const struct values *sources)
{
	for (size_t i = 0; i < sources->count; i++) {
		const struct value *v = &sources->list[i];

		if (c->has_sources && channel_source(c, v->text) == NULL)
			finding_add(c->findings, &v->at,
			    FINDING_UNKNOWN_SOURCE, "%s", v->text);
	}
}

static void
check_original(struct channel *c, const struct channel_entry *entry,
    const struct slugs *all)
{
	const struct channel_text *t = entry->original;
	struct place at = { t->file, 1, 1 };

	if (t->sources.count == 0)
		finding_add(c->findings, &at, FINDING_NO_SOURCE, "%s",
		    entry->slug);
	check_sources(c, &t->sources);
	for (size_t i = 0; c->has_topics && i < t->topics.count; i++)
		if (channel_topic(c, t->topics.list[i].text) == NULL)
			finding_add(c->findings, &t->topics.list[i].at,
			    FINDING_UNKNOWN_TOPIC, "%s",
			    t->topics.list[i].text);
	for (size_t i = 0; i < t->links.count; i++) {
		const struct value *v = &t->links.list[i];

		if (strcmp(v->text, entry->slug) == 0)
			finding_add(c->findings, &v->at, FINDING_SELF_LINK,
			    "%s", v->text);
		else if (!has_slug(all, v->text))
			finding_add(c->findings, &v->at,
			    FINDING_UNKNOWN_ENTRY, "%s", v->text);
	}
	if (t->revision.text != NULL && t->revision.number == 0)
		finding_add(c->findings, &t->revision.at, FINDING_BAD_NUMBER,
		    "%s", t->revision.text);
}

/* A translation follows a revision that its original has or had. */
static void
check_translation(struct channel *c, const struct channel_text *t,
    const struct channel_text *original)
{
	const struct value *v = &t->translates;

	if (v->text == NULL || original->revision.text == NULL)
		return;
	if (v->number < 1 || v->number > original->revision.number)
		finding_add(c->findings, &v->at, FINDING_AHEAD, "%s > %s",
		    v->text, original->revision.text);
	else if (v->number < original->revision.number)
		finding_add(c->findings, &v->at, FINDING_BEHIND, "%s < %s",
		    v->text, original->revision.text);
}

static void
find_original(struct channel *c, struct channel_entry *entry)
{
	bool unread = false;

	for (size_t i = 0; i < c->languages.count; i++) {
		struct channel_text *t = &entry->text[channel_language(c, i)];
		struct place at = { t->file, 1, 1 };

		if (t->file == NULL)
			continue;
		if (!t->has_keys)
			unread = true; /* told already; it may have been it */
		else if (!t->is_translation && entry->original == NULL)
			entry->original = t;
		else if (!t->is_translation)
			finding_add(c->findings, &at, FINDING_TWO_ORIGINALS,
			    "%s", entry->slug);
	}
	if (entry->original == NULL && !unread)
		finding_add(c->findings, &entry->at, FINDING_NO_ORIGINAL,
		    "%s", entry->slug);
}

static void
check_entry(struct channel *c, struct channel_entry *entry,
    const struct slugs *all)
{
	find_original(c, entry);
	for (size_t i = 0; i < c->languages.count; i++) {
		struct channel_text *t = &entry->text[channel_language(c, i)];

		if (t->file == NULL)
			finding_add(c->findings, &entry->at,
			    FINDING_NO_TRANSLATION, "%s.md",
			    c->languages.list[i].text);
		else if (entry->original != NULL && t->is_translation)
			check_translation(c, t, entry->original);
	}
	if (entry->original != NULL)
		check_original(c, entry, all);
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
channel_check(struct channel *c)
{
	struct slugs all = collect(c);

	check_twice(c, &all);
	for (size_t i = 0; i < c->entry_count; i++)
		check_entry(c, &c->entries[i], &all);
	for (size_t i = 0; i < c->service_count; i++)
		check_sources(c, &c->services[i].sources);
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
	for (size_t i = 0; i < c->entry_count; i++)
		for (size_t lang = 0; lang < RULES_LANGUAGES; lang++) {
			const struct values *v =
			    &c->entries[i].text[lang].topics;

			for (size_t n = 0; n < v->count; n++)
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
