/*
 * vereda-pack root sign: one holder's signature under a root.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "pack/pack_command.h"
#include "pack/pack_passphrase.h"
#include "pack/pack_root.h"
#include "pack/signature.h"

#define _(s) gettext(s)
#define N_(s) s

enum {
	OPTION_KEY,
	OPTION_PASSPHRASE_FILE,
	OPTION_SIGNATURE,
	OPTION_PREVIOUS,
};

static int
make_signature(struct minisig *out, const struct root_file *f,
    const struct pack_given *given, struct err *e)
{
	const struct date *day = &f->root.created;
	struct secret_key *key = NULL;
	char *comment = NULL;
	int rc;

	if (given[OPTION_SIGNATURE].value != NULL)
		return signature_read(out, given[OPTION_SIGNATURE].value, e);
	comment = xasprintf("vereda root %u of %04d-%02d-%02d",
	    f->root.version, day->year, day->month, day->day);
	rc = pack_key_load(&key, given[OPTION_KEY].value,
	    given[OPTION_PASSPHRASE_FILE].value, e);
	if (rc == 0)
		rc = signature_make(out, key, buffer_bytes(&f->document),
		    comment, e);
	secret_key_free(key);
	free(comment);
	return rc;
}

static void
say_count(const struct root_file *f, const struct root_file *previous)
{
	const struct root_keys *own = &f->root.roots;

	printf(_("Root %u has %u of the %u signatures that it needs.\n"),
	    f->root.version, root_file_signed_by(f, own), own->threshold);
	if (previous != NULL)
		printf(_("It has %u of the %u that root %u asks for.\n"),
		    root_file_signed_by(f, &previous->root.roots),
		    previous->root.roots.threshold, previous->root.version);
}

/* F with the signature of GIVEN, written back to PATH. */
static int
sign(struct root_file *f, const char *path, const struct root_file *previous,
    const struct pack_given *given, struct err *e)
{
	struct minisig s;

	if (previous != NULL && previous->root.version + 1 != f->root.version)
		return err_set(e, ERR_INPUT, "root %u does not follow root %u",
		    f->root.version, previous->root.version);
	if (make_signature(&s, f, given, e) < 0 ||
	    root_file_sign(f, &s, previous != NULL ? &previous->root : NULL,
		e) < 0 ||
	    root_file_replace(f, path, e) < 0)
		return -1;
	say_count(f, previous);
	return 0;
}

static int
run(const struct pack_given *given, char **operands)
{
	struct root_file *files = NULL; /* the root and the one before it */
	struct err e = { 0 };
	char *before = NULL;
	int rc;

	if ((given[OPTION_KEY].value != NULL) ==
	    (given[OPTION_SIGNATURE].value != NULL)) {
		fputs(_("vereda-pack: Sign with --key, or add a signature of "
			"minisign with --signature.\n"),
		    stderr);
		return PACK_USAGE;
	}
	files = xcalloc(2, sizeof *files);
	rc = root_file_read(&files[0], operands[0], &e);
	if (rc == 0)
		before = pack_root_previous(operands[0], &files[0],
		    given[OPTION_PREVIOUS].value);
	if (rc == 0 && before != NULL)
		rc = root_file_read(&files[1], before, &e);
	if (rc == 0)
		rc = sign(&files[0], operands[0],
		    before != NULL ? &files[1] : NULL, given, &e);
	root_file_fini(&files[0]);
	root_file_fini(&files[1]);
	free(files);
	free(before);
	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

const struct pack_command pack_root_sign = {
	.name = "root sign",
	.operands = "ROOT",
	.about = N_("Add one signature to a root. From the first on it can no "
		    "longer be changed."),
	.options = {
	    [OPTION_KEY] = { "key", 'k', "FILE",
		N_("the secret key that signs") },
	    [OPTION_PASSPHRASE_FILE] = { "passphrase-file", 0, "FILE",
		N_("its first line is the passphrase of the key") },
	    [OPTION_SIGNATURE] = { "signature", 's', "FILE",
		N_("add this signature that minisign made of the draft") },
	    [OPTION_PREVIOUS] = { "previous", 0, "ROOT",
		N_("the root before it, if that does not lie beside it") },
	},
	.operand_count = 1,
	.run = run,
};
