/*
 * The system calls behind io.h as the system makes them.
 */
#include <config.h>

#include "base/io_ops.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

static int
system_open(int dirfd, const char *name, int flags, mode_t mode)
{
	return openat(dirfd, name, flags, mode);
}

static int
system_rename(int dirfd, const char *from, const char *to)
{
	return renameat(dirfd, from, dirfd, to);
}

static int
system_unlink(int dirfd, const char *name)
{
	return unlinkat(dirfd, name, 0);
}

/* On a descriptor of its own: closedir() closes what it was given. */
static int
system_list(int fd, void (*each)(void *context, const char *name),
    void *context)
{
	int again = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *folder = again >= 0 ? fdopendir(again) : NULL;
	struct dirent *entry;
	int saved;

	if (folder == NULL) {
		saved = errno;
		if (again >= 0)
			close(again);
		errno = saved;
		return -1;
	}
	errno = 0;
	while ((entry = readdir(folder)) != NULL) {
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0)
			each(context, entry->d_name);
		errno = 0;
	}
	saved = errno;
	closedir(folder);
	errno = saved;
	return saved == 0 ? 0 : -1;
}

static int
system_fallocate(int fd, off_t size)
{
	errno = posix_fallocate(fd, 0, size);
	return errno == 0 ? 0 : -1;
}

static int
system_drop_cache(int fd)
{
	errno = posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	return errno == 0 ? 0 : -1;
}

static int
system_lock(int fd)
{
	return flock(fd, LOCK_EX | LOCK_NB);
}

static int64_t
system_now(void)
{
	return (int64_t)time(NULL);
}

const struct io_ops io_system = {
	.open = system_open,
	.close = close,
	.fstat = fstat,
	.pread = pread,
	.write = write,
	.fsync = fsync,
	.rename = system_rename,
	.unlink = system_unlink,
	.mkdir = mkdirat,
	.list = system_list,
	.statvfs = fstatvfs,
	.fallocate = system_fallocate,
	.drop_cache = system_drop_cache,
	.lock = system_lock,
	.now = system_now,
};
