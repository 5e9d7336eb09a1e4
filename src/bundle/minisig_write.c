/*
 * Writing signatures; their format stands in minisig.c.
 */
#include <config.h>

#include "bundle/minisig_write.h"

#include <string.h>

#include "bundle/base64.h"

#define ALGORITHM "ED" /* of a signature: the message is hashed first */
#define KEY_ALGORITHM "Ed"
#define ALGORITHM_SIZE 2

void
minisig_text(struct buffer *out, const struct minisig *s)
{
	uint8_t raw[ALGORITHM_SIZE + MINISIG_KEY_ID_SIZE + crypto_sign_BYTES];
	char line[BASE64_TEXT_SIZE];

	memcpy(raw, ALGORITHM, ALGORITHM_SIZE);
	memcpy(raw + ALGORITHM_SIZE, s->id, sizeof s->id);
	memcpy(raw + ALGORITHM_SIZE + sizeof s->id, s->signature,
	    sizeof s->signature);
	base64_encode(line, bytes_of(raw, sizeof raw));
	buffer_add_text(out, MINISIG_UNTRUSTED_LINE "\n");
	buffer_add_text(out, line);
	buffer_add_text(out, "\ntrusted comment: ");
	buffer_add_text(out, s->comment);
	base64_encode(line, bytes_of(s->global, sizeof s->global));
	buffer_add_text(out, "\n");
	buffer_add_text(out, line);
	buffer_add_text(out, "\n");
}

void
minisig_key_text(char out[MINISIG_KEY_TEXT_SIZE],
    const struct minisig_key *key)
{
	uint8_t raw[ALGORITHM_SIZE + MINISIG_KEY_ID_SIZE +
	    crypto_sign_PUBLICKEYBYTES];
	char line[BASE64_TEXT_SIZE];

	memcpy(raw, KEY_ALGORITHM, ALGORITHM_SIZE);
	memcpy(raw + ALGORITHM_SIZE, key->id, sizeof key->id);
	memcpy(raw + ALGORITHM_SIZE + sizeof key->id, key->key,
	    sizeof key->key);
	base64_encode(line, bytes_of(raw, sizeof raw));
	memcpy(out, line, MINISIG_KEY_TEXT_SIZE);
}

int
minisig_sign(struct buffer *out, const struct minisig_key *key,
    const uint8_t secret[crypto_sign_SECRETKEYBYTES], struct bytes message,
    const char *comment, struct err *e)
{
	uint8_t hash[crypto_generichash_BYTES_MAX];
	struct buffer signed_part = { 0 };
	struct minisig s = { 0 };

	if (!minisig_comment_is_good(bytes_of_text(comment)))
		return err_set(e, ERR_INPUT, "the trusted comment");
	memcpy(s.id, key->id, sizeof s.id);
	memcpy(s.comment, comment, strlen(comment) + 1);
	if (crypto_generichash(hash, sizeof hash, message.at, message.len,
		NULL, 0) != 0 ||
	    crypto_sign_detached(s.signature, NULL, hash, sizeof hash,
		secret) != 0)
		return err_set(e, ERR_SYSTEM, "libsodium does not sign");
	buffer_add(&signed_part, s.signature, sizeof s.signature);
	buffer_add_text(&signed_part, comment);
	crypto_sign_detached(s.global, NULL, signed_part.at, signed_part.len,
	    secret);
	buffer_fini(&signed_part);
	minisig_text(out, &s);
	return 0;
}
