/*
 * Spreadsheets: the header must be what the rules say, column by column, and
 * each row becomes a struct.
 */
#include <config.h>

#include "pack/source_sheet.h"

#include <string.h>
#include <unistd.h>

#include "base/compiler.h"
#include "pack/source_file.h"

/* One column as the header names it: "name_es". */
struct column {
	const char *name;
	struct rule rule; /* of one line, for a rule by language */
};

struct columns {
	struct column list[CSV_TABLE_CELLS_MAX];
	size_t count;
};

static void
add_column(struct columns *all, const char *name, const struct rule *rule)
{
	all->list[all->count++] = (struct column){ name, *rule };
}

static void
columns_of(struct columns *all, const struct rules *rules,
    const struct channel *c)
{
	all->count = 0;
	for (size_t i = 0; i < rules->count; i++) {
		struct rule one = rules->list[i];
		size_t base = one.offset;

		if (one.form != RULE_BY_LANGUAGE) {
			add_column(all, one.key, &one);
			continue;
		}
		for (size_t n = 0; n < c->languages.count; n++) {
			const char *code = c->languages.list[n].text;

			one.form = RULE_LINE;
			one.key = arena_printf(c->arena, "%s_%s",
			    rules->list[i].key, code);
			one.offset = base +
			    (size_t)rules_language(code) * sizeof(struct value);
			add_column(all, one.key, &one);
		}
	}
}

static bool
row_has(const struct csv_row *row, const char *name)
{
	for (size_t i = 0; i < row->count; i++)
		if (strcmp(row->cells[i].text, name) == 0)
			return true;
	return false;
}

static const struct column *
find_column(const struct columns *all, const char *name)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].name, name) == 0)
			return &all->list[i];
	return NULL;
}

/* The header row must be exactly the columns; false with findings. */
static bool
check_header(const struct columns *all, const struct csv_row *header,
    struct findings *f)
{
	bool good = header->count == all->count;
	bool known = true;

	for (size_t i = 0; i < all->count; i++) {
		if (row_has(header, all->list[i].name))
			continue;
		finding_add(f, &header->cells[0].at, FINDING_MISSING_COLUMN,
		    "%s", all->list[i].name);
		known = false;
	}
	for (size_t i = 0; i < header->count; i++) {
		const struct csv_cell *cell = &header->cells[i];

		if (find_column(all, cell->text) != NULL)
			continue;
		finding_add(f, &cell->at, FINDING_UNKNOWN_COLUMN, "%s",
		    cell->text);
		known = false;
	}
	for (size_t i = 0; known && i < header->count; i++) {
		const char *want =
		    i < all->count ? all->list[i].name : "nothing";

		if (strcmp(header->cells[i].text, want) == 0)
			continue;
		finding_add(f, &header->cells[i].at, FINDING_COLUMN_ORDER,
		    "%s, %s", header->cells[i].text, want);
		return false;
	}
	return good && known;
}

/* The id of each item comes first in its struct. */
static void
check_ids(struct channel *c, const struct source_sheet *s)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct value *id = (const struct value *)(const void *)(
		    (const char *)s->items + i * s->item_size);

		for (size_t n = 0; id->text != NULL && n < i; n++) {
			const struct value *other =
			    (const struct value *)(const void *)(
				(const char *)s->items + n * s->item_size);

			if (other->text != NULL &&
			    strcmp(other->text, id->text) == 0) {
				finding_add(c->findings, &id->at,
				    FINDING_DUPLICATE_ID, "%s", id->text);
				break;
			}
		}
	}
}

static void
read_rows(struct channel *c, struct source_sheet *s, const struct columns *all,
    const struct csv_table *table)
{
	const struct reading r = { c->arena, c->findings };

	s->items = arena_array(c->arena, table->count, s->item_size);
	for (size_t i = 1; i < table->count; i++) {
		const struct csv_row *row = &table->rows[i];
		char *item = (char *)s->items + s->count * s->item_size;

		if (row->count != all->count) {
			finding_add(c->findings, &row->cells[0].at,
			    FINDING_ROW_LENGTH, "%zu, %zu", row->count,
			    all->count);
			continue;
		}
		for (size_t n = 0; n < all->count; n++)
			rules_read_cell(&all->list[n].rule, &row->cells[n],
			    item, &r);
		s->count++;
	}
}

const char *
source_sheet_header(const struct channel *c, const struct rules *rules)
{
	struct columns all;
	const char *line = "";

	columns_of(&all, rules, c);
	for (size_t i = 0; i < all.count; i++)
		line = arena_printf(c->arena, "%s%s%s", line,
		    i == 0 ? "" : ",", all.list[i].name);
	return line;
}

void
source_sheet_read(struct channel *c, struct source_sheet *s)
{
	struct place start;
	struct columns all;
	struct csv_table table;
	size_t len = 0;
	const char *path =
	    arena_printf(c->arena, "%s/%s", c->folder, s->name);
	const char *text = NULL;

	if (access(path, F_OK) != 0)
		return; /* channel.c says which ones are needed */
	text = channel_file(c, s->name, SOURCE_CSV_MAX, &len, &start);
	if (text == NULL)
		return;
	columns_of(&all, &s->rules, c);
	csv_table_read(&table, start.file, bytes_of(text, len), c->arena,
	    c->findings);
	s->is_read = table.is_whole && table.count > 0 &&
	    check_header(&all, &table.rows[0], c->findings);
	if (s->is_read)
		read_rows(c, s, &all, &table);
	if (!s->has_no_ids)
		check_ids(c, s);
}
