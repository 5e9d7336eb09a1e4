/*
 * vereda-pack root sign: one holder's signature under a root.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "pack/pack_command.h"
#include "pack/pack_root.h"
#include "pack/pack_signature.h"

#define _(s) gettext(s)
#define N_(s) s

enum { OPTION_PREVIOUS = PACK_SIGNATURE_OPTIONS };

static int
get_signature(struct minisig *out, const struct root_file *f,
    const struct pack_given *given, struct err *e)
{
	const struct date *day = &f->root.created;
	char *comment = xasprintf("vereda root %u of %04d-%02d-%02d",
	    f->root.version, day->year, day->month, day->day);
	int rc = pack_signature_get(out, given, buffer_bytes(&f->document),
	    comment, e);

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
	if (get_signature(&s, f, given, e) < 0 ||
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

	if (!pack_signature_given(given))
		return PACK_USAGE;
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
	    [PACK_SIGNATURE_KEY] = { "key", 'k', "FILE",
		N_("the secret key that signs") },
	    [PACK_SIGNATURE_PASSPHRASE_FILE] = { "passphrase-file", 0, "FILE",
		N_("its first line is the passphrase of the key") },
	    [PACK_SIGNATURE_FILE] = { "signature", 's', "FILE",
		N_("add this signature that minisign made of the draft") },
	    [OPTION_PREVIOUS] = { "previous", 0, "ROOT",
		N_("the root before it, if that does not lie beside it") },
	},
	.operand_count = 1,
	.run = run,
};
