/*
 * Recordings: entries as somebody reads them aloud.
 */
#ifndef VEREDA_RECORDING_H
#define VEREDA_RECORDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "catalog/catalog.h"

/* Is the entry REF there as a person reads it aloud, in LANG? */
CHECKED int catalog_has_recording(struct catalog *c, struct ref ref,
    const char *lang, bool *out, struct err *e);

/* That recording into OUT, which is empty, and how long it takes.
 * ERR_SCHEMA for what is none (ogg_opus.h). */
CHECKED int catalog_recording(struct catalog *c, struct ref ref,
    const char *lang, struct buffer *out, uint32_t *ms, struct err *e);

/* Of all channels. */
struct recordings_total {
	size_t count;
	uint64_t bytes;
	uint64_t seconds;
};
CHECKED int catalog_recordings_total(struct catalog *c,
    struct recordings_total *out, struct err *e);

#endif
