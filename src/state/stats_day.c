/*
 * Files of daily totals.
 */
#include <config.h>

#include "state/stats_day.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/mem.h"

#define FILE_MAX (STATS_ROWS_MAX * 96u) /* bytes */
#define NAME_SIZE 32
#define SUFFIX ".day"
#define HEAD "vereda-stats 1 "
#define SECONDS_A_DAY 86400

static const char *const names[STATS_MEASURES] = {
	[STATS_VISITS] = "visits",
	[STATS_TOPICS] = "topics",
	[STATS_KINDS] = "kinds",
	[STATS_LANGUAGES] = "languages",
	[STATS_CHECKS] = "checks",
	[STATS_FOUND] = "found",
};

const char *
stats_measure_name(enum stats_measure measure)
{
	return names[measure];
}

static bool
is_word(enum stats_measure measure, const char *word)
{
	size_t len = strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789-");

	if (measure == STATS_VISITS)
		return word[0] == '\0';
	return len > 0 && len < STATS_WORD_SIZE && word[len] == '\0' &&
	    word[0] != '-';
}

static int
compare(const struct stats_row *row, enum stats_measure measure,
    const char *word)
{
	if (row->measure != measure)
		return row->measure < measure ? -1 : 1;
	return strcmp(row->word, word);
}

/* Where the total stands or would stand. */
static size_t
place_of(const struct stats_day *day, enum stats_measure measure,
    const char *word)
{
	size_t at = 0;

	while (at < day->count && compare(&day->rows[at], measure, word) < 0)
		at++;
	return at;
}

static void
add(struct stats_day *day, enum stats_measure measure, const char *word,
    uint32_t count)
{
	size_t at = place_of(day, measure, word);
	struct stats_row *row = &day->rows[at];

	if (at == day->count || compare(row, measure, word) != 0) {
		if (day->count == STATS_ROWS_MAX)
			return;
		memmove(row + 1, row, (day->count - at) * sizeof *row);
		*row = (struct stats_row){ .measure = measure };
		memcpy(row->word, word, strlen(word));
		day->count++;
	}
	row->count += count;
	if (row->count > STATS_COUNT_MAX)
		row->count = STATS_COUNT_MAX;
}

void
stats_day_add(struct stats_day *day, enum stats_measure measure,
    const char *word)
{
	if (is_word(measure, word))
		add(day, measure, word, 1);
}

static void
name_of(char out[NAME_SIZE], const struct date *d)
{
	snprintf(out, NAME_SIZE, "%04d-%02d-%02d" SUFFIX, d->year, d->month,
	    d->day);
}

/* Cut LINE, "MEASURE [WORD] COUNT", and add it. */
static bool
take_line(struct stats_day *out, char *line)
{
	char *rest = NULL;
	char *name = strtok_r(line, " ", &rest);
	char *word = strtok_r(NULL, " ", &rest);
	char *number = strtok_r(NULL, " ", &rest);
	int measure = 0;
	unsigned long count;

	while (name != NULL && measure < STATS_MEASURES &&
	    strcmp(name, names[measure]) != 0)
		measure++;
	if (measure == STATS_VISITS) {
		number = word;
		word = NULL;
	}
	if (name == NULL || measure == STATS_MEASURES || number == NULL ||
	    strtok_r(NULL, " ", &rest) != NULL ||
	    !is_word((enum stats_measure)measure, word != NULL ? word : ""))
		return false;
	if (strspn(number, "0123456789") != strlen(number) ||
	    strlen(number) > 7)
		return false;
	count = strtoul(number, NULL, 10);
	if (count == 0 || count > STATS_COUNT_MAX)
		return false;
	add(out, (enum stats_measure)measure, word != NULL ? word : "",
	    (uint32_t)count);
	return true;
}

static bool
parse(struct stats_day *out, char *text, const struct date *date)
{
	char name[NAME_SIZE];
	char *rest = NULL;
	char *line = strtok_r(text, "\n", &rest);

	name_of(name, date);
	name[strlen(name) - strlen(SUFFIX)] = '\0';
	if (line == NULL || strncmp(line, HEAD, strlen(HEAD)) != 0 ||
	    strcmp(line + strlen(HEAD), name) != 0)
		return false;
	while ((line = strtok_r(NULL, "\n", &rest)) != NULL) {
		if (strcmp(line, "end") == 0)
			return strtok_r(NULL, "\n", &rest) == NULL;
		if (!take_line(out, line))
			return false;
	}
	return false;
}

int
stats_day_read(struct stats_day *out, int dirfd, const struct date *date,
    struct err *e)
{
	char name[NAME_SIZE];
	struct buffer text = { 0 };
	bool good = false;

	*out = (struct stats_day){ .date = *date };
	name_of(name, date);
	errno = 0;
	if (io_read_file_at(&text, dirfd, name, FILE_MAX, e) < 0) {
		if (errno == ENOENT)
			e->code = ERR_NOT_FOUND;
		return -1;
	}
	good = memchr(text.at, '\0', text.len) == NULL &&
	    parse(out, (char *)text.at, date);
	buffer_fini(&text);
	if (good)
		return 0;
	*out = (struct stats_day){ .date = *date };
	return err_set(e, ERR_INPUT, "%s: not a day of statistics", name);
}

int
stats_day_write(const struct stats_day *day, int dirfd, struct err *e)
{
	char name[NAME_SIZE];
	struct buffer text = { 0 };
	int rc;

	name_of(name, &day->date);
	buffer_add_text(&text, HEAD);
	buffer_add(&text, name, strlen(name) - strlen(SUFFIX));
	buffer_add_text(&text, "\n");
	for (size_t i = 0; i < day->count; i++) {
		const struct stats_row *row = &day->rows[i];
		char *line = xasprintf("%s%s%s %" PRIu32 "\n",
		    names[row->measure], row->word[0] != '\0' ? " " : "",
		    row->word, row->count);

		buffer_add_text(&text, line);
		free(line);
	}
	buffer_add_text(&text, "end\n");
	rc = io_replace_file_at(dirfd, name, buffer_bytes(&text), IO_REPLACE,
	    e);
	buffer_fini(&text);
	return rc;
}

/* What a listing of the folder finds. */
struct listing {
	struct date *list; /* sorted, the oldest first */
	size_t count, max;
	struct date before;
};

/* "2026-11-28.day" to a date. */
static bool
date_of_name(struct date *out, const char *name)
{
	char text[NAME_SIZE];
	size_t len = strlen(name);

	if (len != strlen("2026-11-28" SUFFIX) ||
	    strcmp(name + len - strlen(SUFFIX), SUFFIX) != 0)
		return false;
	memcpy(text, name, len - strlen(SUFFIX));
	text[len - strlen(SUFFIX)] = '\0';
	return date_parse(out, text);
}

/* Keep the MAX newest. */
static void
list_one(void *context, const char *name)
{
	struct listing *l = context;
	struct date d;
	size_t at;

	if (!date_of_name(&d, name) || date_compare(&d, &l->before) >= 0)
		return;
	for (at = l->count; at > 0 && date_compare(&d, &l->list[at - 1]) < 0;)
		at--;
	if (l->count < l->max) {
		memmove(&l->list[at + 1], &l->list[at],
		    (l->count - at) * sizeof d);
		l->list[at] = d;
		l->count++;
	} else if (at > 0) {
		memmove(&l->list[0], &l->list[1], (at - 1) * sizeof d);
		l->list[at - 1] = d;
	}
}

int
stats_days(struct date out[STATS_DAYS_MAX], size_t *count, int dirfd,
    const struct date *before, struct err *e)
{
	struct listing l = { .list = out, .max = STATS_DAYS_MAX,
		.before = *before };

	*count = 0;
	if (io_list(dirfd, list_one, &l, e) < 0)
		return -1;
	*count = l.count;
	return 0;
}

int
stats_days_prune(int dirfd, const struct date *today, struct err *e)
{
	struct date old[STATS_DAYS_MAX];
	size_t count = 0;
	struct date before;

	date_of_seconds(&before,
	    date_seconds(today) - (int64_t)STATS_DAYS_MAX * SECONDS_A_DAY);
	if (stats_days(old, &count, dirfd, &before, e) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		char name[NAME_SIZE];

		name_of(name, &old[i]);
		if (io_unlink(dirfd, name, e) < 0)
			return -1;
	}
	return 0;
}
