/*
 * One arena for all tests of a program: what they make lives in it.
 */
#ifndef VEREDA_ARENA_FIXTURE_H
#define VEREDA_ARENA_FIXTURE_H

#include "base/mem.h"

extern struct arena *arena;

/* Before and after a group of cmocka's. */
int make_arena(void **state);
int free_arena(void **state);

#endif
