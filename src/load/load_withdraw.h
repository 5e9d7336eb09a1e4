/*
 * What an edition of an alert channel takes from the other channels.
 */
#ifndef VEREDA_LOAD_WITHDRAW_H
#define VEREDA_LOAD_WITHDRAW_H

#include "base/compiler.h"
#include "base/err.h"
#include "base/mem.h"
#include "bundle/store.h"
#include "catalog/compare.h"

/*
 * Add to OUT the entries of other channels, as the store shows them, that the
 * edition B of an alert channel withdraws and the one before it did not, and
 * as new those that it gives back.  JOB has both databases.
 */
CHECKED int load_withdraw(struct comparison *out, const struct store *s,
    const struct bundle *b, const struct compare_job *job, struct arena *a,
    struct err *e);

#endif
