/*
 * Deflate that is as short as can be, for releases: a hundred times slower to
 * write than zlib's, and read by zlib as fast.
 */
#ifndef VEREDA_DEFLATE_BEST_H
#define VEREDA_DEFLATE_BEST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/bytes.h"

/* Was this program built with the library for it? */
bool deflate_best_is_there(void);

/* For image_build(); gives 0 if it is not there. */
uint32_t deflate_best(uint8_t *out, uint32_t room, struct bytes plain,
    struct bytes dictionary);

#endif
