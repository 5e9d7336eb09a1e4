/*
 * The pages of a table.
 */
#include <config.h>

#include "image/table_blocks.h"

#include <stdlib.h>

#include "base/bytes.h"
#include "base/io.h"
#include "base/mem.h"

#define HEADER 12u /* bytes, of a page that leads to others */
#define INNER_INDEX 2
#define INNER_TABLE 5

struct walk {
	bool *marks;
	uint32_t *found;
	int fd;
	uint32_t size;
	uint32_t count;
};

/* SQLite's numbers begin with their greatest byte. */
static uint32_t
number(const uint8_t *at, unsigned bytes)
{
	uint32_t value = 0;

	for (unsigned i = 0; i < bytes; i++)
		value = value << 8 | at[i];
	return value;
}

static int walk_page(const struct walk *w, uint32_t page, struct err *e);

/* Those that a page at AT leads to: the last, and one for each of its cells. */
static int
walk_children(const struct walk *w, const uint8_t *at, struct err *e)
{
	uint32_t cells = number(at + 3, 2);

	if (cells > (w->size - HEADER) / 2)
		return err_set(e, ERR_DATABASE, "a page of %u cells", cells);
	for (uint32_t i = 0; i < cells; i++) {
		uint32_t cell = number(at + HEADER + 2 * i, 2);

		if (cell > w->size - 4)
			return err_set(e, ERR_DATABASE, "a cell at %u", cell);
		if (walk_page(w, number(at + cell, 4), e) < 0)
			return -1;
	}
	return walk_page(w, number(at + 8, 4), e);
}

/* Each page once: no way is longer than there are pages. */
static int
walk_page(const struct walk *w, uint32_t page, struct err *e)
{
	uint8_t *at = NULL;
	int rc = 0;

	if (page < 2 || page > w->count || w->marks[page - 1])
		return err_set(e, ERR_DATABASE, "a table with page %u", page);
	w->marks[page - 1] = true;
	++*w->found;
	at = xcalloc(1, w->size);
	rc = io_read_at(w->fd, at, w->size, (uint64_t)(page - 1) * w->size, e);
	if (rc == 0 && (at[0] == INNER_TABLE || at[0] == INNER_INDEX))
		rc = walk_children(w, at, e);
	free(at);
	return rc;
}

int
table_blocks(bool *marks, uint32_t *found, int fd, uint32_t size,
    uint32_t count, uint32_t root, struct err *e)
{
	struct walk w = { marks, found, fd, size, count };

	*found = 0;
	return walk_page(&w, root, e);
}
