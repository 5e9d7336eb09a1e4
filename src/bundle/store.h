/*
 * The store: the folder where a kiosk keeps its editions.
 *
 *     <channel>-<epoch>-<sequence>-<hash8>.vereda   installed bundles
 *     incoming                                      one that is being copied
 *     state                                         how far each channel was
 *     roots/root.<version>                          roots after the first
 *
 * An edition is there from the moment that its file has its name.  What was
 * shown never gets older, except where the store says so (enum store_why).
 */
#ifndef VEREDA_STORE_H
#define VEREDA_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/progress.h"
#include "bundle/bundle.h"
#include "bundle/clock.h"

#define STORE_NAME_SIZE 256 /* bytes of a file's name, with its NUL */
#define STORE_KEEP 3u       /* the edition in use and the two before it */

/* Where things are; all borrowed for as long as the store is open. */
struct store_place {
	const char *folder;
	const char *factory; /* bundles that came with the program, or NULL */
	const char *root;    /* the administrator's root.1 */
	const char *const *channels; /* subscribed, NULL-ended; NULL for all */
	int64_t built; /* CLOCK_BUILT */
};

enum store_use {
	STORE_READ,  /* nothing is changed or locked; a bad root is logged */
	STORE_WRITE, /* alone, and after an interruption put in order */
};

/* An edition that the store holds, as its file says. */
struct stored {
	char name[STORE_NAME_SIZE]; /* of its file */
	char channel[HEAD_CHANNEL_SIZE + 1];
	uint32_t epoch;
	uint64_t sequence;
	struct hash head;
	struct clock_dates dates;
	uint32_t root_version;
	uint64_t size; /* bytes */
	bool factory;  /* came with the program */
	bool damaged;  /* does not verify; only name and numbers are known */
	bool unread;   /* damaged as far as the card would tell */
	bool away;     /* staff went back from it */
	bool outdated; /* its epoch is over: keys were lost or stolen */
};

/* Why an edition is the one that is shown. */
enum store_why {
	STORE_NEWEST,      /* it is the newest that was installed */
	STORE_ROLLED_BACK, /* staff went back to it */
	STORE_FELL_BACK,   /* a newer one is damaged or gone */
	STORE_FACTORY,     /* nothing is installed, or nothing is whole */
};

/* The steps of an installation, as people see them. */
enum store_step {
	STORE_COPY,    /* from the stick, which is not needed afterwards */
	STORE_CHECK,   /* the signature of what was written */
	STORE_PREPARE, /* every block of it */
	STORE_TRY,     /* the caller's own questions */
	STORE_SWITCH,  /* from here on it cannot be cancelled */
	STORE_STEP_COUNT
};

/* What the caller of store_install() has to say; every entry may be NULL. */
struct store_job {
	void *context;
	void (*tell)(void *context, enum store_step step, uint64_t done,
	    uint64_t all);
	bool (*cancelled)(void *context); /* asked before STORE_SWITCH */
	/* Schema and queries: ERR_SCHEMA if the content is of no use. */
	int (*try_out)(void *context, struct bundle *b, struct err *e);
	/* It is durable; what comes after is housekeeping. */
	void (*done)(void *context, const struct stored *edition);
};

/* Why staff went back, kept in the state. */
#define STORE_REASON_MAX 9u

struct store;

/*
 * Open the store.  STORE_WRITE: ERR_BUSY if somebody else writes,
 * ERR_NO_ROOM if it cannot be written, ERR_ROOT_CHAIN without a root.
 * STORE_READ fails only if PLACE has neither folder nor factory.
 */
CHECKED int store_open(struct store **out, const struct store_place *place,
    enum store_use use, struct err *e);
void store_close(struct store *s); /* NULL is allowed */

/* NULL if there is no root; borrowed, until the next installation. */
const struct trust *store_trust(const struct store *s);
int64_t store_floor_time(const struct store *s);

/* Is NOW, or the floor, past the day of the newest root?  It keeps working:
 * people are reminded.  False without a root. */
bool store_root_is_past(const struct store *s, int64_t now);

/* Every edition, by channel, the newest first; borrowed until the next call
 * that changes the store. */
size_t store_count(const struct store *s);
const struct stored *store_edition(const struct store *s, size_t n);

/* The one to show, NULL if there is none; WHY may be NULL. */
const struct stored *store_shown(const struct store *s, const char *channel,
    enum store_why *why);

/* Open EDITION of S, head verified; the caller closes *OUT. */
CHECKED int store_open_edition(const struct store *s,
    const struct stored *edition, struct bundle **out, struct err *e);

/*
 * Would the bundle at PATH be installed, as far as its head tells?  E00 to
 * E18, and nothing is written.  *OUT is open also when it would not, if only
 * its head is authentic; else NULL.  The caller closes it.
 */
CHECKED int store_consider(struct store *s, const char *path,
    struct bundle **out, struct err *e);

/* How the disk's use would grow by installing B, bytes; less than 0 when an
 * old edition that goes is larger. */
int64_t store_growth(const struct store *s, const struct bundle *b);

/* Bytes that are free where the store lies. */
CHECKED int store_room(const struct store *s, uint64_t *left, struct err *e);

/*
 * Install the bundle at PATH: all checks of vereda-bundle(5) in their order.
 * On failure what is shown has not changed.  *CANCELLED (may be NULL) tells
 * whether it ended because JOB said so; the code is ERR_SYSTEM then.
 */
CHECKED int store_install(struct store *s, const char *path,
    const struct store_job *job, bool *cancelled, struct err *e);

/*
 * Go back in CHANNEL to the edition of SEQUENCE in the current epoch; 0 for
 * the one before.  What is newer is not shown until a newer one than all is
 * installed.  ERR_NOT_FOUND; ERR_CARD if that one is not whole.
 */
CHECKED int store_roll_back(struct store *s, const char *channel,
    uint64_t sequence, unsigned reason, struct err *e);

/* The reason (1..) if staff went back in CHANNEL, else 0. */
unsigned store_reason(const struct store *s, const char *channel);

/* The edition shown turned out to be damaged: until S is closed the next one
 * is shown.  False if there is none. */
bool store_fall_back(struct store *s, const char *channel);

/*
 * Read every block of every edition; those that are not whole are damaged
 * from now on.  The error is that of the first.
 */
CHECKED int store_verify(struct store *s, const struct progress *p,
    struct err *e);

#endif
