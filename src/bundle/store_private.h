/*
 * What a struct store is made of, for the files store*.c alone.
 */
#ifndef VEREDA_STORE_PRIVATE_H
#define VEREDA_STORE_PRIVATE_H

#include "bundle/store.h"

#define STORE_LINES_MAX 32u /* channels that the state knows */
#define STORE_INCOMING "incoming"
#define STORE_STATE "state"
#define STORE_ROOTS "roots"
#define STORE_RECORDS "records" /* the loader's log, written under our lock */

/* How far a channel was. */
struct store_line {
	char channel[HEAD_CHANNEL_SIZE + 1];
	uint32_t epoch; /* the floor: nothing older is installed */
	uint64_t sequence;
	struct hash head;
	int64_t created; /* the latest of this epoch */
	unsigned reason; /* staff went back to the cap; 0 if not */
	uint32_t cap_epoch;
	uint64_t cap_sequence;
};

struct store {
	struct store_place place;
	enum store_use use;
	int fd;         /* the folder, and the lock on it; -1 if none */
	int roots_fd;   /* -1 if none */
	int factory_fd; /* the same */
	struct trust *trust;
	uint32_t roots_stored; /* newest version that stands in roots/ */
	struct stored *editions;
	size_t count;
	struct store_line lines[STORE_LINES_MAX];
	size_t line_count;
	struct buffer state; /* as it stands on the disk */
};

/* (epoch, sequence) of two editions: negative if the first is older. */
int store_compare(uint32_t epoch, uint64_t sequence, uint32_t other_epoch,
    uint64_t other_sequence);

/* store_state.c: read what there is, damaged or not; write if it changed. */
CHECKED int store_state_read(struct store *s, struct err *e);
CHECKED int store_state_write(struct store *s, struct err *e);
bool store_state_is_new(const struct store *s); /* it would be written */

/* The line of CHANNEL, NULL if there is none; a new one if there is room. */
struct store_line *store_line_find(struct store *s, const char *channel);
void store_line_raise(struct store *s, const struct stored *edition);
int64_t store_floor_under(const struct store *s, const struct trust *trust);

/* store_scan.c */
CHECKED int store_scan(struct store *s, struct err *e);
void store_add_edition(struct store *s, const struct stored *edition);
void store_mark(struct store *s); /* away and outdated, from state and root */
void store_describe(struct stored *out, const struct bundle *b);
CHECKED int store_verify_edition(const struct store *s,
    const struct stored *edition, const struct progress *p, struct err *e);

/* store_install.c: E16 and E17, the floor and the factory's edition; E18. */
CHECKED int store_check_order(struct store *s, const struct stored *edition,
    struct err *e);
CHECKED int store_check_dates(struct store *s, const struct stored *edition,
    const struct trust *trust, struct err *e);

/* store_roots.c: the roots after the first, one file each. */
void store_roots_read(struct store *s);
CHECKED int store_roots_write(struct store *s, struct err *e);
bool store_roots_are_new(const struct store *s); /* there are some to write */

/* store_prune.c: remove all but the newest KEEP whole editions. */
uint64_t store_prunable(const struct store *s, const char *channel,
    unsigned keep); /* bytes that would become free */
CHECKED int store_prune(struct store *s, const char *channel, unsigned keep,
    struct err *e);

#endif
