/*
 * A bundle for the commands that look into one: opened and wholly verified.
 */
#ifndef VEREDA_PACK_OPEN_H
#define VEREDA_PACK_OPEN_H

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/bundle.h"

/* The root at PATH, or, when that is NULL, the one of this machine or of the
 * build.  The caller frees *OUT. */
CHECKED int pack_trust(struct trust **out, const char *path, struct err *e);

/*
 * Open PATH and check every byte against TRUST and the roots that the bundle
 * brings: by the newest (BUNDLE_INSTALL) or by the one that it was made under
 * (BUNDLE_SHOW).  One that others have yet to sign is opened as well, with a
 * word about it on standard error.  The caller closes *OUT, also when this
 * fails.
 */
CHECKED int pack_open(struct bundle **out, const char *path,
    const struct trust *trust, enum bundle_use use, struct err *e);

#endif
