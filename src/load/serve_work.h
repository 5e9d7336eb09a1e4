/*
 * Work in a process of its own: what reads a stick may hang in the kernel,
 * and what reads a file system from outside may be led astray.  The one who
 * waits for it only reads lines, and ends it by force when none come.
 */
#ifndef VEREDA_SERVE_WORK_H
#define VEREDA_SERVE_WORK_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/compiler.h"
#include "base/err.h"

/* The side that works. */
struct work_side {
	int to;      /* lines */
	int control; /* readable when it shall stop */
	int64_t told; /* ms, when something was said last */
};

/* The side that waits. */
struct work {
	pid_t pid; /* 0 for none */
	int from;
	int control;
};

/* Milliseconds since some start. */
int64_t work_now(void);

/* Run DO_IT in a new process; it ends when DO_IT returns.  CLOSE ends at -1:
 * descriptors that are none of its business. */
CHECKED int work_start(struct work *w,
    void (*do_it)(struct work_side *side, void *context), void *context,
    const int *close_there, struct err *e);

/* Ask it to stop; it may take its time. */
void work_cancel(struct work *w);

/* End it now, if it has not ended; *W is free again.  A process that hangs
 * in the kernel is not waited for: call work_reap() now and then. */
void work_end(struct work *w);
void work_reap(void);

/* One line, cut to what the protocol allows; TABs are the caller's. */
void work_say(struct work_side *side, const char *format, ...)
    PRINTF_LIKE(2, 3);

/* "I am still here": a line that goes nowhere, if the last one is old. */
void work_beat(struct work_side *side);
bool work_cancelled(const struct work_side *side);

/* The last line: "ok", or "error" with its code and the text of E. */
void work_finish(struct work_side *side, int rc, const struct err *e);

#endif
