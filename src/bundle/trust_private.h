/*
 * What a struct trust is made of, for trust.c and trust_chain.c alone.
 */
#ifndef VEREDA_TRUST_PRIVATE_H
#define VEREDA_TRUST_PRIVATE_H

#include "base/bytes.h"
#include "base/compiler.h"
#include "bundle/root.h"
#include "bundle/trust.h"

/* A root that was judged, and the bytes that it came from. */
struct trust_root {
	struct root root;
	struct buffer entry; /* the document, then its signatures */
	size_t document_len; /* bytes */
};

struct trust {
	struct trust_root *roots[TRUST_ROOTS_MAX]; /* version 1 first */
	unsigned count; /* at least 1 */
};

/* ENTRY cut into document and signatures, nothing judged but the form. */
struct trust_reading {
	struct trust_root *root; /* the caller frees it */
	struct minisig signatures[TRUST_SIGNATURES_MAX];
	unsigned count;
};

CHECKED int trust_read_entry(struct trust_reading *out, struct bytes entry,
    struct err *e);
void trust_root_free(struct trust_root *r); /* NULL is allowed */
struct bytes trust_document(const struct trust_root *r); /* borrowed */

/* How many of SIGNATURES are of distinct keys of SET. */
unsigned trust_count_keys(const struct root_keys *set,
    const struct minisig *signatures, unsigned count);
const struct minisig_key *trust_find_key(const struct root_keys *set,
    const uint8_t id[MINISIG_KEY_ID_SIZE]);

#endif
