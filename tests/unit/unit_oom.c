/*
 * T37: the n-th allocation fails, once and for ever, while a bundle is
 * verified, installed, opened, asked and drawn.  What may happen then:
 *
 *   ours    base/mem ends the program with status 3, after the last words
 *           that restore the terminal; the supervisor starts it again
 *   SQLite  SQLITE_NOMEM: an error (ERR_SYSTEM), never "damaged", and
 *           nothing is left behind in memory
 *   either  SQLite may do without (a smaller cache): then all is right
 *
 * The store is as after a power cut: the next program that opens it for
 * writing finds the old edition or the new one, and takes "incoming" away.
 * Each try is a process of its own.
 */
#include <config.h>

#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"
#include "bundle/bundle.h"
#include "catalog/catalog.h"
#include "image/database.h"
#include "load/load_database.h"

#include "content_questions.h"
#include "hostile.h"
#include "oom.h"
#include "oom_private.h"
#include "screens_fixture.h"

#define SHARE 12        /* of a commit: so many places of each work */
#define SHARE_FULL 1000 /* with VEREDA_CHECK_FULL */

enum { STATUS_RIGHT = 20, STATUS_ERROR, STATUS_CODE, STATUS_LEAK, STATUS_WRONG,
	STATUS_CLEAN = 3 };

static struct hostile h;
static struct buffer right; /* the answers to all questions */
static struct bundle *shown;
static struct catalog *catalog;
static struct kiosk kiosk;

static int
verify(struct err *e)
{
	struct bundle *b = NULL;
	int rc = -1;

	if (bundle_open(&b, h.path, h.trust, e) == 0 &&
	    bundle_verify(b, NULL, e) == 0 && load_database_try(b, e) == 0)
		rc = 0;
	bundle_close(b);
	return rc;
}

static int
install(struct err *e)
{
	return oom_install(&h, e);
}

static int
open_content(struct err *e)
{
	struct bundle *b = NULL;
	struct catalog *c = NULL;
	sqlite3 *db = NULL;
	int rc = -1;

	if (bundle_open(&b, h.path, h.trust, e) == 0 &&
	    database_open_image(&db, bundle_image(b), DATABASE_SCREEN, e) ==
		0 && content_questions_catalog(&c, db, e) == 0)
		rc = 0;
	catalog_free(c);
	bundle_close(b);
	return rc;
}

/* Every answer to OUT; what had an error has none there. */
static int
ask_all(struct buffer *out, struct err *e)
{
	struct buffer answer = { 0 };
	int rc = 0;

	for (size_t i = 0; rc == 0 && i < content_question_count(); i++) {
		rc = content_question(&answer, catalog, i, e);
		buffer_add(out, answer.at, answer.len);
	}
	buffer_fini(&answer);
	return rc;
}

static int
query(struct err *e)
{
	struct buffer got = { 0 };
	int rc = ask_all(&got, e);

	if (rc == 0 &&
	    !bytes_equal(buffer_bytes(&got), buffer_bytes(&right)))
		_exit(STATUS_WRONG);
	buffer_fini(&got);
	return rc;
}

/* Through lists, an article, the search and the help, at two sizes. */
static int
draw(struct err *e)
{
	(void)e;
	kiosk_keys(&kiosk, "0001111000");
	app_resize(kiosk.app, 40, 15);
	kiosk_keys(&kiosk, "13<<");
	app_resize(kiosk.app, 132, 43);
	kiosk_keys(&kiosk, "/~pasaporte~!");
	return 0;
}

static const struct work {
	const char *name;
	int (*run)(struct err *e);
} works[] = {
	{ "verify", verify },
	{ "install", install },
	{ "open", open_content },
	{ "query", query },
	{ "draw", draw },
};

static int
setup(void **state)
{
	struct buffer bundle = { 0 };
	struct err e = { 0 };
	sqlite3 *db = NULL;

	(void)state;
	log_to(-1);
	hostile_open(&h);
	hostile_sign(&h, &bundle, hostile_base(&h, 0));
	hostile_write(&h, buffer_bytes(&bundle));
	buffer_fini(&bundle);
	oom_install_begin(&h);
	if (bundle_open(&shown, h.path, h.trust, &e) < 0 ||
	    database_open_image(&db, bundle_image(shown), DATABASE_SCREEN,
		&e) < 0 ||
	    content_questions_catalog(&catalog, db, &e) < 0 ||
	    ask_all(&right, &e) < 0)
		fail_msg("%s", e.text);
	if (screens_begin(state) != 0)
		return -1;
	kiosk_open(&kiosk, "es", 80, 25);
	return 0;
}

static int
teardown(void **state)
{
	kiosk_close(&kiosk);
	screens_end(state);
	buffer_fini(&right);
	catalog_free(catalog);
	bundle_close(shown);
	oom_install_end(&h);
	hostile_close(&h);
	return 0;
}

/* In a process of its own: run it with the fault, and say how it ended. */
static void
child(const struct work *w, unsigned n, bool for_ever, int count)
{
	struct err e = { .code = ERR_NONE };
	long before = oom_live();
	sqlite3_int64 pages = sqlite3_memory_used();
	unsigned calls;
	int rc;

	if (dup2(open("/dev/null", O_WRONLY), STDERR_FILENO) < 0)
		_exit(STATUS_WRONG);
	oom_at(n, for_ever);
	rc = w->run(&e);
	calls = oom_count();
	oom_at(0, false);
	if (write(count, &calls, sizeof calls) != sizeof calls)
		_exit(STATUS_WRONG);
	if (rc < 0 && e.code != ERR_SYSTEM)
		_exit(STATUS_CODE);
	/* what SQLite's cache has learnt is no leak */
	if (rc < 0 && w->run != query && w->run != draw &&
	    (sqlite3_memory_used() != pages ||
		oom_live() != before))
		_exit(STATUS_LEAK);
	/* and the next try, with memory, is right */
	err_clear(&e);
	if (w->run(&e) < 0 && w->run != install)
		_exit(STATUS_WRONG);
	_exit(rc < 0 ? STATUS_ERROR : STATUS_RIGHT);
}

/* How it ended; *CALLS is 0 when the program did. */
static int
attempt(const struct work *w, unsigned n, bool for_ever, unsigned *calls)
{
	int ends[2];
	int status = 0;
	pid_t pid;

	*calls = 0;
	assert_int_equal(pipe(ends), 0);
	fflush(NULL);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		child(w, n, for_ever, ends[1]);
	close(ends[1]);
	if (read(ends[0], calls, sizeof *calls) < 0)
		*calls = 0;
	close(ends[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	if (!WIFEXITED(status))
		fail_msg("%s, allocation %u%s: signal %d", w->name, n,
		    for_ever ? " and all after it" : "", WTERMSIG(status));
	return WEXITSTATUS(status);
}

static void
try_work(const struct work *w)
{
	unsigned tally[3] = { 0 }; /* right, an error, ended */
	unsigned all = 0;
	unsigned stride;
	struct err e = { 0 };

	/* what a library keeps for ever, it has from here on */
	if (w->run(&e) < 0)
		fail_msg("%s: %s", w->name, e.text);
	oom_install_reset(&h);
	assert_int_equal(attempt(w, 0, false, &all), STATUS_RIGHT);
	oom_install_reset(&h);
	stride = all / (getenv("VEREDA_CHECK_FULL") != NULL ? SHARE_FULL
							     : SHARE) + 1;
	for (unsigned n = 1; n <= all; n += stride) {
		for (int for_ever = 0; for_ever < 2; for_ever++) {
			unsigned calls = 0;
			int how = attempt(w, n, for_ever != 0, &calls);

			if (how != STATUS_RIGHT && how != STATUS_ERROR &&
			    how != STATUS_CLEAN)
				fail_msg("%s, allocation %u%s: %d", w->name, n,
				    for_ever ? " and all after it" : "", how);
			tally[how == STATUS_RIGHT ? 0 :
			    how == STATUS_ERROR ? 1 : 2]++;
			if (w->run == install)
				oom_install_check(&h);
		}
	}
	print_message("%s: %u allocations; %u right, %u errors, %u ended\n",
	    w->name, all, tally[0], tally[1], tally[2]);
	assert_true(tally[1] + tally[2] > 0);
}

static void
memory_that_runs_out_ends_the_program_or_is_an_error(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(works); i++)
		try_work(&works[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    memory_that_runs_out_ends_the_program_or_is_an_error),
	};

	oom_begin();
	return cmocka_run_group_tests(tests, setup, teardown);
}
