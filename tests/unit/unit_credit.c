/*
 * What the reader can do, and which countries it counts in: the list of
 * work, what recognises it, and what two countries agreed.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "one_kiosk.h"

static int
open_options_wide(void **state)
{
	(void)state;
	kiosk_open_options(&k, "en", 80, 25);
	return 0;
}

static int
open_options_narrow(void **state)
{
	(void)state;
	kiosk_open_options(&k, "en", 40, 15);
	return 0;
}

/* The row that TEXT stands on; -1 for none. */
static int
row_of(const char *text)
{
	int found = -1;

	for (int y = 0; y < app_height(k.app) && found < 0; y++) {
		char *row = kiosk_row(&k, y);

		if (strstr(row, text) != NULL)
			found = y;
		free(row);
	}
	return found;
}

/* Both are there, and FIRST stands above SECOND. */
static void
assert_above(const char *first, const char *second)
{
	assert_shows(first);
	assert_shows(second);
	assert_true(row_of(first) < row_of(second));
}

static void
work_is_listed_under_the_names_that_people_use(void **state)
{
	(void)state;
	kiosk_keys(&k, "25");
	assert_int_equal(app_screen(k.app), SCREEN_WORK);
	assert_above("1  Cook", "2  Mason");
	assert_above("2  Mason", "bricklayer, block layer");
}

static void
the_old_topic_has_a_number_there(void **state)
{
	(void)state;
	kiosk_keys(&k, "259");
	assert_int_equal(app_screen(k.app), SCREEN_TOPIC);
	assert_shows("Using what I know already");
}

static void
certificates_come_before_courses(void **state)
{
	(void)state;
	kiosk_keys(&k, "252");
	assert_int_equal(app_screen(k.app), SCREEN_OCCUPATION);
	assert_above("Certify my trade as a mason", "Basic welding");
	assert_shows("Guatemala · Certificate of a trade · Instituto C");
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_OPTION);
}

static void
demand_stands_above_with_its_source(void **state)
{
	(void)state;
	kiosk_keys(&k, "252");
	assert_above("There are not enough people", "Certify my trade");
	assert_above("It is asked for in: Guatemala, Honduras",
	    "Source: Principios de contratación");
	kiosk_keys(&k, "9"); /* nothing is hidden, so nothing is behind it */
	assert_int_equal(app_screen(k.app), SCREEN_OCCUPATION);
}

static void
demand_has_a_number_where_there_is_no_room(void **state)
{
	(void)state;
	kiosk_keys(&k, "252");
	assert_shows("9  Why it is asked for, and where");
	kiosk_keys(&k, "9");
	assert_int_equal(app_screen(k.app), SCREEN_DEMAND);
	assert_shows("There are not enough people");
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_OCCUPATION);
}

static void
work_without_options_says_whom_to_ask(void **state)
{
	(void)state;
	kiosk_keys(&k, "251");
	assert_shows("No course is known. Ask the staff.");
}

/* Neither on its page, nor beside another that says it, nor on the plan. */
static void
what_nobody_says_must_be_asked(void **state)
{
	(void)state;
	kiosk_keys(&k, "24" "8" "4");
	assert_shows("Family garden");
	assert_shows("Cost: ask the centre");
	assert_shows("It lasts: ask the centre");
	assert_above("PAPERS TO BRING", "Ask the centre.");
	kiosk_keys(&k, "6" "0" "16" "0" "0" "9");
	assert_int_equal(app_screen(k.app), SCREEN_COMPARE);
	assert_shows("ask the centre");
	assert_int_equal(row_of("Holds in"), row_of("Guatemala, Honduras"));
}

static void
work_and_options_go_onto_the_plan(void **state)
{
	(void)state;
	kiosk_keys(&k, "2525");
	assert_shows("5 My plan (1)");
	kiosk_keys(&k, "01");
	kiosk_keys(&k, "5");
	kiosk_keys(&k, "5");
	assert_int_equal(app_screen(k.app), SCREEN_PLAN);
	assert_shows("See what recognises this work");
	assert_above("Certify my trade as a mason", "Ask at the centre");
}

static void
the_country_of_the_kiosk_is_the_first_and_chosen(void **state)
{
	(void)state;
	kiosk_keys(&k, "258");
	assert_int_equal(app_screen(k.app), SCREEN_PAIR);
	assert_shows("1  I am from: Guatemala");
	assert_shows("2  I was or I go to: choose");
	assert_shows("Choose both countries.");
	kiosk_keys(&k, "1");
	assert_shows(">1  Guatemala");
	assert_shows("[x]");
}

/* From Guatemala to the country that is called NAME. */
static void
choose_to(const char *name)
{
	char digit[] = "1";
	char *row = NULL;

	kiosk_keys(&k, "2582");
	assert_int_equal(app_screen(k.app), SCREEN_COUNTRY);
	assert_int_equal(row_of("Guatemala"), -1); /* it is the other one */
	row = kiosk_row(&k, row_of(name));
	digit[0] = row[strcspn(row, "123456789")];
	free(row);
	kiosk_keys(&k, digit);
	assert_int_equal(app_screen(k.app), SCREEN_PAIR);
}

static void
what_is_in_force_comes_before_what_is_signed(void **state)
{
	(void)state;
	choose_to("Mexico");
	assert_above("Border card", "Apostille");
	assert_above("It is in force. A year", "Both countries ratified it.");
	assert_above("Apostille", "Adding up");
	assert_shows("Signed, perhaps not yet in force. Ask first. Would add.");
	assert_above("Adding up", "Harvest pilot");
	assert_shows("We could not confirm it. Ask first.");
	assert_above("Harvest pilot", "Convention on degrees");
	assert_shows("Both signed it. Ask whether it is in force.");
	kiosk_keys(&k, "3");
	assert_int_equal(app_screen(k.app), SCREEN_AGREEMENT);
}

static void
two_countries_without_anything_are_told_whom_to_ask(void **state)
{
	(void)state;
	choose_to("United States");
	assert_shows("We found nothing that these two countries agreed.");
	assert_int_equal(row_of("Pensions"), -1);
	kiosk_keys(&k, "9");
	assert_int_equal(app_screen(k.app), SCREEN_HELP);
}

/* A convention that one of them stays out of is not shared. */
static void
who_takes_no_part_shares_nothing(void **state)
{
	(void)state;
	choose_to("Honduras");
	assert_int_equal(row_of("Convention on degrees"), -1);
}

static void
the_countries_end_with_the_session(void **state)
{
	(void)state;
	choose_to("Mexico");
	kiosk_press(&k, (struct key){ .kind = UIKEY_F, .code = 10 });
	assert_int_equal(app_screen(k.app), SCREEN_END);
	kiosk_keys(&k, "558");
	assert_shows("2  I was or I go to: choose");
}

#define WIDE(test) \
	cmocka_unit_test_setup_teardown(test, open_options_wide, close_it)
#define NARROW(test) \
	cmocka_unit_test_setup_teardown(test, open_options_narrow, close_it)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WIDE(work_is_listed_under_the_names_that_people_use),
		WIDE(the_old_topic_has_a_number_there),
		WIDE(certificates_come_before_courses),
		WIDE(demand_stands_above_with_its_source),
		NARROW(demand_has_a_number_where_there_is_no_room),
		WIDE(work_without_options_says_whom_to_ask),
		WIDE(what_nobody_says_must_be_asked),
		WIDE(work_and_options_go_onto_the_plan),
		WIDE(the_country_of_the_kiosk_is_the_first_and_chosen),
		WIDE(what_is_in_force_comes_before_what_is_signed),
		WIDE(two_countries_without_anything_are_told_whom_to_ask),
		WIDE(who_takes_no_part_shares_nothing),
		WIDE(the_countries_end_with_the_session),
	};

	return cmocka_run_group_tests_name("credit", tests, screens_begin,
	    screens_end);
}
