/*
 * A power cut after each call of the real installation: every state that the
 * disk can be left in is started from again, and judged.
 */
#ifndef VEREDA_CRASH_FIXTURE_H
#define VEREDA_CRASH_FIXTURE_H

#include "store_fixture.h"

/* One run and what it found. */
struct crash_run {
	struct store_fixture sf;
	struct bytes old; /* empty: nothing is shown before */
	struct bytes new;
	enum store_why old_why;
	bool done;
	/* The card forgets what it said was synced: then blocks are looked at
	 * before an edition counts as shown, and the old one will do. */
	bool forgets;
	struct model_sample sample; /* budget 0: every state */
	struct model_seen seen;
	unsigned long states;
	unsigned long bad;
	char first[ERR_TEXT_SIZE]; /* what is bad with the first */
};

extern struct crash_run crash_run; /* tests share it one after the other */

void crash_open(int rows);
void crash_close(void);

/* The editions that are there before, put in order once; NEW on the stick. */
void crash_prepare(const struct bytes *before, size_t count,
    struct bytes new);

/* Install with the calls of OPS, looking at the states after each of them. */
void crash_install(const struct io_ops *ops);

/* Open the store as it was left and close it, looking in the same way. */
void crash_put_in_order(void);

/* Says what came of it and fails unless nothing was bad. */
void crash_must_be_good(const char *workload);

#endif
