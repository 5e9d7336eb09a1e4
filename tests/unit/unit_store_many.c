/*
 * bundle/store on a real disk: eight who want to install at once (T11), and
 * many updates one after the other (T12).
 */
#include <config.h>

#include "unit.h"

#include <dirent.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/io.h"

#include "store_fixture.h"

#define HELPERS 8
#define WON 90 /* exit status of who installs; else the code, or above */
#define ROUNDS 25
#define ROUNDS_FULL 1000
#define CYCLES 1000
#define CYCLES_FULL 10000
#define SETTLED 200 /* cycles after which nothing may grow */
#define HEAP_SLACK 4096 /* bytes: the C library keeps some */
#define RSS_GROWTH_MAX (64 * 1024) /* bytes */

static struct store_fixture sf; /* for its keys and bundles */

static struct {
	struct store_place place;
	char dir[48];
	char folder[64];
	char root[64];
	char stick[80];
} disk;

static bool
is_full(void)
{
	return getenv("VEREDA_CHECK_FULL") != NULL;
}

static int
setup(void **state)
{
	(void)state;
	store_fixture_open(&sf, 20);
	model_use(NULL);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	store_fixture_close(&sf);
	return 0;
}

static void
open_disk(const char *base)
{
	struct err e = { 0 };

	snprintf(disk.dir, sizeof disk.dir, "%s/vereda-unit-XXXXXX", base);
	assert_non_null(mkdtemp(disk.dir));
	snprintf(disk.folder, sizeof disk.folder, "%.47s/store", disk.dir);
	snprintf(disk.root, sizeof disk.root, "%.47s/root.1", disk.dir);
	snprintf(disk.stick, sizeof disk.stick, "%.47s/x.vereda", disk.dir);
	assert_int_equal(mkdir(disk.folder, 0700), 0);
	if (io_write_file(disk.root, bytes_of_text(sf.f.root), IO_REPLACE,
		&e) < 0)
		fail_msg("%s", e.text);
	disk.place = sf.place;
	disk.place.folder = disk.folder;
	disk.place.root = disk.root;
	disk.place.factory = NULL;
}

static void
remove_all(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *entry;

	while (d != NULL && (entry = readdir(d)) != NULL)
		unlinkat(dirfd(d), entry->d_name, 0);
	if (d != NULL)
		closedir(d);
	rmdir(dir);
}

static size_t
count_names(const char *dir)
{
	DIR *d = opendir(dir);
	size_t count = 0;

	while (d != NULL && readdir(d) != NULL)
		count++;
	if (d != NULL)
		closedir(d);
	return count;
}

static void
close_disk(void)
{
	char roots[80];

	snprintf(roots, sizeof roots, "%s/roots", disk.folder);
	remove_all(roots);
	remove_all(disk.folder);
	remove_all(disk.dir);
}

static void
put_on_stick(uint64_t sequence)
{
	struct fixture_edition spec = { .sequence = sequence,
		.created = STORE_FIXTURE_CREATED,
		.expires = STORE_FIXTURE_CREATED * 2 };
	struct buffer file = { 0 };
	struct err e = { 0 };

	fixture_edition(&sf.f, &file, &spec);
	if (io_write_file(disk.stick, buffer_bytes(&file), IO_REPLACE,
		&e) < 0)
		fail_msg("%s", e.text);
	buffer_fini(&file);
}

/* Two pipes of a round: nobody begins before all are there, and who has the
 * lock keeps it until all others said that they are busy. */
struct round {
	int go[2];
	int busy[2];
};

/* Once, before the new edition has its name. */
static void
wait_for_the_others(void *context, enum store_step step, uint64_t done,
    uint64_t all)
{
	struct round *r = context;
	char byte;
	int heard = 0;

	(void)all;
	if (step != STORE_SWITCH || done != 0)
		return;
	close(r->busy[1]); /* or two winners would wait for ever */
	while (heard < HELPERS - 1 && read(r->busy[0], &byte, 1) == 1)
		heard++;
	if (heard < HELPERS - 1)
		_exit(99);
}

static void
be_helper(struct round *r)
{
	const struct store_job job = { .context = r,
		.tell = wait_for_the_others };
	struct store *s = NULL;
	struct err e = { .code = ERR_NONE };
	char byte;

	close(r->go[1]);
	if (read(r->go[0], &byte, 1) != 0)
		_exit(98);
	if (store_open(&s, &disk.place, STORE_WRITE, &e) == 0 &&
	    store_install(s, disk.stick, &job, NULL, &e) < 0 &&
	    e.code == ERR_NONE)
		_exit(97);
	if (e.code == ERR_BUSY && write(r->busy[1], "b", 1) != 1)
		_exit(96);
	_exit(e.code == ERR_NONE ? WON : (int)e.code); /* with its lock */
}

/* How many ended with STATUS. */
static unsigned
ended_with(const int *statuses, int status)
{
	unsigned count = 0;

	for (int i = 0; i < HELPERS; i++)
		count += WIFEXITED(statuses[i]) &&
		    WEXITSTATUS(statuses[i]) == status;
	return count;
}

static void
one_round(uint64_t sequence)
{
	struct round r;
	int statuses[HELPERS];
	pid_t pids[HELPERS];
	struct store *s = NULL;
	struct err e = { 0 };

	put_on_stick(sequence);
	assert_int_equal(pipe(r.go), 0);
	assert_int_equal(pipe(r.busy), 0);
	for (int i = 0; i < HELPERS; i++) {
		pids[i] = fork();
		assert_true(pids[i] >= 0);
		if (pids[i] == 0)
			be_helper(&r);
	}
	close(r.busy[0]);
	close(r.busy[1]);
	close(r.go[0]);
	close(r.go[1]); /* go */
	for (int i = 0; i < HELPERS; i++)
		assert_int_equal(waitpid(pids[i], &statuses[i], 0), pids[i]);
	assert_int_equal(ended_with(statuses, WON), 1);
	assert_int_equal(ended_with(statuses, ERR_BUSY), HELPERS - 1);
	if (store_open(&s, &disk.place, STORE_READ, &e) < 0 ||
	    store_verify(s, NULL, &e) < 0)
		fail_msg("%s", e.text);
	assert_int_equal(store_shown(s, "aa", NULL)->sequence, sequence);
	assert_int_equal(store_count(s), sequence < STORE_KEEP ? sequence :
								  STORE_KEEP);
	store_close(s);
	/* ., .., roots, state and the editions: nothing else */
	assert_int_equal(count_names(disk.folder), 4 +
	    (sequence < STORE_KEEP ? sequence : STORE_KEEP));
}

/* T11 */
static void
of_eight_at_once_one_installs_and_seven_are_busy(void **state)
{
	unsigned rounds = is_full() ? ROUNDS_FULL : ROUNDS;

	(void)state;
	open_disk(access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	for (unsigned i = 1; i <= rounds; i++)
		one_round(i);
	printf("# %u rounds of %d\n", rounds, HELPERS);
	close_disk();
}

/*
 * Bytes that are ours alone, counted page by page: the sum in statm is kept
 * in lots of 64 pages, and has those of the libraries, which come and go.
 */
static long
resident(void)
{
	FILE *in = fopen("/proc/self/smaps_rollup", "r");
	char line[128];
	long kilobytes = -1;

	while (in != NULL && fgets(line, sizeof line, in) != NULL)
		if (sscanf(line, "Anonymous: %ld kB", &kilobytes) == 1)
			break;
	if (in != NULL)
		fclose(in);
	return kilobytes * 1024;
}

/* What may not grow. */
struct usage {
	size_t fds;
	size_t files;
	size_t heap;
	long rss;
};

static void
measure(struct usage *out)
{
	out->fds = count_names("/proc/self/fd");
	out->files = count_names(disk.folder);
	out->heap = mallinfo2().uordblks;
	out->rss = resident();
}

static void
one_cycle(uint64_t sequence)
{
	const struct store_job job = { 0 };
	struct err e = { 0 };
	struct store *s = NULL;

	put_on_stick(sequence);
	if (store_open(&s, &disk.place, STORE_WRITE, &e) < 0 ||
	    store_install(s, disk.stick, &job, NULL, &e) < 0)
		fail_msg("%s", e.text);
	assert_int_equal(store_shown(s, "aa", NULL)->sequence, sequence);
	assert_true(store_count(s) <= STORE_KEEP);
	store_close(s);
}

static void
update_over_and_over(const char *base, unsigned cycles)
{
	struct usage before = { 0 };
	struct usage after;

	open_disk(base);
	for (unsigned i = 1; i <= cycles; i++) {
		one_cycle(i);
		if (i == SETTLED)
			measure(&before);
	}
	measure(&after);
	printf("# %u updates in %s: %zu files, growth of descriptors %zd, "
	    "files %zd, heap %zd, resident %ld bytes\n", cycles, base,
	    after.files, (ssize_t)(after.fds - before.fds),
	    (ssize_t)(after.files - before.files),
	    (ssize_t)(after.heap - before.heap), after.rss - before.rss);
	close_disk();
	assert_int_equal(after.fds, before.fds);
	assert_int_equal(after.files, before.files);
	if (ADDRESS_SANITIZER)
		return; /* it keeps what is freed */
	assert_true(after.heap <= before.heap + HEAP_SLACK);
	assert_true(after.rss < before.rss + RSS_GROWTH_MAX);
}

/* T12 */
static void
updates_cost_no_descriptor_no_file_and_no_memory(void **state)
{
	(void)state;
	update_over_and_over(access("/dev/shm", W_OK) == 0 ? "/dev/shm" :
							     "/tmp",
	    is_full() ? CYCLES_FULL : CYCLES);
	if (is_full()) /* where fsync is a real one */
		update_over_and_over(getenv("TMPDIR") != NULL ?
			getenv("TMPDIR") : "/tmp", CYCLES_FULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    of_eight_at_once_one_installs_and_seven_are_busy),
		cmocka_unit_test(
		    updates_cost_no_descriptor_no_file_and_no_memory),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
