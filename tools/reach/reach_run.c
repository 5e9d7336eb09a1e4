/*
 * The simulation.  A stick is new or old, a kiosk shows the alert or does
 * not; nothing else matters.
 */
#include <config.h>

#include "reach_run.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

uint64_t
lot_next(struct lot *l)
{
	uint64_t z = l->state += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

/* Whether what has CHANCE happens. */
static bool
draw(struct lot *l, uint64_t chance)
{
	return chance > 0 && lot_next(l) >> 32 < chance;
}

/* A whole number below N, each as likely, but for one part in 2^32 / N. */
static size_t
draw_below(struct lot *l, size_t n)
{
	return (size_t)((lot_next(l) >> 32) * n >> 32);
}

/* Where a courier is. */
struct walker {
	const struct courier *courier;
	size_t at;    /* the next step */
	bool has_new; /* the stick */
};

struct run {
	const struct routes *routes;
	struct lot *lot;
	struct walker *walkers;
	bool *shows; /* by site */
	uint32_t reached;
};

static void
show(struct run *x, uint32_t site)
{
	if (!x->shows[site])
		x->reached++;
	x->shows[site] = true;
}

static void
visit(struct run *x, struct walker *w, uint32_t site)
{
	if (draw(x->lot, x->routes->miss))
		return;
	if (w->has_new)
		show(x, site);
	else if (x->routes->share && x->shows[site])
		w->has_new = true;
}

/* Until the night. */
static void
walk(struct run *x, struct walker *w)
{
	const struct courier *c = w->courier;
	int32_t step = 0;

	do {
		step = c->steps[w->at];
		w->at = (w->at + 1) % c->count;
		if (step == STEP_OFFICE)
			w->has_new = true;
		else if (step >= 0)
			visit(x, w, (uint32_t)step);
	} while (step != STEP_NIGHT);
}

/* Somebody comes by, with a stick that is new. */
static void
visit_group(struct run *x, const struct site_group *g)
{
	if (g->chance == 0)
		return;
	for (uint32_t i = 0; i < g->count; i++)
		if (!x->shows[g->first + i] && draw(x->lot, g->chance) &&
		    !draw(x->lot, x->routes->miss))
			show(x, g->first + i);
}

/* In the morning of any day of the tour. */
static void
place(struct walker *w, const struct courier *c, struct lot *lot)
{
	size_t day = draw_below(lot, c->days);

	*w = (struct walker){ .courier = c };
	while (day > 0)
		if (c->steps[w->at++] == STEP_NIGHT)
			day--;
}

void
run_routes(uint32_t *reached, uint32_t days, const struct routes *r,
    struct lot *lot)
{
	struct run x = { .routes = r, .lot = lot };

	x.walkers = xcalloc(r->courier_count + 1, sizeof *x.walkers);
	x.shows = xcalloc(r->site_count, sizeof *x.shows);
	for (size_t i = 0; i < r->courier_count; i++)
		if (r->at_office)
			x.walkers[i].courier = &r->couriers[i];
		else
			place(&x.walkers[i], &r->couriers[i], lot);
	reached[0] = 0;
	for (uint32_t day = 1; day <= days; day++) {
		for (size_t i = 0; i < r->courier_count; i++)
			walk(&x, &x.walkers[i]);
		for (size_t i = 0; i < r->group_count; i++)
			visit_group(&x, &r->groups[i]);
		reached[day] = x.reached;
	}
	free(x.walkers);
	free(x.shows);
}
