/*
 * Signatures and public keys in minisign's format, written: by publishers'
 * tools with their keys, and by a kiosk for its own receipts, with a key that
 * no root names.
 */
#ifndef VEREDA_MINISIG_WRITE_H
#define VEREDA_MINISIG_WRITE_H

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "bundle/minisig.h"

#define MINISIG_KEY_TEXT_SIZE 57 /* the base64 line, with a NUL */

/* The four lines of S appended to OUT: there is only one spelling. */
void minisig_text(struct buffer *out, const struct minisig *s);

/* KEY as the line that minisig_key_parse() takes. */
void minisig_key_text(char out[MINISIG_KEY_TEXT_SIZE],
    const struct minisig_key *key);

/* Sign MESSAGE (prehashed, "ED") with the trusted COMMENT; the four lines
 * are appended to OUT.  ERR_INPUT for a comment that cannot be one. */
CHECKED int minisig_sign(struct buffer *out, const struct minisig_key *key,
    const uint8_t secret[crypto_sign_SECRETKEYBYTES], struct bytes message,
    const char *comment, struct err *e);

#endif
