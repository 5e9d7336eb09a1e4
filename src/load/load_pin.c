/*
 * vereda-load pin: set the staff's PIN, or say how its tries stand.
 */
#include <config.h>

#include "load/load.h"

#include <libintl.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include <sodium.h>

#include "load/pin.h"

#define _(text) gettext(text)
#define N_(text) text

#define LINE_SIZE 64

/* One line from standard input, not shown if that is a terminal. */
static bool
read_line(char out[LINE_SIZE], const char *prompt)
{
	struct termios shown;
	struct termios hidden;
	bool is_terminal = tcgetattr(STDIN_FILENO, &shown) == 0;
	bool good;

	fprintf(stderr, "%s ", prompt);
	fflush(stderr);
	if (is_terminal) {
		hidden = shown;
		hidden.c_lflag &= ~(tcflag_t)ECHO;
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
	}
	good = fgets(out, LINE_SIZE, stdin) != NULL;
	if (is_terminal)
		tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
	fputc('\n', stderr);
	if (good)
		out[strcspn(out, "\n")] = '\0';
	return good;
}

static int
ask_and_set(const struct load *l)
{
	char first[LINE_SIZE] = "";
	char again[LINE_SIZE] = "";
	struct err e = { 0 };
	int rc = -1;

	if (!read_line(first, _("New PIN, six digits:")) ||
	    !pin_is_well_formed(first))
		err_set(&e, ERR_INPUT, "a PIN has six digits");
	else if (!read_line(again, _("The same again:")) ||
	    strcmp(first, again) != 0)
		err_set(&e, ERR_INPUT, "the two are not the same");
	else
		rc = pin_set(l->pin_file, first, &e);
	sodium_memzero(first, sizeof first);
	sodium_memzero(again, sizeof again);
	if (rc < 0)
		return load_refuse(l, l->pin_file, &e);
	if (!load_json(l))
		puts(_("The PIN is set."));
	return LOAD_DONE;
}

static int
say_state(const struct load *l)
{
	const struct pin_place place = { l->pin_file, l->folder };
	bool is_set = access(l->pin_file, F_OK) == 0;
	struct json j = { .out = stdout };
	struct pin_answer answer;
	struct pin_clock clock;
	struct err e = { 0 };

	pin_clock_read(&clock);
	if (pin_look(&answer, &place, &clock, &e) < 0)
		return load_refuse(l, l->folder, &e);
	if (load_json(l)) {
		json_object_begin(&j, NULL);
		json_bool(&j, "set", is_set);
		json_number(&j, "tries", answer.tries);
		json_number(&j, "wait", answer.wait);
		json_object_end(&j);
		json_end(&j);
		return LOAD_DONE;
	}
	puts(is_set ? _("A PIN is set.") : _("No PIN is set."));
	if (answer.verdict == PIN_WAIT)
		printf(ngettext("The next try can be made in %u second.\n",
			   "The next try can be made in %u seconds.\n",
			   answer.wait), answer.wait);
	else
		printf(ngettext("%u try is left.\n", "%u tries are left.\n",
			   answer.tries), answer.tries);
	return LOAD_DONE;
}

static int
run(struct load *l, char **operands)
{
	(void)operands;
	return l->given[LOAD_OPTION_SET] != NULL ? ask_and_set(l) :
	    say_state(l);
}

const struct load_command load_pin = {
	.name = "pin",
	.operands = "",
	.about = N_("Say whether the staff have a PIN; with --set ask for a "
		    "new one, twice."),
	.options = 1u << LOAD_OPTION_SET,
	.run = run,
};
