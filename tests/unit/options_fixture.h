/*
 * Six invented options for the content database of the tests, two
 * occupations, agreements and conventions, in Spanish and English.
 *
 *	weld HN free P3M construction, returnees; wiring HN free P6M
 *	electricity; mason GT free P1D construction, a certificate; cook GT
 *	85.00 GTQ P2M; laptop XR free, online; farm GT, all to be asked
 */
#ifndef VEREDA_OPTIONS_FIXTURE_H
#define VEREDA_OPTIONS_FIXTURE_H

#include <sqlite3.h>

/* Add them to DB (from content_fixture()); entries 900 and on. */
void options_fixture(sqlite3 *db);

#endif
