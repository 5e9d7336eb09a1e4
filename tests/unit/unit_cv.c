/*
 * The curriculum vitae: what is chosen, what the page says in two languages,
 * and the screens in the words of the Spanish catalogue.
 */
#include <config.h>

#include "unit.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "one_kiosk.h"
#include "text/cv.h"
#include "text/width.h"
#include "ui/screens/cv_view.h"

static int
open_with_occupations(void **state)
{
	(void)state;
	kiosk_open_options(&k, "es", 80, 25);
	return 0;
}

static void
every_choice_has_its_words_in_both_languages(void **state)
{
	(void)state;
	for (int list = 0; list < CV_LISTS; list++) {
		size_t count = cv_count((enum cv_list)list);

		assert_true(count > 0);
		assert_true(list == CV_TRADES || count <= CV_CHOICES_MAX);
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
	for (size_t i = 0; i < cv_count(CV_TRADES); i++) {
		assert_int_equal(strlen(cv_trade_code(i)), 4);
		assert_int_equal(cv_trade_find(cv_trade_code(i)), i);
		for (size_t n = 0; n < CV_TASKS; n++)
			assert_true(cv_task(i, n, CV_ES)[0] != '\0' &&
			    cv_task(i, n, CV_EN)[0] != '\0');
	}
}

/* What a list shows in Spanish is what the page will say. */
static void
the_form_has_the_words_of_the_page(void **state)
{
	(void)state;
	for (int list = 0; list < CV_LISTS; list++)
		for (size_t i = 0; i < cv_count((enum cv_list)list); i++)
			assert_string_equal(
			    cv_view_choice((enum cv_list)list, i),
			    cv_choice((enum cv_list)list, i, CV_ES));
	for (size_t i = 0; i < cv_count(CV_TRADES); i++)
		for (size_t n = 0; n < CV_TASKS; n++)
			assert_string_equal(gettext(cv_task(i, n, CV_EN)),
			    cv_task(i, n, CV_ES));
}

static void
what_is_chosen_is_bounded(void **state)
{
	char work[CV_WORK_SIZE + 1];
	struct cv cv = { 0 };

	(void)state;
	assert_true(cv_is_empty(&cv));
	for (size_t i = 0; i < CV_JOBS_MAX; i++)
		assert_int_equal(cv_add_job(&cv, cv_trade_code(i)), (int)i);
	assert_int_equal(cv_add_job(&cv, "one-more"), -1);
	assert_int_equal(cv_add_job(&cv, cv_trade_code(1)), 1); /* is there */
	cv_remove_job(&cv, 1); /* makes room, and leaves no gap */
	assert_int_equal(cv_find_job(&cv, cv_trade_code(1)), -1);
	assert_int_equal(cv_find_job(&cv, cv_trade_code(3)), 2);
	memset(work, 'a', CV_WORK_SIZE);
	work[CV_WORK_SIZE] = '\0';
	assert_int_equal(cv_add_job(&cv, work), -1);
	assert_int_equal(cv_add_job(&cv, ""), -1);
	assert_int_equal(cv_add_job(&cv, work + 1), 3);
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
	struct cv_work works[CV_JOBS_MAX];
	struct cv_line *es = NULL;
	struct cv_line *en = NULL;
	size_t es_count = 0, en_count = 0;

	(void)state;
	for (size_t i = 0; i < CV_JOBS_MAX; i++) {
		assert_int_equal(cv_add_job(&cv, cv_trade_code(i)), (int)i);
		cv.jobs[i].years = 5;
		cv.jobs[i].tasks = (1u << CV_TASKS) - 1;
		works[i] = (struct cv_work){
			{ cv_choice(CV_TRADES, i, CV_ES),
			    cv_choice(CV_TRADES, i, CV_EN) }, i };
	}
	for (size_t i = 0; i < CV_SKILLS_MAX; i++)
		assert_true(cv_toggle_skill(&cv, i));
	for (size_t i = 0; i < cv_count(CV_SPOKEN); i++)
		cv.levels[i] = 3;
	cv_compose(&es, &es_count, &cv, works, CV_ES, a);
	cv_compose(&en, &en_count, &cv, works, CV_EN, a);
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
	cv_compose(&list, &count, &cv, NULL, CV_EN, a);
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

/* On the screen of the moment. */
static void
press_choice(const char *title)
{
	char *all = kiosk_text(&k);
	const char *at = strstr(all, title);
	char digit[2] = "";

	assert_shows(title);
	while (at != NULL && at > all && (*at < '1' || *at > '9'))
		at--;
	if (at != NULL)
		digit[0] = *at;
	free(all);
	kiosk_keys(&k, digit);
}

/* Without occupations in the content there are the program's own. */
static void
one_choice_gives_both_languages(void **state)
{
	(void)state;
	go_to_cv();
	kiosk_keys(&k, "1");
	press_choice("Albañilería");
	assert_shows("Albañilería > ¿Cuánto tiempo?");
	kiosk_keys(&k, "3");
	assert_shows("¿Qué hacía ahí?");
	kiosk_keys(&k, "13");
	assert_shows("[x]");
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_CVWORK);
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
	assert_shows("Leer planos sencillos");
	assert_false(kiosk_shows(&k, "Calcular material")); /* not said */
	assert_shows("Build and plaster walls");
	assert_shows("Trabajo bien en equipo");
	assert_shows("I work well in a team");
	assert_shows("Inglés: bien");
	assert_shows("English: well");
}

static void
work_of_the_content_comes_first(void **state)
{
	(void)state;
	kiosk_keys(&k, "17~cuente~!4"); /* the course leads to it */
	assert_int_equal(app_screen(k.app), SCREEN_CV);
	kiosk_keys(&k, "1");
	assert_false(kiosk_shows(&k, "Albañilería")); /* of the same code */
	press_choice("Albañil");
	kiosk_keys(&k, "0"); /* how long is not said */
	assert_shows("[x]");
	kiosk_keys(&k, "06");
	assert_shows("Mason");
	app_set_language(k.app, "pt");
	kiosk_keys(&k, "01");
	assert_shows("Alvenaria (Albañil)");
	kiosk_keys(&k, "9~maist");
	assert_shows("1  Alvenaria (Albañil)");
	assert_false(kiosk_shows(&k, "Cozinha"));
	kiosk_keys(&k, "!5");
	assert_shows("O que fazia lá?");
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_CVWORK);
	assert_shows("mais de 10 anos");
}

static void
a_fifth_trade_is_not_taken(void **state)
{
	(void)state;
	go_to_cv();
	kiosk_keys(&k, "1" "10" "20" "30" "40");
	assert_int_equal(cv_job_count(&app_session(k.app)->cv), CV_JOBS_MAX);
	assert_shows("Caben cuatro. Quite uno para añadir.");
	kiosk_keys(&k, "5");
	assert_int_equal(app_screen(k.app), SCREEN_CVWORK);
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
		WIDE(the_form_has_the_words_of_the_page),
		cmocka_unit_test_setup_teardown(
		    work_of_the_content_comes_first, open_with_occupations,
		    close_it),
		WIDE(a_fifth_trade_is_not_taken),
		WIDE(it_is_erased_when_that_is_wished_and_with_the_session),
		NARROW(a_small_screen_shows_one_language_behind_the_other),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}
