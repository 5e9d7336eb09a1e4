/*
 * The walk of the first reader through the starter content: from the first
 * screen to what matters, in at most four keys each.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "harness.h"

#define KEYS_MAX 4
#define KEYS_TO_THE_LIST 5 /* from Home, to what matches */
#define FREE_ONE "Electricidad, mecánica" /* two for builders in Honduras */
#define OTHER_ONE "Perspectivas: maquinaria, mecánica,"

static struct term *
start_in(char *here)
{
	char *program = in_builddir("vereda");
	char option[] = "--kiosk";
	char country[] = "--country";
	char *argv[] = { program, option, country, here, NULL };
	struct term *t = term_start(&(struct term_setup){ .argv = argv });

	free(program);
	return t;
}

static struct term *
start(void)
{
	char gt[] = "GT";

	return start_in(gt);
}

/* The digit in front of TEXT on the screen, or NULL. */
static const char *
choice(struct term *t, const char *text)
{
	static char digit[2];

	for (int y = 0; y < term_height(t); y++) {
		const char *row = term_row(t, y);
		const char *at = strstr(row, text);

		while (at != NULL && at > row && (at[-1] < '1' || at[-1] > '9'))
			at--;
		if (at == NULL || at == row)
			continue;
		digit[0] = at[-1];
		return digit;
	}
	return NULL;
}

/* Press the digit of TEXT; whether there was one. */
static bool
choose(struct term *t, const char *text, unsigned *keys)
{
	const char *digit = choice(t, text);

	(*keys)++;
	if (digit != NULL)
		term_key(t, digit);
	else
		printf("# \"%s\" is not on the screen\n", text);
	return digit != NULL;
}

static void
to_the_article(void)
{
	struct term *t = start();
	unsigned keys = 0;
	bool there = choose(t, "Español", &keys);

	term_key(t, "1"); /* rights: the first of Home in every language */
	keys++;
	there = there && choose(t, "Usted no paga por trabajar", &keys);
	ok(there && keys <= KEYS_MAX && term_has(t, "1"),
	    "%u keys lead to \"Usted no paga por trabajar\"", keys);
	ok(choice(t, "Su contrato por escrito") == NULL,
	    "the article itself is shown and not the list");
	term_free(t);
}

static void
to_the_gravest_alert(void)
{
	struct term *t = start();

	term_keys(t, "1");
	ok(term_has(t, "▲▲▲"), "Home shows the gravest alert");
	term_keys(t, "9");
	ok(strstr(term_row(t, 1), "▲▲▲") != NULL,
	    "2 keys lead to the gravest alert");
	term_free(t);
}

static void
to_a_telephone(void)
{
	struct term *t = start();
	unsigned digits = 0;

	term_keys(t, "1 6");
	for (int y = 1; y < term_height(t) - 1; y++)
		for (const char *c = term_row(t, y); *c != '\0'; c++)
			digits += *c >= '0' && *c <= '9';
	ok(term_has(t, "Guatemala") && digits > 8,
	    "2 keys lead to the telephones of the country of the kiosk");
	term_free(t);
}

static void
to_a_result_of_the_search(void)
{
	struct term *t = start();

	term_keys(t, "1 /");
	term_bytes(t, "pasaporte", 9);
	ok(term_has(t, "pasaporte_"), "what is typed stands in the field");
	ok(term_has(t, "1  "), "and it is found while it is typed");
	term_keys(t, "Enter");
	ok(!term_has(t, "pasaporte_"), "Enter opens the first result");
	term_free(t);
}

static void
to_the_end(void)
{
	struct term *t = start();

	term_keys(t, "1 1 1");
	term_key(t, "F10");
	ok(!term_has(t, "Usted no paga"),
	    "F10 ends the session from anywhere");
	term_advance(t, 21000);
	ok(term_has(t, "Kreyòl ayisyen"),
	    "and the first screen comes back by itself");
	ok(term_alive(t), "and the kiosk runs on");
	term_key(t, "F10");
	ok(term_alive(t), "a kiosk has no key that ends it");
	term_free(t);
}

/*
 * A mason who came back to Honduras and looks for something free and short.
 * The country of the kiosk is chosen already and the list begins with what is
 * free.  No centre there says how long its courses for builders take, and a
 * length that finds nothing is never offered; so the trade is all that is left
 * to choose.
 */
static void
a_mason_back_in_honduras(void)
{
	char hn[] = "HN";
	struct term *t = start_in(hn);
	unsigned keys = 0;
	bool there = false;

	term_key(t, "1"); /* Spanish */
	ok(choose(t, "Cursos y certificados", &keys) &&
		term_has(t, "Honduras"), "the finder begins where one is");
	ok(choose(t, "Oficio", &keys) && choose(t, "Construcción", &keys),
	    "the trade is a choice");
	term_key(t, "0");
	keys++;
	there = choose(t, "VER LAS", &keys);
	ok(there && keys <= KEYS_TO_THE_LIST,
	    "%u keys lead from Home to the list", keys);
	ok(strstr(term_row(t, 3), "gratis") != NULL,
	    "which begins with what is free");
	term_keys(t, "1 6 0 2 6 0 0 9");
	keys += 8;
	ok(term_has(t, "Comparar") && term_has(t, "Costo"),
	    "two are side by side after %u keys", keys);
	term_key(t, "1");
	keys++;
	ok(term_has(t, "PAPELES QUE DEBE LLEVAR"),
	    "one of them says which papers to bring");
	term_keys(t, "0 5");
	keys += 2;
	ok(term_has(t, "Mi plan") && choice(t, FREE_ONE) != NULL &&
		choice(t, OTHER_ONE) != NULL,
	    "both are on the plan after %u keys", keys);
	ok(term_has(t, "Pregunte"), "with what to do first");
	term_key(t, "F10");
	keys++;
	ok(term_has(t, "Gracias") && !term_has(t, FREE_ONE),
	    "the end, after %u keys, shows nothing of it", keys);
	term_keys(t, "5 +");
	ok(!term_has(t, FREE_ONE), "and who comes next finds no plan");
	term_free(t);
}

/*
 * The same with "free" chosen as well.  What is short is asked for last: of
 * what is left nobody says how long it takes, so the finder offers only to
 * ask, and no choice that would find nothing.
 */
static void
a_mason_who_wants_it_free_and_short(void)
{
	char hn[] = "HN";
	struct term *t = start_in(hn);
	unsigned keys = 0;
	bool there = false;

	term_key(t, "1"); /* Spanish */
	there = choose(t, "Cursos y certificados", &keys) &&
	    choose(t, "Oficio", &keys) && choose(t, "Construcción", &keys);
	term_key(t, "0");
	there = there && choose(t, "Costo", &keys) &&
	    choose(t, "gratis", &keys);
	term_key(t, "0");
	ok(there && choose(t, "Duración", &keys),
	    "place, trade, free and length are choices");
	ok(choice(t, "pregunte en el centro") != NULL && !term_has(t, "mes"),
	    "of builders' courses in Honduras none says that it is short");
	term_key(t, "0");
	keys += 3;
	there = choose(t, "VER LA", &keys);
	ok(there && term_has(t, FREE_ONE),
	    "%u keys lead to what is free, of all four facets", keys);
	term_key(t, "0");
	term_key(t, "7"); /* everything, and what is short first */
	keys = 1;
	ok(choose(t, "Costo", &keys) && choose(t, "gratis", &keys),
	    "all choices are taken away with one key");
	term_key(t, "0");
	ok(choose(t, "Duración", &keys) &&
		choose(t, "hasta 1 mes", &keys),
	    "in the whole region there is something free and short");
	term_key(t, "0");
	term_key(t, "8");
	keys += 3;
	ok(strstr(term_row(t, 3), "gratis") != NULL,
	    "and %u keys show it", keys);
	term_free(t);
}

static void
to_what_recognises_the_work(void)
{
	char hn[] = "HN";
	struct term *t = start_in(hn);
	unsigned keys = 1;
	bool there = false;

	term_key(t, "1");
	there = choose(t, "Hacer valer lo que ya sé", &keys) &&
	    choose(t, "Albañil", &keys);
	ok(there && keys <= KEYS_MAX, "%u keys lead to what recognises the "
				      "work of a mason", keys);
	ok(term_has(t, "Certificado de oficio"), "certificates are there");
	ok(term_has(t, "Lo buscan en: Costa Rica, Estados Unidos"),
	    "and where it is asked for");
	ok(term_has(t, "Fuente: "), "and who says so");
	term_free(t);
}

static void
to_the_first_country(void)
{
	char hn[] = "HN";
	struct term *t = start_in(hn);
	unsigned keys = 1;
	bool there = false;

	term_key(t, "1");
	there = choose(t, "Hacer valer lo que ya sé", &keys) &&
	    choose(t, "Lo que acordaron dos países", &keys) &&
	    choose(t, "Estuve o voy a", &keys);
	ok(there && keys <= KEYS_MAX,
	    "%u keys lead to the choice of the other country", keys);
	ok(choose(t, "Guatemala", &keys) && term_has(t, "Soy de: Honduras"),
	    "the country of the kiosk is the other one");
	ok(term_has(t, "Está vigente. Personas de Guatemala"),
	    "and what is in force between them comes first");
	term_free(t);
}

int
main(void)
{
	char *bundle = in_builddir("crm.vereda");

	if (access(bundle, R_OK) < 0) {
		puts("1..0 # SKIP the starter content is not built");
		return 0;
	}
	free(bundle);
	to_the_article();
	to_the_gravest_alert();
	to_a_telephone();
	to_a_result_of_the_search();
	to_the_end();
	a_mason_back_in_honduras();
	a_mason_who_wants_it_free_and_short();
	to_what_recognises_the_work();
	to_the_first_country();
	return done();
}
