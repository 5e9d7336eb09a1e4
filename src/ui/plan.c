/*
 * The plan of a session.
 */
#include <config.h>

#include "ui/plan.h"

#include <stdio.h>
#include <string.h>

static bool
is_in(const struct plan *p, int at)
{
	return at >= 0 && (size_t)at < p->count;
}

int
plan_find(const struct plan *p, const char *slug, int part)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->items[i].part == part &&
		    strcmp(p->items[i].slug, slug) == 0)
			return (int)i;
	return -1;
}

bool
plan_add(struct plan *p, const char *slug, int part)
{
	struct plan_item *item = &p->items[p->count];

	if (p->count == PLAN_MAX || strlen(slug) >= sizeof item->slug ||
	    plan_find(p, slug, part) >= 0)
		return false;
	snprintf(item->slug, sizeof item->slug, "%s", slug);
	item->part = (uint8_t)part;
	p->count++;
	return true;
}

void
plan_remove(struct plan *p, int at)
{
	if (!is_in(p, at))
		return;
	p->count--;
	memmove(&p->items[at], &p->items[at + 1],
	    (p->count - (size_t)at) * sizeof p->items[0]);
	explicit_bzero(&p->items[p->count], sizeof p->items[0]);
}

void
plan_drop(struct plan *p, int at)
{
	plan_remove(p, at);
	p->gone++;
}

int
plan_move(struct plan *p, int at, int by)
{
	struct plan_item item;

	if (!is_in(p, at) || !is_in(p, at + by))
		return at;
	item = p->items[at];
	p->items[at] = p->items[at + by];
	p->items[at + by] = item;
	explicit_bzero(&item, sizeof item);
	return at + by;
}
