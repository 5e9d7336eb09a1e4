/*
 * The head, little-endian:
 *
 *     0    domain 16 | head_len 4 | header_len 4 | manifest_len 4
 *     28   table_off 4 | block_count 4 | block_size 4 | image_size 8
 *     48   data_len 8 | epoch 4 | min_reader 4 | sequence 8 | created 8
 *     80   stale_after 8 | expires 8 | flags 4 | codec 2 | hash 2
 *     104  schema_version 4 | root_version 4 | channel 32 | image_hash 32
 *     176  dict_len 2 x 8
 *     192  manifest | dictionaries | zeros to a multiple of 64
 *     table_off  36 x block_count | zeros to a multiple of 4096
 */
#include <config.h>

#include "bundle/head.h"

#include <string.h>

#define DOMAIN_SIZE 16
#define TABLE_ALIGN 64u
#define CODEC_DEFLATE 1
#define HASH_BLAKE2B 1
#define CHANNEL_AT 112u
#define TIME_MAX 7258118400 /* Unix seconds: the year 2200 */

static const uint8_t domain[DOMAIN_SIZE] = "vereda.head.v1\n";

/* Fields that are only checked against others. */
struct raw {
	uint32_t head_len;
	uint32_t header_len;
	uint32_t manifest_len;
	uint32_t table_off;
	uint32_t flags;
	uint16_t codec;
	uint16_t hash;
	struct bytes channel;
	uint16_t dict_len[IMAGE_DICTIONARIES_MAX];
	uint64_t created;
	uint64_t stale_after;
	uint64_t expires;
};

static uint64_t
round_up(uint64_t n, uint64_t to)
{
	return (n + to - 1) / to * to;
}

static void
read_fields(struct head *h, struct raw *raw, struct reader *r)
{
	struct bytes hash;

	raw->head_len = reader_u32(r);
	raw->header_len = reader_u32(r);
	raw->manifest_len = reader_u32(r);
	raw->table_off = reader_u32(r);
	h->image.block_count = reader_u32(r);
	h->image.block_size = reader_u32(r);
	h->image.image_size = reader_u64(r);
	h->image.data_len = reader_u64(r);
	h->epoch = reader_u32(r);
	h->min_reader = reader_u32(r);
	h->sequence = reader_u64(r);
	raw->created = reader_u64(r);
	raw->stale_after = reader_u64(r);
	raw->expires = reader_u64(r);
	raw->flags = reader_u32(r);
	raw->codec = reader_u16(r);
	raw->hash = reader_u16(r);
	h->schema_version = reader_u32(r);
	h->root_version = reader_u32(r);
	raw->channel = reader_take(r, HEAD_CHANNEL_SIZE);
	hash = reader_take(r, HASH_SIZE);
	if (hash.len == HASH_SIZE)
		memcpy(h->image.image_hash.bytes, hash.at, HASH_SIZE);
	for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++)
		raw->dict_len[i] = reader_u16(r);
}

/* E11: a head of the one kind that we know. */
static int
check_kind(const struct raw *raw, struct err *e)
{
	if (raw->header_len != HEAD_HEADER_LEN)
		return err_set(e, ERR_HEAD, "a header of %u bytes",
		    raw->header_len);
	if (raw->flags != 0)
		return err_set(e, ERR_HEAD, "unknown flags %#x", raw->flags);
	if (raw->codec != CODEC_DEFLATE || raw->hash != HASH_BLAKE2B)
		return err_set(e, ERR_HEAD, "codec %u, hash %u", raw->codec,
		    raw->hash);
	return 0;
}

/* E12: the lengths say where everything lies; none is taken on trust. */
static int
check_lengths(const struct head *h, const struct raw *raw, size_t given,
    struct err *e)
{
	uint64_t end = HEAD_HEADER_LEN + (uint64_t)raw->manifest_len;

	if (raw->head_len != given || given > HEAD_LEN_MAX)
		return err_set(e, ERR_HEAD_LENGTHS, "a head of %u bytes",
		    raw->head_len);
	if (raw->manifest_len > HEAD_MANIFEST_MAX)
		return err_set(e, ERR_HEAD_LENGTHS, "a manifest of %u bytes",
		    raw->manifest_len);
	for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++)
		end += raw->dict_len[i];
	if (raw->table_off != round_up(end, TABLE_ALIGN))
		return err_set(e, ERR_HEAD_LENGTHS, "the table at %u",
		    raw->table_off);
	if (h->image.block_count > IMAGE_BLOCKS_MAX)
		return err_set(e, ERR_HEAD_LENGTHS, "%u blocks",
		    h->image.block_count);
	end = raw->table_off + (uint64_t)h->image.block_count *
	    IMAGE_ENTRY_SIZE;
	if (given != round_up(end, HEAD_ALIGN))
		return err_set(e, ERR_HEAD_LENGTHS, "a head of %zu bytes",
		    given);
	return 0;
}

static int
check_numbers(const struct head *h, const struct raw *raw, struct err *e)
{
	if (h->epoch == 0 || h->sequence == 0 || h->sequence > INT64_MAX ||
	    h->min_reader == 0 || h->root_version == 0)
		return err_set(e, ERR_HEAD_LENGTHS,
		    "epoch, sequence, min_reader or root_version");
	if (raw->created == 0 || raw->created > raw->stale_after ||
	    raw->stale_after > raw->expires || raw->expires >= TIME_MAX)
		return err_set(e, ERR_HEAD_LENGTHS,
		    "created, stale_after and expires");
	return 0;
}

/* The name to OUT; ERR_HEAD for a bad one, ERR_RESERVED behind it. */
static int
read_channel(char out[HEAD_CHANNEL_SIZE + 1], struct bytes field,
    struct err *e)
{
	size_t len = 0;

	while (len < field.len && field.at[len] != 0 &&
	    strchr("abcdefghijklmnopqrstuvwxyz0123456789-", field.at[len]))
		len++;
	if (len == 0 || len == field.len || field.at[len] != 0)
		return err_set(e, ERR_HEAD, "not a name of a channel");
	if (!bytes_all_zero(bytes_of(field.at + len, field.len - len)))
		return err_set(e, ERR_RESERVED, "bytes behind the channel");
	memcpy(out, field.at, len);
	out[len] = '\0';
	return 0;
}

int
head_peek_channel(char out[HEAD_CHANNEL_SIZE + 1], struct bytes bytes,
    struct err *e)
{
	if (bytes.len < HEAD_HEADER_LEN ||
	    memcmp(bytes.at, domain, sizeof domain) != 0)
		return err_set(e, ERR_HEAD, "not a head of version 1");
	return read_channel(out,
	    bytes_of(bytes.at + CHANNEL_AT, HEAD_CHANNEL_SIZE), e);
}

/* Manifest, dictionaries and table, whose lengths were found to fit. */
static int
take_parts(struct head *h, const struct raw *raw, struct reader *r,
    struct err *e)
{
	struct bytes gap;
	struct bytes rest;

	h->manifest = reader_take(r, raw->manifest_len);
	for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++)
		h->image.dictionaries[i] = reader_take(r, raw->dict_len[i]);
	gap = reader_take(r, raw->table_off - r->pos);
	h->image.table = reader_take(r,
	    (size_t)h->image.block_count * IMAGE_ENTRY_SIZE);
	rest = reader_take(r, reader_left(r));
	if (reader_failed(r))
		return err_set(e, ERR_HEAD_LENGTHS, "the head is too short");
	if (image_layout_check(&h->image, e) < 0)
		return -1;
	if (!bytes_all_zero(gap) || !bytes_all_zero(rest))
		return err_set(e, ERR_RESERVED, "bytes between the parts");
	return 0;
}

int
head_parse(struct head *out, struct bytes bytes, uint64_t data_at,
    struct err *e)
{
	struct reader r = reader_of(bytes);
	struct raw raw = { 0 };

	*out = (struct head){ .len = (uint32_t)bytes.len };
	if (head_peek_channel(out->channel, bytes, e) < 0)
		return -1;
	reader_take(&r, DOMAIN_SIZE);
	read_fields(out, &raw, &r);
	if (reader_failed(&r))
		return err_set(e, ERR_HEAD_LENGTHS, "the head is too short");
	if (check_kind(&raw, e) < 0 ||
	    check_lengths(out, &raw, bytes.len, e) < 0 ||
	    check_numbers(out, &raw, e) < 0 || take_parts(out, &raw, &r, e) < 0)
		return -1;
	out->created = (int64_t)raw.created;
	out->stale_after = (int64_t)raw.stale_after;
	out->expires = (int64_t)raw.expires;
	out->image.data_at = data_at;
	return 0;
}

static void
add_channel(struct buffer *out, const char *channel)
{
	size_t len = strlen(channel);

	buffer_add(out, channel, len);
	buffer_add_zeros(out, HEAD_CHANNEL_SIZE - len);
}

static void
add_header(struct buffer *out, const struct head *h, uint32_t table_off)
{
	const struct image_layout *l = &h->image;

	buffer_add(out, domain, sizeof domain);
	buffer_add_u32(out, h->len);
	buffer_add_u32(out, HEAD_HEADER_LEN);
	buffer_add_u32(out, (uint32_t)h->manifest.len);
	buffer_add_u32(out, table_off);
	buffer_add_u32(out, l->block_count);
	buffer_add_u32(out, l->block_size);
	buffer_add_u64(out, l->image_size);
	buffer_add_u64(out, l->data_len);
	buffer_add_u32(out, h->epoch);
	buffer_add_u32(out, h->min_reader);
	buffer_add_u64(out, h->sequence);
	buffer_add_u64(out, (uint64_t)h->created);
	buffer_add_u64(out, (uint64_t)h->stale_after);
	buffer_add_u64(out, (uint64_t)h->expires);
	buffer_add_u32(out, 0); /* flags */
	buffer_add_u16(out, CODEC_DEFLATE);
	buffer_add_u16(out, HASH_BLAKE2B);
	buffer_add_u32(out, h->schema_version);
	buffer_add_u32(out, h->root_version);
	add_channel(out, h->channel);
	buffer_add(out, l->image_hash.bytes, HASH_SIZE);
	for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++)
		buffer_add_u16(out, (uint16_t)l->dictionaries[i].len);
}

int
head_write(struct buffer *out, struct head *head, struct err *e)
{
	const struct image_layout *l = &head->image;
	size_t start = out->len;
	uint64_t end = HEAD_HEADER_LEN + (uint64_t)head->manifest.len;
	uint64_t table_off;
	uint64_t len;

	if (head->manifest.len > HEAD_MANIFEST_MAX ||
	    strlen(head->channel) >= HEAD_CHANNEL_SIZE)
		return err_set(e, ERR_LIMIT, "manifest or channel too long");
	for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++) {
		if (l->dictionaries[i].len > IMAGE_DICTIONARY_MAX)
			return err_set(e, ERR_LIMIT, "dictionary too long");
		end += l->dictionaries[i].len;
	}
	table_off = round_up(end, TABLE_ALIGN);
	len = round_up(table_off + l->table.len, HEAD_ALIGN);
	if (len > HEAD_LEN_MAX)
		return err_set(e, ERR_LIMIT, "the head is too long");
	head->len = (uint32_t)len;
	add_header(out, head, (uint32_t)table_off);
	buffer_add(out, head->manifest.at, head->manifest.len);
	for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++)
		buffer_add(out, l->dictionaries[i].at, l->dictionaries[i].len);
	buffer_add_zeros(out, start + (size_t)table_off - out->len);
	buffer_add(out, l->table.at, l->table.len);
	buffer_add_zeros(out, start + (size_t)len - out->len);
	return 0;
}
