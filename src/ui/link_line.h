/*
 * From the bytes that a helper sends to lines of fields
 * (doc/helper-protocol.md).  Pure: no descriptor, no clock.  The helper
 * reads what strangers bring, so it is a stranger too.
 */
#ifndef VEREDA_LINK_LINE_H
#define VEREDA_LINK_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"

#define LINK_LINE_MAX 4096u /* bytes, with the LF */
#define LINK_FIELDS_MAX 16u

/* NAME is field 0.  The texts are safe to show, without TAB and LF. */
struct link_line {
	size_t count;
	const char *field[LINK_FIELDS_MAX];
};

/* Start with { 0 }. */
struct link_reader {
	size_t len;
	bool broken; /* for ever: the rest means nothing */
	char raw[LINK_LINE_MAX];
};

enum link_took {
	LINK_TOOK_LINE,   /* OUT is one; valid until the next call */
	LINK_TOOK_ALL,    /* no whole line in what is left of IN */
	LINK_TOOK_BROKEN, /* too long, not UTF-8, unsafe or empty */
};

/* Take from *IN, which moves on, up to the end of one line. */
enum link_took link_reader_take(struct link_reader *r, struct bytes *in,
    struct link_line *out);

/* A field as a number: digits alone, no sign, no blanks, at most MAX. */
bool link_number(const char *field, uint64_t max, uint64_t *out);

#endif
