/*
 * Courses: what the catalog says of one, what a session keeps of it, the
 * code, and the screens in the words of the Spanish catalogue.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/completion.h"
#include "content_fixture.h"
#include "one_kiosk.h"
#include "ui/learning.h"

/* From the attract screen to the course. */
static void
go_to_course(void)
{
	kiosk_keys(&k, "142");
	assert_int_equal(app_screen(k.app), SCREEN_COURSE);
}

static void
a_course_has_its_lessons_and_cards_in_the_language_asked(void **state)
{
	struct catalog *c = content_fixture_full_catalog();
	struct arena *a = arena_new();
	struct entry x;
	struct ref ref;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(catalog_find_entry(c, "tell-your-work", &ref, &e), 0);
	assert_int_equal(catalog_entry(c, ref, "en", a, &x, &e), 0);
	assert_int_equal(x.head.kind, ENTRY_COURSE);
	assert_int_equal(x.minutes, 20);
	assert_int_equal(x.lesson_count, 2);
	assert_string_equal(x.lessons[1].title, "Say what you did");
	assert_int_equal(x.card_count, 3);
	assert_int_equal(x.cards[2].answer_count, 4);
	assert_int_equal(x.cards[2].right, 2);
	assert_string_equal(x.cards[1].answers[1], "With my age");
	/* in a language that it has not, Spanish throughout */
	assert_int_equal(catalog_entry(c, ref, "ht", a, &x, &e), 0);
	assert_string_equal(x.lessons[0].title, "Haga una lista");
	assert_string_equal(x.cards[0].answers[1], "Todos");
	arena_free(a);
	catalog_free(c);
}

static void
lessons_and_answers_are_found_by_the_search(void **state)
{
	struct catalog *c = content_fixture_full_catalog();
	struct arena *a = arena_new();
	struct search_result found;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(catalog_search(c, "martillo", "es", 10, a, &found,
	    &e), 0);
	assert_int_equal(found.list.count, 1);
	assert_string_equal(found.list.heads[0].slug, "tell-your-work");
	arena_free(a);
	catalog_free(c);
}

static void
a_session_knows_a_few_courses_and_lets_the_oldest_go(void **state)
{
	struct learning all[LEARNING_MAX] = { 0 };
	char slug[] = "course-0";

	(void)state;
	for (char n = '0'; n < '0' + LEARNING_MAX + 1; n++) {
		slug[7] = n;
		learning_read(learning_of(all, slug), 1);
	}
	assert_true(learning_has_read(learning_of(all, slug), 1));
	assert_true(learning_has_read(learning_of(all, "course-1"), 1));
	assert_false(learning_has_read(learning_of(all, "course-0"), 1));
	learning_read(learning_of(all, slug), COURSE_LESSONS_MAX);
	assert_int_equal(learning_read_count(learning_of(all, slug),
	    COURSE_LESSONS_MAX), 1);
}

static void
a_code_holds_result_day_and_course_and_checks_itself(void **state)
{
	static const struct edition edition = { .channel = "crm",
		.epoch = 1, .sequence = 42 };
	struct completion c = { "course-cv", &edition, 3, 4,
		{ 2026, 11, 28 } };
	char code[COMPLETION_SIZE];
	char other[COMPLETION_SIZE];

	(void)state;
	completion_code(code, &c);
	assert_string_equal(code, "34-261128-0537-74"); /* as in the doc */
	assert_true(completion_is_code(code));
	assert_true(completion_is_code("34 261128 0537 74"));
	assert_false(completion_is_code("34-261128-0537-7"));
	assert_false(completion_is_code("34-261128-0537-740"));
	assert_false(completion_is_code("34-261128-053x-74"));
	c.slug = "course-interview";
	completion_code(other, &c);
	assert_string_not_equal(code, other);
	c.day.year = 0;
	completion_code(other, &c);
	assert_int_equal(strncmp(other, "34-000000-", 10), 0);
}

/* Of a number with a check of two digits: every digit, every exchange. */
static void
no_wrong_digit_and_no_exchanged_pair_passes(void **state)
{
	static const struct edition edition = { .channel = "crm",
		.epoch = 1, .sequence = 42 };
	const struct completion c = { "course-cv", &edition, 4, 4,
		{ 2026, 11, 28 } };
	char code[COMPLETION_SIZE];

	(void)state;
	completion_code(code, &c);
	for (char *at = code; *at != '\0'; at++) {
		char was = *at;

		if (was == '-')
			continue;
		for (char digit = '0'; digit <= '9'; digit++) {
			*at = digit;
			assert_int_equal(completion_is_code(code),
			    digit == was);
		}
		*at = was;
		if (at[1] == '\0' || at[1] == '-' || at[1] == was)
			continue;
		at[0] = at[1];
		at[1] = was;
		assert_false(completion_is_code(code));
		at[1] = at[0];
		at[0] = was;
	}
}

/* --- screens --- */

static void
a_lesson_is_read_at_its_last_page_and_leads_to_the_next(void **state)
{
	(void)state;
	go_to_course();
	assert_shows("0 de 2 leídas");
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_LESSON);
	assert_shows("Lección 1 de 2");
	kiosk_keys(&k, "0");
	assert_shows("1 de 2 leídas");
	kiosk_keys(&k, "1+");
	assert_shows("Lección 2 de 2");
	kiosk_keys(&k, "+");
	assert_int_equal(app_screen(k.app), SCREEN_QUIZ);
	kiosk_keys(&k, "0"); /* lessons took each other's place */
	assert_shows("2 de 2 leídas");
}

static void
an_answer_is_explained_and_stays(void **state)
{
	(void)state;
	go_to_course();
	kiosk_keys(&k, "3");
	assert_shows("Pregunta 1 de 3");
	kiosk_keys(&k, "1");
	assert_shows("ESTA NO");
	assert_shows("La respuesta correcta: Todos");
	assert_shows("Todo trabajo enseña algo.");
	kiosk_keys(&k, "2"); /* too late */
	assert_shows("ESTA NO");
	kiosk_keys(&k, "+");
	assert_shows("Pregunta 2 de 3");
	kiosk_keys(&k, "1");
	assert_shows("CORRECTO");
	kiosk_keys(&k, "03"); /* goes on where one was */
	assert_shows("Pregunta 3 de 3");
}

static void
answer_all(void)
{
	go_to_course();
	kiosk_keys(&k, "31!1!2!");
	assert_int_equal(app_screen(k.app), SCREEN_SCORE);
}

static void
the_result_counts_and_names_what_was_wrong(void **state)
{
	(void)state;
	answer_all();
	assert_shows("RESPUESTAS CORRECTAS: 2 de 3");
	assert_shows("Lecciones que leyó: 0 de 2.");
	assert_shows("¿Qué trabajos anota usted?");
	assert_false(kiosk_shows(&k, "¿Cómo empieza una frase?"));
	kiosk_keys(&k, "6");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	kiosk_keys(&k, "03");
	assert_shows("Pregunta 1 de 3");
	kiosk_keys(&k, "0");
	assert_shows("3 preguntas para repasar");
}

static void
the_paper_has_a_code_only_if_it_is_wished(void **state)
{
	(void)state;
	answer_all();
	kiosk_keys(&k, "1");
	assert_shows("Respuestas correctas: 2 de 3");
	assert_shows("21 de noviembre de 2026");
	assert_false(kiosk_shows(&k, "Código"));
	kiosk_keys(&k, "02");
	assert_shows("Código: 23-261121-");
	assert_shows("No dice nada de quién.");
}

/* Columns from the first letter to the last of the rows below the head. */
static void
a_paper_is_32_columns_wide(void **state)
{
	char *all = NULL;

	(void)state;
	answer_all();
	kiosk_keys(&k, "2");
	for (int y = 2; y < 23; y++) {
		struct surface *s = app_draw(k.app);

		for (int x = 7 + 32; x < s->width; x++)
			if (surface_cell(s, x, y)->code != ' ') {
				all = kiosk_text(&k);
				print_message("%s", all);
				free(all);
				fail();
			}
	}
}

static void
nothing_is_left_of_a_course_when_a_session_ends(void **state)
{
	static const struct learning none[LEARNING_MAX];

	(void)state;
	answer_all();
	assert_memory_not_equal(app_session(k.app)->learning, none,
	    sizeof none);
	kiosk_press(&k, key_f(10));
	assert_memory_equal(app_session(k.app)->learning, none, sizeof none);
}

static void
a_small_screen_holds_the_longest_card(void **state)
{
	(void)state;
	go_to_course();
	kiosk_keys(&k, "31!1!");
	assert_shows("Pregunta 3 de 3");
	assert_shows("empresa?");
	assert_shows("voz alta");
	assert_shows("4  No sé");
	kiosk_keys(&k, "2");
	assert_shows("frases largas.");
}

#define WIDE(test) cmocka_unit_test_setup_teardown(test, open_wide, close_it)
#define NARROW(test) \
	cmocka_unit_test_setup_teardown(test, open_narrow, close_it)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_course_has_its_lessons_and_cards_in_the_language_asked),
		cmocka_unit_test(lessons_and_answers_are_found_by_the_search),
		cmocka_unit_test(
		    a_session_knows_a_few_courses_and_lets_the_oldest_go),
		cmocka_unit_test(
		    a_code_holds_result_day_and_course_and_checks_itself),
		cmocka_unit_test(no_wrong_digit_and_no_exchanged_pair_passes),
		WIDE(a_lesson_is_read_at_its_last_page_and_leads_to_the_next),
		WIDE(an_answer_is_explained_and_stays),
		WIDE(the_result_counts_and_names_what_was_wrong),
		WIDE(the_paper_has_a_code_only_if_it_is_wished),
		WIDE(a_paper_is_32_columns_wide),
		WIDE(nothing_is_left_of_a_course_when_a_session_ends),
		NARROW(a_small_screen_holds_the_longest_card),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}
