/*
 * Secret keys in minisign's own format (minisign.pub, minisign.key), so that
 * stock minisign can sign and verify what we make and the other way round.
 * Only publishers have them; the kiosk's programs never refer to this file.
 */
#ifndef VEREDA_SECRET_KEY_H
#define VEREDA_SECRET_KEY_H

#include <stdbool.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "bundle/minisig.h"

#define SECRET_KEY_FILE_MAX 4096 /* bytes */
#define SECRET_KEY_PASSPHRASE_MAX 1024 /* bytes */

struct secret_key;

/* A new random key pair.  The caller frees *OUT. */
CHECKED int secret_key_new(struct secret_key **out, struct err *e);

/* The key pair of a known SEED, for tests that want the same bytes each
 * time; its id is taken from the public key.  The caller frees *OUT. */
CHECKED int secret_key_from_seed(struct secret_key **out,
    const uint8_t seed[crypto_sign_SEEDBYTES], struct err *e);

/*
 * Read the key file at PATH.  PASSPHRASE may be NULL for one that is not
 * encrypted.  ERR_KEY: not a key file, or the wrong passphrase.
 */
CHECKED int secret_key_load(struct secret_key **out, const char *path,
    const char *passphrase, struct err *e);

/* Whether the file at PATH asks for a passphrase. */
CHECKED int secret_key_is_encrypted(bool *out, const char *path,
    struct err *e);

/* Write PATH (mode 0600), encrypted unless PASSPHRASE is NULL, and the public
 * key to PUBLIC_PATH.  Neither may exist yet. */
CHECKED int secret_key_save(const struct secret_key *k, const char *path,
    const char *public_path, const char *passphrase, struct err *e);

void secret_key_free(struct secret_key *k); /* wipes it; NULL is allowed */

const struct minisig_key *secret_key_public(const struct secret_key *k);

/* The public key as its base64 line, into OUT of 64 bytes. */
void secret_key_public_text(char out[64], const struct secret_key *k);

/* Sign MESSAGE (prehashed, "ED") with the trusted COMMENT; the four lines
 * are appended to OUT. */
CHECKED int secret_key_sign(const struct secret_key *k, struct bytes message,
    const char *comment, struct buffer *out, struct err *e);

#endif
