/*
 * T04, kill-each-call: the real vereda-load installs an edition on a real
 * disk and is killed at each of its system calls in turn.  The kernel stops
 * it there (ptrace): nothing is built in for it, and no call is left out.
 *
 * Killed at a call that only reads, it leaves what it leaves at the next
 * one; at a commit those are left out, and what comes before the lock.
 */
#include <config.h>

#include "unit.h"

#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bundle/store.h"

#include "light.h"
#include "serve_fixture.h"

#define NEVER 0ul
#define CALLS_MAX 20000ul

static struct serve_fixture sf; /* too large for a stack */
static char loader[400];
static char stick[400];
static char before[400]; /* the store with the old edition in order */
static long made[CALLS_MAX]; /* the calls of the last run, from 1 */

static int
setup(void **state)
{
	const char *dir = getenv("builddir");

	(void)state;
	serve_fixture_open(&sf);
	snprintf(loader, sizeof loader, "%s/vereda-load",
	    dir != NULL ? dir : ".");
	snprintf(stick, sizeof stick, "%s/x.vereda", sf.folder);
	snprintf(before, sizeof before, "%s/before", sf.stick);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	serve_fixture_close(&sf);
	return 0;
}

/* Each file of FROM has a second name in TO, and TO no others. */
static void
put_back(const char *from, const char *to)
{
	DIR *source = opendir(from);
	DIR *target = opendir(to);
	struct dirent *entry;

	assert_true(source != NULL && target != NULL);
	while ((entry = readdir(target)) != NULL)
		unlinkat(dirfd(target), entry->d_name, 0); /* no folders */
	while ((entry = readdir(source)) != NULL)
		if (entry->d_type == DT_REG &&
		    linkat(dirfd(source), entry->d_name, dirfd(target),
			entry->d_name, 0) < 0)
			fail_msg("%s", entry->d_name);
	closedir(source);
	closedir(target);
}

static void
be_loader(void)
{
	if (freopen("/dev/null", "w", stdout) == NULL ||
	    freopen("/dev/null", "w", stderr) == NULL)
		_exit(99);
	setenv("ASAN_OPTIONS", "detect_leaks=0", 1); /* not under ptrace */
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) < 0)
		_exit(98);
	execl(loader, loader, "install", stick, "--store", sf.store, "--root",
	    sf.root, "--factory", sf.stick, (char *)NULL);
	_exit(97);
}

static long
call_of(pid_t pid)
{
	struct __ptrace_syscall_info info = { 0 };

	if (ptrace(PTRACE_GET_SYSCALL_INFO, pid, sizeof info, &info) <= 0 ||
	    info.op != PTRACE_SYSCALL_INFO_ENTRY)
		return -1;
	return (long)info.entry.nr;
}

static bool
is_reader(long call)
{
	static const long readers[] = { SYS_read, SYS_pread64, SYS_close,
		SYS_lseek, SYS_munmap, SYS_brk, SYS_getrandom };

	for (size_t i = 0; i < COUNT_OF(readers); i++)
		if (call == readers[i])
			return true;
	return false;
}

/* Install, and kill it at call AT (from 1) before the call is made.  How
 * many calls it came to. */
static unsigned long
install_and_kill(unsigned long at, int *status)
{
	unsigned long calls = 0;
	bool enters = true;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0)
		be_loader();
	assert_int_equal(waitpid(pid, status, 0), pid);
	if (!WIFSTOPPED(*status))
		return 0;
	ptrace(PTRACE_SETOPTIONS, pid, NULL, PTRACE_O_TRACESYSGOOD);
	while (WIFSTOPPED(*status)) {
		int signal = WSTOPSIG(*status);

		if (signal == (SIGTRAP | 0x80)) {
			calls += enters;
			assert_true(calls < CALLS_MAX);
			if (enters && at == NEVER)
				made[calls] = call_of(pid);
			if (enters && calls == at)
				kill(pid, SIGKILL);
			enters = !enters;
		}
		if (signal == (SIGTRAP | 0x80) || signal == SIGTRAP)
			signal = 0;
		ptrace(PTRACE_SYSCALL, pid, NULL, signal);
		assert_int_equal(waitpid(pid, status, 0), pid);
	}
	return calls;
}

static unsigned
names_with(const char *dir, const char *part)
{
	DIR *d = opendir(dir);
	struct dirent *entry;
	unsigned count = 0;

	assert_non_null(d);
	while ((entry = readdir(d)) != NULL)
		count += strstr(entry->d_name, part) != NULL;
	closedir(d);
	return count;
}

/* The sequence that is shown, every block of every edition whole. */
static uint64_t
shown(enum store_use use)
{
	const struct stored *edition;
	struct store *s = NULL;
	struct err e = { 0 };
	uint64_t sequence;

	if (store_open(&s, &sf.load.place, use, &e) < 0 ||
	    store_verify(s, NULL, &e) < 0)
		fail_msg("%s", e.text);
	edition = store_shown(s, "aa", NULL);
	assert_non_null(edition);
	sequence = edition->sequence;
	store_close(s);
	return sequence;
}

/* I2, I5: the old edition or the new one, and nothing else is left. */
static uint64_t
look_at_what_is_left(void)
{
	uint64_t sequence = shown(STORE_READ);

	assert_true(sequence == 1 || sequence == 2);
	assert_int_equal(shown(STORE_WRITE), sequence); /* the next start */
	assert_int_equal(names_with(sf.store, "incoming"), 0);
	assert_int_equal(names_with(sf.store, ".new"), 0);
	assert_int_equal(names_with(sf.store, ".vereda"), sequence);
	return sequence;
}

/* The call that takes the lock; nothing was changed before. */
static unsigned long
find_lock(unsigned long calls)
{
	unsigned long at = 1;

	while (at <= calls && made[at] != SYS_flock)
		at++;
	return at;
}

static void
killed_at_any_call_the_old_edition_or_the_new_is_there(void **state)
{
	bool full = getenv("VEREDA_CHECK_FULL") != NULL;
	unsigned long calls;
	unsigned long news = 0;
	unsigned long kills = 0;
	int status = 0;

	(void)state;
	serve_fixture_bundle(&sf, stick, 1);
	calls = install_and_kill(NEVER, &status);
	if (find_lock(calls) > calls)
		skip(); /* nobody may be traced here */
	assert_int_equal(status, 0);
	assert_int_equal(mkdir(before, 0700), 0);
	put_back(sf.store, before);
	serve_fixture_bundle(&sf, stick, 2);
	calls = install_and_kill(NEVER, &status);
	assert_int_equal(status, 0);
	assert_int_equal(look_at_what_is_left(), 2);
	for (unsigned long at = full ? 1 : find_lock(calls); at <= calls;
	     at++) {
		if (!full && (is_reader(made[at]) || is_left_out(at)))
			continue;
		put_back(before, sf.store);
		install_and_kill(at, &status);
		assert_true(WIFSIGNALED(status));
		news += look_at_what_is_left() == 2;
		kills++;
	}
	printf("# %lu calls, killed at %lu, after %lu of them the new one\n",
	    calls, kills, news);
	assert_true(kills > 30 && news > 10 && news < kills);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    killed_at_any_call_the_old_edition_or_the_new_is_there),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
