/*
 * load/: the helper as a kiosk meets it, and as an enemy does.
 */
#include <config.h>

#include "unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "base/io_ops.h"
#include "load/load_job.h"
#include "load/serve_jobs.h"
#include "load/serve_private.h"

#include "serve_fixture.h"

#define JUNGLE 10000
#define ENTRIES 31 /* of serve_content */
#define ALL_NEW "counts\t31\t0\t0\n"
#define SPARSE_SIZE (INT64_C(60) << 30) /* bytes */
#define HEAD_ENDS 8192 /* what a scan reads, at least; bytes of a bundle */

static struct serve_fixture sf; /* too large for a stack */

/* When it is, for the helpers that start from now on. */
static struct pin_clock test_clock = { "boot-1", 1000 };

static void
tell_time(struct pin_clock *out)
{
	*out = test_clock;
}

static int
setup(void **state)
{
	(void)state;
	serve_fixture_open(&sf);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	serve_fixture_close(&sf);
	return 0;
}

static void
start(void)
{
	serve_fixture_start(&sf, tell_time);
	assert_non_null(strstr(serve_fixture_ask(&sf, "hello\t1"),
	    "hello\t1\t"));
}

static void
asked(const char *line, const char *expected)
{
	const char *answer = serve_fixture_ask(&sf, line);

	if (strstr(answer, expected) == NULL)
		fail_msg("%s: no \"%s\" in: %s", line, expected, answer);
}

static size_t
count_lines(const char *text, const char *name)
{
	size_t count = 0;

	for (; text != NULL && *text != '\0'; text = strchr(text, '\n') + 1)
		count += strncmp(text, name, strlen(name)) == 0;
	return count;
}

/* Files in the store but the lock's and the log's. */
static size_t
bundles_in_store(void)
{
	DIR *d = opendir(sf.store);
	struct dirent *entry;
	size_t count = 0;

	assert_non_null(d);
	while ((entry = readdir(d)) != NULL)
		count += strstr(entry->d_name, ".vereda") != NULL ||
		    strcmp(entry->d_name, "incoming") == 0;
	closedir(d);
	return count;
}

static void
on_stick(const char *name, unsigned sequence)
{
	char path[400];

	snprintf(path, sizeof path, "%s/%s", sf.folder, name);
	serve_fixture_bundle(&sf, path, sequence);
}

static void
requests_out_of_order_are_answered_and_refused(void **state)
{
	(void)state;
	serve_fixture_start(&sf, tell_time);
	asked("status", "error\tUSAGE\thello comes first");
	asked("hello\t2", "error\tUSAGE");
	asked("hello", "error\tUSAGE");
	asked("hello\t1\tes", "hello\t1\t");
	asked("dance", "error\tUSAGE\tno such request");
	asked("scan\tx", "error\tUSAGE");
	asked("preview\t1", "error\tNONE\tno such item");
	asked("preview\t0", "error\tUSAGE");
	asked("preview\t-1", "error\tUSAGE");
	asked("preview\t99999999999999999999", "error\tUSAGE");
	asked("install\t1", "error\tPIN");
	asked("rollback\taa\t1\t1\t1", "error\tPIN");
	asked("receipt\t1", "error\tPIN");
	asked("cv\t1", "error\tUSAGE");
	asked("pin\t12345", "error\tUSAGE");
	asked("pin\t1234567", "error\tUSAGE");
	asked("cancel\nleave", "ok");
}

static void
a_line_that_nobody_may_send_ends_the_connection(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
	} bad[] = {
		{ "\n", 1 },
		{ "\tx\n", 3 },
		{ "scan\xff\n", 6 },
		{ "scan\x1b[2J\n", 9 },
		{ "scan\0x\n", 7 },
		{ "scan\r\n", 6 },
		{ "scan\xc0\xaf\n", 7 },
		{ "scan\xe2\x80\xae\n", 8 },
		{ "a\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl\tm\tn\to\tp\tq\n",
		    34 },
	};
	static char endless[2 * SERVE_LINE_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		start();
		assert_true(serve_fixture_send(&sf, bad[i].bytes,
		    bad[i].len));
		assert_true(serve_fixture_hung_up(&sf));
		serve_fixture_stop(&sf);
	}
	memset(endless, 'a', sizeof endless);
	start();
	serve_fixture_send(&sf, endless, sizeof endless);
	assert_true(serve_fixture_hung_up(&sf));
}

static void
a_line_may_come_byte_by_byte(void **state)
{
	static const char line[] = "status";

	(void)state;
	start();
	for (size_t i = 0; i < sizeof line - 1; i++)
		assert_true(serve_fixture_send(&sf, line + i, 1));
	asked("", "clock\t");
}

static void
an_edition_comes_from_the_stick_and_goes_back(void **state)
{
	(void)state;
	on_stick("one.vereda", 1);
	on_stick("two.vereda", 2);
	start();
	asked("scan", "item\t1\taa\t1\t1\t");
	asked("pin\t" SERVE_FIXTURE_PIN, "ok");
	asked("preview\t1", "count\tarticle\t14\t0\t0\n");
	assert_int_equal(count_lines(sf.answer, "change\t"), 31);
	asked("install\t1", "installed\taa\t1\t1\n");
	assert_non_null(strstr(sf.answer, "counts\t31\t0\t0\n"));
	asked("install\t2", "changed\taa\t1\t1\n");
	assert_non_null(strstr(sf.answer, "installed\taa\t1\t2\n"));
	asked("status", "previous\taa\t1\t1\t");
	assert_non_null(strstr(sf.answer, "channel\taa\t1\t2\t"));
	asked("install\t1", "error\tE16\t");
	asked("rollback\taa\t1\t7\t1", "error\tNONE");
	asked("rollback\taa\t1\t1\t5", "error\tUSAGE");
	asked("rollback\taa\t1\t1\t2", "rolled\taa\t1\t1\n");
	asked("leave", "changed\taa\t1\t1\nok\n");
	asked("install\t2", "error\tPIN");
}

/* Spoil the second half of the only bundle in the store: the head is as it
 * was, and so is what a kiosk reads first. */
static void
rot(void)
{
	DIR *d = opendir(sf.store);
	struct dirent *entry;
	char path[600] = "";
	FILE *f = NULL;

	assert_non_null(d);
	while ((entry = readdir(d)) != NULL)
		if (strstr(entry->d_name, ".vereda") != NULL)
			snprintf(path, sizeof path, "%s/%s", sf.store,
			    entry->d_name);
	closedir(d);
	chmod(path, 0600);
	f = fopen(path, "r+");
	assert_non_null(f);
	fseek(f, 0, SEEK_END);
	for (long at = ftell(f) / 2, end = ftell(f); at < end; at += 512) {
		fseek(f, at, SEEK_SET);
		fputs("rotten", f);
	}
	fclose(f);
}

static void
what_is_rotten_does_not_keep_out_what_is_whole(void **state)
{
	(void)state;
	on_stick("one.vereda", 1);
	on_stick("two.vereda", 2);
	start();
	asked("scan", "item\t1\taa\t1\t1\t");
	asked("pin\t" SERVE_FIXTURE_PIN, "ok");
	asked("install\t1", "installed\taa\t1\t1\n");
	rot();
	asked("preview\t2", "count\tarticle\t14\t0\t0\n");
	assert_int_equal(count_lines(sf.answer, "change\t"), ENTRIES);
	asked("install\t2", "installed\taa\t1\t2\n");
	assert_non_null(strstr(sf.answer, ALL_NEW));
}

/* The preview of edition 2 counted when nothing was shown yet. */
static void
counts_of_a_preview_serve_only_what_it_compared(void **state)
{
	(void)state;
	on_stick("one.vereda", 1);
	on_stick("two.vereda", 2);
	start();
	asked("pin\t" SERVE_FIXTURE_PIN, "ok");
	asked("scan", "item\t2\taa\t1\t2\t");
	asked("preview\t2", "count\tarticle\t14\t0\t0\n");
	assert_null(strstr(sf.answer, "!counts"));
	asked("install\t1", ALL_NEW);
	asked("install\t2", "counts\t0\t0\t0\n");
}

/* Counts that no comparison gives, to see where they come from. */
static void
what_the_preview_counted_is_not_counted_again(void **state)
{
	const struct job_watch watch = { 0 };
	char path[400];
	struct preview_job look = { .path = path, .lang = "es" };
	struct preview p = { 0 };
	struct install_job job = { .path = path, .counts = &p.counts,
		.watch = &watch };
	struct record record;
	struct store *s = NULL;
	struct err e = { 0 };
	bool cancelled = false;

	(void)state;
	snprintf(path, sizeof path, "%s/one.vereda", sf.folder);
	serve_fixture_bundle(&sf, path, 1);
	assert_int_equal(store_open(&s, &sf.load.place, STORE_READ, &e), 0);
	assert_int_equal(preview_make(&p, s, &look, &e), 0);
	store_close(s);
	assert_int_equal(p.counts.sum[COMPARE_NEW], ENTRIES);
	p.counts.sum[COMPARE_NEW] = ENTRIES + 1;
	assert_int_equal(job_install(&record, &sf.load.place, &job,
	    &cancelled, &e), 0);
	assert_int_equal(record.new, ENTRIES + 1);
	preview_fini(&p);
}

static void
what_another_program_installs_is_told_of(void **state)
{
	const struct job_watch watch = { 0 };
	char path[400];
	const struct install_job job = { .path = path, .watch = &watch };
	struct record record;
	struct err e = { 0 };
	bool cancelled = false;

	(void)state;
	on_stick("one.vereda", 1);
	snprintf(path, sizeof path, "%s/one.vereda", sf.folder);
	start();
	asked("leave", "stick-in\tWRITABLE\nok\n");
	assert_int_equal(job_install(&record, &sf.load.place, &job,
	    &cancelled, &e), 0);
	asked("leave", "changed\taa\t1\t1\nok\n");
	assert_int_equal(record.number, 1);
}

static void
five_wrong_pins_cost_a_wait_that_survives_a_restart(void **state)
{
	static const char *const says[] = { "tries\t4\nerror\tPIN",
		"tries\t3\nerror\tPIN", "tries\t2\nerror\tPIN",
		"tries\t1\nerror\tPIN", "wait\t60\nerror\tWAIT" };

	(void)state;
	test_clock = (struct pin_clock){ "boot-1", 1000 };
	for (size_t i = 0; i < COUNT_OF(says); i++) {
		start();
		asked("pin\t000000", says[i]);
		serve_fixture_stop(&sf);
	}
	test_clock.now = 1059;
	start();
	asked("pin\t" SERVE_FIXTURE_PIN, "wait\t1\nerror\tWAIT");
	asked("install\t1", "error\tPIN");
	serve_fixture_stop(&sf);
	test_clock.now = 1060;
	start();
	asked("pin\t000000", "wait\t120\nerror\tWAIT");
	serve_fixture_stop(&sf);
	test_clock.now = 1180;
	start();
	asked("pin\t" SERVE_FIXTURE_PIN, "ok");
	asked("pin\t000000", "tries\t4\n");
	asked("install\t1", "error\tPIN");
}

static void
no_clock_and_no_damage_shortens_a_wait(void **state)
{
	const struct pin_place place = { sf.pin_file, sf.store };
	struct pin_clock clock = { "boot-1", 5000 };
	struct pin_answer a;
	struct err e = { 0 };
	char path[400];
	FILE *out = NULL;

	(void)state;
	snprintf(path, sizeof path, "%s/" PIN_TRIES_FILE, sf.store);
	out = fopen(path, "w");
	fputs("11 boot-1 4000\n", out);
	fclose(out);
	assert_int_equal(pin_look(&a, &place, &clock, &e), 0);
	assert_int_equal(a.wait, 3600 - 1000); /* an hour is the most */
	clock = (struct pin_clock){ "boot-2", 90 };
	assert_int_equal(pin_look(&a, &place, &clock, &e), 0);
	assert_int_equal(a.wait, 3600);
	clock.now = 190;
	assert_int_equal(pin_look(&a, &place, &clock, &e), 0);
	assert_int_equal(a.wait, 3500);
	clock.now = 10; /* never, but who knows */
	assert_int_equal(pin_look(&a, &place, &clock, &e), 0);
	assert_int_equal(a.wait, 3600);
	out = fopen(path, "w");
	fputs("rubbish", out);
	fclose(out);
	assert_int_equal(pin_look(&a, &place, &clock, &e), 0);
	assert_int_equal(a.verdict, PIN_WAIT);
	assert_int_equal(a.wait, 60);
}

static void
a_try_that_cannot_be_counted_opens_nothing(void **state)
{
	const struct pin_place place = { sf.pin_file, "/nowhere/at/all" };
	const struct pin_clock clock = { "boot-1", 1 };
	struct pin_answer a;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(pin_try(&a, &place, SERVE_FIXTURE_PIN, &clock, &e),
	    -1);
	assert_int_equal(e.code, ERR_SYSTEM);
	assert_int_not_equal(a.verdict, PIN_GOOD);
	assert_int_equal(chmod(sf.pin_file, 0644), 0);
	start();
	asked("pin\t" SERVE_FIXTURE_PIN, "error\tSYSTEM");
	assert_int_equal(unlink(sf.pin_file), 0);
	asked("pin\t" SERVE_FIXTURE_PIN, "error\tNONE");
	asked("install\t1", "error\tPIN");
}

/* Everything but a regular file; devices where that is allowed.  How many
 * have a name that is looked at. */
static unsigned
plant_oddities(int folder)
{
	unsigned count = 4;
	char name[300];

	assert_int_equal(mkfifoat(folder, "a.vereda", 0644), 0);
	assert_int_equal(symlinkat("B.VEREDA", folder, "a2.vereda"), 0);
	assert_int_equal(symlinkat("/dev/zero", folder, "a3.vereda"), 0);
	assert_int_equal(mkdirat(folder, "a4.vereda", 0755), 0);
	count += mknodat(folder, "a5.vereda", S_IFCHR | 0644,
	    makedev(1, 5)) == 0; /* /dev/zero itself */
	count += mknodat(folder, "a6.vereda", S_IFBLK | 0644,
	    makedev(7, 0)) == 0; /* a loop device */
	/* hidden: not looked at */
	assert_int_equal(mkdirat(folder, "...vereda", 0755), 0);
	assert_int_equal(symlinkat("../..", folder, "..vereda"), 0);
	/* as long as a name can be, from the end of the alphabet */
	memset(name, 'z', 255);
	memcpy(name + 255 - strlen(".vereda"), ".vereda",
	    sizeof ".vereda");
	close(openat(folder, name, O_WRONLY | O_CREAT | O_EXCL, 0644));
	return count;
}

/* 60 GB of nothing. */
static void
plant_giant(int folder, const char *name)
{
	int fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL, 0644);

	assert_true(fd >= 0);
	if (ftruncate(fd, SPARSE_SIZE) < 0) /* not on every file system */
		assert_int_equal(ftruncate(fd, INT32_MAX), 0);
	close(fd);
}

/* T42: links, pipes, devices, folders, a giant and names that are none,
 * among 10,000 files. */
static void
a_jungle_is_looked_at_no_further_than_64_files(void **state)
{
	int folder = open(sf.folder, O_RDONLY | O_DIRECTORY);
	char name[64];
	unsigned odd;

	(void)state;
	on_stick("B.VEREDA", 1);
	plant_giant(folder, "C.vereda");
	odd = plant_oddities(folder);
	for (int i = 0; i < JUNGLE; i++) {
		int fd;

		snprintf(name, sizeof name, "x\t\xff\n%05d.vereda", i);
		fd = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL, 0644);
		assert_true(fd >= 0);
		close(fd);
	}
	close(folder);
	start();
	asked("scan", "item\t1\taa\t1\t1\t");
	assert_int_equal(count_lines(sf.answer, "item\t"), 64 - odd);
	assert_int_equal(count_lines(sf.answer, "stick\t"), 1);
	assert_non_null(strstr(sf.answer, "item\t2\t\t0\t0\t0\t"
	    "64424509440\tE01\t"));
	assert_non_null(strstr(sf.answer, "\tE02\t"));
	asked("preview\t2", "error\tE01");
	asked("preview\t58", "error\tE02");
	asked("preview\t61", "error\tNONE");
}

static void
a_file_that_was_changed_for_another_is_not_installed(void **state)
{
	(void)state;
	on_stick("one.vereda", 1);
	start();
	asked("pin\t" SERVE_FIXTURE_PIN, "ok");
	asked("scan", "item\t1\taa\t1\t1\t");
	on_stick("one.vereda", 2);
	asked("install\t1", "error\tE20\t");
	assert_int_equal(bundles_in_store(), 0);
}

static void
a_cancelled_installation_leaves_the_store_as_it_was(void **state)
{
	(void)state;
	on_stick("one.vereda", 1);
	start();
	asked("pin\t" SERVE_FIXTURE_PIN, "ok");
	asked("scan", "ok");
	asked("install\t1\ncancel", "error\tNONE\tcancelled");
	assert_int_equal(bundles_in_store(), 0);
	assert_null(strstr(serve_fixture_ask(&sf, "status"), "channel\t"));
	asked("install\t1", "installed\taa\t1\t1\n");
}

static void
a_kiosk_that_hangs_up_cancels_what_runs(void **state)
{
	(void)state;
	on_stick("one.vereda", 1);
	start();
	asked("pin\t" SERVE_FIXTURE_PIN, "ok");
	asked("scan", "ok");
	assert_true(serve_fixture_send(&sf, "install\t1\n", 10));
	serve_fixture_stop(&sf); /* it ends, and by itself */
	assert_true(bundles_in_store() == 0 || bundles_in_store() == 1);
	start();
	asked("status", "ok");
}

/*
 * T10: the stick of an installation.  A pause() is a read that never comes
 * back.  A slow one gives a byte a second: as many as the helper's patience
 * has seconds are given at once, for no test shall wait, then no more.
 */
static struct {
	int fd;
	bool slow;
	unsigned given; /* bytes of a block */
} bad_stick;

static int
bad_open(int dirfd, const char *name, int flags, mode_t mode)
{
	int fd = io_system.open(dirfd, name, flags, mode);

	if (strstr(name, "one.vereda") != NULL)
		bad_stick.fd = fd;
	return fd;
}

static ssize_t
bad_pread(int fd, void *out, size_t len, off_t offset)
{
	if (fd != bad_stick.fd || offset < HEAD_ENDS)
		return io_system.pread(fd, out, len, offset);
	while (!bad_stick.slow ||
	    ++bad_stick.given > SERVE_STALL_MS / 1000)
		pause();
	return io_system.pread(fd, out, 1, offset);
}

static void
install_from_bad_stick(struct work_side *side, void *context)
{
	static struct io_ops ops;

	ops = io_system;
	ops.open = bad_open;
	ops.pread = bad_pread;
	io_use(&ops);
	serve_job_install(side, context);
}

/* Work that leaves a file behind and then hangs, as on a bad stick. */
static void
hang(struct work_side *side, void *context)
{
	const struct serve_ask *ask = context;
	struct store *s = NULL;
	struct err e = { 0 };
	char path[400];

	snprintf(path, sizeof path, "%s/incoming", ask->load->folder);
	if (store_open(&s, &ask->load->place, STORE_WRITE, &e) < 0)
		work_say(side, "error\tSYSTEM\t%s", e.text);
	close(open(path, O_WRONLY | O_CREAT, 0600));
	work_say(side, "step\t1\t0\t1");
	for (;;)
		pause();
}

static void
hear_all(struct serve *s)
{
	static struct serve_line line;
	uint8_t byte;

	while (read(s->work.from, &byte, 1) == 1) {
		serve_lines_add(&s->heard, bytes_of(&byte, 1));
		if (!serve_lines_first(&s->heard, &line))
			continue;
		serve_hear(s, &line);
		serve_lines_drop(&s->heard, &line);
		if (s->step > 0)
			return;
	}
}

/* The work hangs after what it said; nobody waits for it any longer. */
static void
end_work(void (*work)(struct work_side *side, void *context),
    struct serve_ask *ask, const char *said)
{
	const struct serve_setup served = { .load = &sf.load,
		.source = { .folder = sf.stick }, .in = -1, .out = -1,
		.stall_ms = 0, .clock = tell_time };
	static struct serve s;

	s = (struct serve){ .setup = &served, .watch = -1 };
	serve_begin(&s, SERVE_INSTALL, work, ask);
	assert_int_equal(s.running, SERVE_INSTALL);
	fcntl(s.work.from, F_SETFL, 0);
	hear_all(&s);
	assert_int_equal(s.step, 1);
	assert_int_equal(serve_patience(&s), 0);
	serve_work_over(&s, true);
	assert_int_equal(s.running, SERVE_TIDY);
	s.step = 0;
	fcntl(s.work.from, F_SETFL, 0);
	hear_all(&s);
	serve_work_over(&s, false);
	assert_int_equal(s.running, SERVE_NOTHING);
	assert_int_equal(bundles_in_store(), 0);
	buffer_add_zeros(&s.out, 1);
	assert_string_equal((const char *)s.out.at, said);
	buffer_fini(&s.out);
}

static void
work_that_hangs_is_ended_and_tidied_after(void **state)
{
	struct serve_ask ask = { 0 };

	(void)state;
	end_work(hang, &ask, "step\t1\t0\t1\nerror\tE20\tno answer in time\n");
}

/* T10 */
static void
a_stick_that_stalls_or_trickles_is_given_up(void **state)
{
	static struct serve_item item = { .file = { .in_folder = true,
		.name = "one.vereda" } };
	struct serve_ask ask = { .item = &item };

	(void)state;
	on_stick("one.vereda", 1);
	for (int slow = 0; slow < 2; slow++) {
		bad_stick.slow = slow;
		end_work(install_from_bad_stick, &ask, "step\t1\t0\t1\n"
		    "error\tE20\tno answer in time\n");
	}
}

static void
what_the_work_says_is_not_believed(void **state)
{
	static const char *const lines[] = {
		"!item\t1\t1\t612f62\t-",   /* a/b */
		"!item\t1\t1\t\t-",
		"!item\t1\t1\tzz\t-",
		"!item\t1\t1\t61",
		"!secret",
	};
	const struct serve_setup served = { .load = &sf.load };
	static struct serve_lines in;
	static struct serve_line line;
	static struct serve s;

	(void)state;
	s = (struct serve){ .setup = &served, .watch = -1,
		.running = SERVE_SCAN };
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		serve_lines_add(&in, bytes_of_text(lines[i]));
		serve_lines_add(&in, bytes_of_text("\n"));
		assert_true(serve_lines_first(&in, &line));
		serve_hear(&s, &line);
		serve_lines_drop(&in, &line);
	}
	assert_int_equal(s.item_count, 0);
	assert_int_equal(s.out.len, 0);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(requests_out_of_order_are_answered_and_refused),
		TEST(a_line_that_nobody_may_send_ends_the_connection),
		TEST(a_line_may_come_byte_by_byte),
		TEST(an_edition_comes_from_the_stick_and_goes_back),
		TEST(what_is_rotten_does_not_keep_out_what_is_whole),
		TEST(counts_of_a_preview_serve_only_what_it_compared),
		TEST(what_the_preview_counted_is_not_counted_again),
		TEST(what_another_program_installs_is_told_of),
		TEST(five_wrong_pins_cost_a_wait_that_survives_a_restart),
		TEST(no_clock_and_no_damage_shortens_a_wait),
		TEST(a_try_that_cannot_be_counted_opens_nothing),
		TEST(a_jungle_is_looked_at_no_further_than_64_files),
		TEST(a_file_that_was_changed_for_another_is_not_installed),
		TEST(a_cancelled_installation_leaves_the_store_as_it_was),
		TEST(a_kiosk_that_hangs_up_cancels_what_runs),
		TEST(work_that_hangs_is_ended_and_tidied_after),
		TEST(a_stick_that_stalls_or_trickles_is_given_up),
		TEST(what_the_work_says_is_not_believed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
