/*
 * Reading routes.
 */
#include <config.h>

#include "reach_routes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/mem.h"

#define WORDS_MAX 1000 /* of a line */
#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

/* One line, cut into words. */
struct line {
	char *words[WORDS_MAX];
	size_t count;
	struct routes *routes;
	size_t steps; /* of all couriers so far */
	struct err *e;
};

/* A whole number from LOW to HIGH. */
static bool
take_number(uint32_t *out, const char *text, uint32_t low, uint32_t high)
{
	unsigned long n = strtoul(text, NULL, 10);

	if (strspn(text, "0123456789") != strlen(text) || text[0] == '\0' ||
	    strlen(text) > 7 || n < low || n > high)
		return false;
	*out = (uint32_t)n;
	return true;
}

/* "0", "0.05", "1" */
static bool
take_chance(uint64_t *out, const char *text)
{
	uint64_t value = 0;
	uint64_t unit = CHANCE_ONE;
	const char *at = text;

	if ((text[0] != '0' && text[0] != '1') || strlen(text) > 10)
		return false;
	value = (uint64_t)(*at++ - '0') * CHANCE_ONE;
	if (*at == '.')
		for (at++; *at >= '0' && *at <= '9'; at++) {
			unit /= 10;
			value += (uint64_t)(*at - '0') * unit;
		}
	*out = value;
	return *at == '\0' && value <= CHANCE_ONE;
}

static struct site_group *
find_group(const struct routes *r, const char *name)
{
	for (size_t i = 0; i < r->group_count; i++)
		if (strcmp(r->groups[i].name, name) == 0)
			return &r->groups[i];
	return NULL;
}

/* site NAME [COUNT] */
static int
take_site(struct line *l)
{
	struct routes *r = l->routes;
	const char *name = l->words[1];
	uint32_t count = 1;

	if (l->count > 3 ||
	    (l->count == 3 &&
		!take_number(&count, l->words[2], 1, ROUTES_SITES_MAX)))
		return err_set(l->e, ERR_INPUT, "site NAME [COUNT]");
	if (strspn(name, NAME_LETTERS) != strlen(name) ||
	    strcmp(name, "office") == 0)
		return err_set(l->e, ERR_INPUT, "%s: a name has small "
		    "letters, digits and hyphens, and is not office", name);
	if (find_group(r, name) != NULL)
		return err_set(l->e, ERR_INPUT, "%s is there already", name);
	if (count > ROUTES_SITES_MAX - r->site_count)
		return err_set(l->e, ERR_INPUT, "more than %u sites",
		    ROUTES_SITES_MAX);
	r->groups = xrealloc(r->groups, r->group_count + 1,
	    sizeof *r->groups);
	r->groups[r->group_count++] = (struct site_group){ xstrdup(name),
		r->site_count, count, 0 };
	r->site_count += count;
	return 0;
}

/* visit NAME CHANCE */
static int
take_visit(struct line *l)
{
	struct site_group *group = find_group(l->routes, l->words[1]);

	if (l->count != 3 || group == NULL ||
	    !take_chance(&group->chance, l->words[2]))
		return err_set(l->e, ERR_INPUT,
		    "visit NAME CHANCE, of a site above, from 0 to 1");
	return 0;
}

static int
take_miss(struct line *l)
{
	if (l->count != 2 || !take_chance(&l->routes->miss, l->words[1]))
		return err_set(l->e, ERR_INPUT, "miss CHANCE, from 0 to 1");
	return 0;
}

static int
take_share(struct line *l)
{
	l->routes->share = strcmp(l->words[1], "yes") == 0;
	if (l->count != 2 ||
	    (!l->routes->share && strcmp(l->words[1], "no") != 0))
		return err_set(l->e, ERR_INPUT, "share yes, or share no");
	return 0;
}

static int
take_start(struct line *l)
{
	l->routes->at_office = strcmp(l->words[1], "together") == 0;
	if (l->count != 2 ||
	    (!l->routes->at_office && strcmp(l->words[1], "anywhere") != 0))
		return err_set(l->e, ERR_INPUT,
		    "start anywhere, or start together");
	return 0;
}

/* Where a courier is on a day of a tour that is being written. */
struct tour {
	struct courier *courier;
	uint32_t a_day; /* sites that are visited on a day */
	uint32_t today; /* how many were, today */
};

static void
add_step(struct line *l, struct tour *t, int32_t step)
{
	struct courier *c = t->courier;

	if ((c->count & (c->count - 1)) == 0) /* full at powers of two */
		c->steps = xrealloc(c->steps,
		    c->count == 0 ? 1 : 2 * c->count, sizeof *c->steps);
	c->steps[c->count++] = step;
	l->steps++;
	if (step == STEP_NIGHT) {
		c->days++;
		t->today = 0;
	}
}

static void
add_site(struct line *l, struct tour *t, uint32_t site)
{
	if (t->today == t->a_day)
		add_step(l, t, STEP_NIGHT);
	add_step(l, t, (int32_t)site);
	t->today++;
}

/* What WORD says to the PART-th of PARTS couriers. */
static int
add_stop(struct line *l, struct tour *t, const char *word, uint32_t part,
    uint32_t parts)
{
	const struct site_group *group = find_group(l->routes, word);
	uint32_t days = 0;

	if (strcmp(word, "office") == 0) {
		add_step(l, t, STEP_OFFICE);
	} else if (strncmp(word, "rest:", 5) == 0 &&
	    take_number(&days, word + 5, 1, ROUTES_DAYS_MAX)) {
		if (t->today > 0)
			add_step(l, t, STEP_NIGHT);
		for (uint32_t i = 0; i < days; i++)
			add_step(l, t, STEP_NIGHT);
	} else if (group != NULL) {
		uint32_t from = (uint32_t)((uint64_t)group->count * part /
		    parts);
		uint32_t to = (uint32_t)((uint64_t)group->count * (part + 1) /
		    parts);

		for (uint32_t i = from; i < to; i++)
			add_site(l, t, group->first + i);
	} else {
		return err_set(l->e, ERR_INPUT, "%s: neither a site above, "
		    "nor office, nor rest:DAYS", word);
	}
	if (l->steps > ROUTES_STEPS_MAX)
		return err_set(l->e, ERR_INPUT, "tours of more than %u stops",
		    ROUTES_STEPS_MAX);
	return 0;
}

/* courier COUNT A-DAY STOP... */
static int
take_courier(struct line *l)
{
	struct routes *r = l->routes;
	uint32_t count = 0;
	uint32_t a_day = 0;

	if (l->count < 4 || !take_number(&count, l->words[1], 1, 10000) ||
	    !take_number(&a_day, l->words[2], 1, ROUTES_SITES_MAX))
		return err_set(l->e, ERR_INPUT,
		    "courier COUNT SITES-A-DAY STOP...");
	for (uint32_t part = 0; part < count; part++) {
		struct tour t = { .a_day = a_day };

		r->couriers = xrealloc(r->couriers, r->courier_count + 1,
		    sizeof *r->couriers);
		t.courier = &r->couriers[r->courier_count++];
		*t.courier = (struct courier){ .count = 0 };
		for (size_t i = 3; i < l->count; i++)
			if (add_stop(l, &t, l->words[i], part, count) < 0)
				return -1;
		if (t.courier->days == 0 || t.today > 0 ||
		    t.courier->steps[t.courier->count - 1] != STEP_NIGHT)
			add_step(l, &t, STEP_NIGHT);
	}
	return 0;
}

static const struct {
	const char *name;
	int (*take)(struct line *l);
} lines[] = {
	{ "site", take_site },
	{ "courier", take_courier },
	{ "visit", take_visit },
	{ "miss", take_miss },
	{ "share", take_share },
	{ "start", take_start },
};

static int
take_line(struct line *l, char *text)
{
	char *rest = NULL;

	text[strcspn(text, "#")] = '\0';
	l->count = 0;
	for (char *word = strtok_r(text, " \t\r", &rest); word != NULL;
	    word = strtok_r(NULL, " \t\r", &rest)) {
		if (l->count == WORDS_MAX)
			return err_set(l->e, ERR_INPUT,
			    "more than %d words", WORDS_MAX);
		l->words[l->count++] = word;
	}
	if (l->count == 0)
		return 0;
	for (size_t i = 0; i < COUNT_OF(lines); i++)
		if (strcmp(lines[i].name, l->words[0]) == 0)
			return l->count > 1 ? lines[i].take(l) :
			    err_set(l->e, ERR_INPUT, "%s wants more",
				l->words[0]);
	return err_set(l->e, ERR_INPUT, "%s: unknown", l->words[0]);
}

int
routes_read(struct routes *out, const char *path, struct err *e)
{
	struct line *l = xcalloc(1, sizeof *l);
	struct buffer text = { 0 };
	char *at = NULL;
	int number = 0;
	int rc = -1;

	*out = (struct routes){ .share = false };
	l->routes = out;
	l->e = e;
	if (io_read_file(&text, path, ROUTES_FILE_MAX, e) < 0)
		goto out;
	rc = 0;
	for (at = (char *)text.at; rc == 0 && at != NULL && *at != '\0';) {
		char *end = strchr(at, '\n');

		if (end != NULL)
			*end++ = '\0';
		number++;
		rc = take_line(l, at);
		at = end;
	}
	if (rc < 0)
		err_wrap(e, "%s:%d", path, number);
	else if (out->site_count == 0)
		rc = err_set(e, ERR_INPUT, "%s: no site", path);
out:
	buffer_fini(&text);
	free(l);
	return rc;
}

void
routes_fini(struct routes *r)
{
	for (size_t i = 0; i < r->group_count; i++)
		free(r->groups[i].name);
	for (size_t i = 0; i < r->courier_count; i++)
		free(r->couriers[i].steps);
	free(r->groups);
	free(r->couriers);
	*r = (struct routes){ .share = false };
}
