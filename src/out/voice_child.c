/*
 * The child.  What it is to say lies in its pipe before it exists, so that
 * nobody ever waits for it, and a sentence stands in no list of arguments,
 * which every user of the machine may read.
 */
#include <config.h>

#include "out/voice_child.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/compiler.h"

#define PIPE_USUAL 65536u /* bytes that a pipe holds without asking */
#define FILES_MAX 64
#define VALUE_SIZE 256 /* bytes of a variable, with its name */

/* What finds the sound of the machine, and nothing else. */
static const char *const handed_on[] = { "HOME", "XDG_RUNTIME_DIR",
	"PULSE_SERVER", "PIPEWIRE_REMOTE", "ALSA_CARD" };

static void
limit(int what, rlim_t most)
{
	const struct rlimit r = { most, most };

	setrlimit(what, &r);
}

/* Nothing of the terminal, no way to more rights, and an end with us. */
static void
give_up_all(pid_t parent, unsigned cpu_seconds)
{
	static const int usual[] = { SIGINT, SIGTSTP, SIGTTIN, SIGTTOU,
		SIGPIPE };
	sigset_t none;

	setsid();
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(127); /* it is gone already */
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (size_t i = 0; i < COUNT_OF(usual); i++)
		signal(usual[i], SIG_DFL);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_CPU, cpu_seconds);
	limit(RLIMIT_NOFILE, FILES_MAX);
}

static NORETURN void
become(const struct voice_child_start *s, char *const *environment,
    pid_t parent)
{
	int null = open("/dev/null", O_RDWR);

	if (null < 0 || dup2(s->in, STDIN_FILENO) < 0 ||
	    dup2(s->out >= 0 ? s->out : null, STDOUT_FILENO) < 0 ||
	    dup2(null, STDERR_FILENO) < 0)
		_exit(127);
	closefrom(STDERR_FILENO + 1);
	give_up_all(parent, s->cpu_seconds);
	if (chdir("/") < 0)
		_exit(127);
	execve(s->argv[0], s->argv, environment);
	_exit(127);
}

/* A few variables; TEXTS holds what they say. */
static void
make_environment(char *out[COUNT_OF(handed_on) + 3],
    char texts[COUNT_OF(handed_on)][VALUE_SIZE])
{
	static char path[] = "PATH=/usr/local/bin:/usr/bin:/bin";
	static char locale[] = "LC_ALL=C.UTF-8";
	size_t n = 0;

	out[n++] = path;
	out[n++] = locale;
	for (size_t i = 0; i < COUNT_OF(handed_on); i++) {
		const char *value = getenv(handed_on[i]);
		int len = value == NULL ? 0
					: snprintf(texts[i], VALUE_SIZE,
					      "%s=%s", handed_on[i], value);

		if (len > 0 && len < VALUE_SIZE)
			out[n++] = texts[i];
	}
	out[n] = NULL;
}

int
voice_child_pipe(struct bytes input)
{
	int ends[2];
	ssize_t n = -1;

	if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0)
		return -1;
	if (input.len <= PIPE_USUAL ||
	    fcntl(ends[1], F_SETPIPE_SZ, (int)input.len) >= 0)
		n = input.len > 0 ? write(ends[1], input.at, input.len) : 0;
	close(ends[1]);
	if (n == (ssize_t)input.len && fcntl(ends[0], F_SETFL, 0) == 0)
		return ends[0];
	close(ends[0]);
	return -1;
}

static void
start_it(struct voice_child *c, const struct voice_child_start *start)
{
	char texts[COUNT_OF(handed_on)][VALUE_SIZE];
	char *environment[COUNT_OF(handed_on) + 3];
	pid_t parent = getpid();

	*c = (struct voice_child){ .end = -1 };
	make_environment(environment, texts);
	c->pid = fork();
	if (c->pid == 0)
		become(start, environment, parent);
	if (c->pid < 0)
		c->pid = 0;
	if (c->pid > 0)
		c->end = pidfd_open(c->pid, 0);
}

bool
voice_child_start(struct voice_child *c,
    const struct voice_child_start *start)
{
	if (start->in >= 0)
		start_it(c, start);
	if (start->in >= 0)
		close(start->in);
	if (start->out >= 0)
		close(start->out);
	if (start->in < 0 || c->pid <= 0)
		return false;
	if (c->end >= 0)
		return true;
	voice_child_kill(c);
	return false;
}

/* Whether the child has ended, and then how. */
static bool
has_ended(struct voice_child *c, int *status)
{
	pid_t pid;

	do
		pid = waitpid(c->pid, status, WNOHANG);
	while (pid < 0 && errno == EINTR);
	if (pid == 0)
		return false;
	if (c->end >= 0)
		close(c->end);
	*c = (struct voice_child){ .end = -1 };
	if (pid < 0)
		*status = -1;
	return true;
}

enum voice_child_state
voice_child_look(struct voice_child *c)
{
	int status = 0;

	if (c->pid <= 0)
		return VOICE_CHILD_BROKEN;
	if (!has_ended(c, &status))
		return VOICE_CHILD_RUNS;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0
		? VOICE_CHILD_DONE
		: VOICE_CHILD_BROKEN;
}

/* With all that it has started; it may not have its own group yet. */
void
voice_child_kill(struct voice_child *c)
{
	if (c->pid <= 0)
		return;
	kill(-c->pid, SIGKILL);
	kill(c->pid, SIGKILL);
}
