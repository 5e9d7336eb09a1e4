/*
 * One child that is fed through its standard input, and heard of only by its
 * end.
 */
#ifndef VEREDA_VOICE_CHILD_H
#define VEREDA_VOICE_CHILD_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/bytes.h"

struct voice_child {
	pid_t pid; /* 0: none */
	int end;   /* readable once it has ended; -1 */
};

enum voice_child_state {
	VOICE_CHILD_RUNS,
	VOICE_CHILD_DONE,   /* with status 0 */
	VOICE_CHILD_BROKEN, /* with another, or by a signal */
};

/* What it is started with. */
struct voice_child_start {
	char *const *argv; /* the first is a path */
	int in;            /* what it reads; closed here in any case */
	int out;           /* what it writes to, closed here too; -1: nothing */
	unsigned cpu_seconds; /* it is killed when it has used more */
};

/* A pipe with INPUT in it and nobody who writes any more; -1 if it is too
 * small for that. */
int voice_child_pipe(struct bytes input);

/* False when it cannot start. */
bool voice_child_start(struct voice_child *c,
    const struct voice_child_start *start);
/* Once it is no longer VOICE_CHILD_RUNS the child is none any more. */
enum voice_child_state voice_child_look(struct voice_child *c);
/* It ends, but perhaps not yet: look at it until it has. */
void voice_child_kill(struct voice_child *c);

#endif
