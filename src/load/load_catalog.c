/*
 * From a store to a catalog.
 */
#include <config.h>

#include "load/load_catalog.h"

#include "base/log.h"
#include "load/load_database.h"

int
load_catalog_add(struct load_catalog *c, const struct store *s,
    const struct stored *x, struct err *e)
{
	const struct edition edition = { .channel = x->channel,
		.epoch = x->epoch,
		.sequence = x->sequence,
		.created = x->dates.created };
	struct bundle *b = NULL;
	sqlite3 *db = NULL;

	if (c->catalog == NULL)
		c->catalog = catalog_new();
	if (c->count == CATALOG_CHANNELS_MAX)
		return err_set(e, ERR_LIMIT, "more than %d channels",
		    CATALOG_CHANNELS_MAX);
	if (store_open_edition(s, x, &b, e) < 0)
		return -1;
	c->bundles[c->count++] = b;
	if (load_database_open(&db, b, e) < 0)
		return -1;
	return catalog_add(c->catalog, db, &edition, e);
}

void
load_catalog_add_shown(struct load_catalog *c, const struct store *s)
{
	for (size_t n = 0; n < store_count(s); n++) {
		const struct stored *x = store_edition(s, n);
		struct err e = { 0 };

		if (store_shown(s, x->channel, NULL) == x &&
		    load_catalog_add(c, s, x, &e) < 0)
			log_line("%s: %s", x->name, e.text);
	}
}

void
load_catalog_close(struct load_catalog *c)
{
	catalog_free(c->catalog); /* its databases lie in the bundles */
	for (size_t i = 0; i < c->count; i++)
		bundle_close(c->bundles[i]);
}
