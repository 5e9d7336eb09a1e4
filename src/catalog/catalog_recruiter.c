/*
 * Recruiters: what the registers say, what that means on a day, and which of
 * them a person may mean.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/catalog_kind.h"
#include "catalog/name_match.h"
#include "catalog/recruiter.h"
#include "image/database.h"

#define NUMBER_MIN 3 /* letters of a licence number that are enough */

const struct statement_text catalog_recruiter_statements[] = {
	{ ST_RECRUITER, "SELECT licence,standing,valid_until,url"
			" FROM recruiter WHERE entry=?1" },
	{ ST_RECRUITER_NAMES, "SELECT name FROM recruiter_name WHERE entry=?1"
			      " AND position>1 ORDER BY position" },
	{ ST_RECRUITER_ORDERS, "SELECT job_order FROM recruiter_order WHERE"
			       " entry=?1 ORDER BY position" },
	{ ST_RECRUITER_COUNT,
	    "SELECT count(*) FROM recruiter WHERE country=?1" },
	{ ST_RECRUITER_SEARCH,
	    "SELECT r.entry,n.position,n.words,r.number,n.name"
	    " FROM recruiter r JOIN recruiter_name n ON n.entry=r.entry"
	    " WHERE r.country=?1 ORDER BY r.entry,n.position" },
	{ ST_COUNT, NULL },
};

const char *const recruiter_standings[] = { "licensed", "suspended",
	"cancelled", "never-licensed", "warned", NULL };

static const enum licence_state states[] = { LICENCE_ENDLESS,
	LICENCE_SUSPENDED, LICENCE_CANCELLED, LICENCE_NEVER, LICENCE_WARNED };

enum licence_state
recruiter_state(const char *standing, const char *valid_until,
    const struct date *today)
{
	enum licence_state state = LICENCE_UNKNOWN;
	struct date last = { 0 };

	for (size_t i = 0; recruiter_standings[i] != NULL; i++)
		if (strcmp(recruiter_standings[i], standing) == 0)
			state = states[i];
	if (state != LICENCE_ENDLESS || valid_until[0] == '\0')
		return state;
	if (!date_parse(&last, valid_until))
		return LICENCE_UNKNOWN;
	if (today->year == 0)
		return LICENCE_DATED;
	return date_compare(&last, today) < 0 ? LICENCE_EXPIRED :
						LICENCE_VALID;
}

bool
recruiter_is_listed(enum licence_state state)
{
	return state == LICENCE_VALID || state == LICENCE_DATED ||
	    state == LICENCE_ENDLESS;
}

static int
load_lines(struct catalog *c, const struct recruiter *r,
    enum statement statement, struct arena *a, const char **out,
    size_t *count, struct err *e)
{
	struct query q;

	*count = 0;
	query_begin(&q, &c->channels[r->head.ref.channel], statement);
	query_number(&q, 1, r->head.ref.row);
	while (query_row(&q)) {
		const char *line = query_get(&q, 0, a);

		if (*count < RECRUITER_LINES_MAX)
			out[(*count)++] = line;
	}
	return query_end(&q, e);
}

/* All but the head, which is there. */
static int
load_recruiter(struct catalog *c, struct recruiter *r, struct arena *a,
    struct err *e)
{
	struct query q;

	r->licence = r->standing = r->valid_until = r->url = r->matched = "";
	query_begin(&q, &c->channels[r->head.ref.channel], ST_RECRUITER);
	query_number(&q, 1, r->head.ref.row);
	while (query_row(&q)) {
		r->licence = query_get(&q, 0, a);
		r->standing = query_get(&q, 1, a);
		r->valid_until = query_get(&q, 2, a);
		r->url = query_get(&q, 3, a);
	}
	if (query_end(&q, e) < 0 ||
	    load_lines(c, r, ST_RECRUITER_NAMES, a, r->other_names,
		&r->other_count, e) < 0)
		return -1;
	return load_lines(c, r, ST_RECRUITER_ORDERS, a, r->orders,
	    &r->order_count, e);
}

int
catalog_recruiter(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct recruiter *out, struct err *e)
{
	bool found = false;

	memset(out, 0, sizeof *out);
	if (catalog_head(c, ref, lang, a, &out->head, &found, e) < 0)
		return -1;
	if (!found || out->head.kind != ENTRY_RECRUITER)
		return err_set(e, ERR_NOT_FOUND, "recruiter %d", ref.row);
	return load_recruiter(c, out, a, e);
}

int
catalog_recruiter_count(struct catalog *c, const char *country, size_t *out,
    struct err *e)
{
	*out = 0;
	for (size_t i = 0; i < c->count; i++) {
		struct query q;

		query_begin(&q, &c->channels[i], ST_RECRUITER_COUNT);
		query_text(&q, 1, country);
		while (query_row(&q))
			*out += (size_t)query_get_row(&q, 0);
		if (query_end(&q, e) < 0)
			return -1;
	}
	return 0;
}

/* One that may be meant. */
struct candidate {
	struct ref ref;
	unsigned likeness;
	const char *matched; /* "" for its first name */
	size_t order;
};

struct candidates {
	struct candidate *list;
	size_t count;
	size_t room;
};

struct asked {
	const char *words;
	const char *number;
	struct arena *arena;
};

static void
add_candidate(struct candidates *all, const struct candidate *one,
    struct arena *a)
{
	struct candidate *last =
	    all->count > 0 ? &all->list[all->count - 1] : NULL;

	/* the names of one recruiter follow each other */
	if (last != NULL && last->ref.channel == one->ref.channel &&
	    last->ref.row == one->ref.row) {
		if (one->likeness > last->likeness) {
			last->likeness = one->likeness;
			last->matched = one->matched;
		}
		return;
	}
	if (all->count == all->room) {
		size_t room = 2 * all->room + 64;
		struct candidate *list = arena_array(a, room, sizeof *list);

		if (all->count > 0)
			memcpy(list, all->list, all->count * sizeof *list);
		all->list = list;
		all->room = room;
	}
	all->list[all->count] = *one;
	all->list[all->count].order = all->count;
	all->count++;
}

/* As it was typed, or as it begins, with its first letters or without;
 * never what only looks like it. */
static unsigned
likeness_of_number(const char *asked, const char *number)
{
	const char *digits = strpbrk(number, "0123456789");
	size_t len = strlen(asked);

	if (len < NUMBER_MIN || digits == NULL)
		return 0;
	if (strncmp(asked, number, len) != 0) {
		if (strncmp(asked, digits, len) != 0)
			return 0;
		number = digits;
	}
	return number[len] == '\0' ? NAME_SAME + 1 : NAME_SAME;
}

static int
find_in(struct catalog *c, size_t channel, const char *country,
    const struct asked *asked, struct candidates *all, struct err *e)
{
	struct query q;

	query_begin(&q, &c->channels[channel], ST_RECRUITER_SEARCH);
	query_text(&q, 1, country);
	while (query_row(&q)) {
		struct candidate one = { .ref = { (uint16_t)channel,
						query_get_row(&q, 0) },
			.matched = "" };
		unsigned by_number = 0;

		one.likeness =
		    name_likeness(asked->words, database_text(q.st, 2));
		by_number =
		    likeness_of_number(asked->number, database_text(q.st, 3));
		if (by_number > one.likeness)
			one.likeness = by_number;
		else if (query_get_row(&q, 1) > 1)
			one.matched = query_get(&q, 4, asked->arena);
		if (one.likeness >= NAME_LIKE)
			add_candidate(all, &one, asked->arena);
	}
	return query_end(&q, e);
}

static int
compare_candidates(const void *x, const void *y)
{
	const struct candidate *a = x;
	const struct candidate *b = y;

	if (a->likeness != b->likeness)
		return a->likeness > b->likeness ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

/* Whose names people take for each other. */
static void
find_twins(struct recruiter_list *l, struct arena *a)
{
	const char *words[RECRUITERS_FOUND_MAX];

	for (size_t i = 0; i < l->count; i++)
		words[i] = name_words(l->list[i].head.title, a);
	for (size_t i = 0; i < l->count; i++)
		for (size_t k = 0; k < l->count; k++)
			if (i != k &&
			    strcmp(l->list[i].licence, l->list[k].licence) !=
				0 &&
			    (name_likeness(words[i], words[k]) >= NAME_TWIN ||
				name_likeness(words[k], words[i]) >=
				    NAME_TWIN))
				l->list[i].has_twin = true;
}

int
catalog_recruiters(struct catalog *c, const char *country, const char *asked,
    const char *lang, struct arena *a, struct recruiter_list *out,
    struct err *e)
{
	struct asked want = { name_words(asked, a), name_number(asked, a), a };
	struct candidates all = { 0 };

	out->count = 0;
	out->list = arena_array(a, RECRUITERS_FOUND_MAX, sizeof *out->list);
	for (size_t i = 0; i < c->count; i++)
		if (find_in(c, i, country, &want, &all, e) < 0)
			return -1;
	if (all.count > 0)
		qsort(all.list, all.count, sizeof *all.list,
		    compare_candidates);
	for (size_t i = 0;
	     i < all.count && out->count < RECRUITERS_FOUND_MAX; i++) {
		struct recruiter *r = &out->list[out->count];
		bool found = false;

		memset(r, 0, sizeof *r);
		if (catalog_head(c, all.list[i].ref, lang, a, &r->head, &found,
			e) < 0)
			return -1;
		if (!found)
			continue; /* taken back by an alert */
		if (load_recruiter(c, r, a, e) < 0)
			return -1;
		r->likeness = all.list[i].likeness;
		r->matched = all.list[i].matched;
		out->count++;
	}
	find_twins(out, a);
	return 0;
}
