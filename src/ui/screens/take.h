/*
 * "5 Take with me", the same on every screen that has something to take: the
 * first time it puts that on the plan, from then on it shows the plan.  So
 * the way to the plan is a number that is seen, wherever there is one.
 */
#ifndef VEREDA_TAKE_H
#define VEREDA_TAKE_H

#include "ui/widget.h"

/* PART as in struct plan_item. */
void take_footer(struct screen *sc, struct footer *f, const char *slug,
    int part);

/* The same for what only its screen knows: SETTLED, 5 shows the plan. */
void take_footer_as(struct screen *sc, struct footer *f, bool settled);
bool take_key(struct screen *sc, struct key key, const char *slug, int part);

/* "My plan (3)" */
const char *take_plan_verb(struct screen *sc);

#endif
