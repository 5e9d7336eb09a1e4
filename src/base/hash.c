/*
 * BLAKE2b-256 through libsodium.
 */
#include <config.h>

#include "base/hash.h"

#include <stdlib.h>
#include <string.h>

int
hash_init(struct err *e)
{
	if (sodium_init() < 0)
		return err_set(e, ERR_SYSTEM, "libsodium does not start");
	return 0;
}

void
hash_begin(struct hash_state *s)
{
	/* Fails only for sizes out of range; ours is a constant in range. */
	if (crypto_generichash_init(&s->state, NULL, 0, HASH_SIZE) != 0)
		abort();
}

void
hash_add(struct hash_state *s, struct bytes bytes)
{
	if (crypto_generichash_update(&s->state, bytes.at, bytes.len) != 0)
		abort();
}

void
hash_end(struct hash_state *s, struct hash *out)
{
	if (crypto_generichash_final(&s->state, out->bytes, HASH_SIZE) != 0)
		abort();
}

void
hash_of(struct hash *out, struct bytes bytes)
{
	struct hash_state s;

	hash_begin(&s);
	hash_add(&s, bytes);
	hash_end(&s, out);
}

bool
hash_equal(const struct hash *a, const struct hash *b)
{
	return memcmp(a->bytes, b->bytes, HASH_SIZE) == 0;
}

void
hash_hex(char out[HASH_HEX_SIZE], const struct hash *h)
{
	sodium_bin2hex(out, HASH_HEX_SIZE, h->bytes, HASH_SIZE);
}
