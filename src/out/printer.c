/*
 * Printing.
 */
#include <config.h>

#include "out/printer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <linux/lp.h>

#include "base/log.h"
#include "base/mem.h"

struct printer {
	char *device;  /* or NULL */
	char *command; /* cut into words */
	char *words[PRINTER_WORDS_MAX + 1];
	enum printer_state state;
	struct buffer job;
	size_t written; /* of it */
	int fd;         /* the device, or the child's end (pidfd) */
	pid_t child;    /* 0: none */
	int64_t until;  /* then it is given up */
};

struct printer *
printer_new(const char *device, const char *command)
{
	struct printer *p = xcalloc(1, sizeof *p);
	char *rest = NULL;
	size_t n = 0;

	p->fd = -1;
	if (device[0] != '\0')
		p->device = xstrdup(device);
	p->command = xstrdup(command);
	for (char *word = strtok_r(p->command, " ", &rest);
	    word != NULL && n < PRINTER_WORDS_MAX;
	    word = strtok_r(NULL, " ", &rest))
		p->words[n++] = word;
	return p;
}

static void
forget_job(struct printer *p)
{
	if (p->job.at != NULL)
		explicit_bzero(p->job.at, p->job.room);
	buffer_fini(&p->job);
	memset(&p->job, 0, sizeof p->job);
	p->written = 0;
}

/* A child that was killed is reaped when it has ended, not waited for. */
static void
close_fd(struct printer *p)
{
	if (p->fd >= 0)
		close(p->fd);
	p->fd = -1;
}

static void
end(struct printer *p, enum printer_state state)
{
	forget_job(p);
	if (p->child == 0)
		close_fd(p);
	p->state = state;
}

/* What the device says of itself, if it is one that says anything. */
static bool
has_no_paper(int fd)
{
	int status = 0;

	return ioctl(fd, LPGETSTATUS, &status) == 0 &&
	    (status & LP_POUTPA) != 0;
}

/* The device failed: errno says how. */
static void
tell_device(struct printer *p)
{
	int code = errno;

	log_line("printer %s: %s", p->device, strerror(code));
	end(p, code == ENOSPC ? PRINTER_EMPTY : PRINTER_AWAY);
}

static bool
write_job(struct printer *p)
{
	while (p->written < p->job.len) {
		ssize_t n = write(p->fd, p->job.at + p->written,
		    p->job.len - p->written);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN)
			return false;
		if (n <= 0) {
			tell_device(p);
			return true;
		}
		p->written += (size_t)n;
	}
	end(p, PRINTER_DONE);
	return true;
}

static void
open_device(struct printer *p)
{
	p->fd = open(p->device,
	    O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	if (p->fd < 0) {
		tell_device(p);
	} else if (has_no_paper(p->fd)) {
		end(p, PRINTER_EMPTY);
	} else {
		write_job(p);
	}
}

/* The child reads FD and says nothing; returns an errno. */
static int
spawn(struct printer *p, int fd)
{
	static char path[] = "PATH=/usr/bin:/bin";
	static char charset[] = "LC_CTYPE=C.UTF-8";
	char *environment[] = { path, charset, NULL };
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	sigset_t set;
	int rc;

	posix_spawn_file_actions_init(&files);
	posix_spawnattr_init(&how);
	posix_spawn_file_actions_adddup2(&files, fd, STDIN_FILENO);
	posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null",
	    O_WRONLY, 0);
	posix_spawn_file_actions_adddup2(&files, STDOUT_FILENO,
	    STDERR_FILENO);
	sigemptyset(&set);
	posix_spawnattr_setsigmask(&how, &set);
	sigfillset(&set);
	posix_spawnattr_setsigdefault(&how, &set);
	posix_spawnattr_setflags(&how,
	    POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK |
		POSIX_SPAWN_SETSIGDEF);
	rc = posix_spawn(&p->child, p->words[0], &files, &how, p->words,
	    environment);
	if (rc != 0)
		p->child = 0;
	posix_spawnattr_destroy(&how);
	posix_spawn_file_actions_destroy(&files);
	return rc;
}

/* All of the job fits in the pipe: then only its end is waited for. */
static bool
fill_pipe(const struct printer *p, int fd)
{
	return write(fd, p->job.at, p->job.len) == (ssize_t)p->job.len;
}

static void
start_command(struct printer *p)
{
	int ends[2] = { -1, -1 };
	int rc = ENOENT;

	if (p->words[0] == NULL || pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0) {
		end(p, PRINTER_AWAY);
		return;
	}
	/* the child may wait for more, we for nothing */
	if (fcntl(ends[0], F_SETFL, 0) == 0 && fill_pipe(p, ends[1]))
		rc = spawn(p, ends[0]);
	close(ends[0]);
	close(ends[1]);
	forget_job(p);
	if (rc == 0)
		p->fd = pidfd_open(p->child, 0);
	if (rc != 0 || p->fd < 0) {
		log_line("printer %s: %s", p->words[0],
		    strerror(rc != 0 ? rc : errno));
		end(p, PRINTER_AWAY);
	}
}

bool
printer_print(struct printer *p, struct bytes bytes, int64_t now)
{
	if (p->state == PRINTER_BUSY || p->child != 0 ||
	    bytes.len > PRINTER_BYTES_MAX)
		return false;
	buffer_add(&p->job, bytes.at, bytes.len);
	p->state = PRINTER_BUSY;
	p->until = now + PRINTER_WAIT_MS;
	if (p->device != NULL)
		open_device(p);
	else
		start_command(p);
	return true;
}

enum printer_state
printer_state(const struct printer *p)
{
	return p->state;
}

int
printer_fd(const struct printer *p)
{
	return p->fd;
}

short
printer_events(const struct printer *p)
{
	return p->child != 0 ? POLLIN : POLLOUT;
}

int
printer_wait(const struct printer *p, int64_t now)
{
	if (p->state != PRINTER_BUSY)
		return -1;
	return p->until > now ? (int)(p->until - now) : 0;
}

/* The child has ended: well, or by our hand. */
static void
reap(struct printer *p)
{
	int status = 0;

	if (waitpid(p->child, &status, WNOHANG) == 0)
		return;
	p->child = 0;
	close_fd(p);
	if (p->state != PRINTER_BUSY)
		return;
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		log_line("printer %s: ended with %d", p->words[0], status);
	end(p, WIFEXITED(status) && WEXITSTATUS(status) == 0 ? PRINTER_DONE
							     : PRINTER_AWAY);
}

static void
give_up(struct printer *p, enum printer_state state)
{
	if (p->child != 0)
		kill(-p->child, SIGKILL); /* and what it started */
	end(p, state);
}

bool
printer_io(struct printer *p, short revents, int64_t now)
{
	enum printer_state was = p->state;

	if (p->child != 0 && revents != 0)
		reap(p);
	else if (p->state == PRINTER_BUSY && revents != 0)
		write_job(p);
	if (p->state == PRINTER_BUSY && now >= p->until)
		give_up(p, PRINTER_SILENT);
	return p->state != was;
}

void
printer_forget(struct printer *p)
{
	if (p != NULL)
		give_up(p, PRINTER_IDLE);
}

void
printer_free(struct printer *p)
{
	if (p == NULL)
		return;
	printer_forget(p);
	if (p->child != 0)
		reap(p);
	close_fd(p);
	free(p->device);
	free(p->command);
	free(p);
}
