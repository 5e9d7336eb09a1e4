/*
 * Memory that runs out: the n-th allocation fails, once and for ever.
 *
 * Counted are the calls of our own code, by the linker's --wrap, and those of
 * SQLite, by its own SQLITE_CONFIG_MALLOC; zlib's are ours (image.c).  So the
 * programs carry no switch for tests, and it works under a sanitizer too,
 * which a malloc() of our own would not.  Not counted: what curses, gettext,
 * libunistring and md4c take for themselves.
 */
#ifndef VEREDA_OOM_H
#define VEREDA_OOM_H

#include <stdbool.h>

void oom_begin(void); /* once, before anything opens a database */

/* The N-th allocation from now (1 is the next) fails, and if FOR_EVER every
 * one after it.  0 for none. */
void oom_at(unsigned n, bool for_ever);
unsigned oom_count(void); /* allocations since oom_at() */

/* Pieces of our own that were taken and not given back.  Pieces that a
 * library took and we give back make it less. */
long oom_live(void);

#endif
