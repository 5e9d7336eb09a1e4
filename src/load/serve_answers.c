/*
 * From the work to the kiosk: what is passed on, what is kept, and what is
 * said when the work says nothing any more.
 */
#include <config.h>

#include "load/serve_private.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/mem.h"

void
serve_say(struct serve *s, const char *format, ...)
{
	char line[SERVE_LINE_MAX];
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line - 1, format, args);
	va_end(args);
	buffer_add_text(&s->out, line);
	buffer_add_text(&s->out, "\n");
}

void
serve_error(struct serve *s, const char *code, const char *detail)
{
	serve_say(s, "error\t%s\t%s", code, detail);
}

void
serve_begin(struct serve *s, enum serve_request request,
    void (*job)(struct work_side *side, void *context),
    struct serve_ask *ask)
{
	const int close_there[] = { s->setup->in, s->setup->out,
		s->watch >= 0 ? s->watch : -1, -1 };
	struct err e = { 0 };

	ask->load = s->setup->load;
	ask->source = s->setup->source;
	s->heard = (struct serve_lines){ 0 };
	s->step = 0;
	s->cancelled = 0;
	if (work_start(&s->work, job, ask, close_there, &e) < 0) {
		log_line("%s", e.text);
		if (request == SERVE_LOOK)
			s->shown_known = true; /* once is enough */
		else
			serve_error(s, "SYSTEM", "no process");
		return;
	}
	s->running = request;
	s->spoke = work_now();
}

/* The fields of LINE with TABs between them again; to be freed. */
static char *
joined(const struct serve_line *line)
{
	struct buffer b = { 0 };

	for (size_t i = 0; i < line->count; i++) {
		if (i > 0)
			buffer_add(&b, "\t", 1);
		buffer_add_text(&b, line->field[i]);
	}
	buffer_add_zeros(&b, 1);
	return (char *)b.at;
}

/* !item N IN-FOLDER NAME-IN-HEX HEAD-IN-HEX */
static void
keep_item(struct serve *s, const struct serve_line *line)
{
	struct serve_item *item = &s->items[s->item_count];
	char *name = item->file.name;
	size_t len = 0;

	if (line->count != 5 || s->item_count == STICK_ITEMS_MAX)
		return;
	*item = (struct serve_item){ 0 };
	item->file.in_folder = line->field[2][0] == '1';
	if (sodium_hex2bin((uint8_t *)name, STICK_NAME_SIZE - 1,
		line->field[3], strlen(line->field[3]), NULL, &len, NULL) !=
		0 || len == 0 || memchr(name, '/', len) != NULL)
		return;
	item->has_head = sodium_hex2bin(item->head.bytes, HASH_SIZE,
	    line->field[4], strlen(line->field[4]), NULL, &len, NULL) == 0 &&
	    len == HASH_SIZE;
	s->item_count++;
}

/* !counts HEADS-IN-HEX NEW CHANGED WITHDRAWN */
static void
keep_counts(struct serve *s, const struct serve_line *line)
{
	struct job_counts *counts = &s->counts;
	uint64_t n = 0;
	size_t len = 0;

	*counts = (struct job_counts){ 0 };
	if (line->count != 2 + COMPARE_CHANGES ||
	    sodium_hex2bin(counts->heads.bytes, HASH_SIZE, line->field[1],
		strlen(line->field[1]), NULL, &len, NULL) != 0 ||
	    len != HASH_SIZE)
		return;
	for (size_t i = 0; i < COMPARE_CHANGES; i++) {
		if (!load_number(&n, line->field[2 + i], 0, UINT32_MAX))
			return;
		counts->sum[i] = (unsigned)n;
	}
	counts->known = true;
}

/* "installed" and "rolled" say which edition is shown from now on. */
static void
keep_news(struct serve *s, const struct serve_line *line)
{
	if (line->count != 4)
		return;
	(void)serve_watch_shown(s, line); /* it is told of in any case */
	free(s->news);
	s->news = xasprintf("changed\t%s\t%s\t%s", line->field[1],
	    line->field[2], line->field[3]);
}

/* An answer that nobody waits for: only news is said. */
static void
hear_look(struct serve *s, const struct serve_line *line)
{
	if (strcmp(line->field[0], "channel") == 0 && line->count > 3 &&
	    serve_watch_shown(s, line) && s->shown_known)
		serve_say(s, "changed\t%s\t%s\t%s", line->field[1],
		    line->field[2], line->field[3]);
}

void
serve_hear(struct serve *s, const struct serve_line *line)
{
	const char *name = line->field[0];
	char *text = NULL;

	s->spoke = work_now();
	if (s->final != NULL || s->running == SERVE_TIDY)
		return;
	if (name[0] == '!') {
		if (strcmp(name, "!item") == 0 && s->running == SERVE_SCAN)
			keep_item(s, line);
		if (strcmp(name, "!counts") == 0 &&
		    s->running == SERVE_PREVIEW)
			keep_counts(s, line);
		return;
	}
	if (s->running == SERVE_LOOK) {
		hear_look(s, line);
		return;
	}
	text = joined(line);
	if (strcmp(name, "ok") == 0 || strcmp(name, "error") == 0) {
		s->final = text;
		return;
	}
	if (strcmp(name, "step") == 0 && line->count > 1)
		s->step = line->field[1][0] - '0';
	if (strcmp(name, "installed") == 0 || strcmp(name, "rolled") == 0)
		keep_news(s, line);
	serve_say(s, "%s", text);
	free(text);
}

static void
finish(struct serve *s)
{
	bool good = strcmp(s->final, "ok") == 0;

	if (s->running == SERVE_PIN && good)
		s->staff = true;
	if (s->running == SERVE_LOOK)
		s->shown_known = true;
	else
		serve_say(s, "%s", s->final);
	if (good && s->news != NULL)
		serve_say(s, "%s", s->news);
	free(s->final);
	free(s->news);
	s->final = s->news = NULL;
	s->running = SERVE_NOTHING;
}

void
serve_work_over(struct serve *s, bool force)
{
	enum serve_request was = s->running;
	struct serve_ask ask = { 0 };
	bool unsaid = s->final == NULL;

	work_end(&s->work);
	if (was == SERVE_SCAN && unsaid)
		s->item_count = 0;
	if (unsaid && was == SERVE_INSTALL && s->news != NULL)
		s->final = xstrdup("ok"); /* it is in use already */
	else if (unsaid && s->cancelled != 0)
		s->final = xstrdup("error\tNONE\tcancelled");
	else if (unsaid && force)
		s->final = xstrdup("error\tE20\tno answer in time");
	else if (unsaid)
		s->final = xstrdup("error\tSYSTEM\tthe work ended early");
	/* What it left in the store is removed before anybody is told. */
	if (was == SERVE_INSTALL && unsaid) {
		char *final = s->final;

		s->final = NULL;
		s->running = SERVE_NOTHING;
		serve_begin(s, SERVE_TIDY, serve_job_tidy, &ask);
		s->final = final;
		if (s->running == SERVE_TIDY)
			return;
		/* It has said so itself, and that must be all. */
		free(s->final);
		s->final = NULL;
		return;
	}
	finish(s);
}

void
serve_cancel(struct serve *s)
{
	bool ours = s->running == SERVE_TIDY || s->running == SERVE_LOOK;

	if (s->running == SERVE_NOTHING || ours || s->cancelled != 0 ||
	    s->step >= SERVE_LAST_STEP)
		return;
	s->cancelled = work_now();
	work_cancel(&s->work);
}

int
serve_patience(const struct serve *s)
{
	int64_t stall = s->setup->stall_ms;
	int64_t due;

	if (s->running == SERVE_NOTHING)
		return -1;
	/* These read the card alone, some without a word in between. */
	if (s->running == SERVE_ROLLBACK || s->step > 1)
		stall *= SERVE_CARD_FACTOR;
	due = s->spoke + stall;
	if (s->cancelled != 0 && s->step < SERVE_LAST_STEP &&
	    s->cancelled + SERVE_GRACE_MS < due)
		due = s->cancelled + SERVE_GRACE_MS;
	due -= work_now();
	return due > 0 ? (int)due : 0;
}
