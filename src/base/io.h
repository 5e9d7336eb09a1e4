/*
 * Files.  Everything that reads foreign files or writes ours goes through
 * here, and from here through one table of system calls, so that a test can
 * put a disk of its own underneath, or make the n-th call fail, and see what
 * is left.
 */
#ifndef VEREDA_IO_H
#define VEREDA_IO_H

#include <stdbool.h>
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
	IO_FOLDER,  /* O_RDONLY, O_DIRECTORY */
};

/* errno tells the cause of a failure, as after open(2). */
CHECKED int io_open(int *fd, int dirfd, const char *name, enum io_mode mode,
    struct err *e);
void io_close(int fd); /* -1 is allowed */

/* Size of a regular file; ERR_NOT_A_FILE for anything else. */
CHECKED int io_size(uint64_t *size, int fd, struct err *e);

/* Exactly LEN bytes at OFFSET, or ERR_STICK. */
CHECKED int io_read_at(int fd, void *out, size_t len, uint64_t offset,
    struct err *e);
/* The same, appended to OUT. */
CHECKED int io_read_to(struct buffer *out, int fd, size_t len,
    uint64_t offset, struct err *e);
CHECKED int io_write(int fd, struct bytes bytes, struct err *e);
CHECKED int io_sync(int fd, struct err *e); /* never retried */
CHECKED int io_rename(int dirfd, const char *from, const char *to,
    struct err *e);
CHECKED int io_unlink(int dirfd, const char *name, struct err *e);

/* Folders.  A folder that is there already is as good as a new one. */
CHECKED int io_make_folder(int dirfd, const char *name, struct err *e);
CHECKED int io_list(int fd, void (*each)(void *context, const char *name),
    void *context, struct err *e); /* without "." and ".." */

/* Bytes that may still be written where FD lies, and bytes in all. */
CHECKED int io_room(uint64_t *left, uint64_t *all, int fd, struct err *e);
CHECKED int io_reserve(int fd, uint64_t size, struct err *e); /* on disk now */

/* Let what is read next of FD come from the disk, not out of memory. */
CHECKED int io_drop_cache(int fd, struct err *e);

/* Until FD is closed nobody else has this; ERR_BUSY if somebody has. */
CHECKED int io_lock(int fd, struct err *e);

int64_t io_now(void); /* Unix seconds of the machine's clock, right or not */

/*
 * The whole file NAME into *OUT (the caller frees OUT->at with free()), with
 * a NUL behind it that LEN does not count; ERR_LIMIT above MAX bytes.
 */
CHECKED int io_read_file(struct buffer *out, const char *name, size_t max,
    struct err *e);
CHECKED int io_read_file_at(struct buffer *out, int dirfd, const char *name,
    size_t max, struct err *e);

/* NAME.new, sync, rename to NAME. */
CHECKED int io_write_file(const char *name, struct bytes bytes,
    enum io_mode mode, struct err *e);

/* The same under the folder DIRFD; after a power cut the old file may stand
 * there, whole. */
CHECKED int io_replace_file_at(int dirfd, const char *name,
    struct bytes bytes, enum io_mode mode, struct err *e);

/* The same, and the folder is synced: it is the new one from now on. */
CHECKED int io_write_file_at(int dirfd, const char *name, struct bytes bytes,
    enum io_mode mode, struct err *e);

/*
 * For tests: the N-th call from now (1 is the next) of those above fails
 * with EIO, once.  0 for none.  io_ops.h has more ways to fail.
 */
void io_fail_at(unsigned n);

#endif
