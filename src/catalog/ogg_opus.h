/*
 * Recordings: one voice as Ogg Opus (RFC 3533, RFC 7845).  Only what opusenc
 * writes passes, and nothing is decoded here: the player, a program of its
 * own, never sees a file whose pages are not whole.
 */
#ifndef VEREDA_OGG_OPUS_H
#define VEREDA_OGG_OPUS_H

#include <stdint.h>

#include "base/bytes.h"

#define OGG_OPUS_BYTES_MAX (512u << 10) /* a pipe must hold all of it */
#define OGG_OPUS_MS_MAX (10 * 60 * 1000)

/* What keeps FILE from being one, in a few English words; NULL if nothing
 * does, and then *MS is how long it takes. */
const char *ogg_opus_fault(struct bytes file, uint32_t *ms);

#endif
