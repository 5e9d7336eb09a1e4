/*
 * Recruiters: what a register says of one, and what that means today.  The
 * register is asked by sound, by a part of a name, or by a licence number.
 */
#ifndef VEREDA_RECRUITER_H
#define VEREDA_RECRUITER_H

#include <stdbool.h>
#include <stddef.h>

#include "catalog/catalog.h"

#define RECRUITERS_FOUND_MAX 10 /* of one search */
#define RECRUITER_LINES_MAX 20  /* other names, or job orders, of one */

/*
 * What may be said today.  Only VALID says that a licence holds; all that is
 * not understood is UNKNOWN.
 */
enum licence_state {
	LICENCE_VALID,     /* until valid_until, which is not over */
	LICENCE_DATED,     /* until valid_until; today is not known */
	LICENCE_ENDLESS,   /* the register tells no last day */
	LICENCE_EXPIRED,   /* valid_until is over */
	LICENCE_SUSPENDED,
	LICENCE_CANCELLED,
	LICENCE_NEVER,     /* never licensed */
	LICENCE_WARNED,    /* a public body warns of it */
	LICENCE_UNKNOWN,
	LICENCE_STATES,
};

/* What a register may say, as it stands in the database; NULL at the end. */
extern const char *const recruiter_standings[];

/* VALID_UNTIL is an ISO day or ""; TODAY with year 0 is not known. */
enum licence_state recruiter_state(const char *standing,
    const char *valid_until, const struct date *today);

/* Licensed, by the register's word and day? */
bool recruiter_is_listed(enum licence_state state);

struct recruiter {
	struct entry_head head; /* its title is the name */
	const char *licence;    /* number, "" for none */
	const char *standing;
	const char *valid_until; /* ISO date or "" */
	const char *url;         /* of its row in the register, or "" */
	const char *other_names[RECRUITER_LINES_MAX];
	size_t other_count;
	const char *orders[RECRUITER_LINES_MAX]; /* job orders */
	size_t order_count;
	/* of a search */
	unsigned likeness;   /* to what was asked: 0 to NAME_SAME */
	const char *matched; /* the other name that was meant, or "" */
	bool has_twin; /* another one found has such a name and not this
			* number */
};

struct recruiter_list {
	struct recruiter *list;
	size_t count;
};

/* What only a recruiter has; ERR_NOT_FOUND. */
CHECKED int catalog_recruiter(struct catalog *c, struct ref ref,
    const char *lang, struct arena *a, struct recruiter *out, struct err *e);

/*
 * At most RECRUITERS_FOUND_MAX of COUNTRY's, the likest first; a licence
 * number that is as typed, or begins so, comes before names.
 */
CHECKED int catalog_recruiters(struct catalog *c, const char *country,
    const char *asked, const char *lang, struct arena *a,
    struct recruiter_list *out, struct err *e);

/* How many names there are of COUNTRY's. */
CHECKED int catalog_recruiter_count(struct catalog *c, const char *country,
    size_t *out, struct err *e);

#endif
