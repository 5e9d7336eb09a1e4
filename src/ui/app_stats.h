/*
 * What is counted of what people do, and when: totals of a day, if the
 * administrator wants them (state/stats.h).  Every call does nothing if not.
 */
#ifndef VEREDA_APP_STATS_H
#define VEREDA_APP_STATS_H

#include "state/stats.h"
#include "ui/app.h"

/* Borrowed; NULL counts nothing. */
void app_set_stats(struct app *app, struct stats *stats);

/* Whether anything is counted: whether to ask for an answer at the end. */
bool app_counts(const struct app *app);

/* What somebody answered at the end: "yes", "partly", "no". */
void app_count_found(struct app *app, const char *answer);

#endif
