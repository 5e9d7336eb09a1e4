/*
 * T40: databases that are signed, and broken or hostile.  The loader refuses
 * them or the kiosk's questions end; nothing crashes, nothing runs for ever,
 * nothing takes more memory than it may.
 */
#include <config.h>

#include "unit.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/log.h"
#include "bundle/bundle.h"
#include "catalog/catalog.h"
#include "image/database.h"
#include "load/load_database.h"

#include "content_questions.h"
#include "hostile.h"

#define DATABASES 80        /* of a commit: the bases, and some changed */
#define DATABASES_FULL 2000 /* with VEREDA_CHECK_FULL */
#define STEPS_MAX 20000000  /* of SQLite's machine, a question: about 2 s */
#define STEPS_EACH 1000
#define CPU_SECONDS 60 /* for one database; more is no step but a loop */
#define HEAP_SCREEN (16 << 20) /* bytes, as database.c has them */
#define HEAP_IMPORT (32 << 20)

static struct hostile h;

static struct {
	unsigned n; /* the database that is tried */
	unsigned refused, opened, answers, errors, stopped;
	int64_t steps; /* of this question */
	int64_t most;  /* of any */
	sqlite3_int64 heap;
} tally;

static int
setup(void **state)
{
	(void)state;
	log_to(-1);
	hostile_open(&h);
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
loops(int number)
{
	static const char text[] = "Bail out! a database is never done with\n";

	(void)number;
	if (write(STDOUT_FILENO, text, sizeof text - 1) < 0)
		_exit(98);
	_exit(99);
}

static void
watch(unsigned seconds)
{
	const struct itimerval limit = { .it_value.tv_sec = seconds };

	signal(SIGPROF, loops);
	assert_int_equal(setitimer(ITIMER_PROF, &limit, NULL), 0);
}

/* Instead of the clock of database.c: the same on every machine. */
static int
count_steps(void *context)
{
	(void)context;
	tally.steps += STEPS_EACH;
	if (tally.steps < STEPS_MAX)
		return 0;
	tally.stopped++;
	return 1;
}

static void
next_question(void)
{
	if (tally.steps > tally.most)
		tally.most = tally.steps;
	tally.steps = 0;
}

/* What a broken database may say; an index may name a row that is none. */
static bool
is_fair(enum err_code code)
{
	return code == ERR_DATABASE || code == ERR_SYSTEM ||
	    code == ERR_SCHEMA || code == ERR_NOT_FOUND;
}

static void
ask_all(struct catalog *c)
{
	struct buffer answer = { 0 };

	for (size_t i = 0; i < content_question_count(); i++) {
		struct err e = { .code = ERR_NONE };

		next_question();
		if (content_question(&answer, c, i, &e) == 0) {
			tally.answers++;
			continue;
		}
		tally.errors++;
		if (!is_fair(e.code))
			fail_msg("database %u, %s: %s", tally.n,
			    content_question_name(i), e.text);
	}
	buffer_fini(&answer);
}

/* As a kiosk does it, though it never gets one that the loader refused. */
static void
show(struct bundle *b)
{
	struct catalog *c = NULL;
	struct err e = { .code = ERR_NONE };
	sqlite3 *db = NULL;

	sqlite3_memory_highwater(1);
	if (database_open_image(&db, bundle_image(b), DATABASE_SCREEN, &e) ==
	    0) {
		next_question();
		sqlite3_progress_handler(db, STEPS_EACH, count_steps, NULL);
		if (content_questions_catalog(&c, db, &e) == 0) {
			tally.opened++;
			ask_all(c);
		}
	}
	if (c == NULL && !is_fair(e.code))
		fail_msg("database %u: %s", tally.n, e.text);
	catalog_free(c);
	next_question();
	assert_true(sqlite3_memory_highwater(0) <= HEAP_SCREEN);
	if (sqlite3_memory_highwater(0) > tally.heap)
		tally.heap = sqlite3_memory_highwater(0);
}

/* Signed, so that nothing but the database itself can be at fault. */
static void
attempt(struct bytes db)
{
	struct buffer bundle = { 0 };
	struct bundle *b = NULL;
	struct err e = { .code = ERR_NONE };
	enum err_code verdict = ERR_NONE;

	watch(CPU_SECONDS);
	hostile_sign(&h, &bundle, db);
	hostile_write(&h, buffer_bytes(&bundle));
	if (bundle_open(&b, h.path, h.trust, &e) < 0 ||
	    bundle_verify(b, NULL, &e) < 0)
		fail_msg("database %u: %s", tally.n, e.text);
	sqlite3_memory_highwater(1);
	if (load_database_try(b, &e) < 0)
		verdict = e.code;
	assert_true(sqlite3_memory_highwater(0) <= HEAP_IMPORT);
	if (verdict != ERR_NONE && verdict != ERR_SCHEMA)
		fail_msg("database %u: %s", tally.n, e.text);
	tally.refused += verdict != ERR_NONE;
	show(b);
	bundle_close(b);
	if (hostile_install(&h, buffer_bytes(&bundle)) != verdict)
		fail_msg("database %u: installing says something else than "
		    "checking, %s", tally.n, err_name(verdict));
	buffer_fini(&bundle);
	watch(0);
	assert_int_equal(sqlite3_memory_used(), 0);
}

static void
hostile_databases_are_refused_or_their_queries_end(void **state)
{
	unsigned count = getenv("VEREDA_CHECK_FULL") != NULL ? DATABASES_FULL
							      : DATABASES;
	struct buffer db = { 0 };

	(void)state;
	for (tally.n = 0; tally.n < count; tally.n++) {
		hostile_database(&h, tally.n, &db);
		attempt(buffer_bytes(&db));
	}
	buffer_fini(&db);
	print_message("%u databases: %u refused; the kiosk opens "
	    "%u: %u answers, %u errors, %u of them stopped; at most %lld steps "
	    "a question, %lld bytes of SQLite's\n", count, tally.refused, tally.opened,
	    tally.answers, tally.errors,
	    tally.stopped, (long long)tally.most, (long long)tally.heap);
	assert_true(tally.refused > count / 10);
	assert_true(tally.answers > count);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    hostile_databases_are_refused_or_their_queries_end),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
