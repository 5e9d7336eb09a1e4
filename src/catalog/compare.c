/*
 * Comparing editions: two lists of fingerprints, sorted by slug, are merged.
 * What is no entry is compared part by part.
 */
#include <config.h>

#include "catalog/compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "catalog/fingerprint.h"
#include "image/database.h"

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
	[COMPARE_FEES] = {
	    "SELECT f.origin,f.work,f.item,f.payer,f.covers,f.ceiling,"
	    "f.currency,f.per,f.country,f.reviewed,t.lang,t.law,t.note"
	    " FROM fee f JOIN fee_text t ON t.fee=f.id"
	    " ORDER BY 1,2,3,9,t.lang,t.law",
	    "SELECT f.origin,f.work,f.item,f.country,s.slug FROM fee_source x"
	    " JOIN fee f ON f.id=x.fee JOIN source s ON s.id=x.source"
	    " ORDER BY 1,2,3,4,5",
	},
	[COMPARE_NOTICES] = {
	    "SELECT key,value FROM meta WHERE key<>'created' ORDER BY key",
	},
};

static const char title_sql[] =
    "SELECT lang,title FROM text WHERE entry=?1 ORDER BY lang=?2 DESC,"
    "lang='es' DESC,lang='en' DESC,lang LIMIT 1";

struct side {
	sqlite3 *db; /* NULL for no edition */
	sqlite3_stmt *title;
	struct fingerprint *list;
	size_t count;
	struct hash parts[COMPARE_PARTS];
};

struct merging {
	const struct compare_job *job;
	struct side old;
	struct side new;
	struct comparison *out;
	struct arena *arena;
};

/* All rows of S, and how many there are. */
static int
add_rows(struct hash_state *state, sqlite3 *db, sqlite3_stmt *s,
    struct err *e)
{
	uint64_t rows = 0;
	int rc;

	while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
		fingerprint_row(state, s, 0);
		rows++;
	}
	hash_add(state, bytes_of(&rows, sizeof rows));
	return rc == SQLITE_DONE ? 0 : database_err(e, db, "compare");
}

static int
read_part(struct side *side, enum compare_part part, struct err *e)
{
	struct hash_state state;
	int rc = 0;

	hash_begin(&state);
	for (size_t i = 0; rc == 0 && i < COUNT_OF(said_of_part[part]); i++) {
		sqlite3_stmt *s = NULL;

		if (said_of_part[part][i] == NULL)
			break;
		rc = database_prepare(&s, side->db, said_of_part[part][i], e);
		if (rc == 0)
			rc = add_rows(&state, side->db, s, e);
		sqlite3_finalize(s);
	}
	hash_end(&state, &side->parts[part]);
	return rc;
}

static int
read_side(struct side *side, const char *const *plan,
    const struct compare_job *job, struct arena *a, struct err *e)
{
	if (side->db == NULL)
		return 0;
	if (database_prepare(&side->title, side->db, title_sql, e) < 0 ||
	    fingerprint_entries(&side->list, &side->count, side->db, plan,
		job->progress, a, e) < 0)
		return -1;
	for (enum compare_part part = 0; part < COMPARE_PARTS; part++)
		if (read_part(side, part, e) < 0)
			return -1;
	return 0;
}

static int
find_title(struct compared *out, const struct side *side, int64_t id,
    const char *lang, struct arena *a, struct err *e)
{
	sqlite3_stmt *s = side->title;
	int rc;

	sqlite3_bind_int64(s, 1, id);
	sqlite3_bind_text(s, 2, lang, -1, SQLITE_STATIC);
	rc = sqlite3_step(s);
	if (rc == SQLITE_ROW) {
		out->lang = arena_strdup(a, database_text(s, 0));
		out->title = arena_strdup(a, database_text(s, 1));
	} else if (rc != SQLITE_DONE) {
		database_err(e, side->db, "title");
	}
	sqlite3_reset(s);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? 0 : -1;
}

/* Note CHANGE of F, which stands in SIDE. */
static int
add_change(struct merging *m, enum compare_change change,
    const struct side *side, const struct fingerprint *f, struct err *e)
{
	struct compared *c = &m->out->list[m->out->count++];

	*c = (struct compared){ .change = change, .kind = f->kind,
		.slug = f->slug, .lang = "", .title = f->slug };
	m->out->counts[f->kind][change]++;
	return find_title(c, side, f->id, m->job->lang, m->arena, e);
}

/* One slug, as it was and as it is. */
static int
add_pair(struct merging *m, const struct fingerprint *before,
    const struct fingerprint *now, struct err *e)
{
	if (memcmp(before->sum, now->sum, sizeof now->sum) == 0) {
		m->out->same++;
		return 0;
	}
	return add_change(m, now->withdrawn && !before->withdrawn ?
		COMPARE_WITHDRAWN : COMPARE_CHANGED, &m->new, now, e);
}

static int
merge(struct merging *m, struct err *e)
{
	const struct side *old = &m->old;
	const struct side *new = &m->new;
	size_t i = 0;
	size_t j = 0;
	int rc = 0;

	while (rc == 0 && (i < old->count || j < new->count)) {
		int order = i == old->count ? 1 : j == new->count ? -1 :
		    strcmp(old->list[i].slug, new->list[j].slug);

		if (order < 0)
			rc = add_change(m, COMPARE_WITHDRAWN, old,
			    &old->list[i++], e);
		else if (order > 0)
			rc = add_change(m, COMPARE_NEW, new, &new->list[j++],
			    e);
		else
			rc = add_pair(m, &old->list[i++], &new->list[j++], e);
	}
	return rc;
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

static int
compare_sides(struct merging *m, struct err *e)
{
	struct comparison *out = m->out;
	const char **plan = NULL;

	if (fingerprint_plan(&plan, m->arena, e) < 0)
		return -1;
	if (read_side(&m->old, plan, m->job, m->arena, e) < 0)
		return err_wrap(e, "the older edition");
	if (read_side(&m->new, plan, m->job, m->arena, e) < 0)
		return err_wrap(e, "the newer edition");
	out->list = arena_array(m->arena, m->old.count + m->new.count + 1,
	    sizeof *out->list);
	if (merge(m, e) < 0)
		return -1;
	if (out->count > 1)
		qsort(out->list, out->count, sizeof *out->list,
		    compare_compared);
	for (size_t i = 0; i < COMPARE_PARTS; i++)
		out->parts[i] = m->old.db == NULL ||
		    !hash_equal(&m->old.parts[i], &m->new.parts[i]);
	return 0;
}

int
catalog_compare(struct comparison *out, const struct compare_job *job,
    struct arena *a, struct err *e)
{
	struct merging m = { .job = job, .out = out, .arena = a,
		.old.db = job->old, .new.db = job->new };
	int rc;

	*out = (struct comparison){ 0 };
	rc = compare_sides(&m, e);
	sqlite3_finalize(m.old.title); /* takes NULL */
	sqlite3_finalize(m.new.title);
	return rc;
}

void
compare_add(struct comparison *c, const struct compared *one, struct arena *a)
{
	struct compared *more = arena_array(a, c->count + 1, sizeof *more);

	if (c->count > 0)
		memcpy(more, c->list, c->count * sizeof *more);
	more[c->count++] = *one;
	c->list = more;
	c->counts[one->kind][one->change]++;
	qsort(c->list, c->count, sizeof *c->list, compare_compared);
}

size_t
compare_sum(const struct comparison *c, enum compare_change change)
{
	size_t sum = 0;

	for (size_t kind = 0; kind < ENTRY_KINDS; kind++)
		sum += c->counts[kind][change];
	return sum;
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
