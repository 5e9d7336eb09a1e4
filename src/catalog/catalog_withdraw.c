/*
 * Entries that an alert channel withdraws.  Which channels are alert channels
 * is the word of who keeps the kiosk (vereda.conf): a site's own key, stolen,
 * must not be able to hide an emergency number of the regional base.  So
 * little as one edition may withdraw, an alert stands for each of them.
 */
#include <config.h>

#include <string.h>

#include "base/log.h"
#include "catalog/catalog_internal.h"
#include "catalog/schema.h"
#include "image/database.h"

const struct statement_text catalog_withdraw_statements[] = {
	{ ST_SLUG, "SELECT e.slug,t.lang,t.title FROM entry e"
		   " JOIN text t ON t.entry=e.id WHERE e.id=?1" BY_LANGUAGE(
		       "t.lang", "?2") },
	/* An alert that was taken back takes nothing from anybody. */
	{ ST_WITHDRAWS,
	    "SELECT w.entry FROM withdraws w JOIN alert a ON a.entry=w.entry"
	    " WHERE w.slug=?1 AND NOT EXISTS(SELECT 1 FROM text t"
	    " WHERE t.entry=w.entry AND t.withdrawn<>'')"
	    " ORDER BY a.effective DESC,w.entry LIMIT 1" },
	{ ST_COUNT, NULL },
};

int
catalog_find_withdraws(struct channel *ch, struct err *e)
{
	sqlite3_stmt *s = NULL;
	int count = 0;
	int rc;

	if (!ch->edition.alerts)
		return 0;
	if (database_prepare(&s, ch->db, "SELECT count(*) FROM withdraws",
		e) < 0)
		return -1;
	if (sqlite3_step(s) == SQLITE_ROW)
		count = sqlite3_column_int(s, 0);
	rc = sqlite3_finalize(s);
	if (count > SCHEMA_WITHDRAWS_MAX)
		log_line("channel %s withdraws %d entries, more than %d: none",
		    ch->name, count, SCHEMA_WITHDRAWS_MAX);
	ch->withdraws = count > 0 && count <= SCHEMA_WITHDRAWS_MAX;
	return rc == SQLITE_OK ? 0 : database_err(e, ch->db, "withdraws");
}

int
catalog_withdrawer(struct catalog *c, size_t channel, const char *slug,
    struct ref *out, struct err *e)
{
	int64_t created = c->channels[channel].edition.created;

	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < c->count && out->row == 0; i++) {
		const struct channel *ch = &c->channels[i];
		struct query q;

		if (i == channel || !ch->withdraws ||
		    ch->edition.created <= created)
			continue;
		query_begin(&q, ch, ST_WITHDRAWS);
		query_text(&q, 1, slug);
		while (query_row(&q))
			*out = (struct ref){ (uint16_t)i,
				query_get_row(&q, 0) };
		if (query_end(&q, e) < 0)
			return -1;
	}
	return 0;
}

int
catalog_withdrawal(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct withdrawal *out, bool *found, struct err *e)
{
	struct ref by = { 0 };
	struct query q;

	memset(out, 0, sizeof *out);
	*found = false;
	if (ref.channel >= c->count)
		return 0;
	query_begin(&q, &c->channels[ref.channel], ST_SLUG);
	query_number(&q, 1, ref.row);
	query_text(&q, 2, lang);
	while (query_row(&q)) {
		out->slug = query_get(&q, 0, a);
		out->lang = query_get(&q, 1, a);
		out->title = query_get(&q, 2, a);
	}
	if (query_end(&q, e) < 0)
		return -1;
	if (out->slug == NULL)
		return 0;
	if (catalog_withdrawer(c, ref.channel, out->slug, &by, e) < 0)
		return -1;
	return by.row == 0 ? 0 :
	    catalog_head(c, by, lang, a, &out->alert, found, e);
}
