/*
 * load/: a CV on the stick of whoever stands before the kiosk, and what an
 * enemy who stands there can make of that.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"
#include "load/serve_jobs.h"

#include "content_fixture.h"
#include "options_fixture.h"
#include "serve_content.h"
#include "serve_fixture.h"

#define GOOD_CV "cv\tes-en\t7112.3.13,5414.5.\t2,10\t1.3\t4\t1"

static struct serve_fixture sf; /* too large for a stack */

static void
tell_time(struct pin_clock *out)
{
	*out = (struct pin_clock){ "boot-1", 1000 };
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
asked(const char *line, const char *expected)
{
	const char *answer = serve_fixture_ask(&sf, line);

	if (strstr(answer, expected) == NULL)
		fail_msg("%s: no \"%s\" in: %s", line, expected, answer);
}

static void
start(void)
{
	serve_fixture_start(&sf, tell_time);
	asked("hello\t1", "hello\t1\t");
}

static void
on_folder(char path[400], const char *name)
{
	snprintf(path, 400, "%s/%s", sf.folder, name);
}

static char *
file_text(const char *name)
{
	struct buffer b = { 0 };
	struct err e = { 0 };
	char path[400];

	on_folder(path, name);
	assert_int_equal(io_read_file(&b, path, CV_FILE_MAX, &e), 0);
	return (char *)b.at;
}

static void
put_text(const char *name, const char *text)
{
	char path[400];
	FILE *f = NULL;

	on_folder(path, name);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

/* The content that is shown. */
static void
put_content(void)
{
	const struct job_watch watch = { .context = NULL };
	char path[400];
	const struct install_job job = { .path = path, .watch = &watch };
	struct record record;
	struct err e = { 0 };
	bool cancelled = false;
	sqlite3 *db = content_fixture();

	options_fixture(db);
	on_folder(path, "one.vereda");
	serve_content_write_of(&sf.f, path, 1, db);
	assert_int_equal(job_install(&record, &sf.load.place, &job,
	    &cancelled, &e), 0);
}

static bool
is_there(const char *name)
{
	char path[400];

	on_folder(path, name);
	return access(path, F_OK) == 0;
}

static void
a_cv_goes_to_the_stick_and_over_nothing(void **state)
{
	char *text = NULL;

	(void)state;
	put_text("cv-1.txt", "mine");
	start();
	asked("leave", "ok\n"); /* the stick was told of */
	asked(GOOD_CV, "cv\t2\nok\n");
	text = file_text("cv-2.txt");
	assert_memory_equal(text, "\xef\xbb\xbfHoja de vida\r\n", 17);
	assert_non_null(strstr(text, "Albañilería, 3 a 5 años\r\n"
				     "- Leer planos sencillos\r\n"
				     "- Levantar y repellar paredes\r\n"));
	assert_non_null(strstr(text, "Security, over 10 years\r\n"));
	free(text);
	for (int n = 3; n <= 9; n++)
		asked(GOOD_CV, "ok\n");
	asked(GOOD_CV, "error\tFULL\t");
	assert_false(is_there("cv-10.txt"));
	text = file_text("cv-1.txt");
	assert_string_equal(text, "mine");
	free(text);
}

static void
work_is_called_what_the_content_calls_it(void **state)
{
	char *text = NULL;

	(void)state;
	put_content();
	start();
	asked("cv\tes-en\tocc-mason.3.2,occ-cook..\t\t\t\t", "cv\t1\nok\n");
	text = file_text("cv-1.txt");
	assert_non_null(strstr(text, "Albañil, 3 a 5 años\r\n"
				     "- Calcular material\r\n"
				     "Cocinero\r\n"));
	assert_non_null(strstr(text, "Mason, 3 to 5 years\r\n"
				     "- Work out material\r\n"
				     "Cook\r\n"));
	free(text);
}

static void
only_numbers_of_our_lists_make_a_cv(void **state)
{
	static const char *const bad[] = {
		"", "\tes-en", "\tes-en\t7112.3.\t2\t1.3\t4\t1\t",
		"\tes-en\t\t\t\t\t", "\ten-es\t7112.3.\t\t\t\t",
		"\t\t7112.3.\t\t\t\t", "\tes-en\t.3.\t\t\t\t",
		"\tes-en\t7112.6.\t\t\t\t", "\tes-en\t7112.0.\t\t\t\t",
		"\tes-en\t7112.03.\t\t\t\t", "\tes-en\t7112\t\t\t\t",
		"\tes-en\t7112.3\t\t\t\t", "\tes-en\t7112.3.4\t\t\t\t",
		"\tes-en\t7112.3.0\t\t\t\t", "\tes-en\t7112.3.31\t\t\t\t",
		"\tes-en\t7112.3.11\t\t\t\t", "\tes-en\t7112.3.a\t\t\t\t",
		"\tes-en\t7112.3.,\t\t\t\t", "\tes-en\t,7112.3.\t\t\t\t",
		"\tes-en\t7112.3.,7112.4.\t\t\t\t",
		"\tes-en\t7112.3. \t\t\t\t", "\tes-en\tOcc-x.3.\t\t\t\t",
		"\tes-en\t7112..,7411..,7212..,5120..,5131..\t\t\t\t",
		"\tes-en\t\t1,2,3,4,5,6\t\t\t", "\tes-en\t\t11\t\t\t",
		"\tes-en\t\t1.1\t\t\t", "\tes-en\t\t\t7.1\t\t",
		"\tes-en\t\t\t1.4\t\t", "\tes-en\t\t\t\t7\t",
		"\tes-en\t\t\t\t1,2\t", "\tes-en\t\t\t\t\t4",
		"\tes-en\t\t\t\t18446744073709551617\t",
		"\tes-en\t\t\t\t257\t", "\tes-en\t7112.257.\t\t\t\t",
		"\tes-en\t../../x\t\t\t\t", "\tes-en\tHola\tHola\tx\tx\tx",
		/* no such work; no work at all, but something to read */
		"\tes-en\tocc-nobody..\t\t\t\t", "\tes-en\t7113..\t\t\t\t",
		"\tes-en\twages.1.\t\t\t\t",
	};
	char line[200];

	(void)state;
	put_content();
	start();
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		snprintf(line, sizeof line, "cv%s", bad[i]);
		asked(line, "error\tUSAGE");
	}
	assert_false(is_there("cv-1.txt"));
}

static void
a_cv_is_refused_where_it_cannot_be_written(void **state)
{
	const struct serve_source none = { 0 };
	const struct serve_source no_disk = { .device = "/dev/null" };

	(void)state;
	assert_false(serve_stick_is_writable(&none));
	assert_false(serve_stick_is_writable(&no_disk));
	/* a link in the folder's place leads nowhere */
	assert_int_equal(rmdir(sf.folder), 0);
	assert_int_equal(symlink(sf.store, sf.folder), 0);
	start();
	asked(GOOD_CV, "error\tE20\t");
	assert_false(is_there("cv-1.txt"));
	assert_int_equal(unlink(sf.folder), 0);
	assert_int_equal(rmdir(sf.stick), 0);
	asked(GOOD_CV, "error\tNONE\t");
	assert_int_equal(mkdir(sf.stick, 0755), 0);
	asked(GOOD_CV, "cv\t1\nok\n");
	assert_true(is_there("cv-1.txt"));
}

/* What the work says of CV, in ANSWER. */
static void
work(char answer[1024], const struct cv *cv)
{
	struct serve_ask ask = { .load = &sf.load,
		.source = { .folder = sf.stick }, .cv = cv };
	int fds[2];
	ssize_t got = 0;

	assert_int_equal(pipe(fds), 0);
	serve_job_cv(&(struct work_side){ .to = fds[1], .control = -1 },
	    &ask);
	got = read(fds[0], answer, 1023);
	assert_true(got > 0);
	answer[got] = '\0';
	close(fds[0]);
	close(fds[1]);
}

static void
a_cv_is_whole_or_not_there(void **state)
{
	const struct cv cv = { .schooling = 3 };
	char answer[1024];
	bool done = false;
	unsigned n = 1;

	(void)state;
	for (; !done; n++) {
		io_fail_at(n);
		work(answer, &cv);
		io_fail_at(0);
		done = strcmp(answer, "cv\t1\nok\n") == 0;
		assert_true(done || strncmp(answer, "error\tE20\t", 10) == 0);
		assert_int_equal(is_there("cv-1.txt"), done);
	}
	assert_true(n > 5);
}

static void
numbers_are_read_as_they_are_written(void **state)
{
	struct cv cv = { .schooling = 6, .references = 3 };
	const char *field[CV_FIELDS];
	char numbers[CV_NUMBERS_SIZE];
	char work[CV_WORK_SIZE];
	struct cv again;
	char *rest = numbers;

	(void)state;
	memset(work, 'x', sizeof work);
	work[CV_WORK_SIZE - 1] = '\0';
	for (size_t i = 0; i < CV_JOBS_MAX; i++) {
		work[0] = (char)('a' + i);
		assert_int_equal(cv_add_job(&cv, work), (int)i);
		cv.jobs[i].years = (uint8_t)cv_count(CV_YEARS);
		cv.jobs[i].tasks = (1u << CV_TASKS) - 1;
	}
	for (size_t i = 0; i < CV_SKILLS_MAX; i++)
		assert_true(cv_toggle_skill(&cv, cv_count(CV_SKILLS) - 1 - i));
	for (size_t i = 0; i < cv_count(CV_SPOKEN); i++)
		cv.levels[i] = 3;
	cv_write_numbers(numbers, &cv);
	assert_true(strlen(numbers) < CV_NUMBERS_SIZE - 20);
	for (size_t i = 0; i < CV_FIELDS; i++) {
		field[i] = strsep(&rest, "\t");
		assert_non_null(field[i]);
	}
	assert_null(rest);
	assert_true(cv_read_numbers(&again, field));
	assert_memory_equal(&again, &cv, sizeof cv);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_cv_goes_to_the_stick_and_over_nothing),
		TEST(work_is_called_what_the_content_calls_it),
		TEST(only_numbers_of_our_lists_make_a_cv),
		TEST(a_cv_is_refused_where_it_cannot_be_written),
		TEST(a_cv_is_whole_or_not_there),
		cmocka_unit_test(numbers_are_read_as_they_are_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
