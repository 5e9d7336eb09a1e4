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

/* ARGV[0] is a path; INPUT fits in a pipe.  False when it cannot start. */
bool voice_child_start(struct voice_child *c, char *const *argv,
    struct bytes input);
/* Once it is no longer VOICE_CHILD_RUNS the child is none any more. */
enum voice_child_state voice_child_look(struct voice_child *c);
/* It ends, but perhaps not yet: look at it until it has. */
void voice_child_kill(struct voice_child *c);

#endif
