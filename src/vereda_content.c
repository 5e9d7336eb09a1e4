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
#include "bundle/clock.h"
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

/* Takes B, also when this fails.  What came with the program gives way to
 * whatever else there is of its channel. */
static int
add_bundle(struct content *c, struct bundle *b, bool factory, struct err *e)
{
	size_t n = find_channel(c, bundle_head(b));

	if (n == CATALOG_CHANNELS_MAX) {
		bundle_close(b);
		return err_set(e, ERR_LIMIT, "more than %d channels",
		    CATALOG_CHANNELS_MAX);
	}
	if (n == c->count) {
		c->count++;
	} else if (c->factory[n] == factory ?
		!is_newer(bundle_head(b), bundle_head(c->bundles[n])) :
		factory) {
		bundle_close(b);
		return 0;
	}
	bundle_close(c->bundles[n]);
	c->bundles[n] = b;
	c->factory[n] = factory;
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
	return add_bundle(c, b, false, e);
}

/* What lies in a store was verified whole when it was installed. */
static int
add_file(struct content *c, const char *path, struct err *e)
{
	struct bundle *b = NULL;

	if (bundle_open(&b, path, c->trust, e) < 0)
		return -1;
	return add_bundle(c, b, false, e);
}

static void
add_folder(struct content *c, const char *dir, struct err *first)
{
	char *pattern = xasprintf("%s/*.vereda", dir);
	glob_t found = { 0 };

	if (glob(pattern, 0, NULL, &found) != 0)
		found.gl_pathc = 0;
	free(pattern);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		struct err one = { 0 };

		if (add_file(c, found.gl_pathv[i], &one) == 0)
			continue;
		log_line("%s: %s %s", found.gl_pathv[i], err_name(one.code),
		    one.text);
		if (first->text[0] == '\0')
			*first = one;
	}
	globfree(&found);
}

static int
take_stored(void *context, struct bundle *b, struct shown_as as, struct err *e)
{
	struct content *c = context;

	c->fell_back = c->fell_back || as.fell_back;
	return b != NULL ? add_bundle(c, b, as.factory, e) : 0;
}

static bool
has_installed(const struct content *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (!c->factory[i])
			return true;
	return false;
}

int
content_add_store(struct content *c, const struct store_place *place,
    const struct damaged *damaged, struct err *e)
{
	struct err first = { 0 };

	if (kiosk_store_open(&c->store, place, &first) == 0 &&
	    kiosk_store_each(c->store, damaged, take_stored, c, e) < 0)
		return -1;
	err_clear(&first);
	if (!has_installed(c) && c->trust != NULL)
		add_folder(c, place->folder, &first);
	if (c->count > 0)
		return 0;
	if (first.text[0] == '\0')
		return err_set(e, ERR_NOT_FOUND, "no bundle in %s",
		    place->folder);
	*e = first;
	return -1;
}

static bool
is_among(const char *const *names, const char *name)
{
	while (*names != NULL && strcmp(*names, name) != 0)
		names++;
	return *names != NULL;
}

static int
add_to_catalog(struct content *c, struct bundle *b, const char *const *alerts,
    struct err *e)
{
	const struct head *head = bundle_head(b);
	struct edition edition = {
		.channel = head->channel,
		.epoch = head->epoch,
		.sequence = head->sequence,
		.created = head->created,
		.stale_after = head->stale_after,
		.expires = head->expires,
		.alerts = is_among(alerts, head->channel),
	};
	sqlite3 *db = NULL;

	if (database_open_image(&db, bundle_image(b), DATABASE_SCREEN, e) < 0)
		return -1;
	return catalog_add(c->catalog, db, &edition, e);
}

int
content_ready(struct content *c, const char *const *alerts, struct err *e)
{
	c->catalog = catalog_new();
	for (size_t i = 0; i < c->count; i++)
		if (add_to_catalog(c, c->bundles[i], alerts, e) < 0)
			return -1;
	return 0;
}

void
content_close(struct content *c)
{
	catalog_free(c->catalog); /* its databases lie in the bundles */
	for (size_t i = 0; i < c->count; i++)
		bundle_close(c->bundles[i]);
	kiosk_store_close(c->store); /* the bundles borrowed its trust */
	trust_free(c->trust);
	memset(c, 0, sizeof *c);
}

static bool
is_faulty(struct bundle *b)
{
	return image_fault(bundle_image(b))->code != ERR_NONE;
}

bool
content_has_fault(const struct content *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (is_faulty(c->bundles[i]))
			return true;
	return false;
}

bool
content_find_damaged(const struct content *c, int number,
    struct damaged *out)
{
	size_t before = out->count;

	for (size_t i = 0; i < c->count; i++)
		if (is_faulty(c->bundles[i]))
			damaged_add(out, bundle_head(c->bundles[i]));
	if (content_has_fault(c))
		return out->count > before;
	if (c->count == 1)
		number = 0;
	if (number >= 0 && (size_t)number < c->count)
		damaged_add(out, bundle_head(c->bundles[number]));
	return out->count > before;
}

/* The gravest of what there is to say. */
static void
say(struct banner *out, enum banner_kind kind, int64_t created)
{
	if (kind <= out->kind)
		return;
	out->kind = kind;
	out->created = created;
}

void
content_banner(const struct content *c, int64_t now, struct banner *out)
{
	int64_t floor = c->store != NULL ? kiosk_store_floor(c->store)
					 : CLOCK_BUILT;

	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < c->count; i++) {
		const struct head *h = bundle_head(c->bundles[i]);
		struct clock_dates dates = { h->created, h->stale_after,
			h->expires };
		struct clock_verdict v;

		floor = clock_floor(floor, 0, h->created);
		v = clock_judge(now, floor, &dates, true);
		if (v.banner == CLOCK_AGED)
			say(out, BANNER_AGED, h->created);
		else if (v.banner == CLOCK_PAST)
			say(out, BANNER_PAST, h->created);
		else if (v.banner == CLOCK_PROVED)
			say(out, BANNER_PROVED, h->created);
		if (v.clock_is_wrong)
			say(out, BANNER_CLOCK, h->created);
		if (c->fell_back)
			say(out, BANNER_DAMAGED, h->created);
	}
}
