/*
 * A player: runs a full-screen program on the emulated terminal and does to
 * it what the lines of standard input say, so that a shell script can press
 * keys and look at the screen (tests/kiosk.sh), and anybody take a picture:
 *
 *	echo 'press 1 6
 *	picture help.svg' | play build/vereda --bundle build/crm.vereda
 *
 * Commands, each answered with lines that begin with "|" and one that does
 * not, "ok" or "no":
 *
 *	press KEY...     as term_key() names them; time goes on before each
 *	type TEXT        its characters, one key each
 *	wait MS          so much time passes
 *	until TEXT       the program goes on until a row has TEXT
 *	has TEXT         whether some row has it now
 *	size WxH         the terminal gets another size
 *	screen           its rows
 *	picture FILE     what is on it, as SVG
 *
 * An answer is "no" if TEXT is not there, if the program has ended, and to
 * what is no command.
 *
 *	play [-s WxH] [-t TERM] PROGRAM [ARGUMENT...]
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/compiler.h"
#include "harness.h"
#include "picture.h"

#define LINE_SIZE 1024

static bool
press(struct term *t, const char *keys)
{
	term_keys(t, keys);
	return term_alive(t);
}

/* Characters of several bytes are none that somebody types here. */
static bool
type(struct term *t, const char *text)
{
	for (; *text != '\0'; text++)
		term_key(t, (char[2]){ *text, '\0' });
	return term_alive(t);
}

static bool
wait_for_time(struct term *t, const char *milliseconds)
{
	term_advance(t, strtoul(milliseconds, NULL, 10));
	return term_alive(t);
}

static bool
read_size(const char *text, int *width, int *height)
{
	char *end = NULL;
	long w = strtol(text, &end, 10);
	long h = *end == 'x' ? strtol(end + 1, NULL, 10) : 0;

	if (w < 1 || w > 500 || h < 1 || h > 200)
		return false;
	*width = (int)w;
	*height = (int)h;
	return true;
}

static bool
resize(struct term *t, const char *size)
{
	int width = 0;
	int height = 0;

	if (!read_size(size, &width, &height))
		return false;
	term_resize(t, width, height);
	return term_alive(t);
}

static bool
print_screen(struct term *t, const char *nothing)
{
	(void)nothing;
	for (int y = 0; y < term_height(t); y++)
		printf("|%s\n", term_row(t, y));
	return term_alive(t);
}

static bool
take_picture(struct term *t, const char *path)
{
	FILE *out = fopen(path, "w");
	bool good;

	if (out == NULL)
		return false;
	picture_write(t, out);
	good = ferror(out) == 0;
	return fclose(out) == 0 && good;
}

static const struct {
	const char *name;
	bool (*run)(struct term *t, const char *argument);
} commands[] = {
	{ "press", press },
	{ "type", type },
	{ "wait", wait_for_time },
	{ "until", term_until },
	{ "has", term_has },
	{ "size", resize },
	{ "screen", print_screen },
	{ "picture", take_picture },
};

static bool
obey(struct term *t, char *line)
{
	char *argument = line + strcspn(line, " ");

	if (*argument != '\0')
		*argument++ = '\0';
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		if (strcmp(commands[i].name, line) == 0)
			return commands[i].run(t, argument);
	return false;
}

int
main(int argc, char **argv)
{
	struct term_setup setup = { .argv = NULL };
	struct term *t = NULL;
	char line[LINE_SIZE];
	int option;

	while ((option = getopt(argc, argv, "+s:t:")) != -1) {
		if (option == 't')
			setup.term = optarg;
		else if (option != 's' ||
		    !read_size(optarg, &setup.width, &setup.height))
			return 2;
	}
	if (optind >= argc)
		return 2;
	setup.argv = argv + optind;
	t = term_start(&setup);
	while (fgets(line, sizeof line, stdin) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		puts(obey(t, line) ? "ok" : "no");
		fflush(stdout);
	}
	term_free(t);
	return 0;
}
