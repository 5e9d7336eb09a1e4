/*
 * Comparing editions.  Each entry is reduced to one hash over every row that
 * says something of it; row numbers are no part of it, for they are dealt
 * anew each time.  Two lists sorted by slug are then merged.
 */
#include <config.h>

#include "catalog/compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "catalog/catalog.h"
#include "image/database.h"

/* All that is said of entry ?1.  Search indexes follow from the words. */
static const char *const said_of_entry[] = {
	"SELECT kind,status,confidence,reviewed,review_by FROM entry"
	" WHERE id=?1",
	"SELECT lang,title,summary,withdrawn,revision,translates FROM text"
	" WHERE entry=?1 ORDER BY lang",
	"SELECT lang,markdown FROM body WHERE entry=?1 ORDER BY lang",
	"SELECT country FROM entry_country WHERE entry=?1 ORDER BY country",
	"SELECT fact FROM entry_fact WHERE entry=?1 ORDER BY fact",
	"SELECT event,severity,urgency,certainty,effective,expires"
	" FROM alert WHERE entry=?1",
	"SELECT type,country,languages,cost,anonymous,url,checked,position"
	" FROM service WHERE entry=?1",
	"SELECT lang,hours,eligibility FROM service_text WHERE entry=?1"
	" ORDER BY lang",
	"SELECT position,number FROM service_phone WHERE entry=?1"
	" ORDER BY position",
	"SELECT position,lang,note FROM service_phone_text WHERE entry=?1"
	" ORDER BY position,lang",
	"SELECT s.slug,s.title,s.publisher,s.url,s.date FROM entry_source x"
	" JOIN source s ON s.id=x.source WHERE x.entry=?1"
	" ORDER BY x.position",
	"SELECT t.slug FROM link x JOIN entry t ON t.id=x.target"
	" WHERE x.entry=?1 ORDER BY x.position",
};

static const char *const said_of_part[COMPARE_PARTS][2] = {
	[COMPARE_TOPICS] = {
	    "SELECT t.slug,p.slug,t.position FROM topic t"
	    " LEFT JOIN topic p ON p.id=t.parent ORDER BY t.slug",
	    "SELECT t.slug,x.lang,x.title,x.summary FROM topic_text x"
	    " JOIN topic t ON t.id=x.topic ORDER BY t.slug,x.lang",
	},
	[COMPARE_GLOSSARY] = {
	    "SELECT lang,term,explanation FROM glossary ORDER BY lang,term",
	},
	[COMPARE_SYNONYMS] = {
	    "SELECT lang,word,formal FROM synonym ORDER BY lang,word,formal",
	},
	[COMPARE_NOTICES] = {
	    "SELECT key,value FROM meta WHERE key<>'created' ORDER BY key",
	},
};

static const char entries_sql[] =
    "SELECT id,slug,kind FROM entry"
    " WHERE kind IN ('article','alert','service') ORDER BY slug";
/* No index leads from an entry to its topics, so all of them are read in
 * step with the entries. */
static const char topics_sql[] =
    "SELECT e.slug,t.slug,x.position FROM entry_topic x"
    " JOIN entry e ON e.id=x.entry JOIN topic t ON t.id=x.topic"
    " ORDER BY e.slug,t.slug";
static const char title_sql[] =
    "SELECT title FROM text WHERE entry=?1 ORDER BY lang=?2 DESC,"
    "lang='es' DESC,lang='en' DESC,lang LIMIT 1";
static const char withdrawn_sql[] =
    "SELECT count(*) FROM text WHERE entry=?1 AND withdrawn<>''";

/* One entry of one edition. */
struct found {
	const char *slug;
	const char *title;
	enum entry_kind kind;
	bool withdrawn;
	struct hash sum;
};

struct edition_read {
	sqlite3 *db;
	sqlite3_stmt *said[COUNT_OF(said_of_entry)];
	sqlite3_stmt *entries;
	sqlite3_stmt *topics;
	sqlite3_stmt *title;
	sqlite3_stmt *withdrawn;
	int topics_rc; /* SQLITE_ROW: a row of TOPICS waits */
	struct found *list;
	size_t count;
	size_t room;
	struct hash parts[COMPARE_PARTS];
};

/* Columns FIRST and on of the row of S, each with its length. */
static void
add_row(struct hash_state *state, sqlite3_stmt *s, int first)
{
	static const uint8_t mark = 'r'; /* so that rows do not run together */

	hash_add(state, bytes_of(&mark, 1));
	for (int i = first; i < sqlite3_column_count(s); i++) {
		const void *text = sqlite3_column_text(s, i);
		uint32_t len = (uint32_t)sqlite3_column_bytes(s, i);

		hash_add(state, bytes_of(&len, sizeof len));
		if (len > 0)
			hash_add(state, bytes_of(text, len));
	}
}

/* All rows of S, which is bound, and the end of them. */
static int
add_rows(struct hash_state *state, sqlite3 *db, sqlite3_stmt *s,
    struct err *e)
{
	static const uint8_t mark = 'e';
	int rc;

	while ((rc = sqlite3_step(s)) == SQLITE_ROW)
		add_row(state, s, 0);
	hash_add(state, bytes_of(&mark, 1));
	if (rc != SQLITE_DONE)
		database_err(e, db, "compare");
	sqlite3_reset(s);
	return rc == SQLITE_DONE ? 0 : -1;
}

static int
read_part(struct edition_read *r, enum compare_part part, struct err *e)
{
	struct hash_state state;
	int rc = 0;

	hash_begin(&state);
	for (size_t i = 0; rc == 0 && i < COUNT_OF(said_of_part[part]); i++) {
		sqlite3_stmt *s = NULL;

		if (said_of_part[part][i] == NULL)
			break;
		rc = database_prepare(&s, r->db, said_of_part[part][i], e);
		if (rc == 0)
			rc = add_rows(&state, r->db, s, e);
		sqlite3_finalize(s);
	}
	hash_end(&state, &r->parts[part]);
	return rc;
}

static int
prepare(struct edition_read *r, struct err *e)
{
	for (size_t i = 0; i < COUNT_OF(said_of_entry); i++)
		if (database_prepare(&r->said[i], r->db, said_of_entry[i],
			e) < 0)
			return -1;
	if (database_prepare(&r->entries, r->db, entries_sql, e) < 0 ||
	    database_prepare(&r->topics, r->db, topics_sql, e) < 0 ||
	    database_prepare(&r->title, r->db, title_sql, e) < 0)
		return -1;
	return database_prepare(&r->withdrawn, r->db, withdrawn_sql, e);
}

static void
finish(struct edition_read *r)
{
	for (size_t i = 0; i < COUNT_OF(said_of_entry); i++)
		sqlite3_finalize(r->said[i]); /* takes NULL */
	sqlite3_finalize(r->entries);
	sqlite3_finalize(r->topics);
	sqlite3_finalize(r->title);
	sqlite3_finalize(r->withdrawn);
}

/* NULL only when SQLite finds no memory, which its next step then says. */
static const char *
column_text(sqlite3_stmt *s, int column)
{
	const unsigned char *text = sqlite3_column_text(s, column);

	return text == NULL ? "" : (const char *)text;
}

static enum entry_kind
kind_of(const char *name)
{
	enum entry_kind kind = 0;

	while (kind + 1 < ENTRY_KINDS &&
	    strcmp(entry_kind_name(kind), name) != 0)
		kind++;
	return kind;
}

/* The first column of the only row of S for entry ID, if there is one. */
static int
read_text(const struct edition_read *r, sqlite3_stmt *s, int64_t id,
    struct arena *a, const char **out, struct err *e)
{
	int rc;

	*out = "";
	sqlite3_bind_int64(s, 1, id);
	rc = sqlite3_step(s);
	if (rc == SQLITE_ROW)
		*out = arena_strdup(a, column_text(s, 0));
	else if (rc != SQLITE_DONE)
		database_err(e, r->db, "compare");
	sqlite3_reset(s);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? 0 : -1;
}

/* The topics of SLUG, which wait in the statement that runs alongside. */
static int
add_topics(struct edition_read *r, const char *slug, struct hash_state *state,
    struct err *e)
{
	while (r->topics_rc == SQLITE_ROW) {
		int order = strcmp(column_text(r->topics, 0), slug);

		if (order > 0)
			return 0;
		if (order == 0)
			add_row(state, r->topics, 1);
		r->topics_rc = sqlite3_step(r->topics);
	}
	return r->topics_rc == SQLITE_DONE ? 0 :
					     database_err(e, r->db, "compare");
}

static int
read_entry(struct edition_read *r, int64_t id, struct found *f,
    struct arena *a, struct err *e)
{
	const char *withdrawn = NULL;
	struct hash_state state;

	hash_begin(&state);
	for (size_t i = 0; i < COUNT_OF(said_of_entry); i++) {
		sqlite3_bind_int64(r->said[i], 1, id);
		if (add_rows(&state, r->db, r->said[i], e) < 0)
			return -1;
	}
	if (add_topics(r, f->slug, &state, e) < 0 ||
	    read_text(r, r->title, id, a, &f->title, e) < 0 ||
	    read_text(r, r->withdrawn, id, a, &withdrawn, e) < 0)
		return -1;
	hash_end(&state, &f->sum);
	f->withdrawn = strcmp(withdrawn, "0") != 0;
	return 0;
}

static struct found *
next_found(struct edition_read *r, struct arena *a)
{
	if (r->count == r->room) {
		struct found *more;

		r->room = r->room == 0 ? 64 : 2 * r->room;
		more = arena_array(a, r->room, sizeof *more);
		if (r->count > 0)
			memcpy(more, r->list, r->count * sizeof *more);
		r->list = more;
	}
	return &r->list[r->count++];
}

static int
read_entries(struct edition_read *r, struct arena *a, struct err *e)
{
	int rc;

	r->topics_rc = sqlite3_step(r->topics);
	while ((rc = sqlite3_step(r->entries)) == SQLITE_ROW) {
		sqlite3_stmt *s = r->entries;
		struct found *f = next_found(r, a);

		f->slug = arena_strdup(a, column_text(s, 1));
		f->kind = kind_of(column_text(s, 2));
		if (read_entry(r, sqlite3_column_int64(s, 0), f, a, e) < 0)
			return -1;
	}
	return rc == SQLITE_DONE ? 0 : database_err(e, r->db, "compare");
}

static int
read_edition(struct edition_read *r, const char *lang, struct arena *a,
    struct err *e)
{
	int rc = prepare(r, e);

	if (rc == 0) {
		sqlite3_bind_text(r->title, 2, lang, -1, SQLITE_STATIC);
		rc = read_entries(r, a, e);
	}
	for (enum compare_part part = 0; rc == 0 && part < COMPARE_PARTS;
	     part++)
		rc = read_part(r, part, e);
	finish(r);
	return rc;
}

static void
add_compared(struct comparison *out, enum compare_change change,
    const struct found *f)
{
	out->list[out->count++] =
	    (struct compared){ change, f->kind, f->slug, f->title };
	out->counts[change]++;
}

/* One slug, as it was and as it is. */
static void
add_pair(struct comparison *out, const struct found *before,
    const struct found *now)
{
	if (hash_equal(&before->sum, &now->sum))
		out->same++;
	else if (now->withdrawn && !before->withdrawn)
		add_compared(out, COMPARE_WITHDRAWN, now);
	else
		add_compared(out, COMPARE_CHANGED, now);
}

/* Both lists are sorted by slug as bytes. */
static void
merge(struct comparison *out, const struct edition_read *old,
    const struct edition_read *new)
{
	size_t i = 0;
	size_t j = 0;

	while (i < old->count && j < new->count) {
		int order = strcmp(old->list[i].slug, new->list[j].slug);

		if (order < 0)
			add_compared(out, COMPARE_WITHDRAWN, &old->list[i++]);
		else if (order > 0)
			add_compared(out, COMPARE_NEW, &new->list[j++]);
		else
			add_pair(out, &old->list[i++], &new->list[j++]);
	}
	while (i < old->count)
		add_compared(out, COMPARE_WITHDRAWN, &old->list[i++]);
	while (j < new->count)
		add_compared(out, COMPARE_NEW, &new->list[j++]);
}

static int
compare_compared(const void *x, const void *y)
{
	const struct compared *a = x;
	const struct compared *b = y;

	if (a->change != b->change)
		return a->change < b->change ? -1 : 1;
	if ((a->kind == ENTRY_ALERT) != (b->kind == ENTRY_ALERT))
		return a->kind == ENTRY_ALERT ? -1 : 1;
	return strcmp(a->slug, b->slug);
}

int
catalog_compare(sqlite3 *old_db, sqlite3 *new_db, const char *lang,
    struct arena *a, struct comparison *out, struct err *e)
{
	struct edition_read old = { .db = old_db };
	struct edition_read new = { .db = new_db };

	*out = (struct comparison){ 0 };
	if (old_db != NULL && read_edition(&old, lang, a, e) < 0)
		return err_wrap(e, "the older edition");
	if (read_edition(&new, lang, a, e) < 0)
		return err_wrap(e, "the newer edition");
	out->list =
	    arena_array(a, old.count + new.count + 1, sizeof *out->list);
	merge(out, &old, &new);
	if (out->count > 1)
		qsort(out->list, out->count, sizeof *out->list,
		    compare_compared);
	for (size_t i = 0; i < COMPARE_PARTS; i++)
		out->parts[i] = old_db == NULL ||
		    !hash_equal(&old.parts[i], &new.parts[i]);
	return 0;
}

const char *
compare_change_name(enum compare_change change)
{
	static const char *const names[COMPARE_CHANGES] = {
		[COMPARE_NEW] = "new",
		[COMPARE_CHANGED] = "changed",
		[COMPARE_WITHDRAWN] = "withdrawn",
	};

	return names[change];
}

char
compare_change_sign(enum compare_change change)
{
	static const char signs[COMPARE_CHANGES] = {
		[COMPARE_NEW] = '+',
		[COMPARE_CHANGED] = '~',
		[COMPARE_WITHDRAWN] = '-',
	};

	return signs[change];
}
