/*
 * A small bundle in a scratch folder, made by our own writer with keys of
 * known seeds, and the means to put it together differently.
 */
#ifndef VEREDA_BUNDLE_FIXTURE_H
#define VEREDA_BUNDLE_FIXTURE_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/err.h"
#include "bundle/trust.h"
#include "pack/bundle_write.h"
#include "pack/secret_key.h"

#define FIXTURE_KEYS 12

struct fixture {
	char dir[256];
	char database[300];
	char path[300];    /* what verdicts are asked about */
	struct secret_key *keys[FIXTURE_KEYS];
	struct trust *trust; /* keys 0 and 1 for "aa", 1 of them is enough;
				two of 0, 1, 2 for "bb"; 3 is revoked */
	struct buffer whole; /* a good bundle of "aa", signed by key 0 */
	size_t head_len;     /* bytes */
	const char *root;    /* the text of the root document; borrowed */
	struct buffer root_text;
};

void fixture_open(struct fixture *f);
void fixture_open_rows(struct fixture *f, int rows); /* 20 are 4 blocks */
void fixture_close(struct fixture *f);

/* A database of COUNT rows with an index. */
void fixture_database(const char *path, int page_size, int count);

/* The recipe of the good bundle, to be changed. */
struct bundle_recipe fixture_recipe(const struct fixture *f);

struct bytes fixture_head(const struct fixture *f); /* borrowed */
struct bytes fixture_data(const struct fixture *f); /* borrowed */

/* Envelope, HEAD and DATA to OUT, signed by the COUNT keys of WHO. */
void fixture_sign(struct fixture *f, struct buffer *out, struct bytes head,
    struct bytes data, const unsigned *who, unsigned count);

/* The good bundle's head with LEN bytes at AT replaced, signed by key 0. */
void fixture_patch(struct fixture *f, struct buffer *out, size_t at,
    uint64_t value, size_t len);

/* An edition that differs from the good bundle in its head alone.  What is
 * 0 is as it is there; the roots may be empty. */
struct fixture_edition {
	const char *channel;
	uint32_t epoch;
	uint64_t sequence;
	int64_t created;
	int64_t expires;
	uint32_t root_version;
	unsigned who[3]; /* keys that sign */
	unsigned count;  /* 0: key 0 alone */
	struct bytes roots;
};

void fixture_edition(struct fixture *f, struct buffer *out,
    const struct fixture_edition *spec);

/* A root document; the sets end with -1. */
struct fixture_root {
	uint32_t version;
	const char *created; /* NULL: 2026-01-01 */
	unsigned root_threshold;
	int roots[FIXTURE_KEYS + 1];
	uint32_t epoch; /* of channel "aa", threshold 1 */
	int publishers[FIXTURE_KEYS + 1];
	int revoked[FIXTURE_KEYS + 1];
	int signers[FIXTURE_KEYS + 1];
};

/* Append the document and its signatures to OUT: one entry. */
void fixture_root(struct fixture *f, struct buffer *out,
    const struct fixture_root *spec);

/* Append ENTRY with its length, as it stands in the Roots region. */
void fixture_add_entry(struct buffer *region, struct bytes entry);

/* From now on the process may take MORE bytes of memory than it has, and
 * ends if it wants more; 0 lifts that.  Nothing under the address sanitizer. */
void fixture_limit_memory(size_t more);

void fixture_write(const struct fixture *f, struct bytes file);

/* What the reader says of the file at PATH: ERR_NONE if it takes all. */
enum err_code fixture_verdict(const struct fixture *f);
enum err_code fixture_verdict_of(const struct fixture *f, struct bytes file);

#endif
