/*
 * The helper: serves one kiosk over a socket (doc/helper-protocol.md).
 */
#ifndef VEREDA_SERVE_H
#define VEREDA_SERVE_H

#include "base/compiler.h"
#include "base/err.h"
#include "load/load.h"
#include "load/pin.h"
#include "load/serve_stick.h"

#define SERVE_STALL_MS 60000 /* without a word; the card may take longer */

struct serve_setup {
	struct load *load;
	struct serve_source source;
	int in, out;  /* may be the same; both stay open */
	int stall_ms; /* SERVE_STALL_MS */
	void (*clock)(struct pin_clock *out); /* pin_clock_read */
};

/* Until the kiosk hangs up, or says what nobody may say. */
void serve_run(const struct serve_setup *setup);

/*
 * Serve LISTENER, a listening socket: one kiosk after the other, for ever.
 * Returns only on failure.
 */
CHECKED int serve_listen(struct serve_setup *setup, int listener,
    struct err *e);

#endif
