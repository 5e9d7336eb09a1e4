/*
 * Words about options: the facets of the finder, what one costs, how long it
 * takes.
 */
#ifndef VEREDA_WIDGET_OPTION_H
#define VEREDA_WIDGET_OPTION_H

#include <stdint.h>

#include "catalog/option.h"
#include "ui/screen.h"

/* "Country", "Trade" ... and "Choose the country". */
const char *widget_facet(enum option_facet facet);
const char *widget_facet_choose(enum option_facet facet);
/* "all", as it is said of the values of that facet. */
const char *widget_facet_all(enum option_facet facet);

/* "Honduras", "Construction", "free" for a value of FACET. */
const char *widget_facet_value(enum option_facet facet, const char *value);

/* "Construction, Care" for the values that F has chosen; "all" for none. */
const char *widget_facet_chosen(struct arena *a,
    const struct option_filter *f, enum option_facet facet);

/* "construction care" becomes "Construction, Care". */
const char *widget_facet_values(struct arena *a, enum option_facet facet,
    const char *values);

/* "Course", "Certificate" ...: training, certification. */
const char *widget_option_type(const char *type);

/* "3 months", "120 hours", "6 months to 3 years"; "ask the centre". */
const char *widget_duration(struct arena *a, const struct option_facts *f);

/* "free", "897 MXN", "30 to 150 USD"; "ask the centre". */
const char *widget_cost(struct arena *a, const struct option_facts *f);

/* "18,990", "5.50": cents only where there are some. */
const char *widget_amount(struct arena *a, int64_t minor);

/* "INTECAP · free · 3 months": the second line of a list.  What is not
 * known is left out. */
const char *widget_option_line(struct arena *a, const struct option_facts *f);

/* What stands for everything that no source says. */
const char *widget_ask(void);

#endif
