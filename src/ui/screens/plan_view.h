/*
 * One thing of the plan, as the catalog has it now.
 */
#ifndef VEREDA_PLAN_VIEW_H
#define VEREDA_PLAN_VIEW_H

#include "ui/plan.h"
#include "ui/screen.h"

struct plan_view {
	struct entry entry;
	int part;
	const char *title;
	const char *step; /* what to do next */
	bool withdrawn;   /* nothing but its title and that is known then */
	enum screen_id result; /* that shows it; SCREEN_ATTRACT: it is none */
};

/* What one would do next with ITEM, on the plan or not. */
CHECKED int plan_view_of(struct screen *sc, const struct plan_item *item,
    struct plan_view *out, bool *found, struct err *e);

/* Number AT of the plan; *FOUND is false when the content has it no more. */
CHECKED int plan_view_load(struct screen *sc, int at, struct plan_view *out,
    bool *found, struct err *e);

/* By another channel, or an alert that was taken back. */
bool plan_is_withdrawn(const struct plan_view *v);

#endif
