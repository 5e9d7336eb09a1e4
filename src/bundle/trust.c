/*
 * Judging signatures by a root document.
 */
#include <config.h>

#include "bundle/trust.h"

#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/mem.h"
#include "bundle/root.h"

struct trust {
	struct root root;
};

int
trust_parse(struct trust **out, struct bytes text, struct err *e)
{
	struct trust *t = xcalloc(1, sizeof *t);

	*out = NULL;
	if (root_parse(&t->root, text, e) < 0) {
		trust_free(t);
		return -1;
	}
	*out = t;
	return 0;
}

int
trust_load(struct trust **out, const char *path, struct err *e)
{
	struct buffer text = { 0 };
	int rc;

	*out = NULL;
	if (io_read_file(&text, path, TRUST_ROOT_MAX, e) < 0) {
		e->code = ERR_ROOT_CHAIN; /* it is not the stick that fails */
		return err_wrap(e, "root document");
	}
	rc = trust_parse(out, buffer_bytes(&text), e);
	buffer_fini(&text);
	return rc == 0 ? 0 : err_wrap(e, "%s", path);
}

void
trust_free(struct trust *t)
{
	free(t);
}

uint32_t
trust_root_version(const struct trust *t)
{
	return t->root.version;
}

static const struct root_channel *
find_channel(const struct trust *t, const char *channel)
{
	for (unsigned i = 0; i < t->root.channel_count; i++)
		if (strcmp(t->root.channels[i].name, channel) == 0)
			return &t->root.channels[i];
	return NULL;
}

static const struct minisig_key *
find_key(const struct root_keys *set, const uint8_t id[MINISIG_KEY_ID_SIZE])
{
	for (unsigned i = 0; i < set->count; i++)
		if (memcmp(set->keys[i].id, id, MINISIG_KEY_ID_SIZE) == 0)
			return &set->keys[i];
	return NULL;
}

/* Why ID is not among the keys of a channel, for the log. */
static int
refuse_key(const struct trust *t, const uint8_t id[MINISIG_KEY_ID_SIZE],
    struct err *e)
{
	char hex[MINISIG_KEY_ID_HEX_SIZE];

	minisig_key_id_hex(hex, id);
	for (unsigned i = 0; i < t->root.revoked_count; i++)
		if (memcmp(t->root.revoked[i].id, id, MINISIG_KEY_ID_SIZE) ==
		    0)
			return err_set(e, ERR_UNKNOWN_KEY,
			    "key %s was revoked: %s", hex,
			    t->root.revoked[i].reason);
	return err_set(e, ERR_UNKNOWN_KEY, "key %s is not known", hex);
}

/* Signatures of distinct keys: a key counts once however often it signs. */
static unsigned
count_distinct(const struct minisig *signatures, unsigned count)
{
	unsigned distinct = 0;

	for (unsigned i = 0; i < count; i++) {
		unsigned j = 0;

		while (j < i && memcmp(signatures[i].id, signatures[j].id,
				    MINISIG_KEY_ID_SIZE) != 0)
			j++;
		distinct += j == i;
	}
	return distinct;
}

int
trust_check(const struct trust *t, const char *channel, struct bytes message,
    const struct minisig *signatures, unsigned count, struct err *e)
{
	const struct root_channel *c = find_channel(t, channel);
	unsigned distinct = count_distinct(signatures, count);

	if (c == NULL)
		return err_set(e, ERR_CHANNEL, "channel \"%s\" is not known",
		    channel);
	for (unsigned i = 0; i < count; i++)
		if (find_key(&c->publishers, signatures[i].id) == NULL)
			return refuse_key(t, signatures[i].id, e);
	/* The parser lets no threshold be 0: nothing signed is never enough. */
	if (distinct == 0 || distinct < c->publishers.threshold)
		return err_set(e, ERR_THRESHOLD,
		    "%u signatures, %u are needed", distinct,
		    c->publishers.threshold);
	for (unsigned i = 0; i < count; i++)
		if (minisig_verify(&signatures[i],
			find_key(&c->publishers, signatures[i].id), message,
			e) < 0)
			return -1;
	return 0;
}

int
trust_epoch(const struct trust *t, const char *channel, uint32_t *epoch,
    struct err *e)
{
	const struct root_channel *c = find_channel(t, channel);

	if (c == NULL)
		return err_set(e, ERR_CHANNEL, "channel \"%s\" is not known",
		    channel);
	*epoch = c->epoch;
	return 0;
}
