/*
 * Withdrawals, as staff see them before they install them: the kiosk's own
 * catalog of the new edition above the others says what would go.
 */
#include <config.h>

#include "load/load_withdraw.h"

#include <string.h>

#include "base/log.h"
#include "catalog/catalog.h"
#include "catalog/schema.h"
#include "image/database.h"
#include "load/load_catalog.h"

/* Of an alert that was not taken back. */
#define WITHDRAWS_SQL \
	"SELECT DISTINCT w.slug FROM withdraws w WHERE NOT EXISTS(SELECT 1" \
	" FROM text t WHERE t.entry=w.entry AND t.withdrawn<>'')"

/* What one edition withdraws. */
struct slugs {
	const char *list[SCHEMA_WITHDRAWS_MAX];
	size_t count;
};

/* Of too many a kiosk heeds none. */
static int
slugs_read(struct slugs *out, sqlite3 *db, struct arena *a, struct err *e)
{
	sqlite3_stmt *st = NULL;
	size_t rows = 0;
	int rc;

	out->count = 0;
	if (db == NULL)
		return 0;
	if (database_prepare(&st, db, WITHDRAWS_SQL, e) < 0)
		return -1;
	for (; (rc = sqlite3_step(st)) == SQLITE_ROW; rows++)
		if (rows < SCHEMA_WITHDRAWS_MAX)
			out->list[rows] = arena_strdup(a,
			    database_text(st, 0));
	if (rc != SQLITE_DONE)
		database_err(e, db, "withdraws");
	sqlite3_finalize(st);
	out->count = rows <= SCHEMA_WITHDRAWS_MAX ? rows : 0;
	return rc == SQLITE_DONE ? 0 : -1;
}

static bool
slugs_have(const struct slugs *slugs, const char *slug)
{
	for (size_t i = 0; i < slugs->count; i++)
		if (strcmp(slugs->list[i], slug) == 0)
			return true;
	return false;
}

/* What is told of each entry. */
struct telling {
	struct comparison *out;
	enum compare_change change;
	const char *lang;
	struct arena *arena;
};

/* The entry SLUG of O, if it has one. */
static int
add_entry(const struct telling *t, struct catalog *o, const char *slug,
    struct err *e)
{
	struct compared one = { .change = t->change };
	struct entry entry;
	struct ref ref;

	if (catalog_find_entry(o, slug, &ref, e) < 0)
		return -1;
	if (ref.row == 0)
		return 0;
	if (catalog_entry(o, ref, t->lang, t->arena, &entry, e) < 0)
		return -1;
	one.kind = entry.head.kind;
	one.slug = entry.head.slug;
	one.lang = entry.head.lang;
	one.title = entry.head.title;
	compare_add(t->out, &one, t->arena);
	return 0;
}

static int
add_all(const struct telling *t, struct catalog *o,
    const struct slugs *slugs, const struct slugs *except, struct err *e)
{
	for (size_t i = 0; i < slugs->count; i++)
		if (!slugs_have(except, slugs->list[i]) &&
		    add_entry(t, o, slugs->list[i], e) < 0)
			return -1;
	return 0;
}

static int
tell_both(struct telling *t, struct catalog *o, const struct slugs *old,
    const struct slugs *new, struct err *e)
{
	t->change = COMPARE_WITHDRAWN;
	if (add_all(t, o, new, old, e) < 0)
		return -1;
	t->change = COMPARE_NEW;
	return add_all(t, o, old, new, e);
}

/* One that is rotten must not keep out an alert: less is told then. */
static void
tell_other(struct telling *t, const struct store *s, const struct stored *x,
    const struct slugs *old, const struct slugs *new)
{
	struct load_catalog other = { .count = 0 }; /* alone in it */
	struct err e = { 0 };

	if (load_catalog_add(&other, s, x, &e) < 0 ||
	    tell_both(t, other.catalog, old, new, &e) < 0)
		log_line("%s: %s", x->name, e.text);
	load_catalog_close(&other);
}

int
load_withdraw(struct comparison *out, const struct store *s,
    const struct bundle *b, const struct compare_job *job, struct arena *a,
    struct err *e)
{
	struct telling t = { .out = out, .lang = job->lang, .arena = a };
	const struct head *h = bundle_head(b);
	struct slugs old;
	struct slugs new;

	if (slugs_read(&old, job->old, a, e) < 0 ||
	    slugs_read(&new, job->new, a, e) < 0)
		return -1;
	for (size_t n = 0; n < store_count(s); n++) {
		const struct stored *x = store_edition(s, n);

		if (store_shown(s, x->channel, NULL) == x &&
		    strcmp(x->channel, h->channel) != 0 &&
		    x->dates.created < h->created)
			tell_other(&t, s, x, &old, &new);
	}
	return 0;
}
