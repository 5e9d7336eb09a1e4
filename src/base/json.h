/*
 * Writes JSON (RFC 8259) to a stream, for the --json of every program.  Ends
 * strings, commas and nesting by itself; invalid UTF-8 becomes U+FFFD.
 */
#ifndef VEREDA_JSON_H
#define VEREDA_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#define JSON_DEPTH_MAX 16

/* Start with { .out = stream }. */
struct json {
	FILE *out;
	unsigned depth;
	bool has_items[JSON_DEPTH_MAX];
};

/* NAME is the key inside an object, NULL inside an array or at the top. */
void json_object_begin(struct json *j, const char *name);
void json_object_end(struct json *j);
void json_array_begin(struct json *j, const char *name);
void json_array_end(struct json *j);
void json_text(struct json *j, const char *name, const char *value);
void json_number(struct json *j, const char *name, int64_t value);
void json_bool(struct json *j, const char *name, bool value);
void json_null(struct json *j, const char *name);
void json_end(struct json *j); /* the final newline */

#endif
