/*
 * Counting.  A disk that is full or gone costs the counts and nothing else:
 * the day stays in memory and is tried again an hour later.
 */
#include <config.h>

#include "state/stats.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/io.h"
#include "base/log.h"
#include "base/mem.h"
#include "state/stats_words.h"

struct stats {
	char *folder;
	struct stats_day day; /* year 0: unknown, nothing is counted */
	struct stats_words words;
	bool words_known;
	bool changed, words_changed;
	int64_t written_at; /* monotonic milliseconds */
};

struct stats *
stats_new(const char *folder)
{
	struct stats *s = NULL;
	struct err e = { 0 };

	if (folder[0] == '\0')
		return NULL;
	if (hash_init(&e) < 0) {
		log_line("statistics: %s", e.text);
		return NULL;
	}
	s = xcalloc(1, sizeof *s);
	s->folder = xstrdup(folder);
	s->written_at = -STATS_WRITE_MS;
	return s;
}

/* What has changed, to the folder FD; what fails stays changed. */
static int
write_changed(struct stats *s, int fd, struct err *e)
{
	if (s->changed && stats_day_write(&s->day, fd, e) < 0)
		return -1;
	s->changed = false;
	if (s->words_changed && stats_words_write(&s->words, fd, e) < 0)
		return -1;
	s->words_changed = false;
	return 0;
}

static void
write_all(struct stats *s)
{
	struct err e = { 0 };
	int fd = -1;

	if (!s->changed && !s->words_changed)
		return;
	if (io_open(&fd, AT_FDCWD, s->folder, IO_FOLDER, &e) < 0 ||
	    write_changed(s, fd, &e) < 0)
		log_line("statistics: %s", e.text);
	io_close(fd);
}

/* What was counted of TODAY before a restart, and the words so far. */
static void
read_all(struct stats *s, const struct date *today)
{
	struct err e = { 0 };
	int fd = -1;

	s->day = (struct stats_day){ .date = *today };
	s->words_known = false;
	if (io_open(&fd, AT_FDCWD, s->folder, IO_FOLDER, &e) < 0) {
		log_line("statistics: %s", e.text);
		return;
	}
	if (stats_day_read(&s->day, fd, today, &e) < 0 &&
	    e.code != ERR_NOT_FOUND)
		log_line("statistics: %s", e.text);
	err_clear(&e);
	s->words_known = stats_words_read(&s->words, fd, today, &e) == 0;
	if (!s->words_known)
		log_line("statistics: %s", e.text);
	err_clear(&e);
	if (stats_days_prune(fd, today, &e) < 0)
		log_line("statistics: %s", e.text);
	io_close(fd);
}

void
stats_today(struct stats *s, const struct date *today)
{
	if (s == NULL || date_compare(&s->day.date, today) == 0)
		return;
	write_all(s);
	s->changed = false;
	s->words_changed = false;
	if (today->year != 0)
		read_all(s, today);
	else
		s->day = (struct stats_day){ .count = 0 };
}

void
stats_count(struct stats *s, enum stats_measure measure, const char *word)
{
	if (s == NULL || s->day.date.year == 0)
		return;
	stats_day_add(&s->day, measure, word);
	s->changed = true;
}

void
stats_in_vain(struct stats *s, const char *word)
{
	if (s == NULL || s->day.date.year == 0 || !s->words_known)
		return;
	if (stats_words_add(&s->words, word))
		s->words_changed = true;
}

void
stats_rest(struct stats *s, int64_t now)
{
	if (s == NULL || now - s->written_at < STATS_WRITE_MS ||
	    (!s->changed && !s->words_changed))
		return;
	write_all(s);
	s->written_at = now;
}

void
stats_free(struct stats *s)
{
	if (s == NULL)
		return;
	write_all(s);
	free(s->folder);
	explicit_bzero(s, sizeof *s);
	free(s);
}
