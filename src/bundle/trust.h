/*
 * Trust: which keys may sign which channel, from root documents
 * (vereda-bundle(5)).  One root document for now; the chain of roots joins
 * behind trust_load() without a change for the callers.
 */
#ifndef VEREDA_TRUST_H
#define VEREDA_TRUST_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "bundle/minisig.h"

#define TRUST_ROOT_MAX 16384u /* bytes of one root document */
#define TRUST_CHANNELS_MAX 12
#define TRUST_KEYS_MAX 16 /* publisher keys of one channel */

struct trust;

/* Read the root document at PATH.  ERR_ROOT_CHAIN also if it is not there.
 * The caller frees *OUT. */
CHECKED int trust_load(struct trust **out, const char *path, struct err *e);

/* The same from bytes, for tests and fuzzing.  ERR_ROOT_CHAIN. */
CHECKED int trust_parse(struct trust **out, struct bytes text, struct err *e);
void trust_free(struct trust *t); /* NULL is allowed */

uint32_t trust_root_version(const struct trust *t);

/*
 * Is MESSAGE signed for CHANNEL by a threshold of distinct, known, unrevoked
 * keys?  All COUNT signatures must be good.  ERR_CHANNEL, ERR_UNKNOWN_KEY,
 * ERR_THRESHOLD, ERR_SIGNATURE.  No signature at all is ERR_THRESHOLD.
 */
CHECKED int trust_check(const struct trust *t, const char *channel,
    struct bytes message, const struct minisig *signatures, unsigned count,
    struct err *e);

/* The epoch of CHANNEL that bundles must carry; ERR_CHANNEL. */
CHECKED int trust_epoch(const struct trust *t, const char *channel,
    uint32_t *epoch, struct err *e);

#endif
