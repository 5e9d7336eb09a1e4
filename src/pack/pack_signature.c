/*
 * The options --key and --signature.
 */
#include <config.h>

#include "pack/pack_signature.h"

#include <libintl.h>
#include <stdio.h>

#include "pack/pack_passphrase.h"
#include "pack/signature.h"

#define _(s) gettext(s)

bool
pack_signature_given(const struct pack_given *given)
{
	if ((given[PACK_SIGNATURE_KEY].value != NULL) !=
	    (given[PACK_SIGNATURE_FILE].value != NULL))
		return true;
	fputs(_("vereda-pack: Sign with --key, or add a signature of "
		"minisign with --signature.\n"),
	    stderr);
	return false;
}

int
pack_signature_get(struct minisig *out, const struct pack_given *given,
    struct bytes message, const char *comment, struct err *e)
{
	const char *file = given[PACK_SIGNATURE_FILE].value;
	struct secret_key *key = NULL;
	int rc;

	if (file != NULL)
		return signature_read(out, file, e);
	rc = pack_key_load(&key, given[PACK_SIGNATURE_KEY].value,
	    given[PACK_SIGNATURE_PASSPHRASE_FILE].value, e);
	if (rc == 0)
		rc = signature_make(out, key, message, comment, e);
	secret_key_free(key);
	return rc;
}
