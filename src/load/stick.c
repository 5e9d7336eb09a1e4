/*
 * Looking at a stick.
 */
#include <config.h>

#include "load/stick.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/io.h"
#include "base/mem.h"

#define SUFFIX ".vereda"

/* The first names in the order of their bytes, however many there are. */
struct names {
	char names[STICK_ITEMS_MAX][STICK_NAME_SIZE];
	size_t count;
	size_t most;
};

/* What some systems leave beside a file begins with a dot. */
static bool
may_be_bundle(const char *name)
{
	size_t len = strlen(name);

	return len > strlen(SUFFIX) && len < STICK_NAME_SIZE &&
	    name[0] != '.' &&
	    strcasecmp(name + len - strlen(SUFFIX), SUFFIX) == 0;
}

static void
collect(void *context, const char *name)
{
	struct names *n = context;
	size_t at;

	if (!may_be_bundle(name) || n->most == 0)
		return;
	if (n->count == n->most && strcmp(name, n->names[n->count - 1]) >= 0)
		return;
	if (n->count < n->most)
		n->count++;
	at = n->count - 1;
	while (at > 0 && strcmp(name, n->names[at - 1]) < 0) {
		memcpy(n->names[at], n->names[at - 1], STICK_NAME_SIZE);
		at--;
	}
	memcpy(n->names[at], name, strlen(name) + 1);
}

/* Those of N that are regular files. */
static void
take(struct stick *out, const struct names *n, int fd, bool in_folder)
{
	for (size_t i = 0; i < n->count; i++) {
		struct stick_item *item = &out->items[out->count];
		struct stat st;

		if (fstatat(fd, n->names[i], &st, AT_SYMLINK_NOFOLLOW) < 0 ||
		    !S_ISREG(st.st_mode))
			continue;
		item->in_folder = in_folder;
		item->size = st.st_size > 0 ? (uint64_t)st.st_size : 0;
		memcpy(item->name, n->names[i], STICK_NAME_SIZE);
		out->count++;
	}
}

static int
look_into(struct stick *out, int fd, bool in_folder, struct err *e)
{
	struct names *n = xcalloc(1, sizeof *n);
	int rc = -1;

	n->most = STICK_ITEMS_MAX - out->count;
	if (io_list(fd, collect, n, e) == 0) {
		take(out, n, fd, in_folder);
		rc = 0;
	}
	free(n);
	return rc;
}

int
stick_look(struct stick *out, const char *dir, struct err *e)
{
	int top = -1;
	int folder = -1;
	int rc = -1;

	out->count = 0;
	if (io_open(&top, AT_FDCWD, dir, IO_FOLDER, e) < 0)
		return -1;
	/* The folder is ours to make; a link in its place is not followed. */
	folder = openat(top, STICK_FOLDER,
	    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if ((folder < 0 || look_into(out, folder, true, e) == 0) &&
	    look_into(out, top, false, e) == 0)
		rc = 0;
	io_close(folder);
	io_close(top);
	return rc;
}

char *
stick_path(const char *dir, const struct stick_item *item)
{
	return xasprintf("%s/%s%s", dir, item->in_folder ? STICK_FOLDER "/" :
		"", item->name);
}
