/*
 * BLAKE2b-256, the one hash of the bundle format (libsodium's generic hash;
 * "b2sum -l 256" gives the same).  Call hash_init() once before anything
 * else that uses libsodium.
 */
#ifndef VEREDA_HASH_H
#define VEREDA_HASH_H

#include <stdbool.h>
#include <stdint.h>

#include <sodium.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"

#define HASH_SIZE 32 /* bytes */
#define HASH_HEX_SIZE (2 * HASH_SIZE + 1) /* with the final NUL */

struct hash {
	uint8_t bytes[HASH_SIZE];
};

struct hash_state {
	crypto_generichash_state state;
};

CHECKED int hash_init(struct err *e); /* may be called again */
void hash_of(struct hash *out, struct bytes bytes);
bool hash_equal(const struct hash *a, const struct hash *b);
void hash_hex(char out[HASH_HEX_SIZE], const struct hash *h);

void hash_begin(struct hash_state *s);
void hash_add(struct hash_state *s, struct bytes bytes);
void hash_end(struct hash_state *s, struct hash *out);

#endif
