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

static struct term *
start(void)
{
	char *program = in_builddir("vereda");
	char option[] = "--kiosk";
	char country[] = "--country";
	char gt[] = "GT";
	char *argv[] = { program, option, country, gt, NULL };
	struct term *t = term_start(&(struct term_setup){ .argv = argv });

	free(program);
	return t;
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
	return done();
}
