/*
 * bundle/ and its writer: only what was signed, whole, is accepted.
 */
#include <config.h>

#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/io.h"
#include "base/mem.h"
#include "bundle/bundle.h"
#include "bundle/envelope.h"

#include "bundle_fixture.h"

#define ENVELOPE BUNDLE_ENVELOPE_SIZE

static int
setup(void **state)
{
	*state = xcalloc(1, sizeof(struct fixture));
	fixture_open(*state);
	return 0;
}

static int
teardown(void **state)
{
	fixture_close(*state);
	free(*state);
	return 0;
}

static void
the_whole_bundle_is_accepted_and_says_what_it_is(void **state)
{
	struct fixture *f = *state;
	struct err e = { 0 };
	struct bundle *b = NULL;
	char id[MINISIG_KEY_ID_HEX_SIZE];

	fixture_write(f, buffer_bytes(&f->whole));
	assert_int_equal(bundle_open(&b, f->path, f->trust, &e), 0);
	assert_int_equal(bundle_verify(b, NULL, &e), 0);
	assert_string_equal(bundle_head(b)->channel, "aa");
	assert_int_equal(bundle_head(b)->sequence, 42);
	assert_int_equal(bundle_size(b), f->whole.len);
	assert_int_equal(bundle_signatures(b), 1);
	minisig_key_id_hex(id, secret_key_public(f->keys[0])->id);
	assert_string_equal(bundle_signer(b, 0), id);
	assert_string_equal(bundle_comment(b, 0),
	    "vereda aa-1-42 of 2026-01-01");
	bundle_close(b);
}

/* T39 reproducible: the writer; tests/pack.test compares two builds */
static void
the_same_recipe_gives_the_same_bytes(void **state)
{
	struct fixture *f = *state;
	struct bundle_recipe recipe = fixture_recipe(f);
	struct buffer again = { 0 };
	struct err e = { 0 };

	assert_int_equal(bundle_write(f->path, &recipe, f->keys[0], NULL, &e),
	    0);
	assert_int_equal(io_read_file(&again, f->path, 1u << 20, &e), 0);
	assert_true(bytes_equal(buffer_bytes(&again),
	    buffer_bytes(&f->whole)));
	buffer_fini(&again);
}

/* T18 flip-every-bit */
static void
no_flipped_bit_is_accepted(void **state)
{
	struct fixture *f = *state;
	unsigned accepted = 0;
	int fd;

	fixture_write(f, buffer_bytes(&f->whole));
	fd = open(f->path, O_WRONLY | O_CLOEXEC);
	for (size_t i = 0; i < f->whole.len; i++) {
		uint8_t good = f->whole.at[i];

		for (unsigned bit = 0; bit < 8; bit++) {
			uint8_t bad = (uint8_t)(good ^ 1u << bit);

			assert_int_equal(pwrite(fd, &bad, 1, (off_t)i), 1);
			if (fixture_verdict(f) != ERR_NONE)
				continue;
			accepted++;
			print_message("accepted: byte %zu, bit %u\n", i, bit);
		}
		assert_int_equal(pwrite(fd, &good, 1, (off_t)i), 1);
	}
	close(fd);
	assert_int_equal(accepted, 0);
	assert_int_equal(fixture_verdict(f), ERR_NONE);
}

/* T21 truncate-every-length, append 1..4096 */
static void
no_other_length_is_accepted(void **state)
{
	struct fixture *f = *state;
	size_t len = f->whole.len;

	fixture_write(f, buffer_bytes(&f->whole));
	for (size_t i = 1; i <= 4096; i++) {
		assert_int_equal(truncate(f->path, (off_t)(len + i)), 0);
		assert_int_equal(fixture_verdict(f), ERR_HEAD_LENGTHS);
	}
	while (len-- > 0) {
		enum err_code code;

		assert_int_equal(truncate(f->path, (off_t)len), 0);
		code = fixture_verdict(f);
		assert_true(code == ERR_SHORT || code == ERR_ENVELOPE);
	}
}

/* T22 swap; the rest is in unit_hostile */
static void
parts_of_two_good_bundles_make_no_third(void **state)
{
	struct fixture *f = *state;
	struct bundle_recipe recipe = fixture_recipe(f);
	struct buffer other = { 0 };
	struct buffer mixed = { 0 };
	struct err e = { 0 };
	/* envelope, head, data: which of the two each comes from */
	size_t ends[3];

	recipe.sequence = 43;
	assert_int_equal(unlink(f->database), 0);
	fixture_database(f->database, 8192, 21);
	assert_int_equal(bundle_write(f->path, &recipe, f->keys[1], NULL, &e),
	    0);
	assert_int_equal(io_read_file(&other, f->path, 1u << 20, &e), 0);
	assert_int_equal(fixture_verdict(f), ERR_NONE);
	for (unsigned mix = 0; mix < 8; mix++) {
		enum err_code code;

		mixed.len = 0;
		for (unsigned part = 0; part < 3; part++) {
			const struct buffer *from =
			    mix >> part & 1 ? &other : &f->whole;

			ends[0] = ENVELOPE;
			ends[1] = ENVELOPE + f->head_len;
			ends[2] = from->len;
			buffer_add(&mixed,
			    from->at + (part > 0 ? ends[part - 1] : 0),
			    ends[part] - (part > 0 ? ends[part - 1] : 0));
		}
		code = fixture_verdict_of(f, buffer_bytes(&mixed));
		assert_true((code == ERR_NONE) == (mix == 0 || mix == 7));
	}
	buffer_fini(&other);
	buffer_fini(&mixed);
	/* the fixture's own database again */
	assert_int_equal(unlink(f->database), 0);
	fixture_database(f->database, 8192, 20);
}

/* T22 swap: blocks of one bundle in another order. */
static void
blocks_do_not_change_places(void **state)
{
	struct fixture *f = *state;
	struct buffer copy = { 0 };
	struct bytes head = fixture_head(f);
	size_t table = head.at[28] | (size_t)head.at[29] << 8;
	static const unsigned key = 0;
	uint8_t entry[IMAGE_ENTRY_SIZE];

	/* Two entries of the table swapped and signed again: blocks have no
	 * place of their own, so the hash of their bytes no longer fits. */
	buffer_add(&copy, head.at, head.len);
	memcpy(entry, copy.at + table, sizeof entry);
	memmove(copy.at + table, copy.at + table + sizeof entry,
	    sizeof entry);
	memcpy(copy.at + table + sizeof entry, entry, sizeof entry);
	{
		struct buffer file = { 0 };

		fixture_sign(f, &file, buffer_bytes(&copy), fixture_data(f),
		    &key, 1);
		assert_int_equal(fixture_verdict_of(f, buffer_bytes(&file)),
		    ERR_BLOCK_HASH);
		buffer_fini(&file);
	}
	buffer_fini(&copy);
}

struct field {
	size_t at; /* in the head */
	size_t len;
	uint64_t max;
};

static const uint64_t big_numbers[] = { 0, 1, 0x7FFFFFFF, 0x80000000,
	0x80000001, 0xFFFFFFFF, 0x100000000, 0x100000001, 1ull << 63,
	UINT64_MAX };

static void
expect_refused(struct fixture *f, const struct field *field, uint64_t value)
{
	struct bytes head = fixture_head(f);
	struct buffer file = { 0 };
	uint64_t good = 0;
	uint64_t mask = field->len == 8 ? UINT64_MAX :
					  (1ull << (8 * field->len)) - 1;
	enum err_code code;

	for (size_t i = 0; i < field->len; i++)
		good |= (uint64_t)head.at[field->at + i] << (8 * i);
	if ((value & mask) == good)
		return;
	fixture_patch(f, &file, field->at, value, field->len);
	code = fixture_verdict_of(f, buffer_bytes(&file));
	/* A manifest a little shorter leaves bytes in the gap behind it. */
	if (code == ERR_RESERVED && field->at == 24 && (value & mask) < good)
		code = ERR_HEAD_LENGTHS;
	if (code != ERR_HEAD_LENGTHS)
		fail_msg("field at %zu, value %llu: E%02d", field->at,
		    (unsigned long long)value, (int)code);
	buffer_fini(&file);
}

/* T23 big-numbers */
static void
lengths_that_do_not_fit_are_e12_and_take_no_memory(void **state)
{
	static const struct field fields[] = {
		{ 16, 4, HEAD_LEN_MAX },       /* head_len */
		{ 24, 4, HEAD_MANIFEST_MAX },  /* manifest_len */
		{ 28, 4, HEAD_LEN_MAX },       /* table_off */
		{ 32, 4, IMAGE_BLOCKS_MAX },   /* block_count */
		{ 36, 4, 65536 },              /* block_size */
		{ 40, 8, IMAGE_SIZE_MAX },     /* image_size */
		{ 48, 8, BUNDLE_SIZE_MAX },    /* data_len */
		{ 176, 2, IMAGE_DICTIONARY_MAX },
		{ 178, 2, IMAGE_DICTIONARY_MAX },
		{ 190, 2, IMAGE_DICTIONARY_MAX },
	};
	struct fixture *f = *state;

	fixture_limit_memory(2560u << 10);
	for (size_t i = 0; i < COUNT_OF(fields); i++) {
		for (size_t j = 0; j < COUNT_OF(big_numbers); j++)
			expect_refused(f, &fields[i], big_numbers[j]);
		expect_refused(f, &fields[i], fields[i].max);
		expect_refused(f, &fields[i], fields[i].max + 1);
	}
	fixture_limit_memory(0);
}

/* T23 big-numbers, the part that no signature covers. */
static void
lengths_in_the_envelope_are_e04(void **state)
{
	struct fixture *f = *state;
	struct buffer file = { 0 };
	static const size_t at[] = { 8, 12, 16 };

	for (size_t i = 0; i < COUNT_OF(at); i++) {
		for (size_t j = 0; j < COUNT_OF(big_numbers); j++) {
			struct buffer field = { 0 };
			enum err_code code;

			file.len = 0;
			buffer_add(&file, f->whole.at, f->whole.len);
			buffer_add_u32(&field, (uint32_t)big_numbers[j]);
			memcpy(file.at + at[i], field.at, 4);
			buffer_fini(&field);
			if (memcmp(file.at, f->whole.at, f->whole.len) == 0)
				continue;
			code = fixture_verdict_of(f, buffer_bytes(&file));
			if (at[i] == 12 && big_numbers[j] % 0x100000000 == 0)
				assert_int_equal(code, ERR_RESERVED);
			else if (at[i] == 16 && (uint32_t)big_numbers[j] == 1)
				assert_int_equal(code, ERR_ROOT_CHAIN);
			else
				assert_int_equal(code, ERR_ENVELOPE);
		}
	}
	buffer_fini(&file);
}

/* T27 wrong-channel, min-reader, and the rest of the head */
static void
fields_of_the_head_have_their_own_codes(void **state)
{
	static const struct {
		size_t at;
		size_t len;
		uint64_t value;
		enum err_code code;
	} cases[] = {
		{ 0, 1, 'V', ERR_HEAD },              /* domain */
		{ 15, 1, 1, ERR_HEAD },
		{ 20, 4, 193, ERR_HEAD },             /* header_len */
		{ 96, 4, 1, ERR_HEAD },               /* flags */
		{ 100, 2, 2, ERR_HEAD },              /* codec */
		{ 102, 2, 0, ERR_HEAD },              /* hash */
		{ 56, 4, 2, ERR_EPOCH },
		{ 56, 4, 0, ERR_HEAD_LENGTHS },
		{ 60, 4, 2, ERR_READER_TOO_OLD },
		{ 60, 4, 0, ERR_HEAD_LENGTHS },
		{ 64, 8, 0, ERR_HEAD_LENGTHS },       /* sequence */
		{ 64, 8, 1ull << 63, ERR_HEAD_LENGTHS },
		{ 72, 8, 1ull << 40, ERR_HEAD_LENGTHS }, /* created */
		{ 88, 8, 1, ERR_HEAD_LENGTHS },       /* expires */
		{ 88, 8, UINT64_MAX, ERR_HEAD_LENGTHS },
		{ 108, 4, 2, ERR_ROOT_CHAIN },        /* root_version */
		{ 112, 2, 'a' | 'z' << 8, ERR_CHANNEL },
		{ 112, 1, 'A', ERR_HEAD },
		{ 112, 1, 0, ERR_HEAD },
		{ 143, 1, 'a', ERR_RESERVED },        /* behind the channel */
		{ 144, 1, 0, ERR_IMAGE_HASH },
		{ 192, 1, 'L', ERR_HEAD_LENGTHS },    /* manifest */
		{ 196, 1, 0x1B, ERR_HEAD_LENGTHS },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct buffer file = { 0 };
		enum err_code code;

		fixture_patch(f, &file, cases[i].at, cases[i].value,
		    cases[i].len);
		code = fixture_verdict_of(f, buffer_bytes(&file));
		if (code != cases[i].code)
			fail_msg("case %zu: E%02d, not E%02d", i, (int)code,
			    (int)cases[i].code);
		buffer_fini(&file);
	}
}

static void
reserved_bytes_inside_a_signed_head_are_refused(void **state)
{
	struct fixture *f = *state;
	struct bytes head = fixture_head(f);
	size_t manifest_end = 192 + (head.at[24] | (size_t)head.at[25] << 8);
	size_t table = head.at[28] | (size_t)head.at[29] << 8;
	struct buffer file = { 0 };

	assert_true(manifest_end < table);
	fixture_patch(f, &file, manifest_end, 1, 1);
	assert_int_equal(fixture_verdict_of(f, buffer_bytes(&file)),
	    ERR_RESERVED);
	file.len = 0;
	fixture_patch(f, &file, head.len - 1, 1, 1);
	assert_int_equal(fixture_verdict_of(f, buffer_bytes(&file)),
	    ERR_RESERVED);
	buffer_fini(&file);
}

/* The head of the good bundle, for channel "bb" of epoch 2. */
static void
head_of_bb(struct fixture *f, struct buffer *out)
{
	struct bytes head = fixture_head(f);

	buffer_add(out, head.at, head.len);
	memcpy(out->at + 112, "bb", 2);
	out->at[56] = 2;
}

/* T24 signature-zoo: who must sign, and how often; the animals are in
 * unit_hostile. */
static void
the_threshold_counts_distinct_known_keys(void **state)
{
	static const struct {
		unsigned count;
		unsigned who[3];
		enum err_code code;
	} cases[] = {
		{ 0, { 0 }, ERR_THRESHOLD },
		{ 1, { 0 }, ERR_THRESHOLD },
		{ 1, { 2 }, ERR_THRESHOLD },
		{ 2, { 0, 1 }, ERR_NONE },
		{ 2, { 2, 1 }, ERR_NONE },
		{ 3, { 0, 1, 2 }, ERR_NONE },
		{ 1, { 3 }, ERR_UNKNOWN_KEY },
		{ 3, { 0, 1, 3 }, ERR_UNKNOWN_KEY },
	};
	struct fixture *f = *state;
	struct buffer head = { 0 };

	head_of_bb(f, &head);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct buffer file = { 0 };

		fixture_sign(f, &file, buffer_bytes(&head), fixture_data(f),
		    cases[i].who, cases[i].count);
		assert_int_equal(fixture_verdict_of(f, buffer_bytes(&file)),
		    cases[i].code);
		buffer_fini(&file);
	}
	buffer_fini(&head);
}

/* T24: one wrong signature among enough good ones still refuses. */
static void
every_signature_that_is_there_must_be_good(void **state)
{
	static const unsigned who[] = { 0, 1, 2 };
	struct fixture *f = *state;
	struct buffer head = { 0 };
	struct buffer other = { 0 };
	struct buffer good = { 0 };
	struct buffer forged = { 0 };

	head_of_bb(f, &head);
	fixture_sign(f, &good, buffer_bytes(&head), fixture_data(f), who, 3);
	head.at[64] ^= 1; /* another sequence */
	fixture_sign(f, &other, buffer_bytes(&head), fixture_data(f), who, 3);
	for (size_t slot = 1024; slot < ENVELOPE; slot += 1024) {
		forged.len = 0;
		buffer_add(&forged, good.at, good.len);
		memcpy(forged.at + slot, other.at + slot, 1024);
		assert_int_equal(fixture_verdict_of(f, buffer_bytes(&forged)),
		    ERR_SIGNATURE);
	}
	buffer_fini(&head);
	buffer_fini(&other);
	buffer_fini(&good);
	buffer_fini(&forged);
}

/* T24: the same key twice, and slots out of order. */
static void
slots_stand_in_order_and_no_key_stands_twice(void **state)
{
	static const unsigned who[] = { 0, 1 };
	struct fixture *f = *state;
	struct buffer head = { 0 };
	struct buffer file = { 0 };
	uint8_t slot[1024];

	head_of_bb(f, &head);
	fixture_sign(f, &file, buffer_bytes(&head), fixture_data(f), who, 2);
	memcpy(slot, file.at + 1024, sizeof slot);
	memcpy(file.at + 1024, file.at + 2048, sizeof slot);
	assert_int_equal(fixture_verdict_of(f, buffer_bytes(&file)),
	    ERR_SIGNATURE_FORM); /* twice */
	memcpy(file.at + 2048, slot, sizeof slot);
	assert_int_equal(fixture_verdict_of(f, buffer_bytes(&file)),
	    ERR_SIGNATURE_FORM); /* swapped */
	buffer_fini(&head);
	buffer_fini(&file);
}

static void
a_head_of_one_channel_is_not_judged_by_the_keys_of_another(void **state)
{
	static const unsigned who = 2; /* may sign "bb" but not "aa" */
	struct fixture *f = *state;
	struct buffer file = { 0 };

	fixture_sign(f, &file, fixture_head(f), fixture_data(f), &who, 1);
	assert_int_equal(fixture_verdict_of(f, buffer_bytes(&file)),
	    ERR_UNKNOWN_KEY);
	buffer_fini(&file);
}

static void
what_is_no_regular_file_is_e01(void **state)
{
	struct fixture *f = *state;
	struct fixture other = *f;

	snprintf(other.path, sizeof other.path, "%.250s", f->dir);
	assert_int_equal(fixture_verdict(&other), ERR_NOT_A_FILE);
	snprintf(other.path, sizeof other.path, "%.250s/link", f->dir);
	assert_int_equal(symlink(f->path, other.path), 0);
	assert_int_equal(fixture_verdict(&other), ERR_NOT_A_FILE);
	snprintf(other.path, sizeof other.path, "%.250s/fifo", f->dir);
	assert_int_equal(mkfifo(other.path, 0600), 0);
	assert_int_equal(fixture_verdict(&other), ERR_NOT_A_FILE);
	snprintf(other.path, sizeof other.path, "%.250s/none", f->dir);
	assert_int_equal(fixture_verdict(&other), ERR_STICK);
	/* sparse: 1.1 GiB and a byte */
	fixture_write(f, buffer_bytes(&f->whole));
	assert_int_equal(truncate(f->path, (off_t)BUNDLE_SIZE_MAX + 1), 0);
	assert_int_equal(fixture_verdict(f), ERR_NOT_A_FILE);
}

static void
every_read_that_fails_is_e20(void **state)
{
	struct fixture *f = *state;
	enum err_code code;
	unsigned n = 1;

	fixture_write(f, buffer_bytes(&f->whole));
	do {
		io_fail_at(n++);
		code = fixture_verdict(f);
		assert_true(code == ERR_STICK || code == ERR_NONE);
	} while (code != ERR_NONE);
	io_fail_at(0);
	assert_true(n > 6); /* open, envelope, head, four blocks */
}

static void
a_write_that_fails_leaves_the_old_bundle(void **state)
{
	struct fixture *f = *state;
	struct bundle_recipe recipe = fixture_recipe(f);
	unsigned failures = 0;

	recipe.sequence = 44;
	for (unsigned n = 1; n < 32; n++) {
		struct buffer left = { 0 };
		struct err e = { 0 };
		char path[320];
		int rc;

		fixture_write(f, buffer_bytes(&f->whole));
		io_fail_at(n);
		rc = bundle_write(f->path, &recipe, f->keys[0], NULL, &e);
		io_fail_at(0);
		err_clear(&e);
		assert_int_equal(io_read_file(&left, f->path, 1u << 20, &e),
		    0);
		assert_true((rc < 0) == bytes_equal(buffer_bytes(&left),
		    buffer_bytes(&f->whole)));
		buffer_fini(&left);
		snprintf(path, sizeof path, "%s.new", f->path);
		assert_int_equal(access(path, F_OK), -1);
		failures += rc < 0;
	}
	/* read 4 blocks, new file, 2 writes, sync, read all again, rename */
	assert_true(failures > 12);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_whole_bundle_is_accepted_and_says_what_it_is),
		cmocka_unit_test(the_same_recipe_gives_the_same_bytes),
		cmocka_unit_test(no_flipped_bit_is_accepted),
		cmocka_unit_test(no_other_length_is_accepted),
		cmocka_unit_test(parts_of_two_good_bundles_make_no_third),
		cmocka_unit_test(blocks_do_not_change_places),
		cmocka_unit_test(
		    lengths_that_do_not_fit_are_e12_and_take_no_memory),
		cmocka_unit_test(lengths_in_the_envelope_are_e04),
		cmocka_unit_test(fields_of_the_head_have_their_own_codes),
		cmocka_unit_test(
		    reserved_bytes_inside_a_signed_head_are_refused),
		cmocka_unit_test(the_threshold_counts_distinct_known_keys),
		cmocka_unit_test(every_signature_that_is_there_must_be_good),
		cmocka_unit_test(slots_stand_in_order_and_no_key_stands_twice),
		cmocka_unit_test(
		    a_head_of_one_channel_is_not_judged_by_the_keys_of_another),
		cmocka_unit_test(what_is_no_regular_file_is_e01),
		cmocka_unit_test(every_read_that_fails_is_e20),
		cmocka_unit_test(a_write_that_fails_leaves_the_old_bundle),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
