/*
 * A bundle for the commands that look into one: opened and wholly verified.
 */
#ifndef VEREDA_PACK_OPEN_H
#define VEREDA_PACK_OPEN_H

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/bundle.h"

/*
 * Open PATH and check every byte against the root at ROOT (NULL: the one of
 * this machine, or of the build).  The caller closes *OUT and then frees
 * *TRUST, also when this fails.
 */
CHECKED int pack_open(struct bundle **out, struct trust **trust,
    const char *path, const char *root, struct err *e);

#endif
