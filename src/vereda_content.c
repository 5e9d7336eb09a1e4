/*
 * From files to a catalog: authenticate, open, add.
 */
#include <config.h>

#include "vereda_content.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/mem.h"
#include "image/database.h"

int
content_trust(struct content *c, const char *path, struct err *e)
{
	return trust_load(&c->trust, path, e);
}

/* Is A a later edition than B of the same channel? */
static bool
is_newer(const struct head *a, const struct head *b)
{
	return a->epoch != b->epoch ? a->epoch > b->epoch
				    : a->sequence > b->sequence;
}

/* Where the channel of HEAD stands, or the first free place. */
static size_t
find_channel(const struct content *c, const struct head *head)
{
	size_t n = 0;

	while (n < c->count && strcmp(bundle_head(c->bundles[n])->channel,
				   head->channel) != 0)
		n++;
	return n;
}

/* Takes B, also when this fails. */
static int
add_bundle(struct content *c, struct bundle *b, struct err *e)
{
	size_t n = find_channel(c, bundle_head(b));

	if (n == CATALOG_CHANNELS_MAX) {
		bundle_close(b);
		return err_set(e, ERR_LIMIT, "more than %d channels",
		    CATALOG_CHANNELS_MAX);
	}
	if (n == c->count) {
		c->count++;
	} else if (!is_newer(bundle_head(b), bundle_head(c->bundles[n]))) {
		bundle_close(b);
		return 0;
	}
	bundle_close(c->bundles[n]);
	c->bundles[n] = b;
	return 0;
}

int
content_add(struct content *c, const char *path, struct err *e)
{
	struct bundle *b = NULL;

	if (bundle_open(&b, path, c->trust, e) < 0)
		return -1;
	if (bundle_verify(b, NULL, e) < 0) {
		bundle_close(b);
		return -1;
	}
	return add_bundle(c, b, e);
}

/* What lies in the store was verified whole when it was installed. */
static int
add_stored(struct content *c, const char *path, struct err *e)
{
	struct bundle *b = NULL;

	if (bundle_open(&b, path, c->trust, e) < 0)
		return -1;
	return add_bundle(c, b, e);
}

int
content_add_store(struct content *c, const char *dir, struct err *e)
{
	char *pattern = xasprintf("%s/*.vereda", dir);
	glob_t found = { 0 };
	struct err first = { 0 };

	if (glob(pattern, 0, NULL, &found) != 0)
		found.gl_pathc = 0;
	free(pattern);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		struct err one = { 0 };

		if (add_stored(c, found.gl_pathv[i], &one) == 0)
			continue;
		log_line("%s: %s %s", found.gl_pathv[i], err_name(one.code),
		    one.text);
		if (first.text[0] == '\0')
			first = one;
	}
	globfree(&found);
	if (c->count > 0)
		return 0;
	if (first.text[0] == '\0')
		return err_set(e, ERR_NOT_FOUND, "no bundle in %s", dir);
	*e = first;
	return -1;
}

static int
add_to_catalog(struct content *c, struct bundle *b, struct err *e)
{
	const struct head *head = bundle_head(b);
	struct edition edition = {
		.channel = head->channel,
		.epoch = head->epoch,
		.sequence = head->sequence,
		.created = head->created,
		.stale_after = head->stale_after,
		.expires = head->expires,
	};
	sqlite3 *db = NULL;

	if (database_open_image(&db, bundle_image(b), DATABASE_SCREEN, e) < 0)
		return -1;
	return catalog_add(c->catalog, db, &edition, e);
}

int
content_ready(struct content *c, struct err *e)
{
	c->catalog = catalog_new();
	for (size_t i = 0; i < c->count; i++)
		if (add_to_catalog(c, c->bundles[i], e) < 0)
			return -1;
	return 0;
}

void
content_close(struct content *c)
{
	catalog_free(c->catalog); /* its databases lie in the bundles */
	for (size_t i = 0; i < c->count; i++)
		bundle_close(c->bundles[i]);
	trust_free(c->trust);
	memset(c, 0, sizeof *c);
}
