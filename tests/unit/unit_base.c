/*
 * base/: errors, memory, byte ranges, UTF-8, dates, hashes, files, JSON.
 */
#include <config.h>

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/bytes.h"
#include "base/date.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/io.h"
#include "base/io_ops.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/utf8.h"

static void
the_first_error_stays_and_context_goes_in_front(void **state)
{
	struct err e = { 0 };

	(void)state;
	assert_int_equal(err_set(&e, ERR_MAGIC, "byte %d", 3), -1);
	err_set(&e, ERR_STICK, "later");
	assert_int_equal(e.code, ERR_MAGIC);
	assert_int_equal(err_wrap(&e, "bundle %s", "x"), -1);
	assert_string_equal(e.text, "bundle x: byte 3");
}

static void
every_code_has_a_sentence_and_every_verdict_a_name(void **state)
{
	(void)state;
	for (int code = 0; code < ERR_COUNT; code++) {
		char name[8];

		assert_non_null(err_sentence_id(code));
		assert_true(strlen(err_sentence_id(code)) > 20);
		snprintf(name, sizeof name, "E%02d", code);
		assert_string_equal(err_name(code),
		    code <= ERR_BUNDLE_LAST ? name : "");
	}
}

static void
an_arena_gives_zeroed_pieces_and_keeps_little(void **state)
{
	struct arena *a = arena_new();
	size_t small;

	(void)state;
	assert_string_equal(arena_printf(a, "%s-%d", "a", 7), "a-7");
	small = arena_size(a);
	memset(arena_zero(a, 100000), 0xFF, 100000);
	assert_true(arena_size(a) > small);
	arena_reset(a);
	assert_int_equal(arena_size(a), small);
	for (int i = 0; i < 100; i++)
		assert_int_equal(((char *)arena_zero(a, 7))[6], 0);
	arena_free(a);
}

static void
a_reader_remembers_that_it_ran_past_the_end(void **state)
{
	static const uint8_t raw[] = { 1, 2, 3, 4, 5, 6 };
	struct reader r = reader_of(bytes_of(raw, sizeof raw));

	(void)state;
	assert_int_equal(reader_u16(&r), 0x0201);
	assert_int_equal(reader_u32(&r), 0x06050403);
	assert_false(reader_failed(&r));
	assert_int_equal(reader_u16(&r), 0);
	assert_true(reader_failed(&r));
	assert_int_equal(reader_take(&r, 0).len, 0);
}

static void
sums_that_overflow_are_refused(void **state)
{
	uint64_t sum = 7;

	(void)state;
	assert_false(add_u64(UINT64_MAX, 1, &sum));
	assert_int_equal(sum, 7);
	assert_true(add_u64(UINT64_MAX - 1, 1, &sum));
}

static void
only_strict_utf8_decodes(void **state)
{
	static const char *const bad[] = { "\x80", "\xC0\x80", "\xC1\xBF",
		"\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82",
		"\xFE", "\xF8\x88\x80\x80\x80" };
	size_t len = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_int_equal(utf8_decode(bytes_of_text(bad[i]), &len),
		    UTF8_INVALID);
	assert_int_equal(utf8_decode(bytes_of_text("\xC3\xB1"), &len), 0xF1);
	assert_int_equal(len, 2);
	for (uint32_t code = 1; code < 0x110000; code++) {
		uint8_t raw[UTF8_MAX];

		if (code >= 0xD800 && code < 0xE000)
			continue;
		assert_int_equal(utf8_decode(bytes_of(raw,
					     utf8_encode(raw, code)), &len),
		    code);
	}
}

static void
the_gate_stops_what_fools_a_terminal(void **state)
{
	static const uint32_t unsafe[] = { 0, 0x07, 0x09, 0x0D, 0x1B, 0x7F,
		0x9B, 0xAD, 0x200B, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069,
		0xFEFF, 0xE0041, 0xE000, 0xFFFF, 0x1FFFE };
	uint32_t code = 0;
	char *safe = NULL;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(unsafe); i++)
		assert_false(utf8_is_safe(unsafe[i]));
	assert_true(utf8_is_safe('\n'));
	assert_true(utf8_is_safe(0xF1));
	assert_true(utf8_is_safe(0x2026));
	assert_int_equal(utf8_find_unsafe(bytes_of_text("ab\x1b[2J"), &code), 2);
	assert_int_equal(code, 0x1B);
	safe = utf8_made_safe("a\x1b\xFE\nb\t", false);
	assert_string_equal(safe,
	    "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
	    "b ");
	free(safe);
}

static void
only_days_that_exist_are_dates(void **state)
{
	static const char *const bad[] = { "2025-02-29", "2025-13-01",
		"2025-1-1", "25-01-01", "2025-01-32", "2025-01-01 ", "",
		"2025-00-10", "1899-01-01" };
	struct date d = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_false(date_parse(&d, bad[i]));
	assert_true(date_parse(&d, "2024-02-29"));
	assert_true(date_parse_partial(&d, "2024-02"));
	assert_int_equal(d.day, 0);
	assert_false(date_parse(&d, "2024"));
}

static void
seconds_and_dates_agree_both_ways(void **state)
{
	struct date d = { 0 };
	struct date back = { 0 };

	(void)state;
	assert_true(date_parse(&d, "2026-11-21"));
	assert_int_equal(date_seconds(&d), 1795219200);
	for (int64_t day = -25000; day < 80000; day++) {
		date_of_seconds(&back, day * 86400 + 5);
		assert_int_equal(date_seconds(&back), day * 86400);
	}
	date_of_seconds(&back, -1);
	assert_int_equal(back.year, 1969);
}

static void
durations_are_counted_in_days(void **state)
{
	int days = 0;

	(void)state;
	assert_true(date_duration_days(&days, "P1Y6M"));
	assert_int_equal(days, 365 + 180);
	assert_true(date_duration_days(&days, "P2W"));
	assert_int_equal(days, 14);
	assert_false(date_duration_days(&days, "P"));
	assert_false(date_duration_days(&days, "1Y"));
	assert_false(date_duration_days(&days, "P1M1Y"));
	assert_false(date_duration_days(&days, "P9999Y"));
	assert_false(date_duration_days(&days, "P12"));
}

static void
the_hash_is_the_one_that_b2sum_prints(void **state)
{
	char hex[HASH_HEX_SIZE];
	struct hash h;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(hash_init(&e), 0);
	hash_of(&h, bytes_of_text("vereda"));
	hash_hex(hex, &h);
	assert_string_equal(hex, "c664640334920a884d57a2cd05d2ccb24e32ef4669e14b56d6823b533ae6d468");
}

static void
a_failed_write_leaves_the_old_file(void **state)
{
	char name[] = "/tmp/vereda-unit-XXXXXX";
	struct buffer got = { 0 };
	struct err e = { 0 };
	unsigned failures = 0;
	bool came = true;
	int fd = mkstemp(name);

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	for (unsigned n = 1; came; n++) {
		int rc;

		assert_int_equal(io_write_file(name, bytes_of_text("old"),
		    IO_REPLACE, &e), 0);
		io_fail_at(n);
		rc = io_write_file(name, bytes_of_text("new"), IO_REPLACE, &e);
		came = io_calls() >= n;
		io_fail_at(0);
		failures += rc < 0;
		err_clear(&e);
		assert_int_equal(io_read_file(&got, name, 10, &e), 0);
		assert_string_equal((char *)got.at, rc < 0 ? "old" : "new");
		buffer_fini(&got);
	}
	assert_int_equal(failures, 4); /* open, write, fsync, rename */
	assert_int_equal(io_read_file(&got, name, 2, &e), -1);
	assert_int_equal(e.code, ERR_LIMIT);
	unlink(name);
}

static void
a_link_a_folder_and_a_fifo_are_no_files(void **state)
{
	char link[] = "/tmp/vereda-link-XXXXXX";
	struct buffer got = { 0 };
	struct err e = { 0 };

	(void)state;
	assert_int_equal(io_read_file(&got, "/", 10, &e), -1);
	assert_int_equal(e.code, ERR_NOT_A_FILE);
	err_clear(&e);
	close(mkstemp(link)); /* a name of our own */
	unlink(link);
	assert_int_equal(symlink("/etc/passwd", link), 0);
	assert_int_equal(io_read_file(&got, link, 1 << 20, &e), -1);
	assert_int_equal(e.code, ERR_STICK);
	unlink(link);
	err_clear(&e);
	assert_int_equal(mkfifo(link, 0600), 0);
	assert_int_equal(io_read_file(&got, link, 10, &e), -1);
	assert_int_equal(e.code, ERR_NOT_A_FILE);
	unlink(link);
}

/* A table of calls that are all interrupted. */
static ssize_t
interrupted_pread(int fd, void *out, size_t len, off_t offset)
{
	(void)fd;
	(void)out;
	(void)len;
	(void)offset;
	errno = EINTR;
	return -1;
}

static void
interrupted_and_short_calls_go_on_but_not_for_ever(void **state)
{
	static const struct io_fault harmless[] = {
		{ .at = 3, .error = EINTR },
		{ .at = 1, .error = IO_FAULT_SHORT, .for_ever = true },
	};
	struct io_ops stubborn = io_system;
	char name[] = "/tmp/vereda-unit-XXXXXX";
	struct buffer got = { 0 };
	struct err e = { 0 };
	int fd = mkstemp(name);

	(void)state;
	assert_true(fd >= 0);
	assert_int_equal(write(fd, "some text", 9), 9);
	close(fd);
	for (unsigned i = 0; i < 2; i++) {
		io_fail(harmless[i]);
		assert_int_equal(io_read_file(&got, name, 10, &e), 0);
		assert_true(io_calls() > 3);
		io_fail_at(0);
		assert_string_equal((char *)got.at, "some text");
		buffer_fini(&got);
	}
	stubborn.pread = interrupted_pread;
	io_use(&stubborn);
	assert_int_equal(io_read_file(&got, name, 10, &e), -1);
	assert_int_equal(e.code, ERR_STICK);
	io_use(NULL);
	unlink(name);
}

static void
json_is_escaped_and_nested(void **state)
{
	char *text = NULL;
	size_t len = 0;
	struct json j = { .out = open_memstream(&text, &len) };

	(void)state;
	json_object_begin(&j, NULL);
	json_text(&j, "a\"", "x\n\x1b\xFF\\");
	json_array_begin(&j, "b");
	json_number(&j, NULL, -5);
	json_bool(&j, NULL, true);
	json_array_end(&j);
	json_array_begin(&j, "empty");
	json_array_end(&j);
	json_object_end(&j);
	json_end(&j);
	fclose(j.out);
	assert_string_equal(text,
	    "{\n  \"a\\\"\": \"x\\n\\u001b\xEF\xBF\xBD\\\\\",\n"
	    "  \"b\": [\n    -5,\n    true\n  ],\n  \"empty\": []\n}\n");
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_first_error_stays_and_context_goes_in_front),
		cmocka_unit_test(
		    every_code_has_a_sentence_and_every_verdict_a_name),
		cmocka_unit_test(an_arena_gives_zeroed_pieces_and_keeps_little),
		cmocka_unit_test(a_reader_remembers_that_it_ran_past_the_end),
		cmocka_unit_test(sums_that_overflow_are_refused),
		cmocka_unit_test(only_strict_utf8_decodes),
		cmocka_unit_test(the_gate_stops_what_fools_a_terminal),
		cmocka_unit_test(only_days_that_exist_are_dates),
		cmocka_unit_test(seconds_and_dates_agree_both_ways),
		cmocka_unit_test(durations_are_counted_in_days),
		cmocka_unit_test(the_hash_is_the_one_that_b2sum_prints),
		cmocka_unit_test(a_failed_write_leaves_the_old_file),
		cmocka_unit_test(a_link_a_folder_and_a_fifo_are_no_files),
		cmocka_unit_test(
		    interrupted_and_short_calls_go_on_but_not_for_ever),
		cmocka_unit_test(json_is_escaped_and_nested),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
