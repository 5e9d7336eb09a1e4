/*
 * The jobs that change something, and that of the PIN.
 */
#include <config.h>

#include "load/serve_jobs.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "load/receipt.h"

#define TIDY_TRIES 100 /* 20 ms each, until the one who was ended is gone */

void
serve_job_pin(struct work_side *side, void *context)
{
	const struct serve_ask *ask = context;
	const struct pin_place place = { ask->load->pin_file,
		ask->load->folder };
	struct pin_answer answer;
	struct err e = { 0 };

	if (pin_try(&answer, &place, ask->pin, &ask->clock, &e) < 0) {
		work_finish(side, -1, &e);
		return;
	}
	switch (answer.verdict) {
	case PIN_GOOD:
		work_say(side, "ok");
		break;
	case PIN_WRONG:
		work_say(side, "tries\t%u", answer.tries);
		work_say(side, "error\tPIN\t");
		break;
	case PIN_WAIT:
		work_say(side, "wait\t%u", answer.wait);
		work_say(side, "error\tWAIT\t");
		break;
	}
}

/* An installation, and what was said of it last. */
struct installing {
	struct work_side *side;
	enum store_step step;
	int percent;
};

static void
tell(void *context, enum store_step step, uint64_t done, uint64_t all)
{
	struct installing *in = context;
	int percent = all > 0 ? (int)(100.0 * (double)done / (double)all) :
	    100;

	if (step == in->step && percent == in->percent) {
		work_beat(in->side);
		return;
	}
	in->step = step;
	in->percent = percent;
	work_say(in->side, "step\t%d\t%" PRIu64 "\t%" PRIu64, (int)step + 1,
	    done, all);
}

static bool
is_cancelled(void *context)
{
	const struct installing *in = context;

	return work_cancelled(in->side);
}

static void
beat(void *context)
{
	const struct installing *in = context;

	work_beat(in->side);
}

static void
say_in_use(void *context, const struct record *r)
{
	const struct installing *in = context;

	work_say(in->side, "installed\t%s\t%" PRIu32 "\t%" PRIu64,
	    r->channel, r->epoch, r->sequence);
}

/* The stick may have been changed for another since it was looked at. */
static int
check_same(const struct serve_ask *ask, const char *path, struct err *e)
{
	struct bundle *b = NULL;
	struct err ignored = { 0 };
	struct store *s = NULL;
	struct hash head;
	int rc = 0;

	if (!ask->item->has_head)
		return 0;
	if (store_open(&s, &ask->load->place, STORE_READ, e) < 0)
		return -1;
	if (store_consider(s, path, &b, &ignored) == 0 || b != NULL) {
		bundle_head_hash(b, &head);
		if (!hash_equal(&head, &ask->item->head))
			rc = err_set(e, ERR_STICK, "it is another file now");
	}
	bundle_close(b);
	store_close(s);
	return rc;
}

void
serve_job_install(struct work_side *side, void *context)
{
	const struct serve_ask *ask = context;
	struct installing in = { .side = side, .percent = -1 };
	const struct job_watch watch = { .tell = tell,
		.cancelled = is_cancelled, .in_use = say_in_use,
		.counting = beat, .context = &in };
	struct install_job job = { .counts = ask->counts,
		.alerts = ask->load->alert_channels.list, .watch = &watch };
	struct serve_stick stick;
	struct record record = { 0 };
	struct err e = { 0 };
	char *path = NULL;
	bool cancelled = false;
	int rc = -1;

	if (serve_stick_open(&stick, &ask->source, false, &e) == 0) {
		path = stick_path(stick.dir, &ask->item->file);
		job.path = path;
		if (check_same(ask, path, &e) == 0)
			rc = job_install(&record, &ask->load->place, &job,
			    &cancelled, &e);
	}
	free(path);
	if (rc == 0)
		work_say(side, "counts\t%u\t%u\t%u", record.new,
		    record.changed, record.withdrawn);
	if (record.number != 0)
		work_say(side, "record\t%u\t%u", record.number,
		    record.seconds);
	if (rc < 0 && cancelled)
		work_say(side, "error\tNONE\tcancelled");
	else
		work_finish(side, rc, &e);
}

void
serve_job_rollback(struct work_side *side, void *context)
{
	const struct serve_ask *ask = context;
	struct record r = { 0 };
	struct err e = { 0 };
	int rc = job_roll_back(&r, &ask->load->place, ask->channel,
	    ask->epoch, ask->sequence, ask->reason, &e);

	if (rc == 0)
		work_say(side, "rolled\t%s\t%" PRIu32 "\t%" PRIu64, r.channel,
		    r.epoch, r.sequence);
	if (r.number != 0)
		work_say(side, "record\t%u\t%u", r.number, r.seconds);
	work_finish(side, rc, &e);
}

void
serve_job_receipt(struct work_side *side, void *context)
{
	const struct serve_ask *ask = context;
	struct receipt_from from = load_receipt_from(ask->load);
	char name[RECEIPT_NAME_SIZE];
	struct serve_stick stick;
	struct err e = { 0 };
	int rc = -1;

	if (serve_stick_open(&stick, &ask->source, true, &e) == 0 &&
	    receipt_write(name, stick.dir, &ask->load->place, &from,
		ask->record, &e) == 0)
		rc = serve_stick_flush(&stick, &e);
	if (rc == 0)
		work_say(side, "receipt\t%s", name);
	work_finish(side, rc, &e);
}

void
serve_job_tidy(struct work_side *side, void *context)
{
	const struct serve_ask *ask = context;
	const struct timespec pause = { .tv_nsec = 20000000 };
	struct store *s = NULL;
	struct err e = { 0 };
	int rc = -1;

	for (int n = 0; n < TIDY_TRIES; n++) {
		err_clear(&e);
		rc = store_open(&s, &ask->load->place, STORE_WRITE, &e);
		if (rc == 0 || e.code != ERR_BUSY)
			break;
		nanosleep(&pause, NULL);
	}
	store_close(s);
	work_finish(side, rc, &e);
}
