/*
 * How written words are said, row by row: what stands there, and what a
 * person says for it.
 */
#include <config.h>

#include "unit.h"

#include <string.h>

#include "base/compiler.h"
#include "text/speech.h"

struct row {
	const char *lang;
	const char *written;
	const char *said;
};

static void
check(const struct row *rows, size_t count)
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < count; i++)
		assert_string_equal(
		    speech_spoken(a, rows[i].lang, rows[i].written),
		    rows[i].said);
	arena_free(a);
}

static void
telephones_are_said_digit_by_digit_in_their_groups(void **state)
{
	static const struct row rows[] = {
		{ "es", "900 000 0001", "9 0 0, 0 0 0, 0 0 0 1" },
		{ "es", "+502 2422-0000", "más 5 0 2, 2 4 2 2, 0 0 0 0" },
		{ "en", "1-866-487-9243", "1, 8 6 6, 4 8 7, 9 2 4 3" },
		{ "en", "(502) 2422 0000", "5 0 2, 2 4 2 2, 0 0 0 0" },
		{ "en", "Dial 9-1-1 now.", "Dial 9 1 1 now." },
		{ "es", "Llame al 911.", "Llame al 9 1 1." },
		{ "es", "4, Policía. 1511.", "4, Policía. 1 5 1 1." },
		{ "fr", "Appelez le 911.", "Appelez le 9 1 1." },
		{ "pt", "Ligue 190 agora", "Ligue 1 9 0 agora" },
		{ "ht", "Rele 114.", "Rele 1 1 4." },
		{ "es", "*211", "asterisco 2 1 1" },
		/* what is no telephone */
		{ "es", "128 opciones en 11 países",
		    "128 opciones en 11 países" },
		{ "es", "Desde 2020 hasta 2026.", "Desde 2020 hasta 2026." },
		{ "es", "2025-2026", "2025-2026" },
	};

	(void)state;
	check(rows, COUNT_OF(rows));
}

static void
money_has_its_name(void **state)
{
	static const struct row rows[] = {
		{ "es", "90 GTQ", "90 quetzales" },
		{ "es", "1 GTQ", "1 quetzal" },
		{ "es", "US$ 200", "200 dólares" },
		{ "es", "US$1,500.50 al mes", "1500.50 dólares al mes" },
		{ "en", "Up to 2,000 USD.", "Up to 2000 dollars." },
		{ "fr", "2.000 USD", "2000 dollars" },
		{ "pt", "500 HNL", "500 lempiras" },
		{ "ht", "25 GTQ", "25 ketsal" },
		{ "en", "25 GTQX", "25 GTQX" },
	};

	(void)state;
	check(rows, COUNT_OF(rows));
}

static void
dates_and_times_are_said_as_people_do(void **state)
{
	static const struct row rows[] = {
		{ "es", "2025-11-14", "14 de noviembre de 2025" },
		{ "es", "14 nov 2025", "14 de noviembre de 2025" },
		{ "es", "1 oct 2025", "primero de octubre de 2025" },
		{ "en", "14 Nov 2025", "November 14, 2025" },
		{ "fr", "1 fév 2026", "premier février 2026" },
		{ "pt", "2 out 2025", "2 de outubro de 2025" },
		{ "ht", "1 jan 2026", "premye janvye 2026" },
		{ "es", "revisado nov 2026", "revisado noviembre de 2026" },
		{ "en", "reviewed Nov 2026", "reviewed November 2026" },
		{ "pt", "out 2025.", "outubro de 2025." },
		{ "fr", "les mois de mai 2025", "les mois de mai 2025" },
		/* no day at all: by its digits, as any long number */
		{ "es", "2025-13-14", "2 0 2 5, 1 3, 1 4" },
		{ "es", "Lun a vie 8:00-16:30", "Lunes a viernes 8 a 16 y 30" },
		{ "es", "lun a vie, 8:00-14:00",
		    "lunes a viernes, 8 a 14 horas" },
		{ "en", "Mon to Fri 9:00-17:00",
		    "Monday to Friday 9 to 17 o'clock" },
		{ "fr", "8:00", "8 heures" },
		{ "es", "24:61", "24:61" },
	};

	(void)state;
	check(rows, COUNT_OF(rows));
}

static void
thousands_are_one_number(void **state)
{
	static const struct row rows[] = {
		{ "es", "2,000 personas", "2000 personas" },
		{ "es", "33 000 personas", "33000 personas" },
		{ "pt", "2.000 pessoas", "2000 pessoas" },
		{ "en", "2.5 percent", "2.5 percent" },
		{ "en", "1, 2, 3", "1, 2, 3" },
	};

	(void)state;
	check(rows, COUNT_OF(rows));
}

static void
short_forms_are_said_whole(void **state)
{
	static const struct row rows[] = {
		{ "es", "EE. UU. y Canadá", "Estados Unidos y Canadá" },
		{ "es", "Vive en EE. UU.", "Vive en Estados Unidos." },
		{ "es", "el art. 10 y/o la ley",
		    "el artículo 10 y o la ley" },
		{ "es", "Alerta No. 7", "Alerta número 7" },
		{ "es", "¿Pagó? No.", "¿Pagó? No." },
		{ "en", "e.g. a visa", "for example a visa" },
		{ "fr", "M. Ruiz", "monsieur Ruiz" },
		{ "pt", "nos EUA", "nos Estados Unidos" },
		/* not inside of words */
		{ "es", "domingo", "domingo" },
		{ "en", "Monday", "Monday" },
	};

	(void)state;
	check(rows, COUNT_OF(rows));
}

static void
signs_are_pauses_or_nothing(void **state)
{
	static const struct row rows[] = {
		{ "es", "▲▲▲ PELIGRO ALTO", "PELIGRO ALTO" },
		{ "es", "• El examen médico", "El examen médico" },
		{ "es", "gratis · 24 horas", "gratis, 24 horas" },
		{ "es", "Mis derechos > Pagos", "Mis derechos, Pagos" },
		{ "es", "[x] Construcción", "marcado Construcción" },
		{ "en", "[ ] Building", "not marked Building" },
		{ "es", "vea «Si algo sale mal».", "vea Si algo sale mal." },
		{ "es", "Palabra: vis_", "Palabra: vis" },
		{ "es", "█████░░░░", "" },
		{ "es", "● ● ● _ _", "" },
		/* nothing that espeak-ng would take for phonemes or markup */
		{ "en", "[[h@l'oU]] <b>x</b>", "h@l'oU b, x, b" },
		{ "es", "* cambia el idioma.", "asterisco cambia el idioma." },
		{ "es", "+ y - pasan", "más y menos pasan" },
		{ "en", "Press - if not.", "Press minus if not." },
		{ "en", "a visa - a job", "a visa - a job" },
		{ "es", "1  Sin contrato    Sí", "1, Sin contrato, Sí" },
		{ "es", "Nombre: ______.", "Nombre:" },
		{ "es", "https://www.ilo.org/es", "www.ilo.org, es" },
		{ "es", "", "" },
	};

	(void)state;
	check(rows, COUNT_OF(rows));
}

static void
a_text_is_cut_where_its_sentences_end(void **state)
{
	static const struct {
		const char *lang, *text;
		size_t first;
	} rows[] = {
		{ "es", "Guarde el recibo. Pida otro.", 18 },
		{ "es", "Vive en EE. UU. y trabaja. Gana.", 27 },
		{ "es", "Según el art. 10 no paga. Nunca.", 27 },
		{ "es", "Habló J. Pérez. Luego otro.", 18 },
		{ "es", "¿Paga? No. Nunca.", 8 },
		{ "es", "No. Nunca.", 4 },
		{ "es", "Vea No. 7 y No. 8. Luego.", 19 },
		{ "es", "1. El nombre. Y más.", 14 },
		{ "es", "¿Quién? Nadie.", 10 },
		{ "es", "Dijo «no pago». Y ya.", 18 },
		{ "en", "It is 2.5 percent. More.", 19 },
		{ "en", "Ask at www.ilo.org today. Yes.", 26 },
		{ "en", "No end here", 11 },
		{ "en", "", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_int_equal(speech_sentence(rows[i].lang, rows[i].text),
		    rows[i].first);
}

/* Whatever stands there, it comes to an end and is plain text. */
static void
no_text_is_too_strange(void **state)
{
	struct arena *a = arena_new();
	char text[64];

	(void)state;
	for (unsigned seed = 1; seed < 20000; seed++) {
		uint32_t r = seed * 2654435761u;
		size_t len = 0;

		for (; len < sizeof text - 1; len++) {
			static const char some[] = "0123456789 .,:-+*()/[x]"
						   "US$GTQartEE.\xC3\xB1\xE2";

			r = r * 1664525u + 1013904223u;
			text[len] = some[(r >> 16) % (sizeof some - 1)];
		}
		text[len] = '\0';
		assert_true(strlen(speech_spoken(a, "es", text)) <
		    16 * sizeof text);
		for (const char *at = text; *at != '\0';) {
			size_t n = speech_sentence("es", at);

			assert_true(n > 0 && n <= strlen(at));
			at += n;
		}
		arena_reset(a);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    telephones_are_said_digit_by_digit_in_their_groups),
		cmocka_unit_test(money_has_its_name),
		cmocka_unit_test(dates_and_times_are_said_as_people_do),
		cmocka_unit_test(thousands_are_one_number),
		cmocka_unit_test(short_forms_are_said_whole),
		cmocka_unit_test(signs_are_pauses_or_nothing),
		cmocka_unit_test(a_text_is_cut_where_its_sentences_end),
		cmocka_unit_test(no_text_is_too_strange),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
