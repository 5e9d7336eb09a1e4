/*
 * "5 Take with me", the same on every screen that has something to take: it
 * puts that on the plan and shows what this kiosk can give of it.
 */
#ifndef VEREDA_TAKE_H
#define VEREDA_TAKE_H

#include "ui/widget.h"

void take_footer(struct screen *sc, struct footer *f);

/* For the entry of the place; PART as in struct plan_item. */
bool take_key(struct screen *sc, struct key key, const char *slug, int part);

/* "KEY Print", where there is a printer. */
void print_footer(struct screen *sc, struct footer *f, char key);

/* "My plan (3)" */
const char *take_plan_verb(struct screen *sc);

#endif
