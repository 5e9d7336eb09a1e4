/*
 * Public keys as minisign writes them: files, lines, ids.
 */
#ifndef VEREDA_PUBLIC_KEY_H
#define VEREDA_PUBLIC_KEY_H

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/minisig.h"

/* SOURCE is the name of a public key file, or the base64 line itself. */
CHECKED int public_key_read(struct minisig_key *out, const char *source,
    struct err *e);

/* 16 hexadecimal digits, as minisign prints an id, to its bytes. */
CHECKED int public_key_id(uint8_t out[MINISIG_KEY_ID_SIZE], const char *hex,
    struct err *e);

#endif
