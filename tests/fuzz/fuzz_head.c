/*
 * T30 fuzz-envelope-head: an input is a list of changes, three
 * bytes each (where, 16 bits little-endian, and what), to a good envelope
 * and head: so a few bytes reach every check.
 */
#include <config.h>

#include "fuzz.h"

#include <stdlib.h>

#include "bundle/envelope.h"
#include "bundle/head.h"
#include "bundle/minisig_write.h"

#define CHANGE_SIZE 3u

const char fuzz_name[] = "head";

/* Of nothing that matters: the envelope only reads it. */
static const char signature[] = MINISIG_UNTRUSTED_LINE "\n"
    "RUTQcsrBiqSe1dmUpwj8yb5pNmWr6lQzkYBwz6IW8YDAZc2175f1dBwFugJdNKEsQr07B5Gqv"
    "C7KcmmUNv0V4iHCz1puTAPqzQ4=\n"
    "trusted comment: x\ty\n"
    "UNusrzkYSL49b77ZnqGETowRZ1a8NMvDLpUspMC09G/WtzCzfQM9c/seHewSfs0SSsiDiAEoU"
    "BfgeZQnSZgzBA==\n";

/* An envelope with a signature, and a head with a table of three blocks. */
static void
make_good(struct buffer *out)
{
	static const uint8_t dictionary[IMAGE_DICTIONARY_MIN];
	struct head head = { .epoch = 1, .min_reader = 1, .sequence = 1,
		.created = 1, .stale_after = 2, .expires = 3,
		.schema_version = 1, .root_version = 1, .channel = "crm",
		.image = { .block_size = 8192, .block_count = 3,
		    .image_size = 2 * 8192 + 100,
		    .data_len = 8192 + 500 + 40 } };
	struct bytes slot = bytes_of_text(signature);
	struct buffer table = { 0 };
	struct err e = { 0 };

	buffer_add_u32(&table, IMAGE_ENTRY_RAW | 8192);
	buffer_add_zeros(&table, HASH_SIZE);
	buffer_add_u32(&table, 1u << IMAGE_ENTRY_DICTIONARY_SHIFT | 500);
	buffer_add_zeros(&table, HASH_SIZE);
	buffer_add_u32(&table, 40);
	buffer_add_zeros(&table, HASH_SIZE);
	head.image.table = buffer_bytes(&table);
	head.image.dictionaries[0] = bytes_of(dictionary, sizeof dictionary);
	head.manifest = bytes_of_text("langs=es\n");
	if (envelope_write(out, HEAD_ALIGN, &slot, 1, &e) < 0 ||
	    head_write(out, &head, &e) < 0 ||
	    head_parse(&head, bytes_of(out->at + BUNDLE_ENVELOPE_SIZE,
		out->len - BUNDLE_ENVELOPE_SIZE), 0, &e) < 0)
		abort();
	buffer_fini(&table);
}

/* What is accepted is what the writer makes: there is one spelling. */
static void
judge_envelope(struct bytes input)
{
	struct buffer texts[BUNDLE_SIGNATURES_MAX] = { { 0 } };
	struct bytes slots[BUNDLE_SIGNATURES_MAX];
	struct envelope envelope;
	struct buffer again = { 0 };
	struct err e = { 0 };

	if (envelope_parse(&envelope, input, &e) < 0)
		return;
	for (unsigned i = 0; i < envelope.count; i++) {
		minisig_text(&texts[i], &envelope.signatures[i]);
		slots[i] = buffer_bytes(&texts[i]);
	}
	if (envelope_write(&again, envelope.head_len, slots, envelope.count,
		&e) < 0)
		abort();
	envelope_set_roots(again.at, envelope.roots_len);
	if (!bytes_equal(input, buffer_bytes(&again)))
		abort();
	for (unsigned i = 0; i < envelope.count; i++)
		buffer_fini(&texts[i]);
	buffer_fini(&again);
}

/* The same for both. */
static void
judge(struct bytes input)
{
	struct bytes bytes = bytes_of(input.at + BUNDLE_ENVELOPE_SIZE,
	    input.len - BUNDLE_ENVELOPE_SIZE);
	struct buffer again = { 0 };
	struct err e = { 0 };
	struct head head;

	judge_envelope(bytes_of(input.at, BUNDLE_ENVELOPE_SIZE));
	if (head_parse(&head, bytes, input.len, &e) < 0)
		return;
	if (head_write(&again, &head, &e) < 0 ||
	    !bytes_equal(bytes, buffer_bytes(&again)))
		abort();
	buffer_fini(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buffer input = { 0 };

	make_good(&input);
	for (size_t i = 0; i + CHANGE_SIZE <= size; i += CHANGE_SIZE) {
		size_t at = data[i] | (size_t)data[i + 1] << 8;

		input.at[at % input.len] = data[i + 2];
	}
	judge(buffer_bytes(&input));
	buffer_fini(&input);
	return 0;
}

/* Every bit of the good one flipped, and every length of its head. */
void
fuzz_seeds(void)
{
	struct buffer good = { 0 };

	make_good(&good);
	for (size_t at = 0; at < good.len; at++) {
		for (unsigned bit = 0; bit < 8; bit++) {
			uint8_t change[CHANGE_SIZE] = { (uint8_t)at,
				(uint8_t)(at >> 8),
				(uint8_t)(good.at[at] ^ 1u << bit) };

			LLVMFuzzerTestOneInput(change, sizeof change);
		}
	}
	for (size_t len = BUNDLE_ENVELOPE_SIZE; len < good.len; len++)
		judge(bytes_of(good.at, len));
	buffer_fini(&good);
}
