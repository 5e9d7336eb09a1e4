/*
 * CSV (RFC 4180, strict) as rows of cells that know their line and column.
 */
#ifndef VEREDA_CSV_TABLE_H
#define VEREDA_CSV_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/bytes.h"
#include "base/mem.h"
#include "pack/finding.h"

#define CSV_TABLE_ROWS_MAX 10000
#define CSV_TABLE_CELLS_MAX 128      /* of one row */
#define CSV_TABLE_CELL_MAX (16u << 10) /* bytes */

struct csv_cell {
	const char *text;
	struct place at;
};

struct csv_row {
	struct csv_cell *cells;
	size_t count;
};

struct csv_table {
	struct csv_row *rows; /* the first is the header */
	size_t count;
	bool is_whole; /* no fault of form cut it short */
};

/* The rows of TEXT, the file FILE; faults are findings, and what stands
 * before a fault of form is kept.  Everything lives in A. */
void csv_table_read(struct csv_table *out, const char *file,
    struct bytes text, struct arena *a, struct findings *f);

#endif
