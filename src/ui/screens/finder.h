/*
 * Between the screens of the finder.
 */
#ifndef VEREDA_FINDER_H
#define VEREDA_FINDER_H

#include "catalog/option.h"
#include "ui/screen.h"
#include "ui/widget_menu.h"

#define FINDER_COMPARE_MAX 3 /* options side by side */
#define FINDER_WIDE_FROM 120 /* columns: room for a longer preview */

/* The filter of the session, with the country of this kiosk in it when the
 * finder is opened for the first time. */
struct option_filter *finder_filter(struct screen *sc);

/* "37 of 128 options", in A; "37 of 128" where it is narrow. */
const char *finder_head(struct arena *a, const struct option_counts *n,
    bool wide);

#endif
