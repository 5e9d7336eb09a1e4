/*
 * What the helper's work does for each request, in a process of its own.
 */
#ifndef VEREDA_SERVE_JOBS_H
#define VEREDA_SERVE_JOBS_H

#include "base/hash.h"
#include "load/load.h"
#include "load/load_job.h"
#include "load/pin.h"
#include "load/serve_stick.h"
#include "load/serve_work.h"
#include "load/stick.h"
#include "text/cv.h"

#define SERVE_CHANGES_MAX 500u
#define SERVE_SCAN_MS 12000 /* then what was not looked at is left out */

/* A file of the last scan. */
struct serve_item {
	struct stick_item file;
	bool has_head; /* it was authentic */
	struct hash head;
};

/* What a request asks for; each job takes its part of it. */
struct serve_ask {
	const struct load *load;
	struct serve_source source;
	struct pin_clock clock;
	const char *pin;
	const struct serve_item *item;
	const struct job_counts *counts; /* of the last preview, or NULL */
	const char *channel;
	uint32_t epoch;
	uint64_t sequence;
	unsigned reason;
	unsigned record;
	const struct cv *cv;
};

/* For work_start(); CONTEXT is a struct serve_ask. */
void serve_job_pin(struct work_side *side, void *context);
void serve_job_status(struct work_side *side, void *context);
void serve_job_scan(struct work_side *side, void *context);
void serve_job_preview(struct work_side *side, void *context);
void serve_job_install(struct work_side *side, void *context);
void serve_job_rollback(struct work_side *side, void *context);
void serve_job_receipt(struct work_side *side, void *context);
void serve_job_cv(struct work_side *side, void *context);

/* Put the store in order after an installation that was ended by force. */
void serve_job_tidy(struct work_side *side, void *context);

#endif
