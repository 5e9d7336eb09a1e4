/*
 * The clock, and two hooks for tests that are always compiled in:
 *
 *	VEREDA_SYNC_FD=N   a byte is written to N each time before waiting:
 *			   how often M has spoken, modulo 256
 *	VEREDA_CLOCK_FD=M  time stands still, but for as many milliseconds
 *			   as M says, little-endian, eight bytes a time
 *
 * and VEREDA_TODAY=YYYY-MM-DD, which fixes the date.  Where VEREDA_SYNC_VOICE
 * is set no byte is written while a page is read aloud.
 */
#ifndef VEREDA_HOOKS_H
#define VEREDA_HOOKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"

struct hooks {
	int sync_fd;  /* -1: none */
	int clock_fd; /* -1: none, time runs */
	int64_t now;  /* of the clock that stands still */
	bool voice;   /* it is waited for until it is silent */
	uint8_t moves; /* times that it was moved */
};

void hooks_open(struct hooks *h);
int64_t hooks_now(const struct hooks *h); /* milliseconds */
void hooks_waiting(const struct hooks *h);
/* Take what clock_fd has.  False when there is no more to come. */
bool hooks_advance(struct hooks *h);
/* The nearer of two waits in milliseconds, -1 being never. */
int hooks_nearer(int a, int b);
bool hooks_today(struct date *out); /* whether the date is fixed */

#endif
