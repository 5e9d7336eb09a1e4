/*
 * Completion codes.
 */
#include <config.h>

#include "catalog/completion.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define DIGITS 14
#define COURSE_PRIME 9973 /* the largest with four digits */
#define CHECK 97

/* "course-cv crm 1 42", a letter after the other. */
static unsigned
number_of_course(const struct completion *c)
{
	char text[128];
	unsigned n = 0;

	snprintf(text, sizeof text, "%s %s %" PRIu32 " %" PRIu64, c->slug,
	    c->edition->channel, c->edition->epoch, c->edition->sequence);
	for (const char *at = text; *at != '\0'; at++)
		n = (n * 31 + (unsigned char)*at) % COURSE_PRIME;
	return n;
}

/* The remainder of the decimal number DIGITS, which may be long. */
static unsigned
remainder_of(const char *digits)
{
	unsigned n = 0;

	for (; *digits != '\0'; digits++)
		n = (n * 10 + (unsigned)(*digits - '0')) % CHECK;
	return n;
}

void
completion_code(char out[COMPLETION_SIZE], const struct completion *c)
{
	char digits[DIGITS + 1];
	unsigned right = c->right > 9 ? 9 : c->right;
	unsigned count = c->count > 9 ? 9 : c->count;
	unsigned year = (unsigned)c->day.year % 100;
	unsigned month = (unsigned)c->day.month % 100;
	unsigned day = (unsigned)c->day.day % 100;
	unsigned course = number_of_course(c);
	unsigned check = 0;

	if (c->day.year == 0)
		month = day = 0;
	snprintf(digits, sizeof digits, "%u%u%02u%02u%02u%04u00", right,
	    count, year, month, day, course);
	check = CHECK + 1 - remainder_of(digits);
	snprintf(out, COMPLETION_SIZE, "%.2s-%.6s-%.4s-%02u", digits,
	    digits + 2, digits + 8, check);
}

bool
completion_is_code(const char *code)
{
	char digits[DIGITS + 1] = "";
	size_t n = 0;

	for (; *code != '\0'; code++) {
		if (*code == ' ' || *code == '-')
			continue;
		if (*code < '0' || *code > '9' || n == DIGITS)
			return false;
		digits[n++] = *code;
	}
	return n == DIGITS && remainder_of(digits) == 1;
}
