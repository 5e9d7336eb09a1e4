/*
 * Signatures in minisign's format (https://jedisct1.github.io/minisign/),
 * read strictly: only the one canonical spelling of each is accepted.
 * Verifying only; what signs lives in pack/.
 */
#ifndef VEREDA_MINISIG_H
#define VEREDA_MINISIG_H

#include <stdbool.h>
#include <stdint.h>

#include <sodium.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"

#define MINISIG_KEY_ID_SIZE 8
#define MINISIG_KEY_ID_HEX_SIZE 17 /* as minisign prints it, with a NUL */
#define MINISIG_TEXT_MAX 1024
#define MINISIG_COMMENT_MAX 512
#define MINISIG_UNTRUSTED_LINE "untrusted comment: vereda bundle signature"

struct minisig_key {
	uint8_t id[MINISIG_KEY_ID_SIZE];
	uint8_t key[crypto_sign_PUBLICKEYBYTES];
};

struct minisig {
	uint8_t id[MINISIG_KEY_ID_SIZE];
	uint8_t signature[crypto_sign_BYTES];
	char comment[MINISIG_COMMENT_MAX]; /* trusted once it is verified;
					      may have tabs */
	uint8_t global[crypto_sign_BYTES];
};

/* May COMMENT be a trusted comment?  Printable ASCII, and the tabs that
 * minisign puts between the fields of a comment of its own. */
bool minisig_comment_is_good(struct bytes comment);

/* The four lines of a signature; ERR_SIGNATURE_FORM for any other spelling. */
CHECKED int minisig_parse(struct minisig *out, struct bytes text,
    struct err *e);

/* The base64 line of a public key (56 characters); ERR_KEY. */
CHECKED int minisig_key_parse(struct minisig_key *out, struct bytes text,
    struct err *e);

/* The two halves of it, for who meets one key many times: its form, and that
 * it is a proper point, which costs as much as checking a signature. */
CHECKED int minisig_key_read(struct minisig_key *out, struct bytes text,
    struct err *e);
CHECKED int minisig_key_check(const struct minisig_key *key, struct err *e);

/* Does KEY sign MESSAGE with SIG, comment included?  ERR_SIGNATURE. */
CHECKED int minisig_verify(const struct minisig *sig,
    const struct minisig_key *key, struct bytes message, struct err *e);

void minisig_key_id_hex(char out[MINISIG_KEY_ID_HEX_SIZE],
    const uint8_t id[MINISIG_KEY_ID_SIZE]);

#endif
