/*
 * The staff's PIN: six digits, kept as an Argon2id hash in a file of its
 * own.  Five wrong ones in a row are free; each one after that costs a wait,
 * 1, 2, 4 ... minutes and at most an hour.  How many it were stands in a
 * file of the store, and is written before a PIN is looked at: neither a
 * restart nor a pulled plug gives a try back.
 *
 * The machine's clock may say anything and be set by anybody, so waits are
 * counted in seconds since the machine started; after a start they begin
 * anew.
 */
#ifndef VEREDA_PIN_H
#define VEREDA_PIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"

#define PIN_DIGITS 6u
#define PIN_FREE_TRIES 5u
#define PIN_WAIT_MAX 3600u /* seconds */
#define PIN_TRIES_FILE "tries"
#define PIN_BOOT_SIZE 40

/* When it is. */
struct pin_clock {
	char boot[PIN_BOOT_SIZE]; /* this start of the machine, one word */
	int64_t now;              /* seconds since then */
};

enum pin_verdict {
	PIN_GOOD,
	PIN_WRONG, /* tries are left */
	PIN_WAIT,  /* wait, and try then */
};

struct pin_answer {
	enum pin_verdict verdict;
	unsigned tries; /* left before a wait */
	unsigned wait;  /* seconds */
};

struct pin_place {
	const char *file;   /* the hash */
	const char *folder; /* where the tries are counted */
};

void pin_clock_read(struct pin_clock *out);
bool pin_is_well_formed(const char *text);

/* Write the hash of PIN to FILE, readable by its owner alone. */
CHECKED int pin_set(const char *file, const char *pin, struct err *e);

/* What stands now, without a try. */
CHECKED int pin_look(struct pin_answer *out, const struct pin_place *place,
    const struct pin_clock *clock, struct err *e);

/* One try.  ERR_NOT_FOUND if no PIN was ever set; ERR_SYSTEM if the try
 * cannot be counted: then nobody gets in. */
CHECKED int pin_try(struct pin_answer *out, const struct pin_place *place,
    const char *pin, const struct pin_clock *clock, struct err *e);

#endif
