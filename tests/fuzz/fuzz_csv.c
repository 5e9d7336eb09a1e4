/*
 * Fuzz: a spreadsheet, its cells as telephones and lists.
 */
#include <config.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/mem.h"
#include "pack/csv_table.h"
#include "pack/finding.h"
#include "pack/phone.h"
#include "pack/source_file.h"

#include "fuzz.h"

#define INPUT_MAX (64u << 10) /* bytes */

static void
read_cell(const struct csv_cell *cell, const struct reading *r)
{
	struct value v = { cell->text, 0, cell->at };
	struct phone_list phones;
	struct values list;

	phone_list_read(&phones, &v, 2, r);
	rules_split(&list, cell->text, &cell->at, " ,", r->arena);
}

const char fuzz_name[] = "csv";

void
fuzz_seeds(void)
{
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct reading r = { arena_new(), findings_new() };
	struct csv_table table = { 0 };
	size_t len = size;
	char *text = NULL;

	if (size <= INPUT_MAX) {
		text = arena_zero(r.arena, size + 1);
		if (size > 0)
			memcpy(text, data, size);
	}
	if (text != NULL && source_file_gate("fuzz", text, &len, r.findings))
		csv_table_read(&table, "fuzz", bytes_of(text, len), r.arena,
		    r.findings);
	for (size_t i = 0; i < table.count; i++)
		for (size_t n = 0; n < table.rows[i].count; n++)
			read_cell(&table.rows[i].cells[n], &r);
	findings_free(r.findings);
	arena_free(r.arena);
	return 0;
}
