/*
 * Bundles: one edition of one channel in one signed file (vereda-bundle(5)).
 * The only way to a bundle is through its signatures: a struct bundle exists
 * only once its head was authenticated.
 */
#ifndef VEREDA_BUNDLE_H
#define VEREDA_BUNDLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/progress.h"
#include "bundle/head.h"
#include "bundle/trust.h"
#include "image/image.h"

#define BUNDLE_ENVELOPE_SIZE 4096u
#define BUNDLE_SIGNATURES_MAX 3u
#define BUNDLE_SLOT_SIZE 1024u
#define BUNDLE_ROOTS_MAX (256u << 10)
#define BUNDLE_SIZE_MAX (1181116006ull) /* 1.1 GiB */

struct bundle;

/*
 * Open the file PATH and make the checks E01 to E15 in their order against
 * TRUST (which must outlive it).  Nothing is inflated yet.  The caller closes
 * *OUT.
 */
CHECKED int bundle_open(struct bundle **out, const char *path,
    const struct trust *trust, struct err *e);
void bundle_close(struct bundle *b); /* NULL is allowed */

/* What a bundle is opened for, and so by which root it is judged. */
enum bundle_use {
	BUNDLE_INSTALL, /* by the newest root, also of those that it brings */
	BUNDLE_SHOW,    /* accepted before: by the root that it names */
	BUNDLE_FACTORY, /* came with the program: no signature is asked for */
};

struct bundle_rules {
	const struct trust *trust; /* NULL is allowed for BUNDLE_FACTORY */
	enum bundle_use use;
	const char *const *channels; /* NULL-ended; any other is ERR_CHANNEL.
					NULL for all */
};

/* The same for NAME under the folder DIRFD, by RULES. */
CHECKED int bundle_open_at(struct bundle **out, int dirfd, const char *name,
    const struct bundle_rules *rules, struct err *e);

/*
 * Write the whole bundle to FD: what was judged out of memory, the blocks
 * from the file, each checked as it passes (ERR_STICK, ERR_BLOCK_HASH).  So
 * no byte of the file is read twice.  TELL is asked after each block; when
 * it returns false the copy stops with ERR_SYSTEM.
 */
CHECKED int bundle_copy(struct bundle *b, int fd,
    bool (*tell)(void *context, uint64_t done, uint64_t all), void *context,
    struct err *e);

/* What the rules trusted and the newer roots that the bundle brings;
 * borrowed.  NULL if it brings none. */
const struct trust *bundle_trust(const struct bundle *b);

/* Every block and the whole image: E20 to E23. */
CHECKED int bundle_verify(struct bundle *b, const struct progress *p,
    struct err *e);

const struct head *bundle_head(const struct bundle *b);  /* borrowed */
struct image *bundle_image(const struct bundle *b);      /* borrowed */
uint64_t bundle_size(const struct bundle *b);            /* bytes */
const char *bundle_path(const struct bundle *b);         /* borrowed */
void bundle_head_hash(const struct bundle *b, struct hash *out);

/* Who signed: 0 .. bundle_signatures() - 1. */
unsigned bundle_signatures(const struct bundle *b);
/* The key id as 16 upper-case hexadecimal digits, and the trusted comment. */
const char *bundle_signer(const struct bundle *b, unsigned n);
const char *bundle_comment(const struct bundle *b, unsigned n);

#endif
