/*
 * Fingerprints of entries.  The hash of each row is added to the sum of its
 * entry, so rows may come in whatever order the table has them and nothing is
 * sorted.  It must withstand chance, not an attack: who signs an edition may
 * say in it what he likes.
 */
#include <config.h>

#include "catalog/fingerprint.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "catalog/catalog.h"
#include "catalog/schema.h"
#include "image/database.h"

#define _(text) gettext(text)

#define ROWS_A_TELL 256 /* rows between two words about progress */

/*
 * The rules of fingerprint.h.  Says for each table of our own schema that has
 * a column "entry" how it is read; the names in it are ours, not foreign.
 */
static const char plan_sql[] =
    "WITH say(name, id, words) AS (SELECT m.name,"
    " CASE WHEN m.name='entry' AND c.name='id' THEN 'x.id'"
    "  WHEN c.name='entry' THEN 'x.entry' END,"
    " CASE WHEN c.name IN ('id','entry') THEN NULL"
    "  WHEN c.type<>'INTEGER' THEN 'x.'||c.name"
    "  WHEN c.name='target' OR EXISTS(SELECT 1 FROM"
    "   pragma_table_info(c.name) WHERE name='entry')"
    "   THEN '(SELECT slug FROM entry WHERE id=x.'||c.name||')'"
    "  WHEN EXISTS(SELECT 1 FROM pragma_table_info(c.name)"
    "   WHERE name='slug') THEN (SELECT group_concat('(SELECT '||p.name||"
    "   ' FROM '||c.name||' WHERE id=x.'||c.name||')')"
    "   FROM pragma_table_info(c.name) p WHERE p.type='TEXT')"
    "  ELSE 'x.'||c.name END"
    " FROM sqlite_schema m, pragma_table_info(m.name) c"
    " WHERE m.type='table')"
    "SELECT 'SELECT '||max(id)||','''||name||''''||"
    " ifnull(','||group_concat(words),'')||' FROM '||name||' x'"
    " FROM say GROUP BY name HAVING max(id) IS NOT NULL";

static const char entries_sql[] =
    "SELECT id,slug,kind,EXISTS(SELECT 1 FROM text WHERE text.entry=entry.id"
    " AND withdrawn<>'') FROM entry ORDER BY id";

/* The entries of one edition, in the order of their ids. */
struct reading {
	sqlite3 *db;
	struct fingerprint *list;
	size_t count;
	size_t room;
};

/* The rows of S, which are one column of text, as a list. */
static int
collect(const char ***out, sqlite3 *db, sqlite3_stmt *s, struct arena *a,
    struct err *e)
{
	size_t count = 0;
	size_t room = 0;
	int rc;

	while ((rc = sqlite3_step(s)) == SQLITE_ROW)
		room++;
	*out = arena_array(a, room + 1, sizeof **out); /* all NULL */
	sqlite3_reset(s);
	while (rc == SQLITE_DONE && sqlite3_step(s) == SQLITE_ROW &&
	    count < room)
		(*out)[count++] = arena_strdup(a, database_text(s, 0));
	return rc == SQLITE_DONE && count == room ?
	    0 : database_err(e, db, "plan");
}

int
fingerprint_plan(const char ***out, struct arena *a, struct err *e)
{
	sqlite3_stmt *s = NULL;
	sqlite3 *db = NULL;
	int rc = -1;

	*out = NULL;
	if (database_open_memory(&db, e) < 0)
		return -1;
	if (schema_create(db, e) == 0 &&
	    database_prepare(&s, db, plan_sql, e) == 0)
		rc = collect(out, db, s, a, e);
	database_close(db);
	return rc;
}

static struct fingerprint *
next_entry(struct reading *r, struct arena *a)
{
	if (r->count == r->room) {
		struct fingerprint *more;

		r->room = r->room == 0 ? 64 : 2 * r->room;
		more = arena_array(a, r->room, sizeof *more);
		if (r->count > 0)
			memcpy(more, r->list, r->count * sizeof *more);
		r->list = more;
	}
	return &r->list[r->count++];
}

static int
read_entries(struct reading *r, struct arena *a, struct err *e)
{
	sqlite3_stmt *s = NULL;
	int rc;

	if (database_prepare(&s, r->db, entries_sql, e) < 0)
		return -1;
	while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
		enum entry_kind kind = entry_kind_find(database_text(s, 2));
		struct fingerprint *f;

		if (kind == ENTRY_KINDS)
			continue;
		f = next_entry(r, a);
		f->id = sqlite3_column_int64(s, 0);
		f->slug = arena_strdup(a, database_text(s, 1));
		f->kind = kind;
		f->withdrawn = sqlite3_column_int(s, 3) != 0;
	}
	sqlite3_finalize(s);
	return rc == SQLITE_DONE ? 0 : database_err(e, r->db, "entries");
}

static int
compare_ids(const void *x, const void *y)
{
	const struct fingerprint *a = x;
	const struct fingerprint *b = y;

	return a->id < b->id ? -1 : a->id > b->id;
}

static int
compare_slugs(const void *x, const void *y)
{
	const struct fingerprint *a = x;
	const struct fingerprint *b = y;

	return strcmp(a->slug, b->slug);
}

void
fingerprint_row(struct hash_state *state, sqlite3_stmt *s, int first)
{
	for (int i = first; i < sqlite3_column_count(s); i++) {
		struct bytes b = bytes_of_text(database_text(s, i));

		hash_add(state, bytes_of(&b.len, sizeof b.len));
		hash_add(state, b);
	}
}

static void
add_row(struct fingerprint *f, sqlite3_stmt *s)
{
	struct hash_state state;
	struct hash row;
	uint64_t words[FINGERPRINT_WORDS];

	hash_begin(&state);
	fingerprint_row(&state, s, 1);
	hash_end(&state, &row);
	memcpy(words, row.bytes, sizeof words);
	for (size_t i = 0; i < FINGERPRINT_WORDS; i++)
		f->sum[i] += words[i];
}

/* One table from its beginning to its end; rows of nobody are passed over. */
static int
read_table(struct reading *r, const char *sql,
    const struct progress *progress, struct err *e)
{
	sqlite3_stmt *s = NULL;
	uint64_t rows = 0;
	int rc;

	if (database_prepare(&s, r->db, sql, e) < 0)
		return -1;
	while ((rc = sqlite3_step(s)) == SQLITE_ROW) {
		struct fingerprint key = { .id = sqlite3_column_int64(s, 0) };
		struct fingerprint *f = r->count == 0 ? NULL :
		    bsearch(&key, r->list, r->count, sizeof *r->list,
			compare_ids);

		if (f != NULL)
			add_row(f, s);
		if (rows++ % ROWS_A_TELL == 0)
			progress_tell(progress, _("Comparing"), 0, 1);
	}
	sqlite3_finalize(s);
	return rc == SQLITE_DONE ? 0 : database_err(e, r->db, "compare");
}

int
fingerprint_entries(struct fingerprint **out, size_t *count, sqlite3 *db,
    const char *const *plan, const struct progress *progress,
    struct arena *a, struct err *e)
{
	struct reading r = { .db = db };

	*out = NULL;
	*count = 0;
	if (read_entries(&r, a, e) < 0)
		return -1;
	for (; *plan != NULL; plan++)
		if (read_table(&r, *plan, progress, e) < 0)
			return -1;
	if (r.count > 1)
		qsort(r.list, r.count, sizeof *r.list, compare_slugs);
	*out = r.list;
	*count = r.count;
	return 0;
}
