/*
 * Tables out of libcsv.  libcsv knows no lines, so it is fed byte by byte and
 * the place of each cell is where its first byte was.
 */
#include <config.h>

#include "pack/csv_table.h"

#include <stdbool.h>
#include <string.h>

#include <csv.h>

struct table {
	struct csv_table *out;
	struct arena *arena;
	struct findings *findings;
	struct place now;   /* of the byte that is fed */
	struct place begin; /* of the cell that is open */
	bool fresh;         /* the next byte begins a cell */
	bool full;          /* a limit was met: the rest is dropped */
	size_t room;        /* rows */
	struct csv_cell row[CSV_TABLE_CELLS_MAX];
	size_t count; /* cells in ROW */
};

static void
stop(struct table *t, enum finding_kind kind, unsigned limit)
{
	if (!t->full)
		finding_add(t->findings, &t->begin, kind, "%u", limit);
	t->full = true;
}

/* "N2, duration": the cell of this row as a spreadsheet calls it, and what
 * stands above it. */
static const char *
name_cell(const struct table *t)
{
	const struct csv_table *out = t->out;
	size_t n = t->count;
	const char *letters = arena_printf(t->arena, "%c", 'A' + (int)(n % 26));

	if (n >= 26)
		letters = arena_printf(t->arena, "%c%s",
		    'A' + (int)(n / 26 - 1), letters);
	if (out->count == 0 || n >= out->rows[0].count)
		return arena_printf(t->arena, "%s%zu", letters,
		    out->count + 1);
	return arena_printf(t->arena, "%s%zu, %s", letters, out->count + 1,
	    out->rows[0].cells[n].text);
}

static void
cell_ends(void *text, size_t len, void *context)
{
	struct table *t = context;

	t->fresh = true;
	if (t->full)
		return;
	if (t->count == CSV_TABLE_CELLS_MAX) {
		stop(t, FINDING_TOO_MANY, CSV_TABLE_CELLS_MAX);
		return;
	}
	if (len > CSV_TABLE_CELL_MAX) {
		stop(t, FINDING_TOO_LARGE, CSV_TABLE_CELL_MAX);
		return;
	}
	t->row[t->count].text = arena_strndup(t->arena, text, len);
	t->row[t->count].at = t->begin;
	t->row[t->count].at.cell = name_cell(t);
	t->count++;
}

static void
row_ends(int delimiter, void *context)
{
	struct table *t = context;
	struct csv_table *out = t->out;
	struct csv_row *row = NULL;

	(void)delimiter;
	t->fresh = true;
	if (t->full)
		return;
	if (out->count == CSV_TABLE_ROWS_MAX) {
		stop(t, FINDING_TOO_MANY, CSV_TABLE_ROWS_MAX);
		return;
	}
	if (out->count == t->room) {
		size_t room = t->room == 0 ? 64 : t->room * 2;
		struct csv_row *more =
		    arena_array(t->arena, room, sizeof *more);

		if (out->count > 0)
			memcpy(more, out->rows, out->count * sizeof *more);
		out->rows = more;
		t->room = room;
	}
	row = &out->rows[out->count++];
	row->count = t->count;
	row->cells = arena_array(t->arena, t->count + 1, sizeof *row->cells);
	memcpy(row->cells, t->row, t->count * sizeof *row->cells);
	t->count = 0;
}

/* One byte; false at a fault of form. */
static bool
feed(struct table *t, struct csv_parser *parser, uint8_t byte)
{
	if (t->fresh)
		t->begin = t->now;
	t->fresh = t->fresh && byte == '\n' && t->count == 0;
	if (csv_parse(parser, &byte, 1, cell_ends, row_ends, t) != 1)
		return false;
	if (byte == '\n') {
		t->now.line++;
		t->now.column = 1;
	} else if ((byte & 0xC0) != 0x80) {
		t->now.column++;
	}
	return !t->full;
}

void
csv_table_read(struct csv_table *out, const char *file, struct bytes text,
    struct arena *a, struct findings *f)
{
	struct table t = { .out = out, .arena = a, .findings = f,
		.now = { file, 1, 1, NULL }, .fresh = true };
	struct csv_parser parser;
	bool good = true;

	*out = (struct csv_table){ 0 };
	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return;
	t.begin = t.now;
	for (size_t i = 0; good && i < text.len; i++)
		good = feed(&t, &parser, text.at[i]);
	if (good)
		good = csv_fini(&parser, cell_ends, row_ends, &t) == 0;
	if (!good && !t.full)
		finding_add(f, &t.begin, FINDING_SYNTAX, "%s",
		    csv_strerror(csv_error(&parser)));
	out->is_whole = good;
	csv_free(&parser);
}
