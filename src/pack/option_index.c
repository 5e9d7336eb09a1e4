/*
 * What the finder counts with: the options in the order of its list, free
 * ones first, then by name; and one bitmap for each value of each facet.
 */
#include <config.h>

#include "pack/option.h"

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "catalog/option.h"
#include "pack/kind.h"

/* The countries of the Regional Conference on Migration: what is of the
 * region is in each of them. */
static const char *const region[] = { "BZ", "CA", "CR", "DO", "GT", "HN",
	"MX", "NI", "PA", "SV", "US" };

/* Who may enter where anyone may. */
static const char *const everybody[] = { "returnee", "migrant", "youth",
	"women" };

static const char *const classes[] = {
	[PERIOD_SHORT] = "short",
	[PERIOD_MEDIUM] = "medium",
	[PERIOD_LONG] = "long",
	[PERIOD_ASK] = "ask",
};

struct placed {
	const struct item *item;
	const struct option_source *option;
	struct option_order order;
};

/* The bitmap of one value. */
struct facet_bits {
	enum option_facet facet;
	const char *value;
	uint8_t *at;
};

struct facets {
	struct facet_bits *list;
	size_t count;
	size_t room;
	size_t len; /* bytes of each */
	struct arena *arena;
};

static int
compare_placed(const void *x, const void *y)
{
	const struct placed *a = x;
	const struct placed *b = y;

	return option_order_compare(&a->order, &b->order);
}

static int
compare_bits(const void *x, const void *y)
{
	const struct facet_bits *a = x;
	const struct facet_bits *b = y;

	if (a->facet != b->facet)
		return a->facet < b->facet ? -1 : 1;
	return strcmp(a->value, b->value);
}

static uint8_t *
bits_of(struct facets *f, enum option_facet facet, const char *value)
{
	struct facet_bits *more = NULL;

	for (size_t i = 0; i < f->count; i++)
		if (f->list[i].facet == facet &&
		    strcmp(f->list[i].value, value) == 0)
			return f->list[i].at;
	if (f->count == f->room) {
		f->room = 2 * f->room + 64;
		more = arena_array(f->arena, f->room, sizeof *more);
		if (f->count > 0)
			memcpy(more, f->list, f->count * sizeof *more);
		f->list = more;
	}
	f->list[f->count] = (struct facet_bits){ facet, value,
		arena_zero(f->arena, f->len) };
	return f->list[f->count++].at;
}

static void
set(struct facets *f, enum option_facet facet, const char *value, size_t n)
{
	bits_of(f, facet, value)[n / 8] |= (uint8_t)(1u << n % 8);
}

static void
set_each(struct facets *f, enum option_facet facet,
    const char *const *values, size_t count, size_t n)
{
	for (size_t i = 0; i < count; i++)
		set(f, facet, values[i], n);
}

/* All that option number N is found by. */
static void
set_all(struct facets *f, const struct option_source *o, size_t n)
{
	set(f, OPTION_COST, o->price.kind, n);
	set(f, OPTION_DURATION, classes[o->period.class], n);
	set(f, OPTION_MODE, o->modality.text, n);
	for (size_t i = 0; i < o->sectors.count; i++)
		set(f, OPTION_SECTOR, o->sectors.list[i].text, n);
	if (strcmp(o->country.text, "XR") == 0)
		set_each(f, OPTION_COUNTRY, region, COUNT_OF(region), n);
	else
		set(f, OPTION_COUNTRY, o->country.text, n);
	for (size_t i = 0; i < o->audience.count; i++)
		if (strcmp(o->audience.list[i].text, "anyone") == 0)
			set_each(f, OPTION_AUDIENCE, everybody,
			    COUNT_OF(everybody), n);
		else
			set(f, OPTION_AUDIENCE, o->audience.list[i].text, n);
}

static size_t
place_all(struct placed **out, const struct channel *c)
{
	int lang = channel_language(c, 0);
	size_t count = 0;

	*out = arena_array(c->arena, c->item_count + 1, sizeof **out);
	for (size_t i = 0; i < c->item_count; i++) {
		const struct option_source *o = c->items[i].data;

		if (c->items[i].kind != &option_kind)
			continue;
		(*out)[count++] = (struct placed){ &c->items[i], o,
			option_order_of(o->price.kind, o->name.in[lang].text,
			    c->items[i].slug, c->arena) };
	}
	if (count > 1)
		qsort(*out, count, sizeof **out, compare_placed);
	return count;
}

void
option_index_write(struct compile *m)
{
	struct placed *placed = NULL;
	size_t count = place_all(&placed, m->c);
	struct facets f = { .len = (count + 7) / 8, .arena = m->c->arena };

	for (size_t i = 0; i < count; i++) {
		row_put(m->w, "INSERT INTO index_option VALUES(?,?)", "ii",
		    (int64_t)i + 1, placed[i].item->row);
		set_all(&f, placed[i].option, i);
	}
	if (f.count > 1)
		qsort(f.list, f.count, sizeof *f.list, compare_bits);
	for (size_t i = 0; i < f.count; i++) {
		struct bytes bits = bytes_of(f.list[i].at, f.len);

		row_put(m->w, "INSERT INTO index_facet VALUES(?,?,?)", "itb",
		    (int64_t)f.list[i].facet, f.list[i].value, &bits);
	}
}
