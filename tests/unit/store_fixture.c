/*
 * Stores for tests.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "bundle/bundle.h"

#include "store_fixture.h"

static const char *const channels[] = { "aa", "bb", NULL };

void
store_fixture_fresh(struct store_fixture *sf)
{
	model_use(NULL);
	if (sf->m != NULL)
		model_free(sf->m);
	sf->m = model_new();
	model_put(sf->m, "etc/root.1", bytes_of_text(sf->f.root));
	model_use(sf->m);
}

void
store_fixture_open(struct store_fixture *sf, int rows)
{
	*sf = (struct store_fixture){ 0 };
	log_to(-1);
	fixture_open_rows(&sf->f, rows);
	sf->place = (struct store_place){
		.folder = "store",
		.factory = "factory",
		.root = "etc/root.1",
		.channels = channels,
		.built = STORE_FIXTURE_CREATED - 400 * STORE_FIXTURE_DAY,
	};
	store_fixture_fresh(sf);
}

void
store_fixture_close(struct store_fixture *sf)
{
	model_use(NULL);
	model_free(sf->m);
	for (unsigned i = 0; i < COUNT_OF(sf->editions); i++)
		buffer_fini(&sf->editions[i]);
	fixture_close(&sf->f);
}

struct bytes
store_fixture_edition(struct store_fixture *sf, unsigned sequence)
{
	struct buffer *b = &sf->editions[sequence];
	const struct fixture_edition spec = {
		.sequence = sequence,
		.created = STORE_FIXTURE_CREATED +
		    sequence * STORE_FIXTURE_DAY,
		.expires = STORE_FIXTURE_CREATED +
		    (sequence + 365) * STORE_FIXTURE_DAY,
	};

	if (b->len == 0)
		fixture_edition(&sf->f, b, &spec);
	return buffer_bytes(b);
}

static uint64_t
field(struct bytes bundle, size_t at, size_t len)
{
	uint64_t value = 0;

	while (len-- > 0)
		value = value << 8 | bundle.at[BUNDLE_ENVELOPE_SIZE + at +
		    len];
	return value;
}

void
store_fixture_path(const struct store_fixture *sf, struct bytes bundle,
    char out[MODEL_NAME_SIZE])
{
	char hex[HASH_HEX_SIZE];
	struct hash sum;

	hash_of(&sum, bytes_of(bundle.at + BUNDLE_ENVELOPE_SIZE,
	    sf->f.head_len));
	hash_hex(hex, &sum);
	snprintf(out, MODEL_NAME_SIZE, "store/%.31s-%u-%llu-%.8s.vereda",
	    (const char *)bundle.at + BUNDLE_ENVELOPE_SIZE + 112,
	    (unsigned)field(bundle, 56, 4),
	    (unsigned long long)field(bundle, 64, 8), hex);
}

void
store_fixture_put(struct store_fixture *sf, struct bytes bundle)
{
	char path[MODEL_NAME_SIZE];

	store_fixture_path(sf, bundle, path);
	model_put(sf->m, path, bundle);
}

enum err_code
store_fixture_install(struct store_fixture *sf, struct bytes bundle)
{
	struct err e = { .code = ERR_NONE };
	struct store *s = NULL;

	model_put(sf->m, STICK, bundle);
	if (store_open(&s, &sf->place, STORE_WRITE, &e) == 0 &&
	    store_install(s, STICK, &sf->job, NULL, &e) < 0)
		assert_int_not_equal(e.code, ERR_NONE);
	store_close(s);
	return e.code;
}

uint64_t
store_fixture_shown(const struct store_fixture *sf, enum store_why *why)
{
	struct err e = { 0 };
	struct store *s = NULL;
	const struct stored *shown;
	uint64_t sequence;

	if (store_open(&s, &sf->place, STORE_READ, &e) < 0)
		fail_msg("%s", e.text);
	shown = store_shown(s, "aa", why);
	sequence = shown != NULL ? shown->sequence : 0;
	store_close(s);
	return sequence;
}
