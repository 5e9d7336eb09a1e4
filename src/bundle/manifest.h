/*
 * The manifest: "key=value" lines inside the signed head that describe the
 * edition to people.  Nothing here decides whether it is accepted.
 */
#ifndef VEREDA_MANIFEST_H
#define VEREDA_MANIFEST_H

#include <stddef.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"

struct manifest;

/* Sorted lines, no duplicate keys, safe UTF-8; ERR_HEAD_LENGTHS. */
CHECKED int manifest_parse(struct manifest **out, struct bytes text,
    struct err *e);
void manifest_free(struct manifest *m); /* NULL is allowed */

size_t manifest_count(const struct manifest *m);
const char *manifest_key(const struct manifest *m, size_t n);
const char *manifest_value(const struct manifest *m, size_t n);

/* The value of KEY, or NULL. */
const char *manifest_get(const struct manifest *m, const char *key);

/* "STEM.LANG", else "STEM.es", else "STEM.en", else "". */
const char *manifest_get_in(const struct manifest *m, const char *stem,
    const char *lang);

#endif
