/*
 * What the store holds: each bundle whose name and head agree, and whose
 * head verifies against the root that it names.
 */
#include <config.h>

#include "bundle/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/log.h"
#include "base/mem.h"
#include "bundle/store_private.h"

#define SUFFIX ".vereda"
#define HASH8_LEN 8

/* The names in a folder that may be bundles. */
struct names {
	char **names;
	size_t count;
};

static void
collect(void *context, const char *name)
{
	struct names *n = context;
	size_t len = strlen(name);
	size_t suffix = strlen(SUFFIX);

	if (len <= suffix || len >= STORE_NAME_SIZE ||
	    strcmp(name + len - suffix, SUFFIX) != 0)
		return;
	n->names = xrealloc(n->names, n->count + 1, sizeof *n->names);
	n->names[n->count++] = xstrdup(name);
}

static void
names_fini(struct names *n)
{
	for (size_t i = 0; i < n->count; i++)
		free(n->names[i]);
	free(n->names);
}

int
store_compare(uint32_t epoch, uint64_t sequence, uint32_t other_epoch,
    uint64_t other_sequence)
{
	if (epoch != other_epoch)
		return epoch < other_epoch ? -1 : 1;
	return (sequence > other_sequence) - (sequence < other_sequence);
}

/* By channel, installed before factory, the newest first. */
static int
compare(const void *left, const void *right)
{
	const struct stored *a = left;
	const struct stored *b = right;
	int order = strcmp(a->channel, b->channel);

	if (order == 0)
		order = (int)a->factory - (int)b->factory;
	if (order == 0)
		order = store_compare(b->epoch, b->sequence, a->epoch,
		    a->sequence);
	return order != 0 ? order : strcmp(a->name, b->name);
}

void
store_add_edition(struct store *s, const struct stored *edition)
{
	s->editions = xrealloc(s->editions, s->count + 1,
	    sizeof *s->editions);
	s->editions[s->count++] = *edition;
	qsort(s->editions, s->count, sizeof *s->editions, compare);
}

void
store_describe(struct stored *out, const struct bundle *b)
{
	const struct head *h = bundle_head(b);
	char hex[HASH_HEX_SIZE];

	*out = (struct stored){
		.epoch = h->epoch,
		.sequence = h->sequence,
		.dates = { h->created, h->stale_after, h->expires },
		.root_version = h->root_version,
		.size = bundle_size(b),
	};
	memcpy(out->channel, h->channel, sizeof out->channel);
	bundle_head_hash(b, &out->head);
	hash_hex(hex, &out->head);
	snprintf(out->name, sizeof out->name, "%s-%u-%llu-%.*s" SUFFIX,
	    h->channel, h->epoch, (unsigned long long)h->sequence, HASH8_LEN,
	    hex);
}

/* The number in front of END, back to the '-' where it begins; NULL if there
 * is none in the one spelling. */
static const char *
number_before(const char *name, const char *end, uint64_t max, uint64_t *out)
{
	const char *at = end;

	while (at > name && at[-1] >= '0' && at[-1] <= '9')
		at--;
	if (at == end || at == name || at[-1] != '-' || *at == '0')
		return NULL;
	*out = 0;
	for (const char *c = at; c < end; c++) {
		uint64_t digit = (uint64_t)(*c - '0');

		if (*out > (max - digit) / 10)
			return NULL;
		*out = *out * 10 + digit;
	}
	return at - 1;
}

/* What the NAME of a file says; false if it is none of ours. */
static bool
parse_name(struct stored *out, const char *name)
{
	size_t tail = 1 + HASH8_LEN + strlen(SUFFIX);
	size_t len = strlen(name);
	const char *end;
	uint64_t epoch = 0;

	*out = (struct stored){ .damaged = true };
	if (len <= tail || name[len - tail] != '-')
		return false;
	end = number_before(name, name + len - tail, INT64_MAX,
	    &out->sequence);
	if (end != NULL)
		end = number_before(name, end, UINT32_MAX, &epoch);
	if (end == NULL || end == name || end - name >= HEAD_CHANNEL_SIZE)
		return false;
	out->epoch = (uint32_t)epoch;
	memcpy(out->channel, name, (size_t)(end - name));
	memcpy(out->name, name, len + 1);
	return true;
}

static bool
is_subscribed(const struct store *s, const char *channel)
{
	const char *const *c = s->place.channels;

	while (c != NULL && *c != NULL && strcmp(*c, channel) != 0)
		c++;
	return c == NULL || *c != NULL;
}

int
store_open_edition(const struct store *s, const struct stored *edition,
    struct bundle **out, struct err *e)
{
	const struct bundle_rules rules = {
		.trust = s->trust,
		.use = edition->factory ? BUNDLE_FACTORY : BUNDLE_SHOW,
		.channels = s->place.channels,
	};

	return bundle_open_at(out, edition->factory ? s->factory_fd : s->fd,
	    edition->name, &rules, e);
}

/* Roots that a good edition brings and that this store does not have. */
static void
adopt_roots(struct store *s, const struct bundle *b)
{
	if (bundle_trust(b) == NULL)
		return;
	trust_free(s->trust);
	s->trust = trust_copy(bundle_trust(b));
}

static void
scan_installed(struct store *s, const char *name)
{
	struct stored found;
	struct stored edition;
	struct bundle *b = NULL;
	struct err e = { .code = ERR_NONE };

	if (!parse_name(&found, name) || !is_subscribed(s, found.channel))
		return;
	if (s->trust != NULL && store_open_edition(s, &found, &b, &e) == 0) {
		store_describe(&edition, b);
		if (strcmp(edition.name, name) == 0) {
			found = edition;
			adopt_roots(s, b);
		} else {
			err_set(&e, ERR_HEAD, "it is %s", edition.name);
		}
	}
	found.unread = found.damaged && e.code == ERR_STICK;
	if (found.damaged)
		log_line("store: %s: %s", name,
		    s->trust != NULL ? e.text : "there is no root");
	bundle_close(b);
	store_add_edition(s, &found);
}

static void
scan_factory(struct store *s, const char *name)
{
	struct stored edition = { .factory = true };
	struct bundle *b = NULL;
	struct err e = { 0 };

	memcpy(edition.name, name, strlen(name) + 1);
	if (store_open_edition(s, &edition, &b, &e) < 0) {
		if (e.code != ERR_CHANNEL)
			log_line("store: factory: %s", e.text);
		return;
	}
	store_describe(&edition, b);
	memcpy(edition.name, name, strlen(name) + 1);
	edition.factory = true;
	bundle_close(b);
	store_add_edition(s, &edition);
}

void
store_mark(struct store *s)
{
	for (size_t i = 0; i < s->count; i++) {
		struct stored *edition = &s->editions[i];
		const struct store_line *line = store_line_find(s,
		    edition->channel);
		struct err ignored = { 0 };
		uint32_t epoch = 0;

		edition->away = !edition->factory && line != NULL &&
		    line->reason != 0 &&
		    store_compare(edition->epoch, edition->sequence,
			line->cap_epoch, line->cap_sequence) > 0;
		edition->outdated = !edition->factory && s->trust != NULL &&
		    trust_epoch(s->trust, edition->channel, &epoch,
			&ignored) == 0 &&
		    edition->epoch < epoch;
	}
}

int
store_scan(struct store *s, struct err *e)
{
	struct names names = { 0 };
	struct names factory = { 0 };
	int rc = 0;

	if (s->fd >= 0)
		rc = io_list(s->fd, collect, &names, e);
	if (rc == 0 && s->factory_fd >= 0)
		rc = io_list(s->factory_fd, collect, &factory, e);
	for (size_t i = 0; rc == 0 && i < names.count; i++)
		scan_installed(s, names.names[i]);
	for (size_t i = 0; rc == 0 && i < factory.count; i++)
		scan_factory(s, factory.names[i]);
	names_fini(&names);
	names_fini(&factory);
	for (size_t i = 0; i < s->count; i++)
		if (!s->editions[i].factory && !s->editions[i].damaged)
			store_line_raise(s, &s->editions[i]);
	store_mark(s);
	return rc;
}
