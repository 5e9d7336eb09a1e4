/*
 * Files, over a table of system calls, with a place where each call can be
 * made to fail.
 */
#include <config.h>

#include "base/io.h"

#include <errno.h>
#include <fcntl.h>

#include "base/io_ops.h"

/* A signal may come between; one for ever is a fault of the system. */
#define INTERRUPTS_MAX 100

/* The fault table. */
static const struct io_ops *ops = &io_system;
static struct io_fault fault;
static unsigned calls;

void
io_use(const struct io_ops *table)
{
	ops = table != NULL ? table : &io_system;
}

const struct io_ops *
io_used(void)
{
	return ops;
}

void
io_fail(struct io_fault next)
{
	fault = next;
	calls = 0;
}

void
io_fail_at(unsigned n)
{
	io_fail((struct io_fault){ .at = n, .error = EIO });
}

unsigned
io_calls(void)
{
	return calls;
}

/* Counts a call; 0, or what must happen to it. */
static int
next_fault(void)
{
	calls++;
	if (fault.at == 0 || calls < fault.at ||
	    (calls > fault.at && !fault.for_ever))
		return 0;
	return fault.error;
}

/* The same for calls that move no bytes: a short one is a whole one. */
static bool
must_fail(void)
{
	int error = next_fault();

	if (error == 0 || error == IO_FAULT_SHORT)
		return false;
	errno = error;
	return true;
}

/* How many of LEN bytes to ask for; 0 for a failure, errno says which. */
static size_t
allowed_length(size_t len)
{
	int error = next_fault();

	if (error == 0)
		return len;
	if (error == IO_FAULT_SHORT)
		return (len + 1) / 2;
	errno = error;
	return 0;
}

int
io_open(int *fd, int dirfd, const char *name, enum io_mode mode, struct err *e)
{
	static const int flags[] = {
		[IO_READ] = O_RDONLY | O_NONBLOCK | O_NOFOLLOW,
		[IO_NEW] = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
		[IO_SECRET] = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW,
		[IO_REPLACE] = O_WRONLY | O_CREAT | O_TRUNC,
		[IO_FOLDER] = O_RDONLY | O_DIRECTORY,
	};
	mode_t rights = mode == IO_SECRET ? 0600 : 0644;
	bool reads = mode == IO_READ || mode == IO_FOLDER;
	int saved;

	*fd = -1;
	for (int i = 0; i < INTERRUPTS_MAX; i++) {
		if (!must_fail())
			*fd = ops->open(dirfd, name, flags[mode] | O_CLOEXEC,
			    rights);
		if (*fd >= 0)
			return 0;
		if (errno != EINTR)
			break;
	}
	saved = errno;
	err_set_errno(e, reads ? ERR_STICK : ERR_NO_ROOM, "open %s", name);
	errno = saved;
	return -1;
}

void
io_close(int fd)
{
	if (fd >= 0)
		ops->close(fd); /* no use in its error: data was synced */
}

int
io_size(uint64_t *size, int fd, struct err *e)
{
	struct stat st;

	if (must_fail() || ops->fstat(fd, &st) < 0)
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
	int interrupts = 0;

	if (offset > (uint64_t)INT64_MAX - len)
		return err_set(e, ERR_STICK, "offset out of range");
	while (len > 0) {
		size_t part = allowed_length(len);
		ssize_t got = part > 0 ?
		    ops->pread(fd, at, part, (off_t)offset) : -1;

		if (got < 0 && errno == EINTR &&
		    ++interrupts < INTERRUPTS_MAX)
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
io_read_to(struct buffer *out, int fd, size_t len, uint64_t offset,
    struct err *e)
{
	if (len == 0)
		return 0;
	if (io_read_at(fd, buffer_add_room(out, len), len, offset, e) == 0)
		return 0;
	out->len -= len;
	return -1;
}

int
io_write(int fd, struct bytes bytes, struct err *e)
{
	int interrupts = 0;

	while (bytes.len > 0) {
		size_t part = allowed_length(bytes.len);
		ssize_t put = part > 0 ? ops->write(fd, bytes.at, part) : -1;

		if (put < 0 && errno == EINTR &&
		    ++interrupts < INTERRUPTS_MAX)
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
	if (must_fail() || ops->fsync(fd) < 0)
		return err_set_errno(e, ERR_NO_ROOM, "fsync");
	return 0;
}

int
io_rename(int dirfd, const char *from, const char *to, struct err *e)
{
	if (must_fail() || ops->rename(dirfd, from, to) < 0)
		return err_set_errno(e, ERR_NO_ROOM, "rename %s to %s", from,
		    to);
	return 0;
}

int
io_unlink(int dirfd, const char *name, struct err *e)
{
	if (must_fail() || ops->unlink(dirfd, name) < 0)
		return err_set_errno(e, ERR_NO_ROOM, "unlink %s", name);
	return 0;
}

int
io_make_folder(int dirfd, const char *name, struct err *e)
{
	if (must_fail() ||
	    (ops->mkdir(dirfd, name, 0755) < 0 && errno != EEXIST))
		return err_set_errno(e, ERR_NO_ROOM, "mkdir %s", name);
	return 0;
}

int
io_list(int fd, void (*each)(void *context, const char *name), void *context,
    struct err *e)
{
	if (must_fail() || ops->list(fd, each, context) < 0)
		return err_set_errno(e, ERR_STICK, "list a folder");
	return 0;
}

int
io_room(uint64_t *left, uint64_t *all, int fd, struct err *e)
{
	struct statvfs st;

	if (must_fail() || ops->statvfs(fd, &st) < 0)
		return err_set_errno(e, ERR_NO_ROOM, "statvfs");
	*left = (uint64_t)st.f_bavail * st.f_frsize;
	*all = (uint64_t)st.f_blocks * st.f_frsize;
	return 0;
}

int
io_reserve(int fd, uint64_t size, struct err *e)
{
	if (must_fail() || ops->fallocate(fd, (off_t)size) < 0)
		return err_set_errno(e, ERR_NO_ROOM, "reserve %llu bytes",
		    (unsigned long long)size);
	return 0;
}

int
io_drop_cache(int fd, struct err *e)
{
	if (must_fail() || ops->drop_cache(fd) < 0)
		return err_set_errno(e, ERR_SYSTEM, "drop caches");
	return 0;
}

int
io_lock(int fd, struct err *e)
{
	if (!must_fail() && ops->lock(fd) == 0)
		return 0;
	return err_set_errno(e, errno == EWOULDBLOCK ? ERR_BUSY : ERR_NO_ROOM,
	    "lock");
}

int64_t
io_now(void)
{
	return ops->now();
}
