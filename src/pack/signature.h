/*
 * Signatures of people: as text, out of files that stock minisign wrote.
 */
#ifndef VEREDA_SIGNATURE_H
#define VEREDA_SIGNATURE_H

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "bundle/head.h"
#include "bundle/minisig.h"
#include "pack/secret_key.h"

#define SIGNATURE_WORDS_SIZE 128

/* What minisign prints when it accepts a signature of the head H. */
void signature_words(char out[SIGNATURE_WORDS_SIZE], const struct head *h);

/*
 * The signature file at PATH.  Its untrusted comment, which nothing protects,
 * becomes ours.  ERR_SIGNATURE_FORM.
 */
CHECKED int signature_read(struct minisig *out, const char *path,
    struct err *e);

/* Sign MESSAGE with KEY and COMMENT. */
CHECKED int signature_make(struct minisig *out, const struct secret_key *key,
    struct bytes message, const char *comment, struct err *e);

/* Put S into LIST by its key id; ERR_INPUT if that stands there. */
CHECKED int signature_insert(struct minisig *list, unsigned *count,
    unsigned max, const struct minisig *s, struct err *e);

#endif
