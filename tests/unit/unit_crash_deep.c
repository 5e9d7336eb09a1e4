/*
 * Power cuts that are too many to look at all: a long file, torn anywhere,
 * by lot (T02); and cards that forget what they said was on them (T17).
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crash_fixture.h"

#define LONG_ROWS 4000
#define SHORT_ROWS 120
#define CHUNKS 32 /* writes of the long file, at least */
#define LOT UINT64_C(0x5EED5EED5EED5EED)
#define BUDGET 30u /* states after each call */
#define BUDGET_FULL 20000u
#define ENOUGH 1000000ul /* T02 */

static bool
is_full(void)
{
	return getenv("VEREDA_CHECK_FULL") != NULL;
}

static struct model_sample
by_lot(void)
{
	return (struct model_sample){ .lot = LOT,
		.budget = is_full() ? BUDGET_FULL : BUDGET };
}

static int
setup_long(void **state)
{
	(void)state;
	crash_open(LONG_ROWS);
	crash_run.sample = by_lot();
	return 0;
}

static int
setup_short(void **state)
{
	(void)state;
	crash_open(SHORT_ROWS);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	crash_close();
	return 0;
}

/* Editions 42 and, of three, 43 and 44 are there; 45 comes. */
static void
prepare(size_t before)
{
	struct bytes old[3];

	for (size_t i = 0; i < before; i++)
		old[i] = store_fixture_edition(&crash_run.sf,
		    42 + (unsigned)i);
	crash_prepare(old, before, store_fixture_edition(&crash_run.sf, 45));
}

static unsigned long chunks;

static ssize_t
counted_write(int fd, const void *at, size_t len)
{
	chunks++;
	return model_ops.write(fd, at, len);
}

/* T02 */
static void
a_long_file_torn_anywhere_is_never_half_an_edition(void **state)
{
	struct io_ops counted = model_ops;
	unsigned long states = 0;

	(void)state;
	counted.write = counted_write;
	for (size_t before = 0; before <= 3; before += 1 + before) {
		chunks = 0;
		prepare(before);
		crash_install(&counted);
		states += crash_run.states;
		crash_must_be_good(before == 0 ? "first installation" :
			before == 1 ? "upgrade" : "upgrade and prune");
		assert_true(chunks >= CHUNKS);
	}
	printf("# %lu writes, %lu states\n", chunks, states);
	assert_true(states >= (is_full() ? ENOUGH : 1000));
}

static int
sync_nothing(int fd)
{
	(void)fd;
	return 0;
}

/* T17 */
static void
a_card_that_forgets_leaves_an_edition_that_was_verified(void **state)
{
	struct io_ops liar = model_ops;

	(void)state;
	liar.fsync = sync_nothing;
	crash_run.forgets = true;
	for (size_t before = 0; before <= 3; before += 1 + before) {
		prepare(before);
		crash_install(&liar);
		crash_must_be_good("a card that forgets in order");
	}
	crash_run.sample = by_lot();
	crash_run.sample.budget /= 4;
	prepare(3);
	crash_install(&liar);
	crash_must_be_good("a card that forgets anything");
}

static int
remove_the_old_first(int dirfd, const char *from, const char *to)
{
	char path[MODEL_NAME_SIZE];

	if (strcmp(from, "incoming") == 0) {
		store_fixture_path(&crash_run.sf, crash_run.old, path);
		model_ops.unlink(dirfd, path + strlen("store/"));
	}
	return model_ops.rename(dirfd, from, to);
}

/* The test of the test: on such a card order is all there is. */
static void
who_removes_the_old_edition_first_is_found_out(void **state)
{
	struct io_ops liar = model_ops;

	(void)state;
	liar.fsync = sync_nothing;
	liar.rename = remove_the_old_first;
	crash_run.forgets = true;
	prepare(1);
	crash_install(&liar);
	assert_true(crash_run.bad > 0);
	/* honest, but in the wrong order: the lot finds it too */
	liar.fsync = model_ops.fsync;
	crash_run.forgets = false;
	crash_run.sample = by_lot();
	prepare(1);
	crash_install(&liar);
	assert_true(crash_run.bad > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    a_long_file_torn_anywhere_is_never_half_an_edition,
		    setup_long, teardown),
		cmocka_unit_test_setup_teardown(
		    a_card_that_forgets_leaves_an_edition_that_was_verified,
		    setup_short, teardown),
		cmocka_unit_test_setup_teardown(
		    who_removes_the_old_edition_first_is_found_out,
		    setup_short, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
