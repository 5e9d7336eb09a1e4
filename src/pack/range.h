/*
 * How long and how much, as options.csv writes it: one value or a range of
 * two, FROM..TO.
 */
#ifndef VEREDA_RANGE_H
#define VEREDA_RANGE_H

#include <stdbool.h>
#include <stdint.h>

#define RANGE_TEXT_SIZE 16 /* bytes of one end, NUL too */

enum period_class { /* by its end */
	PERIOD_SHORT,  /* to a month, or 160 hours */
	PERIOD_MEDIUM, /* to six months, or 960 hours */
	PERIOD_LONG,
	PERIOD_ASK, /* the centre is asked */
};

struct period {
	char from[RANGE_TEXT_SIZE]; /* ISO 8601; "" to ask */
	char to[RANGE_TEXT_SIZE];   /* "" when it is no range */
	enum period_class class;
};

/* "P3M", "PT120H", "P6M..P3Y", "ask". */
bool period_read(struct period *out, const char *text);

struct cost {
	const char *kind; /* "free", "paid", "ask" */
	int64_t price;    /* minor units of the currency */
	int64_t price_max;
	char currency[4]; /* ISO 4217; "" when no price is known */
};

/* "free", "ask", "8500 HNL", "80000..150000 USD": minor units, and one of
 * the currencies that have a hundred of them. */
bool cost_read(struct cost *out, const char *text);

#endif
