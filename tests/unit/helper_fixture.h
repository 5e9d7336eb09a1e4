/*
 * A helper for tests: one stick, one store, all of it invented.  It speaks
 * the protocol over a socketpair, in this process or in a child.
 *
 * PIN 123456.  Item 1 stops in the middle of step 3 until it is cancelled;
 * item 4 is forged; item 5 is installed; item 2 finds no room.
 */
#ifndef VEREDA_HELPER_FIXTURE_H
#define VEREDA_HELPER_FIXTURE_H

#include <stdbool.h>

#include "ui/link.h"

enum helper_root { HELPER_ROOT_GOOD, HELPER_ROOT_PAST, HELPER_ROOT_NONE };

struct helper {
	int fd; /* our end, -1 when it is closed */
	unsigned opened; /* how often */
	int tries; /* left */
	bool installing; /* item 1, until it is cancelled */
	enum helper_root root; /* what it knows of keys */
	const char *receipt; /* the file it writes, or NULL: it cannot */
	const char *counts; /* of item 5: "73\t88\t25" */
	bool mute; /* it answers nothing */
	char cv[128]; /* the numbers of the last one */
	char asked[512]; /* requests so far, each with a blank behind it */
};

/* Makes the socketpair; CONTEXT is a struct helper. */
int helper_open(void *context, int *fd, struct err *e);
void helper_close(struct helper *h);

/* The same with a child that serves until the end of its input. */
int helper_open_child(void *context, int *fd, struct err *e);

/* Answer what was asked; returns whether something was. */
bool helper_answer(struct helper *h);

/* Send this, whatever it is. */
void helper_say(struct helper *h, const char *text);

#endif
