/*
 * A content image: an SQLite database cut into blocks, each deflated and
 * known by the BLAKE2b-256 of its stored bytes.  Blocks are checked before
 * they are inflated, each time they are read.  Only image_build.h makes one.
 */
#ifndef VEREDA_IMAGE_H
#define VEREDA_IMAGE_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/progress.h"

#define IMAGE_BLOCKS_MAX 32768u
#define IMAGE_DICTIONARIES_MAX 8u
#define IMAGE_DICTIONARY_MIN 256u   /* bytes */
#define IMAGE_DICTIONARY_MAX 32768u /* bytes */
#define IMAGE_SIZE_MAX (512ull << 20) /* bytes of the database */
#define IMAGE_ENTRY_SIZE 36u /* bytes of one entry of the block table */

/* What the signed head says of an image.  Byte ranges are borrowed. */
struct image_layout {
	uint32_t block_size; /* 8192, 16384, 32768 or 65536 bytes */
	uint32_t block_count;
	uint64_t image_size; /* bytes of the database */
	uint64_t data_at;    /* where block 0 lies in the file */
	uint64_t data_len;   /* all stored blocks together */
	struct hash image_hash;
	struct bytes dictionaries[IMAGE_DICTIONARIES_MAX]; /* used ones first */
	struct bytes table; /* block_count entries */
};

/*
 * One entry of the block table, little-endian:
 *
 *     | 4: form and stored length | 32: BLAKE2b-256 of the stored bytes |
 *        bit 31      stored as it is, not deflated
 *        bits 27-30  0, or the number 1..8 of its dictionary
 *        bits 0-26   stored length, bytes
 */
#define IMAGE_ENTRY_RAW 0x80000000u
#define IMAGE_ENTRY_DICTIONARY_SHIFT 27
#define IMAGE_ENTRY_DICTIONARY_MASK 0xFu
#define IMAGE_ENTRY_LENGTH_MASK 0x07FFFFFFu

/* Raw deflate (RFC 1951): the hash makes a checksum of zlib's needless. */
#define IMAGE_WINDOW_BITS (-15)

struct image;

/*
 * Does LAYOUT hold together?  Sizes in their bounds, as many entries as the
 * size asks for, stored lengths that add up to data_len, only the one form
 * of each block that image_build.h makes.  ERR_HEAD_LENGTHS.
 */
CHECKED int image_layout_check(const struct image_layout *layout,
    struct err *e);

/*
 * Check LAYOUT and make an image over the open file FD, which the image
 * closes, also when this fails.  LAYOUT is copied but what it borrows must
 * outlive the image.  The caller closes *OUT.
 */
CHECKED int image_open(struct image **out, int fd,
    const struct image_layout *layout, struct err *e);
void image_close(struct image *img); /* NULL is allowed */

uint32_t image_block_size(const struct image *img);
uint32_t image_block_count(const struct image *img);
uint64_t image_size(const struct image *img);

/*
 * Read, check and inflate block N into OUT (block_size bytes); *LEN is its
 * length, shorter only for the last.  ERR_STICK, ERR_BLOCK_HASH or
 * ERR_BLOCK_INFLATE; OUT holds nothing of use then.
 */
CHECKED int image_read_block(struct image *img, uint32_t n, uint8_t *out,
    uint32_t *len, struct err *e);

/*
 * Blocks that are read from now on and found good stay in memory, MOST bytes
 * of them, and are read from there: for an import, which needs each of them
 * several times.  What is not kept is read and checked again each time.
 */
void image_keep(struct image *img, uint64_t most);
#define IMAGE_KEEP_IMPORT (32u << 20) /* bytes */

/* Nothing of the blocks that were read is in its memory then; it goes on. */
void image_forget(struct image *img);

/* Every block, and the hash of the whole (ERR_IMAGE_HASH). */
CHECKED int image_verify(struct image *img, const struct progress *p,
    struct err *e);

/* The first fault that a read met since it was opened; code ERR_NONE if none.
 * SQLite says only "disk I/O error"; this says which block and why. */
const struct err *image_fault(const struct image *img);

#endif
