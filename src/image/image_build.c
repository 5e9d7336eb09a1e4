/*
 * Cutting, deflating and hashing.  With dictionaries, the file is divided
 * into as many parts as there are dictionaries; each part has its own, for
 * neighbouring pages are alike.
 */
#include <config.h>

#include "image/image_build.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <libintl.h>
#define ZLIB_CONST /* zlib takes const input */
#include <zlib.h>

#include "base/compiler.h"
#include "base/io.h"
#include "base/mem.h"
#include "image/dictionary.h"
#include "image/table_blocks.h"

#define _(text) gettext(text)
#define RAW_FROM 60 /* percent of a block that deflate leaves at most */
#define SCATTERED_FROM 16 /* blocks; fewer stay in the memory of a reader */
#define LEVEL 9
#define MEMORY_LEVEL 9
#define DICTIONARIES_FROM (1u << 20) /* bytes of a database, for the first */
#define DICTIONARY_EACH (32u << 20)  /* bytes, for one more */

struct build {
	struct image_parts *parts;
	const struct image_recipe *recipe;
	int fd;
	unsigned dictionaries; /* as many as were asked for */
	uint64_t saved;        /* bytes of blocks, by the dictionaries */
	bool *as_is;           /* blocks that are not deflated; NULL: none */
	uint8_t *plain;        /* one block */
	uint8_t *packed[3];    /* the same: without a dictionary, with it, and
				  by the writer of the recipe */
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

static void
drop_dictionaries(struct build *b)
{
	b->dictionaries = 0;
	for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++)
		buffer_fini(&b->parts->dictionaries[i]);
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
		drop_dictionaries(b);
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

/* One way to store a block. */
struct form {
	uint32_t length; /* 0: not shorter than it is */
	uint32_t bits;   /* of its entry */
	const uint8_t *at;
};

/* The shorter one; the first of two that are as long. */
static struct form
shorter(struct form a, struct form b)
{
	return b.length > 0 && (a.length == 0 || b.length < a.length) ? b : a;
}

/* PLAIN, of that part of the file, in as few bytes as can be. */
static struct form
pack_block(struct build *b, struct bytes plain, unsigned part)
{
	struct bytes dictionary = { 0 };
	struct form best = { deflate_block(b, plain, dictionary,
				 b->packed[0]), 0, b->packed[0] };
	struct form other = { 0, (part + 1) << IMAGE_ENTRY_DICTIONARY_SHIFT,
		b->packed[1] };

	if (b->dictionaries > 0) {
		dictionary = buffer_bytes(&b->parts->dictionaries[part]);
		other.length = deflate_block(b, plain, dictionary,
		    b->packed[1]);
		if (other.length > 0 && best.length > other.length)
			b->saved += best.length - other.length;
		best = shorter(best, other);
	}
	if (b->recipe->deflate == NULL || best.length == 0)
		return best;
	other = (struct form){ 0, best.bits, b->packed[2] };
	other.length = b->recipe->deflate(b->packed[2], best.length, plain,
	    best.bits != 0 ? dictionary : (struct bytes){ 0 });
	return shorter(best, other);
}

/*
 * What hardly gets shorter (the lists of an index) is stored as it is: to
 * inflate such a block takes five times as long as to hash it.
 */
static bool
is_worth_it(uint32_t length, size_t plain)
{
	return length > 0 &&
	    (uint64_t)length * 100 < (uint64_t)plain * RAW_FROM;
}

static int
add_block(struct build *b, uint32_t n, struct err *e)
{
	uint32_t len = plain_length(b->parts, n);
	struct bytes plain = bytes_of(b->plain, len);
	struct form form;

	if (io_read_at(b->fd, b->plain, len,
		(uint64_t)n * b->parts->block_size, e) < 0)
		return -1;
	hash_add(&b->whole, plain);
	if (b->as_is != NULL && b->as_is[n]) {
		add_entry(b, IMAGE_ENTRY_RAW, plain);
		return 0;
	}
	form = pack_block(b, plain, part_of(b, n));
	if (is_worth_it(form.length, plain.len))
		add_entry(b, form.bits, bytes_of(form.at, form.length));
	else
		add_entry(b, IMAGE_ENTRY_RAW, plain);
	return 0;
}

static int
add_blocks(struct build *b, const struct progress *p, struct err *e)
{
	struct image_parts *parts = b->parts;

	if (b->plain == NULL)
		b->plain = xcalloc(1, parts->block_size);
	parts->table.len = 0;
	parts->data.len = 0;
	for (size_t i = 0; i < COUNT_OF(b->packed); i++)
		if (b->packed[i] == NULL)
			b->packed[i] = xcalloc(1, parts->block_size);
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

/* Which blocks are not deflated: to inflate twenty of them for each search
 * takes longer than all else that it does. */
static int
find_scattered(struct build *b, struct err *e)
{
	const struct image_parts *parts = b->parts;
	uint32_t found = 0;

	if (b->recipe->scattered == 0)
		return 0;
	b->as_is = xcalloc(parts->block_count, sizeof *b->as_is);
	if (table_blocks(b->as_is, &found, b->fd, parts->block_size,
		parts->block_count, b->recipe->scattered, e) < 0)
		return -1;
	if (found < SCATTERED_FROM) {
		free(b->as_is);
		b->as_is = NULL;
	}
	return 0;
}

/* Each costs its length in the head, which is read and hashed at each start:
 * fewer than would make the smallest file. */
static unsigned
usual_dictionaries(uint64_t size)
{
	uint64_t count = size / DICTIONARY_EACH + 1;

	if (size < DICTIONARIES_FROM)
		return 0;
	return count < IMAGE_DICTIONARIES_MAX ? (unsigned)count :
						IMAGE_DICTIONARIES_MAX;
}

/* As many dictionaries as are usual, but none if they are longer than what
 * they save. */
static int
build_usual(struct build *b, const struct progress *p, struct err *e)
{
	uint64_t cost = 0;

	b->dictionaries = usual_dictionaries(b->parts->image_size);
	if (train(b, p, e) < 0 || add_blocks(b, p, e) < 0)
		return -1;
	for (unsigned i = 0; i < b->dictionaries; i++)
		cost += b->parts->dictionaries[i].len;
	if (cost < b->saved || b->dictionaries == 0)
		return 0;
	drop_dictionaries(b);
	return add_blocks(b, p, e);
}

int
image_build(struct image_parts *out, const char *path,
    const struct image_recipe *recipe, const struct progress *p,
    struct err *e)
{
	struct build b = { .parts = out, .fd = -1, .recipe = recipe,
		.dictionaries = recipe->dictionaries };
	bool usual = b.dictionaries == IMAGE_DICTIONARIES_USUAL;
	int rc = -1;

	*out = (struct image_parts){ .block_size = recipe->block_size };
	if ((!usual && b.dictionaries > IMAGE_DICTIONARIES_MAX) ||
	    out->block_size == 0)
		return err_set(e, ERR_INPUT, "%u dictionaries, blocks of %u",
		    b.dictionaries, out->block_size);
	if (deflateInit2(&b.deflater, LEVEL, Z_DEFLATED, IMAGE_WINDOW_BITS,
		MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
		return err_set(e, ERR_SYSTEM, "zlib does not start");
	if (io_open(&b.fd, AT_FDCWD, path, IO_READ, e) == 0)
		rc = measure(out, b.fd, e);
	if (rc == 0)
		rc = find_scattered(&b, e);
	if (rc == 0 && usual)
		rc = build_usual(&b, p, e);
	else if (rc == 0 && (train(&b, p, e) < 0 || add_blocks(&b, p, e) < 0))
		rc = -1;
	if (rc < 0)
		err_wrap(e, "%s", path);
	deflateEnd(&b.deflater);
	io_close(b.fd);
	free(b.plain);
	free(b.as_is);
	for (size_t i = 0; i < COUNT_OF(b.packed); i++)
		free(b.packed[i]);
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
