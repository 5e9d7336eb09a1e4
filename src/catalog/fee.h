/*
 * Fees: what may be charged between two countries, for which item, by whose
 * law; and what those rules say of an amount that was asked.
 */
#ifndef VEREDA_FEE_H
#define VEREDA_FEE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalog/catalog.h"

#define FEE_MINOR 100 /* minor units of every currency that we know */
#define FEE_NO_LIMIT (-1)
#define FEE_REGION "XR" /* any country, of a rule; the region's, of a law */

enum fee_item {
	FEE_RECRUITMENT,
	FEE_VISA,
	FEE_PASSPORT,
	FEE_TRAVEL,
	FEE_MEDICAL,
	FEE_TRAINING,
	FEE_TOOLS,
	FEE_HOUSING,
	FEE_ITEMS,
};

/* Who may be made to pay. */
enum fee_payer {
	FEE_NOBODY,
	FEE_EMPLOYER,
	FEE_WORKER,
	FEE_PAYERS,
};

/* What a limit is for. */
enum fee_per {
	FEE_ONCE,
	FEE_DAY,
	FEE_WEEK,
	FEE_MONTH,
	FEE_PERS,
};

/* As the sources and the database call them; NULL at the end. */
extern const char *const fee_item_names[];
extern const char *const fee_payer_names[];
extern const char *const fee_per_names[];
extern const char *const fee_covers_names[]; /* "all", "some" */

/* "GTQ": all that we know, NULL at the end.  Each has a hundred minor
 * units. */
extern const char *const fee_currencies[];

/* The money of COUNTRY; "USD" where we do not know it. */
const char *fee_currency_of(const char *country);

struct fee_rule {
	enum fee_item item;
	enum fee_payer payer;
	bool some; /* only of some jobs: the note says which */
	int64_t limit; /* minor units; FEE_NO_LIMIT */
	const char *currency;
	enum fee_per per;
	const char *country; /* whose law: FEE_REGION is no law of a country */
	const char *law;
	const char *note;     /* or "" */
	const char *sources;  /* "publisher, title", one a line */
	const char *reviewed; /* ISO date */
};

/*
 * The rules from ORIGIN to WORK ("" is not said: what holds everywhere), of
 * all channels, by item; laws of the two countries before those of the region.
 */
CHECKED int catalog_fees(struct catalog *c, const char *origin,
    const char *work, const char *lang, struct arena *a,
    struct fee_rule **out, size_t *count, struct err *e);

enum fee_verdict {
	FEE_NOT_ASKED,
	FEE_UNKNOWN,   /* no law of the two countries is known: ask */
	FEE_DEPENDS,   /* it may not in some jobs: ask */
	FEE_ALLOWED,   /* up to the limit, if there is one */
	FEE_TOO_MUCH,  /* allowed, but above the limit */
	FEE_FORBIDDEN,
};

/* What somebody asked for. */
struct fee_asked {
	bool is;
	int64_t amount; /* minor units; 0: it was not said how much */
};

struct fee_judgement {
	enum fee_verdict verdict;
	const struct fee_rule *limit; /* NULL: none is stated */
	int64_t above; /* of the amount, what may not be charged */
};

/*
 * What RULES say of ITEM.  The stricter rule decides, whatever its country; a
 * rule of the region alone decides nothing.  A limit in another currency, or
 * by the day, is told and not compared.
 */
struct fee_judgement fee_judge(const struct fee_rule *rules, size_t count,
    enum fee_item item, const struct fee_asked *asked, const char *currency);

struct fee_sum {
	unsigned asked;     /* items */
	unsigned forbidden; /* of them, FEE_FORBIDDEN and FEE_TOO_MUCH */
	unsigned open;      /* FEE_UNKNOWN and FEE_DEPENDS */
	int64_t total;      /* minor units */
	int64_t above;      /* of it, what may not be charged */
};

/* ASKED has FEE_ITEMS of them. */
struct fee_sum fee_sum(const struct fee_rule *rules, size_t count,
    const struct fee_asked *asked, const char *currency);

#endif
