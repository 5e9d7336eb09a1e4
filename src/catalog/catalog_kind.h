/*
 * What the catalog knows of each kind of entry.
 */
#ifndef VEREDA_CATALOG_KIND_H
#define VEREDA_CATALOG_KIND_H

#include "catalog/catalog.h"

/* What the catalog knows of a kind of entry. */
struct kind_row {
	const char *name; /* in the table entry */
	bool prose; /* has rows in the table body */
	/* What only this kind has, into X; NULL: nothing. */
	int (*load)(struct catalog *c, struct arena *a, struct entry *x,
	    struct err *e);
};

extern const struct kind_row catalog_kinds[];

CHECKED int catalog_load_alert(struct catalog *c, struct arena *a,
    struct entry *x, struct err *e);
CHECKED int catalog_load_option(struct catalog *c, struct arena *a,
    struct entry *x, struct err *e);
CHECKED int catalog_load_service(struct catalog *c, struct arena *a,
    struct entry *x, struct err *e);

CHECKED int catalog_load_course(struct catalog *c, struct arena *a,
    struct entry *x, struct err *e);

/* The cards of its quiz, for the kinds that have one. */
CHECKED int catalog_load_cards(struct catalog *c, struct arena *a,
    struct entry *x, struct err *e);

/* The telephones of X, whatever its kind. */
CHECKED int catalog_load_phones(struct catalog *c, struct arena *a,
    struct entry *x, struct err *e);

#endif
