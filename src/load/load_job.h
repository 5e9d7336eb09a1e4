/*
 * What both the commands and the helper do with a bundle: preview, install,
 * go back.  Nothing here talks to people.
 */
#ifndef VEREDA_LOAD_JOB_H
#define VEREDA_LOAD_JOB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/progress.h"
#include "bundle/store.h"
#include "catalog/compare.h"
#include "load/load_records.h"

/*
 * What a comparison came to.  It is a function of the heads of all editions
 * that were read for it, and a head pins every byte of its edition: with the
 * same heads the counts cannot be old.
 */
struct job_counts {
	bool known;
	struct hash heads;
	unsigned sum[COMPARE_CHANGES];
};

/* What installing a bundle would change.  Start with { 0 }. */
struct preview {
	struct bundle *bundle; /* verified, every block; preview_fini() */
	bool has_from;         /* there is an edition to compare with */
	uint32_t from_epoch;
	uint64_t from_sequence;
	int64_t from_created;
	struct comparison compare;
	struct job_counts counts; /* of it */
	struct arena *arena; /* what COMPARE points to */
	int64_t growth;   /* bytes, less than 0 when room comes free */
	uint64_t left;    /* bytes that are free now; 0 without a store */
	unsigned seconds; /* that an installation may take */
};

struct preview_job {
	const char *path;
	const char *lang;
	const struct progress *progress;
	const char *const *alerts; /* channels that may withdraw; or NULL */
};

CHECKED int preview_make(struct preview *out, struct store *s,
    const struct preview_job *job, struct err *e);
void preview_fini(struct preview *p);

/* Who watches an installation; all may be NULL. */
struct job_watch {
	void (*tell)(void *context, enum store_step step, uint64_t done,
	    uint64_t all);
	bool (*cancelled)(void *context);
	/* It is in use: RECORD has its name, what is counted comes after. */
	void (*in_use)(void *context, const struct record *record);
	void (*counting)(void *context); /* many times */
	void *context;
};

struct install_job {
	const char *path;
	const struct job_counts *counts; /* what a preview came to, or NULL */
	/* Channels that may withdraw, for the counts; or NULL. */
	const char *const *alerts;
	const struct job_watch *watch;
};

/*
 * Install a bundle into the store at PLACE and write a record, also of a
 * refusal.  RECORD->number is 0 if there is no record.  What is new, changed
 * and withdrawn is counted when the edition is in use, for nobody shall wait
 * for that, and not at all if the preview has done it.
 */
CHECKED int job_install(struct record *record,
    const struct store_place *place, const struct install_job *job,
    bool *cancelled, struct err *e);

/* Go back in CHANNEL, to SEQUENCE or with 0 to the edition before; EPOCH 0
 * for any.  The record has what is shown then. */
CHECKED int job_roll_back(struct record *record,
    const struct store_place *place, const char *channel, uint32_t epoch,
    uint64_t sequence, unsigned reason, struct err *e);

#endif
