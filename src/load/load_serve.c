/*
 * vereda-load serve: the helper of a kiosk.
 */
#include <config.h>

#include "load/load.h"

#include <fcntl.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "load/serve.h"

#define N_(text) text

#define LISTEN_FD 3 /* the first that systemd passes */

/* --socket, or what systemd passed, or -1 for standard input and output. */
static int
find_socket(const struct load *l, int *out)
{
	const char *pid = getenv("LISTEN_PID");
	const char *count = getenv("LISTEN_FDS");
	uint64_t n = 0;

	*out = -1;
	if (l->given[LOAD_OPTION_SOCKET] != NULL) {
		if (!load_number(&n, l->given[LOAD_OPTION_SOCKET], 0, 1023))
			return LOAD_USAGE;
		*out = (int)n;
		return LOAD_DONE;
	}
	if (pid == NULL || count == NULL ||
	    !load_number(&n, pid, 1, INT32_MAX) || (pid_t)n != getpid())
		return LOAD_DONE;
	if (!load_number(&n, count, 1, 1))
		return LOAD_USAGE;
	*out = LISTEN_FD;
	return LOAD_DONE;
}

static bool
is_listening(int fd)
{
	socklen_t len = sizeof(int);
	int listening = 0;

	return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listening, &len) ==
	    0 && listening != 0;
}

static int
run(struct load *l, char **operands)
{
	struct serve_setup setup = {
		.load = l,
		.source = { l->given[LOAD_OPTION_STICK],
		    l->given[LOAD_OPTION_DEVICE],
		    l->given[LOAD_OPTION_MOUNT] },
		.in = STDIN_FILENO,
		.out = STDOUT_FILENO,
		.stall_ms = SERVE_STALL_MS,
		.clock = pin_clock_read,
	};
	struct err e = { 0 };
	int fd = -1;

	(void)operands;
	if ((setup.source.folder != NULL && setup.source.device != NULL) ||
	    find_socket(l, &fd) != LOAD_DONE)
		return LOAD_USAGE;
	if (fd >= 0) {
		if (fcntl(fd, F_SETFD, FD_CLOEXEC) < 0) {
			err_set_errno(&e, ERR_SYSTEM, "descriptor %d", fd);
			return load_refuse(l, "serve", &e);
		}
		setup.in = setup.out = fd;
	}
	if (fd >= 0 && is_listening(fd)) {
		if (serve_listen(&setup, fd, &e) < 0)
			return load_refuse(l, "serve", &e);
		return LOAD_DONE;
	}
	serve_run(&setup);
	return LOAD_DONE;
}

const struct load_command load_serve = {
	.name = "serve",
	.operands = "",
	.about = N_("Serve the screens of the staff: the kiosk starts this, "
		    "or systemd does."),
	.options = 1u << LOAD_OPTION_STICK | 1u << LOAD_OPTION_DEVICE |
	    1u << LOAD_OPTION_MOUNT | 1u << LOAD_OPTION_SOCKET,
	.run = run,
};
