/*
 * vereda-load export: the editions that are shown here, on a stick for the
 * next kiosk.
 */
#include <config.h>

#include "load/load.h"

#include <errno.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/io.h"
#include "base/mem.h"
#include "base/progress.h"
#include "load/receipt.h"

#define _(text) gettext(text)
#define N_(text) text

static bool
tell(void *context, uint64_t done, uint64_t all)
{
	progress_tell(context, _("Copying to the stick"), done, all);
	return true;
}

/* The bundle to NEW, checked block by block as it passes, then its name. */
static int
copy(const struct store *s, const struct stored *edition, int folder,
    const struct progress *p, struct err *e)
{
	char *new = xasprintf("%s.new", edition->name);
	struct progress progress = *p;
	struct bundle *b = NULL;
	struct err ignored = { 0 };
	int fd = -1;
	int rc = -1;

	if (store_open_edition(s, edition, &b, e) == 0 &&
	    io_open(&fd, folder, new, IO_REPLACE, e) == 0 &&
	    bundle_copy(b, fd, tell, &progress, e) == 0 &&
	    io_sync(fd, e) == 0 &&
	    io_rename(folder, new, edition->name, e) == 0)
		rc = io_sync(folder, e);
	io_close(fd);
	if (rc < 0 && e->code == ERR_NO_ROOM)
		e->code = ERR_STICK; /* it is the stick that is full */
	if (rc < 0 && io_unlink(folder, new, &ignored) < 0)
		errno = 0; /* what matters is in E */
	bundle_close(b);
	free(new);
	return rc;
}

/* What came with the program has no signature, so no kiosk would take it. */
static bool
is_wanted(const struct store *s, const struct stored *edition)
{
	return !edition->factory &&
	    store_shown(s, edition->channel, NULL) == edition;
}

static int
copy_all(const struct store *s, int folder, unsigned *count, struct err *e)
{
	struct progress_bar bar;
	struct progress p = progress_bar_open(&bar);
	int rc = 0;

	for (size_t n = 0; rc == 0 && n < store_count(s); n++) {
		const struct stored *edition = store_edition(s, n);

		if (!is_wanted(s, edition))
			continue;
		rc = copy(s, edition, folder, &p, e);
		*count += rc == 0;
	}
	progress_bar_close(&bar);
	return rc;
}

static int
run(struct load *l, char **operands)
{
	struct json j = { .out = stdout };
	struct store *s = NULL;
	struct err e = { 0 };
	unsigned count = 0;
	int folder = -1;
	int rc = -1;

	if (store_open(&s, &l->place, STORE_READ, &e) == 0 &&
	    receipt_folder(&folder, operands[0], NULL, &e) == 0)
		rc = copy_all(s, folder, &count, &e);
	if (rc == 0 && count == 0)
		rc = err_set(&e, ERR_NOT_FOUND, "nothing is installed");
	io_close(folder);
	store_close(s);
	if (rc < 0)
		return load_refuse(l, operands[0], &e);
	if (load_json(l)) {
		json_object_begin(&j, NULL);
		json_bool(&j, "done", true);
		json_number(&j, "bundles", count);
		json_object_end(&j);
		json_end(&j);
	} else {
		printf(ngettext("%u bundle was copied.\n",
			   "%u bundles were copied.\n", count), count);
	}
	return LOAD_DONE;
}

const struct load_command load_export = {
	.name = "export",
	.operands = "DIR",
	.about = N_("Copy the editions that are shown here to the stick at "
		    "DIR, for another kiosk."),
	.least = 1,
	.most = 1,
	.run = run,
};
