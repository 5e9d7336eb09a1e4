/*
 * What the commands of vereda-pack root share.
 */
#ifndef VEREDA_PACK_ROOT_H
#define VEREDA_PACK_ROOT_H

#include <stdint.h>

#include "base/compiler.h"
#include "base/date.h"
#include "base/err.h"
#include "pack/root_write.h"

/* TEXT as a day, NULL as today; ERR_INPUT. */
CHECKED int pack_root_date(struct date *out, const char *text,
    struct err *e);

/* The public keys of SOURCES (files or lines, NULL-ended), each to ADD. */
CHECKED int pack_root_keys(const char *const *sources,
    int (*add)(void *context, const struct minisig_key *key, struct err *e),
    void *context, struct err *e);

/* The file of the version before F, which lies at PATH: PREVIOUS, or, when
 * that is NULL, the one beside it.  NULL if there is none; the caller frees
 * it. */
char *pack_root_previous(const char *path, const struct root_file *f,
    const char *previous);

#endif
