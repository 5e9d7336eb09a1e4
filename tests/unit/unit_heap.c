/*
 * I9: what SQLite takes in all stays under the limits of database.c, with as
 * many channels as there may be, each larger than its cache.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "bundle/bundle.h"
#include "catalog/catalog.h"
#include "image/database.h"

#include "content_questions.h"
#include "hostile.h"

#define HEAP_SCREEN (16 << 20) /* bytes, as in database.c */
#define HEAP_IMPORT (32 << 20)

static struct hostile h;

static int
setup(void **state)
{
	struct buffer bundle = { 0 };
	size_t n = 0;

	(void)state;
	log_to(-1);
	hostile_open(&h);
	while (n < hostile_base_count() &&
	    strcmp(hostile_base_name(n), "large") != 0)
		n++;
	hostile_sign(&h, &bundle, hostile_base(&h, n));
	hostile_write(&h, buffer_bytes(&bundle));
	buffer_fini(&bundle);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	hostile_close(&h);
	return 0;
}

static void
ask_all(struct catalog *c)
{
	struct buffer answer = { 0 };

	for (size_t i = 0; i < content_question_count(); i++) {
		struct err e = { 0 };

		if (content_question(&answer, c, i, &e) < 0)
			fail_msg("%s: %s", content_question_name(i), e.text);
	}
	buffer_fini(&answer);
}

static void
all_channels_together_stay_under_the_limit(void **state)
{
	struct bundle *b[CATALOG_CHANNELS_MAX] = { NULL };
	struct catalog *c[CATALOG_CHANNELS_MAX] = { NULL };
	struct err e = { 0 };

	(void)state;
	sqlite3_memory_highwater(1);
	for (size_t i = 0; i < CATALOG_CHANNELS_MAX; i++) {
		sqlite3 *db = NULL;

		if (bundle_open(&b[i], h.path, h.trust, &e) < 0 ||
		    database_open_image(&db, bundle_image(b[i]),
			DATABASE_SCREEN, &e) < 0 ||
		    content_questions_catalog(&c[i], db, &e) < 0)
			fail_msg("channel %zu: %s", i, e.text);
	}
	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < CATALOG_CHANNELS_MAX; i++)
			ask_all(c[i]);
	print_message("%d channels: %lld bytes of %d\n", CATALOG_CHANNELS_MAX,
	    (long long)sqlite3_memory_highwater(0), HEAP_SCREEN);
	assert_true(sqlite3_memory_highwater(0) < HEAP_SCREEN);
	for (size_t i = 0; i < CATALOG_CHANNELS_MAX; i++) {
		catalog_free(c[i]);
		bundle_close(b[i]);
	}
	assert_int_equal(sqlite3_memory_used(), 0);
}

static void
each_use_has_its_limit(void **state)
{
	static const struct {
		enum database_use use;
		sqlite3_int64 limit;
	} uses[] = {
		{ DATABASE_SCREEN, HEAP_SCREEN },
		{ DATABASE_IMPORT, HEAP_IMPORT },
	};
	struct bundle *b = NULL;
	struct err e = { 0 };

	(void)state;
	if (bundle_open(&b, h.path, h.trust, &e) < 0)
		fail_msg("%s", e.text);
	for (size_t i = 0; i < COUNT_OF(uses); i++) {
		sqlite3 *db = NULL;

		if (database_open_image(&db, bundle_image(b), uses[i].use,
			&e) < 0)
			fail_msg("%s", e.text);
		assert_int_equal(sqlite3_hard_heap_limit64(-1),
		    uses[i].limit);
		assert_null(sqlite3_malloc64((sqlite3_uint64)uses[i].limit));
		database_close(db);
	}
	bundle_close(b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_channels_together_stay_under_the_limit),
		cmocka_unit_test(each_use_has_its_limit),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
