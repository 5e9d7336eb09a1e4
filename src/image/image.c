/*
 * Content images: where each block lies, and how one is read, checked and
 * inflated.  What SQLite sees of it is in image_vfs.c.
 */
#include <config.h>

#include "image/image.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <libintl.h>
#include <zlib.h>

#include "base/io.h"
#include "base/mem.h"

#define _(text) gettext(text)

struct image {
	struct image_layout layout;
	int fd;
	uint32_t *at; /* where each block is, bytes from data_at */
	uint8_t *stored; /* block_size bytes: a block as it is in the file */
	uint8_t *plain;  /* the same: for image_verify(), or NULL */
	z_stream inflater;
	struct err fault;
	uint8_t **kept; /* blocks, once they were good; NULL: none are kept */
	uint64_t keep_left; /* bytes that may still be kept */
};

/* One entry of the block table, unpacked. */
struct entry {
	uint32_t length; /* stored bytes */
	unsigned dictionary; /* 0 for none */
	bool raw;
	struct bytes hash;
};

/* N is less than the count of blocks, for which the table was found to be
 * long enough; opening goes through all of them, so no reader is made. */
static inline struct entry
entry_at(const struct image_layout *l, uint32_t n)
{
	const uint8_t *at = l->table.at + (size_t)n * IMAGE_ENTRY_SIZE;
	uint32_t form = at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
	    (uint32_t)at[3] << 24;

	return (struct entry){
		.length = form & IMAGE_ENTRY_LENGTH_MASK,
		.dictionary = (form >> IMAGE_ENTRY_DICTIONARY_SHIFT) &
		    IMAGE_ENTRY_DICTIONARY_MASK,
		.raw = (form & IMAGE_ENTRY_RAW) != 0,
		.hash = { at + 4, HASH_SIZE },
	};
}

/* Bytes of block N once it is inflated: only the last may be shorter. */
static uint32_t
plain_length(const struct image_layout *l, uint32_t n)
{
	uint64_t left = l->image_size - (uint64_t)n * l->block_size;

	return left < l->block_size ? (uint32_t)left : l->block_size;
}

static bool
block_size_is_known(uint32_t size)
{
	return size == 8192 || size == 16384 || size == 32768 || size == 65536;
}

/* How many dictionaries are used, or -1: a bad length, or one after a gap. */
static int
count_dictionaries(const struct image_layout *l)
{
	int used = 0;

	for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++) {
		size_t len = l->dictionaries[i].len;

		if (len == 0)
			continue;
		if (len < IMAGE_DICTIONARY_MIN || len > IMAGE_DICTIONARY_MAX ||
		    used != (int)i)
			return -1;
		used++;
	}
	return used;
}

/* The one legal form: raw is as long as the block, deflated is shorter. */
static inline bool
entry_is_canonical(const struct entry *entry, uint32_t plain, unsigned used)
{
	if (entry->raw)
		return entry->dictionary == 0 && entry->length == plain;
	return entry->dictionary <= used && entry->length > 0 &&
	    entry->length < plain;
}

static int
check_sizes(const struct image_layout *l, struct err *e)
{
	uint64_t blocks;

	if (!block_size_is_known(l->block_size))
		return err_set(e, ERR_HEAD_LENGTHS, "block size %u",
		    l->block_size);
	if (l->image_size == 0 || l->image_size > IMAGE_SIZE_MAX)
		return err_set(e, ERR_HEAD_LENGTHS, "image of %llu bytes",
		    (unsigned long long)l->image_size);
	blocks = (l->image_size + l->block_size - 1) / l->block_size;
	if (l->block_count == 0 || l->block_count > IMAGE_BLOCKS_MAX ||
	    l->block_count != blocks)
		return err_set(e, ERR_HEAD_LENGTHS, "%u blocks",
		    l->block_count);
	if (l->table.len != (size_t)l->block_count * IMAGE_ENTRY_SIZE)
		return err_set(e, ERR_HEAD_LENGTHS, "table of %zu bytes",
		    l->table.len);
	return 0;
}

int
image_layout_check(const struct image_layout *l, struct err *e)
{
	uint64_t sum = 0;
	uint32_t plain = l->block_size;
	int used;

	if (check_sizes(l, e) < 0)
		return -1;
	used = count_dictionaries(l);
	if (used < 0)
		return err_set(e, ERR_HEAD_LENGTHS, "dictionary lengths");
	for (uint32_t n = 0; n < l->block_count; n++) {
		struct entry entry = entry_at(l, n);

		if (n + 1 == l->block_count)
			plain = plain_length(l, n);
		if (!entry_is_canonical(&entry, plain, (unsigned)used))
			return err_set(e, ERR_HEAD_LENGTHS,
			    "entry of block %u", n);
		sum += entry.length; /* at most IMAGE_SIZE_MAX in all */
	}
	if (sum != l->data_len)
		return err_set(e, ERR_HEAD_LENGTHS,
		    "blocks of %llu bytes in data of %llu",
		    (unsigned long long)sum, (unsigned long long)l->data_len);
	return 0;
}

static uint32_t *
block_places(const struct image_layout *l)
{
	uint32_t *at = xcalloc(l->block_count, sizeof *at);
	uint32_t sum = 0;

	for (uint32_t n = 0; n < l->block_count; n++) {
		at[n] = sum;
		sum += entry_at(l, n).length;
	}
	return at;
}

/*
 * zlib's memory is ours: with none left the program ends as it does anywhere
 * else, and a block that could not be inflated is never taken for a damaged
 * one.
 */
static voidpf
zlib_take(voidpf context, uInt count, uInt size)
{
	(void)context;
	return xcalloc(count, size);
}

static void
zlib_give(voidpf context, voidpf at)
{
	(void)context;
	free(at);
}

int
image_open(struct image **out, int fd, const struct image_layout *layout,
    struct err *e)
{
	struct image *img = NULL;

	*out = NULL;
	if (image_layout_check(layout, e) < 0) {
		io_close(fd);
		return -1;
	}
	img = xcalloc(1, sizeof *img);
	img->layout = *layout;
	img->fd = fd;
	img->fault.code = ERR_NONE;
	img->inflater.zalloc = zlib_take;
	img->inflater.zfree = zlib_give;
	if (inflateInit2(&img->inflater, IMAGE_WINDOW_BITS) != Z_OK) {
		io_close(fd);
		free(img);
		return err_set(e, ERR_SYSTEM, "zlib does not start");
	}
	img->at = block_places(layout);
	img->stored = xrealloc(NULL, 1, layout->block_size);
	*out = img;
	return 0;
}

void
image_close(struct image *img)
{
	if (img == NULL)
		return;
	inflateEnd(&img->inflater);
	io_close(img->fd);
	for (uint32_t n = 0; img->kept != NULL && n < img->layout.block_count;
	     n++)
		free(img->kept[n]);
	free(img->kept);
	free(img->at);
	free(img->stored);
	free(img->plain);
	free(img);
}

uint32_t
image_block_size(const struct image *img)
{
	return img->layout.block_size;
}

uint32_t
image_block_count(const struct image *img)
{
	return img->layout.block_count;
}

uint64_t
image_size(const struct image *img)
{
	return img->layout.image_size;
}

const struct err *
image_fault(const struct image *img)
{
	return &img->fault;
}

/*
 * Inflate the stored bytes into exactly LEN bytes of OUT.  The stream is
 * reset, not made anew: after the first block zlib asks for no more memory.
 */
static bool
inflate_exactly(struct image *img, const struct entry *entry, uint8_t *out,
    uint32_t len)
{
	z_stream *z = &img->inflater;

	if (inflateReset(z) != Z_OK)
		return false;
	if (entry->dictionary > 0) {
		struct bytes d =
		    img->layout.dictionaries[entry->dictionary - 1];

		if (inflateSetDictionary(z, d.at, (uInt)d.len) != Z_OK)
			return false;
	}
	z->next_in = img->stored;
	z->avail_in = entry->length;
	z->next_out = out;
	z->avail_out = len;
	return inflate(z, Z_FINISH) == Z_STREAM_END && z->avail_in == 0 &&
	    z->avail_out == 0;
}

static int
read_block(struct image *img, uint32_t n, uint8_t *out, uint32_t *len,
    struct err *e)
{
	const struct image_layout *l = &img->layout;
	struct entry entry;
	struct hash sum;
	uint8_t *stored;

	if (n >= l->block_count)
		return err_set(e, ERR_STICK, "there is no block %u", n);
	entry = entry_at(l, n);
	stored = entry.raw ? out : img->stored;
	if (io_read_at(img->fd, stored, entry.length,
		l->data_at + img->at[n], e) < 0)
		return err_wrap(e, "block %u", n);
	hash_of(&sum, bytes_of(stored, entry.length));
	if (memcmp(sum.bytes, entry.hash.at, HASH_SIZE) != 0)
		return err_set(e, ERR_BLOCK_HASH,
		    "block %u is not what was signed", n);
	*len = plain_length(l, n);
	if (!entry.raw && !inflate_exactly(img, &entry, out, *len))
		return err_set(e, ERR_BLOCK_INFLATE,
		    "block %u does not inflate to %u bytes", n, *len);
	return 0;
}

void
image_keep(struct image *img, uint64_t most)
{
	if (img->kept == NULL)
		img->kept = xcalloc(img->layout.block_count,
		    sizeof *img->kept);
	img->keep_left = most;
}

/* zlib holds the end of what it inflated last, and gives that back only for a
 * window of another size. */
void
image_forget(struct image *img)
{
	explicit_bzero(img->stored, img->layout.block_size);
	if (img->plain != NULL)
		explicit_bzero(img->plain, img->layout.block_size);
	if (inflateReset2(&img->inflater, IMAGE_WINDOW_BITS + 1) == Z_OK)
		(void)inflateReset2(&img->inflater, IMAGE_WINDOW_BITS);
}

/* Only what was checked and inflated comes here. */
static void
keep_block(struct image *img, uint32_t n, const uint8_t *plain, uint32_t len)
{
	if (img->kept == NULL || img->keep_left < len)
		return;
	img->keep_left -= len;
	img->kept[n] = xcalloc(1, len);
	memcpy(img->kept[n], plain, len);
}

int
image_read_block(struct image *img, uint32_t n, uint8_t *out, uint32_t *len,
    struct err *e)
{
	struct err found = { 0 };

	*len = 0;
	if (img->kept != NULL && n < img->layout.block_count &&
	    img->kept[n] != NULL) {
		*len = plain_length(&img->layout, n);
		memcpy(out, img->kept[n], *len);
		return 0;
	}
	if (read_block(img, n, out, len, &found) == 0) {
		keep_block(img, n, out, *len);
		return 0;
	}
	if (img->fault.code == ERR_NONE)
		img->fault = found;
	return err_set(e, found.code, "%s", found.text);
}

int
image_verify(struct image *img, const struct progress *p, struct err *e)
{
	const struct image_layout *l = &img->layout;
	struct hash_state whole;
	struct hash sum;

	if (img->plain == NULL)
		img->plain = xrealloc(NULL, 1, l->block_size);
	hash_begin(&whole);
	for (uint32_t n = 0; n < l->block_count; n++) {
		uint32_t len;

		if (image_read_block(img, n, img->plain, &len, e) < 0)
			return -1;
		hash_add(&whole, bytes_of(img->plain, len));
		progress_tell(p, _("Checking the content"), n + 1,
		    l->block_count);
	}
	hash_end(&whole, &sum);
	if (!hash_equal(&sum, &l->image_hash))
		return err_set(e, ERR_IMAGE_HASH,
		    "the hash of the whole image differs");
	return 0;
}
