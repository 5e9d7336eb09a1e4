/*
 * Reading root documents: lines "key=value" in a fixed order, so that there
 * is one spelling of each document.  The reader stops at the first fault and
 * names its line.
 */
#include <config.h>

#include "bundle/root.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define VALUE_MAX 255 /* bytes; the longest is a revoked key with its reason */

/* Where the reading stands: a line is current until it is taken. */
struct lines {
	struct bytes rest;
	unsigned number; /* of the current line */
	struct err *e;
};

static int
fault(struct lines *l, const char *what)
{
	return err_set(l->e, ERR_ROOT_CHAIN, "root document, line %u: %s",
	    l->number, what);
}

/*
 * If the current line is "KEY=...", take it: its value, with a NUL, is in
 * VALUE.  False when it is another line, or too long, or the end.
 */
static bool
take(struct lines *l, const char *key, char value[VALUE_MAX + 1])
{
	size_t skip = strlen(key) + 1;
	const uint8_t *lf = l->rest.len > 0 ?
	    memchr(l->rest.at, '\n', l->rest.len) : NULL;
	size_t len = lf != NULL ? (size_t)(lf - l->rest.at) : 0;

	if (len < skip || memcmp(l->rest.at, key, skip - 1) != 0 ||
	    l->rest.at[skip - 1] != '=' || len - skip > VALUE_MAX)
		return false;
	memcpy(value, l->rest.at + skip, len - skip);
	value[len - skip] = '\0';
	l->rest = bytes_of(lf + 1, l->rest.len - len - 1);
	l->number++;
	return true;
}

/* Decimal, no sign, no leading zero, 1 to MAX. */
static int
take_number(struct lines *l, const char *key, uint32_t *out, uint32_t max)
{
	char value[VALUE_MAX + 1];
	uint64_t number = 0;
	size_t len;

	if (!take(l, key, value))
		return fault(l, key);
	len = strlen(value);
	if (len == 0 || len > 10 || value[0] == '0' ||
	    strspn(value, "0123456789") != len)
		return fault(l, "not a number");
	for (size_t i = 0; i < len; i++)
		number = number * 10 + (uint64_t)(value[i] - '0');
	if (number > max)
		return fault(l, "too large a number");
	*out = (uint32_t)number;
	return 0;
}

static int
take_date(struct lines *l, const char *key, struct date *out)
{
	char value[VALUE_MAX + 1];

	if (!take(l, key, value) || !date_parse(out, value))
		return fault(l, key);
	return 0;
}

static bool
key_stands_in(const struct root_keys *set, const struct minisig_key *key)
{
	for (unsigned i = 0; i < set->count; i++)
		if (memcmp(set->keys[i].id, key->id, sizeof key->id) == 0 ||
		    memcmp(set->keys[i].key, key->key, sizeof key->key) == 0)
			return true;
	return false;
}

static bool
has_key(const struct root_keys *set, const struct minisig_key *key)
{
	for (unsigned i = 0; i < set->count; i++)
		if (memcmp(&set->keys[i], key, sizeof *key) == 0)
			return true;
	return false;
}

/* A set of R that was read before has KEY: it was found proper there.  One
 * key publishes several channels. */
static bool
was_checked(const struct root *r, const struct minisig_key *key)
{
	for (unsigned i = 0; i < r->channel_count; i++)
		if (has_key(&r->channels[i].publishers, key))
			return true;
	return has_key(&r->roots, key);
}

/*
 * "threshold=", then its keys, sorted as text, into SET of R.  A key that
 * stood twice, or under two ids, would count twice: refused.
 */
static int
take_keys(struct lines *l, const char *key, const struct root *r,
    struct root_keys *set, unsigned max)
{
	char value[VALUE_MAX + 1];
	char last[VALUE_MAX + 1] = "";

	if (take_number(l, "threshold", &set->threshold, max) < 0)
		return -1;
	while (take(l, key, value)) {
		struct err ignored = { 0 };
		struct minisig_key *next = &set->keys[set->count];

		if (set->count == max)
			return fault(l, "too many keys");
		if (minisig_key_read(next, bytes_of_text(value), &ignored) <
			0 ||
		    (!was_checked(r, next) &&
			minisig_key_check(next, &ignored) < 0))
			return fault(l, ignored.text);
		if (key_stands_in(set, next) || strcmp(last, value) >= 0)
			return fault(l, "a key twice, or out of order");
		memcpy(last, value, sizeof last);
		set->count++;
	}
	if (set->count < set->threshold)
		return fault(l, "fewer keys than the threshold");
	return 0;
}

static bool
name_is_good(const char *name)
{
	size_t len = strlen(name);

	return len > 0 && len < HEAD_CHANNEL_SIZE &&
	    strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == len;
}

static int
take_channels(struct lines *l, struct root *r)
{
	char name[VALUE_MAX + 1];

	while (take(l, "channel", name)) {
		struct root_channel *c = &r->channels[r->channel_count];

		if (r->channel_count == TRUST_CHANNELS_MAX)
			return fault(l, "too many channels");
		if (!name_is_good(name))
			return fault(l, "not a name of a channel");
		if (r->channel_count > 0 && strcmp(c[-1].name, name) >= 0)
			return fault(l, "a channel twice, or out of order");
		memcpy(c->name, name, strlen(name) + 1);
		if (take_number(l, "epoch", &c->epoch, UINT32_MAX) < 0 ||
		    take_keys(l, "publisher_key", r, &c->publishers,
			TRUST_KEYS_MAX) < 0)
			return -1;
		r->channel_count++;
	}
	return 0;
}

/* 16 upper-case hexadecimal digits as minisign prints them, to bytes. */
static bool
id_parse(uint8_t out[MINISIG_KEY_ID_SIZE], const char *hex)
{
	uint64_t number = 0;

	for (unsigned i = 0; i < 2 * MINISIG_KEY_ID_SIZE; i++) {
		static const char digits[] = "0123456789ABCDEF";
		const char *digit = hex[i] != '\0' ?
		    strchr(digits, hex[i]) : NULL;

		if (digit == NULL)
			return false;
		number = number << 4 | (uint64_t)(digit - digits);
	}
	for (unsigned i = 0; i < MINISIG_KEY_ID_SIZE; i++)
		out[i] = (uint8_t)(number >> (8 * i));
	return true;
}

static bool
reason_is_good(const char *reason)
{
	uint32_t code = 0;
	struct bytes b = bytes_of_text(reason);

	return b.len > 0 && b.len <= ROOT_REASON_MAX &&
	    utf8_find_unsafe(b, &code) == b.len;
}

static int
take_revoked(struct lines *l, struct root *r)
{
	char value[VALUE_MAX + 1];
	char last[VALUE_MAX + 1] = "";
	size_t digits = (size_t)2 * MINISIG_KEY_ID_SIZE;

	while (take(l, "revoked", value)) {
		struct root_revoked *next = &r->revoked[r->revoked_count];

		if (r->revoked_count == ROOT_REVOKED_MAX)
			return fault(l, "too many revoked keys");
		if (!id_parse(next->id, value) || value[digits] != ' ' ||
		    !reason_is_good(value + digits + 1))
			return fault(l, "not a key id and a reason");
		if (strncmp(last, value, digits) >= 0)
			return fault(l, "a key id twice, or out of order");
		memcpy(next->reason, value + digits + 1,
		    strlen(value + digits + 1) + 1);
		memcpy(last, value, sizeof last);
		r->revoked_count++;
	}
	return 0;
}

static bool
has_revoked(const struct root *r, const struct root_keys *set)
{
	for (unsigned i = 0; i < set->count; i++)
		for (unsigned j = 0; j < r->revoked_count; j++)
			if (memcmp(set->keys[i].id, r->revoked[j].id,
				MINISIG_KEY_ID_SIZE) == 0)
				return true;
	return false;
}

/* What can only be said of the whole document. */
static int
check_whole(struct lines *l, const struct root *r)
{
	if (l->rest.len != 0)
		return fault(l, "unknown, too long, or not in its place");
	if (date_compare(&r->created, &r->expires) >= 0)
		return fault(l, "it expires before it is made");
	if (has_revoked(r, &r->roots))
		return fault(l, "a root key is revoked");
	for (unsigned i = 0; i < r->channel_count; i++)
		if (has_revoked(r, &r->channels[i].publishers))
			return fault(l, "a publisher key is revoked");
	return 0;
}

int
root_parse(struct root *out, struct bytes text, struct err *e)
{
	static const char domain[] = ROOT_DOMAIN "\n";
	size_t len = strlen(domain);
	struct lines l = { .rest = text, .number = 1, .e = e };

	*out = (struct root){ 0 };
	if (text.len > TRUST_ROOT_MAX)
		return err_set(e, ERR_ROOT_CHAIN,
		    "root document of %zu bytes", text.len);
	if (text.len < len || memcmp(text.at, domain, len) != 0)
		return fault(&l, "not a root document (" ROOT_DOMAIN ")");
	l.rest = bytes_of(text.at + len, text.len - len);
	l.number++;
	if (take_number(&l, "version", &out->version, UINT32_MAX) < 0 ||
	    take_date(&l, "created", &out->created) < 0 ||
	    take_date(&l, "expires", &out->expires) < 0 ||
	    take_keys(&l, "root_key", out, &out->roots, ROOT_KEYS_MAX) < 0 ||
	    take_channels(&l, out) < 0 || take_revoked(&l, out) < 0)
		return -1;
	return check_whole(&l, out);
}
