/*
 * Bundles on their way from one signer to the next: every signature that is
 * there is good, but there may be too few of them for a kiosk.
 */
#ifndef VEREDA_BUNDLE_SIGN_H
#define VEREDA_BUNDLE_SIGN_H

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/bundle.h"
#include "bundle/minisig.h"
#include "bundle/trust.h"

struct bundle_signing;

/*
 * Open PATH and check all of it that bundle_open() checks against TRUST and
 * the roots that it brings, but for the count of signatures: one good one is
 * enough.  The codes are those of bundle_open().  TRUST must outlive *OUT,
 * which the caller gives to bundle_signing_close().
 */
CHECKED int bundle_signing_open(struct bundle_signing **out,
    const char *path, const struct trust *trust, struct err *e);
void bundle_signing_close(struct bundle_signing *s); /* NULL is allowed */

struct bundle *bundle_signing_bundle(const struct bundle_signing *s);
struct bytes bundle_signing_head(const struct bundle_signing *s);
unsigned bundle_signing_count(const struct bundle_signing *s);
unsigned bundle_signing_needed(const struct bundle_signing *s);

/* Take the bundle over from S; the caller closes it. */
struct bundle *bundle_signing_release(struct bundle_signing *s);

/* Add SIGNATURE, of the head by another publisher of the channel.
 * ERR_UNKNOWN_KEY, ERR_SIGNATURE; ERR_INPUT if that key has signed. */
CHECKED int bundle_signing_add(struct bundle_signing *s,
    const struct minisig *signature, struct err *e);

/* Write the bundle with its signatures: PATH.new, sync, read back and checked
 * to the last byte, rename. */
CHECKED int bundle_signing_write(const struct bundle_signing *s,
    const char *path, struct err *e);

#endif
