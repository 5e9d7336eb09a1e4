/*
 * Makes images: cuts a database file into blocks and deflates them.  For
 * publishers only; same database, same bytes.
 */
#ifndef VEREDA_IMAGE_BUILD_H
#define VEREDA_IMAGE_BUILD_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/progress.h"
#include "image/image.h"

/* What a build made.  Start with { 0 }. */
struct image_parts {
	uint32_t block_size;
	uint32_t block_count;
	uint64_t image_size;
	struct hash image_hash;
	struct buffer dictionaries[IMAGE_DICTIONARIES_MAX];
	struct buffer table; /* IMAGE_ENTRY_SIZE bytes a block */
	struct buffer data;  /* the stored blocks, one after the other */
};

/* As many dictionaries as pay for a file of its size. */
#define IMAGE_DICTIONARIES_USUAL 9u

/* How a database is cut. */
struct image_recipe {
	uint32_t block_size;
	unsigned dictionaries; /* 0..8, or the usual number */
	/* Root page of a table that each search reads here and there; 0: none.
	 * If it has many blocks they are stored as they are. */
	uint32_t scattered;
	/*
	 * Writes PLAIN to OUT as raw deflate (RFC 1951) that is preceded by
	 * DICTIONARY; gives its length, 0 if that is not less than ROOM.
	 * NULL: nothing but zlib at its best level.
	 */
	uint32_t (*deflate)(uint8_t *out, uint32_t room, struct bytes plain,
	    struct bytes dictionary);
};

/*
 * Cut the database file at PATH.  The caller gives OUT back with
 * image_parts_fini(), also when this fails.
 */
CHECKED int image_build(struct image_parts *out, const char *path,
    const struct image_recipe *recipe, const struct progress *p,
    struct err *e);
void image_parts_fini(struct image_parts *parts);

#endif
