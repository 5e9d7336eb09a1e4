/*
 * The walk with the screen hidden: everything that the kiosk can do, with
 * the nine keys of a keypad, by somebody who only hears.  What is pressed is
 * found in what was said: "3, Fraud alerts" says to press 3, "Key plus: More"
 * to press +.  The screen is not looked at.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "listen.h"

#define LINE_SIZE 4096

static struct term *t;
static char *heard; /* of the page of the moment */

static void
hear(void)
{
	free(heard);
	heard = listen_heard();
}

static void
press(const char *key)
{
	term_key(t, key);
	hear();
}

static bool
says(const char *text)
{
	return strstr(heard, text) != NULL;
}

/* The words of the line at AT, without who said them; NULL at the end. */
static const char *
words_of(const char *at, char line[LINE_SIZE])
{
	const char *words = strstr(at, "] ");

	if (words == NULL)
		return NULL;
	words += 2;
	snprintf(line, LINE_SIZE, "%.*s", (int)strcspn(words, "\n"), words);
	return words;
}

/* The number of the choice in which TEXT was said; 0 for none. */
static char
number_of(const char *text)
{
	char line[LINE_SIZE];
	const char *at = heard;

	while ((at = words_of(at, line)) != NULL)
		if (line[0] >= '1' && line[0] <= '9' && line[1] == ',' &&
		    strstr(line, text) != NULL)
			return line[0];
	return 0;
}

/* Press the number of the choice in which TEXT was said. */
static bool
choose(const char *text)
{
	char digit[2] = "";

	if (number_of(text) == 0)
		press("."); /* all of it once more */
	digit[0] = number_of(text);
	if (digit[0] != 0) {
		press(digit);
		return true;
	}
	printf("# nobody said a number for \"%s\" in\n# %s\n", text, heard);
	return false;
}

static bool
offers(const char *verb)
{
	char *label = xasprintf(": %s.", verb);
	bool does = says(label);

	free(label);
	return does;
}

/* Press the key that does VERB, as it was said. */
static bool
use(const char *verb)
{
	static const struct {
		const char *name;
		const char *key;
	} names[] = { { "más", "+" }, { "menos", "-" },
		{ "asterisco", "*" }, { "barra", "/" },
		{ "plus", "+" }, { "minus", "-" }, { "star", "*" } };
	char *label = xasprintf(": %s", verb);
	const char *at = NULL;
	const char *start = NULL;
	char key[16];

	if (!says(label))
		press("."); /* all of it once more */
	at = start = strstr(heard, label);
	free(label);
	if (at == NULL) {
		printf("# no key was said for \"%s\" in\n# %s\n", verb, heard);
		return false;
	}
	while (start > heard && start[-1] != ' ')
		start--;
	snprintf(key, sizeof key, "%.*s", (int)(at - start), start);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(names[i].name, key) == 0)
			snprintf(key, sizeof key, "%s", names[i].key);
	press(key);
	return true;
}

/* Up to Home, step by step; what was typed is erased on the way. */
static bool
go_home(void)
{
	static const char *const ways[] = { "Atrás", "Volver", "Listo",
		"Pregunta anterior", "Borrar" };

	for (int i = 0; i < 30 && !says("] Inicio."); i++) {
		size_t n = 0;

		while (n < COUNT_OF(ways) && !offers(ways[n]))
			n++;
		if (n == COUNT_OF(ways))
			press("."); /* all of it once more */
		else
			use(ways[n]);
	}
	return says("] Inicio.");
}

static void
begin(void)
{
	char keypad[] = "--keypad";
	char options[] = "--options";
	char *arguments[] = { keypad, options, NULL };

	t = listen_start(arguments, 80, 25);
	press(".");
	ok(says("[es-419 150] 1, Español") && says("[ht 150] 5, Kreyòl"),
	    "the languages are heard, each in itself");
	ok(choose("Español") && says("] Inicio."),
	    "a number that was heard leads on, and is followed by the voice");
}

/* TEXT was heard; else what was. */
static bool
hears(const char *text)
{
	if (!says(text))
		printf("# \"%s\" was not heard in\n# %s\n", text, heard);
	return says(text);
}

static void
read_an_article(void)
{
	ok(choose("Mis derechos") && choose("Quién paga los gastos") &&
		choose("Usted no paga por trabajar"),
	    "three numbers lead to an article");
	ok(hears("Nadie puede cobrarle") && hears("Si le amenazan"),
	    "which is heard from its first page to its last");
	ok(use("Llevar") && hears("cámara de su teléfono"), "it can be taken along");
	ok(go_home(), "and home again");
}

static void
hear_an_alert(void)
{
	ok(choose("ALERTA") && hears("Peligro alto"),
	    "the gravest alert has a number too");
	ok(choose("Revisar la oferta") && hears("Empezar"),
	    "and leads on to the questions");
	ok(go_home(), "and home again");
}

static void
find_a_telephone(void)
{
	ok(choose("Ayuda y teléfonos") && choose("Línea de la región"),
	    "a service is found");
	ok(hears("9 0 0, 0 0 0, 0 0 0 1"),
	    "and its number is said digit by digit");
	ok(go_home(), "and home again");
}

/* 8472 is "visa". */
static void
search_on_the_keypad(void)
{
	ok(choose("Buscar") && hears("el 2 es A, B y C"),
	    "the search says what the digits are");
	press("8");
	press("4");
	press("7");
	press("2");
	ok(hears("Palabra: visa") && hears("3 resultados"),
	    "each digit says what is written now, and what is found");
	press(".");
	ok(use("Ir a la lista") && choose("Visa de trabajo") &&
		hears("H-2A"),
	    "a result is opened by its number");
	ok(go_home(), "and home again");
}

static void
check_an_offer(void)
{
	bool on = choose("¿Es verdadera esta oferta?") &&
	    choose("¿Es verdadera esta oferta?") && choose("Empezar");

	for (int i = 0; i < 12 && on && !says("Resultado."); i++)
		on = choose("No sé");
	ok(on && hears("Sus próximos pasos"),
	    "the questions lead to an outcome");
	ok(go_home(), "and home again");
}

static void
compare_fees(void)
{
	ok(choose("¿Es verdadera esta oferta?") &&
		choose("¿Qué me pueden cobrar?") &&
		choose("¿Qué le cobran?") && choose("Visa"),
	    "there is a place for what one is asked to pay");
	press("9");
	ok(hears("Cuánto: 9"), "what is typed is said");
	ok(use("Listo") && hears("2, Visa, 9 quetzales"),
	    "and stands in the list");
	ok(choose("Ver la suma y la ley") && hears("Visa: 9 quetzales"),
	    "the sum is compared with the law");
	ok(go_home(), "and home again");
}

static void
find_a_course(void)
{
	ok(choose("Cursos y certificados") && choose("País") &&
		choose("Honduras") && use("Listo"),
	    "a facet is chosen");
	ok(choose("Quitar todo") && choose("Ver las") &&
		choose("Certificar mi oficio"),
	    "and leads to an option");
	ok(hears("Papeles que debe llevar"), "which is heard whole");
	ok(use("Comparar") && use("Atrás") && choose("Soldadura") &&
		use("Comparar"),
	    "two are put side by side");
	ok(use("Atrás") && use("Atrás") && choose("Comparar") &&
		hears("Dónde, distinto: 1, Guatemala. 2, Tegucigalpa."),
	    "and heard beside each other, with what differs");
	ok(go_home(), "and home again");
}

static void
answer_a_quiz(void)
{
	bool on = choose("Alertas de fraude") && choose("¿Rumor o verdad?") &&
	    choose("preguntas para repasar");

	for (int i = 0; i < 6 && on && !says("Resultado."); i++) {
		on = choose("Es un rumor");
		on = on && use(offers("Otra pregunta") ? "Otra pregunta"
						       : "Resultado");
	}
	ok(on && hears("RESPUESTAS CORRECTAS: 4 de 5"), "a quiz is answered to its result");
	ok(go_home(), "and home again");
}

static void
look_at_the_plan(void)
{
	ok(use("Mi plan") && hears("1, "), "the plan is behind Home");
	ok(choose("Usted no paga") && hears("Quitar de mi plan"),
	    "and each step of it can be moved");
	ok(go_home(), "and home again");
}

static void
change_the_language(void)
{
	ok(use("Idioma") && choose("English") && hears("[en-us 150]"),
	    "the language is changed, and the voice with it");
	ok(use("Return") && hears("[en-us 150] Home."),
	    "Home speaks it too");
}

static void
hide_and_end(void)
{
	ok(use("Hide") && !says("Home"), "one key hides the page, in silence");
	press("0");
	ok(hears("Home."), "and it comes back");
	ok(use("Finish") && hears("erased"),
	    "the end says that all of it is erased");
	press("0");
	press(".");
	ok(hears("1, Español"), "and the next one is asked for the language");
}

int
main(void)
{
	listen_open();
	begin();
	read_an_article();
	hear_an_alert();
	find_a_telephone();
	search_on_the_keypad();
	check_an_offer();
	compare_fees();
	find_a_course();
	answer_a_quiz();
	look_at_the_plan();
	change_the_language();
	hide_and_end();
	free(heard);
	term_free(t);
	listen_close();
	return done();
}
