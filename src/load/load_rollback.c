/*
 * vereda-load rollback: show an edition again that was shown before.
 */
#include <config.h>

#include "load/load.h"

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "load/load_job.h"

#define _(text) gettext(text)
#define N_(text) text

#define REASON_MAX 4
#define REASON_OTHER 4

static void
say_json(const struct record *r)
{
	struct json j = { .out = stdout };

	json_object_begin(&j, NULL);
	json_bool(&j, "done", true);
	json_text(&j, "channel", r->channel);
	json_number(&j, "epoch", r->epoch);
	json_number(&j, "sequence", (int64_t)r->sequence);
	json_number(&j, "record", r->number);
	json_object_end(&j);
	json_end(&j);
}

/* Nothing to go back to has a sentence of its own: it is no fault of a
 * file. */
static int
refuse(const struct load *l, const char *channel, const struct err *e)
{
	int status = load_refuse(l, channel, e);

	if (e->code == ERR_NOT_FOUND && !load_json(l))
		fprintf(stderr, "%s\n",
		    _("There is no older edition of this channel to go back "
		      "to.  Nothing has changed."));
	return status;
}

static int
run(struct load *l, char **operands)
{
	const char *sequence = l->given[LOAD_OPTION_SEQUENCE];
	const char *reason = l->given[LOAD_OPTION_REASON];
	struct record record;
	struct err e = { 0 };
	uint64_t to = 0;
	uint64_t why = REASON_OTHER;
	char *name = NULL;

	if ((sequence != NULL && !load_number(&to, sequence, 1, INT64_MAX)) ||
	    (reason != NULL && !load_number(&why, reason, 1, REASON_MAX)))
		return LOAD_USAGE;
	if (job_roll_back(&record, &l->place, operands[0], 0, to,
		(unsigned)why, &e) < 0)
		return refuse(l, operands[0], &e);
	if (load_json(l)) {
		say_json(&record);
		return LOAD_DONE;
	}
	name = load_edition_name(record.channel, record.epoch,
	    record.sequence);
	printf(_("Done: %s is in use again.\n"), name);
	free(name);
	return LOAD_DONE;
}

const struct load_command load_rollback = {
	.name = "rollback",
	.operands = "CHANNEL",
	.about = N_("Show the edition of CHANNEL that was in use before.  A "
		    "newer one than all can be installed at any time."),
	.options = 1u << LOAD_OPTION_SEQUENCE | 1u << LOAD_OPTION_REASON,
	.least = 1,
	.most = 1,
	.run = run,
};
