/*
 * Mutants.  Half of them are damaged as sticks and copies damage files; the
 * others are put together by somebody who has keys.
 */
#include <config.h>

#include "mutate.h"

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "bundle/base64.h"
#include "bundle/bundle.h"
#include "bundle/envelope.h"

#define SEED UINT64_C(0x5EED0FB14D5)
#define SLOT BUNDLE_SLOT_SIZE
#define HEAD BUNDLE_ENVELOPE_SIZE

/* xorshift64* */
static uint64_t
next(struct mutate *m)
{
	m->random ^= m->random >> 12;
	m->random ^= m->random << 25;
	m->random ^= m->random >> 27;
	return m->random * UINT64_C(2685821657736338717);
}

size_t
mutate_pick(struct mutate *m, size_t n)
{
	return (size_t)((next(m) >> 16) % n);
}

static size_t
head_len(const struct buffer *b)
{
	return b->at[8] | (size_t)b->at[9] << 8;
}

static size_t
roots_len(const struct buffer *b)
{
	return b->at[16] | (size_t)b->at[17] << 8;
}

static void
put(uint8_t *at, uint64_t value, size_t len)
{
	for (size_t i = 0; i < len; i++)
		at[i] = (uint8_t)(value >> (8 * i));
}

/* Root 1, and root 2 with other holders and the same publishers. */
static void
add_roots(struct fixture *f, struct buffer *region)
{
	static const struct fixture_root second = {
		.version = 2, .root_threshold = 1, .roots = { 4, 5, -1 },
		.epoch = 1, .publishers = { 0, 1, -1 }, .revoked = { 3, -1 },
		.signers = { 0, 4, -1 },
	};
	struct buffer entry = { 0 };

	fixture_add_entry(region, bytes_of_text(f->root));
	fixture_root(f, &entry, &second);
	fixture_add_entry(region, buffer_bytes(&entry));
	buffer_fini(&entry);
}

void
mutate_open(struct mutate *m, struct fixture *f)
{
	struct fixture_edition two = { .channel = "bb", .epoch = 2,
		.who = { 0, 1 }, .count = 2 };
	struct fixture_edition three = { .channel = "bb", .epoch = 2,
		.who = { 0, 1, 2 }, .count = 3 };
	struct fixture_edition rooted = { .root_version = 2,
		.who = { 0, 1 }, .count = 2 };
	struct buffer region = { 0 };

	*m = (struct mutate){ .f = f };
	add_roots(f, &region);
	rooted.roots = buffer_bytes(&region);
	buffer_add(&m->bases[0], f->whole.at, f->whole.len);
	fixture_edition(f, &m->bases[1], &two);
	fixture_edition(f, &m->bases[2], &three);
	fixture_edition(f, &m->bases[3], &rooted);
	buffer_fini(&region);
}

void
mutate_close(struct mutate *m)
{
	for (unsigned i = 0; i < MUTATE_BASES; i++)
		buffer_fini(&m->bases[i]);
}

/* ---- damage */

static void
flip_bits(struct mutate *m, struct buffer *b)
{
	size_t from = mutate_pick(m, 2) ? 0 : b->len / 2;
	unsigned count = 1 + (unsigned)mutate_pick(m, 3);

	while (count-- > 0)
		b->at[from + mutate_pick(m, b->len - from)] ^=
		    (uint8_t)(1u << mutate_pick(m, 8));
}

static void
change_envelope(struct mutate *m, struct buffer *b)
{
	static const size_t fields[] = { 0, 4, 8, 12, 16, 20, 1020 };
	static const uint64_t values[] = { 0, 1, 2, 3, 4, 4095, 4096, 4097,
		8192, 12288, 262144, 262145, 2097152, 2101248, 0x7FFFFFFF,
		0xFFFFFFFF };

	put(b->at + fields[mutate_pick(m, COUNT_OF(fields))],
	    values[mutate_pick(m, COUNT_OF(values))], 4);
}

/* A byte of a signature that somebody edited. */
static void
change_slot(struct mutate *m, struct buffer *b)
{
	static const uint8_t values[] = { '\t', '\r', '\n', ' ', '=', 'A', '/',
		0, 0x7F, 0x80, 0xFF };
	size_t slot = SLOT * (1 + mutate_pick(m, 3));
	size_t at = slot + mutate_pick(m, mutate_pick(m, 8) ? 300 : SLOT);

	b->at[at] = values[mutate_pick(m, COUNT_OF(values))];
}

static void
change_length(struct mutate *m, struct buffer *b)
{
	size_t len = 1 + mutate_pick(m, 5000);

	if (mutate_pick(m, 2))
		buffer_add(b, m->bases[0].at, len);
	else
		b->len = mutate_pick(m, b->len);
}

/* Slots copied from one place, or one bundle, to another. */
static void
move_slots(struct mutate *m, struct buffer *b)
{
	const struct buffer *from = &m->bases[mutate_pick(m, MUTATE_BASES)];
	size_t to = SLOT * (1 + mutate_pick(m, 3));

	memcpy(b->at + to, from->at + SLOT * (1 + mutate_pick(m, 3)),
	    SLOT);
	if (mutate_pick(m, 2))
		put(b->at + 12, mutate_pick(m, 4), 4);
}

/* Roots, which no publisher signs. */
static void
change_roots(struct mutate *m, struct buffer *b)
{
	size_t len = roots_len(b);
	size_t start = b->len - len;

	if (len == 0) { /* those of another bundle */
		const struct buffer *from = &m->bases[3];

		len = roots_len(from);
		buffer_add(b, from->at + from->len - len, len);
	} else if (mutate_pick(m, 2)) {
		b->at[start + mutate_pick(m, len)] ^=
		    (uint8_t)(1u << mutate_pick(m, 8));
	} else { /* the first alone, or both and the second again */
		size_t first = 4 + (b->at[start] |
		    (size_t)b->at[start + 1] << 8);
		size_t second = len - first;

		if (mutate_pick(m, 2)) {
			b->len -= second;
			len = first;
		} else {
			uint8_t *copy = xcalloc(1, second);

			memcpy(copy, b->at + start + first, second);
			buffer_add(b, copy, second);
			free(copy);
			len += second;
		}
	}
	envelope_set_roots(b->at, (uint32_t)len);
}

/* ---- somebody with keys */

/* Sign the head of B again, by some or all of the keys that may. */
static void
sign_again(struct mutate *m, struct buffer *b, unsigned count,
    const unsigned *who)
{
	struct buffer head = { 0 };
	struct buffer rest = { 0 };
	size_t data_at = HEAD + head_len(b);
	uint32_t roots = (uint32_t)roots_len(b);

	buffer_add(&head, b->at + HEAD, head_len(b));
	buffer_add(&rest, b->at + data_at, b->len - data_at);
	b->len = 0;
	fixture_sign(m->f, b, buffer_bytes(&head), buffer_bytes(&rest), who,
	    count);
	envelope_set_roots(b->at, roots);
	buffer_fini(&head);
	buffer_fini(&rest);
}

static void
sign_by_some(struct mutate *m, struct buffer *b)
{
	static const unsigned sets[][3] = { { 0, 1, 2 }, { 0, 1, 2 },
		{ 1, 2, 0 }, { 2, 3, 0 }, { 0, 5, 1 } };

	sign_again(m, b, (unsigned)mutate_pick(m, 4),
	    sets[mutate_pick(m, COUNT_OF(sets))]);
}

static void
sign_well(struct mutate *m, struct buffer *b)
{
	static const unsigned who[] = { 0, 1 };

	sign_again(m, b, 2, who);
}

/* A field of the head, well signed: the reader alone can refuse. */
static void
change_head(struct mutate *m, struct buffer *b)
{
	static const struct {
		size_t at;
		size_t len;
	} fields[] = { { 0, 1 }, { 16, 4 }, { 20, 4 }, { 24, 4 }, { 28, 4 },
		{ 32, 4 }, { 36, 4 }, { 40, 8 }, { 48, 8 }, { 56, 4 },
		{ 60, 4 }, { 64, 8 }, { 72, 8 }, { 80, 8 }, { 88, 8 },
		{ 96, 4 }, { 100, 2 }, { 102, 2 }, { 104, 4 }, { 108, 4 },
		{ 112, 2 }, { 143, 1 }, { 144, 8 }, { 176, 2 }, { 192, 1 },
		{ 200, 1 }, { 240, 2 }, { 1000, 2 } };
	static const uint64_t values[] = { 0, 1, 2, 3, 10, 192, 193, 255, 256,
		4096, 8191, 8192, 16384, 32768, 65536, 'a', 'c' | 'c' << 8,
		0x7FFFFFFF, 0xFFFFFFFF, UINT64_C(1) << 32, UINT64_C(1) << 63,
		UINT64_MAX, 1767225600, 7258118400 };
	size_t i = mutate_pick(m, COUNT_OF(fields));

	put(b->at + HEAD + fields[i].at,
	    values[mutate_pick(m, COUNT_OF(values))], fields[i].len);
	sign_well(m, b);
}

/* Any byte of a head, well signed. */
static void
change_head_byte(struct mutate *m, struct buffer *b)
{
	size_t used = 192 + 60 + 64 + 4 * IMAGE_ENTRY_SIZE;

	b->at[HEAD + mutate_pick(m, used)] ^= (uint8_t)(1 + mutate_pick(m,
	    255));
	sign_well(m, b);
}

/* A stored block changed, its hash right, the head signed. */
static void
change_block(struct mutate *m, struct buffer *b)
{
	uint8_t *head = b->at + HEAD;
	size_t table = head[28] | (size_t)head[29] << 8;
	size_t at = HEAD + head_len(b);
	unsigned n = (unsigned)mutate_pick(m, head[32]);
	uint8_t *entry = head + table;
	struct hash sum;
	size_t len;

	for (unsigned i = 0;; i++, entry += IMAGE_ENTRY_SIZE) {
		len = entry[0] | (size_t)entry[1] << 8;
		if (i == n)
			break;
		at += len;
	}
	b->at[at + mutate_pick(m, len)] ^= (uint8_t)(1 + mutate_pick(m, 255));
	hash_of(&sum, bytes_of(b->at + at, len));
	memcpy(entry + 4, sum.bytes, HASH_SIZE);
	sign_well(m, b);
}

/* Line 2 of the first slot: another algorithm, S + L, or loose last bits. */
static void
change_signature(struct mutate *m, struct buffer *b)
{
	static const uint8_t order[32] = { 0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63,
		0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
		[31] = 0x10 };
	char *line = (char *)b->at + SLOT + strlen(MINISIG_UNTRUSTED_LINE) + 1;
	uint8_t raw[74];
	char text[BASE64_TEXT_SIZE];
	unsigned carry = 0;

	assert_true(base64_decode(raw, sizeof raw, bytes_of(line, 100)));
	switch (mutate_pick(m, 4)) {
	case 0:
		raw[1] = 'd';
		break;
	case 1:
		for (unsigned i = 0; i < 32; i++) {
			carry += (unsigned)raw[42 + i] + order[i];
			raw[42 + i] = (uint8_t)carry;
			carry >>= 8;
		}
		break;
	case 2:
		memset(raw + 10, 0, 64);
		break;
	default: /* 74 bytes end in one "=", before which two bits are 0 */
		line[98]++;
		return;
	}
	base64_encode(text, bytes_of(raw, sizeof raw));
	memcpy(line, text, strlen(text));
}

/* The words of stock minisign, with tabs; other words are other signatures. */
static void
sign_with_words(struct mutate *m, struct buffer *b)
{
	static const char *const words[] = { "timestamp:1\tfile:head\thashed",
		"", " ", "a", "~" };
	struct buffer text = { 0 };
	struct err e = { 0 };

	if (secret_key_sign(m->f->keys[0], bytes_of(b->at + HEAD, head_len(b)),
		words[mutate_pick(m, COUNT_OF(words))], &text, &e) < 0)
		fail_msg("%s", e.text);
	memset(b->at + SLOT, 0, (size_t)3 * SLOT);
	memcpy(b->at + SLOT, text.at, text.len);
	put(b->at + 12, 1, 4);
	buffer_fini(&text);
}

void
mutate_make(struct mutate *m, uint64_t number, struct buffer *out)
{
	static void (*const kinds[])(struct mutate *, struct buffer *) = {
		flip_bits, change_envelope, change_slot, change_slot,
		change_length, move_slots, change_roots, sign_by_some,
		change_head, change_head, change_head_byte, change_block,
		change_signature, sign_with_words,
	};
	const struct buffer *base;

	m->random = SEED ^ (number + 1) * UINT64_C(0x9E3779B97F4A7C15);
	for (int i = 0; i < 4; i++)
		(void)next(m);
	base = &m->bases[mutate_pick(m, MUTATE_BASES)];
	out->len = 0;
	buffer_add(out, base->at, base->len);
	kinds[mutate_pick(m, COUNT_OF(kinds))](m, out);
}
