/*
 * vereda-pack root add, drop, revoke, set-threshold: changing a draft, which
 * is a root that nobody has signed.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "pack/pack_command.h"
#include "pack/pack_root.h"
#include "pack/public_key.h"
#include "pack/root_edit.h"

#define _(s) gettext(s)
#define N_(s) s

enum {
	ADD_CHANNEL,
	ADD_EPOCH,
	ADD_THRESHOLD,
	ADD_PUBLISHER,
	ADD_ROOT_KEY,
};

enum {
	DROP_CHANNEL,
	DROP_PUBLISHER,
	DROP_ROOT_KEY,
};

enum {
	REVOKE_REASON,
	REVOKE_KEEP_EPOCH,
};

enum {
	SET_THRESHOLD,
	SET_CHANNEL,
};

/* What one command asks for. */
struct wish {
	const struct pack_given *given;
	const char *key_id;
	unsigned epoch;     /* 0: not given */
	unsigned threshold; /* the same */
};

/* The draft at PATH with CHANGE made to it. */
static int
edit(const char *path, const struct wish *w,
    int (*change)(struct root *r, const struct wish *w, struct err *e))
{
	struct root_file *f = xcalloc(1, sizeof *f);
	struct err e = { 0 };
	int rc = root_file_read(f, path, &e);

	if (rc == 0 && f->count > 0)
		rc = err_set(&e, ERR_INPUT, "root %u is signed and cannot be "
		    "changed; make the next version", f->root.version);
	if (rc == 0 &&
	    (change(&f->root, w, &e) < 0 || root_edit_check(&f->root, &e) < 0 ||
		root_file_compose(f, &e) < 0 ||
		root_file_replace(f, path, &e) < 0))
		rc = -1;
	root_file_fini(f);
	free(f);
	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

static int
add_root_key(void *context, const struct minisig_key *key, struct err *e)
{
	return root_edit_add_root_key(context, key, e);
}

struct publishers {
	struct root *root;
	struct root_channel *channel;
};

static int
add_publisher(void *context, const struct minisig_key *key, struct err *e)
{
	struct publishers *p = context;

	return root_edit_add_publisher(p->root, p->channel, key, e);
}

static int
set_epoch(struct root_channel *c, unsigned epoch, struct err *e)
{
	if (epoch < c->epoch)
		return err_set(e, ERR_INPUT, "channel %s is in epoch %u; an "
		    "epoch never goes back", c->name, c->epoch);
	c->epoch = epoch;
	return 0;
}

static int
add_to_channel(struct root *r, const struct wish *w, struct err *e)
{
	const char *name = w->given[ADD_CHANNEL].value;
	struct publishers p = { r, root_edit_find(r, name) };

	if (p.channel == NULL) {
		if (w->threshold == 0)
			return err_set(e, ERR_INPUT, "channel %s is new: say "
			    "with --threshold how many must sign", name);
		if (root_edit_add_channel(r, name, 1, w->threshold, e) < 0)
			return -1;
		p.channel = root_edit_find(r, name);
	}
	if (w->threshold != 0)
		p.channel->publishers.threshold = w->threshold;
	if (w->epoch != 0 && set_epoch(p.channel, w->epoch, e) < 0)
		return -1;
	return pack_root_keys(w->given[ADD_PUBLISHER].all, add_publisher, &p,
	    e);
}

static int
add(struct root *r, const struct wish *w, struct err *e)
{
	if (pack_root_keys(w->given[ADD_ROOT_KEY].all, add_root_key, r, e) < 0)
		return -1;
	if (w->given[ADD_CHANNEL].value == NULL)
		return 0;
	return add_to_channel(r, w, e);
}

/* What of --epoch and --threshold was given. */
static bool
read_numbers(struct wish *w, const char *epoch, const char *threshold)
{
	return (epoch == NULL ||
		   pack_number(&w->epoch, "epoch", epoch, 1, UINT32_MAX)) &&
	    (threshold == NULL ||
		pack_number(&w->threshold, "threshold", threshold, 1,
		    TRUST_KEYS_MAX));
}

static int
run_add(const struct pack_given *given, char **operands)
{
	struct wish w = { .given = given };
	bool channel = given[ADD_CHANNEL].value != NULL;

	if (given[ADD_CHANNEL].count > 1 ||
	    (!channel && given[ADD_ROOT_KEY].count == 0) ||
	    (!channel && (given[ADD_PUBLISHER].count > 0 ||
			     given[ADD_EPOCH].value != NULL ||
			     given[ADD_THRESHOLD].value != NULL))) {
		fputs(_("vereda-pack: Say what to add: one --channel with its "
			"--publisher keys, or a --root-key.\n"),
		    stderr);
		return PACK_USAGE;
	}
	if (!read_numbers(&w, given[ADD_EPOCH].value,
		given[ADD_THRESHOLD].value))
		return PACK_USAGE;
	return edit(operands[0], &w, add);
}

static int
drop(struct root *r, const struct wish *w, struct err *e)
{
	const char *name = w->given[DROP_CHANNEL].value;
	const char *publisher = w->given[DROP_PUBLISHER].value;
	const char *root_key = w->given[DROP_ROOT_KEY].value;
	struct root_channel *c =
	    name == NULL ? NULL : root_edit_find(r, name);
	uint8_t id[MINISIG_KEY_ID_SIZE];

	if (root_key != NULL)
		return public_key_id(id, root_key, e) < 0 ?
		    -1 : root_edit_drop_key(r, NULL, id, e);
	if (publisher == NULL)
		return root_edit_drop_channel(r, name, e);
	if (c == NULL)
		return err_set(e, ERR_NOT_FOUND, "there is no channel %s",
		    name);
	return public_key_id(id, publisher, e) < 0 ?
	    -1 : root_edit_drop_key(r, c, id, e);
}

static int
run_drop(const struct pack_given *given, char **operands)
{
	struct wish w = { .given = given };
	bool channel = given[DROP_CHANNEL].value != NULL;

	if (channel == (given[DROP_ROOT_KEY].value != NULL) ||
	    (!channel && given[DROP_PUBLISHER].value != NULL)) {
		fputs(_("vereda-pack: Say what to drop: a --channel, one "
			"--publisher of it, or a --root-key.\n"),
		    stderr);
		return PACK_USAGE;
	}
	return edit(operands[0], &w, drop);
}

static int
revoke(struct root *r, const struct wish *w, struct err *e)
{
	uint8_t id[MINISIG_KEY_ID_SIZE];
	enum root_epochs epochs = w->given[REVOKE_KEEP_EPOCH].value != NULL ?
	    ROOT_EPOCHS_KEEP : ROOT_EPOCHS_BUMP;

	if (public_key_id(id, w->key_id, e) < 0)
		return -1;
	return root_edit_revoke(r, id, w->given[REVOKE_REASON].value, epochs,
	    e);
}

static int
run_revoke(const struct pack_given *given, char **operands)
{
	struct wish w = { .given = given, .key_id = operands[1] };

	if (given[REVOKE_REASON].value == NULL) {
		fputs(_("vereda-pack: Say with --reason why, in words that "
			"may be read by anybody.\n"),
		    stderr);
		return PACK_USAGE;
	}
	return edit(operands[0], &w, revoke);
}

static int
set_threshold(struct root *r, const struct wish *w, struct err *e)
{
	const char *name = w->given[SET_CHANNEL].value;
	struct root_channel *c =
	    name == NULL ? NULL : root_edit_find(r, name);

	if (name != NULL && c == NULL)
		return err_set(e, ERR_NOT_FOUND, "there is no channel %s",
		    name);
	if (c != NULL)
		c->publishers.threshold = w->threshold;
	else
		r->roots.threshold = w->threshold;
	return 0;
}

static int
run_set_threshold(const struct pack_given *given, char **operands)
{
	struct wish w = { .given = given };

	if (given[SET_THRESHOLD].value == NULL) {
		fputs(_("vereda-pack: Say with --threshold how many must "
			"sign.\n"),
		    stderr);
		return PACK_USAGE;
	}
	if (!read_numbers(&w, NULL, given[SET_THRESHOLD].value))
		return PACK_USAGE;
	return edit(operands[0], &w, set_threshold);
}

const struct pack_command pack_root_add = {
	.name = "root add",
	.operands = "ROOT",
	.about = N_("Add a channel, publishers of a channel, or root keys to "
		    "a draft."),
	.options = {
	    [ADD_CHANNEL] = { "channel", 'c', "NAME",
		N_("the channel, new or there already") },
	    [ADD_EPOCH] = { "epoch", 0, "N",
		N_("its epoch; 1 for a new channel") },
	    [ADD_THRESHOLD] = { "threshold", 't', "N",
		N_("how many publishers must sign") },
	    [ADD_PUBLISHER] = { "publisher", 'p', "PUB",
		N_("a key that may sign: its public file or line; several "
		   "times") },
	    [ADD_ROOT_KEY] = { "root-key", 'k', "PUB",
		N_("a key that may sign roots; several times") },
	},
	.operand_count = 1,
	.run = run_add,
};

const struct pack_command pack_root_drop = {
	.name = "root drop",
	.operands = "ROOT",
	.about = N_("Take a channel or a key that is in good hands out of a "
		    "draft."),
	.options = {
	    [DROP_CHANNEL] = { "channel", 'c', "NAME", N_("the channel") },
	    [DROP_PUBLISHER] = { "publisher", 'p', "ID",
		N_("only this publisher of it") },
	    [DROP_ROOT_KEY] = { "root-key", 'k', "ID",
		N_("the root key with this id") },
	},
	.operand_count = 1,
	.run = run_drop,
};

const struct pack_command pack_root_revoke = {
	.name = "root revoke",
	.operands = "ROOT ID",
	.about = N_("Revoke a key in a draft for ever. The channels that it "
		    "signed begin a new epoch."),
	.options = {
	    [REVOKE_REASON] = { "reason", 'r', "TEXT",
		N_("why, in words that may be read by anybody") },
	    [REVOKE_KEEP_EPOCH] = { "keep-epoch", 0, NULL,
		N_("what it signed stays good: it was lost, not stolen") },
	},
	.operand_count = 2,
	.run = run_revoke,
};

const struct pack_command pack_root_set_threshold = {
	.name = "root set-threshold",
	.operands = "ROOT",
	.about = N_("Set how many keys must sign, in a draft."),
	.options = {
	    [SET_THRESHOLD] = { "threshold", 't', "N",
		N_("how many must sign") },
	    [SET_CHANNEL] = { "channel", 'c', "NAME",
		N_("bundles of this channel, not roots") },
	},
	.operand_count = 1,
	.run = run_set_threshold,
};
