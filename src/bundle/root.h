/*
 * The root document: a short text that says which keys may sign which
 * channel.  Its grammar is in vereda-bundle(5); only trust.c reads it.
 */
#ifndef VEREDA_ROOT_H
#define VEREDA_ROOT_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/date.h"
#include "base/err.h"
#include "bundle/head.h"
#include "bundle/minisig.h"
#include "bundle/trust.h"

#define ROOT_DOMAIN "vereda.root.v1"
#define ROOT_KEYS_MAX 10
#define ROOT_REVOKED_MAX 64
#define ROOT_REASON_MAX 200 /* bytes */

/* A set of keys, of which THRESHOLD must sign. */
struct root_keys {
	struct minisig_key keys[TRUST_KEYS_MAX];
	unsigned count;
	unsigned threshold;
};

struct root_channel {
	char name[HEAD_CHANNEL_SIZE + 1];
	uint32_t epoch;
	struct root_keys publishers;
};

struct root_revoked {
	uint8_t id[MINISIG_KEY_ID_SIZE];
	char reason[ROOT_REASON_MAX + 1];
};

struct root {
	uint32_t version;
	struct date created;
	struct date expires;
	struct root_keys roots;
	struct root_channel channels[TRUST_CHANNELS_MAX];
	unsigned channel_count;
	struct root_revoked revoked[ROOT_REVOKED_MAX];
	unsigned revoked_count;
};

/* TEXT to *OUT; ERR_ROOT_CHAIN for anything that is not as it must be. */
CHECKED int root_parse(struct root *out, struct bytes text, struct err *e);

#endif
