/*
 * Reading aloud, as it is handled: what its keys do, what stops it, and that
 * no voice can do the kiosk any harm.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "listen.h"

static struct term *
start(void)
{
	char *none[] = { NULL };

	return listen_start(none, 80, 25);
}

/* LINE is heard, soon. */
static bool
hears(const char *line)
{
	return listen_until(line);
}

static bool
foot_has(struct term *t, const char *text)
{
	return strstr(term_row(t, term_height(t) - 1), text) != NULL;
}

/* Is the row of TEXT in the title role? */
static bool
is_marked(struct term *t, const char *text)
{
	for (int y = 1; y < term_height(t) - 1; y++) {
		const char *at = strstr(term_row(t, y), text);
		struct term_cell cell;

		if (at == NULL)
			continue;
		cell = term_cell(t, (int)(at - term_row(t, y)), y);
		return term_role(t, &cell) == ROLE_TITLE;
	}
	return false;
}

static void
the_keys_lead_through_the_sentences(void)
{
	struct term *t = start();
	int x = 0, y = 0;

	term_keys(t, "1");
	ok(foot_has(t, ". Oír"), "the foot says how to listen");
	term_keys(t, ".");
	ok(hears("[es-419 150] Inicio."), "it begins with what this is");
	ok(foot_has(t, ". Callar") && foot_has(t, "+ Saltar") &&
		foot_has(t, "- Repetir"),
	    "the foot says what the keys do meanwhile");
	term_keys(t, "+ +");
	ok(hears("[es-419 150] 1, Mis derechos al buscar trabajo. "
		 "Contratos, pagos, pasaporte."),
	    "+ skips");
	term_keys(t, "+");
	term_cursor(t, &x, &y);
	ok(strstr(term_row(t, y), ">1  Mis derechos") != NULL && x == 3,
	    "the cursor stays on the focus");
	ok(is_marked(t, "¿Es verdadera") && !is_marked(t, "Buscar"),
	    "what is heard is marked, and nothing else");
	term_keys(t, "-");
	ok(hears("[es-419 150] 2, ¿Es verdadera esta oferta? Cómo revisarla.")
		&& foot_has(t, "- Más lento"),
	    "- says it again, and then offers to be slower");
	term_keys(t, "-");
	ok(hears("[es-419 120] 2, ¿Es verdadera esta oferta? Cómo revisarla."),
	    "which it is");
	term_keys(t, "+");
	ok(hears("[es-419 120] 3, Alertas de fraude. 3 alertas vigentes."),
	    "and it stays so");
	term_keys(t, ".");
	ok(foot_has(t, ". Oír") && !is_marked(t, "Alertas"),
	    ". stops it, and the mark goes");
	term_keys(t, ".");
	ok(hears("[es-419 120] 3, Alertas de fraude. 3 alertas vigentes."),
	    "and goes on with the sentence that was cut off");
	term_keys(t, "1 .");
	ok(hears("[es-419 120] Mis derechos al buscar trabajo."),
	    "a number opens the choice and does nothing else");
	term_keys(t, "F10 .");
	ok(hears("[es-419 150] Gracias."),
	    "the next person hears the usual pace");
	term_free(t);
}

static void
the_pace_is_chosen_beside_the_language(void)
{
	struct term *t = start();

	term_keys(t, "1 * 9");
	ok(term_has(t, "2   Voz más lenta                        [ ]"),
	    "a slower voice can be chosen");
	term_keys(t, "2");
	ok(term_has(t, "2   Voz más lenta                        [x]"),
	    "with one key");
	term_keys(t, "0 6");
	ok(hears("[es-419 120] 6, Leer todo en voz alta, marcado. sí, no."),
	    "and it is heard at once");
	term_keys(t, "0"); /* all is read now: "." would stop it */
	ok(hears("[es-419 120] Inicio."), "on every page");
	term_keys(t, "- - * 9 .");
	ok(term_has(t, "Voz más lenta                        [x]"),
	    "slower still by asking again, it stays chosen");
	term_keys(t, "2");
	ok(hears("[es-419 150] 2, Voz más lenta, sin marcar. sí, no."),
	    "chosen again, the pace is the usual one");
	term_keys(t, "2 F10 0 1 * 9");
	ok(term_has(t, "2   Voz más lenta                        [ ]"),
	    "nobody finds it as the person before left it");
	term_free(t);
}

/* EN 301 549 5.1.3.11 to 5.1.3.13 */
static void
it_gets_louder_while_it_reads(void)
{
	struct term *t = start();

	term_keys(t, "1 . + +");
	ok(foot_has(t, "/ Volumen") && !foot_has(t, "/ Buscar"),
	    "while it reads there is a key for the volume");
	term_keys(t, "/");
	ok(hears("[es-419 150 at 150] 1, Mis derechos al buscar trabajo. "
		 "Contratos, pagos, pasaporte."),
	    "with it the same sentence is louder");
	term_keys(t, "+");
	ok(hears("[es-419 150 at 150] 2, ¿Es verdadera esta oferta? Cómo "
		 "revisarla."),
	    "and so are those behind it");
	term_keys(t, "/ / - -");
	ok(hears("[es-419 120 at 20] 2, ¿Es verdadera esta oferta? Cómo "
		 "revisarla."),
	    "behind the loudest comes the softest, and it can be slow");
	term_keys(t, ". /");
	ok(term_has(t, "Palabra:"), "in silence / looks for a word");
	term_free(t);
}

static void
the_volume_is_chosen_beside_the_pace(void)
{
	struct term *t = start();

	term_keys(t, "1 * 9");
	ok(term_has(t, "1   Volumen                           3 de 5"),
	    "the volume can be chosen");
	term_keys(t, "1");
	ok(hears("[es-419 150 at 150] 1, Volumen, 4 de 5. 5 es lo más alto."),
	    "and is heard at once, also by who asked for nothing");
	term_keys(t, "1");
	ok(hears("[es-419 150 at 200] 1, Volumen, 5 de 5. 5 es lo más alto."),
	    "up to the loudest there is");
	term_keys(t, "1");
	ok(hears("[es-419 150 at 20] 1, Volumen, 1 de 5. 5 es lo más alto."),
	    "behind which comes the softest");
	term_keys(t, "0 0 .");
	ok(hears("[es-419 150 at 20] Inicio."), "it stays for every page");
	term_keys(t, "F10 0 1 .");
	ok(hears("[es-419 150] Inicio."),
	    "the next person hears what the kiosk is set to");
	term_free(t);
}

static void
hiding_and_the_end_are_silent_at_once(void)
{
	struct term *t = start();

	term_keys(t, "1 1 . F9");
	ok(foot_has(t, ". Oír"), "the page is hidden in silence");
	term_advance(t, 20000);
	ok(!foot_has(t, "Callar"), "and stays so");
	term_free(t);
}

static void
who_listens_is_there(void)
{
	struct term *t = start();

	term_keys(t, "1 1 .");
	term_advance(t, 6000);
	ok(foot_has(t, "Callar"), "a long sentence takes its time");
	term_advance(t, 115000);
	ok(!term_has(t, "¿Sigue usted ahí?"),
	    "120 seconds behind the key nobody is asked");
	term_advance(t, 10000);
	ok(term_has(t, "¿Sigue usted ahí?"), "but behind the last word");
	term_free(t);
}

static void
one_that_hangs_is_given_up(void)
{
	struct term *t = start();

	term_keys(t, "1");
	for (int i = 0; i < 3; i++) {
		term_keys(t, ".");
		term_advance(t, 60000);
	}
	ok(term_alive(t) && !foot_has(t, "Oír") && !foot_has(t, "Callar"),
	    "a voice that hangs three times is none, and the kiosk goes on");
	term_keys(t, ". 1");
	ok(term_has(t, "Quién paga los gastos"), "and serves");
	term_free(t);
}

static void
one_that_dies_is_given_up(void)
{
	struct term *t = NULL;

	listen_manner("dies");
	t = start();
	term_keys(t, "1");
	for (int i = 0; i < 8 && foot_has(t, "Oír"); i++) {
		term_keys(t, ".");
		term_until_gone(t, "Callar"); /* it has died */
	}
	ok(term_alive(t) && !foot_has(t, "Oír") && !foot_has(t, "Callar"),
	    "nor does one that dies do any harm");
	term_free(t);
	listen_manner("");
}

/* A kiosk on which nobody can hear has no such key. */
static void
without_a_voice_nothing_is_shown(void)
{
	char *program = in_builddir("kiosk-fixture");
	char *argv[] = { program, NULL };
	struct term *t = term_start(&(struct term_setup){ .argv = argv });

	ok(!term_has(t, "Oír"), "the first screen does not offer it");
	term_keys(t, "1 .");
	ok(!foot_has(t, "Oír") && term_has(t, "Mis derechos"),
	    "and no other screen");
	term_keys(t, "*");
	ok(!term_has(t, "voz alta"), "nor the comfort screen");
	ok(!term_has(t, "Voz"), "which has nothing to choose for it either");
	term_free(t);
	free(program);
}

int
main(void)
{
	listen_open();
	listen_manner("hangs");
	the_keys_lead_through_the_sentences();
	the_pace_is_chosen_beside_the_language();
	it_gets_louder_while_it_reads();
	the_volume_is_chosen_beside_the_pace();
	hiding_and_the_end_are_silent_at_once();
	who_listens_is_there();
	one_that_hangs_is_given_up();
	one_that_dies_is_given_up();
	without_a_voice_nothing_is_shown();
	listen_close();
	return done();
}
