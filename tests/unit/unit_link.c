/*
 * ui/link: lines, the model they fill, and the link over a socketpair.
 */
#include <config.h>

#include "unit.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "helper_fixture.h"

/* --- lines --- */

static enum link_took
take(struct link_reader *r, const char *text, struct link_line *out)
{
	struct bytes in = bytes_of_text(text);

	return link_reader_take(r, &in, out);
}

static void
a_line_is_cut_at_its_tabs(void **state)
{
	struct link_reader r = { 0 };
	struct link_line line;

	(void)state;
	assert_int_equal(take(&r, "item\t1\t\tCurso ñ\n", &line),
	    LINK_TOOK_LINE);
	assert_int_equal(line.count, 4);
	assert_string_equal(line.field[0], "item");
	assert_string_equal(line.field[2], "");
	assert_string_equal(line.field[3], "Curso ñ");
}

static void
a_line_may_come_byte_by_byte(void **state)
{
	static const char text[] = "tries\t4";
	struct link_reader r = { 0 };
	struct link_line line;

	(void)state;
	for (size_t i = 0; text[i] != '\0'; i++) {
		char one[2] = { text[i], '\0' };

		assert_int_equal(take(&r, one, &line), LINK_TOOK_ALL);
	}
	assert_int_equal(take(&r, "\n", &line), LINK_TOOK_LINE);
	assert_string_equal(line.field[1], "4");
}

static void
what_is_no_line_breaks_the_reader_for_ever(void **state)
{
	static const char *const bad[] = { "\n", "\tx\n", "ok\r\n",
		"a\x1b[2J\n", "a\xff\n", "a\xe2\x80\xae\n", "a\xc2\x9b\n",
		"1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\t16\t17\n" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		struct link_reader r = { 0 };
		struct link_line line;

		assert_int_equal(take(&r, bad[i], &line), LINK_TOOK_BROKEN);
		assert_int_equal(take(&r, "ok\n", &line), LINK_TOOK_BROKEN);
	}
}

static void
a_line_has_at_most_4096_bytes(void **state)
{
	char *text = xcalloc(1, LINK_LINE_MAX + 2);
	struct link_reader good = { 0 };
	struct link_reader bad = { 0 };
	struct link_line line;

	(void)state;
	memset(text, 'a', LINK_LINE_MAX);
	text[LINK_LINE_MAX - 1] = '\n';
	text[LINK_LINE_MAX] = '\0';
	assert_int_equal(take(&good, text, &line), LINK_TOOK_LINE);
	assert_int_equal(strlen(line.field[0]), LINK_LINE_MAX - 1);
	memset(text, 'a', LINK_LINE_MAX);
	text[LINK_LINE_MAX] = '\n';
	assert_int_equal(take(&bad, text, &line), LINK_TOOK_BROKEN);
	free(text);
}

static void
a_number_has_digits_alone_and_a_limit(void **state)
{
	static const char *const bad[] = { "", "-1", "+1", " 1", "1 ", "0x1",
		"256", "18446744073709551616", "9999999999999999999999" };
	uint64_t n = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_false(link_number(bad[i], 255, &n));
	assert_true(link_number("255", 255, &n));
	assert_int_equal(n, 255);
	assert_false(link_number("9", 5, &n));
	assert_true(link_number("18446744073709551615", UINT64_MAX, &n));
}

/* --- the link --- */

struct both {
	struct helper helper;
	struct link *link;
};

/* Until neither side has anything to say. */
static void
talk(struct both *b)
{
	do {
		while (link_io(b->link, POLLIN | POLLOUT, 1000) &&
		    helper_answer(&b->helper))
			;
	} while (helper_answer(&b->helper));
}

static int
open_both(void **state)
{
	struct both *b = xcalloc(1, sizeof *b);
	struct link_source source = { &b->helper, helper_open, "es" };

	b->helper.fd = -1;
	b->link = link_new(&source);
	link_open(b->link);
	talk(b);
	*state = b;
	return 0;
}

static int
close_both(void **state)
{
	struct both *b = *state;

	link_free(b->link);
	helper_close(&b->helper);
	free(b);
	return 0;
}

static void
log_in(struct both *b)
{
	link_pin(b->link, "123456");
	talk(b);
	assert_true(link_model(b->link)->staff);
}

static void
the_right_pin_brings_the_list_of_the_stick(void **state)
{
	struct both *b = *state;
	const struct link_model *m = link_model(b->link);

	log_in(b);
	assert_non_null(m->stick);
	assert_int_equal(m->stick->count, 5);
	assert_string_equal(m->stick->items[3].code, "E10");
	assert_non_null(m->status);
	assert_int_equal(m->status->channels, 2);
	assert_int_equal(m->status->previous[0].sequence, 40);
	assert_string_equal(b->helper.asked, "hello pin status scan ");
}

static void
a_wrong_pin_says_how_many_tries_are_left(void **state)
{
	struct both *b = *state;
	const struct link_model *m = link_model(b->link);

	link_pin(b->link, "000000");
	talk(b);
	assert_false(m->staff);
	assert_int_equal(m->tries, 4);
	assert_string_equal(m->code[LINK_PIN], "PIN");
	for (int i = 0; i < 4; i++) {
		link_pin(b->link, "000000");
		talk(b);
	}
	assert_int_equal(link_wait(b->link, 1000), 100000);
	assert_int_equal(link_wait(b->link, 101000), 0);
}

static void
a_preview_is_replaced_only_by_a_whole_one(void **state)
{
	struct both *b = *state;
	const struct link_model *m = link_model(b->link);

	log_in(b);
	link_preview(b->link, 1);
	talk(b);
	assert_non_null(m->preview);
	assert_int_equal(m->preview->kind_count, 4);
	assert_int_equal(m->preview->kinds[2].count[LINK_CHANGED], 17);
	assert_int_equal(m->preview->change_count, 4);
	assert_int_equal(m->preview->changes[2].sign, LINK_WITHDRAWN);
	b->helper.mute = true;
	link_preview(b->link, 1);
	helper_answer(&b->helper);
	helper_say(&b->helper, "count\tarticle\t1\t1\t1\n");
	link_io(b->link, POLLIN, 1000);
	assert_int_equal(m->preview->kinds[0].count[LINK_NEW], 14);
	helper_say(&b->helper, "error\tE20\tpulled\n");
	link_io(b->link, POLLIN, 1000);
	assert_null(m->preview);
	assert_string_equal(m->code[LINK_PREVIEW], "E20");
}

static void
an_installation_that_is_cancelled_changes_nothing(void **state)
{
	struct both *b = *state;
	const struct link_model *m = link_model(b->link);

	log_in(b);
	link_install(b->link, 1);
	talk(b);
	assert_int_equal(m->running, LINK_INSTALL);
	assert_int_equal(m->step, 3);
	assert_int_equal(m->done, 68);
	link_cancel(b->link);
	link_cancel(b->link);
	talk(b);
	assert_int_equal(m->running, LINK_NOTHING);
	assert_true(m->result.cancelled);
	assert_false(m->result.good);
	assert_null(strstr(b->helper.asked, "cancel cancel"));
}

static void
what_was_installed_is_reported_when_the_staff_asks(void **state)
{
	struct both *b = *state;
	const struct link_model *m = link_model(b->link);

	log_in(b);
	link_install(b->link, 5);
	talk(b);
	assert_true(m->result.good);
	assert_int_equal(m->result.record, 231);
	assert_int_equal(m->result.count[LINK_CHANGED], 88);
	assert_null(strstr(b->helper.asked, "receipt")); /* no writing yet */
	link_receipt(b->link, m->result.record);
	talk(b);
	assert_string_equal(m->result.receipt, "informe-0231.txt");
}

/* Numbers go out, one number comes back; nobody is staff. */
static void
a_cv_goes_out_as_numbers(void **state)
{
	struct both *b = *state;
	const struct link_model *m = link_model(b->link);
	struct cv cv = { .schooling = 2 };

	assert_true(m->stick_writable);
	assert_int_equal(cv_add_job(&cv, "occ-mason"), 0);
	cv.jobs[0].years = 3;
	cv.jobs[0].tasks = 5;
	link_cv(b->link, &cv);
	assert_true(m->cv_due);
	talk(b);
	assert_string_equal(b->helper.cv, "es-en\tocc-mason.3.13\t\t\t2\t");
	assert_false(m->cv_due);
	assert_int_equal(m->cv_number, 3);
	assert_string_equal(m->code[LINK_CV], "");
	helper_say(&b->helper, "stick-in\tREADONLY\n");
	talk(b);
	assert_true(m->stick_in);
	assert_false(m->stick_writable);
	helper_say(&b->helper, "stick-out\n");
	talk(b);
	assert_false(m->stick_in);
}

static void
a_cv_that_nobody_answers_for_is_not_saved(void **state)
{
	static const char *const nonsense[] = { "cv\t0\n", "cv\t10\n",
		"cv\t-1\n", "cv\t../x\n", "cv\n", "" };
	struct both *b = *state;
	const struct link_model *m = link_model(b->link);
	const struct cv cv = { .schooling = 2 };

	for (size_t i = 0; i < COUNT_OF(nonsense); i++) {
		link_open(b->link);
		talk(b);
		b->helper.mute = true;
		link_cv(b->link, &cv);
		helper_answer(&b->helper);
		if (nonsense[i][0] != '\0')
			helper_say(&b->helper, nonsense[i]);
		else
			helper_close(&b->helper);
		link_io(b->link, POLLIN, 1000);
		assert_true(link_is_down(b->link));
		assert_false(m->cv_due);
		assert_false(m->stick_writable);
		assert_string_equal(m->code[LINK_CV], "SYSTEM");
		b->helper.mute = false;
	}
	link_cv(b->link, &cv); /* nobody is there */
	assert_false(m->cv_due);
	assert_string_equal(m->code[LINK_CV], "SYSTEM");
}

static void
a_stick_is_looked_at_only_while_staff_is_there(void **state)
{
	struct both *b = *state;

	helper_say(&b->helper, "stick-in\n");
	talk(b);
	assert_null(strstr(b->helper.asked, "scan"));
	log_in(b);
	b->helper.asked[0] = '\0';
	helper_say(&b->helper, "stick-out\n");
	talk(b);
	assert_string_equal(b->helper.asked, "scan ");
}

static void
leaving_cancels_what_runs(void **state)
{
	struct both *b = *state;

	log_in(b);
	link_install(b->link, 1);
	talk(b);
	b->helper.asked[0] = '\0';
	link_leave(b->link);
	assert_false(link_model(b->link)->staff);
	talk(b);
	assert_string_equal(b->helper.asked, "cancel leave ");
	assert_int_equal(link_model(b->link)->running, LINK_NOTHING);
}

static void
who_leaves_while_the_pin_is_checked_is_no_staff(void **state)
{
	struct both *b = *state;

	link_pin(b->link, "123456");
	link_leave(b->link);
	talk(b);
	assert_false(link_model(b->link)->staff);
	assert_null(strstr(b->helper.asked, "scan"));
}

static void
a_change_is_told_once(void **state)
{
	struct both *b = *state;

	helper_say(&b->helper, "changed\tbase\t1\t42\n");
	talk(b);
	assert_true(link_take_changed(b->link));
	assert_false(link_take_changed(b->link));
}

static void
nonsense_takes_the_link_down_and_nothing_else(void **state)
{
	static const char *const nonsense[] = { "ok\n", "item\t1\n",
		"hello\t1\n", "\x1b]0;x\n", "error\n", "stick\t1\t2\n" };
	struct both *b = *state;

	for (size_t i = 0; i < COUNT_OF(nonsense); i++) {
		link_open(b->link);
		talk(b);
		assert_false(link_is_down(b->link));
		helper_say(&b->helper, nonsense[i]);
		link_io(b->link, POLLIN, 1000);
		assert_true(link_is_down(b->link));
		assert_int_equal(link_fd(b->link), -1);
		link_scan(b->link); /* goes nowhere */
		link_cancel(b->link);
		assert_false(link_io(b->link, POLLIN, 1000));
	}
}

static void
nonsense_within_an_answer_takes_the_link_down(void **state)
{
	static const char *const nonsense[] = {
		"channel\tbase\t1\t41\t1\t1\tA\n",
		"channel\tbase\t-1\t41\t1\t1\tA\tT\n",
		"clock\tMAYBE\n",
		"room\t99999999999999999999\n",
	};
	struct both *b = *state;

	for (size_t i = 0; i < COUNT_OF(nonsense); i++) {
		link_open(b->link);
		talk(b);
		b->helper.mute = true;
		link_pin(b->link, "123456");
		helper_answer(&b->helper);
		helper_say(&b->helper, "ok\n");
		link_io(b->link, POLLIN, 1000);
		helper_say(&b->helper, nonsense[i]);
		link_io(b->link, POLLIN, 1000);
		assert_true(link_is_down(b->link));
		assert_false(link_model(b->link)->staff);
		b->helper.mute = false;
	}
}

static void
an_answer_without_an_end_takes_the_link_down(void **state)
{
	struct both *b = *state;

	b->helper.mute = true;
	link_scan(b->link);
	helper_answer(&b->helper);
	for (unsigned i = 0; i <= LINK_LINES_MAX; i++) {
		helper_say(&b->helper, "whatever\n");
		link_io(b->link, POLLIN, 1000);
		if (link_is_down(b->link))
			return;
	}
	fail();
}

static void
a_helper_that_dies_can_be_opened_again(void **state)
{
	struct both *b = *state;

	log_in(b);
	helper_close(&b->helper);
	assert_true(link_io(b->link, POLLIN | POLLHUP, 1000));
	assert_true(link_is_down(b->link));
	assert_false(link_model(b->link)->staff);
	assert_null(link_model(b->link)->stick);
	link_open(b->link);
	talk(b);
	assert_false(link_is_down(b->link));
	assert_int_equal(b->helper.opened, 2);
	log_in(b);
}

static void
a_helper_that_never_reads_does_not_stop_us(void **state)
{
	struct both *b = *state;

	b->helper.mute = true;
	for (int i = 0; i < 100 && !link_is_down(b->link); i++)
		link_receipt(b->link, 1);
	assert_true(link_is_down(b->link));
}

#define OVER(test) cmocka_unit_test_setup_teardown(test, open_both, close_both)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_is_cut_at_its_tabs),
		cmocka_unit_test(a_line_may_come_byte_by_byte),
		cmocka_unit_test(what_is_no_line_breaks_the_reader_for_ever),
		cmocka_unit_test(a_line_has_at_most_4096_bytes),
		cmocka_unit_test(a_number_has_digits_alone_and_a_limit),
		OVER(the_right_pin_brings_the_list_of_the_stick),
		OVER(a_wrong_pin_says_how_many_tries_are_left),
		OVER(a_preview_is_replaced_only_by_a_whole_one),
		OVER(an_installation_that_is_cancelled_changes_nothing),
		OVER(what_was_installed_is_reported_when_the_staff_asks),
		OVER(a_cv_goes_out_as_numbers),
		OVER(a_cv_that_nobody_answers_for_is_not_saved),
		OVER(a_stick_is_looked_at_only_while_staff_is_there),
		OVER(leaving_cancels_what_runs),
		OVER(who_leaves_while_the_pin_is_checked_is_no_staff),
		OVER(a_change_is_told_once),
		OVER(nonsense_takes_the_link_down_and_nothing_else),
		OVER(nonsense_within_an_answer_takes_the_link_down),
		OVER(an_answer_without_an_end_takes_the_link_down),
		OVER(a_helper_that_dies_can_be_opened_again),
		OVER(a_helper_that_never_reads_does_not_stop_us),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
