/*
 * Editions of a store as a catalog: what a kiosk would show of them.
 */
#ifndef VEREDA_LOAD_CATALOG_H
#define VEREDA_LOAD_CATALOG_H

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/store.h"
#include "catalog/catalog.h"

/* Start with { 0 }. */
struct load_catalog {
	struct catalog *catalog; /* NULL before the first */
	struct bundle *bundles[CATALOG_CHANNELS_MAX];
	size_t count;
};

/* X of S, which must outlive it. */
CHECKED int load_catalog_add(struct load_catalog *c, const struct store *s,
    const struct stored *x, struct err *e);

/* Every edition that S shows; one that cannot be opened is left out, and
 * said in the log. */
void load_catalog_add_shown(struct load_catalog *c, const struct store *s);

void load_catalog_close(struct load_catalog *c);

#endif
