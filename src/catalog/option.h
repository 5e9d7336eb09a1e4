/*
 * Options: a course, a certificate, the recognition of a title, help with a
 * job or a business of one's own; and occupations.  All of it over all
 * channels.
 *
 * The finder: six facets, any values of each.  Within a facet one value is
 * enough, and every facet with a value must agree.  Counts come from bitmaps
 * of the edition (schema.h), not from the options themselves.
 */
#ifndef VEREDA_OPTION_H
#define VEREDA_OPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "catalog/catalog.h"

enum option_facet {
	OPTION_COUNTRY,  /* "HN"; what is of the region is in each of it */
	OPTION_SECTOR,   /* "construction" ... (option_sectors) */
	OPTION_COST,     /* "free", "paid", "ask" */
	OPTION_DURATION, /* "short" (a month), "medium" (six), "long", "ask" */
	OPTION_MODE,     /* "in-person", "online", "blended" */
	OPTION_AUDIENCE, /* "returnee" ...: for anyone is for each of them */
	OPTION_FACETS,
};

#define OPTION_CHOSEN_MAX 16 /* values of one facet at a time */
#define OPTION_VALUE_SIZE 16 /* bytes of a value, NUL too */

/* What a reader chose.  A plain value without pointers: copied and wiped
 * with the session; zeroed is "everything". */
struct option_filter {
	char chosen[OPTION_FACETS][OPTION_CHOSEN_MAX][OPTION_VALUE_SIZE];
	uint8_t count[OPTION_FACETS];
};

bool option_filter_has(const struct option_filter *f, enum option_facet facet,
    const char *value);

/* Choose VALUE, or no longer; false when there is no room for it. */
bool option_filter_toggle(struct option_filter *f, enum option_facet facet,
    const char *value);
void option_filter_clear(struct option_filter *f, enum option_facet facet);
bool option_filter_is_empty(const struct option_filter *f);

struct option_value {
	const char *value;
	size_t count; /* options with it, for the other facets as they stand */
	bool chosen;
};

/* The values of each facet, most options first; none with 0. */
struct option_counts {
	size_t all;     /* options there are */
	size_t matching;
	struct option_value *values[OPTION_FACETS];
	size_t count[OPTION_FACETS];
};

CHECKED int catalog_option_counts(struct catalog *c,
    const struct option_filter *f, struct arena *a, struct option_counts *out,
    struct err *e);

/*
 * Take out of F what no option has any more, for the other facets as they
 * stand: taking away one value can leave another alone with nothing.  After
 * it at least one option matches, if there is any at all.
 */
CHECKED int catalog_option_settle(struct catalog *c, struct option_filter *f,
    struct err *e);

/* What a list and a comparison say of an option. */
struct option_facts {
	const char *type;    /* training, certification, recognition ... */
	const char *country; /* "HN", "XR" */
	const char *place;   /* "" */
	const char *institution;
	const char *sectors;   /* "construction electricity" */
	const char *audience;  /* "returnee youth" */
	const char *modality;
	const char *duration;     /* ISO 8601, "" when the centre is asked */
	const char *duration_max; /* the end of a range, or "" */
	const char *cost;         /* free, paid, ask */
	int32_t price;            /* minor units of CURRENCY; 0 */
	int32_t price_max;        /* the end of a range, or the same */
	const char *currency;     /* ISO 4217, "" */
	const char *valid_in;     /* countries of the certificate, "" */
};

struct option_row {
	struct entry_head head;
	struct option_facts facts;
};

/* The order of lists: free ones first, those of unknown cost last, then by
 * name. */
struct option_order {
	int rank;
	const char *folded; /* the name */
	const char *slug;
};

struct option_order option_order_of(const char *cost, const char *name,
    const char *slug, struct arena *a);
int option_order_compare(const struct option_order *a,
    const struct option_order *b);

/* COUNT options that match, from number FIRST on; *TOTAL as counted above.
 * All channels in one order, that of names in Spanish. */
CHECKED int catalog_options(struct catalog *c, const struct option_filter *f,
    size_t first, size_t count, const char *lang, struct arena *a,
    struct option_row **out, size_t *found, size_t *total, struct err *e);

/* One option, whole.  A list is one text with an item on each line. */
struct option {
	struct entry entry; /* sources, dates, telephones, address */
	struct option_facts facts;
	const char *cost_note;
	const char *schedule;
	const char *admits; /* who may enter, "" */
	const char *gives;  /* what one has at the end, "" */
	const char *steps;
	const char *documents; /* "" when the centre is asked */
	const char *support;   /* stipend, transport, childcare ... */
};

CHECKED int catalog_option(struct catalog *c, struct ref ref,
    const char *lang, struct arena *a, struct option *out, struct err *e);

/* The facts of the option REF alone; ERR_NOT_FOUND. */
CHECKED int catalog_option_facts(struct catalog *c, struct ref ref,
    const char *lang, struct arena *a, struct option_row *out,
    struct err *e);

/* A kind of work. */
struct occupation {
	struct entry_head head; /* its summary: the names people use */
	const char *isco;       /* ISCO-08, "" for none */
	const char *demand;     /* why it is asked for, "" */
};

/* All of them, by name. */
CHECKED int catalog_occupations(struct catalog *c, const char *lang,
    struct arena *a, struct occupation **out, size_t *count, struct err *e);
/* Has TEXT a word that begins with each of ASKED, accents and case ignored?
 * Always for "". */
bool catalog_has_words(const char *asked, const char *text, struct arena *a);

CHECKED int catalog_occupation(struct catalog *c, struct ref ref,
    const char *lang, struct arena *a, struct occupation *out,
    struct err *e);

/* Options for that work, in the order of lists: of its ISCO-08 code in every
 * channel, and those that the occupation names. */
CHECKED int catalog_occupation_options(struct catalog *c, struct ref ref,
    const char *lang, struct arena *a, struct option_row **out,
    size_t *count, struct err *e);

#endif
