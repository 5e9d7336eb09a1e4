/*
 * Registers of recruiters for tests.  All names are invented; licence
 * numbers begin with 900.
 */
#ifndef VEREDA_RECRUITERS_FIXTURE_H
#define VEREDA_RECRUITERS_FIXTURE_H

#include <sqlite3.h>

struct recruiter_line {
	const char *slug;
	const char *country;
	const char *name;
	const char *other; /* another name, or NULL */
	const char *licence;
	const char *standing;
	const char *valid_until;
	const char *order; /* a job order, or NULL */
};

/* Adds one with its head in Spanish and English. */
void recruiters_fixture_add(sqlite3 *db, const struct recruiter_line *line);

/*
 * Guatemala's: rec-jade and rec-jada (names that sound alike, licensed until
 * 2027), rec-quetzal (until 2026-05-31), rec-volcan (suspended), rec-lago
 * (cancelled), rec-cometa (never licensed), rec-faro (warned), rec-ceiba
 * (licensed without a last day).  Honduras has none.  And the topic
 * recruiters below offer, with agency-register.
 */
void recruiters_fixture(sqlite3 *db);

#endif
