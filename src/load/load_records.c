/*
 * The log of installations.
 */
#include <config.h>

#include "load/load_records.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/log.h"
#include "base/mem.h"

#define FILE_MAX (512u << 10) /* bytes */
#define FIELDS 12

static const char *const whats[RECORD_WHATS] = {
	[RECORD_INSTALL] = "install",
	[RECORD_ROLLBACK] = "rollback",
};

const char *
record_what_name(enum record_what what)
{
	return whats[what];
}

void
record_set_result(struct record *record, const struct err *e)
{
	const char *name = e == NULL ? "ok" : err_name(e->code);

	snprintf(record->result, sizeof record->result, "%s",
	    name[0] != '\0' ? name : "failed");
}

/* Small enough for each field that we write ourselves. */
static bool
take_number(uint64_t *out, const char *text, uint64_t max)
{
	char *end = NULL;

	if (text[0] < '0' || text[0] > '9')
		return false;
	errno = 0;
	*out = strtoull(text, &end, 10);
	return errno == 0 && *end == '\0' && *out <= max;
}

static bool
take_word(char *out, size_t size, const char *text)
{
	size_t len = strspn(text, "abcdefghijklmnopqrstuvwxyzE0123456789-");

	if (len == 0 || len >= size || text[len] != '\0')
		return false;
	memcpy(out, text, len + 1);
	return true;
}

/* Cut LINE at its TABs; false unless there are FIELDS. */
static bool
cut(char *fields[FIELDS], char *line)
{
	size_t count = 0;

	while (count < FIELDS) {
		char *tab = strchr(line, '\t');

		fields[count++] = line;
		if (tab == NULL)
			return count == FIELDS;
		*tab = '\0';
		line = tab + 1;
	}
	return false;
}

static bool
parse(struct record *out, char *line)
{
	static const int numbers[] = { 0, 1, 4, 5, 7, 8, 9, 10, 11 };
	char *fields[FIELDS];
	uint64_t n[FIELDS] = { 0 };
	int what = 0;

	*out = (struct record){ 0 };
	if (!cut(fields, line))
		return false;
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		if (!take_number(&n[numbers[i]], fields[numbers[i]],
			numbers[i] == 1 || numbers[i] == 5 ? INT64_MAX :
			INT32_MAX))
			return false;
	while (what < RECORD_WHATS && strcmp(whats[what], fields[2]) != 0)
		what++;
	out->what = (enum record_what)what;
	out->number = (unsigned)n[0];
	out->time = (int64_t)n[1];
	out->epoch = (uint32_t)n[4];
	out->sequence = n[5];
	out->seconds = (unsigned)n[7];
	out->new = (unsigned)n[8];
	out->changed = (unsigned)n[9];
	out->withdrawn = (unsigned)n[10];
	out->reason = (unsigned)n[11];
	return what < RECORD_WHATS && out->number > 0 &&
	    take_word(out->channel, sizeof out->channel, fields[3]) &&
	    take_word(out->result, sizeof out->result, fields[6]);
}

static void
add(struct records *r, const struct record *record)
{
	r->list = xrealloc(r->list, r->count + 1, sizeof *r->list);
	r->list[r->count++] = *record;
}

static void
parse_all(struct records *out, char *text)
{
	char *rest = NULL;

	for (char *line = strtok_r(text, "\n", &rest); line != NULL;
	    line = strtok_r(NULL, "\n", &rest)) {
		struct record record;

		if (parse(&record, line) && (out->count == 0 ||
			record.number > out->list[out->count - 1].number))
			add(out, &record);
	}
}

int
records_read(struct records *out, const char *folder, struct err *e)
{
	char *path = xasprintf("%s/%s", folder, RECORDS_FILE);
	struct buffer text = { 0 };
	int rc = 0;

	*out = (struct records){ 0 };
	errno = 0;
	if (io_read_file(&text, path, FILE_MAX, e) == 0)
		parse_all(out, (char *)text.at);
	else if (errno == ENOENT)
		err_clear(e);
	else
		rc = -1;
	buffer_fini(&text);
	free(path);
	return rc;
}

void
records_free(struct records *r)
{
	free(r->list);
	*r = (struct records){ 0 };
}

const struct record *
records_find(const struct records *r, unsigned number)
{
	if (number == 0 && r->count > 0)
		return &r->list[r->count - 1];
	for (size_t i = 0; i < r->count; i++)
		if (r->list[i].number == number)
			return &r->list[i];
	return NULL;
}

static void
print(struct buffer *out, const struct record *r)
{
	char *line = xasprintf("%u\t%" PRId64 "\t%s\t%s\t%" PRIu32
	    "\t%" PRIu64 "\t%s\t%u\t%u\t%u\t%u\t%u\n",
	    r->number, r->time < 0 ? 0 : r->time, whats[r->what],
	    r->channel[0] != '\0' ? r->channel : "-", r->epoch, r->sequence,
	    r->result, r->seconds, r->new, r->changed, r->withdrawn,
	    r->reason);

	buffer_add_text(out, line);
	free(line);
}

static int
write_all(const struct records *r, const char *folder, struct err *e)
{
	size_t first = r->count > RECORDS_MAX ? r->count - RECORDS_MAX : 0;
	struct buffer text = { 0 };
	int fd = -1;
	int rc = -1;

	for (size_t i = first; i < r->count; i++)
		print(&text, &r->list[i]);
	if (io_open(&fd, AT_FDCWD, folder, IO_FOLDER, e) == 0)
		/* A power cut right now may cost the last line; nobody waits
		 * for the card a second time because of that. */
		rc = io_replace_file_at(fd, RECORDS_FILE,
		    buffer_bytes(&text), IO_REPLACE, e);
	io_close(fd);
	buffer_fini(&text);
	return rc;
}

int
records_add(struct record *record, const char *folder, struct err *e)
{
	struct records all;
	struct err lost = { 0 };
	int rc;

	/* A log that cannot be read does not stop a new one. */
	if (records_read(&all, folder, &lost) < 0)
		log_line("records: %s", lost.text);
	record->number = all.count > 0 ?
	    all.list[all.count - 1].number + 1 : 1;
	add(&all, record);
	rc = write_all(&all, folder, e);
	records_free(&all);
	return rc;
}
