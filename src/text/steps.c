/*
 * Steps are found in the rows of the text, as a reader sees them.
 */
#include <config.h>

#include "text/steps.h"

#include <string.h>

#include "text/layout.h"

/* The outermost list that has the steps, from 1; 0 if there is none. */
static unsigned
list_of_steps(const struct rows *rows, enum steps_place place)
{
	unsigned found = 0;
	unsigned heading = 0; /* the block that was the last one */
	int section = 0;

	for (size_t i = 0; i < rows->count; i++) {
		const struct row *r = &rows->rows[i];

		if (r->style == ROW_HEADING && r->block != heading) {
			heading = r->block;
			section++;
		}
		if (r->list == 0 || r->list == found)
			continue;
		if (place == STEPS_ALERT) {
			if (section == STEPS_ALERT_SECTION && found == 0)
				found = r->list;
		} else if (r->numbered) {
			if (found != 0)
				return 0; /* which of them? */
			found = r->list;
		}
	}
	return section > STEPS_ALERT_SECTION && place == STEPS_ALERT ? 0
								     : found;
}

/* "2. Text" and "- Text" without what stands before the text. */
static const char *
without_bullet(const char *item)
{
	const char *text = strchr(item, ' ');

	return text != NULL ? text + 1 : item;
}

static bool
begins_step(const struct rows *rows, size_t i)
{
	const struct row *r = &rows->rows[i];

	return r->style == ROW_ITEM && r->indent == 0 &&
	    (i == 0 || rows->rows[i - 1].block != r->block);
}

static const char *
joined(struct arena *a, const char *before, const struct row *r)
{
	return before[0] == '\0'
	    ? r->text
	    : arena_printf(a, "%s%s%s", before, r->split ? "" : " ", r->text);
}

int
steps_find(struct steps *out, const char *markdown, enum steps_place place,
    struct arena *a, struct err *e)
{
	const struct layout_style style = { .width = LAYOUT_WIDTH_MAX,
		.bullet = "-" };
	struct rows rows = { 0 };
	unsigned list = 0;
	unsigned heading = 0;

	*out = (struct steps){ .heading = "" };
	if (layout_markdown(&rows, markdown, &style, a, e) < 0)
		return -1;
	list = list_of_steps(&rows, place);
	if (list == 0)
		return 0;
	out->texts = arena_zero(a, rows.count * sizeof *out->texts);
	for (size_t i = 0; i < rows.count; i++) {
		const struct row *r = &rows.rows[i];

		if (r->style == ROW_HEADING && out->count == 0) {
			out->heading = joined(a,
			    r->block == heading ? out->heading : "", r);
			heading = r->block;
		}
		if (r->list != list)
			continue;
		if (begins_step(&rows, i))
			out->texts[out->count++] = without_bullet(r->text);
		else if (out->count > 0)
			out->texts[out->count - 1] = joined(a,
			    out->texts[out->count - 1], r);
	}
	return 0;
}
