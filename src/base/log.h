/*
 * The log: one English line at a time to standard error (journald adds the
 * time), made safe for a terminal.  A full-screen program turns it to a
 * file descriptor of its own first.
 */
#ifndef VEREDA_LOG_H
#define VEREDA_LOG_H

#include "base/compiler.h"

void log_to(int fd); /* -1: drop every line */
void log_line(const char *format, ...) PRINTF_LIKE(1, 2);

#endif
