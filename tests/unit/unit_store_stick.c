/*
 * bundle/store and sticks that are pulled out (T08) or lie (T09).
 */
#include <config.h>

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "store_fixture.h"

#define SMALL_ROWS 20
#define LARGE_ROWS 1000
#define PULLS 20
#define LARGE_ROWS_FULL 60000
#define PULLS_FULL 500
#define PULL_STEP 512 /* bytes */
#define LOT 20261128u
#define NOWHERE SIZE_MAX

static struct store_fixture sf;
static struct io_ops wrapped;

/* The stick, and what is wrong with it. */
static struct {
	int fd;             /* -1 before it is opened, -2 behind it */
	uint8_t *seen;      /* how often each byte was read */
	unsigned reads;
	unsigned lies_at;   /* the read with a wrong bit; 0: none */
	size_t gone_at;     /* from this byte on nothing can be read */
	size_t ends_at;     /* here the file ends, whatever fstat() said */
	off_t size_lie;
	time_t changed;     /* goes on with each look */
} stick;

static int
setup_small(void **state)
{
	(void)state;
	store_fixture_open(&sf, SMALL_ROWS);
	return 0;
}

static bool
is_full(void)
{
	return getenv("VEREDA_CHECK_FULL") != NULL;
}

static int
setup_large(void **state)
{
	(void)state;
	store_fixture_open(&sf, is_full() ? LARGE_ROWS_FULL : LARGE_ROWS);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	store_fixture_close(&sf);
	return 0;
}

static int
stick_open(int dirfd, const char *name, int flags, mode_t mode)
{
	int fd = model_ops.open(dirfd, name, flags, mode);

	if (strcmp(name, STICK) == 0) {
		assert_int_equal(stick.fd, -1); /* opened once */
		assert_true((flags & O_NOFOLLOW) && (flags & O_NONBLOCK) &&
		    (flags & O_CLOEXEC));
		stick.fd = fd;
	}
	return fd;
}

static int
stick_close(int fd)
{
	if (fd == stick.fd)
		stick.fd = -2;
	return model_ops.close(fd);
}

static ssize_t
stick_pread(int fd, void *out, size_t len, off_t offset)
{
	size_t at = (size_t)offset;
	ssize_t got;

	if (fd != stick.fd)
		return model_ops.pread(fd, out, len, offset);
	if (at >= stick.gone_at) {
		errno = EIO;
		return -1;
	}
	if (at >= stick.ends_at)
		return 0;
	if (len > stick.gone_at - at)
		len = stick.gone_at - at;
	if (len > stick.ends_at - at)
		len = stick.ends_at - at;
	got = model_ops.pread(fd, out, len, offset);
	for (ssize_t i = 0; i < got; i++)
		assert_int_equal(stick.seen[offset + i]++, 0);
	if (++stick.reads == stick.lies_at)
		((uint8_t *)out)[(size_t)got / 2] ^= 1;
	return got;
}

static int
stick_fstat(int fd, struct stat *out)
{
	int rc = model_ops.fstat(fd, out);

	if (fd != stick.fd)
		return rc;
	out->st_size += stick.size_lie;
	out->st_mtime = ++stick.changed;
	return rc;
}

/* A stick with nothing wrong; then one thing may be. */
static void
good_stick(void)
{
	free(stick.seen);
	memset(&stick, 0, sizeof stick);
	stick.fd = -1;
	stick.gone_at = stick.ends_at = NOWHERE;
}

/* I5: all is as it was, or the new one is there. */
static void
check_after(enum err_code code)
{
	enum store_why why = STORE_FACTORY;

	assert_int_equal(model_open_fds(sf.m), 0);
	assert_int_equal(store_fixture_shown(&sf, &why),
	    code == ERR_NONE ? 43 : 42);
	assert_int_equal(why, STORE_NEWEST);
	assert_int_equal(model_count(sf.m, "store"),
	    code == ERR_NONE ? 3 : 2); /* the state is one */
	assert_int_equal(model_count(sf.m, "store/roots"), 0);
}

/* BUNDLE, which is 43 or something like it, over 42. */
static enum err_code
install_from_stick(struct bytes bundle)
{
	enum err_code code;

	store_fixture_fresh(&sf);
	assert_int_equal(store_fixture_install(&sf,
	    store_fixture_edition(&sf, 42)), ERR_NONE);
	wrapped = model_ops;
	wrapped.open = stick_open;
	wrapped.close = stick_close;
	wrapped.pread = stick_pread;
	wrapped.fstat = stick_fstat;
	stick.seen = xcalloc(bundle.len, 1);
	io_use(&wrapped);
	code = store_fixture_install(&sf, bundle);
	io_use(&model_ops);
	check_after(code);
	return code;
}

/* The same kiosk, the same stick, now left in. */
static void
insert_again(struct bytes bundle)
{
	assert_int_equal(store_fixture_install(&sf, bundle), ERR_NONE);
	check_after(ERR_NONE);
}

static void
pull_at(size_t at)
{
	struct bytes bundle = store_fixture_edition(&sf, 43);

	good_stick();
	stick.gone_at = at;
	assert_int_equal(install_from_stick(bundle), ERR_STICK);
	insert_again(bundle);
}

/* T08 */
static void
a_stick_pulled_at_any_byte_is_e20_and_may_come_again(void **state)
{
	size_t len = store_fixture_edition(&sf, 43).len;
	unsigned pulls = 0;

	(void)state;
	for (size_t at = 0; at < len; at += PULL_STEP, pulls++)
		pull_at(at);
	pull_at(len - 1);
	good_stick();
	stick.gone_at = len;
	assert_int_equal(install_from_stick(store_fixture_edition(&sf, 43)),
	    ERR_NONE);
	printf("# pulled %u times out of %zu bytes\n", pulls + 1, len);
	assert_true(pulls > 15);
}

/* T08 */
static void
a_large_bundle_may_be_pulled_anywhere(void **state)
{
	size_t len = store_fixture_edition(&sf, 43).len;
	unsigned pulls = is_full() ? PULLS_FULL : PULLS;
	uint64_t lot = LOT;

	(void)state;
	for (unsigned i = 0; i < pulls; i++) {
		lot = lot * 6364136223846793005u + 1442695040888963407u;
		pull_at((size_t)(lot >> 16) % len);
	}
	printf("# pulled %u times out of %zu bytes\n", pulls, len);
}

/* T09 */
static void
no_byte_of_the_stick_is_read_twice_and_no_lie_gets_in(void **state)
{
	struct bytes good = store_fixture_edition(&sf, 43);
	unsigned reads;

	(void)state;
	good_stick();
	assert_int_equal(install_from_stick(good), ERR_NONE);
	reads = stick.reads;
	assert_true(reads >= 5);
	for (unsigned n = 1; n <= reads; n++) {
		good_stick();
		stick.lies_at = n;
		assert_int_not_equal(install_from_stick(good), ERR_NONE);
	}
	good_stick();
	stick.size_lie = 1;
	assert_int_equal(install_from_stick(good), ERR_HEAD_LENGTHS);
	good_stick();
	stick.size_lie = -1;
	assert_int_equal(install_from_stick(good), ERR_SHORT);
}

/* T09: the verdict depends on nothing but the bytes that were written. */
static void
a_file_that_grows_or_shrinks_meanwhile_changes_nothing(void **state)
{
	struct bytes good = store_fixture_edition(&sf, 43);
	struct buffer longer = { 0 };
	struct bytes installed;
	char path[MODEL_NAME_SIZE];

	(void)state;
	for (size_t at = 0; at < good.len; at += PULL_STEP) {
		good_stick();
		stick.ends_at = at;
		assert_int_equal(install_from_stick(good), ERR_STICK);
	}
	buffer_add(&longer, good.at, good.len);
	buffer_add_zeros(&longer, 4096);
	good_stick();
	stick.size_lie = -4096; /* so long it was when it was opened */
	assert_int_equal(install_from_stick(buffer_bytes(&longer)), ERR_NONE);
	store_fixture_path(&sf, good, path);
	assert_true(model_get(sf.m, path, &installed));
	assert_true(bytes_equal(installed, good));
	store_fixture_fresh(&sf);
	buffer_fini(&longer);
	good_stick();
}

int
main(void)
{
#define TEST(name, setup) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_stick_pulled_at_any_byte_is_e20_and_may_come_again,
		    setup_small),
		TEST(a_large_bundle_may_be_pulled_anywhere, setup_large),
		TEST(no_byte_of_the_stick_is_read_twice_and_no_lie_gets_in,
		    setup_small),
		TEST(a_file_that_grows_or_shrinks_meanwhile_changes_nothing,
		    setup_small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
