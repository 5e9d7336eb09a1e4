/*
 * vereda-pack sign: one more person's signature under a bundle.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/progress.h"
#include "pack/bundle_sign.h"
#include "pack/pack_command.h"
#include "pack/pack_open.h"
#include "pack/pack_passphrase.h"
#include "pack/signature.h"

#define _(s) gettext(s)
#define N_(s) s

enum {
	OPTION_KEY,
	OPTION_PASSPHRASE_FILE,
	OPTION_SIGNATURE,
	OPTION_OUT,
	OPTION_ROOT,
};

/* All of it is read: nobody signs what does not hold together. */
static int
verify(struct bundle_signing *s, struct err *e)
{
	struct progress_bar bar;
	struct progress p = progress_bar_open(&bar);
	int rc = bundle_verify(bundle_signing_bundle(s), &p, e);

	progress_bar_close(&bar);
	return rc;
}

static int
make_signature(struct minisig *out, const struct bundle_signing *s,
    const struct pack_given *given, struct err *e)
{
	struct secret_key *key = NULL;
	int rc;

	if (given[OPTION_SIGNATURE].value != NULL)
		return signature_read(out, given[OPTION_SIGNATURE].value, e);
	rc = pack_key_load(&key, given[OPTION_KEY].value,
	    given[OPTION_PASSPHRASE_FILE].value, e);
	if (rc == 0) /* with the words of the first signer */
		rc = signature_make(out, key, bundle_signing_head(s),
		    bundle_comment(bundle_signing_bundle(s), 0), e);
	secret_key_free(key);
	return rc;
}

static int
sign(const char *path, const struct trust *trust,
    const struct pack_given *given, struct err *e)
{
	const char *out = given[OPTION_OUT].value;
	struct bundle_signing *s = NULL;
	struct minisig signature;
	int rc = bundle_signing_open(&s, path, trust, e);

	if (rc == 0)
		rc = verify(s, e);
	if (rc == 0)
		rc = make_signature(&signature, s, given, e);
	if (rc == 0)
		rc = bundle_signing_add(s, &signature, e);
	if (rc == 0)
		rc = bundle_signing_write(s, out != NULL ? out : path, e);
	if (rc == 0)
		printf(_("%s: %u of the %u signatures that kiosks ask for.\n"),
		    out != NULL ? out : path, bundle_signing_count(s),
		    bundle_signing_needed(s));
	bundle_signing_close(s);
	return rc;
}

static int
run(const struct pack_given *given, char **operands)
{
	struct trust *trust = NULL;
	struct err e = { 0 };
	int rc;

	if ((given[OPTION_KEY].value != NULL) ==
	    (given[OPTION_SIGNATURE].value != NULL)) {
		fputs(_("vereda-pack: Sign with --key, or add a signature of "
			"minisign with --signature.\n"),
		    stderr);
		return PACK_USAGE;
	}
	rc = pack_trust(&trust, given[OPTION_ROOT].value, &e);
	if (rc == 0)
		rc = sign(operands[0], trust, given, &e);
	trust_free(trust);
	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

const struct pack_command pack_sign = {
	.name = "sign",
	.operands = "FILE",
	.about = N_("Verify a bundle that others have signed and add one "
		    "signature to it."),
	.options = {
	    [OPTION_KEY] = { "key", 'k', "FILE",
		N_("the secret key that signs") },
	    [OPTION_PASSPHRASE_FILE] = { "passphrase-file", 0, "FILE",
		N_("its first line is the passphrase of the key") },
	    [OPTION_SIGNATURE] = { "signature", 's', "FILE",
		N_("add this signature that minisign made of the head") },
	    [OPTION_OUT] = { "output", 'o', "FILE",
		N_("write there and leave the bundle as it is") },
	    [OPTION_ROOT] = { "root", 'r', "FILE",
		N_("trust the keys of this root") },
	},
	.operand_count = 1,
	.run = run,
};
