/*
 * Fuzz entry: envelopes and heads.  An input of at least an envelope's
 * length is both; the head is what follows it.
 */
#include <config.h>

#include "fuzz.h"

#include <stdlib.h>

#include "bundle/envelope.h"
#include "bundle/head.h"

const char fuzz_name[] = "head";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct envelope envelope;
	struct buffer again = { 0 };
	struct err e = { 0 };
	struct head head;
	struct bytes bytes;

	if (size < BUNDLE_ENVELOPE_SIZE)
		return 0;
	if (envelope_parse(&envelope, bytes_of(data, BUNDLE_ENVELOPE_SIZE),
		&e) < 0)
		err_clear(&e);
	bytes = bytes_of(data + BUNDLE_ENVELOPE_SIZE,
	    size - BUNDLE_ENVELOPE_SIZE);
	if (head_parse(&head, bytes, size, &e) < 0)
		return 0;
	/* What is accepted is what the writer makes: one spelling. */
	if (head_write(&again, &head, &e) < 0 ||
	    !bytes_equal(bytes, buffer_bytes(&again)))
		abort();
	buffer_fini(&again);
	return 0;
}

/* An envelope without signatures, and a head of one raw block. */
void
fuzz_seeds(void)
{
	struct head head = { .epoch = 1, .min_reader = 1, .sequence = 1,
		.created = 1, .stale_after = 2, .expires = 3,
		.schema_version = 1, .root_version = 1, .channel = "crm",
		.image = { .block_size = 8192, .block_count = 1,
		    .image_size = 8192, .data_len = 8192 } };
	struct buffer table = { 0 };
	struct buffer input = { 0 };
	struct err e = { 0 };

	buffer_add_u32(&table, IMAGE_ENTRY_RAW | 8192);
	buffer_add_zeros(&table, HASH_SIZE);
	head.image.table = buffer_bytes(&table);
	head.manifest = bytes_of_text("langs=es\n");
	if (envelope_write(&input, HEAD_ALIGN, NULL, 0, &e) < 0 ||
	    head_write(&input, &head, &e) < 0 ||
	    head_parse(&head, bytes_of(input.at + BUNDLE_ENVELOPE_SIZE,
		input.len - BUNDLE_ENVELOPE_SIZE), 0, &e) < 0)
		abort();
	for (size_t at = 0; at < input.len; at++) {
		uint8_t good = input.at[at];

		for (unsigned bit = 0; bit < 8; bit++) {
			input.at[at] = (uint8_t)(good ^ 1u << bit);
			LLVMFuzzerTestOneInput(input.at, input.len);
		}
		input.at[at] = good;
	}
	for (size_t len = 0; len <= input.len; len += 7)
		LLVMFuzzerTestOneInput(input.at, len);
	buffer_fini(&table);
	buffer_fini(&input);
}
