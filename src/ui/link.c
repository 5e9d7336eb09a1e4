/*
 * The link: a socket, a queue of requests, and the model.
 */
#include <config.h>

#include "ui/link.h"

#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/bytes.h"
#include "base/log.h"
#include "base/mem.h"

#define WAITING_MAX 8 /* requests in the queue */
#define REQUEST_SIZE 512 /* bytes of one line */
#define UNSENT_MAX 4096 /* bytes; more and the helper does not listen */
#define READ_SIZE 16384
#define READS_MAX 16 /* of one round */
#define SECOND 1000 /* milliseconds */

struct waiting {
	enum link_request request;
	unsigned number; /* of an item */
	int64_t created; /* of the edition to go back to */
	char line[REQUEST_SIZE];
};

struct link {
	struct link_source source;
	int fd;
	struct link_reader reader;
	struct link_model model;
	struct waiting queue[WAITING_MAX];
	size_t waiting;
	struct buffer unsent;
	bool cancelled; /* what runs was asked to end */
	int64_t now;
	int64_t wait_until;
};

struct link *
link_new(const struct link_source *source)
{
	struct link *l = xcalloc(1, sizeof *l);

	l->source = *source;
	l->fd = -1;
	link_model_init(&l->model);
	return l;
}

static void
close_down(struct link *l)
{
	if (l->fd >= 0)
		close(l->fd);
	l->fd = -1;
	explicit_bzero(&l->reader, sizeof l->reader);
	explicit_bzero(l->queue, sizeof l->queue);
	l->waiting = 0;
	if (l->unsent.at != NULL)
		explicit_bzero(l->unsent.at, l->unsent.room);
	l->unsent.len = 0;
	l->cancelled = false;
	link_model_forget(&l->model);
}

static void
go_down(struct link *l, const char *why)
{
	if (l->fd < 0)
		return;
	log_line("helper: %s", why);
	close_down(l);
}

void
link_free(struct link *l)
{
	if (l == NULL)
		return;
	close_down(l);
	link_model_fini(&l->model);
	buffer_fini(&l->unsent);
	free(l);
}

bool
link_is_down(const struct link *l)
{
	return l->fd < 0;
}

int
link_fd(const struct link *l)
{
	return l->fd;
}

short
link_events(const struct link *l)
{
	return l->unsent.len > 0 ? POLLIN | POLLOUT : POLLIN;
}

const struct link_model *
link_model(const struct link *l)
{
	return &l->model;
}

int64_t
link_wait(const struct link *l, int64_t now)
{
	return l->wait_until > now ? l->wait_until - now : 0;
}

bool
link_is_silent(const struct link *l)
{
	return l->model.running != LINK_NOTHING &&
	    (l->model.running != LINK_INSTALL || l->model.heard == 0 ||
		l->cancelled);
}

bool
link_take_changed(struct link *l)
{
	bool changed = l->model.changed;

	l->model.changed = false;
	return changed;
}

/* --- sending --- */

/* What the socket takes at once; the rest stays. */
static void
send_some(struct link *l)
{
	while (l->fd >= 0 && l->unsent.len > 0) {
		ssize_t n = send(l->fd, l->unsent.at, l->unsent.len,
		    MSG_NOSIGNAL | MSG_DONTWAIT);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN)
			return;
		if (n <= 0) {
			go_down(l, "cannot be written to");
			return;
		}
		memmove(l->unsent.at, l->unsent.at + n,
		    l->unsent.len - (size_t)n);
		l->unsent.len -= (size_t)n;
		explicit_bzero(l->unsent.at + l->unsent.len, (size_t)n);
	}
}

static void
say(struct link *l, const char *line)
{
	if (l->fd < 0)
		return;
	if (l->unsent.len > UNSENT_MAX) {
		go_down(l, "does not listen");
		return;
	}
	buffer_add_text(&l->unsent, line);
	buffer_add_text(&l->unsent, "\n");
	send_some(l);
}

/* The first request that waits, if none runs. */
static void
send_next(struct link *l)
{
	struct waiting next;

	if (l->fd < 0 || l->waiting == 0 ||
	    l->model.running != LINK_NOTHING)
		return;
	next = l->queue[0];
	l->waiting--;
	memmove(&l->queue[0], &l->queue[1],
	    l->waiting * sizeof l->queue[0]);
	explicit_bzero(&l->queue[l->waiting], sizeof l->queue[0]);
	l->cancelled = false;
	if (next.request == LINK_PREVIEW || next.request == LINK_INSTALL)
		l->model.number = next.number;
	link_model_begin(&l->model, next.request);
	if (next.request == LINK_ROLLBACK)
		l->model.result.created = next.created;
	say(l, next.line);
	explicit_bzero(&next, sizeof next);
}

/* These only read, so they give way. */
static bool
gives_way(enum link_request running)
{
	return running == LINK_SCAN || running == LINK_PREVIEW;
}

static void
ask_all(struct link *l, const struct waiting *w)
{
	if (l->fd < 0)
		return;
	if (l->waiting == WAITING_MAX) {
		go_down(l, "does not answer");
		return;
	}
	l->queue[l->waiting++] = *w;
	if (gives_way(l->model.running))
		link_cancel(l);
	send_next(l);
}

static void
ask(struct link *l, enum link_request request, const char *line)
{
	struct waiting w = { .request = request };

	snprintf(w.line, sizeof w.line, "%s", line);
	ask_all(l, &w);
	explicit_bzero(&w, sizeof w);
}

void
link_cancel(struct link *l)
{
	if (l->model.running == LINK_NOTHING || l->cancelled)
		return;
	l->cancelled = true;
	say(l, "cancel");
}

void
link_open(struct link *l)
{
	const char *lang = l->source.lang;
	char line[REQUEST_SIZE];
	struct err e = { 0 };

	if (l->fd >= 0)
		return;
	if (l->source.open(l->source.context, &l->fd, &e) < 0) {
		log_line("helper: %s", e.text);
		l->fd = -1;
		return;
	}
	snprintf(line, sizeof line, "hello\t1%s%.8s", lang != NULL ? "\t" : "",
	    lang != NULL ? lang : "");
	ask(l, LINK_HELLO, line);
}

void
link_pin(struct link *l, const char *digits)
{
	char line[REQUEST_SIZE];

	snprintf(line, sizeof line, "pin\t%.*s", LINK_PIN_DIGITS, digits);
	ask(l, LINK_PIN, line);
	explicit_bzero(line, sizeof line);
}

/* Nobody is staff any more, whatever the helper is busy with. */
void
link_leave(struct link *l)
{
	if (!l->model.staff && l->model.running != LINK_PIN)
		return;
	explicit_bzero(l->queue, sizeof l->queue);
	l->waiting = 0;
	link_cancel(l);
	ask(l, LINK_LEAVE, "leave");
	l->model.staff = false;
}

void
link_scan(struct link *l)
{
	l->model.stick_moved = false;
	ask(l, LINK_SCAN, "scan");
}

static void
ask_status(struct link *l)
{
	ask(l, LINK_STATUS, "status");
}

void
link_preview(struct link *l, unsigned number)
{
	struct waiting w = { .request = LINK_PREVIEW, .number = number };

	snprintf(w.line, sizeof w.line, "preview\t%u", number);
	ask_all(l, &w);
}

void
link_install(struct link *l, unsigned number)
{
	struct waiting w = { .request = LINK_INSTALL, .number = number };

	link_model_expect(&l->model, LINK_INSTALL);
	snprintf(w.line, sizeof w.line, "install\t%u", number);
	ask_all(l, &w);
}

void
link_roll_back(struct link *l, const struct link_edition *to, int reason)
{
	struct waiting w = { .request = LINK_ROLLBACK,
		.created = to->created };

	link_model_expect(&l->model, LINK_ROLLBACK);
	snprintf(w.line, sizeof w.line,
	    "rollback\t%.64s\t%" PRIu64 "\t%" PRIu64 "\t%d", to->channel,
	    to->epoch, to->sequence, reason);
	ask_all(l, &w);
}

void
link_receipt(struct link *l, uint64_t record)
{
	char line[REQUEST_SIZE];

	snprintf(line, sizeof line, "receipt\t%" PRIu64, record);
	ask(l, LINK_RECEIPT, line);
}

void
link_cv(struct link *l, const struct cv *cv)
{
	struct waiting w = { .request = LINK_CV };
	char numbers[CV_NUMBERS_SIZE];

	_Static_assert(sizeof w.line >= sizeof numbers + sizeof "cv",
	    "every CV has room in a request");
	cv_write_numbers(numbers, cv);
	snprintf(w.line, sizeof w.line, "cv\t%s", numbers);
	link_model_expect_cv(&l->model, l->fd >= 0);
	ask_all(l, &w);
	explicit_bzero(numbers, sizeof numbers);
	explicit_bzero(&w, sizeof w);
}

/* --- receiving --- */

/* What follows when REQUEST has ended. */
static void
go_on(struct link *l, enum link_request request)
{
	struct link_model *m = &l->model;
	bool good = m->code[request][0] == '\0';

	if (request == LINK_HELLO && !good) {
		go_down(l, "speaks another protocol");
		return;
	}
	if (request == LINK_PIN && l->waiting > 0 &&
	    l->queue[0].request == LINK_LEAVE) {
		m->staff = false; /* they are gone already */
	} else if (request == LINK_PIN) {
		l->wait_until = l->now + (int64_t)m->wait * SECOND;
		if (good) {
			ask_status(l);
			link_scan(l);
		}
	}
	if ((request == LINK_INSTALL || request == LINK_ROLLBACK) && good) {
		ask_status(l);
		link_scan(l);
	}
	send_next(l);
}

static void
take_line(struct link *l, const struct link_line *line)
{
	enum link_request running = l->model.running;

	switch (link_model_take(&l->model, line)) {
	case LINK_MEANS_MORE:
	case LINK_MEANS_EVENT:
		break;
	case LINK_MEANS_ENDED:
		go_on(l, running);
		break;
	case LINK_MEANS_NONSENSE:
		go_down(l, "talks nonsense");
		break;
	}
}

static void
take_bytes(struct link *l, struct bytes in)
{
	struct link_line line;

	while (l->fd >= 0) {
		switch (link_reader_take(&l->reader, &in, &line)) {
		case LINK_TOOK_LINE:
			take_line(l, &line);
			break;
		case LINK_TOOK_ALL:
			return;
		case LINK_TOOK_BROKEN:
			go_down(l, "sends what is no line");
			return;
		}
	}
}

/* A stick that came or went while the staff is here: look again. */
static void
follow_stick(struct link *l)
{
	struct link_model *m = &l->model;

	if (l->fd >= 0 && m->staff && m->stick_moved &&
	    m->running == LINK_NOTHING && l->waiting == 0)
		link_scan(l);
}

bool
link_io(struct link *l, short revents, int64_t now)
{
	uint8_t raw[READ_SIZE];

	l->now = now;
	if (l->fd < 0 || revents == 0)
		return false;
	if ((revents & POLLOUT) != 0)
		send_some(l);
	for (int i = 0; i < READS_MAX && l->fd >= 0; i++) {
		ssize_t n = recv(l->fd, raw, sizeof raw, MSG_DONTWAIT);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN)
			break;
		if (n <= 0)
			go_down(l, "has ended");
		else
			take_bytes(l, bytes_of(raw, (size_t)n));
	}
	follow_stick(l);
	return true;
}
