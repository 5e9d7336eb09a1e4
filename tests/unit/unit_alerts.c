/*
 * Alerts near the reader, and rumours: the list, the cards, the five that a
 * round asks.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "content_fixture.h"
#include "one_kiosk.h"

/* --- alerts --- */

/* The kiosk stands in Guatemala; the agency deceives in El Salvador. */
static void
alerts_of_the_country_come_first_and_others_with_a_choice(void **state)
{
	(void)state;
	kiosk_keys(&k, "13");
	assert_shows("[x] Guatemala");
	assert_shows("4  Ofrecen visas H-2 falsas");
	assert_shows("Le llaman para darle un premio"); /* the region's */
	assert_hides("Una agencia que no existe");
	kiosk_keys(&k, "2");
	assert_shows("[x] Todos los países");
	assert_shows("5  Una agencia que no existe");
	kiosk_keys(&k, "50");
	assert_shows("[x] Todos los países"); /* stays when one comes back */
	kiosk_keys(&k, "1");
	assert_hides("Una agencia que no existe");
}

static void
another_country_has_other_alerts(void **state)
{
	(void)state;
	kiosk_keys(&k, "131");
	assert_int_equal(app_screen(k.app), SCREEN_COUNTRY);
	kiosk_keys(&k, "4"); /* México */
	assert_int_equal(app_screen(k.app), SCREEN_ALERTS);
	assert_shows(app_width(k.app) >= 70 ? "[x] México" : "[x] MX");
	assert_shows("Ofrecen visas H-2 falsas");
}

/* One turn is four seconds; each wakes the kiosk once, alert or not. */
static void
the_first_screen_names_the_gravest_alert_every_other_turn(void **state)
{
	(void)state;
	assert_hides("▲▲▲");
	kiosk_pass(&k, 4000);
	assert_shows("▲▲▲ False H-2 visas offered on");
	assert_int_equal(app_wait(k.app), 4000);
	kiosk_pass(&k, 4000);
	assert_hides("▲▲▲");
	for (int i = 0; i < 3; i++)
		kiosk_pass(&k, 4000);
	assert_shows("▲▲▲ Ofrecen visas H-2 falsas");
}

static void
an_alert_past_its_day_says_so_and_leads_on(void **state)
{
	static const struct date later = { 2027, 4, 2 };

	(void)state;
	kiosk_keys(&k, "19");
	assert_shows("PELIGRO ALTO");
	app_set_today(k.app, &later);
	kiosk_keys(&k, "*0"); /* the same page anew */
	assert_shows("TERMINADO");
	assert_shows("Este aviso valió hasta el 1 de marzo de 2027.");
	assert_false(kiosk_shows(&k, "PELIGRO ALTO"));
	kiosk_keys(&k, "6");
	assert_shows("RETIRADA"); /* the only one that is open then */
}

static void
six_goes_through_the_alerts_of_all_countries(void **state)
{
	(void)state;
	kiosk_keys(&k, "19");
	assert_shows("Alertas de fraude > 1 de 4");
	kiosk_keys(&k, "6");
	assert_shows("> 2 de 4"); /* of El Salvador; the kiosk is not */
	assert_shows("Una agencia que no existe");
	kiosk_keys(&k, "666");
	assert_shows("> 1 de 4");
}

static void
a_withdrawn_alert_says_why(void **state)
{
	(void)state;
	kiosk_keys(&k, "136");
	assert_shows("RETIRADA");
	assert_shows("La empresa ya devolvió el dinero.");
}

static void
without_rumours_no_number_leads_to_them(void **state)
{
	struct catalog *c = content_fixture_catalog();
	struct kiosk without;

	(void)state;
	kiosk_open_on(&without, c, "es", 80, 25);
	kiosk_keys(&without, "13");
	assert_false(kiosk_shows(&without, "¿Rumor o verdad?"));
	assert_true(kiosk_shows(&without, "3  Ofrecen visas H-2 falsas"));
	kiosk_close(&without);
	catalog_free(c);
}

/* --- rumours --- */

static void
four_keys_lead_from_the_first_screen_to_the_first_question(void **state)
{
	(void)state;
	kiosk_keys(&k, "133");
	assert_int_equal(app_screen(k.app), SCREEN_RUMOURS);
	assert_shows(">1  5 preguntas para repasar");
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_QUIZ);
	assert_shows("Pregunta 1 de 5");
	assert_shows("Se vende la cita.");
}

static void
a_rumour_is_read_and_says_whom_to_ask(void **state)
{
	(void)state;
	kiosk_keys(&k, "1332");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	assert_shows("A QUIÉN PREGUNTAR");
	assert_shows("900 000 0001");
	assert_shows("8 Fuentes");
}

static void
rumours_are_found_by_the_search(void **state)
{
	(void)state;
	kiosk_keys(&k, "1/~patraña");
	assert_shows("¿Rumor o verdad?"); /* what kind of result it is */
	assert_shows("Se vende la cita");
}

/* The question that stands in the row below the head. */
static void
assert_asks(const char *question)
{
	assert_int_equal(app_screen(k.app), SCREEN_QUIZ);
	assert_shows(question);
}

static void
answer_five(void)
{
	kiosk_keys(&k, "1!1!2!1!1!");
	assert_int_equal(app_screen(k.app), SCREEN_SCORE);
}

static void
five_are_asked_and_the_next_round_asks_those_behind_them(void **state)
{
	(void)state;
	kiosk_keys(&k, "1331");
	answer_five();
	assert_shows("RESPUESTAS CORRECTAS: 5 de 5");
	assert_hides("papel");
	kiosk_keys(&k, "5"); /* there is no entry to take along */
	assert_int_equal(app_screen(k.app), SCREEN_SCORE);
	kiosk_keys(&k, "1");
	assert_asks("El curso es obligatorio.");
	kiosk_keys(&k, "1!");
	assert_asks("El recibo sirve de prueba.");
	kiosk_keys(&k, "2!");
	assert_asks("Se vende la cita."); /* round the end of the list */
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_RUMOURS);
}

static void
who_believes_all_of_it_reads_why_not(void **state)
{
	(void)state;
	kiosk_keys(&k, "13312");
	assert_shows("ESTA NO");
	assert_shows("La respuesta correcta: Es un rumor");
	assert_shows("Pregunte en el consulado.");
}

static void
the_next_person_begins_with_the_first_five(void **state)
{
	(void)state;
	kiosk_keys(&k, "1331");
	answer_five();
	kiosk_keys(&k, "1");
	kiosk_press(&k, key_f(10));
	assert_int_equal(app_session(k.app)->rumour_round, 0);
	kiosk_keys(&k, "00");
	kiosk_keys(&k, "1331");
	assert_asks("Se vende la cita.");
	assert_shows("Pregunta 1 de 5");
}

#define WIDE(test) cmocka_unit_test_setup_teardown(test, open_wide, close_it)
#define NARROW(test) \
	cmocka_unit_test_setup_teardown(test, open_narrow, close_it)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WIDE(alerts_of_the_country_come_first_and_others_with_a_choice),
		NARROW(another_country_has_other_alerts),
		WIDE(another_country_has_other_alerts),
		WIDE(the_first_screen_names_the_gravest_alert_every_other_turn),
		NARROW(
		    the_first_screen_names_the_gravest_alert_every_other_turn),
		WIDE(an_alert_past_its_day_says_so_and_leads_on),
		WIDE(six_goes_through_the_alerts_of_all_countries),
		WIDE(a_withdrawn_alert_says_why),
		cmocka_unit_test(without_rumours_no_number_leads_to_them),
		WIDE(four_keys_lead_from_the_first_screen_to_the_first_question),
		WIDE(a_rumour_is_read_and_says_whom_to_ask),
		WIDE(rumours_are_found_by_the_search),
		WIDE(five_are_asked_and_the_next_round_asks_those_behind_them),
		WIDE(who_believes_all_of_it_reads_why_not),
		WIDE(the_next_person_begins_with_the_first_five),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}
