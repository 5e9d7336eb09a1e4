/*
 * Listening.  The kiosk says that it waits only when it is silent
 * (VEREDA_SYNC_VOICE), so whoever has pressed a key has heard all of it.
 */
#include <config.h>

#include "listen.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/io.h"
#include "base/mem.h"

#define ARGUMENTS_MAX 12
#define LINE_SIZE 4096
#define PLAYED_MAX (1u << 20) /* bytes */
#define PATIENCE_MS 20000

static char folder[] = "/tmp/vereda-listen-XXXXXX";
static int pipe_fd = -1;

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
	setenv("VEREDA_SYNC_VOICE", "1", 1);
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
	if (pipe_fd >= 0)
		close(pipe_fd);
	forget("heard");
	forget("played");
	forget("manner");
	rmdir(folder);
}

/* Nobody knows when one that hangs has said its sentence: it comes through a
 * pipe then, which can be waited for. */
static void
open_pipe(void)
{
	char *path = inside("heard");

	unsetenv("VEREDA_SYNC_VOICE");
	if (pipe_fd < 0 && mkfifo(path, 0600) == 0)
		pipe_fd = open(path, O_RDWR | O_CLOEXEC);
	free(path);
}

bool
listen_until(const char *line)
{
	struct pollfd p = { .fd = pipe_fd, .events = POLLIN };
	char heard[LINE_SIZE] = "";
	size_t len = 0;

	while (poll(&p, 1, PATIENCE_MS) == 1 &&
	    read(pipe_fd, heard + len, 1) == 1) {
		if (heard[len] != '\n' && len + 1 < sizeof heard) {
			len++;
			continue;
		}
		heard[len] = '\0';
		len = 0;
		if (strcmp(heard, line) == 0)
			return true;
	}
	printf("# never heard \"%s\", last \"%s\"\n", line, heard);
	return false;
}

void
listen_manner(const char *manner)
{
	char *path = inside("manner");
	FILE *f = fopen(path, "w");

	if (f == NULL)
		abort();
	if (strcmp(manner, "hangs") == 0)
		open_pipe();
	fputs(manner, f);
	fclose(f);
	free(path);
}

static struct term *
start(char *const *arguments, bool plays, int width, int height)
{
	char *program = in_builddir("kiosk-fixture");
	char *voice = in_builddir("fake-voice");
	char option[] = "--voice";
	char play[] = "--play";
	char *argv[ARGUMENTS_MAX + 6] = { program, option,
		realpath(voice, NULL) };
	size_t n = 3;
	struct term *t = NULL;

	if (plays) {
		argv[n++] = play;
		argv[n++] = argv[2];
	}
	for (size_t i = 0; arguments[i] != NULL && i < ARGUMENTS_MAX; i++)
		argv[n++] = arguments[i];
	t = term_start(&(struct term_setup){ .argv = argv, .width = width,
	    .height = height });
	free(argv[2]);
	free(voice);
	free(program);
	return t;
}

struct term *
listen_start(char *const *arguments, int width, int height)
{
	return start(arguments, false, width, height);
}

struct term *
listen_start_player(int width, int height)
{
	char *none[] = { NULL };

	return start(none, true, width, height);
}

char *
listen_heard(void)
{
	char *path = inside("heard");
	char *text = file_text(path);

	unlink(path);
	free(path);
	return text;
}

bool
listen_played(struct buffer *out)
{
	char *path = inside("played");
	struct err e = { 0 };
	bool there = io_read_file(out, path, PLAYED_MAX, &e) == 0;

	unlink(path);
	free(path);
	return there;
}
