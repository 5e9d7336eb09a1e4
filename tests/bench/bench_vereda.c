/*
 * Our engine (peer.h): a bundle, opened as the kiosk opens one of its store;
 * VEREDA_ROOT in the environment says whose signature counts.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "bundle/bundle.h"
#include "catalog/catalog.h"
#include "image/database.h"

#include "peer.h"

static struct trust *trust;
static struct bundle *bundle;
static struct catalog *catalog;

static int
tell(const struct err *e)
{
	fprintf(stderr, "bench-vereda: %s\n", e->text);
	return -1;
}

static int
open_bundle(const char *file)
{
	static const struct edition edition = { .channel = "crm",
		.epoch = 1, .sequence = 1 };
	const char *root = getenv("VEREDA_ROOT");
	struct err e = { 0 };
	sqlite3 *db = NULL;

	catalog = catalog_new();
	if (root == NULL || hash_init(&e) < 0 ||
	    trust_load(&trust, root, &e) < 0 ||
	    bundle_open(&bundle, file, trust, &e) < 0 ||
	    database_open_image(&db, bundle_image(bundle), DATABASE_SCREEN,
		&e) < 0 ||
	    catalog_add(catalog, db, &edition, &e) < 0)
		return tell(&e);
	return 0;
}

static void
close_bundle(void)
{
	catalog_free(catalog);
	bundle_close(bundle);
	trust_free(trust);
}

static long
article(const char *id)
{
	struct arena *a = arena_new();
	struct ref ref = { 0 };
	struct entry entry = { 0 };
	struct err e = { 0 };
	long bytes = -1;

	if (catalog_find_entry(catalog, id, &ref, &e) < 0 ||
	    catalog_entry(catalog, ref, "en", a, &entry, &e) < 0)
		tell(&e);
	else
		bytes = (long)strlen(entry.markdown);
	arena_free(a);
	return bytes;
}

static long
search(const char *lang, const char *words, bool prefix, size_t limit)
{
	struct arena *a = arena_new();
	struct search_result found = { 0 };
	struct err e = { 0 };
	long count = -1;

	(void)prefix; /* the last word always is one */
	if (catalog_search(catalog, words, lang, limit, a, &found, &e) < 0)
		tell(&e);
	else
		count = (long)found.list.count;
	arena_free(a);
	return count;
}

static int
verify(void)
{
	struct err e = { 0 };

	return bundle_verify(bundle, NULL, &e) < 0 ? tell(&e) : 0;
}

const struct peer peer = { open_bundle, close_bundle, article, search,
	verify };
