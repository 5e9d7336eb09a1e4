/*
 * The loop.  Between two events the process sleeps; all keys that wait are
 * taken before anything is drawn, and then it is drawn once.
 */
#include <config.h>

#include "ui/loop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/bytes.h"
#include "ui/console.h"
#include "ui/hooks.h"
#include "ui/input.h"
#include "ui/print.h"
#include "ui/tty.h"

#define READ_SIZE 4096
#define READS_MAX 16 /* of one round: a flood must not stop the clock */

enum {
	WATCH_TTY,
	WATCH_SIGNAL,
	WATCH_CLOCK,
	WATCH_LINK,
	WATCH_VOICE,
	WATCH_PRINTER,
	WATCH_COUNT,
};

struct loop {
	struct app *app;
	struct tty *tty;
	struct hooks hooks;
	struct input input;
	struct keys keys;
	int signal_fd;
	bool over;
};

/* The keyboard can end nothing; the system can, in an orderly way. */
static int
signals_open(struct loop *l, struct err *e)
{
	static const int ignored[] = { SIGINT, SIGTSTP, SIGTTIN, SIGTTOU,
		SIGPIPE };
	static const int taken[] = { SIGHUP, SIGTERM, SIGQUIT, SIGWINCH };
	sigset_t set;

	for (size_t i = 0; i < COUNT_OF(ignored); i++)
		signal(ignored[i], SIG_IGN);
	sigemptyset(&set);
	for (size_t i = 0; i < COUNT_OF(taken); i++)
		sigaddset(&set, taken[i]);
	if (sigprocmask(SIG_BLOCK, &set, NULL) < 0)
		return err_set_errno(e, ERR_SYSTEM, "sigprocmask");
	l->signal_fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
	if (l->signal_fd < 0)
		return err_set_errno(e, ERR_SYSTEM, "signalfd");
	return 0;
}

static void
resize(struct loop *l)
{
	int width = 0;
	int height = 0;

	tty_size(l->tty, &width, &height);
	app_resize(l->app, width, height);
}

static void
take_signals(struct loop *l)
{
	struct signalfd_siginfo info;

	while (read(l->signal_fd, &info, sizeof info) == sizeof info) {
		if (info.ssi_signo == SIGWINCH)
			resize(l);
		else
			l->over = true;
	}
}

static void
take_bytes(struct loop *l, int64_t now)
{
	uint8_t raw[READ_SIZE];
	int n = 0;

	for (int i = 0; i < READS_MAX; i++) {
		n = tty_read(l->tty, raw, sizeof raw);
		if (n <= 0)
			break;
		input_bytes(&l->input, bytes_of(raw, (size_t)n), now,
		    &l->keys);
	}
	if (n < 0)
		l->over = true; /* the terminal is gone */
	explicit_bzero(raw, sizeof raw);
}

static void
take_keys(struct loop *l, int64_t now)
{
	input_tick(&l->input, now, &l->keys);
	input_drop_noise(&l->input, &l->keys, app_takes_text(l->app), now);
	app_keys(l->app, l->keys.at, l->keys.count);
	explicit_bzero(&l->keys, sizeof l->keys);
}

/* The letters that this person wants; the screen has more or fewer then. */
static void
choose_letters(struct loop *l)
{
	if (!console_enlarge(app_console(l->app),
		app_wants_large_letters(l->app)))
		return;
	tty_look_again(l->tty);
	app_set_terminal(l->app, tty_glyphs(l->tty), false);
	resize(l);
	app_letters_changed(l->app);
}

static void
draw(struct loop *l)
{
	struct surface *s = NULL;

	choose_letters(l);
	s = app_draw(l->app);
	if (app_take_wipe(l->app)) {
		input_wipe(&l->input);
		tty_wipe(l->tty);
	}
	tty_paint(l->tty, s, app_wants_contrast(l->app));
}

static int
next_wait(struct loop *l)
{
	int64_t now = hooks_now(&l->hooks);
	int wait = print_wait(l->app, now);

	if (l->hooks.clock_fd >= 0)
		return -1; /* time only comes through the descriptor */
	wait = hooks_nearer(wait, app_wait(l->app));
	return hooks_nearer(wait, input_wait(&l->input, now));
}

/* What the helper says; the public never waits for it. */
static void
take_link(struct loop *l, short revents, int64_t now)
{
	struct link *link = app_link(l->app);

	if (link == NULL || !link_io(link, revents, now))
		return;
	app_hear(l->app);
}

/* The helper's descriptor; poll() passes over -1. */
static struct pollfd
watch_link(struct app *app)
{
	const struct link *link = app_link(app);
	struct pollfd p = { .fd = -1 };

	if (link != NULL) {
		p.fd = link_fd(link);
		p.events = link_events(link);
	}
	return p;
}

/* Whoever tests waits until the helper has answered and all is printed, and
 * the voice is silent if that is wished. */
static bool
owes_nothing(const struct loop *l)
{
	const struct link *link = app_link(l->app);
	const struct printer *printer = app_printer(l->app);

	if (l->hooks.voice && app_is_reading(l->app))
		return false;
	return (link == NULL || !link_is_silent(link)) &&
	    (printer == NULL || printer_state(printer) != PRINTER_BUSY);
}

static void
turn(struct loop *l)
{
	struct pollfd watch[WATCH_COUNT] = {
		[WATCH_TTY] = { .fd = tty_fd(l->tty), .events = POLLIN },
		[WATCH_SIGNAL] = { .fd = l->signal_fd, .events = POLLIN },
		[WATCH_CLOCK] = { .fd = l->hooks.clock_fd, .events = POLLIN },
		[WATCH_LINK] = watch_link(l->app),
		[WATCH_VOICE] = { .fd = app_voice_fd(l->app),
		    .events = POLLIN },
		[WATCH_PRINTER] = print_watch(l->app),
	};
	int64_t now;

	if (owes_nothing(l))
		hooks_waiting(&l->hooks);
	if (poll(watch, WATCH_COUNT, next_wait(l)) < 0 && errno != EINTR) {
		l->over = true;
		return;
	}
	if (watch[WATCH_CLOCK].revents != 0 && !hooks_advance(&l->hooks))
		l->over = true;
	now = hooks_now(&l->hooks);
	take_signals(l);
	app_tick(l->app, now);
	take_link(l, watch[WATCH_LINK].revents, now);
	if (watch[WATCH_VOICE].revents != 0)
		app_hear_voice(l->app);
	print_io(l->app, watch[WATCH_PRINTER].revents, now);
	if ((watch[WATCH_TTY].revents & POLLIN) != 0)
		take_bytes(l, now);
	else if (watch[WATCH_TTY].revents != 0)
		l->over = true;
	take_keys(l, now);
}

int
loop_run(struct app *app, bool kiosk, struct err *e)
{
	struct loop l = { .app = app, .signal_fd = -1 };
	int rc = -1;

	hooks_open(&l.hooks);
	input_init(&l.input);
	if (signals_open(&l, e) < 0 || tty_open(&l.tty, kiosk, e) < 0)
		goto out;
	tty_teach(l.tty, &l.input);
	app_set_terminal(app, tty_glyphs(l.tty), false);
	app_tick(app, hooks_now(&l.hooks));
	resize(&l);
	app_start(app);
	while (!l.over && !app_done(app)) {
		draw(&l);
		turn(&l);
	}
	rc = 0;
out:
	tty_close(l.tty);
	if (l.signal_fd >= 0)
		close(l.signal_fd);
	return rc;
}
