/*
 * The envelope: the first 4096 bytes of a bundle, which carry the signatures
 * and are themselves covered by none.  So every byte of it has one legal
 * value for given signatures, and any other is refused.
 */
#ifndef VEREDA_ENVELOPE_H
#define VEREDA_ENVELOPE_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "bundle/bundle.h"
#include "bundle/minisig.h"

struct envelope {
	uint32_t head_len;  /* bytes */
	uint32_t roots_len; /* bytes */
	unsigned count;     /* of signatures */
	struct minisig signatures[BUNDLE_SIGNATURES_MAX]; /* by key id */
};

/* BYTES is BUNDLE_ENVELOPE_SIZE long.  ERR_MAGIC, ERR_ENVELOPE, ERR_RESERVED
 * or ERR_SIGNATURE_FORM. */
CHECKED int envelope_parse(struct envelope *out, struct bytes bytes,
    struct err *e);

/*
 * Append an envelope with the COUNT texts of signatures, sorted here.
 * ERR_SIGNATURE_FORM if one cannot be read back, or of one key twice.
 */
CHECKED int envelope_write(struct buffer *out, uint32_t head_len,
    const struct bytes *signatures, unsigned count, struct err *e);

/* Say in the ENVELOPE that was written that LEN bytes of roots follow. */
void envelope_set_roots(uint8_t *envelope, uint32_t len);

#endif
