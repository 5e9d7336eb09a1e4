/*
 * What leaves the kiosk of its statistics.
 */
#include <config.h>

#include "load/receipt_stats.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/io.h"
#include "base/log.h"
#include "base/mem.h"
#include "state/stats_day.h"
#include "state/stats_words.h"

#define SMALL 5 /* less than that is not told */

/* To the nearest 5, so that no difference of sums tells a small value. */
static void
json_total(struct json *j, const char *name, uint32_t count)
{
	if (count < SMALL)
		json_text(j, name, "<5");
	else
		json_number(j, name, (count + SMALL / 2) / SMALL * SMALL);
}

static void
json_measure(struct json *j, const struct stats_day *day,
    enum stats_measure measure)
{
	bool begun = false;

	for (size_t i = 0; i < day->count; i++) {
		const struct stats_row *row = &day->rows[i];

		if (row->measure != measure)
			continue;
		if (!begun && measure != STATS_VISITS)
			json_object_begin(j, stats_measure_name(measure));
		begun = true;
		json_total(j, measure == STATS_VISITS
			? stats_measure_name(measure) : row->word,
		    row->count);
	}
	if (begun && measure != STATS_VISITS)
		json_object_end(j);
}

static void
json_day(struct json *j, const struct stats_day *day)
{
	char date[DATE_TEXT_SIZE];

	snprintf(date, sizeof date, "%04d-%02d-%02d", day->date.year,
	    day->date.month, day->date.day);
	json_object_begin(j, NULL);
	json_text(j, "day", date);
	for (int m = 0; m < STATS_MEASURES; m++)
		json_measure(j, day, (enum stats_measure)m);
	json_object_end(j);
}

static void
json_days(struct json *j, int fd, const struct date *today)
{
	struct stats_day *day = xcalloc(1, sizeof *day);
	struct date days[STATS_DAYS_MAX];
	struct err e = { 0 };
	size_t count = 0;

	if (stats_days(days, &count, fd, today, &e) < 0)
		log_line("statistics: %s", e.text);
	json_array_begin(j, "days");
	for (size_t i = 0; i < count; i++) {
		err_clear(&e);
		if (stats_day_read(day, fd, &days[i], &e) == 0)
			json_day(j, day);
		else
			log_line("statistics: %s", e.text);
	}
	json_array_end(j);
	free(day);
}

static void
json_words(struct json *j, int fd, const struct date *today)
{
	struct stats_words *w = xcalloc(1, sizeof *w);
	struct err e = { 0 };

	if (stats_words_read(w, fd, today, &e) < 0)
		log_line("statistics: %s", e.text);
	json_object_begin(j, "words");
	for (size_t i = 0; i < w->count; i++)
		if (w->list[i].word[0] != '\0')
			json_number(j, w->list[i].word, w->list[i].days);
	json_object_end(j);
	free(w);
}

void
receipt_stats(struct json *j, const char *folder, int64_t now)
{
	struct err e = { 0 };
	struct date today;
	int fd = -1;

	if (io_open(&fd, AT_FDCWD, folder, IO_FOLDER, &e) < 0) {
		log_line("statistics: %s", e.text);
		return;
	}
	date_of_seconds(&today, now);
	json_object_begin(j, "statistics");
	json_number(j, "version", 1);
	json_days(j, fd, &today);
	json_words(j, fd, &today);
	json_object_end(j);
	io_close(fd);
}
