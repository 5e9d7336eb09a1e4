/*
 * The loop of the helper: the kiosk, the work, the stick.
 */
#include <config.h>

#include "load/serve.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/log.h"
#include "base/mem.h"
#include "load/serve_private.h"

enum { SLOT_KIOSK_IN, SLOT_KIOSK_OUT, SLOT_WORK, SLOT_STICK, SLOTS };

/* What the kiosk sends; nothing more is an end. */
static void
read_kiosk(struct serve *s)
{
	uint8_t bytes[SERVE_LINE_MAX];
	ssize_t got = read(s->setup->in, bytes, serve_lines_room(&s->asked));

	if (got > 0)
		serve_lines_add(&s->asked, bytes_of(bytes, (size_t)got));
	else if (got == 0)
		s->input_ended = true;
	else if (errno != EINTR && errno != EAGAIN)
		s->gone = true;
	explicit_bzero(bytes, sizeof bytes);
}

/* Requests, one after the other; while one runs only its cancel. */
static void
take_requests(struct serve *s)
{
	struct serve_line line;

	while (!s->gone && s->out.len - s->sent < SERVE_OUT_MAX &&
	    serve_lines_first(&s->asked, &line)) {
		bool is_cancel = strcmp(line.field[0], "cancel") == 0;

		if (s->running != SERVE_NOTHING && !is_cancel)
			return;
		if (s->running != SERVE_NOTHING)
			serve_cancel(s);
		else
			serve_take(s, &line);
		serve_lines_drop(&s->asked, &line);
		serve_watch_tell(s);
	}
	if (s->asked.broken)
		s->gone = true;
}

static void
write_kiosk(struct serve *s)
{
	ssize_t put = write(s->setup->out, s->out.at + s->sent,
	    s->out.len - s->sent);

	if (put > 0)
		s->sent += (size_t)put;
	else if (put < 0 && errno != EINTR && errno != EAGAIN)
		s->gone = true;
	if (s->sent == s->out.len)
		s->sent = s->out.len = 0;
}

static void
read_work(struct serve *s)
{
	uint8_t bytes[SERVE_LINE_MAX];
	struct serve_line line;
	ssize_t got = read(s->work.from, bytes, serve_lines_room(&s->heard));

	if (got < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (got > 0)
		serve_lines_add(&s->heard, bytes_of(bytes, (size_t)got));
	while (serve_lines_first(&s->heard, &line)) {
		serve_hear(s, &line);
		serve_lines_drop(&s->heard, &line);
	}
	if (got <= 0 || s->heard.broken)
		serve_work_over(s, s->heard.broken);
}

static void
fill_polls(const struct serve *s, struct pollfd polls[SLOTS])
{
	size_t waiting = s->out.len - s->sent;
	bool listens = !s->input_ended && !s->gone &&
	    serve_lines_room(&s->asked) > 0;
	bool hears = s->running != SERVE_NOTHING && waiting < SERVE_OUT_MAX;

	polls[SLOT_KIOSK_IN] = (struct pollfd){ listens ? s->setup->in : -1,
		POLLIN, 0 };
	polls[SLOT_KIOSK_OUT] = (struct pollfd){ s->gone ? -1 : s->setup->out,
		waiting > 0 ? POLLOUT : 0, 0 };
	polls[SLOT_WORK] = (struct pollfd){ hears ? s->work.from : -1,
		POLLIN, 0 };
	polls[SLOT_STICK] = (struct pollfd){ s->watch, POLLIN, 0 };
}

/* The kiosk is gone: what runs shall stop, and nobody hears of it. */
static void
leave(struct serve *s)
{
	serve_cancel(s);
	s->sent = s->out.len = 0;
}

static void
turn(struct serve *s)
{
	struct pollfd polls[SLOTS];
	int ready;

	fill_polls(s, polls);
	ready = poll(polls, SLOTS, serve_patience(s));
	work_reap();
	if (ready < 0 && errno != EINTR)
		s->gone = true;
	if (ready > 0) {
		if (polls[SLOT_STICK].revents != 0)
			serve_watch_read(s);
		if (polls[SLOT_WORK].revents != 0)
			read_work(s);
		if ((polls[SLOT_KIOSK_OUT].revents & (POLLERR | POLLHUP)) != 0)
			s->gone = true;
		else if ((polls[SLOT_KIOSK_OUT].revents & POLLOUT) != 0)
			write_kiosk(s);
		if (polls[SLOT_KIOSK_IN].revents != 0)
			read_kiosk(s);
	}
	if (serve_patience(s) == 0)
		serve_work_over(s, true);
	serve_watch_tell(s);
	take_requests(s);
	if (s->gone)
		leave(s);
}

/* Is there nothing left to do or to say? */
static bool
is_over(const struct serve *s)
{
	if (s->running != SERVE_NOTHING)
		return false;
	return s->gone || (s->input_ended && s->out.len == s->sent);
}

void
serve_run(const struct serve_setup *setup)
{
	struct serve *s = xcalloc(1, sizeof *s);
	int flags = fcntl(setup->out, F_GETFL);

	signal(SIGPIPE, SIG_IGN);
	if (flags >= 0)
		fcntl(setup->out, F_SETFL, flags | O_NONBLOCK);
	s->setup = setup;
	s->work = (struct work){ .from = -1, .control = -1 };
	serve_watch_open(s);
	while (!is_over(s))
		turn(s);
	serve_watch_close(s);
	if (flags >= 0)
		fcntl(setup->out, F_SETFL, flags);
	buffer_fini(&s->out);
	explicit_bzero(s, sizeof *s);
	free(s);
}

int
serve_listen(struct serve_setup *setup, int listener, struct err *e)
{
	for (;;) {
		int fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC);

		if (fd < 0 && (errno == EINTR || errno == ECONNABORTED))
			continue;
		if (fd < 0)
			return err_set_errno(e, ERR_SYSTEM, "accept");
		setup->in = setup->out = fd;
		serve_run(setup);
		close(fd);
	}
}
