/*
 * The terminal: taken over, and given back however the program ends.
 */
#include <config.h>

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/compiler.h"
#include "harness.h"

static struct term *
start(const char *term)
{
	char *program = in_builddir("kiosk-fixture");
	char *argv[] = { program, NULL };
	struct term *t = term_start(&(struct term_setup){ .argv = argv,
	    .term = term });

	free(program);
	return t;
}

static void
a_desk_is_left_with_f10(const char *term)
{
	struct term *t = start(term);

	ok(!term_is_restored(t), "%s is ours while the kiosk runs", term);
	term_keys(t, "1 1 F10"); /* the session */
	ok(term_alive(t), "on %s F10 ends the session first", term);
	term_keys(t, "0 F10");
	ok(!term_alive(t) && term_status(t) == 0,
	    "then the program");
	ok(term_is_restored(t), "and %s is as it was", term);
	term_free(t);
}

static void
a_signal_gives_the_terminal_back(int number, const char *name, bool clean)
{
	struct term *t = start(NULL);

	term_key(t, "1");
	term_signal(t, number);
	ok(!term_alive(t) && (term_status(t) == 0) == clean,
	    "%s ends the program", name);
	ok(term_is_restored(t), "%s gives the terminal back", name);
	term_free(t);
}

static void
what_a_keyboard_sends_ends_nothing(void)
{
	static const char *const keys[] = { "\003", "\032", "\034", "\023",
		"\004", "\021", "\033\033\033" };
	static const int ignored[] = { SIGINT, SIGTSTP, SIGTTIN, SIGTTOU,
		SIGPIPE };
	struct term *t = start(NULL);

	for (size_t i = 0; i < COUNT_OF(keys); i++)
		term_key(t, keys[i]);
	for (size_t i = 0; i < COUNT_OF(ignored); i++)
		kill(term_pid(t), ignored[i]);
	term_key(t, "2");
	ok(term_alive(t) && term_has(t, "Home"),
	    "no control key and no signal of a keyboard ends it");
	term_free(t);
}

static void
without_a_terminal_there_is_nothing_to_do(void)
{
	struct term *t = start(NULL);

	term_key(t, "1");
	term_hang_up(t);
	ok(term_status(t) == 0, "it ends when the terminal is gone");
	term_free(t);
}

static void
a_terminal_that_nobody_knows_is_tried(void)
{
	struct term *t = start("no-such-terminal");

	ok(term_has(t, "VEREDA"), "an unknown TERM is tried as another");
	term_free(t);
	t = start("dumb");
	ok(!term_alive(t) && term_status(t) == 1,
	    "a cursor that cannot be moved is refused");
	term_free(t);
}

static void
a_new_size_is_drawn_at_once(void)
{
	struct term *t = start(NULL);

	term_key(t, "2");
	term_resize(t, 40, 15);
	ok(strncmp(term_row(t, 14), " 0 ", 3) == 0, "at 40x15 all is there");
	term_resize(t, 20, 5);
	ok(term_has(t, "Screen too small"), "at 20x5 one sentence");
	term_resize(t, 132, 43);
	ok(strncmp(term_row(t, 42), " 0 ", 3) == 0, "at 132x43 all is there");
	term_free(t);
}

/* A tap on the footer is its key; one beside every target is nothing. */
static void
a_finger_does_what_a_key_does(void)
{
	static const char tap_zero[] = "\033[<0;3;25M\033[<0;3;25m";
	static const char tap_nowhere[] = "\033[<0;70;20M\033[<0;70;20m";
	struct term *t = start(NULL);

	term_key(t, "2");
	term_advance(t, 500);
	term_bytes(t, tap_nowhere, sizeof tap_nowhere - 1);
	ok(term_has(t, "Home"), "a tap on nothing does nothing");
	term_bytes(t, tap_zero, sizeof tap_zero - 1);
	ok(!term_has(t, "Home"), "a tap on 0 is 0");
	term_free(t);
}

/* The columns of row Y that are drawn as the focus; false for none. */
static bool
focus_of(struct term *t, int *y, int *first, int *last)
{
	int x = 0;

	term_cursor(t, &x, y);
	*first = *last = x;
	for (x = 0; x < term_width(t); x++) {
		struct term_cell cell = term_cell(t, x, *y);

		if (term_role(t, &cell) != ROLE_FOCUS)
			continue;
		*first = x < *first ? x : *first;
		*last = x > *last ? x : *last;
	}
	return *last > *first;
}

/* A finger goes down and up again, as SGR reports (mode 1006). */
static void
tap(struct term *t, int x, int y)
{
	char bytes[64];

	snprintf(bytes, sizeof bytes, "\033[<0;%d;%dM\033[<0;%d;%dm", x + 1,
	    y + 1, x + 1, y + 1);
	term_advance(t, TERM_STEP_MS);
	term_bytes(t, bytes, strlen(bytes));
}

static void
a_tap_on_the_focus_is_enter(const char *keys, int width, int height)
{
	char *program = in_builddir("kiosk-fixture");
	char touch[] = "--touch";
	char options[] = "--options";
	char *argv[] = { program, touch, options, NULL };
	struct term_setup setup = { .argv = argv, .width = width,
		.height = height };
	char *texts[3] = { NULL };
	bool there = true;

	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct term *t = term_start(&setup);
		int y, first, last;

		term_keys(t, keys);
		there = focus_of(t, &y, &first, &last) && there;
		if (i == 0)
			term_key(t, "Enter");
		else
			tap(t, i == 1 ? first : last, y);
		texts[i] = term_dumped(t);
		term_free(t);
	}
	ok(there && strcmp(texts[0], texts[1]) == 0 &&
		strcmp(texts[0], texts[2]) == 0,
	    "at %dx%d, after \"%s\", a tap on the focus is Enter", width,
	    height, keys);
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		free(texts[i]);
	free(program);
}

static void
fingers_choose(void)
{
	static const char *const keys[] = { "", "2", "2 Down", "2 1", "2 3",
		"2 4", "2 4 2", "2 5", "2 6", "2 2", "2 2 1 1", "2 *", "2 8",
		"2 / v i s a Down", "2 2 4", "2 2 5 1" };

	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		a_tap_on_the_focus_is_enter(keys[i], 80, 25);
		a_tap_on_the_focus_is_enter(keys[i], 40, 15);
	}
}

/* What is drawn now lies in the 40x15 cells that are left of 80x30. */
static bool
is_in_large_letters(struct term *t)
{
	for (int y = 0; y < 30; y++)
		if (strlen(term_row(t, y)) > (y < 15 ? 60 : 0))
			return false;
	return strstr(term_row(t, 14), "0 ") != NULL;
}

static void
letters_grow_on_a_console(void)
{
	char *program = in_builddir("kiosk-fixture");
	char *font = in_builddir("vereda-32x16.psf");
	char large[] = "--large";
	char *argv[] = { program, large, font, NULL };
	struct term *t = NULL;

	if (access(font, R_OK) < 0) {
		ok(true, "letters grow on a console # SKIP no fonts are built");
		goto out;
	}
	t = term_start(&(struct term_setup){ .argv = argv,
	    .term = "linux",
	    .width = 80,
	    .height = 30 });
	term_keys(t, "1 *");
	ok(term_has(t, "*   Letras más grandes                   [ ]"),
	    "a console offers larger letters");
	term_keys(t, "*");
	ok(term_has(t, "*  Letras más grandes           [x]") &&
		is_in_large_letters(t),
	    "the key that led there makes them larger");
	term_keys(t, "0");
	ok(term_has(t, "Mis derechos") && is_in_large_letters(t),
	    "everywhere");
	term_keys(t, "* *");
	ok(term_has(t, "*   Letras más grandes                   [ ]") &&
		strstr(term_row(t, 29), "0 Volver") != NULL,
	    "and small again");
	term_keys(t, "* F10");
	ok(term_has(t, "Gracias") &&
		strstr(term_row(t, 29), "0 Salir") != NULL,
	    "the next person finds the usual ones");
	term_free(t);
out:
	free(font);
	free(program);
}

int
main(void)
{
	a_desk_is_left_with_f10("xterm-256color");
	a_desk_is_left_with_f10("linux");
	a_desk_is_left_with_f10("vt100");
	a_signal_gives_the_terminal_back(SIGTERM, "SIGTERM", true);
	a_signal_gives_the_terminal_back(SIGHUP, "SIGHUP", true);
	a_signal_gives_the_terminal_back(SIGQUIT, "SIGQUIT", true);
	a_signal_gives_the_terminal_back(SIGABRT, "SIGABRT", false);
	if (!ADDRESS_SANITIZER) /* which takes this signal for itself */
		a_signal_gives_the_terminal_back(SIGSEGV, "SIGSEGV", false);
	what_a_keyboard_sends_ends_nothing();
	without_a_terminal_there_is_nothing_to_do();
	a_terminal_that_nobody_knows_is_tried();
	a_new_size_is_drawn_at_once();
	a_finger_does_what_a_key_does();
	fingers_choose();
	letters_grow_on_a_console();
	return done();
}
