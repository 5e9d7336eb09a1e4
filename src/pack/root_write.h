/*
 * Root documents as publishers make them: drafts that can be changed until
 * the first signature, then documents that only gain signatures.  What a
 * kiosk thinks of them is for trust.h to say.
 */
#ifndef VEREDA_ROOT_WRITE_H
#define VEREDA_ROOT_WRITE_H

#include <stdbool.h>

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/root.h"
#include "bundle/trust.h"

/* A file "root.N": the document, then its signatures by key id. */
struct root_file {
	struct root root;
	struct buffer document; /* the bytes that are signed */
	struct minisig signatures[TRUST_SIGNATURES_MAX];
	unsigned count;
};

/* Start with { 0 }; root_file_fini() also after a failure. */
CHECKED int root_file_read(struct root_file *out, const char *path,
    struct err *e);
CHECKED int root_file_parse(struct root_file *out, struct bytes bytes,
    struct err *e);
void root_file_fini(struct root_file *f);

/* Make F->document of F->root, sorted and read back.  ERR_INPUT if F has
 * signatures: they would not be of these bytes. */
CHECKED int root_file_compose(struct root_file *f, struct err *e);

/* Document and signatures, appended to OUT. */
void root_file_text(struct buffer *out, const struct root_file *f);

/* Write to PATH; a new file never takes the place of another. */
CHECKED int root_file_create(const struct root_file *f, const char *path,
    struct err *e);
CHECKED int root_file_replace(const struct root_file *f, const char *path,
    struct err *e);

/*
 * Add S if it is good and of a root key of F or of PREVIOUS (NULL for none).
 * The signatures that are there are judged again first.  ERR_UNKNOWN_KEY,
 * ERR_SIGNATURE, or ERR_INPUT when that key has signed.
 */
CHECKED int root_file_sign(struct root_file *f, const struct minisig *s,
    const struct root *previous, struct err *e);

/* How many keys of SET have a good signature in F. */
unsigned root_file_signed_by(const struct root_file *f,
    const struct root_keys *set);

/*
 * The chain up to the file PATH.  Version 1 is it alone; for another version
 * its name ends in ".N", and the earlier ones lie beside it.  The caller
 * frees *OUT.  ERR_ROOT_CHAIN as a kiosk would say it.
 */
CHECKED int root_chain_load(struct trust **out, const char *path,
    struct err *e);

/* The name of version N beside PATH, "root.3" to "root.N"; the caller frees
 * it.  NULL if PATH does not end in a full stop and its VERSION. */
char *root_chain_name(const char *path, uint32_t version, uint32_t n);

/* The whole chain T as it stands in a bundle, judged as a kiosk judges it
 * that knows root 1 alone. */
CHECKED int root_chain_region(struct buffer *out, const struct trust *t,
    struct err *e);

/* The document's hash as "1A2B 3C4D ...", 16 groups with a NUL. */
#define ROOT_FINGERPRINT_SIZE 80
void root_fingerprint(char out[ROOT_FINGERPRINT_SIZE], struct bytes document);

#endif
