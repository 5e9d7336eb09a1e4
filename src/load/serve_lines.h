/*
 * Bytes to lines to fields, as doc/helper-protocol.md has them.  No
 * descriptor and no clock; whoever sends is not trusted.
 */
#ifndef VEREDA_SERVE_LINES_H
#define VEREDA_SERVE_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/bytes.h"

#define SERVE_LINE_MAX 4096u /* bytes, with the LF */
#define SERVE_FIELDS_MAX 16u

/* What came and was not taken yet.  Start with { 0 }. */
struct serve_lines {
	size_t len;
	bool broken; /* for ever: what comes means nothing */
	char raw[SERVE_LINE_MAX];
};

/* One line; field[0] is its name and is never empty. */
struct serve_line {
	size_t count;
	const char *field[SERVE_FIELDS_MAX];
	size_t len; /* bytes, with the LF */
	char text[SERVE_LINE_MAX];
};

size_t serve_lines_room(const struct serve_lines *l);

/* Add BYTES, at most serve_lines_room(). */
void serve_lines_add(struct serve_lines *l, struct bytes bytes);

/*
 * The first whole line, which stays until it is dropped; false if there is
 * none.  L is broken by a line that is too long, empty, not UTF-8, unsafe or
 * of too many fields.
 */
bool serve_lines_first(struct serve_lines *l, struct serve_line *out);

/* Take OUT away and overwrite where it was: it may be a PIN. */
void serve_lines_drop(struct serve_lines *l, struct serve_line *out);

#endif
