/*
 * Cutting, deflating and hashing.  With dictionaries, the file is divided
 * into as many parts as there are dictionaries; each part has its own, for
 * neighbouring pages are alike.
 */
#include <config.h>

#include "image/image_build.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include <libintl.h>
#define ZLIB_CONST /* zlib takes const input */
#include <zlib.h>

#include "base/io.h"
#include "base/mem.h"
#include "image/dictionary.h"

#define _(text) gettext(text)
#define LEVEL 9
#define MEMORY_LEVEL 9

struct build {
	struct image_parts *parts;
	int fd;
	unsigned dictionaries; /* as many as were asked for */
	uint8_t *plain;        /* one block */
	uint8_t *packed[2];    /* the same; without and with a dictionary */
	z_stream deflater;
	struct hash_state whole;
};

static uint32_t
plain_length(const struct image_parts *parts, uint32_t n)
{
	uint64_t left = parts->image_size - (uint64_t)n * parts->block_size;

	return left < parts->block_size ? (uint32_t)left : parts->block_size;
}

/* Which part block N belongs to: 0 .. dictionaries - 1. */
static unsigned
part_of(const struct build *b, uint32_t n)
{
	return (unsigned)((uint64_t)n * b->dictionaries /
	    b->parts->block_count);
}

static int
train_part(struct build *b, unsigned part, struct buffer *out, struct err *e)
{
	struct image_parts *parts = b->parts;
	struct buffer samples = { 0 };
	int rc = 0;

	for (uint32_t n = 0; n < parts->block_count && rc == 0; n++) {
		uint32_t len = plain_length(parts, n);

		if (part_of(b, n) != part)
			continue;
		rc = io_read_to(&samples, b->fd, len,
		    (uint64_t)n * parts->block_size, e);
	}
	if (rc == 0)
		dictionary_train(out, buffer_bytes(&samples),
		    parts->block_size);
	buffer_fini(&samples);
	return rc;
}

/* All or none: the used ones stand first, and part_of() needs no map. */
static int
train(struct build *b, const struct progress *p, struct err *e)
{
	struct buffer *d = b->parts->dictionaries;

	for (unsigned part = 0; part < b->dictionaries; part++) {
		if (train_part(b, part, &d[part], e) < 0)
			return -1;
		if (d[part].len < IMAGE_DICTIONARY_MIN)
			b->dictionaries = 0;
		progress_tell(p, _("Looking for what repeats"), part + 1,
		    b->dictionaries);
	}
	if (b->dictionaries == 0)
		for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++)
			buffer_fini(&d[i]);
	return 0;
}

/* Deflate PLAIN into OUT; its length, or 0 if it would not be shorter. */
static uint32_t
deflate_block(struct build *b, struct bytes plain, struct bytes dictionary,
    uint8_t *out)
{
	z_stream *z = &b->deflater;

	if (deflateReset(z) != Z_OK)
		return 0;
	if (dictionary.len > 0 &&
	    deflateSetDictionary(z, dictionary.at, (uInt)dictionary.len) !=
		Z_OK)
		return 0;
	z->next_in = plain.at;
	z->avail_in = (uInt)plain.len;
	z->next_out = out;
	z->avail_out = (uInt)plain.len - 1;
	if (deflate(z, Z_FINISH) != Z_STREAM_END)
		return 0;
	return (uint32_t)(plain.len - 1 - z->avail_out);
}

static void
add_entry(struct build *b, uint32_t form, struct bytes stored)
{
	struct hash sum;

	hash_of(&sum, stored);
	buffer_add_u32(&b->parts->table, form | (uint32_t)stored.len);
	buffer_add(&b->parts->table, sum.bytes, HASH_SIZE);
	buffer_add(&b->parts->data, stored.at, stored.len);
}

static int
add_block(struct build *b, uint32_t n, struct err *e)
{
	uint32_t len = plain_length(b->parts, n);
	struct bytes plain = bytes_of(b->plain, len);
	unsigned part = part_of(b, n);
	uint32_t alone;
	uint32_t helped = 0;

	if (io_read_at(b->fd, b->plain, len,
		(uint64_t)n * b->parts->block_size, e) < 0)
		return -1;
	hash_add(&b->whole, plain);
	alone = deflate_block(b, plain, (struct bytes){ 0 }, b->packed[0]);
	if (b->dictionaries > 0)
		helped = deflate_block(b, plain,
		    buffer_bytes(&b->parts->dictionaries[part]), b->packed[1]);
	if (helped > 0 && (alone == 0 || helped < alone))
		add_entry(b, (part + 1) << IMAGE_ENTRY_DICTIONARY_SHIFT,
		    bytes_of(b->packed[1], helped));
	else if (alone > 0)
		add_entry(b, 0, bytes_of(b->packed[0], alone));
	else
		add_entry(b, IMAGE_ENTRY_RAW, plain);
	return 0;
}

static int
add_blocks(struct build *b, const struct progress *p, struct err *e)
{
	struct image_parts *parts = b->parts;

	b->plain = xcalloc(1, parts->block_size);
	b->packed[0] = xcalloc(1, parts->block_size);
	b->packed[1] = xcalloc(1, parts->block_size);
	hash_begin(&b->whole);
	for (uint32_t n = 0; n < parts->block_count; n++) {
		if (add_block(b, n, e) < 0)
			return -1;
		progress_tell(p, _("Compressing"), n + 1, parts->block_count);
	}
	hash_end(&b->whole, &parts->image_hash);
	return 0;
}

static int
measure(struct image_parts *parts, int fd, struct err *e)
{
	uint64_t blocks;

	if (io_size(&parts->image_size, fd, e) < 0)
		return -1;
	blocks = (parts->image_size + parts->block_size - 1) /
	    parts->block_size;
	if (parts->image_size == 0)
		return err_set(e, ERR_INPUT, "an empty file");
	if (parts->image_size > IMAGE_SIZE_MAX || blocks > IMAGE_BLOCKS_MAX)
		return err_set(e, ERR_LIMIT, "%llu bytes are too many",
		    (unsigned long long)parts->image_size);
	parts->block_count = (uint32_t)blocks;
	return 0;
}

int
image_build(struct image_parts *out, const char *path, uint32_t block_size,
    unsigned dictionaries, const struct progress *p, struct err *e)
{
	struct build b = { .parts = out, .fd = -1,
		.dictionaries = dictionaries };
	int rc = -1;

	*out = (struct image_parts){ .block_size = block_size };
	if (dictionaries > IMAGE_DICTIONARIES_MAX || block_size == 0)
		return err_set(e, ERR_INPUT, "%u dictionaries, blocks of %u",
		    dictionaries, block_size);
	if (deflateInit2(&b.deflater, LEVEL, Z_DEFLATED, IMAGE_WINDOW_BITS,
		MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
		return err_set(e, ERR_SYSTEM, "zlib does not start");
	if (io_open(&b.fd, AT_FDCWD, path, IO_READ, e) == 0 &&
	    measure(out, b.fd, e) == 0 && train(&b, p, e) == 0 &&
	    add_blocks(&b, p, e) == 0)
		rc = 0;
	else
		err_wrap(e, "%s", path);
	deflateEnd(&b.deflater);
	io_close(b.fd);
	free(b.plain);
	free(b.packed[0]);
	free(b.packed[1]);
	return rc;
}

void
image_parts_fini(struct image_parts *parts)
{
	for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++)
		buffer_fini(&parts->dictionaries[i]);
	buffer_fini(&parts->table);
	buffer_fini(&parts->data);
}
