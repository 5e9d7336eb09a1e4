/*
 * Files.  Everything that reads foreign files or writes ours goes through
 * here, so that a test can make the n-th call fail and see what is left.
 */
#ifndef VEREDA_IO_H
#define VEREDA_IO_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"

/* How io_open() opens; the caller closes the descriptor with io_close(). */
enum io_mode {
	IO_READ,    /* O_RDONLY, never a link, never blocking on a FIFO */
	IO_NEW,     /* O_WRONLY, O_CREAT, O_EXCL, mode 0644 */
	IO_SECRET,  /* as IO_NEW with mode 0600 */
	IO_REPLACE, /* O_WRONLY, O_CREAT, O_TRUNC, mode 0644 */
};

CHECKED int io_open(int *fd, int dirfd, const char *name, enum io_mode mode,
    struct err *e);
void io_close(int fd); /* -1 is allowed */

/* Size of a regular file; ERR_NOT_A_FILE for anything else. */
CHECKED int io_size(uint64_t *size, int fd, struct err *e);

/* Exactly LEN bytes at OFFSET, or ERR_STICK. */
CHECKED int io_read_at(int fd, void *out, size_t len, uint64_t offset,
    struct err *e);
CHECKED int io_write(int fd, struct bytes bytes, struct err *e);
CHECKED int io_sync(int fd, struct err *e); /* never retried */
CHECKED int io_rename(int dirfd, const char *from, const char *to,
    struct err *e);
CHECKED int io_unlink(int dirfd, const char *name, struct err *e);

/*
 * The whole file NAME into *OUT (the caller frees OUT->at with free()), with
 * a NUL behind it that LEN does not count; ERR_LIMIT above MAX bytes.
 */
CHECKED int io_read_file(struct buffer *out, const char *name, size_t max,
    struct err *e);

/* NAME.new, sync, rename to NAME. */
CHECKED int io_write_file(const char *name, struct bytes bytes,
    enum io_mode mode, struct err *e);

/*
 * For tests: the N-th call from now (1 is the next) of io_read_at, io_write,
 * io_sync, io_rename, io_open or io_unlink fails with EIO.  0 for none.
 */
void io_fail_at(unsigned n);

#endif
