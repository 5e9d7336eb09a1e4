/*
 * Progress of long work.  Work reports to a callback; a program that has a
 * terminal draws a bar, one that has not says nothing.
 */
#ifndef VEREDA_PROGRESS_H
#define VEREDA_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

/* TELL may be NULL.  Start with { 0 } for silence. */
struct progress {
	void (*tell)(void *context, const char *what, uint64_t done,
	    uint64_t all);
	void *context;
};

/* Report that DONE of ALL is finished; WHAT is a translated verb phrase. */
void progress_tell(const struct progress *p, const char *what, uint64_t done,
    uint64_t all);

/* A bar on standard error, drawn only if that is a terminal. */
struct progress_bar {
	bool on;
	int percent; /* what stands there now; -1 for nothing */
	const char *what;
};

struct progress progress_bar_open(struct progress_bar *bar);
void progress_bar_close(struct progress_bar *bar); /* wipes the line */

#endif
