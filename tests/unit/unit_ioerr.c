/*
 * T38: the n-th read of the content fails, once and for ever, under every
 * question that a kiosk has.  The answer is right or there is none.
 */
#include <config.h>

#include "unit.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/io_ops.h"
#include "base/log.h"
#include "bundle/bundle.h"
#include "catalog/catalog.h"
#include "image/database.h"

#include "content_questions.h"
#include "hostile.h"

#define QUESTIONS_MAX 64

struct content {
	struct hostile h;
	struct buffer right[QUESTIONS_MAX]; /* the answers */
};

/* A kiosk's content, from the file to the catalog. */
struct shown {
	struct bundle *bundle;
	struct catalog *catalog;
};

static int
show(struct shown *s, const struct content *x, struct err *e)
{
	sqlite3 *db = NULL;

	*s = (struct shown){ 0 };
	if (bundle_open(&s->bundle, x->h.path, x->h.trust, e) < 0 ||
	    database_open_image(&db, bundle_image(s->bundle), DATABASE_SCREEN,
		e) < 0)
		return -1;
	return content_questions_catalog(&s->catalog, db, e);
}

static void
hide(struct shown *s)
{
	catalog_free(s->catalog);
	bundle_close(s->bundle);
}

static int
setup(void **state)
{
	static struct content x;
	struct buffer bundle = { 0 };
	struct err e = { 0 };
	struct shown s;

	log_to(-1);
	hostile_open(&x.h);
	hostile_sign(&x.h, &bundle, hostile_base(&x.h, 0));
	hostile_write(&x.h, buffer_bytes(&bundle));
	buffer_fini(&bundle);
	if (show(&s, &x, &e) < 0)
		fail_msg("%s", e.text);
	assert_true(content_question_count() <= QUESTIONS_MAX);
	for (size_t i = 0; i < content_question_count(); i++)
		if (content_question(&x.right[i], s.catalog, i, &e) < 0)
			fail_msg("%s", e.text);
	hide(&s);
	*state = &x;
	return 0;
}

static int
teardown(void **state)
{
	struct content *x = *state;

	for (size_t i = 0; i < QUESTIONS_MAX; i++)
		buffer_fini(&x->right[i]);
	hostile_close(&x->h);
	return 0;
}

/* How many questions had no answer; those that have one have the right one. */
static unsigned
ask_all(const struct content *x, struct shown *s)
{
	struct buffer got = { 0 };
	unsigned errors = 0;

	for (size_t i = 0; i < content_question_count(); i++) {
		struct err e = { .code = ERR_NONE };

		if (content_question(&got, s->catalog, i, &e) < 0) {
			assert_int_equal(e.code, ERR_STICK);
			errors++;
		} else if (!bytes_equal(buffer_bytes(&got),
			       buffer_bytes(&x->right[i]))) {
			fail_msg("%s (%zu): another answer",
			    content_question_name(i), i);
		}
	}
	buffer_fini(&got);
	return errors;
}

/* Errors with FAULT in force from before the file is opened. */
static unsigned
run_with(const struct content *x, struct io_fault fault, unsigned *calls)
{
	struct err e = { .code = ERR_NONE };
	struct shown s;
	unsigned errors = 1;

	io_fail(fault);
	if (show(&s, x, &e) == 0) {
		errors = ask_all(x, &s);
		/* SQLite's fault is remembered, for the host to see. */
		assert_int_equal(image_fault(bundle_image(s.bundle))->code,
		    errors > 0 ? ERR_STICK : ERR_NONE);
	} else {
		assert_int_equal(e.code, ERR_STICK);
	}
	*calls = io_calls();
	io_fail((struct io_fault){ 0 });
	if (errors > 0 && s.catalog != NULL)
		assert_int_equal(ask_all(x, &s), 0); /* the card is back */
	hide(&s);
	return errors;
}

static void
a_read_that_fails_once_is_an_error_and_never_a_wrong_answer(void **state)
{
	const struct content *x = *state;
	unsigned failed = 0;
	unsigned calls = 0;
	unsigned n = 1;

	for (;; n++) {
		const struct io_fault once = { .at = n, .error = EIO };
		unsigned errors = run_with(x, once, &calls);

		if (calls < n)
			break;
		assert_in_range(errors, 1, 1);
		failed++;
	}
	print_message("%u reads, each failed once: %u errors\n", n - 1,
	    failed);
	assert_true(n > 30);
}

static void
reads_that_fail_from_one_on_are_errors_and_never_wrong_answers(void **state)
{
	const struct content *x = *state;
	unsigned calls = 0;
	unsigned all = 0;
	unsigned n = 1;

	for (;; n++) {
		const struct io_fault ever = { .at = n, .error = EIO,
			.for_ever = true };
		unsigned errors = run_with(x, ever, &calls);

		if (calls < n)
			break;
		assert_true(errors > 0);
		all += errors;
	}
	print_message("%u reads, failed from each on: %u errors\n", n - 1,
	    all);
	assert_true(all > n);
}

static void
half_a_read_is_read_again(void **state)
{
	const struct content *x = *state;
	unsigned calls = 0;
	unsigned n = 1;

	for (;; n++) {
		const struct io_fault shorter = { .at = n,
			.error = IO_FAULT_SHORT };

		assert_int_equal(run_with(x, shorter, &calls), 0);
		if (calls < n)
			break;
	}
	assert_true(n > 30);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_read_that_fails_once_is_an_error_and_never_a_wrong_answer),
		cmocka_unit_test(
		    reads_that_fail_from_one_on_are_errors_and_never_wrong_answers),
		cmocka_unit_test(half_a_read_is_read_again),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
