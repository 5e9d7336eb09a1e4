/*
 * How many cells a text takes, and how it is cut to fit.  Content is NFC and
 * one cell a letter by the publisher's check; this measures all the same.
 */
#ifndef VEREDA_WIDTH_H
#define VEREDA_WIDTH_H

#include "base/mem.h"

int width_of(const char *text); /* cells */

/*
 * TEXT if it fits in WIDTH cells, else cut at the end of a word with an
 * ellipsis behind it; never inside a number.  Lives in A or is TEXT itself.
 */
const char *width_cut(const char *text, int width, struct arena *a);

#endif
