/*
 * Changing a draft of a root.
 */
#include <config.h>

#include "pack/root_edit.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

struct root_channel *
root_edit_find(struct root *r, const char *name)
{
	for (unsigned i = 0; i < r->channel_count; i++)
		if (strcmp(r->channels[i].name, name) == 0)
			return &r->channels[i];
	return NULL;
}

/* Where the key ID stands in SET; SET->count if it does not. */
static unsigned
place_of(const struct root_keys *set, const uint8_t id[MINISIG_KEY_ID_SIZE])
{
	unsigned i = 0;

	while (i < set->count &&
	    memcmp(set->keys[i].id, id, MINISIG_KEY_ID_SIZE) != 0)
		i++;
	return i;
}

static bool
take_out(struct root_keys *set, const uint8_t id[MINISIG_KEY_ID_SIZE])
{
	unsigned at = place_of(set, id);

	if (at == set->count)
		return false;
	set->count--;
	memmove(&set->keys[at], &set->keys[at + 1],
	    (set->count - at) * sizeof set->keys[0]);
	return true;
}

static bool
is_revoked(const struct root *r, const uint8_t id[MINISIG_KEY_ID_SIZE])
{
	for (unsigned i = 0; i < r->revoked_count; i++)
		if (memcmp(r->revoked[i].id, id, MINISIG_KEY_ID_SIZE) == 0)
			return true;
	return false;
}

static int
add_key(const struct root *r, struct root_keys *set, unsigned max,
    const struct minisig_key *key, struct err *e)
{
	char id[MINISIG_KEY_ID_HEX_SIZE];

	minisig_key_id_hex(id, key->id);
	if (is_revoked(r, key->id))
		return err_set(e, ERR_INPUT, "key %s is revoked", id);
	for (unsigned i = 0; i < set->count; i++)
		if (memcmp(set->keys[i].id, key->id, sizeof key->id) == 0 ||
		    memcmp(set->keys[i].key, key->key, sizeof key->key) == 0)
			return err_set(e, ERR_INPUT,
			    "key %s stands there already", id);
	if (set->count == max)
		return err_set(e, ERR_LIMIT, "more than %u keys", max);
	set->keys[set->count++] = *key;
	return 0;
}

int
root_edit_add_root_key(struct root *r, const struct minisig_key *key,
    struct err *e)
{
	return add_key(r, &r->roots, ROOT_KEYS_MAX, key, e);
}

int
root_edit_add_channel(struct root *r, const char *name, uint32_t epoch,
    unsigned threshold, struct err *e)
{
	size_t len = strlen(name);
	struct root_channel *c = NULL;

	if (len == 0 || len >= HEAD_CHANNEL_SIZE ||
	    strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") != len)
		return err_set(e, ERR_INPUT, "a channel's name has 1 to %d of "
		    "a-z, 0-9 and hyphen", HEAD_CHANNEL_SIZE - 1);
	if (root_edit_find(r, name) != NULL)
		return err_set(e, ERR_INPUT, "channel %s is there already",
		    name);
	if (r->channel_count == TRUST_CHANNELS_MAX)
		return err_set(e, ERR_LIMIT, "more than %d channels",
		    TRUST_CHANNELS_MAX);
	c = &r->channels[r->channel_count++];
	*c = (struct root_channel){ .epoch = epoch };
	c->publishers.threshold = threshold;
	memcpy(c->name, name, len + 1);
	return 0;
}

int
root_edit_add_publisher(struct root *r, struct root_channel *c,
    const struct minisig_key *key, struct err *e)
{
	if (add_key(r, &c->publishers, TRUST_KEYS_MAX, key, e) < 0)
		return err_wrap(e, "channel %s", c->name);
	return 0;
}

int
root_edit_drop_key(struct root *r, struct root_channel *c,
    const uint8_t id[MINISIG_KEY_ID_SIZE], struct err *e)
{
	if (take_out(c == NULL ? &r->roots : &c->publishers, id))
		return 0;
	return err_set(e, ERR_NOT_FOUND, "%s has no such key",
	    c == NULL ? "the root" : c->name);
}

int
root_edit_drop_channel(struct root *r, const char *name, struct err *e)
{
	struct root_channel *c = root_edit_find(r, name);
	size_t behind;

	if (c == NULL)
		return err_set(e, ERR_NOT_FOUND, "there is no channel %s",
		    name);
	r->channel_count--;
	behind = (size_t)(&r->channels[r->channel_count] - c);
	memmove(c, c + 1, behind * sizeof *c);
	return 0;
}

static int
write_down(struct root *r, const uint8_t id[MINISIG_KEY_ID_SIZE],
    const char *reason, struct err *e)
{
	struct bytes text = bytes_of_text(reason);
	struct root_revoked *next = NULL;
	uint32_t code = 0;

	if (is_revoked(r, id))
		return err_set(e, ERR_INPUT, "the key is revoked already");
	if (r->revoked_count == ROOT_REVOKED_MAX)
		return err_set(e, ERR_LIMIT, "more than %d revoked keys",
		    ROOT_REVOKED_MAX);
	if (text.len == 0 || text.len > ROOT_REASON_MAX ||
	    memchr(text.at, '\n', text.len) != NULL ||
	    utf8_find_unsafe(text, &code) != text.len)
		return err_set(e, ERR_INPUT, "a reason is one line of 1 to "
		    "%d bytes without control characters", ROOT_REASON_MAX);
	next = &r->revoked[r->revoked_count++];
	memcpy(next->id, id, sizeof next->id);
	memcpy(next->reason, reason, text.len + 1);
	return 0;
}

int
root_edit_revoke(struct root *r, const uint8_t id[MINISIG_KEY_ID_SIZE],
    const char *reason, enum root_epochs epochs, struct err *e)
{
	if (write_down(r, id, reason, e) < 0)
		return -1;
	take_out(&r->roots, id);
	for (unsigned i = 0; i < r->channel_count; i++) {
		struct root_channel *c = &r->channels[i];

		if (!take_out(&c->publishers, id) ||
		    epochs == ROOT_EPOCHS_KEEP)
			continue;
		if (c->epoch == UINT32_MAX)
			return err_set(e, ERR_LIMIT, "channel %s has no "
			    "later epoch", c->name);
		c->epoch++;
	}
	return 0;
}

static int
check_set(const struct root_keys *set, const char *what, struct err *e)
{
	if (set->threshold > 0 && set->threshold <= set->count)
		return 0;
	return err_set(e, ERR_INPUT, "%s: %u keys and a threshold of %u; "
	    "add a key first or set another threshold", what, set->count,
	    set->threshold);
}

int
root_edit_check(const struct root *r, struct err *e)
{
	if (date_compare(&r->created, &r->expires) >= 0)
		return err_set(e, ERR_INPUT, "it expires before it is made");
	if (check_set(&r->roots, "root keys", e) < 0)
		return -1;
	for (unsigned i = 0; i < r->channel_count; i++)
		if (check_set(&r->channels[i].publishers,
			r->channels[i].name, e) < 0)
			return -1;
	return 0;
}
