/*
 * The statistics of a receipt: what leaves the kiosk of what it counted.
 * Small values leave as "<5", others to the nearest 5, and only of days that
 * are over: vereda-stats(5).
 */
#ifndef VEREDA_RECEIPT_STATS_H
#define VEREDA_RECEIPT_STATS_H

#include <stdint.h>

#include "base/json.h"

/*
 * The member "statistics" of the days before NOW (Unix seconds) in FOLDER;
 * nothing of a folder that cannot be read, and a line in the log.
 */
void receipt_stats(struct json *j, const char *folder, int64_t now);

#endif
