/*
 * The helper's protocol, both ways: what a kiosk sends is cut into lines
 * that are safe or is broken for ever; what the work answers is passed on
 * line by line, and of its private lines nothing.  Numbers of a CV are those
 * that the kiosk would have written, or refused.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "load/serve_private.h"

#include "fuzz.h"

const char fuzz_name[] = "protocol";

/* Lines that are as long as a line can be, and one byte longer. */
void
fuzz_seeds(void)
{
	static uint8_t big[SERVE_LINE_MAX + 2];

	for (size_t len = SERVE_LINE_MAX - 2; len <= SERVE_LINE_MAX; len++) {
		memset(big, 'a', sizeof big);
		big[0] = 0xff;
		big[1 + len] = '\n';
		LLVMFuzzerTestOneInput(big, len + 2 > sizeof big ?
			sizeof big : len + 2);
	}
}

static void
check_line(const struct serve_line *line)
{
	uint32_t code = 0;

	if (line->count == 0 || line->count > SERVE_FIELDS_MAX ||
	    line->field[0][0] == '\0')
		abort();
	for (size_t i = 0; i < line->count; i++) {
		struct bytes b = bytes_of_text(line->field[i]);

		if (utf8_find_unsafe(b, &code) != b.len ||
		    memchr(b.at, '\t', b.len) != NULL ||
		    memchr(b.at, '\n', b.len) != NULL)
			abort();
	}
}

/* What is taken has one spelling, and a file of a bounded size. */
static void
check_cv(const struct serve_line *line)
{
	char numbers[CV_NUMBERS_SIZE];
	struct buffer file = { 0 };
	struct cv_work works[CV_JOBS_MAX];
	const char *at = numbers;
	struct cv cv;

	if (line->count != 1 + CV_FIELDS ||
	    !cv_read_numbers(&cv, line->field + 1))
		return;
	cv_write_numbers(numbers, &cv);
	for (size_t i = 1; i < line->count; i++) {
		size_t len = strlen(line->field[i]);

		if (strncmp(at, line->field[i], len) != 0 ||
		    at[len] != (i + 1 < line->count ? '\t' : '\0'))
			abort();
		at += len + 1;
	}
	for (size_t i = 0; i < CV_JOBS_MAX; i++)
		works[i] = (struct cv_work){
			{ cv.jobs[i].work, cv.jobs[i].work }, 0 };
	cv_write_file(&file, &cv, works);
	if (file.len > CV_FILE_MAX)
		abort();
	buffer_fini(&file);
}

static void
check_said(const struct serve *s)
{
	const char *at = (const char *)s->out.at;

	if (s->out.len > 0 && at[s->out.len - 1] != '\n')
		abort();
	for (size_t i = 0; i < s->out.len; i++)
		if ((i == 0 || at[i - 1] == '\n') &&
		    (at[i] == '!' || at[i] == '\n'))
			abort();
	if (s->item_count > STICK_ITEMS_MAX)
		abort();
	for (size_t i = 0; i < s->item_count; i++)
		if (s->items[i].file.name[0] == '\0' ||
		    strchr(s->items[i].file.name, '/') != NULL)
			abort();
}

/* The first byte: how many bytes come at once. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct serve_setup setup;
	struct serve *s = xcalloc(1, sizeof *s);
	struct serve_line *line = xcalloc(1, sizeof *line);
	size_t step = size > 0 && data[0] > 0 ? data[0] : 1;

	s->setup = &setup;
	s->running = SERVE_SCAN;
	for (size_t at = 1; at < size && !s->heard.broken;) {
		size_t len = size - at < step ? size - at : step;

		if (len > serve_lines_room(&s->heard))
			len = serve_lines_room(&s->heard);
		if (len == 0)
			abort(); /* full, and neither a line nor broken */
		serve_lines_add(&s->heard, bytes_of(data + at, len));
		at += len;
		while (serve_lines_first(&s->heard, line)) {
			check_line(line);
			check_cv(line);
			serve_hear(s, line);
			serve_lines_drop(&s->heard, line);
		}
	}
	check_said(s);
	free(s->final);
	free(s->news);
	buffer_fini(&s->out);
	free(line);
	free(s);
	return 0;
}
