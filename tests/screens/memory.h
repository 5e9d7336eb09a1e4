/*
 * The memory of a program that runs: what of a session is left in it.
 */
#ifndef VEREDA_MEMORY_H
#define VEREDA_MEMORY_H

#include <stddef.h>
#include <sys/types.h>

/* Called for each mapping that can be written to; returns what it found. */
typedef unsigned memory_counter(const void *what, const char *memory,
    size_t len, const char *where);

/* The sum of what COUNT found in the memory of PID; -1: it cannot be read. */
int memory_search(pid_t pid, memory_counter *count, const void *what);

#endif
