/*
 * Files, with a place where each call can be made to fail.
 */
#include <config.h>

#include "base/io.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

static unsigned calls_until_failure; /* the fault table; 0: none */

void
io_fail_at(unsigned n)
{
	calls_until_failure = n;
}

static bool
must_fail(void)
{
	if (calls_until_failure == 0 || --calls_until_failure > 0)
		return false;
	errno = EIO;
	return true;
}

int
io_open(int *fd, int dirfd, const char *name, enum io_mode mode, struct err *e)
{
	static const int flags[] = {
		[IO_READ] = O_RDONLY | O_NONBLOCK | O_NOFOLLOW,
		[IO_NEW] = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
		[IO_SECRET] = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
		[IO_REPLACE] = O_WRONLY | O_CREAT | O_TRUNC,
	};
	mode_t rights = mode == IO_SECRET ? 0600 : 0644;

	*fd = -1;
	if (!must_fail())
		*fd = openat(dirfd, name, flags[mode] | O_CLOEXEC, rights);
	if (*fd < 0)
		return err_set_errno(e,
		    mode == IO_READ ? ERR_STICK : ERR_NO_ROOM, "open %s", name);
	return 0;
}

void
io_close(int fd)
{
	if (fd >= 0)
		close(fd); /* nothing to do about an error: data was synced */
}

int
io_size(uint64_t *size, int fd, struct err *e)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return err_set_errno(e, ERR_STICK, "fstat");
	if (!S_ISREG(st.st_mode))
		return err_set(e, ERR_NOT_A_FILE, "not a regular file");
	*size = (uint64_t)st.st_size;
	return 0;
}

int
io_read_at(int fd, void *out, size_t len, uint64_t offset, struct err *e)
{
	uint8_t *at = out;

	if (offset > INT64_MAX - len)
		return err_set(e, ERR_STICK, "offset out of range");
	if (must_fail())
		return err_set_errno(e, ERR_STICK, "read");
	while (len > 0) {
		ssize_t got = pread(fd, at, len, (off_t)offset);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_set_errno(e, ERR_STICK, "read");
		if (got == 0)
			return err_set(e, ERR_STICK, "the file ended early");
		at += got;
		len -= (size_t)got;
		offset += (uint64_t)got;
	}
	return 0;
}

int
io_write(int fd, struct bytes bytes, struct err *e)
{
	if (must_fail())
		return err_set_errno(e, ERR_NO_ROOM, "write");
	while (bytes.len > 0) {
		ssize_t put = write(fd, bytes.at, bytes.len);

		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return err_set_errno(e, ERR_NO_ROOM, "write");
		bytes = bytes_of(bytes.at + put, bytes.len - (size_t)put);
	}
	return 0;
}

int
io_sync(int fd, struct err *e)
{
	if (must_fail() || fsync(fd) < 0)
		return err_set_errno(e, ERR_NO_ROOM, "fsync");
	return 0;
}

int
io_rename(int dirfd, const char *from, const char *to, struct err *e)
{
	if (must_fail() || renameat(dirfd, from, dirfd, to) < 0)
		return err_set_errno(e, ERR_NO_ROOM, "rename %s to %s", from,
		    to);
	return 0;
}

int
io_unlink(int dirfd, const char *name, struct err *e)
{
	if (must_fail() || unlinkat(dirfd, name, 0) < 0)
		return err_set_errno(e, ERR_NO_ROOM, "unlink %s", name);
	return 0;
}

int
io_read_file(struct buffer *out, const char *name, size_t max, struct err *e)
{
	uint64_t size = 0;
	int fd = -1;

	*out = (struct buffer){ 0 };
	if (io_open(&fd, AT_FDCWD, name, IO_READ, e) < 0)
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
	return err_wrap(e, "%s", name);
}

int
io_write_file(const char *name, struct bytes bytes, enum io_mode mode,
    struct err *e)
{
	char *temporary = xasprintf("%s.new", name);
	int fd = -1;
	int rc = -1;

	unlink(temporary); /* a leftover of an interrupted run, if any */
	if (io_open(&fd, AT_FDCWD, temporary,
		mode == IO_SECRET ? IO_SECRET : IO_NEW, e) < 0)
		goto out;
	if (io_write(fd, bytes, e) < 0 || io_sync(fd, e) < 0 ||
	    io_rename(AT_FDCWD, temporary, name, e) < 0) {
		unlink(temporary);
		goto out;
	}
	rc = 0;
out:
	io_close(fd);
	free(temporary);
	return rc;
}
