/*
 * The browse tree.  Topics with the same slug in several channels are one
 * topic: what stands in any of them stands in it.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"

const struct statement_text catalog_browse_statements[] = {
	{ ST_TOPIC_TEXT,
	    "SELECT title,summary FROM topic_text WHERE topic=?1" BY_LANGUAGE(
		"lang", "?2") },
	{ ST_TOPICS_IN, "SELECT id,slug,position FROM topic WHERE parent=?1"
			" ORDER BY position,id" },
	{ ST_ENTRIES_IN, "SELECT entry,position FROM entry_topic WHERE topic=?1"
			 " ORDER BY position,entry" },
	{ ST_TREE, "SELECT id,parent FROM topic ORDER BY id" },
	{ ST_COUNT, NULL },
};

/* A row with what it is sorted by. */
struct place {
	struct browse_row row;
	const char *slug;
	int32_t position;
	size_t order; /* in which it was found, the last resort */
};

struct place_list {
	struct place *places;
	size_t count;
	size_t room;
	struct arena *arena;
};

static struct place *
place_add(struct place_list *l)
{
	struct place *p = NULL;

	if (l->count == l->room) {
		size_t room = l->room > 0 ? 2 * l->room : 16;
		struct place *places =
		    arena_array(l->arena, room, sizeof *places);

		if (l->count > 0)
			memcpy(places, l->places, l->count * sizeof *places);
		l->places = places;
		l->room = room;
	}
	p = &l->places[l->count];
	p->order = l->count++;
	return p;
}

static int
compare_places(const void *x, const void *y)
{
	const struct place *a = x;
	const struct place *b = y;

	if (a->position != b->position)
		return a->position < b->position ? -1 : 1;
	if (a->row.is_topic != b->row.is_topic)
		return a->row.is_topic ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

static int
compare_rows(const void *x, const void *y)
{
	const struct ref *a = x;
	const struct ref *b = y;

	return a->row < b->row ? -1 : a->row > b->row;
}

/* Topics of a channel with TOPIC on top: its refs, TOPIC first. */
static int
find_below(const struct channel *ch, struct ref topic, struct arena *a,
    struct ref_list *out, struct err *e)
{
	struct ref_list ids = { 0 };
	struct ref_list parents = { 0 };
	struct query q;

	query_begin(&q, ch, ST_TREE);
	while (query_row(&q)) {
		struct ref id = { topic.channel, query_get_row(&q, 0) };
		struct ref parent = { topic.channel, query_get_row(&q, 1) };

		ref_list_add(&ids, id, a);
		ref_list_add(&parents, parent, a);
	}
	if (query_end(&q, e) < 0)
		return -1;
	ref_list_add(out, topic, a);
	for (size_t i = 0; i < out->count; i++)
		for (size_t k = 0; k < ids.count; k++)
			if (parents.refs[k].row == out->refs[i].row) {
				ref_list_add(out, ids.refs[k], a);
				parents.refs[k].row = -1; /* only once */
			}
	return 0;
}

/* How many entries stand in TOPIC of one channel and below it. */
static int
count_below(struct catalog *c, struct ref topic, struct arena *a, size_t *count,
    struct err *e)
{
	const struct channel *ch = &c->channels[topic.channel];
	struct ref_list topics = { 0 };
	struct ref_list entries = { 0 };

	if (find_below(ch, topic, a, &topics, e) < 0)
		return -1;
	for (size_t i = 0; i < topics.count; i++) {
		struct query q;

		query_begin(&q, ch, ST_ENTRIES_IN);
		query_number(&q, 1, topics.refs[i].row);
		if (query_refs(&q, topic.channel, &entries, a, e) < 0)
			return -1;
	}
	if (entries.count > 1)
		qsort(entries.refs, entries.count, sizeof *entries.refs,
		    compare_rows);
	*count = entries.count;
	for (size_t i = 1; i < entries.count; i++)
		*count -= entries.refs[i].row == entries.refs[i - 1].row;
	return 0;
}

static int
load_topic_text(const struct channel *ch, int32_t row, const char *lang,
    struct arena *a, const char **title, const char **summary, struct err *e)
{
	struct query q;

	*title = *summary = "";
	query_begin(&q, ch, ST_TOPIC_TEXT);
	query_number(&q, 1, row);
	query_text(&q, 2, lang);
	while (query_row(&q)) {
		*title = query_get(&q, 0, a);
		*summary = query_get(&q, 1, a);
	}
	return query_end(&q, e);
}

/* A topic that another channel has given already, or NULL. */
static struct place *
find_place(const struct place_list *l, const char *slug)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->places[i].row.is_topic &&
		    strcmp(l->places[i].slug, slug) == 0)
			return &l->places[i];
	return NULL;
}

/* Add the topics below PARENT of one channel. */
static int
add_topics(struct catalog *c, struct ref parent, const char *lang,
    struct place_list *l, struct err *e)
{
	const struct channel *ch = &c->channels[parent.channel];
	size_t first = l->count;
	struct query q;

	query_begin(&q, ch, ST_TOPICS_IN);
	query_number(&q, 1, parent.row);
	while (query_row(&q)) {
		struct place *p = place_add(l);

		p->row.is_topic = true;
		p->row.topic.channel = parent.channel;
		p->row.topic.row = query_get_row(&q, 0);
		p->slug = query_get(&q, 1, l->arena);
		p->position = query_get_row(&q, 2);
	}
	if (query_end(&q, e) < 0)
		return -1;
	/* The statement is free again: now its topics' own questions. */
	for (size_t i = first; i < l->count; i++) {
		struct place *p = &l->places[i];

		if (count_below(c, p->row.topic, l->arena, &p->row.entry_count,
			e) < 0 ||
		    load_topic_text(ch, p->row.topic.row, lang, l->arena,
			&p->row.title, &p->row.summary, e) < 0)
			return -1;
	}
	return 0;
}

/* Fold topics FIRST to the end into those of earlier channels. */
static void
merge_topics(struct place_list *l, size_t first)
{
	struct place_list before = { .places = l->places, .count = first };
	size_t kept = first;

	for (size_t i = first; i < l->count; i++) {
		struct place *same = find_place(&before, l->places[i].slug);

		if (same != NULL)
			same->row.entry_count += l->places[i].row.entry_count;
		else
			l->places[kept++] = l->places[i];
	}
	l->count = kept;
}

static int
add_entries(struct catalog *c, struct ref parent, const char *lang,
    struct place_list *l, struct err *e)
{
	size_t first = l->count;
	size_t kept = first;
	struct query q;

	query_begin(&q, &c->channels[parent.channel], ST_ENTRIES_IN);
	query_number(&q, 1, parent.row);
	while (query_row(&q)) {
		struct place *p = place_add(l);

		p->row.entry.ref.channel = parent.channel;
		p->row.entry.ref.row = query_get_row(&q, 0);
		p->position = query_get_row(&q, 1);
	}
	if (query_end(&q, e) < 0)
		return -1;
	for (size_t i = first; i < l->count; i++) {
		struct place p = l->places[i];
		bool found = false;

		if (catalog_head(c, p.row.entry.ref, lang, l->arena,
			&p.row.entry, &found, e) < 0)
			return -1;
		p.row.title = p.row.entry.title;
		p.row.summary = p.row.entry.summary;
		p.slug = p.row.entry.slug;
		if (found)
			l->places[kept++] = p;
	}
	l->count = kept;
	return 0;
}

/* The topic called SLUG in channel N, the root for ""; FOUND tells. */
static int
topic_in(struct catalog *c, size_t n, const char *slug, struct ref *out,
    bool *found, struct err *e)
{
	struct query q;

	out->channel = (uint16_t)n;
	out->row = 0;
	*found = slug[0] == '\0';
	if (*found)
		return 0;
	query_begin(&q, &c->channels[n], ST_FIND_TOPIC);
	query_text(&q, 1, slug);
	while (query_row(&q)) {
		out->row = query_get_row(&q, 0);
		*found = true;
	}
	return query_end(&q, e);
}

int
catalog_browse(struct catalog *c, struct ref topic, const char *lang,
    struct arena *a, struct browse_list *out, struct err *e)
{
	struct place_list l = { .arena = a };
	const char *slug = NULL;
	const char *unused = NULL;

	memset(out, 0, sizeof *out);
	out->title = "";
	if (catalog_topic_slug(c, topic, a, &slug, e) < 0)
		return -1;
	if (topic.row != 0 &&
	    load_topic_text(&c->channels[topic.channel], topic.row, lang, a,
		&out->title, &unused, e) < 0)
		return -1;
	for (size_t i = 0; i < c->count; i++) {
		struct ref here = { 0 };
		size_t first = l.count;
		bool found = false;

		if (topic_in(c, i, slug, &here, &found, e) < 0)
			return -1;
		if (!found)
			continue;
		if (add_topics(c, here, lang, &l, e) < 0)
			return -1;
		merge_topics(&l, first);
		if (add_entries(c, here, lang, &l, e) < 0)
			return -1;
	}
	if (l.count > 1)
		qsort(l.places, l.count, sizeof *l.places, compare_places);
	out->rows = arena_array(a, l.count + 1, sizeof *out->rows);
	for (size_t i = 0; i < l.count; i++)
		out->rows[out->count++] = l.places[i].row;
	return 0;
}
