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
#include "pack/pack_signature.h"
#include "pack/signature.h"

#define _(s) gettext(s)
#define N_(s) s

enum {
	OPTION_OUT = PACK_SIGNATURE_OPTIONS,
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
sign(const char *path, const struct trust *trust,
    const struct pack_given *given, struct err *e)
{
	const char *out = given[OPTION_OUT].value;
	struct bundle_signing *s = NULL;
	char words[SIGNATURE_WORDS_SIZE];
	struct minisig signature;
	int rc = bundle_signing_open(&s, path, trust, e);

	if (rc == 0)
		rc = verify(s, e);
	if (rc == 0) {
		signature_words(words, bundle_head(bundle_signing_bundle(s)));
		rc = pack_signature_get(&signature, given,
		    bundle_signing_head(s), words, e);
	}
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

	if (!pack_signature_given(given))
		return PACK_USAGE;
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
	    [PACK_SIGNATURE_KEY] = { "key", 'k', "FILE",
		N_("the secret key that signs") },
	    [PACK_SIGNATURE_PASSPHRASE_FILE] = { "passphrase-file", 0, "FILE",
		N_("its first line is the passphrase of the key") },
	    [PACK_SIGNATURE_FILE] = { "signature", 's', "FILE",
		N_("add this signature that minisign made of the head") },
	    [OPTION_OUT] = { "output", 'o', "FILE",
		N_("write there and leave the bundle as it is") },
	    [OPTION_ROOT] = { "root", 'r', "FILE",
		N_("trust the keys of this root") },
	},
	.operand_count = 1,
	.run = run,
};
