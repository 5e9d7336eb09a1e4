/*
 * ui/: the surface, the roles, and the way from bytes to keys.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/utf8.h"
#include "contrast.h"
#include "ui/input.h"
#include "ui/role.h"
#include "ui/session.h"
#include "ui/surface.h"

/* --- the surface --- */

static void
text_is_clipped_at_every_edge(void **state)
{
	struct surface s;

	(void)state;
	surface_init(&s, 5, 2);
	assert_int_equal(surface_text(&s, -2, 0, 99, ROLE_TITLE, "abcdefghij"),
	    10);
	assert_int_equal(surface_cell(&s, 0, 0)->code, 'c');
	assert_int_equal(surface_cell(&s, 4, 0)->code, 'g');
	assert_int_equal(surface_cell(&s, 0, 1)->code, ' ');
	surface_text(&s, 0, 7, 99, ROLE_TITLE, "x");
	surface_text(&s, 0, -1, 99, ROLE_TITLE, "x");
	assert_int_equal(surface_text(&s, 0, 1, 3, ROLE_PAGE, "abcdef"), 3);
	assert_int_equal(surface_cell(&s, 3, 1)->code, ' ');
	assert_null(surface_cell(&s, 5, 0));
	assert_null(surface_cell(&s, 0, 2));
	surface_fill(&s, -3, -3, 100, 100, ROLE_ALERT);
	assert_int_equal(surface_cell(&s, 4, 1)->role, ROLE_ALERT);
	surface_fini(&s);
}

static void
text_at_the_right_ends_where_it_was_told(void **state)
{
	struct surface s;

	(void)state;
	surface_init(&s, 10, 1);
	surface_text_right(&s, 2, 0, 7, ROLE_PAGE, "ñu");
	assert_int_equal(surface_cell(&s, 7, 0)->code, 0xF1);
	assert_int_equal(surface_cell(&s, 8, 0)->code, 'u');
	assert_int_equal(surface_cell(&s, 9, 0)->code, ' ');
	surface_fini(&s);
}

/* Controls, broken UTF-8, bidi, wide and combining letters. */
static void
nothing_unsafe_gets_into_a_cell(void **state)
{
	static const char *const bad[] = { "\x1b", "\n", "\x07", "\xFE",
		"\xC2\x9B", "\xE2\x80\xAE", "\xE4\xB8\xAD", "\xCC\x81",
		"\xEF\xBB\xBF", "\x7F" };
	struct surface s;

	(void)state;
	surface_init(&s, 4, 1);
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		surface_wipe(&s);
		surface_text(&s, 0, 0, 4, ROLE_PAGE, bad[i]);
		assert_int_equal(surface_cell(&s, 0, 0)->code,
		    UTF8_REPLACEMENT);
	}
	surface_fini(&s);
}

static void
the_target_that_was_drawn_last_lies_on_top(void **state)
{
	struct surface s;

	(void)state;
	surface_init(&s, 20, 10);
	surface_target(&s, 0, 0, 10, 10, key_char('1'));
	surface_target(&s, 5, 5, 2, 2, key_char('2'));
	assert_int_equal(surface_tap(&s, 4, 4).code, '1');
	assert_int_equal(surface_tap(&s, 6, 6).code, '2');
	assert_int_equal(surface_tap(&s, 7, 7).code, '1');
	assert_int_equal(surface_tap(&s, 10, 0).kind, UIKEY_NONE);
	for (int i = 0; i < 2 * SURFACE_TARGETS_MAX; i++)
		surface_target(&s, 0, 0, 1, 1, key_char('3'));
	assert_int_equal(s.target_count, SURFACE_TARGETS_MAX);
	surface_wipe(&s);
	assert_int_equal(surface_tap(&s, 4, 4).kind, UIKEY_NONE);
	surface_fini(&s);
}

static void
a_surface_has_at_least_one_cell_and_at_most_its_limit(void **state)
{
	struct surface s;

	(void)state;
	surface_init(&s, 0, -5);
	assert_int_equal(s.width * s.height, 1);
	surface_resize(&s, 100000, 100000);
	assert_int_equal(s.width, SURFACE_WIDTH_MAX);
	assert_int_equal(s.height, SURFACE_HEIGHT_MAX);
	surface_cursor(&s, 1000000, -1);
	assert_int_equal(s.cursor_x, SURFACE_WIDTH_MAX - 1);
	assert_int_equal(s.cursor_y, 0);
	surface_fini(&s);
}

static void
a_wiped_session_keeps_nothing_but_its_new_language(void **state)
{
	struct session s;
	struct session fresh = { .lang = "ht" };

	(void)state;
	memset(&s, 0x55, sizeof s);
	snprintf(s.lang, sizeof s.lang, "ht");
	session_wipe(&s, s.lang); /* out of itself */
	assert_memory_equal(&s, &fresh, sizeof s);
}

/* --- roles: contrast after WCAG 2.1, measured on four palettes --- */

static void
every_role_can_be_read_on_every_palette(void **state)
{
	(void)state;
	for (int p = PALETTE_8; p < PALETTE_COUNT; p++)
		for (int role = 0; role < ROLE_COUNT; role++)
			for (size_t i = 0; i < contrast_palettes; i++) {
				const struct role_look *look =
				    role_look(p, role);
				double least = p == PALETTE_8 ? 4.5 : 7.0;

				if (p == PALETTE_8 && role == ROLE_ALERT)
					least = 3.9; /* and bold */
				assert_true(contrast_of(i, look->fg,
						look->bg) >= least);
			}
}

static void
bold_never_stands_on_black_letters_in_8_colours(void **state)
{
	(void)state;
	for (int role = 0; role < ROLE_COUNT; role++) {
		const struct role_look *look = role_look(PALETTE_8, role);

		assert_false(look->bold && look->fg == 0);
		/* where bold brightens, it is read all the better */
		for (size_t i = 0; look->bold && i < contrast_palettes; i++)
			assert_true(contrast_of(i, look->fg + 8,
					look->bg) >= 8.7);
	}
}

static void
without_colours_the_important_roles_still_differ(void **state)
{
	const struct role_look *page = role_look(PALETTE_MONO, ROLE_PAGE);
	static const enum role marked[] = { ROLE_TITLE, ROLE_HEADER,
		ROLE_FOOTER, ROLE_FOCUS, ROLE_ALERT, ROLE_OK, ROLE_FIELD };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(marked); i++) {
		const struct role_look *look = role_look(PALETTE_MONO,
		    marked[i]);

		assert_true(look->bold != page->bold ||
		    look->reverse != page->reverse);
		assert_int_equal(look->fg, -1);
	}
	for (int a = 0; a < ROLE_COUNT; a++)
		for (int b = 0; b < a; b++)
			assert_int_not_equal(role_letter(a), role_letter(b));
}

/* --- from bytes to keys --- */

static struct input in;
static struct keys keys;

static void
feed_at(int64_t now, const char *bytes, size_t len)
{
	memset(&keys, 0, sizeof keys);
	input_bytes(&in, bytes_of(bytes, len), now, &keys);
}

static void
feed(const char *bytes)
{
	input_init(&in);
	feed_at(1000, bytes, strlen(bytes));
}

static void
assert_one(enum key_kind kind, uint32_t code)
{
	assert_int_equal(keys.count, 1);
	assert_int_equal(keys.at[0].kind, kind);
	assert_int_equal(keys.at[0].code, code);
}

static void
of_the_control_codes_only_five_are_keys(void **state)
{
	(void)state;
	for (int code = 0; code < 33; code++) {
		char byte = code < 32 ? (char)code : 127;

		input_init(&in);
		feed_at(1000, &byte, 1);
		if (byte == '\r' || byte == '\n')
			assert_one(UIKEY_ENTER, 0);
		else if (byte == '\t')
			assert_one(UIKEY_TAB, 0);
		else if (byte == '\b' || byte == 127)
			assert_one(UIKEY_BACKSPACE, 0);
		else
			assert_int_equal(keys.count, 0); /* Esc waits */
	}
}

static void
an_escape_that_stays_alone_for_30_ms_is_the_key(void **state)
{
	(void)state;
	feed("\033");
	assert_int_equal(input_wait(&in, 1010), 20);
	input_tick(&in, 1029, &keys);
	assert_int_equal(keys.count, 0);
	input_tick(&in, 1030, &keys);
	assert_one(UIKEY_ESCAPE, 0);
	assert_int_equal(input_wait(&in, 1030), -1);
	feed("\033\033");
	assert_one(UIKEY_ESCAPE, 0);
	feed("\033");
	feed_at(1050, "5", 1); /* too late to belong to it */
	assert_int_equal(keys.count, 2);
	assert_int_equal(keys.at[0].kind, UIKEY_ESCAPE);
	assert_int_equal(keys.at[1].code, '5');
}

static void
the_keypad_says_the_same_in_every_mode(void **state)
{
	static const struct {
		const char *bytes;
		enum key_kind kind;
		uint32_t code;
	} same[] = {
		{ "\033Op", UIKEY_CHAR, '0' },
		{ "\033Ot", UIKEY_CHAR, '4' }, /* F5 in vt100's terminfo */
		{ "\033Oy", UIKEY_CHAR, '9' },
		{ "\033Ok", UIKEY_CHAR, '+' },
		{ "\033Oj", UIKEY_CHAR, '*' },
		{ "\033OM", UIKEY_ENTER, 0 },
		{ "\033OA", UIKEY_UP, 0 },
		{ "\033[A", UIKEY_UP, 0 },
		{ "\033[H", UIKEY_HOME, 0 },
		{ "\033[1~", UIKEY_HOME, 0 },
		{ "\033[[A", UIKEY_F, 1 },
		{ "\033OP", UIKEY_F, 1 },
		{ "\033[11~", UIKEY_F, 1 },
		{ "\033[21~", UIKEY_F, 10 },
		{ "\x9B" "21~", UIKEY_F, 10 },
		{ "\033[Z", UIKEY_BACKTAB, 0 },
		{ "\033[6~", UIKEY_PAGE_DOWN, 0 },
		{ "5", UIKEY_CHAR, '5' },
		{ "\xC3\xB1", UIKEY_CHAR, 0xF1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(same); i++) {
		feed(same[i].bytes);
		assert_one(same[i].kind, same[i].code);
	}
}

/* Longer than INPUT_SEQUENCE_MAX. */
#define LONG_SEQUENCE \
	"\033[1111111111111111111111111111111111111111111111111111111" \
	"1111111111111111111111111111111111~"

static void
unknown_sequences_leave_no_digit_behind(void **state)
{
	static const char *const unknown[] = { "\033[25;2~", "\033[1;5A",
		"\033[?62;1;4c", "\033[200;1;3;2;1~", "\033Oz", "\0335",
		"\033]11;rgb:00/11/22\007", "\033P1$r0m\033\\", "\033[I",
		"\033[<64;5;9M", "\033[<0;0;0m", "\033[<999999;1;1M",
		"\033[M !!", "\033_5\\5\033\\", "\033[[9",
		LONG_SEQUENCE,
		"\xC0\x80", "\xED\xA0\x80", "\xFF", "\xF4\x90\x80\x80",
		"\xE2\x80\xAE", "\xC2\x9B", "\xCC\x81" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(unknown); i++) {
		char bytes[160];

		feed(unknown[i]);
		assert_int_equal(keys.count, 0);
		snprintf(bytes, sizeof bytes, "%s5", unknown[i]);
		feed(bytes);
		assert_one(UIKEY_CHAR, '5');
	}
}

static void
a_sequence_that_stops_in_the_middle_is_given_up(void **state)
{
	(void)state;
	feed("\033[12");
	assert_int_equal(keys.count, 0);
	feed_at(1030, "7", 1);
	assert_one(UIKEY_CHAR, '7');
	feed("\xC3");
	feed_at(1001, "7", 1); /* a letter that never came whole */
	assert_one(UIKEY_CHAR, '7');
}

static void
a_sequence_may_come_byte_by_byte(void **state)
{
	static const char bytes[] = "\033[21~";

	(void)state;
	input_init(&in);
	for (size_t i = 0; i < sizeof bytes - 1; i++)
		feed_at(1000 + (int64_t)i, &bytes[i], 1);
	assert_one(UIKEY_F, 10);
}

static void
a_tap_is_a_finger_that_comes_up_where_it_went_down(void **state)
{
	(void)state;
	feed("\033[<0;301;10M");
	assert_int_equal(keys.count, 0);
	feed_at(1080, "\033[<0;302;10m", 13);
	assert_one(UIKEY_TAP, 0);
	assert_int_equal(keys.at[0].x, 301);
	assert_int_equal(keys.at[0].y, 9);
	feed_at(1100, "\033[<0;302;10M\033[<0;302;10m", 25);
	assert_int_equal(keys.count, 0); /* the same finger, twice */
	feed_at(1400, "\033[<0;302;10M\033[<0;302;10m", 25);
	assert_int_equal(keys.count, 1);
	feed("\033[<0;5;5M\033[<0;30;5m");
	assert_int_equal(keys.count, 0); /* it slipped away */
	feed("\033[<2;5;5M\033[<2;5;5m");
	assert_int_equal(keys.count, 0);
	feed("\033[M !!\033[M#!!");
	assert_one(UIKEY_TAP, 0);
	assert_int_equal(keys.at[0].x, 0);
}

static void
a_paste_does_nothing(void **state)
{
	(void)state;
	feed("\033[200~1\r2\0333\033[A\033[201~7");
	assert_one(UIKEY_CHAR, '7');
	feed("\033[200~12");
	assert_int_equal(keys.count, 0);
	assert_int_equal(input_wait(&in, 1000), INPUT_PASTE_MS);
	feed_at(1400, "3", 1); /* still pasting */
	assert_int_equal(keys.count, 0);
	feed_at(1400 + INPUT_PASTE_MS, "4", 1); /* its end got lost */
	assert_one(UIKEY_CHAR, '4');
}

static void
more_than_eight_keys_at_once_are_noise_on_a_menu(void **state)
{
	(void)state;
	feed("12345678");
	input_drop_noise(&in, &keys, false, 1000);
	assert_int_equal(keys.count, 8);
	feed_at(1010, "9", 1);
	input_drop_noise(&in, &keys, false, 1010);
	assert_int_equal(keys.count, 0);
	feed_at(1021, "9", 1);
	input_drop_noise(&in, &keys, false, 1021);
	assert_int_equal(keys.count, 1);
	feed("pasaporte");
	input_drop_noise(&in, &keys, true, 1000);
	assert_int_equal(keys.count, 9);
	/* a key that is held down repeats 60 times a second */
	input_init(&in);
	for (int64_t now = 0; now < 3000; now += 16) {
		feed_at(now, "\033[B", 3);
		input_drop_noise(&in, &keys, false, now);
		assert_int_equal(keys.count, 1);
	}
}

static void
what_terminfo_says_never_overrules_the_table(void **state)
{
	(void)state;
	input_init(&in);
	input_learn(&in, "\033Ot", key_f(5)); /* vt100 */
	input_learn(&in, "\033[242z", key_f(1)); /* a Sun */
	input_learn(&in, "5", key_f(1));
	input_learn(&in, "\033x", key_f(1));
	assert_int_equal(in.learnt_count, 1);
	feed_at(1000, "\033[242z", 6);
	assert_one(UIKEY_F, 1);
	input_wipe(&in);
	feed_at(1000, "\033[242z", 6);
	assert_one(UIKEY_F, 1);
}

static void
a_hundred_thousand_random_bytes_do_no_harm(void **state)
{
	uint32_t seed = 20261125;

	(void)state;
	input_init(&in);
	for (int64_t i = 0; i < 100000; i++) {
		char byte;

		seed = seed * 1664525u + 1013904223u;
		byte = (char)(seed >> 24);
		feed_at(i / 7, &byte, 1);
		assert_true(keys.count <= 2);
		for (size_t k = 0; k < keys.count; k++) {
			struct key key = keys.at[k];

			assert_true(key.kind != UIKEY_NONE);
			if (key.kind == UIKEY_CHAR)
				assert_true(key.code >= ' ' &&
				    utf8_is_safe(key.code));
		}
	}
	feed_at(1000000, "5", 1);
	assert_true(keys.count >= 1);
	assert_int_equal(keys.at[keys.count - 1].code, '5');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_clipped_at_every_edge),
		cmocka_unit_test(text_at_the_right_ends_where_it_was_told),
		cmocka_unit_test(nothing_unsafe_gets_into_a_cell),
		cmocka_unit_test(the_target_that_was_drawn_last_lies_on_top),
		cmocka_unit_test(
		    a_surface_has_at_least_one_cell_and_at_most_its_limit),
		cmocka_unit_test(
		    a_wiped_session_keeps_nothing_but_its_new_language),
		cmocka_unit_test(every_role_can_be_read_on_every_palette),
		cmocka_unit_test(
		    bold_never_stands_on_black_letters_in_8_colours),
		cmocka_unit_test(
		    without_colours_the_important_roles_still_differ),
		cmocka_unit_test(of_the_control_codes_only_five_are_keys),
		cmocka_unit_test(
		    an_escape_that_stays_alone_for_30_ms_is_the_key),
		cmocka_unit_test(the_keypad_says_the_same_in_every_mode),
		cmocka_unit_test(unknown_sequences_leave_no_digit_behind),
		cmocka_unit_test(
		    a_sequence_that_stops_in_the_middle_is_given_up),
		cmocka_unit_test(a_sequence_may_come_byte_by_byte),
		cmocka_unit_test(
		    a_tap_is_a_finger_that_comes_up_where_it_went_down),
		cmocka_unit_test(a_paste_does_nothing),
		cmocka_unit_test(
		    more_than_eight_keys_at_once_are_noise_on_a_menu),
		cmocka_unit_test(what_terminfo_says_never_overrules_the_table),
		cmocka_unit_test(a_hundred_thousand_random_bytes_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
