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

/* Start with { 0 }. */
struct content {
	struct trust *trust;
	struct bundle *bundles[CATALOG_CHANNELS_MAX];
	size_t count;
	struct catalog *catalog;
};

/* Whom to believe: the root document at PATH. */
CHECKED int content_trust(struct content *c, const char *path,
    struct err *e);

/* Open one bundle and verify all of it before any of it is shown.  Of two
 * editions of a channel the newer one stays. */
CHECKED int content_add(struct content *c, const char *path, struct err *e);

/*
 * Open every *.vereda in the folder DIR.  One that is not good is logged and
 * left out; an error only when none is good.
 */
CHECKED int content_add_store(struct content *c, const char *dir,
    struct err *e);

/* Make the catalog of what was added. */
CHECKED int content_ready(struct content *c, struct err *e);
void content_close(struct content *c);

#endif
