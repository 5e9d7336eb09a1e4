/*
 * Starting or finding the helper.
 */
#include <config.h>

#include "vereda_helper.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "base/paths.h"
#include "vereda_host.h"

#define ARGUMENTS_MAX 14

bool
helper_is_wanted(const struct helper *h)
{
	return h->options->helper != NULL ||
	    (h->store != NULL && h->options->stick != NULL);
}

/* The system's helper; a socket that would make us wait is no use. */
static int
open_socket(const char *path, int *fd, struct err *e)
{
	struct sockaddr_un to = { .sun_family = AF_UNIX };

	if (strlen(path) >= sizeof to.sun_path)
		return err_set(e, ERR_SYSTEM, "%s: too long", path);
	memcpy(to.sun_path, path, strlen(path));
	*fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (*fd < 0)
		return err_set_errno(e, ERR_SYSTEM, "socket");
	if (connect(*fd, (const struct sockaddr *)&to, sizeof to) == 0)
		return 0;
	err_set_errno(e, ERR_SYSTEM, "%s", path);
	close(*fd);
	*fd = -1;
	return -1;
}

/* In the child: the socket is its input and output, and nothing of the
 * terminal is its own. */
static NORETURN void
become_helper(int fd, const char *const *arguments)
{
	char *argv[ARGUMENTS_MAX + 1];
	sigset_t none;
	int null = open("/dev/null", O_RDWR);
	size_t n = 0;

	for (; n < ARGUMENTS_MAX && arguments[n] != NULL; n++)
		argv[n] = xstrdup(arguments[n]);
	argv[n] = NULL;
	setsid();
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGINT, SIG_DFL);
	signal(SIGTSTP, SIG_DFL);
	signal(SIGTTIN, SIG_DFL);
	signal(SIGTTOU, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
	if (isatty(STDERR_FILENO) && null >= 0)
		dup2(null, STDERR_FILENO); /* it would write on the screen */
	if (dup2(fd, STDIN_FILENO) < 0 || dup2(fd, STDOUT_FILENO) < 0)
		_exit(127);
	if (null > STDERR_FILENO)
		close(null);
	execv(argv[0], argv);
	_exit(127);
}

static int
start_child(struct helper *h, int *fd, struct err *e)
{
	const struct options *o = h->options;
	char *program = paths_find(BINDIR "/vereda-load", "vereda-load");
	char *root = host_root(o);
	char *factory = host_factory(o);
	const char *const arguments[ARGUMENTS_MAX + 1] = { program, "serve",
		"--store", h->store, "--root", root, "--stick", o->stick,
		"--factory", factory,
		o->config != NULL ? "--config" : NULL, o->config, NULL };
	int pair[2];
	int rc = -1;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0) {
		err_set_errno(e, ERR_SYSTEM, "socketpair");
		goto out;
	}
	h->pid = fork();
	if (h->pid == 0)
		become_helper(pair[1], arguments);
	close(pair[1]);
	if (h->pid < 0) {
		h->pid = 0;
		close(pair[0]);
		err_set_errno(e, ERR_SYSTEM, "fork");
		goto out;
	}
	*fd = pair[0];
	rc = fcntl(*fd, F_SETFL, O_NONBLOCK);
out:
	free(program);
	free(factory);
	free(root);
	return rc;
}

/* One that has ended is no zombie; one that hangs ends now. */
void
helper_end(struct helper *h)
{
	if (h->pid <= 0)
		return;
	if (waitpid(h->pid, NULL, WNOHANG) == 0) {
		kill(h->pid, SIGTERM);
		waitpid(h->pid, NULL, WNOHANG);
	}
	h->pid = 0;
}

static int
open_helper(void *context, int *fd, struct err *e)
{
	struct helper *h = context;

	if (h->options->helper != NULL)
		return open_socket(h->options->helper, fd, e);
	helper_end(h);
	return start_child(h, fd, e);
}

struct link_source
helper_source(struct helper *h)
{
	return (struct link_source){ h, open_helper, h->lang };
}
