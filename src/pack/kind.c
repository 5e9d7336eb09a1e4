/*
 * The table of kinds, and the entries of all of them under their ids.
 */
#include <config.h>

#include "pack/kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "catalog/short_code.h"

/* In the order in which they are read, counted and told. */
static const struct kind *const table[] = {
	&article_kind,
	&alert_kind,
	&service_kind,
	&course_kind,
	&recruiter_kind,
	&rumour_kind,
	&option_kind,
	&occupation_kind,
	&agreement_kind,
	&convention_kind,
	&check_kind,
	NULL,
};

const struct kind *const *
kinds(void)
{
	return table;
}

const struct kind *
kind_of_source(const char *name)
{
	for (size_t i = 0; table[i] != NULL; i++)
		if (strcmp(table[i]->source, name) == 0)
			return table[i];
	return NULL;
}

void
kind_add_item(struct channel *c, const struct kind *k, const char *slug,
    const struct place *at, const void *data)
{
	if (c->item_count == c->item_room) {
		c->item_room = 2 * c->item_room + 64;
		c->items =
		    xrealloc(c->items, c->item_room, sizeof *c->items);
	}
	c->items[c->item_count++] = (struct item){ .slug = slug, .at = *at,
		.kind = k, .data = data };
}

static int
compare_items(const void *left, const void *right)
{
	const struct item *a = left;
	const struct item *b = right;
	int order = strcmp(a->slug, b->slug);

	if (order == 0)
		order = strcmp(a->at.file, b->at.file);
	if (order == 0)
		order = a->at.line < b->at.line ? -1 : a->at.line > b->at.line;
	return order;
}

void
kind_sort_items(struct channel *c)
{
	if (c->item_count > 0)
		qsort(c->items, c->item_count, sizeof *c->items,
		    compare_items);
	for (size_t i = 1; i < c->item_count; i++) {
		const struct item *a = &c->items[i - 1];
		const struct item *b = &c->items[i];

		/* a sheet has told about two of its own rows itself */
		if (strcmp(a->slug, b->slug) == 0 &&
		    strcmp(a->at.file, b->at.file) != 0)
			finding_add(c->findings,
			    b->at.line > 0 ? &b->at : &a->at,
			    FINDING_DUPLICATE_ID, "%s", b->slug);
	}
}

/* The code that somebody has on paper, and whose it is. */
struct coded {
	char code[SHORT_CODE_SIZE];
	const struct item *item;
};

static int
compare_codes(const void *left, const void *right)
{
	const struct coded *a = left;
	const struct coded *b = right;
	int order = strcmp(a->code, b->code);

	return order != 0 ? order : strcmp(a->item->slug, b->item->slug);
}

/* A kiosk shows both under that code: no harm, but no help either. */
void
kind_check_codes(struct channel *c)
{
	struct coded *all = xcalloc(c->item_count + 1, sizeof *all);

	for (size_t i = 0; i < c->item_count; i++) {
		short_code(all[i].code, c->items[i].slug);
		all[i].item = &c->items[i];
	}
	qsort(all, c->item_count, sizeof *all, compare_codes);
	for (size_t i = 1; i < c->item_count; i++) {
		const struct item *a = all[i - 1].item;
		const struct item *b = all[i].item;

		if (strcmp(all[i - 1].code, all[i].code) == 0 &&
		    strcmp(a->slug, b->slug) != 0)
			finding_add(c->findings,
			    b->at.line > 0 ? &b->at : &a->at,
			    FINDING_SAME_CODE, "%s, %s, %s", all[i].code,
			    a->slug, b->slug);
	}
	free(all);
}

static int
compare_slug(const void *slug, const void *item)
{
	return strcmp(slug, ((const struct item *)item)->slug);
}

struct item *
kind_item(const struct channel *c, const char *slug)
{
	return c->item_count == 0 ? NULL :
				    bsearch(slug, c->items, c->item_count,
					sizeof *c->items, compare_slug);
}

size_t
kind_count(const struct channel *c, const struct kind *k)
{
	size_t count = 0;

	for (size_t i = 0; i < c->item_count; i++)
		count += c->items[i].kind == k;
	return count;
}
