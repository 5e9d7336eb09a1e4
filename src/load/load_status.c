/*
 * vereda-load status: what is installed, what is shown, and why.
 */
#include <config.h>

#include "load/load.h"

#include <inttypes.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/log.h"

#define _(text) gettext(text)
#define N_(text) text

static const char *const whys[] = {
	[STORE_NEWEST] = "newest",
	[STORE_ROLLED_BACK] = "rolled-back",
	[STORE_FELL_BACK] = "fell-back",
	[STORE_FACTORY] = "factory",
};

/* What is said of an edition, for programs. */
static const char *
state_of(const struct stored *edition)
{
	if (edition->damaged)
		return "damaged";
	if (edition->away)
		return "away";
	if (edition->outdated)
		return "outdated";
	return edition->factory ? "factory" : "whole";
}

static void
json_edition(struct json *j, const struct stored *edition, bool is_shown)
{
	json_object_begin(j, NULL);
	json_number(j, "epoch", edition->epoch);
	json_number(j, "sequence", (int64_t)edition->sequence);
	json_number(j, "created", edition->dates.created);
	json_number(j, "expires", edition->dates.expires);
	json_number(j, "size", (int64_t)edition->size);
	json_bool(j, "shown", is_shown);
	json_text(j, "state", state_of(edition));
	json_object_end(j);
}

/* Why an edition is shown, for people. */
static const char *const said_why[] = {
	/* TRANSLATORS: behind the name of a channel. */
	[STORE_NEWEST] = N_("the newest edition is shown"),
	[STORE_ROLLED_BACK] = N_("staff went back to an older edition"),
	[STORE_FELL_BACK] =
	    N_("a newer edition is damaged: an older one is shown"),
	[STORE_FACTORY] = N_("what came with the program is shown"),
};

/* The same as state_of(), for people. */
static const char *
said_of(const struct stored *edition)
{
	/* TRANSLATORS: behind the date of an edition. */
	if (edition->damaged)
		return _("damaged");
	if (edition->away)
		return _("staff went back from it");
	if (edition->outdated)
		return _("its keys are no longer valid");
	return edition->factory ? _("came with the program") : _("whole");
}

static void
say_edition(const struct stored *edition, bool is_shown)
{
	char *date = load_date(edition->dates.created);

	printf("  %c %" PRIu32 "-%" PRIu64 "  %s  %s\n", is_shown ? '*' : ' ',
	    edition->epoch, edition->sequence, date, said_of(edition));
	free(date);
}

/* The editions from FIRST that are of its channel; how many. */
static size_t
one_channel(const struct store *s, size_t first, struct json *j)
{
	const char *channel = store_edition(s, first)->channel;
	enum store_why why = STORE_NEWEST;
	const struct stored *shown = store_shown(s, channel, &why);
	size_t n = first;

	if (j == NULL) {
		printf("%s  %s\n", channel, shown != NULL ? _(said_why[why])
			: _("nothing can be shown"));
	} else {
		json_object_begin(j, NULL);
		json_text(j, "channel", channel);
		json_text(j, "why", shown != NULL ? whys[why] : "nothing");
		json_number(j, "reason", store_reason(s, channel));
		json_array_begin(j, "editions");
	}
	for (; n < store_count(s); n++) {
		const struct stored *edition = store_edition(s, n);

		if (strcmp(edition->channel, channel) != 0)
			break;
		if (j == NULL)
			say_edition(edition, edition == shown);
		else
			json_edition(j, edition, edition == shown);
	}
	if (j != NULL) {
		json_array_end(j);
		json_object_end(j);
	}
	return n - first;
}

static void
json_root(struct json *j, const struct store *s)
{
	const struct trust *trust = store_trust(s);
	char hex[HASH_HEX_SIZE] = "";
	struct hash sum;

	if (trust != NULL) {
		trust_fingerprint(trust, &sum);
		hash_hex(hex, &sum);
	}
	json_number(j, "root",
	    trust != NULL ? trust_root_version(trust) : 0);
	json_text(j, "fingerprint", hex);
	if (trust != NULL)
		json_number(j, "root_expires", trust_expires(trust));
	json_bool(j, "root_past", store_root_is_past(s, io_now()));
}

static void
all_json(const struct load *l, const struct store *s, uint64_t left)
{
	struct json j = { .out = stdout };

	json_object_begin(&j, NULL);
	json_text(&j, "store", l->folder);
	json_number(&j, "free", (int64_t)left);
	json_number(&j, "floor", store_floor_time(s));
	json_bool(&j, "clock_behind", io_now() < store_floor_time(s));
	json_root(&j, s);
	json_array_begin(&j, "channels");
	for (size_t n = 0; n < store_count(s);)
		n += one_channel(s, n, &j);
	json_array_end(&j);
	json_object_end(&j);
	json_end(&j);
}

/* What staff compare with the kiosk's label, and what they are to tell. */
static void
text_root(const struct store *s)
{
	const struct trust *trust = store_trust(s);
	char *label = NULL;
	char *day = NULL;

	if (trust == NULL) {
		puts(_("Nothing can be installed: there is no list of "
		       "publishers. Ask for help."));
		return;
	}
	label = load_fingerprint(trust);
	day = load_date(trust_expires(trust));
	printf(_("The label on this kiosk must say: %s"), label);
	putchar('\n');
	if (store_root_is_past(s, io_now())) {
		printf(_("The list of publishers ended on %s. Tell who runs "
			 "this kiosk."), day);
		putchar('\n');
	}
	free(day);
	free(label);
}

static void
all_text(const struct load *l, const struct store *s, uint64_t left)
{
	char *floor = load_date(store_floor_time(s));

	printf(_("Store: %s\n"), l->folder);
	/* TRANSLATORS: a size in megabytes. */
	printf(_("Free: %llu MB\n"), (unsigned long long)(left / 1000000));
	text_root(s);
	if (io_now() < store_floor_time(s))
		printf(_("The clock is wrong: it must be %s or later.\n"),
		    floor);
	for (size_t n = 0; n < store_count(s);)
		n += one_channel(s, n, NULL);
	if (store_count(s) == 0)
		puts(_("Nothing is installed."));
	free(floor);
}

static int
run(struct load *l, char **operands)
{
	struct store *s = NULL;
	struct err e = { 0 };
	struct err none = { 0 };
	uint64_t left = 0;

	(void)operands;
	if (store_open(&s, &l->place, STORE_READ, &e) < 0)
		return load_refuse(l, l->folder, &e);
	if (store_room(s, &left, &none) < 0)
		log_line("%s", none.text);
	if (load_json(l))
		all_json(l, s, left);
	else
		all_text(l, s, left);
	store_close(s);
	return LOAD_DONE;
}

const struct load_command load_status_command = {
	.name = "status",
	.operands = "",
	.about = N_("Say what is installed and which edition of each channel "
		    "is shown (*)."),
	.run = run,
};
