/*
 * Trust: which keys may sign which channel, from root documents
 * (vereda-bundle(5)).  The administrator's root 1 is where it begins; each
 * later root is signed by enough keys of the one before it and of its own.
 */
#ifndef VEREDA_TRUST_H
#define VEREDA_TRUST_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "base/hash.h"
#include "bundle/minisig.h"

#define TRUST_ROOT_MAX 16384u /* bytes of one root document */
#define TRUST_ROOTS_MAX 64u /* versions of a chain */
#define TRUST_SIGNATURES_MAX 10u /* of one root document */
#define TRUST_CHANNELS_MAX 12
#define TRUST_KEYS_MAX 16 /* publisher keys of one channel */

/* Bytes of one entry: a root document and its signatures. */
#define TRUST_ENTRY_MAX \
	(TRUST_ROOT_MAX + TRUST_SIGNATURES_MAX * MINISIG_TEXT_MAX)

struct trust;

/*
 * Read the root document at PATH, version 1, with or without signatures.
 * ERR_ROOT_CHAIN also if it is not there.  The caller frees *OUT.
 */
CHECKED int trust_load(struct trust **out, const char *path, struct err *e);

/* The same from bytes, for tests and fuzzing.  ERR_ROOT_CHAIN. */
CHECKED int trust_parse(struct trust **out, struct bytes text, struct err *e);
void trust_free(struct trust *t); /* NULL is allowed */

/* A copy to try a chain on; the caller frees it. */
struct trust *trust_copy(const struct trust *t);

/*
 * Judge ENTRY, one root document with its signatures, as the version that
 * follows the newest of T, and take it.  ERR_ROOT_CHAIN; T is as it was then.
 */
CHECKED int trust_add(struct trust *t, struct bytes entry, struct err *e);

/*
 * The Roots region of a bundle: every root since version 1, each as
 *
 *     | u32 length | document, then its signatures as minisign writes them |
 *
 * Versions that T knows must be the same document, byte for byte; later ones
 * are added.  ERR_ROOT_CHAIN, and T may have taken the good ones before it:
 * give it a copy.
 */
CHECKED int trust_add_region(struct trust *t, struct bytes region,
    struct err *e);

uint32_t trust_root_version(const struct trust *t); /* of the newest */
int64_t trust_created(const struct trust *t); /* the same; Unix seconds */
int64_t trust_expires(const struct trust *t); /* the same; it only nags */

/* The bytes of root VERSION with its signatures, borrowed from T. */
struct bytes trust_entry(const struct trust *t, uint32_t version);

/* Of the document of root 1: what stands on the kiosk's label. */
void trust_fingerprint(const struct trust *t, struct hash *out);

/*
 * Is MESSAGE signed for CHANNEL by a threshold of distinct, known, unrevoked
 * keys?  All COUNT signatures must be good.  ERR_CHANNEL, ERR_UNKNOWN_KEY,
 * ERR_THRESHOLD, ERR_SIGNATURE.  No signature at all is ERR_THRESHOLD.
 */
CHECKED int trust_check(const struct trust *t, const char *channel,
    struct bytes message, const struct minisig *signatures, unsigned count,
    struct err *e);

/* The same by root VERSION; ERR_ROOT_CHAIN if T does not know it. */
CHECKED int trust_check_by(const struct trust *t, uint32_t version,
    const char *channel, struct bytes message,
    const struct minisig *signatures, unsigned count, struct err *e);

/* The epoch of CHANNEL that bundles must carry; ERR_CHANNEL. */
CHECKED int trust_epoch(const struct trust *t, const char *channel,
    uint32_t *epoch, struct err *e);
CHECKED int trust_epoch_by(const struct trust *t, uint32_t version,
    const char *channel, uint32_t *epoch, struct err *e);

#endif
