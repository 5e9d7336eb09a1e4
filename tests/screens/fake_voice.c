/*
 * Stands in for espeak-ng: takes the same arguments and writes what it is
 * given to $HOME/heard, one line for each sentence: voice, pace, volume if it
 * is not the usual one, words.
 * $HOME/manner makes it other than good: "hangs" or "dies".
 *
 * Stands in for opusdec, too, of which it decodes nothing, and for aplay: what
 * it is given then goes to $HOME/played, and the rate to $HOME/heard.  In the
 * manner "deaf" the former dies, in the manner "dumb" the latter.
 */
#include <config.h>

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arguments.h"

static FILE *
open_beside(const char *name, const char *how)
{
	const char *home = getenv("HOME");
	char path[512];

	snprintf(path, sizeof path, "%s/%s", home != NULL ? home : "/", name);
	return fopen(path, how);
}

/* All that a child may not have been given: a terminal, our files. */
static const char *
found_open(void)
{
	if (open("/dev/tty", O_RDWR) >= 0)
		return " HAS A TERMINAL";
	for (int fd = STDERR_FILENO + 1; fd < 256; fd++)
		if (fcntl(fd, F_GETFD) >= 0)
			return " HAS A DESCRIPTOR";
	return isatty(STDERR_FILENO) || isatty(STDOUT_FILENO)
		? " HAS THE SCREEN"
		: "";
}

/* The manner FATAL is the end of this one alone. */
static void
behave(const char *fatal)
{
	char manner[16] = "";
	FILE *f = open_beside("manner", "r");

	if (f != NULL && fgets(manner, sizeof manner, f) != NULL)
		manner[strcspn(manner, "\n")] = '\0';
	if (strcmp(manner, "dies") == 0 ||
	    (manner[0] != '\0' && strcmp(manner, fatal) == 0))
		raise(SIGSEGV);
	if (strcmp(manner, "hangs") == 0)
		pause();
}

/* What comes in goes to OUT. */
static void
pass_on(FILE *out)
{
	char some[4096];
	size_t n;

	while ((n = fread(some, 1, sizeof some, stdin)) > 0)
		if (out == NULL || fwrite(some, 1, n, out) != n)
			_exit(1);
	if (out == NULL || fclose(out) != 0)
		_exit(1);
}

static int
speak(int argc, char **argv)
{
	const char *open_one = found_open();
	char text[8192] = "";
	size_t len = fread(text, 1, sizeof text - 1, stdin);
	FILE *f = open_beside("heard", "a");
	const char *volume = NULL;
	bool loud = false;

	text[len] = '\0';
	if (f == NULL)
		return 1;
	volume = arguments_value(argc, argv, "-a", "?");
	loud = strcmp(volume, "100") != 0;
	fprintf(f, "[%s %s%s%s%s] %s\n", arguments_value(argc, argv, "-v", "?"),
	    arguments_value(argc, argv, "-s", "?"), loud ? " at " : "",
	    loud ? volume : "", open_one, text);
	fclose(f);
	behave("");
	return 0;
}

static int
play(int argc, char **argv)
{
	const char *open_one = found_open();
	FILE *f = open_beside("heard", "a");

	if (f == NULL)
		return 1;
	fprintf(f, "[plays %s%s]\n", arguments_value(argc, argv, "-r", "?"),
	    open_one);
	fclose(f);
	behave("dumb");
	pass_on(open_beside("played", "w"));
	return 0;
}

static int
decode(void)
{
	behave("deaf");
	pass_on(stdout);
	return 0;
}

int
main(int argc, char **argv)
{
	int status;

	if (arguments_have(argc, argv, "--rate"))
		status = decode();
	else if (arguments_have(argc, argv, "S16_LE"))
		status = play(argc, argv);
	else
		status = speak(argc, argv);
	/* a search for leaks takes longer than all of this, and there are
	 * thousands of sentences */
	_exit(status);
}
