/*
 * The log of installations: one line for each, in the file "records" of the
 * store's folder, the last RECORDS_MAX of them.  Nothing about people.
 *
 *     NUMBER TIME WHAT CHANNEL EPOCH SEQUENCE RESULT SECONDS NEW CHANGED
 *     WITHDRAWN REASON
 *
 * with one TAB between them.  TIME is the machine's clock, right or not; the
 * numbers tell the order.
 */
#ifndef VEREDA_LOAD_RECORDS_H
#define VEREDA_LOAD_RECORDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/head.h"

#define RECORDS_FILE "records"
#define RECORDS_MAX 1000u
#define RECORD_RESULT_SIZE 8

enum record_what {
	RECORD_INSTALL,
	RECORD_ROLLBACK,
	RECORD_WHATS
};

struct record {
	unsigned number; /* from 1 */
	int64_t time;    /* Unix seconds */
	enum record_what what;
	char channel[HEAD_CHANNEL_SIZE + 1]; /* "-" if it is not known */
	uint32_t epoch;
	uint64_t sequence;
	char result[RECORD_RESULT_SIZE]; /* "ok", "E00" to "E26", "failed" */
	unsigned seconds;
	unsigned new, changed, withdrawn; /* entries */
	unsigned reason; /* why staff went back, 0 if they did not */
};

struct records {
	struct record *list; /* by number */
	size_t count;
};

/* What stands in FOLDER; lines that are none are left out, and a file that
 * is not there has none.  The caller gives it to records_free(). */
CHECKED int records_read(struct records *out, const char *folder,
    struct err *e);
void records_free(struct records *r);

/* NULL if there is none of that number; 0 is the last. */
const struct record *records_find(const struct records *r, unsigned number);

/* Give RECORD the next number and write it.  Only who holds the store. */
CHECKED int records_add(struct record *record, const char *folder,
    struct err *e);

void record_set_result(struct record *record, const struct err *e);
const char *record_what_name(enum record_what what);

#endif
