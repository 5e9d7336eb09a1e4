/*
 * bundle/store when the card goes wrong: calls that fail, disks that are full
 * or read-only, cards that lie.
 */
#include <config.h>

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/io.h"
#include "base/mem.h"

#include "store_fixture.h"

static struct store_fixture sf;
static struct io_ops wrapped; /* model_ops but for what a test replaces */

static int
setup(void **state)
{
	(void)state;
	store_fixture_open(&sf, 20);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	store_fixture_close(&sf);
	return 0;
}

/* A disk with edition 42 in order, 43 on the stick, calls wrapped. */
static void
begin(void)
{
	store_fixture_fresh(&sf);
	assert_int_equal(store_fixture_install(&sf,
	    store_fixture_edition(&sf, 42)), ERR_NONE);
	wrapped = model_ops;
	io_use(&wrapped);
}

static enum err_code
install_43(void)
{
	return store_fixture_install(&sf, store_fixture_edition(&sf, 43));
}

/*
 * I5: all is as it was, or the new one is there.  If the disk fails for ever
 * between name and sync, nobody can undo it: then either is there, whole.
 */
static void
check_either(enum err_code code, bool for_ever)
{
	enum store_why why = STORE_FACTORY;
	struct err e = { 0 };
	struct store *s = NULL;
	struct bytes bytes;

	io_use(&model_ops);
	assert_int_equal(model_open_fds(sf.m), 0);
	if (for_ever && code == ERR_NO_ROOM &&
	    store_fixture_shown(&sf, NULL) == 43)
		code = ERR_NONE;
	assert_int_equal(store_fixture_shown(&sf, &why),
	    code == ERR_NONE ? 43 : 42);
	assert_int_equal(why, STORE_NEWEST);
	if (store_open(&s, &sf.place, STORE_WRITE, &e) < 0)
		fail_msg("%s", e.text);
	store_close(s);
	assert_false(model_get(sf.m, "store/incoming", &bytes));
	assert_int_equal(model_count(sf.m, "store"),
	    code == ERR_NONE ? 3 : 2);
	assert_int_equal(model_count(sf.m, "store/roots"), 0);
}

static void
check_after(enum err_code code)
{
	check_either(code, false);
}

static bool
is_fair(enum err_code code)
{
	return code == ERR_NONE || code == ERR_NO_ROOM || code == ERR_STICK ||
	    code == ERR_CARD || code == ERR_ROOT_CHAIN;
}

/* T05 */
static void
each_call_may_fail_in_each_way(void **state)
{
	static const int errors[] = { EIO, ENOSPC, EROFS, EDQUOT, EINTR,
		IO_FAULT_SHORT };
	unsigned cases = 0;
	unsigned refused = 0;

	(void)state;
	for (unsigned i = 0; i < 2 * COUNT_OF(errors); i++) {
		struct io_fault fault = { .error = errors[i / 2],
			.for_ever = i % 2 != 0 };
		bool came = true;

		for (fault.at = 1; came; fault.at++, cases++) {
			enum err_code code;

			begin();
			io_fail(fault);
			code = install_43();
			came = io_calls() >= fault.at;
			io_fail_at(0);
			if (!is_fair(code))
				fail_msg("call %u, errno %d: E%02d", fault.at,
				    fault.error, (int)code);
			if (!came || fault.error == IO_FAULT_SHORT ||
			    (fault.error == EINTR && !fault.for_ever &&
				code == ERR_NONE))
				assert_int_equal(code, ERR_NONE);
			refused += code != ERR_NONE;
			check_either(code, fault.for_ever);
		}
	}
	printf("# %u faults, %u refusals\n", cases, refused);
	assert_true(cases > 300 && refused > 150);
}

static unsigned syncs;
static unsigned sync_fails_at;
static struct model_inode *failed_inode;

static int
failing_fsync(int fd)
{
	struct model_inode *inode = sf.m->fds[fd - 1000].inode;

	assert_true(inode == NULL || inode != failed_inode);
	if (++syncs != sync_fails_at)
		return model_ops.fsync(fd);
	failed_inode = inode;
	errno = EIO;
	return -1;
}

static void
no_file_is_synced_again_after_a_failure(void **state)
{
	(void)state;
	syncs = sync_fails_at = 0;
	while (syncs >= sync_fails_at) {
		enum err_code code;

		sync_fails_at++;
		begin();
		wrapped.fsync = failing_fsync;
		syncs = 0;
		failed_inode = NULL;
		code = install_43();
		/* incoming, its name; then only the floor is at stake */
		assert_int_equal(code, sync_fails_at <= 2 ? ERR_NO_ROOM :
							    ERR_NONE);
		check_after(code);
	}
	assert_int_equal(sync_fails_at, 5); /* the floor and its folder */
}

static unsigned writes;

static ssize_t
counted_write(int fd, const void *at, size_t len)
{
	writes++;
	return model_ops.write(fd, at, len);
}

/* T06 */
static void
a_full_disk_is_e19_before_anything_is_written(void **state)
{
	size_t size = store_fixture_edition(&sf, 43).len;
	unsigned fitted = 0;

	(void)state;
	for (uint64_t room = 0; room <= size + (1u << 20); room += 4096) {
		enum err_code code;

		/* what statvfs says is true: 16 MiB must stay free */
		begin();
		wrapped.write = counted_write;
		writes = 0;
		sf.m->room = room;
		code = install_43();
		assert_int_equal(code, ERR_NO_ROOM);
		assert_int_equal(writes, 0);
		sf.m->room = UINT64_C(1) << 30;
		check_after(code);
		/* it is not: the reservation fails instead */
		begin();
		wrapped.write = counted_write;
		writes = 0;
		sf.m->room = room;
		sf.m->room_said = UINT64_C(1) << 30;
		code = install_43();
		assert_true(code == ERR_NONE || code == ERR_NO_ROOM);
		assert_true(code == ERR_NONE || writes == 0);
		fitted += code == ERR_NONE;
		sf.m->room = UINT64_C(1) << 30;
		check_after(code);
	}
	assert_true(fitted > 200);
}

/* Room for it only if what is older than the previous one goes. */
static void
the_oldest_go_to_make_room_and_only_they(void **state)
{
	uint64_t each;
	uint64_t spare = 16u << 20;

	(void)state;
	store_fixture_fresh(&sf);
	for (unsigned i = 40; i <= 42; i++)
		assert_int_equal(store_fixture_install(&sf,
		    store_fixture_edition(&sf, i)), ERR_NONE);
	each = (store_fixture_edition(&sf, 43).len + 4095) / 4096 * 4096;
	sf.m->room = spare + 3 * each; /* not for four of them */
	assert_int_equal(install_43(), ERR_NO_ROOM);
	assert_int_equal(model_count(sf.m, "store"), 4); /* in vain: no */
	sf.m->room = spare + 3 * each + 4096;
	assert_int_equal(install_43(), ERR_NONE);
	assert_int_equal(model_count(sf.m, "store"), 4);
	assert_int_equal(store_fixture_shown(&sf, NULL), 43);
}

/* A card that turns read-only after so many changes. */
static unsigned changes_left;

static bool
is_read_only(void)
{
	if (changes_left == 0) {
		errno = EROFS;
		return true;
	}
	changes_left--;
	return false;
}

static int
ro_open(int dirfd, const char *name, int flags, mode_t mode)
{
	if ((flags & O_CREAT) && is_read_only())
		return -1;
	return model_ops.open(dirfd, name, flags, mode);
}

static ssize_t
ro_write(int fd, const void *at, size_t len)
{
	return is_read_only() ? -1 : model_ops.write(fd, at, len);
}

static int
ro_rename(int dirfd, const char *from, const char *to)
{
	return is_read_only() ? -1 : model_ops.rename(dirfd, from, to);
}

static int
ro_unlink(int dirfd, const char *name)
{
	return is_read_only() ? -1 : model_ops.unlink(dirfd, name);
}

static int
ro_fallocate(int fd, off_t size)
{
	return is_read_only() ? -1 : model_ops.fallocate(fd, size);
}

/* T07 */
static void
a_disk_that_turns_read_only_is_e19(void **state)
{
	enum err_code code = ERR_NO_ROOM;
	unsigned n;

	(void)state;
	for (n = 0; n < 40; n++) {
		begin();
		wrapped.open = ro_open;
		wrapped.write = ro_write;
		wrapped.rename = ro_rename;
		wrapped.unlink = ro_unlink;
		wrapped.fallocate = ro_fallocate;
		changes_left = n;
		code = install_43();
		assert_true(code == ERR_NONE || code == ERR_NO_ROOM);
		assert_int_equal(store_fixture_shown(&sf, NULL),
		    code == ERR_NONE ? 43 : 42);
		check_after(code);
		if (code == ERR_NONE && changes_left > 0)
			break;
	}
	assert_true(n > 8 && n < 40);
}

static unsigned card_lies_at;

static ssize_t
lying_write(int fd, const void *at, size_t len)
{
	uint8_t *copy;
	ssize_t put;

	if (++writes != card_lies_at)
		return model_ops.write(fd, at, len);
	copy = xcalloc(1, len);
	memcpy(copy, at, len);
	copy[len / 2] ^= 0x10;
	put = model_ops.write(fd, copy, len);
	free(copy);
	return put;
}

static void
a_card_that_does_not_keep_what_is_written_is_e25(void **state)
{
	unsigned found_out = 0;

	(void)state;
	for (card_lies_at = 1; card_lies_at < 20; card_lies_at++) {
		enum err_code code;

		begin();
		wrapped.write = lying_write;
		writes = 0;
		code = install_43();
		io_use(&model_ops);
		check_after(code);
		assert_int_equal(found_out == card_lies_at - 1 &&
		    code == ERR_CARD, code != ERR_NONE);
		found_out += code == ERR_CARD;
		if (writes < card_lies_at)
			break;
	}
	/* all but the last write, the state, which is made again */
	assert_int_equal(found_out, writes - 1);
	assert_true(found_out >= 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_call_may_fail_in_each_way),
		cmocka_unit_test(no_file_is_synced_again_after_a_failure),
		cmocka_unit_test(a_full_disk_is_e19_before_anything_is_written),
		cmocka_unit_test(the_oldest_go_to_make_room_and_only_they),
		cmocka_unit_test(a_disk_that_turns_read_only_is_e19),
		cmocka_unit_test(
		    a_card_that_does_not_keep_what_is_written_is_e25),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
