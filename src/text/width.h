/*
 * How many cells a text takes, and how it is cut to fit.  Content is NFC and
 * one cell a letter by the publisher's check; this measures all the same.
 */
#ifndef VEREDA_WIDTH_H
#define VEREDA_WIDTH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

int width_of(const char *text); /* cells */

/* Cells of one code point: 0, 1 or 2.  What is unsafe on a terminal is drawn
 * as U+FFFD, one cell. */
int width_of_code(uint32_t code);

/*
 * Would a break before byte AT of TEXT cut a number?  Groups of digits with
 * a blank, a hyphen or the like between them are one: "800 841 2020",
 * "1-866-487-9243", "(502) 2422", "8:00-14:00".
 */
bool width_in_number(const char *text, size_t at);

/*
 * TEXT if it fits in WIDTH cells, else cut at the end of a word with an
 * ellipsis behind it; never inside a number.  Lives in A or is TEXT itself.
 */
const char *width_cut(const char *text, int width, struct arena *a);

#endif
