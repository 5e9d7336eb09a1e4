/*
 * Passphrases of secret keys, from the terminal or a file.
 */
#ifndef VEREDA_PACK_PASSPHRASE_H
#define VEREDA_PACK_PASSPHRASE_H

#include "base/compiler.h"
#include "base/err.h"
#include "pack/secret_key.h"

enum pack_asking {
	PACK_ASK_ONCE,
	PACK_ASK_TWICE, /* for a new key: both must be the same */
};

/*
 * A passphrase: the first line of FILE, or, when FILE is NULL, asked for on
 * the terminal without echo.  The caller gives it to pack_passphrase_wipe().
 */
CHECKED int pack_passphrase_get(char **out, const char *file,
    enum pack_asking asking, struct err *e);
void pack_passphrase_wipe(char *passphrase); /* NULL is allowed */

/* The secret key at PATH; asks only for one that is encrypted. */
CHECKED int pack_key_load(struct secret_key **out, const char *path,
    const char *passphrase_file, struct err *e);

#endif
