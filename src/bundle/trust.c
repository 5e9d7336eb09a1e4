/*
 * Judging signatures by a root document.
 */
#include <config.h>

#include "bundle/trust.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/mem.h"
#include "bundle/root.h"
#include "bundle/trust_private.h"

int
trust_parse(struct trust **out, struct bytes text, struct err *e)
{
	struct trust_reading first;
	struct trust *t;

	*out = NULL;
	if (trust_read_entry(&first, text, e) < 0)
		return -1;
	if (first.root->root.version != 1) {
		err_set(e, ERR_ROOT_CHAIN, "root %u: trust begins with 1",
		    first.root->root.version);
		trust_root_free(first.root);
		return -1;
	}
	t = xcalloc(1, sizeof *t);
	t->roots[t->count++] = first.root;
	*out = t;
	return 0;
}

int
trust_load(struct trust **out, const char *path, struct err *e)
{
	struct buffer text = { 0 };
	int rc;

	*out = NULL;
	if (io_read_file(&text, path, TRUST_ENTRY_MAX, e) < 0) {
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
	if (t == NULL)
		return;
	for (unsigned i = 0; i < t->count; i++)
		trust_root_free(t->roots[i]);
	free(t);
}

struct trust *
trust_copy(const struct trust *t)
{
	struct trust *copy = xcalloc(1, sizeof *copy);

	for (unsigned i = 0; i < t->count; i++) {
		const struct trust_root *from = t->roots[i];
		struct trust_root *to = xcalloc(1, sizeof *to);

		*to = *from;
		to->entry = (struct buffer){ 0 };
		buffer_add(&to->entry, from->entry.at, from->entry.len);
		copy->roots[copy->count++] = to;
	}
	return copy;
}

static const struct root *
newest_root(const struct trust *t)
{
	return &t->roots[t->count - 1]->root;
}

uint32_t
trust_root_version(const struct trust *t)
{
	return newest_root(t)->version;
}

int64_t
trust_created(const struct trust *t)
{
	return date_seconds(&newest_root(t)->created);
}

int64_t
trust_expires(const struct trust *t)
{
	return date_seconds(&newest_root(t)->expires);
}

struct bytes
trust_entry(const struct trust *t, uint32_t version)
{
	assert(version >= 1 && version <= t->count);
	return buffer_bytes(&t->roots[version - 1]->entry);
}

void
trust_fingerprint(const struct trust *t, struct hash *out)
{
	hash_of(out, trust_document(t->roots[0]));
}

/* NULL, and why, if T does not know VERSION. */
static const struct root *
find_root(const struct trust *t, uint32_t version, struct err *e)
{
	if (version >= 1 && version <= t->count)
		return &t->roots[version - 1]->root;
	err_set(e, ERR_ROOT_CHAIN, "there is no root %u, the newest is %u",
	    version, trust_root_version(t));
	return NULL;
}

static const struct root_channel *
find_channel(const struct root *r, const char *channel)
{
	for (unsigned i = 0; i < r->channel_count; i++)
		if (strcmp(r->channels[i].name, channel) == 0)
			return &r->channels[i];
	return NULL;
}

const struct minisig_key *
trust_find_key(const struct root_keys *set,
    const uint8_t id[MINISIG_KEY_ID_SIZE])
{
	for (unsigned i = 0; i < set->count; i++)
		if (memcmp(set->keys[i].id, id, MINISIG_KEY_ID_SIZE) == 0)
			return &set->keys[i];
	return NULL;
}

/* Why ID is not among the keys of a channel, for the log. */
static int
refuse_key(const struct root *r, const uint8_t id[MINISIG_KEY_ID_SIZE],
    struct err *e)
{
	char hex[MINISIG_KEY_ID_HEX_SIZE];

	minisig_key_id_hex(hex, id);
	for (unsigned i = 0; i < r->revoked_count; i++)
		if (memcmp(r->revoked[i].id, id, MINISIG_KEY_ID_SIZE) == 0)
			return err_set(e, ERR_UNKNOWN_KEY,
			    "key %s was revoked: %s", hex,
			    r->revoked[i].reason);
	return err_set(e, ERR_UNKNOWN_KEY, "key %s is not known", hex);
}

/* A key counts once, however often it signs. */
unsigned
trust_count_keys(const struct root_keys *set,
    const struct minisig *signatures, unsigned count)
{
	unsigned distinct = 0;

	for (unsigned i = 0; i < set->count; i++) {
		unsigned j = 0;

		while (j < count && memcmp(set->keys[i].id, signatures[j].id,
					MINISIG_KEY_ID_SIZE) != 0)
			j++;
		distinct += j < count;
	}
	return distinct;
}

static int
check_by(const struct root *r, const char *channel, struct bytes message,
    const struct minisig *signatures, unsigned count, struct err *e)
{
	const struct root_channel *c = find_channel(r, channel);
	unsigned distinct;

	if (c == NULL)
		return err_set(e, ERR_CHANNEL, "channel \"%s\" is not known",
		    channel);
	for (unsigned i = 0; i < count; i++)
		if (trust_find_key(&c->publishers, signatures[i].id) == NULL)
			return refuse_key(r, signatures[i].id, e);
	distinct = trust_count_keys(&c->publishers, signatures, count);
	/* The parser lets no threshold be 0: nothing signed is never enough. */
	if (distinct == 0 || distinct < c->publishers.threshold)
		return err_set(e, ERR_THRESHOLD,
		    "%u signatures, %u are needed", distinct,
		    c->publishers.threshold);
	for (unsigned i = 0; i < count; i++)
		if (minisig_verify(&signatures[i],
			trust_find_key(&c->publishers, signatures[i].id),
			message, e) < 0)
			return -1;
	return 0;
}

int
trust_check(const struct trust *t, const char *channel, struct bytes message,
    const struct minisig *signatures, unsigned count, struct err *e)
{
	return check_by(newest_root(t), channel, message, signatures, count,
	    e);
}

int
trust_check_by(const struct trust *t, uint32_t version, const char *channel,
    struct bytes message, const struct minisig *signatures, unsigned count,
    struct err *e)
{
	const struct root *r = find_root(t, version, e);

	if (r == NULL)
		return -1;
	return check_by(r, channel, message, signatures, count, e);
}

int
trust_epoch_by(const struct trust *t, uint32_t version, const char *channel,
    uint32_t *epoch, struct err *e)
{
	const struct root_channel *c = NULL;
	const struct root *r = find_root(t, version, e);

	if (r == NULL)
		return -1;
	c = find_channel(r, channel);
	if (c == NULL)
		return err_set(e, ERR_CHANNEL, "channel \"%s\" is not known",
		    channel);
	*epoch = c->epoch;
	return 0;
}

int
trust_epoch(const struct trust *t, const char *channel, uint32_t *epoch,
    struct err *e)
{
	return trust_epoch_by(t, trust_root_version(t), channel, epoch, e);
}
