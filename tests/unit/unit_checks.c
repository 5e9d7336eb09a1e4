/*
 * ui/screens: a check from its first screen to how it ends, and what becomes
 * of the answers.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "one_kiosk.h"

#define INTRO "121"     /* Español, the offer, its check */
#define FIRST INTRO "1" /* its first question */
#define QUESTIONS 5
#define COMBINATIONS 243 /* of 3 answers to 5 questions */

/* Nothing of the answers is in the session. */
static void
assert_wiped(void)
{
	const struct session_check *c = &app_session(k.app)->check;

	assert_false(c->whole);
	for (size_t i = 0; i < CHECK_QUESTIONS_MAX; i++)
		assert_int_equal(c->answers[i], CHECK_NONE);
}

/* --- the question --- */

static void
four_keys_lead_to_the_first_question(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST);
	assert_int_equal(app_screen(k.app), SCREEN_CHECK);
	assert_shows("Pregunta 1 de 5");
}

static void
a_question_is_drawn_as_designed(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST);
	assert_row(0, " ¿Es verdadera esta oferta?                            "
		      "       Pregunta 1 de 5");
	assert_row(1, "       ¿Está en peligro ahora?  Pulse 9");
	assert_row(3, "       ¿Le piden dinero antes de empezar a trabajar?");
	assert_row(5, "       Por ejemplo: depósito, examen médico, visa, "
		      "uniforme.");
	assert_row(8, "      >1   Sí");
	assert_row(9, "       2   No");
	assert_row(10, "       3   No sé");
	assert_row(12, "       4   ¿Por qué importa?");
	assert_row(23, "       ██████░░░░░░░░░░░░░░░░░░░░░░░░  1 de 5");
	assert_row(24, " 0 Pregunta anterior      1-3 Contestar      7 Dejar "
		       "y borrar        F9 Ocultar");
}

static void
a_narrow_question_is_drawn_as_designed(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST);
	assert_row(2, " ¿Le piden dinero antes de empezar a");
	assert_row(3, " trabajar?");
	assert_row(5, " Por ejemplo: depósito, examen médico,");
	assert_row(8, " >1  Sí");
	assert_row(11, "  4  ¿Por qué importa?");
	assert_row(13, " ███░░░░░░░░░░░░░░  1 de 5");
}

static void
zero_goes_to_the_question_before_and_shows_its_answer(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "3");
	assert_shows("Pregunta 2 de 5");
	kiosk_keys(&k, "0");
	assert_shows("Pregunta 1 de 5");
	assert_row(10, "      >3   No sé");
	kiosk_keys(&k, "00");
	assert_int_equal(app_screen(k.app), SCREEN_TOPIC);
	assert_wiped();
}

static void
why_says_the_reason_the_law_and_what_is_no_trick(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "4");
	assert_int_equal(app_screen(k.app), SCREEN_CHECK_WHY);
	assert_shows("Nadie puede cobrarle por darle un empleo.");
	assert_shows("Guatemala: Ley inventada 50");
	assert_shows("Estados Unidos: 1 XYZ 234");
	assert_shows("El pasaporte lo paga usted en la oficina.");
	assert_shows("Si es solo eso, conteste «No».");
	kiosk_keys(&k, "0");
	assert_shows("Pregunta 1 de 5");
}

static void
where_the_job_is_changes_the_law_alone(void **state)
{
	(void)state;
	/* "United States" is the second of the four that can be called */
	kiosk_keys(&k, INTRO "21");
	assert_int_equal(app_screen(k.app), SCREEN_CHECK);
	assert_string_equal(app_session(k.app)->check.work, "US");
	kiosk_keys(&k, "14");
	assert_shows("Estados Unidos: 1 XYZ 234");
	assert_shows("toda la región: Convenio inventado, art. 7");
	assert_hides("Ley inventada 50");
	kiosk_keys(&k, "01");
	assert_shows("HAY 1 SEÑAL DE ENGAÑO");
}

static void
nine_shows_the_emergency_numbers_of_this_country(void **state)
{
	(void)state;
	kiosk_keys(&k, INTRO "219");
	assert_int_equal(app_screen(k.app), SCREEN_HELP);
	assert_shows("Emergencias de Guatemala");
	assert_hides("Estados Unidos");
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_CHECK);
	kiosk_keys(&k, "149");
	assert_shows("Emergencias de Guatemala");
}

static void
seven_leaves_and_wipes(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "237");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
	assert_wiped();
}

static void
questions_of_another_edition_get_no_answers_of_this_one(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "3");
	app_session(k.app)->check.form ^= 1;
	kiosk_keys(&k, "4");
	assert_wiped();
}

/* --- how it ends --- */

static void
one_stop_ends_at_once_and_can_be_gone_on_from(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "1");
	assert_row(0, " ¿Es verdadera esta oferta?                            "
		      "             Resultado");
	assert_row(1, " ▲▲▲ HAY 1 SEÑAL DE ENGAÑO");
	assert_row(2, "     No pague y no entregue su pasaporte.");
	assert_int_equal(role_at(1, 1), ROLE_ALERT);
	assert_int_equal(role_at(5, 2), ROLE_ALERT);
	assert_row(4, "  Usted contestó                                   "
		      "Por qué importa");
	assert_row(5, "  1  Piden dinero antes de trabajar     Sí         "
		      "Cobrar está prohibido");
	assert_shows("QUÉ HACER AHORA");
	assert_shows(">6  Ver teléfonos para preguntar o denunciar, cerca de "
		     "usted");
	kiosk_keys(&k, "8");
	assert_shows("Pregunta 2 de 5");
	kiosk_keys(&k, "2222");
	assert_row(1, " ▲▲▲ HAY 2 SEÑALES DE ENGAÑO");
	assert_hides("Seguir con las preguntas");
}

static void
zero_goes_from_the_result_to_the_last_question(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "10");
	assert_shows("Pregunta 1 de 5");
	kiosk_keys(&k, "221220");
	assert_shows("Pregunta 5 de 5");
}

static void
no_signs_is_never_said_to_be_safe(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "22122");
	assert_row(1, " NO VIMOS SEÑALES DE ENGAÑO");
	assert_row(2, "     Aun así, compruebe la empresa.");
	assert_int_equal(role_at(1, 1), ROLE_OK);
	assert_hides("segur");
}

static void
what_is_not_known_is_listed_and_never_red(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "33333");
	assert_row(1, " ▲▲ CUIDADO");
	assert_int_equal(role_at(1, 1), ROLE_TITLE);
	assert_shows("No sabe 5 respuestas: pregunte antes de decidir.");
}

static void
yellow_says_how_to_find_each_answer_out(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "22322");
	assert_shows("Contrato por escrito: Pida el contrato y léalo con "
		     "calma.");
}

static void
six_shows_the_telephones_near_here(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "16");
	assert_int_equal(app_screen(k.app), SCREEN_CHECK_PHONES);
	assert_shows("Inspección de Trabajo");
	assert_shows("900 000 0102");
	assert_hides("trata");
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_SERVICE);
	kiosk_keys(&k, "00");
	assert_int_equal(app_screen(k.app), SCREEN_CHECK_RESULT);
	kiosk_keys(&k, "7");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
}

static void
the_country_of_the_job_has_its_telephones_too(void **state)
{
	(void)state;
	kiosk_keys(&k, INTRO "21116");
	assert_shows("Inspección de Trabajo");
	assert_shows("Línea contra la trata de personas");
	assert_shows("900 000 0402 · 24 horas · Estados Unidos");
}

static void
nine_starts_again_without_the_answers(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "19");
	assert_shows("Pregunta 1 de 5");
	assert_wiped();
}

static void
the_end_of_the_session_wipes_the_answers(void **state)
{
	(void)state;
	kiosk_keys(&k, INTRO "21122122");
	kiosk_press(&k, key_f(10));
	assert_wiped();
	assert_string_equal(app_session(k.app)->check.work, "");
	assert_true(app_session(k.app)->check.form == 0);
}

static void
five_takes_the_result_along_in_words(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "15");
	assert_int_equal(app_session(k.app)->plan.count, 1);
	assert_shows("5 Mi plan (1)");
	kiosk_keys(&k, "5");
	assert_int_equal(app_screen(k.app), SCREEN_PLAN);
	assert_shows("HAY 1 SEÑAL DE ENGAÑO");
	kiosk_keys(&k, "11");
	assert_int_equal(app_screen(k.app), SCREEN_CHECK_TAKEN);
	assert_shows("HAY 1 SEÑAL DE ENGAÑO");
	assert_shows("No pague y no entregue su");
	assert_shows("• Piden dinero antes de");
	assert_shows("trabajar. Cobrar está");
	assert_shows("900 000 0102");
}

static void
what_was_taken_stays_though_the_answers_are_wiped(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "15097");
	assert_wiped();
	kiosk_keys(&k, "+11");
	assert_int_equal(app_screen(k.app), SCREEN_CHECK_TAKEN);
	assert_shows("HAY 1 SEÑAL DE ENGAÑO");
	kiosk_keys(&k, "*20");
	assert_shows("THERE IS 1 SIGN OF FRAUD");
}

static void
other_answers_are_taken_in_the_place_of_the_first(void **state)
{
	(void)state;
	kiosk_keys(&k, FIRST "15" "0922122");
	assert_shows("5 Llevar");
	kiosk_keys(&k, "55");
	assert_int_equal(app_session(k.app)->plan.count, 1);
	assert_shows("NO VIMOS SEÑALES DE ENGAÑO");
	kiosk_keys(&k, "14");
	assert_null(taken_check(&app_session(k.app)->taken, "offer-check"));
}

static void
the_end_of_the_session_wipes_what_was_taken(void **state)
{
	const struct taken none = { .fees = { .currency = "" } };

	(void)state;
	kiosk_keys(&k, INTRO "21115");
	assert_non_null(
	    taken_check(&app_session(k.app)->taken, "offer-check"));
	kiosk_press(&k, key_f(10));
	assert_memory_equal(&app_session(k.app)->taken, &none, sizeof none);
	assert_int_equal(app_session(k.app)->plan.count, 0);
}

static void
a_translation_that_nobody_has_read_says_so(void **state)
{
	(void)state;
	kiosk_keys(&k, "2211"); /* English */
	assert_shows("Question 1 of 5");
	kiosk_keys(&k, "0*30");
	assert_int_equal(app_screen(k.app), SCREEN_CHECK);
	assert_shows("Offre vraie ?");
	kiosk_keys(&k, "*10");
	assert_hides("Nadie que hable este idioma");
}

/* The answers of combination N; all of a check, whatever stops. */
static void
answer_all(unsigned n)
{
	for (int i = 0; i < QUESTIONS; i++) {
		char key[2] = { (char)('1' + n % 3), '\0' };

		if (app_screen(k.app) == SCREEN_CHECK_RESULT)
			kiosk_keys(&k, "8");
		kiosk_keys(&k, key);
		n /= 3;
	}
}

static void
every_set_of_answers_ends_with_a_step_and_a_telephone(void **state)
{
	static const char *const titles[] = { "NO VIMOS SEÑALES", "CUIDADO",
		"DE ENGAÑO" };
	unsigned ends[COUNT_OF(titles)] = { 0 };

	(void)state;
	kiosk_keys(&k, FIRST);
	for (unsigned n = 0; n < COMBINATIONS; n++) {
		size_t end = 0;

		answer_all(n);
		assert_int_equal(app_screen(k.app), SCREEN_CHECK_RESULT);
		while (!kiosk_shows(&k, titles[end]))
			assert_true(++end < COUNT_OF(titles));
		ends[end]++;
		assert_shows("SUS PRÓXIMOS PASOS");
		assert_shows("1. ");
		kiosk_keys(&k, "6");
		assert_shows("900 000 0102");
		kiosk_keys(&k, "09");
	}
	assert_int_equal(ends[0] + ends[1] + ends[2], COMBINATIONS);
	for (size_t i = 0; i < COUNT_OF(titles); i++)
		assert_true(ends[i] > 0);
}

#define WIDE(test) cmocka_unit_test_setup_teardown(test, open_wide, close_it)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WIDE(four_keys_lead_to_the_first_question),
		WIDE(a_question_is_drawn_as_designed),
		cmocka_unit_test_setup_teardown(
		    a_narrow_question_is_drawn_as_designed, open_narrow,
		    close_it),
		WIDE(zero_goes_to_the_question_before_and_shows_its_answer),
		WIDE(why_says_the_reason_the_law_and_what_is_no_trick),
		WIDE(where_the_job_is_changes_the_law_alone),
		WIDE(nine_shows_the_emergency_numbers_of_this_country),
		WIDE(seven_leaves_and_wipes),
		WIDE(questions_of_another_edition_get_no_answers_of_this_one),
		WIDE(one_stop_ends_at_once_and_can_be_gone_on_from),
		WIDE(zero_goes_from_the_result_to_the_last_question),
		WIDE(no_signs_is_never_said_to_be_safe),
		WIDE(what_is_not_known_is_listed_and_never_red),
		WIDE(yellow_says_how_to_find_each_answer_out),
		WIDE(six_shows_the_telephones_near_here),
		WIDE(the_country_of_the_job_has_its_telephones_too),
		WIDE(nine_starts_again_without_the_answers),
		WIDE(the_end_of_the_session_wipes_the_answers),
		WIDE(five_takes_the_result_along_in_words),
		WIDE(what_was_taken_stays_though_the_answers_are_wiped),
		WIDE(other_answers_are_taken_in_the_place_of_the_first),
		WIDE(the_end_of_the_session_wipes_what_was_taken),
		WIDE(a_translation_that_nobody_has_read_says_so),
		WIDE(every_set_of_answers_ends_with_a_step_and_a_telephone),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}
