/*
 * My plan: the list itself, and the screens in the words of the Spanish
 * catalogue.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "one_kiosk.h"
#include "ui/plan.h"

static void
a_plan_takes_each_thing_once_and_no_more_than_it_holds(void **state)
{
	struct plan p = { 0 };
	char slug[] = "entry-a";

	(void)state;
	assert_true(plan_add(&p, "course-cv", 0));
	assert_true(plan_add(&p, "course-cv", 2)); /* a lesson of it */
	assert_false(plan_add(&p, "course-cv", 2));
	assert_int_equal(plan_find(&p, "course-cv", 2), 1);
	assert_int_equal(plan_find(&p, "course-cv", 1), -1);
	for (size_t i = p.count; i < PLAN_MAX; i++) {
		slug[6]++;
		assert_true(plan_add(&p, slug, 0));
	}
	assert_false(plan_add(&p, "one-more", 0));
	assert_int_equal(p.count, PLAN_MAX);
}

static void
a_slug_that_does_not_fit_is_not_taken(void **state)
{
	struct plan p = { 0 };
	char slug[ENTRY_SLUG_SIZE + 1];

	(void)state;
	memset(slug, 'a', sizeof slug);
	slug[ENTRY_SLUG_SIZE] = '\0';
	assert_false(plan_add(&p, slug, 0));
	slug[ENTRY_SLUG_SIZE - 1] = '\0';
	assert_true(plan_add(&p, slug, 0));
}

static void
what_is_removed_or_moved_leaves_the_others_in_order(void **state)
{
	static const struct plan_item none;
	struct plan p = { 0 };

	(void)state;
	assert_true(plan_add(&p, "a", 0) && plan_add(&p, "b", 0) &&
	    plan_add(&p, "c", 0));
	assert_int_equal(plan_move(&p, 2, -1), 1);
	assert_int_equal(plan_move(&p, 0, -1), 0); /* no further */
	assert_int_equal(plan_move(&p, 2, 1), 2);
	plan_remove(&p, 0);
	plan_remove(&p, 7);
	plan_remove(&p, -1);
	assert_int_equal(p.count, 2);
	assert_string_equal(p.items[0].slug, "c");
	assert_string_equal(p.items[1].slug, "b");
	assert_memory_equal(&p.items[2], &none, sizeof none);
}

/* --- screens --- */

static void
five_takes_along_and_then_shows_the_plan(void **state)
{
	(void)state;
	kiosk_keys(&k, "19"); /* the alert of the band */
	assert_shows("5 Llevar");
	kiosk_keys(&k, "5");
	assert_int_equal(app_screen(k.app), SCREEN_TAKE);
	assert_shows("5 Mi plan (1)");
	kiosk_keys(&k, "5");
	assert_int_equal(app_screen(k.app), SCREEN_PLAN);
	assert_shows("Compruebe antes de pagar o firmar");
}

static void
home_leads_to_the_plan_when_there_is_one(void **state)
{
	(void)state;
	kiosk_keys(&k, "1");
	assert_false(kiosk_shows(&k, "Mi plan"));
	kiosk_keys(&k, "+"); /* means nothing yet */
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
	kiosk_keys(&k, "9500");
	assert_shows("lan (1)");
	kiosk_keys(&k, "+");
	assert_int_equal(app_screen(k.app), SCREEN_PLAN);
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
}

/* An alert, a telephone, a text, a lesson and a course. */
static void
take_five(void)
{
	kiosk_keys(&k, "1950" "0645" "000");
	kiosk_keys(&k, "1115" "0000");
	kiosk_keys(&k, "4215" "00");
	kiosk_keys(&k, "31!1!2!5" "000" "0");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
	assert_shows("+ Mi plan (5)");
	kiosk_keys(&k, "+");
}

static void
every_kind_has_its_next_step(void **state)
{
	(void)state;
	take_five();
	assert_shows("Compruebe antes de pagar o firmar");
	assert_shows("Llame al 900 000");
	assert_shows("Léalo con alguien de confianza");
	assert_shows("Haga una lista");
	assert_shows("Leer la lección 1 de 2");
	assert_shows("Cuente su trabajo");
	assert_shows("Leer la lección 2 de 2"); /* the first one is read */
}

static void
a_step_opens_moves_and_goes(void **state)
{
	const struct plan *plan = NULL;

	(void)state;
	take_five();
	plan = &app_session(k.app)->plan;
	kiosk_keys(&k, "4");
	assert_int_equal(app_screen(k.app), SCREEN_STEP);
	assert_shows("Paso 4 de 5");
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_LESSON);
	assert_shows("Lección 1 de 2");
	kiosk_keys(&k, "02");
	assert_shows("Paso 3 de 5");
	kiosk_keys(&k, "333"); /* the last one goes no further */
	assert_shows("Paso 5 de 5");
	assert_string_equal(plan->items[4].slug, "tell-your-work");
	assert_int_equal(plan->items[4].part, 1);
	kiosk_keys(&k, "4");
	assert_int_equal(app_screen(k.app), SCREEN_PLAN);
	assert_int_equal(plan->count, 4);
}

static void
an_empty_plan_says_so(void **state)
{
	(void)state;
	kiosk_keys(&k, "1955" "14");
	assert_int_equal(app_screen(k.app), SCREEN_PLAN);
	assert_shows("Ahora no tiene nada.");
}

static void
what_the_content_has_no_more_goes_off_the_plan(void **state)
{
	struct plan *plan = NULL;

	(void)state;
	kiosk_keys(&k, "195");
	plan = &app_session(k.app)->plan;
	assert_true(plan_add(plan, "no-such-entry", 0));
	assert_true(plan_add(plan, "tell-your-work", 7)); /* it has two */
	kiosk_keys(&k, "5");
	assert_int_equal(plan->count, 1);
	assert_shows("2 cosas ya no están publicadas.");
}

static void
a_full_plan_shows_itself(void **state)
{
	struct plan *plan = NULL;
	char slug[] = "entry-a";

	(void)state;
	kiosk_keys(&k, "19");
	plan = &app_session(k.app)->plan;
	for (; plan->count < PLAN_MAX; slug[6]++)
		assert_true(plan_add(plan, slug, 0));
	kiosk_keys(&k, "5");
	assert_int_equal(app_screen(k.app), SCREEN_TAKE);
	assert_shows("Su plan está lleno.");
	assert_shows("5 Mi plan (20)");
	kiosk_keys(&k, "5");
	assert_int_equal(app_screen(k.app), SCREEN_PLAN);
}

static void
nothing_of_a_plan_outlives_its_session(void **state)
{
	static const struct plan none;

	(void)state;
	take_five();
	kiosk_press(&k, key_f(10));
	assert_memory_equal(&app_session(k.app)->plan, &none, sizeof none);
}

#define WIDE(test) cmocka_unit_test_setup_teardown(test, open_wide, close_it)
#define NARROW(test) \
	cmocka_unit_test_setup_teardown(test, open_narrow, close_it)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_plan_takes_each_thing_once_and_no_more_than_it_holds),
		cmocka_unit_test(a_slug_that_does_not_fit_is_not_taken),
		cmocka_unit_test(
		    what_is_removed_or_moved_leaves_the_others_in_order),
		WIDE(five_takes_along_and_then_shows_the_plan),
		WIDE(home_leads_to_the_plan_when_there_is_one),
		NARROW(home_leads_to_the_plan_when_there_is_one),
		WIDE(every_kind_has_its_next_step),
		WIDE(a_step_opens_moves_and_goes),
		NARROW(an_empty_plan_says_so),
		WIDE(what_the_content_has_no_more_goes_off_the_plan),
		WIDE(a_full_plan_shows_itself),
		WIDE(nothing_of_a_plan_outlives_its_session),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}
