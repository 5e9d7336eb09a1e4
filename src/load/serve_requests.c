/*
 * What the kiosk may ask.  One table says how each request looks and who
 * may send it.
 */
#include <config.h>

#include "load/serve_private.h"

#include <string.h>

#include "text/lang.h"

#define PROTOCOL "1"
#define REASON_MAX 4

static void
take_hello(struct serve *s, const struct serve_line *line)
{
	struct load *l = s->setup->load;

	if (strcmp(line->field[1], PROTOCOL) != 0) {
		serve_error(s, "USAGE", "this helper speaks version "
		    PROTOCOL);
		return;
	}
	if (line->count > 2 && lang_of(line->field[2])->code[0] != '\0')
		l->lang = lang_of(line->field[2])->code;
	s->hello = true;
	serve_say(s, "hello\t%s\t%s", PROTOCOL, PACKAGE_VERSION);
	serve_say(s, "ok");
}

static void
take_pin(struct serve *s, const struct serve_line *line)
{
	struct serve_ask ask = { .pin = line->field[1] };

	s->staff = false;
	if (!pin_is_well_formed(line->field[1])) {
		serve_error(s, "USAGE", "a PIN has six digits");
		return;
	}
	s->setup->clock(&ask.clock);
	serve_begin(s, SERVE_PIN, serve_job_pin, &ask);
}

static void
take_leave(struct serve *s, const struct serve_line *line)
{
	(void)line;
	s->staff = false;
	serve_say(s, "ok");
}

static void
take_status(struct serve *s, const struct serve_line *line)
{
	struct serve_ask ask = { 0 };

	(void)line;
	serve_begin(s, SERVE_STATUS, serve_job_status, &ask);
}

static void
take_scan(struct serve *s, const struct serve_line *line)
{
	struct serve_ask ask = { 0 };

	(void)line;
	s->item_count = 0;
	serve_begin(s, SERVE_SCAN, serve_job_scan, &ask);
}

/* The item that LINE names, or NULL and an answer. */
static const struct serve_item *
find_item(struct serve *s, const struct serve_line *line)
{
	uint64_t n = 0;

	if (!load_number(&n, line->field[1], 1, STICK_ITEMS_MAX)) {
		serve_error(s, "USAGE", "no number of an item");
		return NULL;
	}
	if (n > s->item_count) {
		serve_error(s, "NONE", "no such item");
		return NULL;
	}
	return &s->items[n - 1];
}

static void
take_preview(struct serve *s, const struct serve_line *line)
{
	struct serve_ask ask = { .item = find_item(s, line) };

	if (ask.item != NULL)
		serve_begin(s, SERVE_PREVIEW, serve_job_preview, &ask);
}

static void
take_install(struct serve *s, const struct serve_line *line)
{
	struct serve_ask ask = { .item = find_item(s, line),
		.counts = &s->counts };

	if (ask.item != NULL)
		serve_begin(s, SERVE_INSTALL, serve_job_install, &ask);
}

static void
take_rollback(struct serve *s, const struct serve_line *line)
{
	struct serve_ask ask = { .channel = line->field[1] };
	uint64_t epoch = 0;
	uint64_t reason = 0;

	if (!load_number(&epoch, line->field[2], 1, UINT32_MAX) ||
	    !load_number(&ask.sequence, line->field[3], 1, INT64_MAX) ||
	    !load_number(&reason, line->field[4], 1, REASON_MAX)) {
		serve_error(s, "USAGE", "no edition or no reason");
		return;
	}
	ask.epoch = (uint32_t)epoch;
	ask.reason = (unsigned)reason;
	serve_begin(s, SERVE_ROLLBACK, serve_job_rollback, &ask);
}

static void
take_receipt(struct serve *s, const struct serve_line *line)
{
	struct serve_ask ask = { 0 };
	uint64_t record = 0;

	if (!load_number(&record, line->field[1], 1, INT32_MAX)) {
		serve_error(s, "USAGE", "no number of a record");
		return;
	}
	ask.record = (unsigned)record;
	serve_begin(s, SERVE_RECEIPT, serve_job_receipt, &ask);
}

/* Numbers of our lists and ids of the content: whoever stands before the
 * kiosk may ask. */
static void
take_cv(struct serve *s, const struct serve_line *line)
{
	struct cv cv;
	struct serve_ask ask = { .cv = &cv };

	if (cv_read_numbers(&cv, line->field + 1))
		serve_begin(s, SERVE_CV, serve_job_cv, &ask);
	else
		serve_error(s, "USAGE", "no numbers of a CV");
	explicit_bzero(&cv, sizeof cv);
}

static const struct {
	const char *name;
	size_t least, most; /* fields, with the name */
	bool staff;
	void (*take)(struct serve *s, const struct serve_line *line);
} requests[] = {
	{ "hello", 2, 3, false, take_hello },
	{ "pin", 2, 2, false, take_pin },
	{ "leave", 1, 1, false, take_leave },
	{ "status", 1, 1, false, take_status },
	{ "scan", 1, 1, false, take_scan },
	{ "preview", 2, 2, false, take_preview },
	{ "install", 2, 2, true, take_install },
	{ "rollback", 5, 5, true, take_rollback },
	{ "receipt", 2, 2, true, take_receipt },
	{ "cv", 1 + CV_FIELDS, 1 + CV_FIELDS, false, take_cv },
};

void
serve_take(struct serve *s, const struct serve_line *line)
{
	size_t n = 0;

	if (strcmp(line->field[0], "cancel") == 0)
		return; /* it came too late, and what it meant has answered */
	while (n < COUNT_OF(requests) &&
	    strcmp(requests[n].name, line->field[0]) != 0)
		n++;
	if (n == COUNT_OF(requests))
		serve_error(s, "USAGE", "no such request");
	else if (line->count < requests[n].least ||
	    line->count > requests[n].most)
		serve_error(s, "USAGE", "wrong number of fields");
	else if (!s->hello && requests[n].take != take_hello)
		serve_error(s, "USAGE", "hello comes first");
	else if (requests[n].staff && !s->staff)
		serve_error(s, "PIN", "staff only");
	else
		requests[n].take(s, line);
}
