/*
 * Comparing editions.  Both list their entries by slug; what stands in both
 * is the same if a hash over all that an entry says is.
 */
#include <config.h>

#include "load/load_compare.h"

#include <libintl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "image/database.h"

#define _(text) gettext(text)

static const char *const kinds[COMPARE_KINDS] = {
	[COMPARE_ARTICLE] = "article",
	[COMPARE_ALERT] = "alert",
	[COMPARE_SERVICE] = "service",
};

/* All that an entry says; ?1 is its id.  No numbers of rows: those change
 * when another entry comes. */
static const char *const parts[] = {
	"SELECT kind,status,confidence,reviewed,review_by FROM entry"
	" WHERE id=?1",
	"SELECT lang,title,summary,withdrawn FROM text WHERE entry=?1"
	" ORDER BY lang",
	"SELECT lang,markdown FROM body WHERE entry=?1 ORDER BY lang",
	"SELECT country FROM entry_country WHERE entry=?1 ORDER BY country",
	"SELECT fact FROM entry_fact WHERE entry=?1 ORDER BY fact",
	"SELECT event,severity,urgency,certainty,effective,expires FROM alert"
	" WHERE entry=?1",
	"SELECT type,country,languages,cost,anonymous,url,checked"
	" FROM service WHERE entry=?1",
	"SELECT lang,hours,eligibility FROM service_text WHERE entry=?1"
	" ORDER BY lang",
	"SELECT position,number FROM service_phone WHERE entry=?1"
	" ORDER BY position",
	"SELECT position,lang,note FROM service_phone_text WHERE entry=?1"
	" ORDER BY position,lang",
};

enum { STATEMENT_LIST, STATEMENT_TITLE, STATEMENT_TAKEN_BACK, STATEMENTS };

static const char *const statements[STATEMENTS] = {
	[STATEMENT_LIST] = "SELECT id,slug,kind FROM entry ORDER BY slug",
	[STATEMENT_TITLE] = ("SELECT lang,title FROM text WHERE entry=?1"
	    " ORDER BY lang=?2 DESC,lang='es' DESC,lang='en' DESC,lang"
	    " LIMIT 1"),
	[STATEMENT_TAKEN_BACK] = ("SELECT 1 FROM text WHERE entry=?1"
	    " AND withdrawn<>'' LIMIT 1"),
};

/* One of the two, and the entry at which it stands. */
struct side {
	sqlite3 *db; /* NULL for none */
	sqlite3_stmt *parts[COUNT_OF(parts)];
	sqlite3_stmt *statements[STATEMENTS];
	bool ended;
	int64_t id;
	char *slug;
	enum compare_kind kind;
};

static int
side_prepare(struct side *s, sqlite3 *db, struct err *e)
{
	s->db = db;
	s->ended = db == NULL;
	if (db == NULL)
		return 0;
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (database_prepare(&s->parts[i], db, parts[i], e) < 0)
			return -1;
	for (size_t i = 0; i < STATEMENTS; i++)
		if (database_prepare(&s->statements[i], db, statements[i], e) <
		    0)
			return -1;
	return 0;
}

static bool
find_kind(enum compare_kind *out, const char *name)
{
	int kind = 0;

	while (kind < COMPARE_KINDS && strcmp(kinds[kind], name) != 0)
		kind++;
	*out = (enum compare_kind)kind;
	return kind < COMPARE_KINDS;
}

static const char *
column(sqlite3_stmt *st, int n)
{
	const unsigned char *text = sqlite3_column_text(st, n);

	return text != NULL ? (const char *)text : "";
}

/* To the next entry of a kind that we know. */
static int
side_next(struct side *s, struct err *e)
{
	sqlite3_stmt *st = s->statements[STATEMENT_LIST];
	int rc = SQLITE_DONE;

	free(s->slug);
	s->slug = NULL;
	if (s->ended)
		return 0;
	while ((rc = sqlite3_step(st)) == SQLITE_ROW)
		if (find_kind(&s->kind, column(st, 2)))
			break;
	if (rc == SQLITE_ROW) {
		s->id = sqlite3_column_int64(st, 0);
		s->slug = xstrdup(column(st, 1));
		return 0;
	}
	s->ended = true;
	return rc == SQLITE_DONE ? 0 : database_err(e, s->db, "entries");
}

static void
add_number(struct hash_state *h, uint64_t number)
{
	uint8_t bytes[8];

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (uint8_t)(number >> (8 * i));
	hash_add(h, bytes_of(bytes, sizeof bytes));
}

/* Each column with its length, each part with how many rows it has. */
static int
add_part(struct hash_state *h, struct side *s, sqlite3_stmt *st,
    struct err *e)
{
	uint64_t rows = 0;
	int rc = sqlite3_bind_int64(st, 1, s->id);

	while (rc == SQLITE_OK && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		for (int n = 0; n < sqlite3_column_count(st); n++) {
			struct bytes b = bytes_of_text(column(st, n));

			add_number(h, b.len);
			hash_add(h, b);
		}
		rows++;
		rc = SQLITE_OK;
	}
	add_number(h, rows);
	sqlite3_reset(st);
	return rc == SQLITE_DONE ? 0 : database_err(e, s->db, "an entry");
}

static int
side_hash(struct side *s, struct hash *out, struct err *e)
{
	struct hash_state h;

	hash_begin(&h);
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (add_part(&h, s, s->parts[i], e) < 0)
			return -1;
	hash_end(&h, out);
	return 0;
}

static int
is_taken_back(bool *out, struct side *s, struct err *e)
{
	sqlite3_stmt *st = s->statements[STATEMENT_TAKEN_BACK];
	int rc = sqlite3_bind_int64(st, 1, s->id);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(st);
	*out = rc == SQLITE_ROW && s->kind == COMPARE_ALERT;
	sqlite3_reset(st);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ?
	    0 : database_err(e, s->db, "withdrawn");
}

/* Count it and tell of it, with the title that SIDE has. */
static int
report(struct compare *out, const struct compare_job *job, struct side *s,
    enum compare_sign sign, struct err *e)
{
	sqlite3_stmt *st = s->statements[STATEMENT_TITLE];
	struct compare_change change = { .kind = s->kind, .sign = sign,
		.slug = s->slug, .lang = "", .title = s->slug };
	int rc;

	out->counts[s->kind][sign]++;
	if (job->each == NULL)
		return 0;
	rc = sqlite3_bind_int64(st, 1, s->id);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_text(st, 2, job->lang, -1, SQLITE_STATIC);
	if (rc == SQLITE_OK)
		rc = sqlite3_step(st);
	if (rc == SQLITE_ROW) {
		change.lang = column(st, 0);
		change.title = column(st, 1);
	}
	if (rc == SQLITE_ROW || rc == SQLITE_DONE)
		job->each(job->context, &change);
	else
		database_err(e, s->db, "title");
	sqlite3_reset(st);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? 0 : -1;
}

/* Both sides have the slug. */
static int
compare_entry(struct compare *out, const struct compare_job *job,
    struct side *old, struct side *new, struct err *e)
{
	struct hash before;
	struct hash after;
	bool was_taken = false;
	bool is_taken = false;

	if (side_hash(old, &before, e) < 0 || side_hash(new, &after, e) < 0)
		return -1;
	if (hash_equal(&before, &after))
		return 0;
	if (is_taken_back(&was_taken, old, e) < 0 ||
	    is_taken_back(&is_taken, new, e) < 0)
		return -1;
	return report(out, job, new, is_taken && !was_taken ?
		COMPARE_WITHDRAWN : COMPARE_CHANGED, e);
}

/* One step of the merge of two sorted lists. */
static int
step(struct compare *out, const struct compare_job *job, struct side *old,
    struct side *new, struct err *e)
{
	int order = old->ended ? 1 : new->ended ? -1 :
	    strcmp(old->slug, new->slug);

	if (order == 0 && compare_entry(out, job, old, new, e) < 0)
		return -1;
	if (order < 0 && report(out, job, old, COMPARE_WITHDRAWN, e) < 0)
		return -1;
	if (order > 0 && report(out, job, new, COMPARE_NEW, e) < 0)
		return -1;
	if (order <= 0 && side_next(old, e) < 0)
		return -1;
	return order >= 0 ? side_next(new, e) : 0;
}

int
compare_editions(struct compare *out, const struct compare_job *job,
    struct err *e)
{
	struct side old = { 0 };
	struct side new = { 0 };
	int rc = -1;

	*out = (struct compare){ 0 };
	if (side_prepare(&old, job->old, e) < 0 ||
	    side_prepare(&new, job->new, e) < 0 || side_next(&old, e) < 0 ||
	    side_next(&new, e) < 0)
		goto out;
	while (!old.ended || !new.ended) {
		progress_tell(job->progress, _("Comparing"), 0, 1);
		if (step(out, job, &old, &new, e) < 0)
			goto out;
	}
	rc = 0;
out:
	free(old.slug);
	free(new.slug);
	return rc;
}

unsigned
compare_sum(const struct compare *c, enum compare_sign sign)
{
	unsigned sum = 0;

	for (int kind = 0; kind < COMPARE_KINDS; kind++)
		sum += c->counts[kind][sign];
	return sum;
}

const char *
compare_kind_name(enum compare_kind kind)
{
	return kinds[kind];
}
