/*
 * Between the files that find what goes along, and nobody else.
 */
#ifndef VEREDA_AWAY_PRIVATE_H
#define VEREDA_AWAY_PRIVATE_H

#include "ui/screens/away.h"

/* Unless there are AWAY_STEPS already. */
void away_add_step(struct away *x, const char *text);

/* Who publishes the channel of the place. */
CHECKED int away_publisher(struct screen *sc, struct away *x, struct err *e);

/* away_result.c */
CHECKED int away_load_check(struct screen *sc, struct away *x,
    struct err *e);
CHECKED int away_load_fees(struct screen *sc, struct away *x, struct err *e);

#endif
