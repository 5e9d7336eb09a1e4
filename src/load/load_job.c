/*
 * Preview, installation and going back, with the record of what was done.
 */
#include <config.h>

#include "load/load_job.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/io.h"
#include "base/log.h"
#include "image/database.h"
#include "load/load_database.h"
#include "load/load_withdraw.h"

/* An installation reads the stick once and the card twice, and syncs. */
#define INSTALL_FACTOR 3

/* Seconds since some start, for measuring. */
static int64_t
seconds_now(void)
{
	struct timespec now = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec;
}

/*
 * The database that is shown in CHANNEL, NULL if there is none that can be
 * opened: then everything is new.  Close DB, then BUNDLE.
 */
static void
open_shown(sqlite3 **db, struct bundle **bundle, const struct store *s,
    const char *channel)
{
	const struct stored *shown = store_shown(s, channel, NULL);
	struct err e = { 0 };

	*db = NULL;
	*bundle = NULL;
	if (shown == NULL)
		return;
	if (store_open_edition(s, shown, bundle, &e) < 0 ||
	    load_database_open(db, *bundle, &e) < 0)
		log_line("%s: %s", shown->name, e.text);
}

static bool
is_among(const char *const *names, const char *name)
{
	while (names != NULL && *names != NULL && strcmp(*names, name) != 0)
		names++;
	return names != NULL && *names != NULL;
}

/* With the edition that is shown, and, for one of ALERTS, with the others. */
static int
compare_with_shown(struct comparison *out, const struct store *s,
    struct bundle *b, struct compare_job *job, const char *const *alerts,
    struct arena *a, struct err *e)
{
	struct bundle *old = NULL;
	int rc = -1;

	open_shown(&job->old, &old, s, bundle_head(b)->channel);
	rc = load_database_open(&job->new, b, e);
	if (rc == 0)
		rc = catalog_compare(out, job, a, e);
	if (rc < 0 && job->new != NULL && job->old != NULL) {
		/* What is shown may be rotten.  That must never keep what is
		 * whole from taking its place: everything is new then. */
		log_line("comparing: %s", e->text);
		err_clear(e);
		database_close(job->old);
		job->old = NULL;
		rc = catalog_compare(out, job, a, e);
	}
	if (rc == 0 && is_among(alerts, bundle_head(b)->channel))
		rc = load_withdraw(out, s, b, job, a, e);
	if (rc < 0 && e->code == ERR_DATABASE)
		e->code = ERR_SCHEMA; /* its bytes are as they were signed */
	database_close(job->new);
	database_close(job->old);
	bundle_close(old);
	return rc;
}

int
preview_make(struct preview *out, struct store *s,
    const struct preview_job *job, struct err *e)
{
	struct compare_job compare = { .lang = job->lang,
		.progress = job->progress };
	const struct stored *shown = NULL;
	struct err none = { 0 };
	int64_t start = seconds_now();

	if (store_consider(s, job->path, &out->bundle, e) < 0 ||
	    bundle_verify(out->bundle, job->progress, e) < 0 ||
	    load_database_try(out->bundle, e) < 0)
		return -1;
	out->seconds = INSTALL_FACTOR * (unsigned)(seconds_now() - start) + 1;
	shown = store_shown(s, bundle_head(out->bundle)->channel, NULL);
	if (shown != NULL) {
		out->has_from = true;
		out->from_epoch = shown->epoch;
		out->from_sequence = shown->sequence;
		out->from_created = shown->dates.created;
	}
	out->growth = store_growth(s, out->bundle);
	if (store_room(s, &out->left, &none) < 0)
		log_line("%s", none.text);
	out->arena = arena_new();
	return compare_with_shown(&out->compare, s, out->bundle, &compare,
	    job->alerts, out->arena, e);
}

void
preview_fini(struct preview *p)
{
	bundle_close(p->bundle);
	arena_free(p->arena);
	*p = (struct preview){ 0 };
}

/* One installation, for the callbacks of the store. */
struct installing {
	const struct job_watch *watch;
	struct store *store;
	const char *const *alerts;
	struct record *record;
};

static void
tell(void *context, enum store_step step, uint64_t done, uint64_t all)
{
	struct installing *in = context;

	if (in->watch->tell != NULL)
		in->watch->tell(in->watch->context, step, done, all);
}

static bool
cancelled_by_watch(void *context)
{
	struct installing *in = context;

	return in->watch->cancelled != NULL &&
	    in->watch->cancelled(in->watch->context);
}

static int
try_out(void *context, struct bundle *b, struct err *e)
{
	struct installing *in = context;
	struct compare_job job = { .lang = "en" };
	struct arena *a = arena_new();
	struct comparison c = { 0 };
	int rc = -1;

	if (load_database_try(b, e) == 0)
		rc = compare_with_shown(&c, in->store, b, &job, in->alerts, a,
		    e);
	in->record->new = (unsigned)compare_sum(&c, COMPARE_NEW);
	in->record->changed = (unsigned)compare_sum(&c, COMPARE_CHANGED);
	in->record->withdrawn = (unsigned)compare_sum(&c, COMPARE_WITHDRAWN);
	arena_free(a);
	return rc;
}

static void
describe(struct record *record, const char *channel, uint32_t epoch,
    uint64_t sequence)
{
	snprintf(record->channel, sizeof record->channel, "%s", channel);
	record->epoch = epoch;
	record->sequence = sequence;
}

/* What the file says of itself, if its head is authentic; for the record. */
static void
describe_file(struct record *record, struct store *s, const char *path)
{
	struct bundle *b = NULL;
	struct err ignored = { 0 };

	if (store_consider(s, path, &b, &ignored) == 0 || b != NULL)
		describe(record, bundle_head(b)->channel,
		    bundle_head(b)->epoch, bundle_head(b)->sequence);
	bundle_close(b);
}

static void
done(void *context, const struct stored *edition)
{
	struct installing *in = context;

	describe(in->record, edition->channel, edition->epoch,
	    edition->sequence);
}

/* A log that cannot be written does not undo what was done. */
static void
write_record(struct record *record, const struct store_place *place,
    int64_t start, const struct err *why)
{
	struct err e = { 0 };

	record->time = io_now();
	record->seconds = (unsigned)(seconds_now() - start);
	record_set_result(record, why);
	if (records_add(record, place->folder, &e) < 0) {
		log_line("records: %s", e.text);
		record->number = 0;
	}
}

int
job_install(struct record *record, const struct store_place *place,
    const char *path, const char *const *alerts,
    const struct job_watch *watch, bool *cancelled, struct err *e)
{
	struct installing in = { .watch = watch, .alerts = alerts,
		.record = record };
	const struct store_job job = { .context = &in, .tell = tell,
		.cancelled = cancelled_by_watch, .try_out = try_out,
		.done = done };
	int64_t start = seconds_now();
	int rc = -1;

	*record = (struct record){ .what = RECORD_INSTALL, .channel = "-" };
	*cancelled = false;
	if (store_open(&in.store, place, STORE_WRITE, e) < 0)
		return -1;
	rc = store_install(in.store, path, &job, cancelled, e);
	if (rc < 0 && !*cancelled) {
		record->new = record->changed = record->withdrawn = 0;
		describe_file(record, in.store, path);
	}
	if (!*cancelled)
		write_record(record, place, start, rc == 0 ? NULL : e);
	store_close(in.store);
	return rc;
}

/* Is there an edition of those numbers to go back to? */
static int
find_target(const struct store *s, const char *channel, uint32_t epoch,
    uint64_t sequence, struct err *e)
{
	for (size_t i = 0; i < store_count(s); i++) {
		const struct stored *edition = store_edition(s, i);

		if (strcmp(edition->channel, channel) == 0 &&
		    edition->epoch == epoch && edition->sequence == sequence)
			return 0;
	}
	return err_set(e, ERR_NOT_FOUND, "there is no such edition");
}

int
job_roll_back(struct record *record, const struct store_place *place,
    const char *channel, uint32_t epoch, uint64_t sequence, unsigned reason,
    struct err *e)
{
	const struct stored *shown = NULL;
	struct store *s = NULL;
	int64_t start = seconds_now();
	int rc = -1;

	*record = (struct record){ .what = RECORD_ROLLBACK, .channel = "-",
		.epoch = epoch, .sequence = sequence, .reason = reason };
	if (store_open(&s, place, STORE_WRITE, e) < 0)
		return -1;
	if ((epoch == 0 || find_target(s, channel, epoch, sequence, e) == 0) &&
	    store_roll_back(s, channel, sequence, reason, e) == 0)
		rc = 0;
	shown = store_shown(s, channel, NULL);
	if (shown != NULL)
		describe(record, shown->channel, shown->epoch,
		    shown->sequence);
	if (shown != NULL || rc == 0)
		write_record(record, place, start, rc == 0 ? NULL : e);
	store_close(s);
	return rc;
}
