/*
 * vereda-pack root new, root next: drafts of roots.
 */
#include <config.h>

#include "pack/pack_root.h"

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/io.h"
#include "base/mem.h"
#include "pack/pack_command.h"
#include "pack/public_key.h"
#include "pack/root_edit.h"

#define _(s) gettext(s)
#define N_(s) s

enum {
	NEW_OUT,
	NEW_EXPIRES,
	NEW_CREATED,
	NEW_THRESHOLD,
	NEW_KEY,
};

enum {
	NEXT_OUT,
	NEXT_EXPIRES,
	NEXT_CREATED,
};

int
pack_root_date(struct date *out, const char *text, struct err *e)
{
	if (text == NULL) {
		date_of_seconds(out, io_now());
		return 0;
	}
	if (!date_parse(out, text))
		return err_set(e, ERR_INPUT, "%s is no day (YYYY-MM-DD)",
		    text);
	return 0;
}

int
pack_root_keys(const char *const *sources,
    int (*add)(void *context, const struct minisig_key *key, struct err *e),
    void *context, struct err *e)
{
	for (; *sources != NULL; sources++) {
		struct minisig_key key;

		if (public_key_read(&key, *sources, e) < 0)
			return -1;
		if (add(context, &key, e) < 0)
			return err_wrap(e, "%s", *sources);
	}
	return 0;
}

char *
pack_root_previous(const char *path, const struct root_file *f,
    const char *previous)
{
	uint32_t version = f->root.version;
	char *beside = NULL;

	if (previous != NULL)
		return xstrdup(previous);
	if (version > 1)
		beside = root_chain_name(path, version, version - 1);
	if (beside != NULL && access(beside, F_OK) == 0)
		return beside;
	free(beside);
	return NULL;
}

static int
add_root_key(void *context, const struct minisig_key *key, struct err *e)
{
	return root_edit_add_root_key(context, key, e);
}

/* Check, compose and write a new draft. */
static int
create(struct root_file *f, const char *out, struct err *e)
{
	if (root_edit_check(&f->root, e) < 0 || root_file_compose(f, e) < 0 ||
	    root_file_create(f, out, e) < 0)
		return -1;
	printf(_("Root %u is drafted in %s; nobody has signed it yet.\n"),
	    f->root.version, out);
	return 0;
}

static int
run_new(const struct pack_given *given, char **operands)
{
	struct root_file *f = NULL;
	const char *threshold = given[NEW_THRESHOLD].value;
	struct err e = { 0 };
	int rc = 0;

	(void)operands;
	if (given[NEW_OUT].value == NULL || given[NEW_EXPIRES].value == NULL ||
	    threshold == NULL || given[NEW_KEY].count == 0) {
		fputs(_("vereda-pack: Name the file with -o, the last day with "
			"--expires, how many must sign with --threshold, and "
			"each root key with --key.\n"),
		    stderr);
		return PACK_USAGE;
	}
	f = xcalloc(1, sizeof *f);
	f->root.version = 1;
	if (!pack_number(&f->root.roots.threshold, "threshold", threshold, 1,
		ROOT_KEYS_MAX)) {
		free(f);
		return PACK_USAGE;
	}
	if (pack_root_date(&f->root.created, given[NEW_CREATED].value, &e) <
		0 ||
	    pack_root_date(&f->root.expires, given[NEW_EXPIRES].value, &e) <
		0 ||
	    pack_root_keys(given[NEW_KEY].all, add_root_key, &f->root, &e) <
		0 ||
	    create(f, given[NEW_OUT].value, &e) < 0)
		rc = -1;
	root_file_fini(f);
	free(f);
	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

static int
run_next(const struct pack_given *given, char **operands)
{
	struct root_file *f = NULL;
	struct err e = { 0 };
	int rc = -1;

	if (given[NEXT_OUT].value == NULL ||
	    given[NEXT_EXPIRES].value == NULL) {
		fputs(_("vereda-pack: Name the file with -o and the last day "
			"with --expires.\n"),
		    stderr);
		return PACK_USAGE;
	}
	f = xcalloc(1, sizeof *f);
	if (root_file_read(f, operands[0], &e) == 0 &&
	    pack_root_date(&f->root.created, given[NEXT_CREATED].value, &e) ==
		0 &&
	    pack_root_date(&f->root.expires, given[NEXT_EXPIRES].value, &e) ==
		0) {
		f->root.version++;
		f->count = 0;
		rc = create(f, given[NEXT_OUT].value, &e);
	}
	root_file_fini(f);
	free(f);
	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

const struct pack_command pack_root_new = {
	.name = "root new",
	.operands = "",
	.about = N_("Draft the first root: which keys may sign later roots."),
	.options = {
	    [NEW_OUT] = { "output", 'o', "FILE",
		N_("the draft to write: root.1") },
	    [NEW_EXPIRES] = { "expires", 'e', "DATE",
		N_("the day from which kiosks ask for a newer root") },
	    [NEW_CREATED] = { "created", 0, "DATE",
		N_("the day it is made, if that is not today") },
	    [NEW_THRESHOLD] = { "threshold", 't', "N",
		N_("how many root keys must sign") },
	    [NEW_KEY] = { "key", 'k', "PUB",
		N_("a root key: its public file or line; several times") },
	},
	.run = run_new,
};

const struct pack_command pack_root_next = {
	.name = "root next",
	.operands = "ROOT",
	.about = N_("Draft the version that follows a root, as a copy of it "
		    "to be changed."),
	.options = {
	    [NEXT_OUT] = { "output", 'o', "FILE",
		N_("the draft to write: root.2 after root.1") },
	    [NEXT_EXPIRES] = { "expires", 'e', "DATE",
		N_("the day from which kiosks ask for a newer root") },
	    [NEXT_CREATED] = { "created", 0, "DATE",
		N_("the day it is made, if that is not today") },
	},
	.operand_count = 1,
	.run = run_next,
};
