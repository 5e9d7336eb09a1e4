/*
 * Installing while memory runs out.
 */
#include <config.h>

#include "unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"
#include "load/load_job.h"

#include "hostile.h"
#include "oom_private.h"

static char folder[300];
static char root[300];

static struct store_place
place(void)
{
	return (struct store_place){ .folder = folder, .root = root };
}

void
oom_install_begin(const struct hostile *h)
{
	struct err e = { 0 };

	snprintf(folder, sizeof folder, "%s/store", h->dir);
	snprintf(root, sizeof root, "%s/root.1", h->dir);
	assert_int_equal(mkdir(folder, 0755), 0);
	if (io_write_file(root, buffer_bytes(&h->root), IO_REPLACE, &e) < 0)
		fail_msg("%s", e.text);
}

int
oom_install(const struct hostile *h, struct err *e)
{
	const struct store_place at = place();
	const struct job_watch watch = { 0 };
	const struct install_job job = { .path = h->path, .watch = &watch };
	struct record record;
	bool cancelled = false;

	return job_install(&record, &at, &job, &cancelled, e);
}

void
oom_install_reset(const struct hostile *h)
{
	DIR *d = opendir(folder);
	struct dirent *entry;

	(void)h;
	assert_non_null(d);
	while ((entry = readdir(d)) != NULL)
		if (unlinkat(dirfd(d), entry->d_name, 0) < 0)
			unlinkat(dirfd(d), entry->d_name, AT_REMOVEDIR);
	closedir(d);
}

void
oom_install_check(const struct hostile *h)
{
	const struct store_place at = place();
	const struct stored *stored = NULL;
	struct bundle *b = NULL;
	struct store *s = NULL;
	struct err e = { 0 };
	struct stat ignored;
	char incoming[400];

	if (store_open(&s, &at, STORE_WRITE, &e) < 0)
		fail_msg("%s", e.text);
	snprintf(incoming, sizeof incoming, "%s/incoming", folder);
	assert_int_equal(stat(incoming, &ignored), -1);
	stored = store_shown(s, "hostile", NULL);
	if (stored != NULL) {
		if (store_open_edition(s, stored, &b, &e) < 0 ||
		    bundle_verify(b, NULL, &e) < 0)
			fail_msg("%s", e.text);
		bundle_close(b);
	}
	store_close(s);
	oom_install_reset(h);
}

void
oom_install_end(const struct hostile *h)
{
	oom_install_reset(h);
	rmdir(folder);
	unlink(root);
}
