/*
 * Markdown from a bundle: whatever it says, no row is wider than it may be
 * and no page is higher.
 */
#include <config.h>

#include <stdlib.h>

#include "base/mem.h"
#include "text/layout.h"
#include "text/width.h"

#include "fuzz.h"

const char fuzz_name[] = "markdown";

/* A block as long as a text may be, in the narrowest rows. */
void
fuzz_seeds(void)
{
	uint8_t *big = xcalloc(LAYOUT_MARKDOWN_MAX, 1);

	for (size_t i = 0; i < LAYOUT_MARKDOWN_MAX - 1; i++)
		big[i] = (uint8_t) "a 1*"[i % 4];
	big[0] = 0;
	LLVMFuzzerTestOneInput(big, LAYOUT_MARKDOWN_MAX - 1);
	free(big);
}

static void
check(const struct rows *rows, int width, struct arena *a)
{
	struct pages pages = { 0 };

	for (size_t i = 0; i < rows->count; i++)
		if (rows->rows[i].indent + width_of(rows->rows[i].text) > width)
			abort();
	layout_pages(&pages, rows, width / 2, a);
	for (size_t i = 0; i < pages.count; i++)
		if (pages.pages[i].count > (size_t)(width / 2 + 1) ||
		    pages.pages[i].first + pages.pages[i].count > rows->count)
			abort();
}

/* The first byte is the width, the rest the text. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct layout_style style = { .bullet = "[x]" };
	struct rows rows = { 0 };
	struct err e = { 0 };

	if (size > 0) {
		char *text = arena_strndup(a, (const char *)data + 1, size - 1);

		style.width = 1 + data[0] % LAYOUT_WIDTH_MAX;
		style.blank_between_items = (data[0] & 0x80) != 0;
		if (layout_markdown(&rows, text, &style, a, &e) == 0)
			check(&rows, style.width, a);
		layout_plain(&rows, text, style.width, a);
		check(&rows, style.width, a);
		(void)width_cut(text, style.width, a);
	}
	arena_free(a);
	return 0;
}
