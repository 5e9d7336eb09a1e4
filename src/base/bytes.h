/*
 * Byte ranges: a pointer and its length, always together; a growing buffer;
 * and a reader of little-endian fields that remembers its first failure.
 */
#ifndef VEREDA_BYTES_H
#define VEREDA_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Borrowed: whoever made the range keeps it alive. */
struct bytes {
	const uint8_t *at;
	size_t len;
};

struct bytes bytes_of(const void *at, size_t len);
struct bytes bytes_of_text(const char *text); /* without the final NUL */
bool bytes_equal(struct bytes a, struct bytes b);
bool bytes_all_zero(struct bytes b);

/* A growing buffer.  Start with { 0 }; buffer_fini() gives it back. */
struct buffer {
	uint8_t *at;
	size_t len;
	size_t room;
};

void buffer_add(struct buffer *b, const void *at, size_t len);
void buffer_add_text(struct buffer *b, const char *text);
void buffer_add_zeros(struct buffer *b, size_t count);
uint8_t *buffer_add_room(struct buffer *b, size_t count); /* to be filled */
void buffer_add_u16(struct buffer *b, uint16_t value); /* little-endian */
void buffer_add_u32(struct buffer *b, uint32_t value);
void buffer_add_u64(struct buffer *b, uint64_t value);
/* As many bytes as it needs, 7 bits in each, low ones first; the top bit says
 * that more follow. */
void buffer_add_number(struct buffer *b, uint32_t value);
void buffer_fini(struct buffer *b);
struct bytes buffer_bytes(const struct buffer *b); /* borrowed from B */

/*
 * Reads fields one after the other.  Past the end it returns zeros and
 * remembers; check reader_failed() once, after the last field.
 */
struct reader {
	struct bytes bytes;
	size_t pos;
	bool failed;
};

struct reader reader_of(struct bytes bytes);
uint16_t reader_u16(struct reader *r);
uint32_t reader_u32(struct reader *r);
uint64_t reader_u64(struct reader *r);
uint32_t reader_number(struct reader *r); /* less than 2^28 */
struct bytes reader_take(struct reader *r, size_t len); /* empty on failure */
size_t reader_left(const struct reader *r);
bool reader_failed(const struct reader *r);

/* A + B into *SUM; false and nothing written when it does not fit. */
bool add_u64(uint64_t a, uint64_t b, uint64_t *sum);

#endif
