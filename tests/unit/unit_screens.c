/*
 * ui/screens: what the screens say and where their keys lead, in the words
 * of the Spanish catalogue.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "one_kiosk.h"

/* --- attract --- */

static void
attract_is_drawn_as_designed(void **state)
{
	(void)state;
	assert_row(0, " VEREDA                           Información gratis y "
		      "privada · sin internet");
	assert_row(2, "                    █   █ █████ ████  █████ ████   "
		      "███");
	assert_row(8, "              Trabajo sin fraude · Cursos · Sus "
		      "derechos · Ayuda");
	assert_row(11, "                    Pulse un número o toque para "
		       "empezar");
	assert_row(14, "                     >1   Español            "
		       "Empezar");
	assert_row(18, "                      5   Kreyòl ayisyen     Kòmanse");
	assert_row(22, "   Nadie le pide su nombre. Al terminar se borra lo "
		       "que usted miró.");
	assert_row(24, " 0 Pausa      1-5 Elegir");
}

static void
two_lines_turn_to_another_language_every_four_seconds(void **state)
{
	(void)state;
	assert_int_equal(app_wait(k.app), 4000);
	kiosk_pass(&k, 3999);
	assert_shows("Pulse un número o toque");
	kiosk_pass(&k, 1);
	assert_shows("Press a number, or touch, to begin");
	assert_shows("Nobody asks your name.");
	assert_row(8, "    ▲▲▲ False H-2 visas offered on WhatsApp");
	assert_row(14, "                     >1   Español            "
		       "Empezar"); /* the rest stays */
	kiosk_pass(&k, 4000);
	assert_shows("Trabajo sin fraude"); /* an alert has every other turn */
}

static void
zero_stops_the_two_lines_and_lets_them_go_on(void **state)
{
	(void)state;
	assert_row(24, " 0 Pausa      1-5 Elegir");
	kiosk_pass(&k, 4000);
	kiosk_keys(&k, "0");
	assert_row(24, " 0 Seguir      1-5 Elegir");
	for (int i = 0; i < 20; i++) {
		kiosk_pass(&k, 4000);
		assert_shows("Press a number, or touch, to begin");
		assert_shows("False H-2 visas offered on WhatsApp");
	}
	kiosk_keys(&k, "0");
	assert_row(24, " 0 Pausa      1-5 Elegir");
	kiosk_pass(&k, 4000);
	assert_hides("Press a number, or touch, to begin");
}

/* As long as a kiosk waits for anybody; the next one finds it as it was. */
static void
stopped_lines_go_on_when_nobody_is_there_any_more(void **state)
{
	(void)state;
	kiosk_keys(&k, "0v");
	for (int i = 0; i < 29; i++)
		kiosk_pass(&k, 4000);
	assert_shows(" 0 Seguir ");
	kiosk_keys(&k, "v"); /* it begins anew with each key */
	for (int i = 0; i < 29; i++)
		kiosk_pass(&k, 4000);
	assert_shows(" 0 Seguir ");
	kiosk_pass(&k, 4000);
	assert_shows(" 0 Pausa ");
	kiosk_keys(&k, "0");
	kiosk_keys(&k, "1");
	kiosk_keys(&k, "00");
	assert_int_equal(app_screen(k.app), SCREEN_ATTRACT);
	assert_shows(" 0 Pausa ");
}

static void
lines_that_are_printed_need_no_pause(void **state)
{
	(void)state;
	app_set_terminal(k.app, GLYPHS_ASCII, true);
	app_reenter(k.app);
	kiosk_keys(&k, "v");
	assert_hides("Pausa");
	kiosk_keys(&k, "0");
	assert_hides("Seguir");
}

static void
the_block_wanders_only_when_nobody_comes(void **state)
{
	(void)state;
	for (int i = 0; i < 150; i++)
		kiosk_pass(&k, 4000);
	assert_row(14, "                     >1   Español            "
		       "Empezar");
	for (int i = 0; i < 15; i++)
		kiosk_pass(&k, 4000);
	assert_shows("                      >1   Español");
	kiosk_press(&k, key_of(UIKEY_TAB));
	assert_shows("                      1   Español");
}

static void
a_number_enters_in_that_language(void **state)
{
	(void)state;
	kiosk_keys(&k, "2");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
	assert_string_equal(app_lang(k.app), "en");
	assert_shows("My rights when I look for work");
}

/* --- home --- */

static void
home_is_drawn_as_designed(void **state)
{
	(void)state;
	kiosk_keys(&k, "1");
	assert_row(0, " VEREDA  Inicio                                       "
		      "     Español   * Idioma");
	assert_row(1, " ▲▲▲ ALERTA  Ofrecen visas H-2 falsas por WhatsApp    "
		      "                  9 Ver");
	assert_row(3, "  >1  Mis derechos al buscar trabajo      2  ¿Es "
		      "verdadera esta oferta?");
	assert_row(4, "      Contratos, pagos, pasaporte            Cómo "
		      "revisarla");
	assert_row(12, "   7  Buscar                              8  Cómo se "
		       "usa esta pantalla");
	assert_row(23, "   Información del 21 de noviembre de 2026 · OIM");
	assert_row(24, " 0 Terminar      ↑↓←→ Mover      Enter Abrir      ? Ay"
		       "uda            F9 Ocultar");
	assert_int_equal(role_at(40, 1), ROLE_ALERT);
}

static void
home_is_drawn_as_designed_at_40_columns(void **state)
{
	(void)state;
	kiosk_keys(&k, "1");
	assert_row(0, " VEREDA  Inicio               * Idioma");
	assert_row(1, " ▲▲▲ Ofrecen visas H-2 falsas…  9 Ver");
	assert_row(3, " >1  Mis derechos en el trabajo");
	assert_row(10, "  8  Cómo se usa esta pantalla");
	assert_row(12, " Información del 21 nov 2026");
	assert_row(14, " 0 Terminar      ? Ayuda     F9 Ocultar");
}

static void
home_counts_only_what_is_there(void **state)
{
	static const struct date later = { 2026, 11, 5 };

	(void)state;
	kiosk_keys(&k, "1");
	assert_shows("3 alertas vigentes"); /* the withdrawn one is none */
	assert_shows("2 temas para leer");
	app_set_today(k.app, &later);
	kiosk_keys(&k, "30");
	assert_shows("1 nueva esta semana");
}

static void
the_band_is_of_this_place_and_goes_with_the_alert(void **state)
{
	static const struct date later = { 2029, 1, 1 };

	(void)state;
	kiosk_keys(&k, "19");
	assert_int_equal(app_screen(k.app), SCREEN_ALERT);
	assert_shows("Ofrecen visas H-2 falsas");
	kiosk_keys(&k, "062"); /* another country */
	kiosk_keys(&k, "10");
	assert_shows("ALERTA  Le llaman para darle un premio");
	app_set_today(k.app, &later);
	kiosk_keys(&k, "30");
	assert_hides("ALERTA");
	assert_shows("No hay alertas ahora");
	kiosk_keys(&k, "9");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
}

static void
arrows_go_over_the_two_columns_of_home(void **state)
{
	(void)state;
	kiosk_keys(&k, "1>");
	assert_row(3, "   1  Mis derechos al buscar trabajo     >2  ¿Es "
		      "verdadera esta oferta?");
	kiosk_keys(&k, "v!");
	assert_shows(" Cursos y certificados");
	assert_int_equal(app_screen(k.app), SCREEN_TOPIC);
	kiosk_keys(&k, "0<v"); /* from 4 to 3, down to 5 */
	assert_row(9, "  >5  Hacer valer lo que ya sé            6  Ayuda y "
		      "teléfonos");
	kiosk_keys(&k, "^^^"); /* over 1 to the band */
	assert_int_equal(role_at(40, 1), ROLE_FOCUS);
	kiosk_keys(&k, "!");
	assert_int_equal(app_screen(k.app), SCREEN_ALERT);
}

/* --- topic, article --- */

static void
back_restores_page_and_focus(void **state)
{
	(void)state;
	kiosk_keys(&k, "11+vv");
	assert_shows(" >3  Visa de trabajo H-2A: quién paga");
	kiosk_keys(&k, "!");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	kiosk_keys(&k, "0");
	assert_shows("Página 2 de 2");
	assert_shows(" >3  Visa de trabajo H-2A: quién paga");
}

static void
pages_of_a_list_go_round(void **state)
{
	(void)state;
	kiosk_keys(&k, "11");
	assert_shows("Página 1 de 2");
	kiosk_keys(&k, "-");
	assert_shows("Página 2 de 2");
	kiosk_keys(&k, "+");
	assert_shows("Página 1 de 2");
	kiosk_keys(&k, "+1"); /* digits begin at 1 on every page */
	assert_shows("Salario, horas y");
}

static void
an_article_turns_pages_and_stops_at_its_ends(void **state)
{
	(void)state;
	kiosk_keys(&k, "1111");
	assert_row(0, " Quién paga los gastos > Usted no paga por trabajar   "
		      "          Página 1 de 3");
	assert_shows("       QUÉ GASTOS PAGA LA EMPRESA");
	assert_shows("Fuente: OIT, Principios de contratación · revisado nov "
		     "2026");
	assert_row(24, " 0 Atrás      + Más      5 Llevar      8 Fuentes      "
		       "? Palabras     F9 Ocultar");
	kiosk_keys(&k, "-");
	assert_shows("1 de 3");
	kiosk_keys(&k, "+++++");
	assert_row(24, " 0 Atrás      - Antes      5 Llevar      8 Fuentes    "
		       "               F9 Ocultar");
	assert_shows("VEA TAMBIÉN");
	kiosk_keys(&k, "1");
	assert_shows("Pida recibo de todo");
	kiosk_keys(&k, "0");
	assert_shows("3 de 3"); /* where one was */
}

static void
related_entries_wait_for_the_last_page(void **state)
{
	(void)state;
	kiosk_keys(&k, "11111");
	assert_shows("Usted no paga por trabajar"); /* 1 was no key there */
	assert_hides("VEA TAMBIÉN");
}

static void
a_change_of_language_keeps_the_place(void **state)
{
	(void)state;
	kiosk_keys(&k, "1111+*2");
	assert_shows("Return");
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	assert_shows("You do not pay to work");
	kiosk_keys(&k, "*1");
	kiosk_keys(&k, "0");
	assert_shows("Página 2 de 3");
}

static void
a_text_that_is_not_translated_says_so(void **state)
{
	(void)state;
	kiosk_keys(&k, "217");
	assert_shows("Accidente de trabajo");
	assert_shows("Only in Spanish for now.");
	kiosk_keys(&k, "*10");
	assert_hides("Solo en español por ahora.");
}

static void
an_article_says_where_it_comes_from(void **state)
{
	(void)state;
	kiosk_keys(&k, "11118");
	assert_int_equal(app_screen(k.app), SCREEN_SOURCES);
	assert_shows("Principios de contratación");
	assert_shows("CRM · 2 de octubre de 2025");
	assert_shows("Revisado: lo leyó una segunda persona.");
	assert_shows("Certeza de los datos: alta.");
	assert_shows("Revisado el 21 de noviembre de 2026.");
}

static void
hard_words_are_those_of_the_page(void **state)
{
	(void)state;
	kiosk_keys(&k, "1111?");
	assert_shows("Quien busca trabajadores para una empresa.");
	kiosk_keys(&k, "0+");
	assert_hides("? Palabras");
}

/* --- notices and age --- */

static void
the_notice_of_the_publisher_is_on_every_entrance(void **state)
{
	static const char notice[] = "Esto orienta; no es consejo legal.";

	(void)state;
	assert_shows(notice);
	kiosk_keys(&k, "1");
	assert_shows(notice);
	kiosk_keys(&k, "12");
	assert_shows(notice);
	kiosk_keys(&k, "0081");
	assert_int_equal(app_screen(k.app), SCREEN_ABOUT);
	assert_shows(notice);
}

static void
old_numbers_and_texts_say_that_they_are_old(void **state)
{
	static const struct date later = { 2027, 6, 1 };

	(void)state;
	kiosk_keys(&k, "16");
	assert_shows("Comprobado el 2 de octubre de 2026. Si no contestan, "
		     "avise al personal.");
	assert_int_equal(role_at(3, 23), ROLE_MUTED);
	app_set_today(k.app, &later);
	kiosk_keys(&k, "4");
	assert_shows("hace más de 6 meses");
	kiosk_keys(&k, "0");
	assert_shows("hace mucho");
	assert_int_equal(role_at(3, 23), ROLE_ALERT);
	kiosk_keys(&k, "0128");
	assert_shows("Ese día ya pasó");
	kiosk_keys(&k, "00081");
	assert_shows("Esta información es vieja");
}

/* --- alerts --- */

static void
alerts_say_how_grave_they_are_in_words(void **state)
{
	(void)state;
	kiosk_keys(&k, "13");
	assert_row(4, "   4  Ofrecen visas H-2 falsas por WhatsApp           "
		      "       ▲▲▲ PELIGRO ALTO");
	assert_row(5, "      1 nov 2026 · Guatemala, Honduras, México");
	assert_shows("▲▲ CUIDADO");
	assert_shows("RETIRADA");
	assert_hides("▲ AVISO"); /* only the withdrawn one is minor */
}

static void
an_alert_is_drawn_as_designed(void **state)
{
	(void)state;
	kiosk_keys(&k, "134");
	assert_row(0, " Alertas de fraude > 1 de 4");
	assert_row(1, " ▲▲▲ PELIGRO ALTO                                     "
		      "1 nov 2026 – 1 mar 2027");
	assert_row(2, "     Ofrecen visas H-2 falsas por WhatsApp");
	assert_row(4, "  CÓMO ES EL ENGAÑO");
	assert_row(9, "  [x] Piden pago antes de firmar");
	assert_row(21, " >1  Revisar la oferta que yo tengo         2  Ver "
		       "teléfonos para denunciar");
	assert_row(24, " 0 Atrás      5 Llevar      6 Siguiente alerta      8 "
		       "Fuentes        F9 Ocultar");
	kiosk_keys(&k, "1");
	assert_shows("¿Es verdadera esta oferta?");
	kiosk_keys(&k, "02");
	assert_int_equal(app_screen(k.app), SCREEN_HELP);
	kiosk_keys(&k, "06");
	assert_shows("Una agencia que no existe");
	kiosk_keys(&k, "66");
	assert_shows("RETIRADA");
	assert_shows("POR QUÉ SE RETIRÓ");
	assert_shows("La empresa ya devolvió el dinero.");
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_ALERTS);
}

/* --- search --- */

static void
search_answers_from_the_second_letter(void **state)
{
	(void)state;
	kiosk_keys(&k, "17~v~");
	assert_shows("Palabra: v_");
	assert_shows("Escriba dos letras o más.");
	kiosk_keys(&k, "~isa~");
	assert_shows("  Palabra: visa_");
	assert_shows("3 resultados");
	assert_shows("  >1  Visa de trabajo H-2A: quién paga             "
		     "Para leer");
	assert_shows("▲▲▲ Alerta");
	kiosk_keys(&k, "BBB");
	assert_shows("Palabra: v_");
	kiosk_keys(&k, "BB");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
}

static void
digits_are_text_in_the_field_and_choose_in_the_list(void **state)
{
	(void)state;
	kiosk_keys(&k, "17~h-2a*/0~");
	assert_shows("Palabra: h-2a*/0_");
	kiosk_keys(&k, "BBBv");
	assert_shows("Palabra: h-2a_");
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	kiosk_keys(&k, "0");
	assert_shows("Palabra: h-2a_"); /* the query lives in the session */
	kiosk_keys(&k, "0!");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
}

static void
search_never_leaves_one_alone(void **state)
{
	(void)state;
	kiosk_keys(&k, "17~bisas~");
	assert_shows("Quizá quiso decir:");
	kiosk_keys(&k, "BBBBB~zzqx~");
	assert_shows("No encontramos nada. Escoja un tema o pregunte al "
		     "personal:");
	kiosk_keys(&k, "v1");
	assert_int_equal(app_screen(k.app), SCREEN_TOPIC);
	assert_shows("Mis derechos al buscar trabajo");
}

static void
tap(int x, int y)
{
	struct key key = { .kind = UIKEY_TAP, .x = x, .y = y };

	kiosk_press(&k, key);
}

static void
letters_and_results_can_be_tapped(void **state)
{
	(void)state;
	kiosk_keys(&k, "17");
	tap(7, 22); /* U is the second of the last row */
	tap(3, 20);
	assert_shows("Palabra: ua_");
	tap(50, 20); /* Borrar */
	tap(50, 21); /* Espacio */
	tap(35, 22); /* 1 */
	assert_shows("Palabra: u 1_");
	kiosk_keys(&k, "BBB~visa~");
	tap(10, 5);
	assert_int_equal(app_screen(k.app), SCREEN_ALERT);
}

static void
the_query_goes_with_the_session(void **state)
{
	(void)state;
	kiosk_keys(&k, "17~visa~");
	kiosk_press(&k, key_f(10));
	assert_int_equal(app_screen(k.app), SCREEN_END);
	assert_string_equal(app_session(k.app)->query, "");
	kiosk_keys(&k, "57");
	assert_shows("Palabra: _");
}

/* --- help --- */

static void
help_is_drawn_as_designed(void **state)
{
	(void)state;
	kiosk_keys(&k, "16");
	assert_row(2, "  Estoy en: >1  Guatemala   2  Cambiar de país     3  "
		      "Solo emergencias");
	assert_row(4, "  4  Emergencias de Guatemala");
	assert_row(5, "     900 000 0101        Gratis · 24 horas · no piden "
		      "su nombre");
	assert_row(24, " 0 Atrás      4-8 Ver      / Buscar                   "
		       "               F9 Ocultar");
	kiosk_keys(&k, "3");
	assert_shows("Todos los teléfonos");
	assert_hides("Inspección de Trabajo");
	kiosk_keys(&k, "1");
	assert_shows("Inspección de Trabajo");
}

static void
the_country_can_be_changed(void **state)
{
	(void)state;
	kiosk_keys(&k, "162");
	assert_row(2, "  >1  Estados Unidos");
	assert_row(3, "   2  Guatemala                                       "
		      "                    [x]");
	kiosk_keys(&k, "4");
	assert_int_equal(app_screen(k.app), SCREEN_HELP);
	assert_shows("Estoy en:  1  México    >2  Cambiar de país");
	assert_shows("Consulado de Honduras en Tapachula");
	assert_shows("Sin teléfono");
}

static void
a_service_tells_all_that_is_known(void **state)
{
	(void)state;
	kiosk_keys(&k, "165");
	assert_shows("Inspección de Trabajo");
	assert_shows("       900 000 0102");
	assert_int_equal(role_at(7, 5), ROLE_TITLE);
	assert_shows("Horario: Lun a vie, 8:00-14:00");
	assert_shows("Quién puede usarlo: Todas las personas");
	assert_shows("Idiomas: Español, English");
	assert_shows("Es gratis.");
	assert_shows("Piden su nombre.");
	assert_shows("OIT, Principios de contratación");
	assert_shows("Comprobado el 2 de octubre de 2026.");
}

/* --- comfort, how to, end --- */

static void
comfort_switches_work_at_once(void **state)
{
	(void)state;
	kiosk_keys(&k, "1*");
	assert_row(0, " Idioma · Language · Langue · Lang");
	assert_row(2, "  >1   Español                              [x]");
	assert_row(8, "   7   Letra más clara (alto contraste)     [ ]     "
		      "sí / no");
	kiosk_keys(&k, "78");
	assert_row(8, "   7   Letra más clara (alto contraste)     [x]     "
		      "sí / no");
	assert_row(9, "  >8   Más tiempo para leer                 [x]     "
		      "sin aviso de 2 minutos");
	assert_true(app_wants_contrast(k.app));
	assert_true(app_session(k.app)->more_time);
	kiosk_keys(&k, "6"); /* nothing is read aloud yet */
	assert_int_equal(app_screen(k.app), SCREEN_COMFORT);
}

static void
help_explains_the_screen_that_asked(void **state)
{
	(void)state;
	kiosk_keys(&k, "13?");
	assert_shows("Estos engaños circulan ahora.");
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_ABOUT);
	assert_shows("Edición crm 1-42 del 21 de noviembre de 2026");
}

static void
the_end_counts_down_and_leads_to_the_start(void **state)
{
	(void)state;
	kiosk_keys(&k, "10");
	assert_row(0, " Gracias");
	assert_row(2, "       Ya se borró todo lo que usted miró y contestó.");
	assert_row(23, "       Vuelve al inicio en 20 segundos");
	assert_row(24, " 0 Salir      5 Seguir mirando");
	for (int i = 0; i < 19; i++)
		kiosk_pass(&k, 1000);
	assert_shows("Vuelve al inicio en 1 segundo");
	assert_hides("segundos");
	kiosk_pass(&k, 1000);
	assert_int_equal(app_screen(k.app), SCREEN_ATTRACT);
	kiosk_keys(&k, "205");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
	assert_string_equal(app_lang(k.app), "en");
}

#define WIDE(test) \
	cmocka_unit_test_setup_teardown(test, open_wide, close_it)
#define NARROW(test) \
	cmocka_unit_test_setup_teardown(test, open_narrow, close_it)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		WIDE(attract_is_drawn_as_designed),
		WIDE(two_lines_turn_to_another_language_every_four_seconds),
		WIDE(zero_stops_the_two_lines_and_lets_them_go_on),
		WIDE(stopped_lines_go_on_when_nobody_is_there_any_more),
		WIDE(lines_that_are_printed_need_no_pause),
		WIDE(the_block_wanders_only_when_nobody_comes),
		WIDE(a_number_enters_in_that_language),
		WIDE(home_is_drawn_as_designed),
		NARROW(home_is_drawn_as_designed_at_40_columns),
		WIDE(home_counts_only_what_is_there),
		WIDE(the_band_is_of_this_place_and_goes_with_the_alert),
		WIDE(arrows_go_over_the_two_columns_of_home),
		NARROW(back_restores_page_and_focus),
		NARROW(pages_of_a_list_go_round),
		WIDE(an_article_turns_pages_and_stops_at_its_ends),
		WIDE(related_entries_wait_for_the_last_page),
		WIDE(a_change_of_language_keeps_the_place),
		WIDE(a_text_that_is_not_translated_says_so),
		WIDE(an_article_says_where_it_comes_from),
		WIDE(hard_words_are_those_of_the_page),
		WIDE(the_notice_of_the_publisher_is_on_every_entrance),
		WIDE(old_numbers_and_texts_say_that_they_are_old),
		WIDE(alerts_say_how_grave_they_are_in_words),
		WIDE(an_alert_is_drawn_as_designed),
		WIDE(search_answers_from_the_second_letter),
		WIDE(digits_are_text_in_the_field_and_choose_in_the_list),
		WIDE(search_never_leaves_one_alone),
		WIDE(letters_and_results_can_be_tapped),
		WIDE(the_query_goes_with_the_session),
		WIDE(help_is_drawn_as_designed),
		WIDE(the_country_can_be_changed),
		WIDE(a_service_tells_all_that_is_known),
		WIDE(comfort_switches_work_at_once),
		WIDE(help_explains_the_screen_that_asked),
		WIDE(the_end_counts_down_and_leads_to_the_start),
	};

	return cmocka_run_group_tests_name("screens", tests, screens_begin,
	    screens_end);
}
