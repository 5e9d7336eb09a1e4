/*
 * The head of a bundle: the signed part that says what the file is, for
 * whom, and which blocks belong to it.  The format is in vereda-bundle(5).
 */
#ifndef VEREDA_HEAD_H
#define VEREDA_HEAD_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "base/hash.h"
#include "image/image.h"

#define HEAD_ALIGN 4096u /* bytes; heads are a multiple */
#define HEAD_LEN_MAX (2u << 20)
#define HEAD_HEADER_LEN 192u
#define HEAD_MANIFEST_MAX 16384u
#define HEAD_CHANNEL_SIZE 32 /* bytes, NUL-padded, so 31 letters */
#define HEAD_READER 1u /* the format that this program reads and writes */

struct head {
	uint32_t len; /* of the whole head, bytes */
	uint32_t epoch;
	uint32_t min_reader;
	uint64_t sequence;
	int64_t created;     /* Unix seconds, UTC */
	int64_t stale_after; /* the same; from here on it shows its age */
	int64_t expires;     /* the same */
	uint32_t schema_version;
	uint32_t root_version;
	char channel[HEAD_CHANNEL_SIZE + 1];
	struct bytes manifest; /* borrowed from the bytes that were parsed */
	struct image_layout image;
};

/*
 * The channel that the bytes of a head name, before they are authenticated:
 * it says whose keys to ask, and nothing else of it is looked at.  ERR_HEAD
 * if this is no head or no name, ERR_RESERVED.
 */
CHECKED int head_peek_channel(char out[HEAD_CHANNEL_SIZE + 1],
    struct bytes bytes, struct err *e);

/*
 * Parse the authenticated bytes of a head.  DATA_AT is where the data begins
 * in the file.  ERR_HEAD, ERR_HEAD_LENGTHS or ERR_RESERVED; whether the file
 * is as long as it says, and this reader new enough, is for the caller to
 * see.  OUT borrows from BYTES.
 */
CHECKED int head_parse(struct head *out, struct bytes bytes, uint64_t data_at,
    struct err *e);

/* The bytes of HEAD, canonical, appended to OUT; sets HEAD->len. */
CHECKED int head_write(struct buffer *out, struct head *head, struct err *e);

#endif
