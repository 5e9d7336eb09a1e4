/*
 * vereda-load on a memory card that loses what is written: linked with the
 * program's own main, so that E25 can be met from outside.
 */
#include <config.h>

#include <stdint.h>
#include <unistd.h>

#include "base/io_ops.h"

/* All that is long comes to the card with its last byte changed. */
static ssize_t
lying_write(int fd, const void *at, size_t len)
{
	const uint8_t *bytes = at;
	uint8_t last;

	if (len < 1024)
		return io_system.write(fd, at, len);
	last = bytes[len - 1] ^ 1;
	if (io_system.write(fd, at, len - 1) != (ssize_t)len - 1)
		return -1;
	return io_system.write(fd, &last, 1) == 1 ? (ssize_t)len : -1;
}

__attribute__((constructor)) static void
use_lying_card(void)
{
	static struct io_ops ops;

	ops = io_system;
	ops.write = lying_write;
	io_use(&ops);
}
