/*
 * The code that says: somebody finished this course at a kiosk.  It carries
 * nothing of the person and proves no more; doc/completion-code.md says how
 * a centre checks one without a network.
 *
 *	RN YYMMDD CCCC KK	34-261128-4821-07
 *
 * R right answers of N; the day, 000000 where the kiosk has no clock to be
 * trusted; CCCC of the course and its edition; KK so that the whole number
 * divided by 97 leaves 1 (ISO 7064, MOD 97-10).
 */
#ifndef VEREDA_COMPLETION_H
#define VEREDA_COMPLETION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "catalog/entry.h"

#define COMPLETION_SIZE 18 /* bytes, with the NUL */

struct completion {
	const char *slug; /* of the course */
	const struct edition *edition;
	unsigned right; /* at most 9 */
	unsigned count;
	struct date day; /* year 0: not known */
};

void completion_code(char out[COMPLETION_SIZE], const struct completion *c);

/* Is CODE one, as far as its own digits say?  Blanks and hyphens are free. */
bool completion_is_code(const char *code);

#endif
