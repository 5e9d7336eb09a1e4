/*
 * The store as the kiosk reads it.
 */
#include <config.h>

#include "vereda_store.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"

void
damaged_add(struct damaged *d, const struct head *head)
{
	if (d->count == DAMAGED_MAX || damaged_has(d, head))
		return;
	snprintf(d->at[d->count].channel, sizeof d->at[0].channel, "%s",
	    head->channel);
	d->at[d->count].epoch = head->epoch;
	d->at[d->count].sequence = head->sequence;
	d->count++;
}

bool
damaged_has(const struct damaged *d, const struct head *head)
{
	for (size_t i = 0; i < d->count; i++)
		if (strcmp(d->at[i].channel, head->channel) == 0 &&
		    d->at[i].epoch == head->epoch &&
		    d->at[i].sequence == head->sequence)
			return true;
	return false;
}

int
kiosk_store_open(struct store **out, const struct store_place *place,
    struct err *e)
{
	return store_open(out, place, STORE_READ, e);
}

void
kiosk_store_close(struct store *s)
{
	store_close(s);
}

int64_t
kiosk_store_floor(const struct store *s)
{
	return store_floor_time(s);
}

/* The best edition of CHANNEL that can be opened; NULL if there is none. */
static struct bundle *
open_shown(struct store *s, const char *channel,
    const struct damaged *damaged, enum store_why *why)
{
	const struct stored *x = store_shown(s, channel, why);

	while (x != NULL) {
		struct bundle *b = NULL;
		struct err e = { 0 };

		if (store_open_edition(s, x, &b, &e) == 0 &&
		    !damaged_has(damaged, bundle_head(b)))
			return b;
		log_line("%s: %s", x->name,
		    b != NULL ? "damaged, as was seen before" : e.text);
		bundle_close(b);
		if (!store_fall_back(s, channel))
			return NULL;
		x = store_shown(s, channel, why);
	}
	return NULL;
}

/* Did CHANNEL have more than what came with the program? */
static bool
lost_editions(const struct store *s, const char *channel)
{
	for (size_t n = 0; n < store_count(s); n++) {
		const struct stored *x = store_edition(s, n);

		if (strcmp(x->channel, channel) == 0 && !x->factory &&
		    x->damaged)
			return true;
	}
	return false;
}

int
kiosk_store_each(struct store *s, const struct damaged *damaged,
    kiosk_store_take *take, void *context, struct err *e)
{
	char last[HEAD_CHANNEL_SIZE + 1] = "";

	for (size_t n = 0; n < store_count(s); n++) {
		enum store_why why = STORE_NEWEST;
		struct shown_as as = { false, false };
		struct bundle *b = NULL;

		if (strcmp(store_edition(s, n)->channel, last) == 0)
			continue; /* they stand by channel */
		snprintf(last, sizeof last, "%s",
		    store_edition(s, n)->channel);
		b = open_shown(s, last, damaged, &why);
		as.factory = b != NULL && why == STORE_FACTORY;
		as.fell_back = b == NULL || why == STORE_FELL_BACK ||
		    (as.factory && lost_editions(s, last));
		if (take(context, b, as, e) < 0)
			return -1;
	}
	return 0;
}
