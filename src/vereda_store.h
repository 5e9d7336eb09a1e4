/*
 * The store as the kiosk reads it: which edition of each channel to show,
 * and why.
 */
#ifndef VEREDA_VEREDA_STORE_H
#define VEREDA_VEREDA_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/bundle.h"
#include "bundle/store.h"

#define DAMAGED_MAX 16 /* editions that one run remembers */

/* Editions that turned out to be damaged while they were shown. */
struct damaged {
	struct {
		char channel[HEAD_CHANNEL_SIZE + 1];
		uint32_t epoch;
		uint64_t sequence;
	} at[DAMAGED_MAX];
	size_t count;
};

void damaged_add(struct damaged *d, const struct head *head);
bool damaged_has(const struct damaged *d, const struct head *head);

CHECKED int kiosk_store_open(struct store **out,
    const struct store_place *place, struct err *e);
void kiosk_store_close(struct store *s); /* NULL is allowed */
int64_t kiosk_store_floor(const struct store *s);

/* How an edition comes to be shown. */
struct shown_as {
	bool factory;   /* it came with the program */
	bool fell_back; /* a newer one is damaged */
};

/* Called with each bundle to show, which is the caller's from then on, or
 * with NULL for a channel without a good one. */
typedef int kiosk_store_take(void *context, struct bundle *b,
    struct shown_as as, struct err *e);

/* Each channel's edition that is good and not one of DAMAGED; what cannot be
 * opened is logged and the one before it is taken. */
CHECKED int kiosk_store_each(struct store *s, const struct damaged *damaged,
    kiosk_store_take *take, void *context, struct err *e);

#endif
