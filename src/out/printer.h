/*
 * The way to a printer: a device file, or a program that takes text, such as
 * lp(1).  Nobody waits for it: what is to be printed is copied, a descriptor
 * says when there is something to do, and after a while it is given up.
 * There is no shell, no temporary file, and no trace once it is done.
 */
#ifndef VEREDA_PRINTER_H
#define VEREDA_PRINTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/bytes.h"

#define PRINTER_WAIT_MS 20000    /* from the beginning of a job to its end */
#define PRINTER_BYTES_MAX 60000u /* of a job: less than a pipe holds */
#define PRINTER_WORDS_MAX 16     /* of a command */

enum printer_state {
	PRINTER_IDLE,    /* nothing was printed yet */
	PRINTER_BUSY,
	PRINTER_DONE,    /* the printer has it all */
	PRINTER_EMPTY,   /* it says that it has no paper */
	PRINTER_AWAY,    /* it is not there, is off, or the program failed */
	PRINTER_SILENT,  /* it took too long */
};

struct printer;

/* DEVICE is a path; or COMMAND the words of a command, one blank between
 * them, the first a path.  The other is "". */
struct printer *printer_new(const char *device, const char *command);
void printer_free(struct printer *p); /* NULL is allowed; ends what runs */

/* Begin to print a copy of BYTES; false while something else is printed. */
bool printer_print(struct printer *p, struct bytes bytes, int64_t now);
enum printer_state printer_state(const struct printer *p);

/* For poll(); -1 while there is nothing to wait for. */
int printer_fd(const struct printer *p);
short printer_events(const struct printer *p);
int printer_wait(const struct printer *p, int64_t now); /* ms; -1: never */

/* Do what can be done without waiting.  True when the state changed. */
bool printer_io(struct printer *p, short revents, int64_t now);

/* Give up what runs, and forget all of it: the session ends. */
void printer_forget(struct printer *p);

#endif
