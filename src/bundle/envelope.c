/*
 * The envelope, little-endian:
 *
 *     0     magic 8 | head_len 4 | sig_count 4 | roots_len 4 | zeros 1004
 *     1024  signature 1, as minisign writes it, then zeros
 *     2048  signature 2, or zeros
 *     3072  signature 3, or zeros
 */
#include <config.h>

#include "bundle/envelope.h"

#include <string.h>

#include "bundle/head.h"

#define MAGIC_SIZE 8
#define ROOTS_LEN_AT 16
#define FIELDS_END 20u

/* As PNG's: shows damage by 7 bits or by line ends, and is never UTF-8. */
static const uint8_t magic[MAGIC_SIZE] = { 0x89, 'V', 'R', 'D', '\r', '\n',
	0x1A, '\n' };

static struct bytes
slot_of(struct bytes envelope, unsigned n)
{
	return bytes_of(envelope.at + (size_t)(n + 1) * BUNDLE_SLOT_SIZE,
	    BUNDLE_SLOT_SIZE);
}

static int
parse_fields(struct envelope *out, struct bytes bytes, struct err *e)
{
	struct reader r = reader_of(bytes);
	struct bytes start = reader_take(&r, MAGIC_SIZE);

	out->head_len = reader_u32(&r);
	out->count = reader_u32(&r);
	out->roots_len = reader_u32(&r);
	if (reader_failed(&r) || memcmp(start.at, magic, MAGIC_SIZE) != 0)
		return err_set(e, ERR_MAGIC, "not a bundle");
	if (out->head_len < HEAD_ALIGN || out->head_len > HEAD_LEN_MAX ||
	    out->head_len % HEAD_ALIGN != 0)
		return err_set(e, ERR_ENVELOPE, "a head of %u bytes",
		    out->head_len);
	if (out->count > BUNDLE_SIGNATURES_MAX)
		return err_set(e, ERR_ENVELOPE, "%u signatures", out->count);
	if (out->roots_len > BUNDLE_ROOTS_MAX)
		return err_set(e, ERR_ENVELOPE, "roots of %u bytes",
		    out->roots_len);
	if (!bytes_all_zero(bytes_of(bytes.at + FIELDS_END,
		BUNDLE_SLOT_SIZE - FIELDS_END)))
		return err_set(e, ERR_RESERVED, "reserved bytes");
	return 0;
}

/* Text up to the first NUL, zeros from there on. */
static int
parse_slot(struct minisig *out, struct bytes slot, struct err *e)
{
	const uint8_t *nul = memchr(slot.at, 0, slot.len);
	size_t len = nul != NULL ? (size_t)(nul - slot.at) : slot.len;

	if (!bytes_all_zero(bytes_of(slot.at + len, slot.len - len)))
		return err_set(e, ERR_SIGNATURE_FORM,
		    "bytes behind the signature");
	return minisig_parse(out, bytes_of(slot.at, len), e);
}

static int
compare_ids(const struct minisig *a, const struct minisig *b)
{
	return memcmp(a->id, b->id, sizeof a->id);
}

int
envelope_parse(struct envelope *out, struct bytes bytes, struct err *e)
{
	*out = (struct envelope){ 0 };
	if (parse_fields(out, bytes, e) < 0)
		return -1;
	for (unsigned n = out->count; n < BUNDLE_SIGNATURES_MAX; n++)
		if (!bytes_all_zero(slot_of(bytes, n)))
			return err_set(e, ERR_RESERVED,
			    "bytes in the unused slot %u", n + 1);
	for (unsigned n = 0; n < out->count; n++) {
		if (parse_slot(&out->signatures[n], slot_of(bytes, n), e) < 0)
			return err_wrap(e, "signature %u", n + 1);
		if (n > 0 && compare_ids(&out->signatures[n - 1],
				 &out->signatures[n]) >= 0)
			return err_set(e, ERR_SIGNATURE_FORM,
			    "signatures of one key, or out of order");
	}
	return 0;
}

int
envelope_write(struct buffer *out, uint32_t head_len,
    const struct bytes *signatures, unsigned count, struct err *e)
{
	struct minisig parsed[BUNDLE_SIGNATURES_MAX];
	size_t start = out->len;

	if (count > BUNDLE_SIGNATURES_MAX)
		return err_set(e, ERR_LIMIT, "%u signatures", count);
	for (unsigned i = 0; i < count; i++)
		if (minisig_parse(&parsed[i], signatures[i], e) < 0)
			return -1;
	buffer_add(out, magic, sizeof magic);
	buffer_add_u32(out, head_len);
	buffer_add_u32(out, count);
	buffer_add_u32(out, 0); /* roots_len: see envelope_set_roots() */
	buffer_add_zeros(out, BUNDLE_ENVELOPE_SIZE - FIELDS_END);
	for (unsigned i = 0; i < count; i++) {
		unsigned rank = 0; /* how many ids are smaller */

		for (unsigned j = 0; j < count; j++) {
			int order = compare_ids(&parsed[j], &parsed[i]);

			if (order == 0 && j != i)
				return err_set(e, ERR_SIGNATURE_FORM,
				    "one key signs twice");
			rank += order < 0;
		}
		memcpy(out->at + start + (size_t)(rank + 1) * BUNDLE_SLOT_SIZE,
		    signatures[i].at, signatures[i].len);
	}
	return 0;
}

void
envelope_set_roots(uint8_t *envelope, uint32_t len)
{
	for (int i = 0; i < 4; i++)
		envelope[ROOTS_LEN_AT + i] = (uint8_t)(len >> (8 * i));
}
