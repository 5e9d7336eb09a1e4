/*
 * Rows into pages.
 */
#include <config.h>

#include "text/layout.h"

#include <string.h>

#define LEAST_ROWS 2 /* of a long block that begins at the foot of a page */

/* The first row from AT on that is not blank. */
static size_t
skip_blank(const struct rows *rows, size_t at)
{
	while (at < rows->count && rows->rows[at].style == ROW_BLANK)
		at++;
	return at;
}

/* The end of rows FIRST to END without blank ones. */
static size_t
trim_blank(const struct rows *rows, size_t first, size_t end)
{
	while (end > first && rows->rows[end - 1].style == ROW_BLANK)
		end--;
	return end;
}

/* Do rows AT - 1 and AT belong to different blocks? */
static bool
is_boundary(const struct rows *rows, size_t at)
{
	return rows->rows[at - 1].block != rows->rows[at].block;
}

static bool
ends_with_heading(const struct rows *rows, size_t first, size_t end)
{
	end = trim_blank(rows, first, end);
	return end > first && rows->rows[end - 1].style == ROW_HEADING;
}

/* The last block end in (FIRST, END] that leaves no heading last, or FIRST. */
static size_t
last_boundary(const struct rows *rows, size_t first, size_t end)
{
	for (; end > first; end--)
		if (is_boundary(rows, end) &&
		    !ends_with_heading(rows, first, end))
			return end;
	return first;
}

/* Rows of the block around AT, counted up to MOST each way; *BEFORE of them
 * stand before AT. */
static size_t
block_rows(const struct rows *rows, size_t at, size_t most, size_t *before)
{
	unsigned block = rows->rows[at].block;
	size_t first = at;
	size_t end = at;

	while (first > 0 && at - first < most &&
	       rows->rows[first - 1].block == block)
		first--;
	while (end < rows->count && end - at < most &&
	       rows->rows[end].block == block)
		end++;
	*before = at - first;
	return end - first;
}

/* Where the page that begins at FIRST and may go to FULL ends. */
static size_t
page_end(const struct rows *rows, size_t first, size_t full)
{
	size_t height = full - first;
	size_t before = 0;
	size_t whole = 0;
	size_t boundary;

	if (full >= rows->count)
		return rows->count;
	boundary = last_boundary(rows, first, full);
	whole = block_rows(rows, full, height + 1, &before);
	if (before >= LEAST_ROWS && whole > height &&
	    rows->rows[full].style != ROW_HEADING)
		return full; /* it fits on no page: begin it here */
	if (boundary > first)
		return boundary;
	/* One block fills the page, or a heading and its block do. */
	if (ends_with_heading(rows, first, full)) {
		size_t end = full;

		while (end > first && ends_with_heading(rows, first, end))
			end--;
		if (end > first)
			return end;
	}
	return full;
}

void
layout_pages(
    struct pages *out, const struct rows *rows, int height, struct arena *a)
{
	size_t most = height < 1 ? 1 : (size_t)height;
	size_t first = skip_blank(rows, 0);

	out->pages = arena_array(a, rows->count + 1, sizeof *out->pages);
	out->count = 0;
	while (first < rows->count) {
		struct page *page = &out->pages[out->count++];
		size_t end = page_end(rows, first, first + most);

		page->first = first;
		page->count = trim_blank(rows, first, end) - first;
		first = skip_blank(rows, end);
	}
	if (out->count == 0)
		out->count = 1; /* an empty page, zeroed */
}
