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
 * The database of EDITION, NULL if that is NULL or cannot be opened: then
 * everything is new.  Close DB, then BUNDLE.
 */
static void
open_edition(sqlite3 **db, struct bundle **bundle, const struct store *s,
    const struct stored *edition)
{
	struct err e = { 0 };

	*db = NULL;
	*bundle = NULL;
	if (edition == NULL)
		return;
	if (store_open_edition(s, edition, bundle, &e) < 0 ||
	    load_database_open(db, *bundle, &e) < 0)
		log_line("%s: %s", edition->name, e.text);
}

static bool
is_among(const char *const *names, const char *name)
{
	while (names != NULL && *names != NULL && strcmp(*names, name) != 0)
		names++;
	return names != NULL && *names != NULL;
}

/* B with EDITION, which was shown before (NULL if none was), and, for one of
 * ALERTS, with the others. */
static int
compare_with(struct comparison *out, const struct store *s,
    const struct stored *edition, struct bundle *b, struct compare_job *job,
    const char *const *alerts,
    struct arena *a, struct err *e)
{
	struct bundle *old = NULL;
	int rc = -1;

	open_edition(&job->old, &old, s, edition);
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

/* Of B, and of all that S shows. */
static void
hash_heads(struct hash *out, const struct store *s, const struct bundle *b)
{
	struct hash_state state;
	struct hash head;

	bundle_head_hash(b, &head);
	hash_begin(&state);
	hash_add(&state, bytes_of(head.bytes, HASH_SIZE));
	for (size_t n = 0; n < store_count(s); n++) {
		const struct stored *edition = store_edition(s, n);

		if (store_shown(s, edition->channel, NULL) == edition)
			hash_add(&state,
			    bytes_of(edition->head.bytes, HASH_SIZE));
	}
	hash_end(&state, out);
}

static void
sum_up(struct job_counts *counts, const struct comparison *c)
{
	counts->known = true;
	for (enum compare_change change = 0; change < COMPARE_CHANGES;
	     change++)
		counts->sum[change] = (unsigned)compare_sum(c, change);
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

	if (store_consider(s, job->path, &out->bundle, e) < 0)
		return -1;
	image_keep(bundle_image(out->bundle), IMAGE_KEEP_IMPORT);
	if (bundle_verify(out->bundle, job->progress, e) < 0 ||
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
	hash_heads(&out->counts.heads, s, out->bundle);
	if (compare_with(&out->compare, s, shown, out->bundle, &compare,
		job->alerts, out->arena, e) < 0)
		return -1;
	sum_up(&out->counts, &out->compare);
	return 0;
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
	bool has_before;
	struct stored before; /* what was shown */
	struct job_counts counts;
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
	const struct stored *shown = store_shown(in->store,
	    bundle_head(b)->channel, NULL);

	in->has_before = shown != NULL;
	if (shown != NULL)
		in->before = *shown;
	hash_heads(&in->counts.heads, in->store, b);
	return load_database_try(b, e);
}

static void
tell_counting(void *context, const char *what, uint64_t done, uint64_t all)
{
	const struct installing *in = context;

	(void)what;
	(void)done;
	(void)all;
	if (in->watch->counting != NULL)
		in->watch->counting(in->watch->context);
}

/* What was installed, with what was shown before it. */
static int
compare_installed(struct installing *in, struct err *e)
{
	const struct progress progress = { tell_counting, in };
	struct compare_job job = { .lang = "en", .progress = &progress };
	const struct stored *now = store_shown(in->store,
	    in->record->channel, NULL);
	struct arena *a = arena_new();
	struct comparison c = { 0 };
	struct bundle *b = NULL;
	int rc = -1;

	if (now == NULL)
		err_set(e, ERR_NOT_FOUND, "it is not shown");
	else if (store_open_edition(in->store, now, &b, e) == 0)
		rc = compare_with(&c, in->store,
		    in->has_before ? &in->before : NULL, b, &job, in->alerts,
		    a, e);
	if (rc == 0)
		sum_up(&in->counts, &c);
	bundle_close(b);
	arena_free(a);
	return rc;
}

/* Fill the counts of the record, from KNOWN if that is of the same heads. */
static void
count(struct installing *in, const struct job_counts *known)
{
	struct record *r = in->record;
	struct err e = { 0 };

	if (known != NULL && known->known &&
	    hash_equal(&known->heads, &in->counts.heads))
		in->counts = *known;
	else if (compare_installed(in, &e) < 0)
		log_line("records: %s", e.text); /* it is installed */
	r->new = in->counts.sum[COMPARE_NEW];
	r->changed = in->counts.sum[COMPARE_CHANGED];
	r->withdrawn = in->counts.sum[COMPARE_WITHDRAWN];
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
	if (in->watch->in_use != NULL)
		in->watch->in_use(in->watch->context, in->record);
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
    const struct install_job *install, bool *cancelled, struct err *e)
{
	struct installing in = { .watch = install->watch,
		.alerts = install->alerts, .record = record };
	const struct store_job job = { .context = &in, .tell = tell,
		.cancelled = cancelled_by_watch, .try_out = try_out,
		.done = done };
	int64_t start = seconds_now();
	int rc = -1;

	*record = (struct record){ .what = RECORD_INSTALL, .channel = "-" };
	*cancelled = false;
	if (store_open(&in.store, place, STORE_WRITE, e) < 0)
		return -1;
	rc = store_install(in.store, install->path, &job, cancelled, e);
	if (rc == 0)
		count(&in, install->counts);
	else if (!*cancelled)
		describe_file(record, in.store, install->path);
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
