/*
 * QR codes (ISO/IEC 18004) of short texts.  libqrencode makes them; here they
 * are chosen to fit.
 */
#ifndef VEREDA_QR_H
#define VEREDA_QR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"

struct qr {
	int size; /* modules of a side, the quiet zone not counted */
	const uint8_t *modules; /* row by row; not 0 is dark */
};

/*
 * TEXT in at most SIZE_MAX modules a side: the smallest code, and then the
 * most robust one of that size.  False if it does not fit.  OUT lives in A.
 */
bool qr_make(struct qr *out, const char *text, int size_max, struct arena *a);

/* Outside the code it is light. */
bool qr_is_dark(const struct qr *qr, int x, int y);

#endif
