/*
 * Agreements between countries, and conventions that countries take part in:
 * where a title, a skill or years of work count.  Over all channels.
 */
#ifndef VEREDA_AGREEMENT_H
#define VEREDA_AGREEMENT_H

#include "catalog/catalog.h"

/* An agreement between countries. */
struct agreement {
	struct entry_head head; /* its summary: what it gives */
	const char *type;   /* social-security, labour-mobility ... */
	const char *status; /* in-force, signed, unknown ... */
	const char *since;  /* "YYYY[-MM[-DD]]" or "" */
	const char *one;    /* countries, separated by blanks */
	const char *other;
};

/* What there is between A_COUNTRY and B_COUNTRY, "" for any: what is in force
 * first, then what is signed, what has ended, what is not known; then by
 * kind. */
CHECKED int catalog_agreements(struct catalog *c, const char *a_country,
    const char *b_country, const char *lang, struct arena *a,
    struct agreement **out, size_t *count, struct err *e);
CHECKED int catalog_agreement(struct catalog *c, struct ref ref,
    const char *lang, struct arena *a, struct agreement *out,
    struct err *e);

/* What a country did about a convention. */
struct convention {
	struct entry_head head; /* its summary: what it gives */
	const char *country;
	const char *status; /* ratified, signed, none, unknown */
	const char *date;   /* "YYYY[-MM[-DD]]" or "" */
};

/* All that is known of COUNTRY, ratified ones first. */
CHECKED int catalog_conventions(struct catalog *c, const char *country,
    const char *lang, struct arena *a, struct convention **out,
    size_t *count, struct err *e);

/* What A_COUNTRY and B_COUNTRY both take part in, ratified or at least
 * signed; the country and the status are of the one that did less. */
CHECKED int catalog_conventions_between(struct catalog *c,
    const char *a_country, const char *b_country, const char *lang,
    struct arena *a, struct convention **out, size_t *count, struct err *e);

/* Every country that an agreement or a convention names. */
#define CATALOG_PARTIES_MAX 260 /* there are 249 codes */
CHECKED int catalog_party_countries(struct catalog *c, struct arena *a,
    const char ***out, size_t *count, struct err *e);

/* All countries of one convention, by code. */
CHECKED int catalog_convention(struct catalog *c, struct ref ref,
    const char *lang, struct arena *a, struct convention **out,
    size_t *count, struct err *e);

#endif
