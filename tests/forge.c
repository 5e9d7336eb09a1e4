/*
 * forge: a bundle with another head, or a bad first block, well signed.  What
 * nobody makes by accident, for tests of programs from outside.
 *
 *	forge KEY IN OUT [AT:LEN=NUMBER | block]...
 *
 * AT is an offset in the head, NUMBER is written there in LEN bytes,
 * little-endian.  "block" spoils the first stored block and mends its hash.
 */
#include <config.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/io.h"
#include "bundle/bundle.h"
#include "bundle/envelope.h"
#include "pack/secret_key.h"

#define WHOLE_MAX (8u << 20) /* bytes */
#define TABLE_AT 28          /* in the head: where the table is */

static int
fail(const char *why)
{
	fprintf(stderr, "forge: %s\n", why);
	return 2;
}

static uint32_t
number_at(const uint8_t *at)
{
	struct reader r = reader_of(bytes_of(at, 4));

	return reader_u32(&r);
}

/* No deflate stream begins with a byte of ones. */
static void
spoil_block(uint8_t *head, uint8_t *data)
{
	uint8_t *entry = head + number_at(head + TABLE_AT);
	struct hash sum;

	data[0] = 0xFF;
	hash_of(&sum, bytes_of(data,
	    number_at(entry) & IMAGE_ENTRY_LENGTH_MASK));
	memcpy(entry + 4, sum.bytes, HASH_SIZE);
}

static bool
change(struct bytes head, uint8_t *head_at, uint8_t *data, const char *what)
{
	unsigned at = 0;
	unsigned len = 0;
	uint64_t value = 0;

	if (strcmp(what, "block") == 0) {
		spoil_block(head_at, data);
		return true;
	}
	if (sscanf(what, "%u:%u=%" SCNu64, &at, &len, &value) != 3 ||
	    len > 8 || at + len > head.len)
		return false;
	for (unsigned i = 0; i < len; i++)
		head_at[at + i] = (uint8_t)(value >> (8 * i));
	return true;
}

static int
write_signed(const char *path, const struct secret_key *key,
    struct bytes head, struct bytes rest, uint32_t roots_len, struct err *e)
{
	struct buffer signature = { 0 };
	struct buffer file = { 0 };
	struct bytes slot;
	int rc = -1;

	if (secret_key_sign(key, head, "forged", &signature, e) == 0) {
		slot = buffer_bytes(&signature);
		rc = envelope_write(&file, (uint32_t)head.len, &slot, 1, e);
	}
	if (rc == 0) {
		envelope_set_roots(file.at, roots_len);
		buffer_add(&file, head.at, head.len);
		buffer_add(&file, rest.at, rest.len);
		rc = io_write_file(path, buffer_bytes(&file), IO_REPLACE, e);
	}
	buffer_fini(&signature);
	buffer_fini(&file);
	return rc;
}

int
main(int argc, char **argv)
{
	struct secret_key *key = NULL;
	struct buffer in = { 0 };
	struct err e = { 0 };
	struct bytes head;
	size_t data_at;
	int status = 0;

	if (argc < 4)
		return fail("forge KEY IN OUT CHANGE...");
	if (hash_init(&e) < 0 || secret_key_load(&key, argv[1], NULL, &e) < 0 ||
	    io_read_file(&in, argv[2], WHOLE_MAX, &e) < 0)
		return fail(e.text);
	data_at = BUNDLE_ENVELOPE_SIZE + (size_t)number_at(in.at + 8);
	head = bytes_of(in.at + BUNDLE_ENVELOPE_SIZE,
	    data_at - BUNDLE_ENVELOPE_SIZE);
	for (int i = 4; i < argc && status == 0; i++)
		if (!change(head, in.at + BUNDLE_ENVELOPE_SIZE,
			in.at + data_at, argv[i]))
			status = fail(argv[i]);
	if (status == 0 &&
	    write_signed(argv[3], key, head,
		bytes_of(in.at + data_at, in.len - data_at),
		number_at(in.at + 16), &e) < 0)
		status = fail(e.text);
	secret_key_free(key);
	buffer_fini(&in);
	return status;
}
