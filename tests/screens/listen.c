/*
 * Listening.  Whether it still reads is seen at the foot of the screen, as a
 * person would.
 */
#include <config.h>

#include "listen.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/mem.h"

#define ARGUMENTS_MAX 12

static char folder[] = "/tmp/vereda-listen-XXXXXX";

static char *
inside(const char *name)
{
	return xasprintf("%s/%s", folder, name);
}

void
listen_open(void)
{
	if (mkdtemp(folder) == NULL)
		abort();
	setenv("HOME", folder, 1);
}

static void
forget(const char *name)
{
	char *path = inside(name);

	unlink(path);
	free(path);
}

void
listen_close(void)
{
	forget("heard");
	forget("manner");
	rmdir(folder);
}

void
listen_manner(const char *manner)
{
	char *path = inside("manner");
	FILE *f = fopen(path, "w");

	if (f == NULL)
		abort();
	fputs(manner, f);
	fclose(f);
	free(path);
}

struct term *
listen_start(char *const *arguments, int width, int height)
{
	char *program = in_builddir("kiosk-fixture");
	char *voice = in_builddir("fake-voice");
	char option[] = "--voice";
	char *argv[ARGUMENTS_MAX + 4] = { program, option,
		realpath(voice, NULL) };
	struct term *t = NULL;

	for (size_t i = 0; arguments[i] != NULL && i < ARGUMENTS_MAX; i++)
		argv[3 + i] = arguments[i];
	t = term_start(&(struct term_setup){ .argv = argv, .width = width,
	    .height = height });
	free(argv[2]);
	free(voice);
	free(program);
	return t;
}

bool
listen_is_reading(struct term *t)
{
	static const char *const stops[] = { " Stop ", " Callar ",
		" Parar ", " Rete " };
	char *foot = xasprintf("%s ", term_row(t, term_height(t) - 1));
	bool reads = false;

	for (size_t i = 0; i < COUNT_OF(stops); i++)
		reads = reads || strstr(foot, stops[i]) != NULL;
	free(foot);
	return reads;
}

static bool
is_silent(struct term *t)
{
	return !listen_is_reading(t);
}

bool
listen_to_end(struct term *t)
{
	return term_until_so(t, is_silent);
}

char *
listen_heard(void)
{
	char *path = inside("heard");
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	FILE *in = fopen(path, "r");
	int c;

	while (in != NULL && (c = getc(in)) != EOF)
		putc(c, out);
	if (in != NULL)
		fclose(in);
	fclose(out);
	unlink(path);
	free(path);
	return text;
}
