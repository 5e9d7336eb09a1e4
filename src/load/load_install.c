/*
 * vereda-load install: put a bundle into the store.
 */
#include <config.h>

#include "load/load.h"

#include <libintl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/progress.h"
#include "load/load_job.h"

#define _(text) gettext(text)
#define N_(text) text

/* What a signal handler may touch. */
static volatile sig_atomic_t interrupted;

static void
on_signal(int number)
{
	(void)number;
	interrupted = 1;
}

/* What people see of it. */
struct installing {
	const struct load *load;
	struct progress_bar bar;
	struct progress progress;
};

static bool
is_cancelled(void *context)
{
	(void)context;
	return interrupted != 0;
}

static void
tell(void *context, enum store_step step, uint64_t done, uint64_t all)
{
	struct installing *in = context;
	static const char *const names[STORE_STEP_COUNT] = {
		/* TRANSLATORS: what an installation is doing; 30 columns. */
		[STORE_COPY] = N_("Copying from the stick"),
		[STORE_CHECK] = N_("Checking the signature"),
		[STORE_PREPARE] = N_("Preparing the new content"),
		[STORE_TRY] = N_("Trying the new content"),
		[STORE_SWITCH] = N_("Switching to the new content"),
	};

	progress_tell(&in->progress, _(names[step]), done, all);
}

/* From here on nobody has to wait: the counts come when they come. */
static void
in_use(void *context, const struct record *r)
{
	struct installing *in = context;
	char *name = load_edition_name(r->channel, r->epoch, r->sequence);

	progress_bar_close(&in->bar);
	if (!load_json(in->load))
		printf(_("Done: %s is in use now.  You can take the stick "
			 "out.\n"), name);
	fflush(stdout);
	in->progress = progress_bar_open(&in->bar);
	free(name);
}

static void
counting(void *context)
{
	struct installing *in = context;

	/* TRANSLATORS: what is done after an installation; 30 columns. */
	progress_tell(&in->progress, _("Counting what is new"), 0, 1);
}

/* Until the switch a Ctrl-C takes everything back. */
static void
catch_signals(void)
{
	struct sigaction act = { .sa_handler = on_signal };

	sigaction(SIGINT, &act, NULL);
	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGHUP, &act, NULL);
}

static void
say_json(const struct record *r)
{
	struct json j = { .out = stdout };

	json_object_begin(&j, NULL);
	json_bool(&j, "done", true);
	json_text(&j, "channel", r->channel);
	json_number(&j, "epoch", r->epoch);
	json_number(&j, "sequence", (int64_t)r->sequence);
	json_number(&j, "new", r->new);
	json_number(&j, "changed", r->changed);
	json_number(&j, "withdrawn", r->withdrawn);
	json_number(&j, "seconds", r->seconds);
	json_number(&j, "record", r->number);
	json_object_end(&j);
	json_end(&j);
}

static void
say(const struct record *r)
{
	/* TRANSLATORS: counts of entries: new, changed, withdrawn. */
	printf(_("New: %u  Changed: %u  Withdrawn: %u\n"), r->new, r->changed,
	    r->withdrawn);
	if (r->number != 0)
		printf(_("Record: %u\n"), r->number);
}

static int
run(struct load *l, char **operands)
{
	struct installing in = { .load = l };
	const struct job_watch watch = { .tell = tell,
		.cancelled = is_cancelled, .in_use = in_use,
		.counting = counting, .context = &in };
	const struct install_job job = { .path = operands[0],
		.alerts = l->alert_channels.list, .watch = &watch };
	struct record record;
	struct err e = { 0 };
	bool cancelled = false;
	int rc;

	catch_signals();
	in.progress = progress_bar_open(&in.bar);
	rc = job_install(&record, &l->place, &job, &cancelled, &e);
	progress_bar_close(&in.bar);
	if (rc < 0 && cancelled && !load_json(l)) {
		fprintf(stderr, "%s\n",
		    _("It was stopped.  Nothing has changed."));
		return LOAD_REFUSED;
	}
	if (rc < 0)
		return load_refuse(l, operands[0], &e);
	if (load_json(l))
		say_json(&record);
	else
		say(&record);
	return LOAD_DONE;
}

const struct load_command load_install = {
	.name = "install",
	.operands = "FILE",
	.about = N_("Verify the bundle FILE, copy it into the store and use "
		    "it from now on.  If anything fails, nothing changes."),
	.least = 1,
	.most = 1,
	.run = run,
};
