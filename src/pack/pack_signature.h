/*
 * One person's signature, as sign and root sign are given it: made here with
 * a secret key, or read from the file that minisign wrote.
 */
#ifndef VEREDA_PACK_SIGNATURE_H
#define VEREDA_PACK_SIGNATURE_H

#include <stdbool.h>

#include "base/compiler.h"
#include "bundle/minisig.h"
#include "pack/pack_command.h"

/* The first options of both commands. */
enum {
	PACK_SIGNATURE_KEY,
	PACK_SIGNATURE_PASSPHRASE_FILE,
	PACK_SIGNATURE_FILE,
	PACK_SIGNATURE_OPTIONS /* where the others begin */
};

/* Either --key or --signature is given; if not, a sentence says so. */
bool pack_signature_given(const struct pack_given *given);

/* The signature of MESSAGE; COMMENT is for one that is made here. */
CHECKED int pack_signature_get(struct minisig *out,
    const struct pack_given *given, struct bytes message, const char *comment,
    struct err *e);

#endif
