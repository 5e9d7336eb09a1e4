/*
 * Byte ranges, the growing buffer and the reader of foreign bytes.
 */
#include <config.h>

#include "base/bytes.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define NUMBER_BITS 28 /* of reader_number() */

struct bytes
bytes_of(const void *at, size_t len)
{
	return (struct bytes){ at, len };
}

struct bytes
bytes_of_text(const char *text)
{
	return bytes_of(text, strlen(text));
}

bool
bytes_equal(struct bytes a, struct bytes b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

bool
bytes_all_zero(struct bytes b)
{
	for (size_t i = 0; i < b.len; i++)
		if (b.at[i] != 0)
			return false;
	return true;
}

static void
reserve(struct buffer *b, size_t more)
{
	size_t room = b->room > 0 ? b->room : 256;

	if (b->room - b->len >= more)
		return;
	while (room - b->len < more)
		room *= 2;
	b->at = xrealloc(b->at, room, 1);
	b->room = room;
}

void
buffer_add(struct buffer *b, const void *at, size_t len)
{
	if (len == 0)
		return;
	reserve(b, len);
	memcpy(b->at + b->len, at, len);
	b->len += len;
}

void
buffer_add_text(struct buffer *b, const char *text)
{
	buffer_add(b, text, strlen(text));
}

void
buffer_add_zeros(struct buffer *b, size_t count)
{
	if (count > 0)
		memset(buffer_add_room(b, count), 0, count);
}

uint8_t *
buffer_add_room(struct buffer *b, size_t count)
{
	reserve(b, count);
	b->len += count;
	return b->at + b->len - count;
}

static void
add_little(struct buffer *b, uint64_t value, size_t size)
{
	uint8_t raw[8];

	for (size_t i = 0; i < size; i++)
		raw[i] = (uint8_t)(value >> (8 * i));
	buffer_add(b, raw, size);
}

void
buffer_add_u16(struct buffer *b, uint16_t value)
{
	add_little(b, value, 2);
}

void
buffer_add_u32(struct buffer *b, uint32_t value)
{
	add_little(b, value, 4);
}

void
buffer_add_u64(struct buffer *b, uint64_t value)
{
	add_little(b, value, 8);
}

void
buffer_fini(struct buffer *b)
{
	free(b->at);
	*b = (struct buffer){ 0 };
}

void
buffer_add_number(struct buffer *b, uint32_t value)
{
	do {
		uint8_t byte = (uint8_t)((value & 0x7F) |
		    (value > 0x7F ? 0x80 : 0));

		buffer_add(b, &byte, 1);
		value >>= 7;
	} while (value > 0);
}

struct bytes
buffer_bytes(const struct buffer *b)
{
	return bytes_of(b->at, b->len);
}

struct reader
reader_of(struct bytes bytes)
{
	return (struct reader){ .bytes = bytes };
}

struct bytes
reader_take(struct reader *r, size_t len)
{
	struct bytes taken = { 0 };

	if (r->failed || len > r->bytes.len - r->pos) {
		r->failed = true;
		return taken;
	}
	taken = bytes_of(r->bytes.at + r->pos, len);
	r->pos += len;
	return taken;
}

static uint64_t
take_little(struct reader *r, size_t size)
{
	struct bytes raw = reader_take(r, size);
	uint64_t value = 0;

	for (size_t i = 0; i < raw.len; i++)
		value |= (uint64_t)raw.at[i] << (8 * i);
	return value;
}

uint16_t
reader_u16(struct reader *r)
{
	return (uint16_t)take_little(r, 2);
}

uint32_t
reader_u32(struct reader *r)
{
	return (uint32_t)take_little(r, 4);
}

uint64_t
reader_u64(struct reader *r)
{
	return take_little(r, 8);
}

uint32_t
reader_number(struct reader *r)
{
	uint32_t value = 0;

	for (unsigned shift = 0; shift < NUMBER_BITS && !r->failed &&
	     r->pos < r->bytes.len; shift += 7) {
		uint8_t byte = r->bytes.at[r->pos++];

		value |= (uint32_t)(byte & 0x7F) << shift;
		if (byte < 0x80)
			return value;
	}
	r->failed = true;
	return 0;
}

size_t
reader_left(const struct reader *r)
{
	return r->failed ? 0 : r->bytes.len - r->pos;
}

bool
reader_failed(const struct reader *r)
{
	return r->failed;
}

bool
add_u64(uint64_t a, uint64_t b, uint64_t *sum)
{
	if (a > UINT64_MAX - b)
		return false;
	*sum = a + b;
	return true;
}
