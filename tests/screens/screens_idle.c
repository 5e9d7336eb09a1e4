/*
 * Waiting costs nothing: how often the program wakes up, counted by the
 * byte that it writes each time it waits.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "harness.h"

#define ATTRACT_WAKES_MAX 20 /* a minute */

static struct term *
start(void)
{
	char *program = in_builddir("kiosk-fixture");
	char *argv[] = { program, NULL };
	struct term *t = term_start(&(struct term_setup){ .argv = argv });

	free(program);
	return t;
}

/* How often the surface changes in MS, a step at a time. */
static unsigned
changes(struct term *t, uint64_t ms)
{
	unsigned count = 0;
	char *before = NULL;

	for (uint64_t at = 0; at <= ms; at += 500) {
		char *now = term_dumped(t);

		count += before != NULL && strcmp(now, before) != 0;
		free(before);
		before = now;
		term_advance(t, 500);
	}
	free(before);
	return count;
}

static void
the_frozen_clock_wakes_for_us_alone(void)
{
	struct term *t = start();
	unsigned before = term_waits(t);

	for (int i = 0; i < 100; i++)
		term_advance(t, 0);
	ok(term_waits(t) - before == 100,
	    "the program wakes up once for each event, and only then");
	term_free(t);
}

static void
what_moves_on_each_screen(void)
{
	struct term *t = start();
	unsigned count = changes(t, 60000);

	ok(count <= ATTRACT_WAKES_MAX,
	    "the first screen changes %u times a minute", count);
	term_keys(t, "1");
	count = changes(t, 60000);
	ok(count == 0, "Home changes %u times a minute", count);
	term_keys(t, "1 1");
	count = changes(t, 60000);
	ok(count == 0, "a list changes %u times a minute", count);
	term_free(t);
}

/* WCAG 2.2.2 */
static void
what_moves_can_be_stopped(void)
{
	struct term *t = start();
	unsigned count = 0;

	term_advance(t, 6000);
	term_keys(t, "0");
	count = changes(t, 60000);
	ok(count == 0, "once stopped it changes %u times a minute", count);
	term_keys(t, "0");
	ok(changes(t, 60000) > 0, "the same key lets it go on");
	term_keys(t, "0");
	term_advance(t, 121000);
	ok(changes(t, 60000) > 0, "and so it does when nobody is there");
	term_keys(t, "1 1 F9");
	count = changes(t, 9000);
	ok(count == 0, "over a hidden page it changes %u times", count);
	term_free(t);
}

static void
silence_ends_on_the_first_screen(void)
{
	struct term *t = start();

	term_keys(t, "1 / p a s a p o r t e");
	ok(term_has(t, "pasaporte"), "somebody typed a word and left");
	term_advance(t, 119000);
	ok(term_has(t, "pasaporte"), "it stands there for two minutes");
	term_advance(t, 2000);
	ok(term_has(t, "░") || term_has(t, "█"), "then comes the notice");
	term_advance(t, 27000);
	ok(!term_has(t, "Kreyòl ayisyen"), "for 30 seconds");
	term_advance(t, 2000);
	ok(term_has(t, "Kreyòl ayisyen") && !term_has(t, "pasaporte"),
	    "then the first screen, and nothing of before");
	term_free(t);
}

int
main(void)
{
	the_frozen_clock_wakes_for_us_alone();
	what_moves_on_each_screen();
	what_moves_can_be_stopped();
	silence_ends_on_the_first_screen();
	return done();
}
