/*
 * Whole bundles of hostile kinds, by the names of the test plan: T19
 * every-value, T20 flip-large, T22 swap, T24 signature-zoo, T28 bomb.
 */
#include <config.h>

#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#include "base/compiler.h"
#include "base/hash.h"
#include "base/io.h"
#include "base/mem.h"
#include "bundle/base64.h"
#include "bundle/bundle.h"
#include "bundle/envelope.h"

#include "bundle_fixture.h"

#define ENVELOPE BUNDLE_ENVELOPE_SIZE
#define SLOT BUNDLE_SLOT_SIZE

static int
setup(void **state)
{
	*state = xcalloc(1, sizeof(struct fixture));
	fixture_open_rows(*state, 200);
	return 0;
}

static int
teardown(void **state)
{
	fixture_close(*state);
	free(*state);
	return 0;
}

static bool
in_full(void)
{
	return getenv("VEREDA_CHECK_FULL") != NULL;
}

/* T19 every-value: all 255 other values of each byte of envelope and head; of
 * every 61st byte in `make check`, where T18 flips every bit. */
static void
no_other_value_of_a_byte_is_accepted(void **state)
{
	struct fixture *f = *state;
	size_t step = in_full() ? 1 : 61;
	size_t end = ENVELOPE + f->head_len;
	unsigned asked = 0;
	int fd;

	fixture_write(f, buffer_bytes(&f->whole));
	fd = open(f->path, O_WRONLY | O_CLOEXEC);
	for (size_t i = 0; i < end; i += step) {
		uint8_t good = f->whole.at[i];

		for (unsigned v = 1; v < 256; v++, asked++) {
			uint8_t bad = (uint8_t)(good ^ v);

			assert_int_equal(pwrite(fd, &bad, 1, (off_t)i), 1);
			if (fixture_verdict(f) == ERR_NONE)
				fail_msg("byte %zu, value %u", i, bad);
		}
		assert_int_equal(pwrite(fd, &good, 1, (off_t)i), 1);
	}
	close(fd);
	assert_int_equal(fixture_verdict(f), ERR_NONE);
	print_message("T19 every-value: %u, 0 accepted\n", asked);
}

/* What stands at OFFSET cannot be read: the head is refused, or the block. */
static bool
is_refused(const struct fixture *f, uint64_t offset, bool whole)
{
	static uint8_t out[65536];
	struct bundle *b = NULL;
	struct err e = { 0 };
	bool refused = true;

	if (bundle_open(&b, f->path, f->trust, &e) == 0) {
		const struct image_layout *l = &bundle_head(b)->image;
		uint64_t end = l->data_at;
		uint32_t n = 0;
		uint32_t len = 0;

		for (;; n++) {
			struct reader r = reader_of(bytes_of(l->table.at +
			    (size_t)n * IMAGE_ENTRY_SIZE, 4));

			end += reader_u32(&r) & IMAGE_ENTRY_LENGTH_MASK;
			if (offset < end)
				break;
		}
		refused = image_read_block(bundle_image(b), n, out, &len, &e) <
		    0 && e.code == ERR_BLOCK_HASH;
		err_clear(&e);
		if (whole)
			refused = refused && bundle_verify(b, NULL, &e) < 0;
	}
	bundle_close(b);
	return refused;
}

/* T20 flip-large: random flips in a bundle of 5 MB, at least one a block; a
 * smaller one and fewer flips in `make check`. */
static void
no_flip_in_a_large_bundle_is_accepted(void **state)
{
	struct fixture *f = *state;
	struct bundle_recipe recipe = fixture_recipe(f);
	unsigned flips = in_full() ? 100000 : 1000;
	struct buffer file = { 0 };
	struct err e = { 0 };
	uint64_t random = 20;
	size_t stride;
	int fd;

	assert_int_equal(unlink(f->database), 0);
	fixture_database(f->database, 8192, in_full() ? 190000 : 20000);
	if (bundle_write(f->path, &recipe, f->keys[0], NULL, &e) < 0 ||
	    io_read_file(&file, f->path, 8u << 20, &e) < 0)
		fail_msg("%s", e.text);
	assert_true(file.len > (in_full() ? 5000000u : 200000u));
	assert_int_equal(fixture_verdict(f), ERR_NONE);
	fd = open(f->path, O_WRONLY | O_CLOEXEC);
	stride = 2 * file.len / flips + 1; /* less than any block */
	for (unsigned n = 0; n < flips; n++) {
		size_t at = (size_t)n / 2 * stride;
		uint8_t bad;

		random = random * UINT64_C(6364136223846793005) + 1;
		if (n % 2 == 1 || at >= file.len)
			at = (size_t)(random >> 24) % file.len;
		bad = (uint8_t)(file.at[at] ^ 1u << (random >> 61));
		assert_int_equal(pwrite(fd, &bad, 1, (off_t)at), 1);
		if (!is_refused(f, at, n % 1000 == 999))
			fail_msg("byte %zu", at);
		assert_int_equal(pwrite(fd, &file.at[at], 1, (off_t)at), 1);
	}
	close(fd);
	assert_int_equal(fixture_verdict(f), ERR_NONE);
	print_message("T20 flip-large: %u in %zu bytes, 0 accepted\n", flips,
	    file.len);
	buffer_fini(&file);
}

/* Root 1 and COUNT - 1 more that say the same, as a region. */
static void
make_roots(struct fixture *f, struct buffer *region, uint32_t count)
{
	fixture_add_entry(region, bytes_of_text(f->root));
	for (uint32_t v = 2; v <= count; v++) {
		struct fixture_root r = { .version = v, .root_threshold = 1,
			.roots = { 0, -1 }, .epoch = 1,
			.publishers = { 0, 1, -1 }, .revoked = { 3, -1 },
			.signers = { 0, -1 } };
		struct buffer entry = { 0 };

		fixture_root(f, &entry, &r);
		fixture_add_entry(region, buffer_bytes(&entry));
		buffer_fini(&entry);
	}
}

struct parts {
	struct buffer file;
	struct bytes of[5]; /* slot 1, slot 2, head, data, roots */
};

static void
make_parts(struct fixture *f, struct parts *p, uint64_t sequence,
    uint32_t roots)
{
	struct fixture_edition spec = { .sequence = sequence,
		.who = { 0, 1 }, .count = 2 };
	struct buffer region = { 0 };
	size_t data_at = ENVELOPE + f->head_len;
	const uint8_t *at;

	make_roots(f, &region, roots);
	spec.roots = buffer_bytes(&region);
	fixture_edition(f, &p->file, &spec);
	at = p->file.at;
	p->of[0] = bytes_of(at + SLOT, SLOT);
	p->of[1] = bytes_of(at + 2 * (size_t)SLOT, SLOT);
	p->of[2] = bytes_of(at + ENVELOPE, f->head_len);
	p->of[3] = bytes_of(at + data_at, p->file.len - data_at - region.len);
	p->of[4] = bytes_of(at + p->file.len - region.len, region.len);
	assert_int_equal(fixture_verdict_of(f, buffer_bytes(&p->file)),
	    ERR_NONE);
	buffer_fini(&region);
}

/* Two good bundles with other heads, data and roots, of the same length. */
static void
make_two(struct fixture *f, struct parts two[2])
{
	struct bundle_recipe recipe = fixture_recipe(f);
	struct fixture other = *f;
	struct err e = { 0 };

	make_parts(f, &two[0], 42, 2);
	assert_int_equal(unlink(f->database), 0);
	fixture_database(f->database, 8192, 201);
	other.whole = (struct buffer){ 0 };
	if (bundle_write(f->path, &recipe, f->keys[0], NULL, &e) < 0 ||
	    io_read_file(&other.whole, f->path, 1u << 20, &e) < 0)
		fail_msg("%s", e.text);
	make_parts(&other, &two[1], 43, 3);
	buffer_fini(&other.whole);
}

/* T22 swap: slots, heads, data and roots of two bundles in all ways.  Roots
 * carry signatures of their own and belong to no one bundle, so they alone may
 * be exchanged. */
static void
parts_of_two_bundles_make_no_third(void **state)
{
	struct fixture *f = *state;
	struct parts two[2] = { { .file = { 0 } }, { .file = { 0 } } };

	make_two(f, two);
	for (unsigned mix = 0; mix < 32; mix++) {
		const struct bytes *p[5];
		struct buffer file = { 0 };
		unsigned but_roots = mix & 15;
		enum err_code code;

		for (unsigned i = 0; i < 5; i++)
			p[i] = &two[mix >> i & 1].of[i];
		buffer_add(&file, two[0].file.at, ENVELOPE);
		memcpy(file.at + SLOT, p[0]->at, SLOT);
		memcpy(file.at + 2 * (size_t)SLOT, p[1]->at, SLOT);
		for (unsigned i = 2; i < 5; i++)
			buffer_add(&file, p[i]->at, p[i]->len);
		envelope_set_roots(file.at, (uint32_t)p[4]->len);
		code = fixture_verdict_of(f, buffer_bytes(&file));
		if ((code == ERR_NONE) != (but_roots == 0 || but_roots == 15))
			fail_msg("mix %u: E%02d", mix, (int)code);
		buffer_fini(&file);
	}
	for (unsigned i = 0; i < 2; i++)
		buffer_fini(&two[i].file);
}

/* Where block N of the good bundle begins, and its length. */
static size_t
block_at(const struct fixture *f, unsigned n, size_t *len)
{
	struct bytes head = fixture_head(f);
	const uint8_t *entry = head.at + (head.at[28] |
	    (size_t)head.at[29] << 8);
	size_t at = ENVELOPE + f->head_len;

	for (;; n--, entry += IMAGE_ENTRY_SIZE) {
		*len = entry[0] | (size_t)entry[1] << 8;
		if (n == 0)
			return at;
		at += *len;
	}
}

/* T22 swap: any two blocks. */
static void
no_two_blocks_change_places(void **state)
{
	struct fixture *f = *state;
	unsigned count = fixture_head(f).at[32];

	assert_true(count >= 4);
	for (unsigned i = 0; i < count; i++) {
		for (unsigned j = i + 1; j < count; j++) {
			struct buffer file = { 0 };
			size_t len_i = 0;
			size_t len_j = 0;
			size_t at_i = block_at(f, i, &len_i);
			size_t at_j = block_at(f, j, &len_j);
			const uint8_t *w = f->whole.at;

			buffer_add(&file, w, at_i);
			buffer_add(&file, w + at_j, len_j);
			buffer_add(&file, w + at_i + len_i,
			    at_j - at_i - len_i);
			buffer_add(&file, w + at_i, len_i);
			buffer_add(&file, w + at_j + len_j,
			    f->whole.len - at_j - len_j);
			assert_int_equal(file.len, f->whole.len);
			assert_int_equal(fixture_verdict_of(f,
			    buffer_bytes(&file)), ERR_BLOCK_HASH);
			buffer_fini(&file);
		}
	}
}

/* ---- T24 signature-zoo */

/* Line 2 of slot 1 becomes RAW. */
static void
put_raw(struct buffer *file, const uint8_t raw[74])
{
	char line[BASE64_TEXT_SIZE];

	base64_encode(line, bytes_of(raw, 74));
	memcpy(file->at + SLOT + strlen(MINISIG_UNTRUSTED_LINE) + 1, line,
	    strlen(line));
}

static void
get_raw(uint8_t raw[74], const struct buffer *file)
{
	assert_true(base64_decode(raw, 74, bytes_of(file->at + SLOT +
	    strlen(MINISIG_UNTRUSTED_LINE) + 1, 100)));
}

static void
legacy(struct fixture *f, struct buffer *file)
{
	uint8_t raw[74];

	(void)f;
	get_raw(raw, file);
	raw[1] = 'd';
	put_raw(file, raw);
}

/* S + L: signs the same for a reader that does not look. */
static void
malleable(struct fixture *f, struct buffer *file)
{
	static const uint8_t order[32] = { 0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63,
		0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
		[31] = 0x10 };
	uint8_t raw[74];
	unsigned carry = 0;

	(void)f;
	get_raw(raw, file);
	for (unsigned i = 0; i < 32; i++) {
		carry += (unsigned)raw[42 + i] + order[i];
		raw[42 + i] = (uint8_t)carry;
		carry >>= 8;
	}
	put_raw(file, raw);
}

/* R the neutral element and S zero: fits any message under a key of small
 * order, and nothing under ours. */
static void
small_order(struct fixture *f, struct buffer *file)
{
	uint8_t raw[74];

	(void)f;
	get_raw(raw, file);
	memset(raw + 10, 0, 64);
	raw[10] = 1;
	put_raw(file, raw);
}

static void
all_zero(struct fixture *f, struct buffer *file)
{
	uint8_t raw[74];

	(void)f;
	get_raw(raw, file);
	memset(raw + 10, 0, 64);
	put_raw(file, raw);
}

static void
empty_slot(struct fixture *f, struct buffer *file)
{
	(void)f;
	memset(file->at + SLOT, 0, SLOT);
}

/* Other words than those that were signed. */
static void
swapped_comment(struct fixture *f, struct buffer *file)
{
	char *words = strstr((char *)file->at + SLOT, "trusted comment: a");

	(void)f;
	assert_non_null(words);
	words[strlen("trusted comment: ")] = 'b';
}

/* Key 0 signed this, but it is no head. */
static void
another_document(struct fixture *f, struct buffer *file)
{
	struct buffer text = { 0 };
	struct err e = { 0 };

	if (secret_key_sign(f->keys[0], bytes_of_text(f->root), "a root",
		&text, &e) < 0)
		fail_msg("%s", e.text);
	memset(file->at + SLOT, 0, SLOT);
	memcpy(file->at + SLOT, text.at, text.len);
	buffer_fini(&text);
}

/* The head with another domain, and well signed. */
static void
wrong_domain(struct fixture *f, struct buffer *file)
{
	static const char domain[16] = "vereda.root.v1\n";
	static const unsigned key = 0;
	struct bytes good = fixture_head(f);
	struct buffer head = { 0 };

	buffer_add(&head, good.at, good.len);
	memcpy(head.at, domain, sizeof domain);
	file->len = 0;
	fixture_sign(f, file, buffer_bytes(&head), fixture_data(f), &key, 1);
	buffer_fini(&head);
}

static void
same_key_twice(struct fixture *f, struct buffer *file)
{
	(void)f;
	memcpy(file->at + 2 * (size_t)SLOT, file->at + SLOT, SLOT);
	file->at[12] = 2;
}

/* T24 signature-zoo: each is refused with its own code. */
static void
each_animal_of_the_signature_zoo_has_its_code(void **state)
{
	static const struct {
		const char *name;
		unsigned count; /* signed by these ... */
		unsigned who[3];
		void (*change)(struct fixture *f, struct buffer *file);
		enum err_code code;
	} zoo[] = {
		{ "good", 1, { 0 }, NULL, ERR_NONE },
		{ "none", 0, { 0 }, NULL, ERR_THRESHOLD },
		{ "empty", 1, { 0 }, empty_slot, ERR_SIGNATURE_FORM },
		{ "unknown key", 1, { 5 }, NULL, ERR_UNKNOWN_KEY },
		{ "unknown beside a good one", 2, { 0, 5 }, NULL,
		    ERR_UNKNOWN_KEY },
		{ "revoked key", 1, { 3 }, NULL, ERR_UNKNOWN_KEY },
		{ "same key twice", 1, { 0 }, same_key_twice,
		    ERR_SIGNATURE_FORM },
		{ "legacy", 1, { 0 }, legacy, ERR_SIGNATURE_FORM },
		{ "S >= L", 1, { 0 }, malleable, ERR_SIGNATURE },
		{ "small order", 1, { 0 }, small_order, ERR_SIGNATURE },
		{ "all zero", 1, { 0 }, all_zero, ERR_SIGNATURE },
		{ "swapped comment", 1, { 0 }, swapped_comment,
		    ERR_SIGNATURE },
		{ "another document", 1, { 0 }, another_document,
		    ERR_SIGNATURE },
		{ "wrong domain", 1, { 0 }, wrong_domain, ERR_HEAD },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(zoo); i++) {
		struct buffer file = { 0 };
		enum err_code code;

		fixture_sign(f, &file, fixture_head(f), fixture_data(f),
		    zoo[i].who, zoo[i].count);
		if (zoo[i].change != NULL)
			zoo[i].change(f, &file);
		code = fixture_verdict_of(f, buffer_bytes(&file));
		if (code != zoo[i].code)
			fail_msg("%s: E%02d", zoo[i].name, (int)code);
		buffer_fini(&file);
	}
}

/* ---- T28 bomb */

/* LEN bytes deflated; WINDOW as zlib has it, -15 raw, 15 with its header. */
static void
deflate_equal(struct buffer *out, size_t len, int window,
    struct bytes dictionary)
{
	static uint8_t packed[1u << 16];
	uint8_t *plain = xcalloc(1, len);
	z_stream z = { 0 };

	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, window, 9,
	    Z_DEFAULT_STRATEGY), Z_OK);
	if (dictionary.len > 0)
		assert_int_equal(deflateSetDictionary(&z, dictionary.at,
		    (uInt)dictionary.len), Z_OK);
	z.next_in = plain;
	z.avail_in = (uInt)len;
	z.next_out = packed;
	z.avail_out = sizeof packed;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	buffer_add(out, packed, sizeof packed - z.avail_out);
	deflateEnd(&z);
	free(plain);
}

/* The good bundle with STORED as its first block, signed again. */
static void
with_first_block(struct fixture *f, struct buffer *out, struct bytes stored)
{
	static const unsigned key = 0;
	struct bytes good = fixture_head(f);
	struct buffer head = { 0 };
	struct buffer data = { 0 };
	struct buffer field = { 0 };
	struct hash sum;
	uint8_t *entry;
	size_t len = 0;
	size_t rest = block_at(f, 0, &len) + len;

	buffer_add(&head, good.at, good.len);
	entry = head.at + (head.at[28] | (size_t)head.at[29] << 8);
	hash_of(&sum, stored);
	buffer_add_u32(&field, (uint32_t)stored.len);
	memcpy(entry, field.at, 4);
	memcpy(entry + 4, sum.bytes, HASH_SIZE);
	buffer_add(&data, stored.at, stored.len);
	buffer_add(&data, f->whole.at + rest, f->whole.len - rest);
	field.len = 0;
	buffer_add_u64(&field, data.len);
	memcpy(head.at + 48, field.at, 8);
	fixture_sign(f, out, buffer_bytes(&head), buffer_bytes(&data), &key,
	    1);
	buffer_fini(&head);
	buffer_fini(&data);
	buffer_fini(&field);
}

/* T28 bomb: signed blocks that do not inflate to exactly their length are
 * E22, and take no memory to find out. */
static void
a_signed_bomb_is_e22_and_takes_no_memory(void **state)
{
	static const uint8_t dictionary[512];
	static const struct {
		const char *name;
		size_t len;
		int window;
		size_t dictionary;
		int change; /* bytes behind, or taken away */
		enum err_code code;
	} bombs[] = {
		{ "exact", 8192, -15, 0, 0, ERR_IMAGE_HASH },
		{ "long", 8193, -15, 0, 0, ERR_BLOCK_INFLATE },
		{ "short", 8191, -15, 0, 0, ERR_BLOCK_INFLATE },
		{ "empty", 0, -15, 0, 0, ERR_BLOCK_INFLATE },
		{ "1000:1", 8192 * 1000, -15, 0, 0, ERR_BLOCK_INFLATE },
		{ "trailing", 8192, -15, 0, 1, ERR_BLOCK_INFLATE },
		{ "cut", 8192, -15, 0, -1, ERR_BLOCK_INFLATE },
		{ "zlib header", 8192, 15, 0, 0, ERR_BLOCK_INFLATE },
		{ "preset dictionary", 8192, -15, 512, 0, ERR_BLOCK_INFLATE },
		{ "zlib dictionary", 8192, 15, 512, 0, ERR_BLOCK_INFLATE },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(bombs); i++) {
		struct buffer stored = { 0 };
		struct buffer file = { 0 };
		enum err_code code;

		deflate_equal(&stored, bombs[i].len, bombs[i].window,
		    bytes_of(dictionary, bombs[i].dictionary));
		if (bombs[i].change > 0)
			buffer_add_zeros(&stored, 1);
		else if (bombs[i].change < 0)
			stored.len--;
		with_first_block(f, &file, buffer_bytes(&stored));
		fixture_write(f, buffer_bytes(&file));
		buffer_fini(&stored);
		buffer_fini(&file);
		fixture_limit_memory((size_t)4 << 20);
		code = fixture_verdict(f);
		fixture_limit_memory(0);
		if (code != bombs[i].code)
			fail_msg("%s: E%02d", bombs[i].name, (int)code);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_other_value_of_a_byte_is_accepted),
		cmocka_unit_test(no_flip_in_a_large_bundle_is_accepted),
		cmocka_unit_test(parts_of_two_bundles_make_no_third),
		cmocka_unit_test(no_two_blocks_change_places),
		cmocka_unit_test(
		    each_animal_of_the_signature_zoo_has_its_code),
		cmocka_unit_test(a_signed_bomb_is_e22_and_takes_no_memory),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
