/*
 * A curriculum vitae on a person's own stick.  Anybody may ask for this, so
 * what is asked are numbers of our lists and ids of the content, never bytes:
 * the text is put together here, of what is signed.  A file that is there is
 * never touched, and after nine of them a stick gets no more.  The folder is
 * the one that reports go to: at the top of a stick are the person's own
 * things.
 */
#include <config.h>

#include "load/serve_jobs.h"

#include <errno.h>
#include <stdio.h>

#include "base/io.h"
#include "catalog/cv_work.h"
#include "load/load_catalog.h"
#include "load/receipt.h"

#define FILES_MAX 9u
#define NAME_SIZE 16

/* The first name that is free, as a new file; its number, or 0. */
static unsigned
open_new(int *out, char name[NAME_SIZE], int folder, struct err *e)
{
	for (unsigned n = 1; n <= FILES_MAX; n++) {
		err_clear(e);
		snprintf(name, NAME_SIZE, "cv-%u.txt", n);
		if (io_open(out, folder, name, IO_NEW, e) == 0)
			return n;
		if (errno != EEXIST)
			return 0;
	}
	err_clear(e);
	err_set(e, ERR_LIMIT, "%u files are there", FILES_MAX);
	return 0;
}

/* The number of the new file, or 0; nothing is left of one that failed. */
static unsigned
save(const struct serve_stick *stick, struct bytes text, struct err *e)
{
	char name[NAME_SIZE];
	struct err ignored = { 0 };
	unsigned number = 0;
	int folder = -1;
	int fd = -1;

	if (receipt_folder(&folder, stick->dir, NULL, e) == 0)
		number = open_new(&fd, name, folder, e);
	if (number != 0 &&
	    (io_write(fd, text, e) < 0 || io_sync(fd, e) < 0 ||
		io_sync(folder, e) < 0 || serve_stick_flush(stick, e) < 0)) {
		if (io_unlink(folder, name, &ignored) < 0)
			err_clear(&ignored); /* the stick may be gone */
		number = 0;
	}
	io_close(fd);
	io_close(folder);
	return number;
}

/* What the work of the CV is called in the content that is shown. */
static int
name_works(struct cv_work works[CV_JOBS_MAX], const struct serve_ask *ask,
    struct arena *a, struct err *e)
{
	struct load_catalog shown = { .catalog = catalog_new() };
	struct store *s = NULL;
	int rc = -1;

	if (store_open(&s, &ask->load->place, STORE_READ, e) == 0) {
		load_catalog_add_shown(&shown, s);
		rc = catalog_cv_works(shown.catalog, ask->cv, a, works, e);
	}
	if (rc < 0) /* NONE would be the stick */
		e->code = s == NULL ? ERR_SYSTEM : ERR_INPUT;
	load_catalog_close(&shown);
	store_close(s);
	return rc;
}

static int
write_text(struct buffer *out, const struct serve_ask *ask, struct arena *a,
    struct err *e)
{
	struct cv_work works[CV_JOBS_MAX];

	if (cv_job_count(ask->cv) > 0 && name_works(works, ask, a, e) < 0)
		return -1;
	cv_write_file(out, ask->cv, works);
	return out->len <= CV_FILE_MAX
	    ? 0
	    : err_set(e, ERR_SYSTEM, "a CV of %zu bytes", out->len);
}

static unsigned
save_on(const struct serve_stick *stick, const struct serve_ask *ask,
    struct err *e)
{
	struct arena *a = arena_new();
	struct buffer text = { 0 };
	unsigned number = 0;

	if (write_text(&text, ask, a, e) == 0)
		number = save(stick, bytes_of(text.at, text.len), e);
	buffer_fini(&text);
	arena_free(a);
	return number;
}

void
serve_job_cv(struct work_side *side, void *context)
{
	const struct serve_ask *ask = context;
	struct serve_stick stick;
	struct err e = { 0 };
	unsigned number = 0;

	if (serve_stick_is_in(&ask->source) &&
	    !serve_stick_is_writable(&ask->source)) {
		work_say(side, "error\tREADONLY\tthe stick is locked");
		return;
	}
	if (serve_stick_open(&stick, &ask->source, true, &e) == 0)
		number = save_on(&stick, ask, &e);
	if (number != 0)
		work_say(side, "cv\t%u", number);
	if (number == 0 && e.code == ERR_LIMIT) {
		work_say(side, "error\tFULL\t%s", e.text);
		return;
	}
	if (number == 0 && e.code == ERR_INPUT) {
		work_say(side, "error\tUSAGE\t%s", e.text);
		return;
	}
	if (e.code == ERR_NO_ROOM)
		e.code = ERR_STICK; /* it is the stick that is full */
	work_finish(side, number != 0 ? 0 : -1, &e);
}
