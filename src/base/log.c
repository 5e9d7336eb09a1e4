/*
 * The log.
 */
#include <config.h>

#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/utf8.h"

#define LINE_SIZE 1024 /* bytes of the longest line */

static int log_fd = STDERR_FILENO;

void
log_to(int fd)
{
	log_fd = fd;
}

void
log_line(const char *format, ...)
{
	char line[LINE_SIZE];
	va_list args;
	char *safe = NULL;

	if (log_fd < 0)
		return;
	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	safe = utf8_made_safe(line, false);
	dprintf(log_fd, "vereda: %s\n", safe);
	free(safe);
}
