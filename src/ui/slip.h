/*
 * Slips: what goes on a strip of paper, 32 columns wide.  The screen shows
 * them as they will be printed.
 */
#ifndef VEREDA_SLIP_H
#define VEREDA_SLIP_H

#include "base/date.h"
#include "ui/widget_sheet.h"

#define SLIP_WIDTH 32

struct slip_course {
	const char *title;
	size_t read;
	size_t lessons; /* 0: nothing is said of them */
	size_t right;
	size_t count;
	const char *day;  /* in words; "" if it is not known */
	const char *code; /* NULL: without one */
};

/* The result of a course, into SH, which is begun with SLIP_WIDTH. */
void slip_course(struct sheet *sh, const struct slip_course *c);

#endif
