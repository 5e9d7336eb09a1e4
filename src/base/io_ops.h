/*
 * The table of system calls that io.h stands on.  Only tests change it; the
 * entries return what the calls of the same name do, and set errno.
 */
#ifndef VEREDA_IO_OPS_H
#define VEREDA_IO_OPS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/types.h>

struct io_ops {
	int (*open)(int dirfd, const char *name, int flags, mode_t mode);
	int (*close)(int fd);
	int (*fstat)(int fd, struct stat *out);
	ssize_t (*pread)(int fd, void *out, size_t len, off_t offset);
	ssize_t (*write)(int fd, const void *at, size_t len);
	int (*fsync)(int fd);
	int (*rename)(int dirfd, const char *from, const char *to);
	int (*unlink)(int dirfd, const char *name);
	int (*mkdir)(int dirfd, const char *name, mode_t mode);
	int (*list)(int fd, void (*each)(void *context, const char *name),
	    void *context);
	int (*statvfs)(int fd, struct statvfs *out);
	int (*fallocate)(int fd, off_t size);
	int (*drop_cache)(int fd);
	int (*lock)(int fd); /* exclusive, EWOULDBLOCK if taken */
	int64_t (*now)(void);
};

extern const struct io_ops io_system;

/* From now on OPS serves; NULL for the system.  The table is borrowed. */
void io_use(const struct io_ops *ops);
const struct io_ops *io_used(void);

/* Instead of an errno: read and write move half of what they were asked. */
#define IO_FAULT_SHORT (-1)

/*
 * The N-th call from now (1 is the next) that the table is asked for, but
 * close and now, fails with ERROR, and if FOR_EVER every one after it.
 */
struct io_fault {
	unsigned at; /* 0 for none */
	int error;   /* an errno, or IO_FAULT_SHORT */
	bool for_ever;
};

void io_fail(struct io_fault fault);

/* Calls since io_fail() or io_fail_at() of io.h: did the fault come at all? */
unsigned io_calls(void);

#endif
