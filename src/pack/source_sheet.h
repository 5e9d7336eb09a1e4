/*
 * One spreadsheet of the sources, as structs that rules fill.
 */
#ifndef VEREDA_SOURCE_SHEET_H
#define VEREDA_SOURCE_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "pack/channel.h"
#include "pack/rules.h"

struct source_sheet {
	const char *name;   /* "services.csv" */
	struct rules rules; /* one by language stands for a column in each */
	size_t item_size;   /* of a struct that begins with its id */
	bool has_no_ids;    /* it does not */
	/* filled */
	void *items; /* one struct for each row, in the channel's arena */
	size_t count;
	bool is_read; /* its header was right */
};

/* The header that a sheet of these rules has in C's languages, as a line of
 * CSV in the arena. */
const char *source_sheet_header(const struct channel *c,
    const struct rules *rules);

/* Read the sheet, if there is one; ids that stand twice are told. */
void source_sheet_read(struct channel *c, struct source_sheet *s);

#endif
