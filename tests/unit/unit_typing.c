/*
 * Search as one types: on a keyboard, on the keys of a telephone, and faster
 * than a search.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "content_fixture.h"
#include "one_kiosk.h"
#include "text/keypad.h"

static struct catalog *catalog; /* on which K is */
static unsigned searches;       /* questions to the indexes */

static int
count_search(unsigned type, void *context, void *statement, void *text)
{
	(void)type;
	(void)context;
	(void)text;
	if (strstr(sqlite3_sql(statement), "index_part") != NULL)
		searches++;
	return 0;
}

static int
open_it(void **state)
{
	sqlite3 *db = content_fixture();
	struct err e = { 0 };

	(void)state;
	sqlite3_trace_v2(db, SQLITE_TRACE_STMT, count_search, NULL);
	catalog = catalog_new();
	if (catalog_add(catalog, db, &content_fixture_edition, &e) < 0)
		fail_msg("%s", e.text);
	kiosk_open_on(&k, catalog, "es", 80, 25);
	searches = 0;
	return 0;
}

static int
close_both(void **state)
{
	(void)state;
	kiosk_close(&k);
	catalog_free(catalog);
	return 0;
}

/* All keys come at once. */
static void
burst(const char *text)
{
	struct key keys[64];
	size_t count = 0;

	kiosk_pass(&k, 1000); /* or a letter twice would be one that bounced */
	for (; *text != '\0'; text++)
		keys[count++] = *text == 'B' ? key_of(UIKEY_BACKSPACE) :
		    *text == '!'	     ? key_of(UIKEY_ENTER) :
				       key_char((unsigned char)*text);
	app_keys(k.app, keys, count);
}

static void
what_was_meant_is_named_above_the_guesses(void **state)
{
	(void)state;
	kiosk_keys(&k, "17~pazaporte~");
	assert_shows("Quizá quiso decir: pasaporte");
	assert_shows(">1  Su pasaporte es suyo");
	kiosk_keys(&k, "BBBBBBBBB~pasaporte~");
	assert_false(kiosk_shows(&k, "Quizá"));
}

static void
guesses_stand_apart_from_what_was_found(void **state)
{
	char *row = NULL;

	(void)state;
	kiosk_keys(&k, "17~pasaporte patrono~");
	assert_shows("1 resultado");
	row = kiosk_row(&k, 4);
	assert_non_null(strstr(row, ">1  Su pasaporte es suyo"));
	free(row);
	row = kiosk_row(&k, 5);
	assert_string_equal(row, "   Quizá quiso decir:");
	free(row);
	row = kiosk_row(&k, 6);
	assert_non_null(strstr(row, " 2  "));
	free(row);
	kiosk_keys(&k, "v2");
	assert_int_not_equal(app_screen(k.app), SCREEN_SEARCH);
}

static void
on_a_keypad_the_index_knows_which_letters_are_meant(void **state)
{
	(void)state;
	k.settings.keypad_only = true;
	kiosk_keys(&k, "17");
	assert_shows("2 ABC");
	assert_shows("0 Atrás");
	kiosk_keys(&k, "~8472~");
	assert_shows("Palabra: visa_");
	assert_shows("Visa de trabajo H-2A: quién paga");
	kiosk_keys(&k, "~*33*8722256~");
	assert_shows("Palabra: visa de trabajo_");
	assert_shows(">1  Visa de trabajo H-2A: quién paga");
}

static void
on_a_keypad_plus_leads_to_the_list_and_0_back(void **state)
{
	(void)state;
	k.settings.keypad_only = true;
	kiosk_keys(&k, "17~72727~");
	assert_shows("Palabra: pasap_");
	kiosk_keys(&k, "+1");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	kiosk_keys(&k, "00");
	assert_shows("Palabra: pasap_");
	kiosk_keys(&k, "0");
	assert_shows("Palabra: pasa_");
	kiosk_keys(&k, "0000");
	assert_shows("Palabra: _");
	assert_int_equal(app_screen(k.app), SCREEN_SEARCH);
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
}

static void
on_a_keypad_numbers_are_numbers_too(void **state)
{
	(void)state;
	k.settings.keypad_only = true;
	kiosk_keys(&k, "17~1111~");
	assert_shows("Palabra: 1111_");
	kiosk_keys(&k, "~/.,~");
	assert_shows("Palabra: 1111_");
}

static void
keys_in_a_row_are_looked_up_once(void **state)
{
	unsigned one = 0;

	(void)state;
	kiosk_keys(&k, "17~visa~");
	one = searches;
	kiosk_keys(&k, "BBBB");
	searches = 0;
	burst("visa");
	assert_shows("Palabra: visa_");
	assert_shows("3 resultados");
	assert_true(searches > 0);
	assert_true(searches < one);
}

static void
a_key_that_chooses_sees_what_was_typed_before(void **state)
{
	(void)state;
	kiosk_keys(&k, "17");
	burst("soldadura basica!");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	assert_shows("Soldadura básica");
}

static void
typing_and_erasing_in_a_row_leads_back_no_further(void **state)
{
	(void)state;
	kiosk_keys(&k, "17");
	burst("viBB");
	assert_shows("Palabra: _");
	burst("vBB");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
}

static void
letters_are_on_the_keys_of_a_telephone(void **state)
{
	(void)state;
	assert_int_equal(keypad_digit('a'), '2');
	assert_int_equal(keypad_digit('s'), '7');
	assert_int_equal(keypad_digit('z'), '9');
	assert_int_equal(keypad_digit('5'), '5');
	assert_int_equal(keypad_digit(' '), 0);
	assert_int_equal(keypad_digit('\0'), 0);
	assert_string_equal(keypad_letters('9'), "wxyz");
	assert_string_equal(keypad_letters('1'), "");
	for (char digit = '2'; digit <= '9'; digit++)
		for (const char *p = keypad_letters(digit); *p != '\0'; p++)
			assert_int_equal(keypad_digit(*p), digit);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, open_it, close_both)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_meant_is_named_above_the_guesses),
		TEST(guesses_stand_apart_from_what_was_found),
		TEST(on_a_keypad_the_index_knows_which_letters_are_meant),
		TEST(on_a_keypad_plus_leads_to_the_list_and_0_back),
		TEST(on_a_keypad_numbers_are_numbers_too),
		TEST(keys_in_a_row_are_looked_up_once),
		TEST(a_key_that_chooses_sees_what_was_typed_before),
		TEST(typing_and_erasing_in_a_row_leads_back_no_further),
		cmocka_unit_test(letters_are_on_the_keys_of_a_telephone),
	};

	return cmocka_run_group_tests_name("typing", tests, screens_begin,
	    screens_end);
}
