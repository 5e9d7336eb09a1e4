/*
 * The curriculum vitae: what is chosen, what the page says in two languages,
 * and the screens in the words of the Spanish catalogue.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "screens_fixture.h"
#include "text/width.h"
#include "text/cv.h"

static struct kiosk k;

static int
open_wide(void **state)
{
	(void)state;
	kiosk_open(&k, "es", 80, 25);
	return 0;
}

static int
open_narrow(void **state)
{
	(void)state;
	kiosk_open(&k, "es", 40, 15);
	return 0;
}

static int
close_it(void **state)
{
	(void)state;
	kiosk_close(&k);
	return 0;
}

static void
assert_shows(const char *text)
{
	if (!kiosk_shows(&k, text)) {
		char *all = kiosk_text(&k);

		print_message("\"%s\" is not in\n%s", text, all);
		free(all);
		fail();
	}
}

static void
every_choice_has_its_words_in_both_languages(void **state)
{
	(void)state;
	for (int list = 0; list < CV_LISTS; list++) {
		size_t count = cv_count((enum cv_list)list);

		assert_true(count > 0 && count <= CV_CHOICES_MAX);
		for (size_t i = 0; i < count; i++)
			for (int lang = 0; lang < CV_LANGS; lang++) {
				const char *text = cv_choice(
				    (enum cv_list)list, i,
				    (enum cv_lang)lang);

				assert_true(text[0] != '\0');
				assert_true(width_of(text) <= 40);
			}
		assert_string_equal(cv_choice((enum cv_list)list, count,
		    CV_ES), "");
	}
	for (size_t i = 0; i < cv_count(CV_TRADES); i++)
		for (size_t n = 0; n < CV_TRADE_SKILLS; n++)
			assert_true(cv_trade_skill(i, n, CV_ES)[0] != '\0' &&
			    cv_trade_skill(i, n, CV_EN)[0] != '\0');
}

static void
what_is_chosen_is_bounded(void **state)
{
	struct cv cv = { 0 };

	(void)state;
	assert_true(cv_is_empty(&cv));
	for (size_t i = 0; i < CV_JOBS_MAX; i++)
		assert_true(cv_set_years(&cv, i, 1));
	assert_false(cv_set_years(&cv, CV_JOBS_MAX, 1));
	assert_true(cv_set_years(&cv, 0, 3)); /* another length */
	assert_true(cv_set_years(&cv, 0, 0)); /* makes room */
	assert_true(cv_set_years(&cv, CV_JOBS_MAX, 1));
	assert_false(cv_set_years(&cv, cv_count(CV_TRADES), 1));
	assert_false(cv_set_years(&cv, 1, (unsigned)cv_count(CV_YEARS) + 1));
	for (size_t i = 0; i < CV_SKILLS_MAX; i++)
		assert_true(cv_toggle_skill(&cv, i));
	assert_false(cv_toggle_skill(&cv, CV_SKILLS_MAX));
	assert_true(cv_toggle_skill(&cv, 0)); /* off again */
	assert_false(cv_toggle_skill(&cv, cv_count(CV_SKILLS)));
	assert_int_equal(cv_skill_count(&cv), CV_SKILLS_MAX - 1);
}

/* All that may be chosen, the longest of it. */
static void
the_fullest_page_is_the_same_in_both_languages(void **state)
{
	struct arena *a = arena_new();
	struct cv cv = { .schooling = 1, .references = 3 };
	struct cv_line *es = NULL;
	struct cv_line *en = NULL;
	size_t es_count = 0, en_count = 0;

	(void)state;
	for (size_t i = 0; i < CV_JOBS_MAX; i++)
		assert_true(cv_set_years(&cv, i, 5));
	for (size_t i = 0; i < CV_SKILLS_MAX; i++)
		assert_true(cv_toggle_skill(&cv, i));
	for (size_t i = 0; i < cv_count(CV_SPOKEN); i++)
		cv.levels[i] = 3;
	cv_compose(&es, &es_count, &cv, CV_ES, a);
	cv_compose(&en, &en_count, &cv, CV_EN, a);
	assert_int_equal(es_count, en_count);
	for (size_t i = 0; i < es_count; i++) {
		assert_int_equal(es[i].heading, en[i].heading);
		assert_int_equal(es[i].item, en[i].item);
	}
	assert_string_equal(es[0].text, "Hoja de vida");
	assert_string_equal(en[0].text, "Curriculum vitae");
	assert_string_equal(es[4].text, "Albañilería, más de 10 años");
	assert_string_equal(en[4].text, "Bricklaying, over 10 years");
	arena_free(a);
}

static void
what_is_not_said_has_no_heading(void **state)
{
	struct arena *a = arena_new();
	struct cv cv = { .schooling = 2 };
	struct cv_line *list = NULL;
	size_t count = 0;

	(void)state;
	cv_compose(&list, &count, &cv, CV_EN, a);
	assert_int_equal(count, 5);
	assert_string_equal(list[3].text, "Education");
	assert_string_equal(list[4].text, "Primary school");
	arena_free(a);
}

/* --- screens --- */

/* Behind the lessons and the questions of the course of the fixture. */
static void
go_to_cv(void)
{
	kiosk_keys(&k, "1424");
	assert_int_equal(app_screen(k.app), SCREEN_CV);
}

static void
nothing_is_asked_before_it_is_said_that_nothing_is_kept(void **state)
{
	(void)state;
	go_to_cv();
	assert_shows("Aquí no se guarda nada.");
	assert_shows("5  Personas que me conocen");
	assert_false(kiosk_shows(&k, "Ver mi hoja de vida"));
}

static void
one_choice_gives_both_languages(void **state)
{
	(void)state;
	go_to_cv();
	kiosk_keys(&k, "11"); /* bricklaying */
	assert_shows("¿Cuánto tiempo?");
	kiosk_keys(&k, "3");
	assert_shows("3 a 5 años");
	kiosk_keys(&k, "022"); /* what I am good at */
	assert_shows("[x]");
	kiosk_keys(&k, "0322"); /* English, well */
	kiosk_keys(&k, "0");
	kiosk_keys(&k, "4351"); /* schooling, references */
	kiosk_keys(&k, "6");
	assert_int_equal(app_screen(k.app), SCREEN_CVPAGE);
	assert_shows("Albañilería, 3 a 5 años");
	assert_shows("Bricklaying, 3 to 5 years");
	assert_shows("Trabajo bien en equipo");
	assert_shows("I work well in a team");
	assert_shows("Inglés: bien");
	assert_shows("English: well");
}

static void
a_fifth_trade_is_not_taken(void **state)
{
	(void)state;
	go_to_cv();
	kiosk_keys(&k, "1" "11" "21" "31" "41");
	assert_int_equal(cv_job_count(&app_session(k.app)->cv), CV_JOBS_MAX);
	kiosk_keys(&k, "5");
	assert_int_equal(app_screen(k.app), SCREEN_CVLIST);
	assert_false(kiosk_shows(&k, "¿Cuánto tiempo?"));
	kiosk_keys(&k, "16"); /* the first one: take it off */
	assert_int_equal(cv_job_count(&app_session(k.app)->cv),
	    CV_JOBS_MAX - 1);
}

static void
it_is_erased_when_that_is_wished_and_with_the_session(void **state)
{
	(void)state;
	go_to_cv();
	kiosk_keys(&k, "41");
	assert_false(cv_is_empty(&app_session(k.app)->cv));
	kiosk_keys(&k, "7");
	assert_true(cv_is_empty(&app_session(k.app)->cv));
	kiosk_keys(&k, "41");
	kiosk_press(&k, key_f(10));
	assert_true(cv_is_empty(&app_session(k.app)->cv));
}

static void
a_small_screen_shows_one_language_behind_the_other(void **state)
{
	(void)state;
	go_to_cv();
	kiosk_keys(&k, "42" "6");
	assert_shows("Primaria");
	assert_false(kiosk_shows(&k, "Primary school"));
	kiosk_keys(&k, "+");
	assert_shows("Primary school");
}

#define WIDE(test) cmocka_unit_test_setup_teardown(test, open_wide, close_it)
#define NARROW(test) \
	cmocka_unit_test_setup_teardown(test, open_narrow, close_it)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_choice_has_its_words_in_both_languages),
		cmocka_unit_test(what_is_chosen_is_bounded),
		cmocka_unit_test(
		    the_fullest_page_is_the_same_in_both_languages),
		cmocka_unit_test(what_is_not_said_has_no_heading),
		WIDE(nothing_is_asked_before_it_is_said_that_nothing_is_kept),
		WIDE(one_choice_gives_both_languages),
		WIDE(a_fifth_trade_is_not_taken),
		WIDE(it_is_erased_when_that_is_wished_and_with_the_session),
		NARROW(a_small_screen_shows_one_language_behind_the_other),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}
