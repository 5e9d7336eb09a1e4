/*
 * Signatures.  A signature file is four lines:
 *
 *     untrusted comment: ...        always the same here: no byte is free
 *     base64 of | "ED" | key id 8 | signature of BLAKE2b-512(message) 64 |
 *     trusted comment: ...          printable ASCII and tabs
 *     base64 of | signature of (the signature above, the comment) 64 |
 */
#include <config.h>

#include "bundle/minisig.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "bundle/base64.h"

#define ALGORITHM_SIZE 2
#define SIGNATURE_RAW (ALGORITHM_SIZE + MINISIG_KEY_ID_SIZE + crypto_sign_BYTES)
#define KEY_RAW \
	(ALGORITHM_SIZE + MINISIG_KEY_ID_SIZE + crypto_sign_PUBLICKEYBYTES)
#define TRUSTED_PREFIX "trusted comment: "

/* The next line of *TEXT without its LF; false if no LF ends it. */
static bool
take_line(struct bytes *line, struct bytes *text)
{
	const uint8_t *end =
	    text->len > 0 ? memchr(text->at, '\n', text->len) : NULL;

	if (end == NULL)
		return false;
	*line = bytes_of(text->at, (size_t)(end - text->at));
	*text = bytes_of(end + 1, text->len - line->len - 1);
	return true;
}

bool
minisig_comment_is_good(struct bytes comment)
{
	if (comment.len >= MINISIG_COMMENT_MAX)
		return false;
	for (size_t i = 0; i < comment.len; i++)
		if ((comment.at[i] < ' ' && comment.at[i] != '\t') ||
		    comment.at[i] > '~')
			return false;
	return true;
}

static int
parse_comment(struct minisig *out, struct bytes line, struct err *e)
{
	size_t prefix = strlen(TRUSTED_PREFIX);

	struct bytes comment;

	if (line.len < prefix || memcmp(line.at, TRUSTED_PREFIX, prefix) != 0)
		return err_set(e, ERR_SIGNATURE_FORM, "trusted comment");
	comment = bytes_of(line.at + prefix, line.len - prefix);
	if (!minisig_comment_is_good(comment))
		return err_set(e, ERR_SIGNATURE_FORM,
		    "the %zu bytes of the trusted comment", comment.len);
	memcpy(out->comment, comment.at, comment.len);
	out->comment[comment.len] = '\0';
	return 0;
}

static int
parse_signature(struct minisig *out, struct bytes line, struct err *e)
{
	uint8_t raw[SIGNATURE_RAW];

	if (!base64_decode(raw, sizeof raw, line))
		return err_set(e, ERR_SIGNATURE_FORM, "signature line");
	if (memcmp(raw, "ED", ALGORITHM_SIZE) != 0)
		return err_set(e, ERR_SIGNATURE_FORM,
		    "a signature of another kind (\"ED\" is known)");
	memcpy(out->id, raw + ALGORITHM_SIZE, sizeof out->id);
	memcpy(out->signature, raw + ALGORITHM_SIZE + sizeof out->id,
	    sizeof out->signature);
	return 0;
}

int
minisig_parse(struct minisig *out, struct bytes text, struct err *e)
{
	struct bytes lines[4];

	*out = (struct minisig){ 0 };
	if (text.len > MINISIG_TEXT_MAX)
		return err_set(e, ERR_SIGNATURE_FORM, "%zu bytes", text.len);
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		if (!take_line(&lines[i], &text))
			return err_set(e, ERR_SIGNATURE_FORM,
			    "line %zu does not end", i + 1);
	if (text.len != 0)
		return err_set(e, ERR_SIGNATURE_FORM, "more than four lines");
	if (!bytes_equal(lines[0], bytes_of_text(MINISIG_UNTRUSTED_LINE)))
		return err_set(e, ERR_SIGNATURE_FORM, "untrusted comment");
	if (parse_signature(out, lines[1], e) < 0 ||
	    parse_comment(out, lines[2], e) < 0)
		return -1;
	if (!base64_decode(out->global, sizeof out->global, lines[3]))
		return err_set(e, ERR_SIGNATURE_FORM, "global signature line");
	return 0;
}

int
minisig_key_read(struct minisig_key *out, struct bytes text, struct err *e)
{
	uint8_t raw[KEY_RAW];

	if (!base64_decode(raw, sizeof raw, text) ||
	    memcmp(raw, "Ed", ALGORITHM_SIZE) != 0)
		return err_set(e, ERR_KEY, "not a public key of minisign");
	memcpy(out->id, raw + ALGORITHM_SIZE, sizeof out->id);
	memcpy(out->key, raw + ALGORITHM_SIZE + sizeof out->id,
	    sizeof out->key);
	return 0;
}

int
minisig_key_check(const struct minisig_key *key, struct err *e)
{
	if (crypto_core_ed25519_is_valid_point(key->key) != 1)
		return err_set(e, ERR_KEY, "a key that is no proper point");
	return 0;
}

int
minisig_key_parse(struct minisig_key *out, struct bytes text, struct err *e)
{
	return minisig_key_read(out, text, e) < 0 ? -1 :
						    minisig_key_check(out, e);
}

int
minisig_verify(const struct minisig *sig, const struct minisig_key *key,
    struct bytes message, struct err *e)
{
	uint8_t hash[crypto_generichash_BYTES_MAX]; /* BLAKE2b-512 */
	uint8_t global[crypto_sign_BYTES + MINISIG_COMMENT_MAX];
	size_t comment = strnlen(sig->comment, sizeof sig->comment);

	if (memcmp(sig->id, key->id, sizeof sig->id) != 0)
		return err_set(e, ERR_SIGNATURE, "signature of another key");
	if (crypto_generichash(hash, sizeof hash, message.at, message.len,
		NULL, 0) != 0)
		return err_set(e, ERR_SYSTEM, "BLAKE2b");
	if (crypto_sign_verify_detached(sig->signature, hash, sizeof hash,
		key->key) != 0)
		return err_set(e, ERR_SIGNATURE, "the signature is wrong");
	memcpy(global, sig->signature, sizeof sig->signature);
	memcpy(global + sizeof sig->signature, sig->comment, comment);
	if (crypto_sign_verify_detached(sig->global, global,
		sizeof sig->signature + comment, key->key) != 0)
		return err_set(e, ERR_SIGNATURE,
		    "the trusted comment is not what was signed");
	return 0;
}

void
minisig_key_id_hex(char out[MINISIG_KEY_ID_HEX_SIZE],
    const uint8_t id[MINISIG_KEY_ID_SIZE])
{
	struct reader r = reader_of(bytes_of(id, MINISIG_KEY_ID_SIZE));

	snprintf(out, MINISIG_KEY_ID_HEX_SIZE, "%016" PRIX64, reader_u64(&r));
}
