/*
 * Whole files: read one, or put a new one in the place of the old.
 */
#include <config.h>

#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>

#include "base/mem.h"

int
io_read_file_at(struct buffer *out, int dirfd, const char *name, size_t max,
    struct err *e)
{
	uint64_t size = 0;
	int fd = -1;

	*out = (struct buffer){ 0 };
	if (io_open(&fd, dirfd, name, IO_READ, e) < 0)
		return -1;
	if (io_size(&size, fd, e) < 0)
		goto fail;
	if (size > max) {
		err_set(e, ERR_LIMIT, "%llu bytes, at most %zu",
		    (unsigned long long)size, max);
		goto fail;
	}
	buffer_add_zeros(out, (size_t)size + 1);
	out->len = (size_t)size;
	if (io_read_at(fd, out->at, out->len, 0, e) < 0)
		goto fail;
	io_close(fd);
	return 0;
fail:
	io_close(fd);
	buffer_fini(out);
	errno = 0; /* it was there: only io_open() says ENOENT */
	return err_wrap(e, "%s", name);
}

int
io_read_file(struct buffer *out, const char *name, size_t max, struct err *e)
{
	return io_read_file_at(out, AT_FDCWD, name, max, e);
}

static void
remove_leftover(int dirfd, const char *name)
{
	struct err ignored = { 0 };

	if (io_unlink(dirfd, name, &ignored) < 0)
		err_clear(&ignored); /* mostly there is none */
}

/* NAME.new, synced, takes the place of NAME. */
int
io_replace_file_at(int dirfd, const char *name, struct bytes bytes,
    enum io_mode mode, struct err *e)
{
	char *temporary = xasprintf("%s.new", name);
	int fd = -1;
	int rc = -1;

	remove_leftover(dirfd, temporary); /* of an interrupted run */
	if (io_open(&fd, dirfd, temporary,
		mode == IO_SECRET ? IO_SECRET : IO_NEW, e) < 0)
		goto out;
	if (io_write(fd, bytes, e) < 0 || io_sync(fd, e) < 0 ||
	    io_rename(dirfd, temporary, name, e) < 0) {
		remove_leftover(dirfd, temporary);
		goto out;
	}
	rc = 0;
out:
	io_close(fd);
	free(temporary);
	return rc;
}

int
io_write_file(const char *name, struct bytes bytes, enum io_mode mode,
    struct err *e)
{
	return io_replace_file_at(AT_FDCWD, name, bytes, mode, e);
}

int
io_write_file_at(int dirfd, const char *name, struct bytes bytes,
    enum io_mode mode, struct err *e)
{
	if (io_replace_file_at(dirfd, name, bytes, mode, e) < 0)
		return -1;
	return io_sync(dirfd, e);
}
