/*
 * The clock and the hooks.
 */
#include <config.h>

#include "ui/hooks.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/bytes.h"

/* The descriptor that the variable NAME gives, or -1. */
static int
descriptor(const char *name)
{
	const char *text = getenv(name);
	char *end = NULL;
	long number;

	if (text == NULL || *text == '\0')
		return -1;
	number = strtol(text, &end, 10);
	return *end == '\0' && number > 2 && number < 1024 ? (int)number : -1;
}

void
hooks_open(struct hooks *h)
{
	h->sync_fd = descriptor("VEREDA_SYNC_FD");
	h->clock_fd = descriptor("VEREDA_CLOCK_FD");
	h->now = 0;
	h->moves = 0;
	h->voice = getenv("VEREDA_SYNC_VOICE") != NULL;
}

/* Time asleep counts: who closed the lid left. */
int64_t
hooks_now(const struct hooks *h)
{
	struct timespec t = { 0 };

	if (h->clock_fd >= 0)
		return h->now;
	clock_gettime(CLOCK_BOOTTIME, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
hooks_waiting(const struct hooks *h)
{
	if (h->sync_fd >= 0 && write(h->sync_fd, &h->moves, 1) < 0)
		return; /* nobody listens any more */
}

bool
hooks_advance(struct hooks *h)
{
	uint8_t raw[8] = { 0 };
	struct reader r = reader_of(bytes_of(raw, sizeof raw));

	if (read(h->clock_fd, raw, sizeof raw) != (ssize_t)sizeof raw)
		return false;
	h->now += (int64_t)(reader_u64(&r) & INT32_MAX);
	h->moves++;
	return true;
}

bool
hooks_today(struct date *out)
{
	const char *text = getenv("VEREDA_TODAY");

	return text != NULL && date_parse(out, text);
}

int
hooks_nearer(int a, int b)
{
	if (a < 0 || b < 0)
		return a < 0 ? b : a;
	return a < b ? a : b;
}
