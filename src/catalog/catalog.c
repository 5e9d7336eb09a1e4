/*
 * The catalog: its channels, their statements, and the small questions.
 */
#include <config.h>

#include "catalog/catalog.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/posting.h"
#include "catalog/schema.h"
#include "catalog/vocabulary.h"
#include "image/database.h"

const struct statement_text catalog_statements[] = {
	{ ST_META, "SELECT value FROM meta WHERE key=?1" },
	{ ST_COUNT_KIND, "SELECT count(*) FROM entry WHERE kind=?1" },
	{ ST_FIND_TOPIC, "SELECT id FROM topic WHERE slug=?1" },
	{ ST_FIND_ENTRY, "SELECT id FROM entry WHERE slug=?1" },
	{ ST_FIND_ALERT,
	    "SELECT id FROM entry WHERE slug=?1 AND kind='alert'" },
	{ ST_TOPIC_SLUG, "SELECT slug FROM topic WHERE id=?1" },
	{ ST_TOPIC_SENSITIVE, "SELECT sensitive FROM topic WHERE slug=?1" },
	{ ST_ENTRY_SENSITIVE,
	    "SELECT max(t.sensitive) FROM entry_topic x"
	    " JOIN topic t ON t.id=x.topic WHERE x.entry=?1" },
	{ ST_ENTRY_SLUG, "SELECT slug FROM entry WHERE id=?1" },
	{ ST_SHELF, "SELECT e.kind,coalesce(t.slug,'') FROM entry e"
		    " LEFT JOIN entry_topic x ON x.entry=e.id"
		    " LEFT JOIN topic t ON t.id=x.topic WHERE e.id=?1"
		    " ORDER BY x.topic LIMIT 1" },
	{ ST_COUNT, NULL },
};

static const struct statement_text *const files[] = {
	catalog_statements,
	catalog_withdraw_statements,
	catalog_entry_statements,
	catalog_browse_statements,
	catalog_list_statements,
	catalog_alert_statements,
	catalog_service_statements,
	catalog_course_statements,
	catalog_quiz_statements,
	catalog_recording_statements,
	catalog_recruiter_statements,
	catalog_finder_statements,
	catalog_option_statements,
	catalog_occupation_statements,
	catalog_agreement_statements,
	catalog_check_statements,
	catalog_fee_statements,
	catalog_glossary_statements,
	catalog_vocabulary_statements,
	catalog_rank_statements,
	catalog_search_statements,
	catalog_phrase_statements,
};

static const char *
text_of(enum statement statement)
{
	const char *found = NULL;

	for (size_t i = 0; i < COUNT_OF(files) && found == NULL; i++)
		for (const struct statement_text *s = files[i]; s->sql != NULL;
		     s++)
			if (s->statement == statement)
				found = s->sql;
	assert(found != NULL); /* each has one */
	return found;
}

/* The first that is asked of it prepares it, for as long as CH is open: who
 * reads one article needs eight of them. */
void
query_begin(struct query *q, const struct channel *ch, enum statement statement)
{
	sqlite3_stmt **st = &ch->statements[statement];
	struct err told = { 0 };

	q->channel = ch;
	q->rc = SQLITE_OK;
	if (*st == NULL &&
	    database_prepare(st, ch->db, text_of(statement), &told) < 0)
		q->rc = sqlite3_errcode(ch->db); /* query_end() tells it */
	q->st = *st;
}

void
query_text(struct query *q, int parameter, const char *text)
{
	if (q->rc == SQLITE_OK)
		q->rc = sqlite3_bind_text(
		    q->st, parameter, text, -1, SQLITE_TRANSIENT);
}

void
query_number(struct query *q, int parameter, int64_t number)
{
	if (q->rc == SQLITE_OK)
		q->rc = sqlite3_bind_int64(q->st, parameter, number);
}

bool
query_row(struct query *q)
{
	if (q->rc != SQLITE_OK && q->rc != SQLITE_ROW)
		return false;
	q->rc = sqlite3_step(q->st);
	return q->rc == SQLITE_ROW;
}

const char *
query_get(const struct query *q, int column, struct arena *a)
{
	const unsigned char *text = sqlite3_column_text(q->st, column);

	return text == NULL ? "" : arena_strdup(a, (const char *)text);
}

int32_t
query_get_row(const struct query *q, int column)
{
	return sqlite3_column_int(q->st, column);
}

int
query_end(struct query *q, struct err *e)
{
	int rc = 0;

	if (q->rc != SQLITE_DONE)
		rc = database_err(e, q->channel->db, q->channel->name);
	sqlite3_reset(q->st); /* repeats the failure of the step */
	if (q->st != NULL)
		sqlite3_clear_bindings(q->st); /* cannot fail */
	return rc;
}

int
query_stop(struct query *q, struct err *e)
{
	if (q->rc == SQLITE_ROW)
		q->rc = SQLITE_DONE;
	return query_end(q, e);
}

int
query_join(struct query *q, struct arena *a, const char **out, struct err *e)
{
	const char *joined = "";

	while (query_row(q))
		joined = arena_printf(a, "%s%s%s", joined,
		    joined[0] != '\0' ? " " : "", query_get(q, 0, a));
	*out = joined;
	return query_end(q, e);
}

void
ref_list_add(struct ref_list *l, struct ref ref, struct arena *a)
{
	if (l->count == l->room) {
		size_t room = l->room > 0 ? 2 * l->room : 16;
		struct ref *refs = arena_array(a, room, sizeof *refs);

		if (l->count > 0)
			memcpy(refs, l->refs, l->count * sizeof *refs);
		l->refs = refs;
		l->room = room;
	}
	l->refs[l->count++] = ref;
}

int
query_refs(struct query *q, uint16_t channel, struct ref_list *l,
    struct arena *a, struct err *e)
{
	while (query_row(q)) {
		struct ref ref = { channel, query_get_row(q, 0) };

		ref_list_add(l, ref, a);
	}
	return query_end(q, e);
}

struct catalog *
catalog_new(void)
{
	return xcalloc(1, sizeof(struct catalog));
}

static void
channel_fini(struct channel *ch)
{
	for (size_t i = 0; i < ST_COUNT; i++)
		sqlite3_finalize(ch->statements[i]); /* its fault was told */
	free(ch->statements);
	for (size_t i = 0; i < LANG_MAX; i++)
		vocabulary_free(ch->vocabularies[i]);
	database_close(ch->db);
	free(ch->name);
	memset(ch, 0, sizeof *ch);
}

void
catalog_free(struct catalog *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->count; i++)
		channel_fini(&c->channels[i]);
	for (size_t i = 0; i < COUNT_OF(c->scratch.sums); i++)
		free(c->scratch.sums[i]);
	free(c->scratch.scores);
	free(c->scratch.there);
	free(c);
}

static void
make_room(struct search_scratch *s, size_t entries)
{
	entries = (entries + SEARCH_STEP - 1) / SEARCH_STEP * SEARCH_STEP;
	if (entries <= s->room)
		return;
	for (size_t i = 0; i < COUNT_OF(s->sums); i++) {
		free(s->sums[i]);
		s->sums[i] = xcalloc(entries, sizeof *s->sums[i]);
	}
	free(s->scores);
	free(s->there);
	s->scores = xcalloc(entries, sizeof *s->scores);
	s->there = xcalloc(entries, sizeof *s->there);
	s->room = entries;
}

/* How many entries can be searched in each language. */
static int
find_indexed(struct catalog *c, struct channel *ch, struct err *e)
{
	bool good = true;
	struct query q;

	query_begin(&q, ch, ST_INDEX_LANGUAGE);
	while (query_row(&q)) {
		int64_t entries = sqlite3_column_int64(q.st, 1);
		int64_t last = sqlite3_column_int64(q.st, 2);
		size_t language =
		    schema_language_number(database_text(q.st, 0));

		good = good && entries >= 0 && entries <= last &&
		    last < POSTING_ENTRIES_MAX;
		if (good && language < lang_count)
			ch->indexed[language] = (uint32_t)entries;
		if (good && last > ch->last)
			ch->last = (uint32_t)last;
	}
	if (query_end(&q, e) < 0)
		return -1;
	if (!good)
		return err_set(e, ERR_DATABASE, "channel %s: an index of too "
		    "many entries", ch->name);
	make_room(&c->scratch, (size_t)ch->last + 1);
	ch->counted = true;
	return 0;
}

int
catalog_count_indexed(struct catalog *c, struct err *e)
{
	for (size_t i = 0; i < c->count; i++)
		if (!c->channels[i].counted &&
		    find_indexed(c, &c->channels[i], e) < 0)
			return -1;
	return 0;
}

int
catalog_add(struct catalog *c, sqlite3 *db, const struct edition *edition,
    struct err *e)
{
	struct channel ch = { .db = db, .edition = *edition };

	ch.name = xstrdup(edition->channel);
	ch.statements = xcalloc(ST_COUNT, sizeof(sqlite3_stmt *));
	ch.edition.channel = ch.name;
	if (c->count == CATALOG_CHANNELS_MAX) {
		err_set(e, ERR_LIMIT, "more than %d channels",
		    CATALOG_CHANNELS_MAX);
		goto fail;
	}
	if (schema_check(db, e) < 0 || catalog_find_withdraws(&ch, e) < 0)
		goto fail;
	c->channels[c->count++] = ch;
	return 0;
fail:
	err_wrap(e, "channel %s", ch.name);
	channel_fini(&ch);
	return -1;
}

size_t
catalog_channel_count(const struct catalog *c)
{
	return c->count;
}

const struct edition *
catalog_edition(const struct catalog *c, size_t n)
{
	return n < c->count ? &c->channels[n].edition : NULL;
}

int
catalog_meta(struct catalog *c, size_t n, const char *key, const char *lang,
    struct arena *a, const char **out, struct err *e)
{
	const char *tries[] = { arena_printf(a, "%s.%s", key, lang),
		arena_printf(a, "%s.es", key), arena_printf(a, "%s.en", key),
		key };
	bool found = false;

	*out = "";
	if (n >= c->count)
		return err_set(e, ERR_NOT_FOUND, "channel %zu", n);
	for (size_t i = 0; i < COUNT_OF(tries) && !found; i++) {
		struct query q;

		query_begin(&q, &c->channels[n], ST_META);
		query_text(&q, 1, tries[i]);
		while (query_row(&q)) {
			*out = query_get(&q, 0, a);
			found = true;
		}
		if (query_end(&q, e) < 0)
			return -1;
	}
	return 0;
}

/* The row of SLUG in channel N by STATEMENT; 0 if there is none. */
static int
find_in(struct catalog *c, size_t n, enum statement statement, const char *slug,
    int32_t *row, struct err *e)
{
	struct query q;

	*row = 0;
	query_begin(&q, &c->channels[n], statement);
	query_text(&q, 1, slug);
	while (query_row(&q))
		*row = query_get_row(&q, 0);
	return query_end(&q, e);
}

int
catalog_find_topic(
    struct catalog *c, const char *slug, struct ref *out, struct err *e)
{
	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < c->count && out->row == 0; i++) {
		out->channel = (uint16_t)i;
		if (find_in(c, i, ST_FIND_TOPIC, slug, &out->row, e) < 0)
			return -1;
	}
	if (out->row == 0)
		out->channel = 0;
	return 0;
}

/* OUT is set if channel N has SLUG, and no newer edition says it anew. */
static int
entry_in(struct catalog *c, size_t n, const char *slug, struct ref *out,
    struct err *e)
{
	bool old = false;
	int32_t row = 0;

	if (find_in(c, n, ST_FIND_ENTRY, slug, &row, e) < 0 ||
	    catalog_superseded(c, n, slug, &old, e) < 0)
		return -1;
	if (row != 0 && !old)
		*out = (struct ref){ (uint16_t)n, row };
	return 0;
}

int
catalog_find_entry(
    struct catalog *c, const char *slug, struct ref *out, struct err *e)
{
	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < c->count && out->row == 0; i++)
		if (entry_in(c, i, slug, out, e) < 0)
			return -1;
	return 0;
}

int
catalog_find_again(struct catalog *c, const char *channel, const char *slug,
    struct ref *out, struct err *e)
{
	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < c->count; i++)
		if (strcmp(c->channels[i].name, channel) == 0 &&
		    entry_in(c, i, slug, out, e) < 0)
			return -1;
	return out->row != 0 ? 0 : catalog_find_entry(c, slug, out, e);
}

/* What STATEMENT says of REF; ERR_NOT_FOUND. */
static int
slug_of(struct catalog *c, struct ref ref, enum statement statement,
    struct arena *a, const char **out, struct err *e)
{
	bool found = false;
	struct query q;

	*out = "";
	if (ref.channel < c->count) {
		query_begin(&q, &c->channels[ref.channel], statement);
		query_number(&q, 1, ref.row);
		while (query_row(&q)) {
			*out = query_get(&q, 0, a);
			found = true;
		}
		if (query_end(&q, e) < 0)
			return -1;
	}
	if (!found)
		return err_set(e, ERR_NOT_FOUND, "row %d of channel %u",
		    (int)ref.row, ref.channel);
	return 0;
}

int
catalog_topic_slug(struct catalog *c, struct ref topic, struct arena *a,
    const char **out, struct err *e)
{
	*out = "";
	return topic.row == 0 ? 0 : slug_of(c, topic, ST_TOPIC_SLUG, a, out, e);
}

int
catalog_entry_slug(struct catalog *c, struct ref ref, struct arena *a,
    const char **out, struct err *e)
{
	return slug_of(c, ref, ST_ENTRY_SLUG, a, out, e);
}

void
catalog_forget(struct catalog *c)
{
	for (size_t i = 0; i < c->count; i++) {
		const struct channel *ch = &c->channels[i];

		/* They are prepared again when they are asked. */
		for (size_t n = 0; n < ST_COUNT; n++) {
			sqlite3_finalize(ch->statements[n]);
			ch->statements[n] = NULL;
		}
		database_forget(ch->db);
	}
}

int
catalog_topic_is_sensitive(struct catalog *c, struct ref topic,
    struct arena *a, bool *out, struct err *e)
{
	const char *slug = NULL;
	struct query q;

	*out = false;
	if (catalog_topic_slug(c, topic, a, &slug, e) < 0)
		return -1;
	for (size_t i = 0; i < c->count && !*out; i++) {
		query_begin(&q, &c->channels[i], ST_TOPIC_SENSITIVE);
		query_text(&q, 1, slug);
		while (query_row(&q))
			*out = *out || query_get_row(&q, 0) != 0;
		if (query_end(&q, e) < 0)
			return -1;
	}
	return 0;
}

int
catalog_entry_is_sensitive(struct catalog *c, struct ref ref, bool *out,
    struct err *e)
{
	struct query q;

	*out = false;
	if (ref.channel >= c->count)
		return 0;
	query_begin(&q, &c->channels[ref.channel], ST_ENTRY_SENSITIVE);
	query_number(&q, 1, ref.row);
	while (query_row(&q))
		*out = query_get_row(&q, 0) != 0;
	return query_end(&q, e);
}

int
catalog_shelf(struct catalog *c, struct ref ref, struct arena *a,
    const char **kind, const char **topic, struct err *e)
{
	enum entry_kind found = ENTRY_KINDS;
	struct query q;

	*topic = "";
	if (ref.channel < c->count) {
		query_begin(&q, &c->channels[ref.channel], ST_SHELF);
		query_number(&q, 1, ref.row);
		while (query_row(&q)) {
			found = entry_kind_find(query_get(&q, 0, a));
			*topic = query_get(&q, 1, a);
		}
		if (query_end(&q, e) < 0)
			return -1;
	}
	if (found == ENTRY_KINDS)
		return err_set(e, ERR_NOT_FOUND, "row %d of channel %u",
		    ref.row, ref.channel);
	*kind = entry_kind_name(found);
	return 0;
}

int
catalog_superseded(struct catalog *c, size_t channel, const char *slug,
    bool *out, struct err *e)
{
	int64_t created = c->channels[channel].edition.created;
	int32_t row = 0;

	*out = false;
	if (c->count == 1)
		return 0;
	if (find_in(c, channel, ST_FIND_ALERT, slug, &row, e) < 0)
		return -1;
	for (size_t i = 0; i < c->count && row != 0 && !*out; i++) {
		int32_t other = 0;

		if (!c->channels[i].edition.alerts ||
		    c->channels[i].edition.created <= created)
			continue;
		if (find_in(c, i, ST_FIND_ALERT, slug, &other, e) < 0)
			return -1;
		*out = other != 0;
	}
	return 0;
}

int
catalog_count(
    struct catalog *c, enum entry_kind kind, size_t *out, struct err *e)
{
	*out = 0;
	for (size_t i = 0; i < c->count; i++) {
		struct query q;

		query_begin(&q, &c->channels[i], ST_COUNT_KIND);
		query_text(&q, 1, entry_kind_name(kind));
		while (query_row(&q))
			*out += (size_t)sqlite3_column_int64(q.st, 0);
		if (query_end(&q, e) < 0)
			return -1;
	}
	return 0;
}
