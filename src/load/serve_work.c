/*
 * Processes that work for the helper.
 */
#include <config.h>

#include "load/serve_work.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/utf8.h"
#include "load/serve_lines.h"

#define BEAT_MS 250

int64_t
work_now(void)
{
	struct timespec now = { 0 };

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void
close_both(int fds[2])
{
	close(fds[0]);
	close(fds[1]);
}

/* In the new process; does not return. */
static void
be_worker(int to, int control,
    void (*do_it)(struct work_side *side, void *context), void *context,
    const int *close_there)
{
	struct work_side side = { .to = to, .control = control };

	for (; *close_there >= 0; close_there++)
		close(*close_there);
	signal(SIGPIPE, SIG_DFL); /* nobody listens: nothing to do */
	do_it(&side, context);
	_exit(EXIT_SUCCESS);
}

int
work_start(struct work *w,
    void (*do_it)(struct work_side *side, void *context), void *context,
    const int *close_there, struct err *e)
{
	int lines[2];
	int control[2];

	*w = (struct work){ .from = -1, .control = -1 };
	if (pipe2(lines, O_CLOEXEC) < 0)
		return err_set_errno(e, ERR_SYSTEM, "pipe");
	if (pipe2(control, O_CLOEXEC) < 0) {
		err_set_errno(e, ERR_SYSTEM, "pipe");
		close_both(lines);
		return -1;
	}
	fflush(NULL); /* or it is written twice */
	w->pid = fork();
	if (w->pid < 0) {
		w->pid = 0;
		err_set_errno(e, ERR_SYSTEM, "fork");
		close_both(lines);
		close_both(control);
		return -1;
	}
	if (w->pid == 0) {
		close(lines[0]);
		close(control[1]);
		be_worker(lines[1], control[0], do_it, context, close_there);
	}
	close(lines[1]);
	close(control[0]);
	w->from = lines[0];
	w->control = control[1];
	fcntl(w->from, F_SETFL, O_NONBLOCK);
	return 0;
}

void
work_cancel(struct work *w)
{
	if (w->control >= 0)
		close(w->control);
	w->control = -1;
}

void
work_end(struct work *w)
{
	if (w->pid > 0)
		kill(w->pid, SIGKILL);
	if (w->from >= 0)
		close(w->from);
	work_cancel(w);
	*w = (struct work){ .from = -1, .control = -1 };
	work_reap();
}

void
work_reap(void)
{
	while (waitpid(-1, NULL, WNOHANG) > 0)
		continue;
}

/* All of it or nothing matters: a line is shorter than a pipe's atom. */
static void
write_line(struct work_side *side, const char *line, size_t len)
{
	while (write(side->to, line, len) < 0 && errno == EINTR)
		continue;
	side->told = work_now();
}

void
work_say(struct work_side *side, const char *format, ...)
{
	char line[SERVE_LINE_MAX];
	va_list args;
	size_t len;

	va_start(args, format);
	vsnprintf(line, sizeof line - 1, format, args);
	va_end(args);
	len = strlen(line);
	/* What was cut may end inside a letter. */
	while (len == sizeof line - 2 && len > 0 &&
	    ((unsigned char)line[len - 1] & 0x80) != 0)
		len--;
	line[len] = '\n';
	write_line(side, line, len + 1);
}

void
work_beat(struct work_side *side)
{
	if (work_now() - side->told >= BEAT_MS)
		write_line(side, "!\n", 2);
}

bool
work_cancelled(const struct work_side *side)
{
	struct pollfd p = { .fd = side->control, .events = POLLIN };

	return poll(&p, 1, 0) > 0;
}

static const char *
code_name(enum err_code code)
{
	const char *name = err_name(code);

	if (name[0] != '\0')
		return name;
	if (code == ERR_NOT_FOUND)
		return "NONE";
	return code == ERR_USAGE ? "USAGE" : "SYSTEM";
}

void
work_finish(struct work_side *side, int rc, const struct err *e)
{
	char *detail = NULL;

	if (rc == 0) {
		work_say(side, "ok");
		return;
	}
	detail = utf8_made_safe(e->text, false);
	work_say(side, "error\t%s\t%s", code_name(e->code), detail);
	free(detail);
}
