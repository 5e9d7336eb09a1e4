/*
 * Turns the sources of a channel into the content database: one transaction,
 * rows in the order of ids, so that the same sources make the same bytes.
 */
#ifndef VEREDA_COMPILE_H
#define VEREDA_COMPILE_H

#include "base/compiler.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/progress.h"
#include "pack/channel.h"

#define COMPILE_PAGE_SIZE 16384 /* bytes; a page is a block of the image */

/* Write the new file PATH; C must be free of errors. */
CHECKED int compile_database(struct channel *c, const char *path,
    const struct progress *p, struct err *e);

/* The lines of the manifest, sorted, in A; ERR_LIMIT. */
CHECKED int compile_manifest(const char **out, const struct channel *c,
    struct arena *a, struct err *e);

#endif
