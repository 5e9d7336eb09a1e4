/*
 * The stick as the helper's work sees it: a plain folder on a desk, or a
 * block device that is mounted where nobody else sees it.
 */
#ifndef VEREDA_SERVE_STICK_H
#define VEREDA_SERVE_STICK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"

#define SERVE_RUN "/run/vereda"
#define SERVE_MOUNT SERVE_RUN "/stick"

/* Where to find it; one of the first two is not NULL if there may be one. */
struct serve_source {
	const char *folder;
	const char *device;
	const char *mount; /* where to mount the device; NULL: SERVE_MOUNT */
};

struct serve_stick {
	const char *dir; /* look here */
	const char *label;
	uint64_t size; /* bytes */
	bool writable;
};

bool serve_stick_is_in(const struct serve_source *source);

/* As the kernel knows it already: neither this nor the one above asks the
 * stick itself, which may not answer. */
bool serve_stick_is_writable(const struct serve_source *source);

/*
 * Only in a process that ends soon: a mount goes with it.  FAT and exFAT
 * alone are tried, read-only unless TO_WRITE; ERR_NOT_FOUND if no stick is
 * there, ERR_STICK if it is none that we read.
 */
CHECKED int serve_stick_open(struct serve_stick *out,
    const struct serve_source *source, bool to_write, struct err *e);

/* After writing: all of it is on the stick, or ERR_STICK. */
CHECKED int serve_stick_flush(const struct serve_stick *stick,
    struct err *e);

#endif
