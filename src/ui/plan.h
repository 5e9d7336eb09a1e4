/*
 * What a reader takes along: entries and lessons, in the order of their next
 * steps.  Part of the session: it goes with it.  Entries are known by their
 * slug, so a plan outlives a change of edition.
 */
#ifndef VEREDA_PLAN_H
#define VEREDA_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalog/entry.h"

#define PLAN_MAX 20

struct plan_item {
	char slug[ENTRY_SLUG_SIZE];
	uint8_t part; /* a lesson, from 1; 0: all of it */
};

struct plan {
	struct plan_item items[PLAN_MAX];
	size_t count;
	unsigned gone; /* taken off, because the content has it no more */
};

/* Where it stands, or -1. */
int plan_find(const struct plan *p, const char *slug, int part);

/* At the end; false if it is there already, or there is no room. */
bool plan_add(struct plan *p, const char *slug, int part);
void plan_remove(struct plan *p, int at);
void plan_drop(struct plan *p, int at); /* it is gone from the content */

/* Change places with the one before (BY -1) or behind (BY 1); where it
 * stands then. */
int plan_move(struct plan *p, int at, int by);

#endif
