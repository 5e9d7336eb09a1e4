/*
 * Between the files of the layout: text is wrapped into rows here.
 */
#ifndef VEREDA_LAYOUT_INTERNAL_H
#define VEREDA_LAYOUT_INTERNAL_H

#include "base/bytes.h"
#include "text/layout.h"

/* Rows that are still growing, outside of the arena. */
struct row_list {
	struct arena *arena; /* for texts and spans */
	struct row *rows;
	size_t count;
	size_t room;
};

struct row *row_list_add(struct row_list *l, enum row_style style);

/* Hand the rows over to OUT, in the arena, and give the list back. */
void row_list_finish(struct row_list *l, struct rows *out);

/* How one block is set. */
struct block_shape {
	int width;  /* cells of a row, indent included; at least 1 */
	int indent; /* of the prefix, and of the text if there is none */
	const char *prefix; /* bullet or number with a blank behind it, or "" */
	enum row_style style; /* of the first row; the others are ROW_TEXT
				 unless it is a heading */
	unsigned block;
	unsigned list; /* as in struct row */
	bool numbered;
};

/* Add CODE as it may be shown in rows of WIDTH cells. */
void wrap_add_code(struct buffer *text, uint32_t code, int width);

/*
 * Wrap TEXT (made by wrap_add_code(), '\n' begins a row) into rows.  STRONG
 * has a byte for each of TEXT, 1 where it is strong; NULL for none.
 */
void wrap_block(struct row_list *l, struct bytes text, const uint8_t *strong,
    const struct block_shape *shape);

#endif
