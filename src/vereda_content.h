/*
 * The content that the kiosk shows: bundles, authenticated, and the catalog
 * of what all of them say.
 */
#ifndef VEREDA_VEREDA_CONTENT_H
#define VEREDA_VEREDA_CONTENT_H

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/bundle.h"
#include "bundle/trust.h"
#include "catalog/catalog.h"
#include "ui/app.h"
#include "vereda_store.h"

/* Start with { 0 }. */
struct content {
	struct trust *trust;
	struct store *store; /* or NULL; its trust and ours may differ */
	struct bundle *bundles[CATALOG_CHANNELS_MAX];
	bool factory[CATALOG_CHANNELS_MAX]; /* came with the program */
	size_t count;
	bool fell_back; /* a newer edition of a channel is damaged */
	struct catalog *catalog;
};

/* Whom to believe: the root document at PATH. */
CHECKED int content_trust(struct content *c, const char *path,
    struct err *e);

/* Open one bundle and verify all of it before any of it is shown.  Of two
 * editions of a channel the newer one stays. */
CHECKED int content_add(struct content *c, const char *path, struct err *e);

/*
 * What the store at PLACE shows, but for what is DAMAGED; below it what came
 * with the program.  If nothing is installed there, a folder of bundles with
 * names of their own will do too; then one that is not good is logged and
 * left out.  An error only when none is good.
 */
CHECKED int content_add_store(struct content *c,
    const struct store_place *place, const struct damaged *damaged,
    struct err *e);

/* Make the catalog of what was added.  ALERTS, NULL-ended: the channels that
 * may withdraw what others say. */
CHECKED int content_ready(struct content *c, const char *const *alerts,
    struct err *e);
void content_close(struct content *c);

/* Note the editions of which a block could not be read, or else that of
 * channel NUMBER (-1: not known).  False if there is none. */
bool content_find_damaged(const struct content *c, int number,
    struct damaged *out);
bool content_has_fault(const struct content *c);

/* What stands above every page at NOW (Unix seconds). */
void content_banner(const struct content *c, int64_t now,
    struct banner *out);

#endif
