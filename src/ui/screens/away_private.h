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

/* paper_test.c: the slip, what its code says, and the letters alone. */
void paper_test_say(struct screen *sc, struct sheet *sh);
const char *paper_test_code(struct screen *sc, struct arena *a);
void paper_test_letters(struct sheet *sh);

/* away_result.c */
CHECKED int away_load_check(struct screen *sc, struct away *x,
    struct err *e);
CHECKED int away_load_fees(struct screen *sc, struct away *x, struct err *e);

#endif
