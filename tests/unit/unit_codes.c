/*
 * Short codes, and QR codes of texts.
 */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "unit.h"

#include "base/compiler.h"
#include "catalog/short_code.h"
#include "out/qr.h"

/* The digits of the code of SLUG alone. */
static void
digits_of(char out[SHORT_CODE_DIGITS + 1], const char *slug)
{
	char code[SHORT_CODE_SIZE];

	short_code(code, slug);
	snprintf(out, SHORT_CODE_DIGITS + 1, "%.3s%.3s", code + 2, code + 6);
}

static void
assert_reads(const char *typed, bool keypad, enum short_code_typed as,
    const char *code)
{
	char out[SHORT_CODE_SIZE];

	assert_int_equal(short_code_read(out, typed, keypad), as);
	assert_string_equal(out, code);
}

/* For ever: they stand on paper. */
static void
a_code_is_the_same_in_every_edition(void **state)
{
	static const struct {
		const char *slug, *code;
	} known[] = {
		{ "no-recruitment-fees", "V-498 858" },
		{ "mx-911", "V-831 206" },
		{ "", "V-560 379" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(known); i++) {
		char code[SHORT_CODE_SIZE];

		short_code(code, known[i].slug);
		assert_string_equal(code, known[i].code);
	}
}

static void
a_code_is_read_with_blanks_and_hyphens_anywhere(void **state)
{
	(void)state;
	assert_reads("V-498 858", false, SHORT_CODE_WHOLE, "V-498 858");
	assert_reads("v498858", false, SHORT_CODE_WHOLE, "V-498 858");
	assert_reads(" v - 4 9 8-858 ", false, SHORT_CODE_WHOLE, "V-498 858");
	assert_reads("498858", false, SHORT_CODE_BARE, "V-498 858");
	assert_reads("498 858", true, SHORT_CODE_BARE, "V-498 858");
	assert_reads("8498858", true, SHORT_CODE_BARE, "V-498 858");
}

static void
what_is_no_code_is_none(void **state)
{
	(void)state;
	assert_reads("", false, SHORT_CODE_NONE, "");
	assert_reads("v", false, SHORT_CODE_NONE, "");
	assert_reads("visa", false, SHORT_CODE_NONE, "");
	assert_reads("v498858a", false, SHORT_CODE_NONE, "");
	assert_reads("911", false, SHORT_CODE_NONE, "");
	assert_reads("498857", false, SHORT_CODE_NONE, "");
	assert_reads("8498858", false, SHORT_CODE_NONE, "");
	assert_reads("8498857", true, SHORT_CODE_NONE, "");
	assert_reads("84988588", true, SHORT_CODE_NONE, "");
	assert_reads("v4988", false, SHORT_CODE_PART, "");
	assert_reads("v498857", false, SHORT_CODE_WRONG, "");
	assert_reads("v4988580", false, SHORT_CODE_WRONG, "");
	assert_reads("v49885800000000000000", false, SHORT_CODE_WRONG, "");
}

/* Every digit in every place, and every two neighbours. */
static void
a_wrong_digit_or_two_that_changed_places_are_seen(void **state)
{
	char out[SHORT_CODE_SIZE];

	(void)state;
	for (unsigned n = 0; n < 200; n++) {
		char slug[16];
		char right[SHORT_CODE_DIGITS + 1];

		snprintf(slug, sizeof slug, "entry-%u", n);
		digits_of(right, slug);
		assert_int_equal(short_code_read(out, right, false),
		    SHORT_CODE_BARE);
		for (int i = 0; i < SHORT_CODE_DIGITS; i++) {
			char typed[SHORT_CODE_DIGITS + 1];

			for (char c = '0'; c <= '9'; c++) {
				memcpy(typed, right, sizeof typed);
				typed[i] = c;
				assert_int_equal(
				    short_code_read(out, typed, false),
				    c == right[i] ? SHORT_CODE_BARE
						  : SHORT_CODE_NONE);
			}
			memcpy(typed, right, sizeof typed);
			if (i == 0 || typed[i] == typed[i - 1])
				continue;
			typed[i] = right[i - 1];
			typed[i - 1] = right[i];
			assert_int_equal(short_code_read(out, typed, false),
			    SHORT_CODE_NONE);
		}
	}
}

/* --- QR --- */

/* Bytes that fit into a code of SIZE modules at the lowest level. */
static size_t
room_of(int size)
{
	struct arena *a = arena_new();
	char text[512] = "";
	struct qr qr;

	while (strlen(text) < sizeof text - 1) {
		text[strlen(text)] = 'x';
		if (!qr_make(&qr, text, size, a))
			break;
	}
	arena_free(a);
	return strlen(text) - 1;
}

/* ISO/IEC 18004, table 7: versions 1, 2, 4, 6, level L. */
static void
a_code_holds_what_the_standard_says(void **state)
{
	(void)state;
	assert_int_equal(room_of(21), 17);
	assert_int_equal(room_of(25), 32);
	assert_int_equal(room_of(33), 78);
	assert_int_equal(room_of(41), 134);
}

static void
a_code_is_as_small_as_it_can_be(void **state)
{
	struct arena *a = arena_new();
	struct qr qr;

	(void)state;
	assert_true(qr_make(&qr, "V-498 858", 41, a));
	assert_int_equal(qr.size, 21);
	/* the corner of a finder pattern, and the light around it */
	assert_true(qr_is_dark(&qr, 0, 0) && qr_is_dark(&qr, 6, 6));
	assert_false(qr_is_dark(&qr, 7, 7));
	assert_false(qr_is_dark(&qr, -1, 0) || qr_is_dark(&qr, 0, 21));
	arena_free(a);
}

static void
what_does_not_fit_gives_no_code(void **state)
{
	struct arena *a = arena_new();
	struct qr qr;

	(void)state;
	assert_false(qr_make(&qr, "V-498 858", 20, a));
	assert_false(qr_make(&qr, "", 41, a));
	assert_int_equal(qr.size, 0);
	assert_false(qr_is_dark(&qr, 0, 0));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_is_the_same_in_every_edition),
		cmocka_unit_test(
		    a_code_is_read_with_blanks_and_hyphens_anywhere),
		cmocka_unit_test(what_is_no_code_is_none),
		cmocka_unit_test(
		    a_wrong_digit_or_two_that_changed_places_are_seen),
		cmocka_unit_test(a_code_holds_what_the_standard_says),
		cmocka_unit_test(a_code_is_as_small_as_it_can_be),
		cmocka_unit_test(what_does_not_fit_gives_no_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
