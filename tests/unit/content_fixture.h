/*
 * A small content database in memory for tests: six topics, fourteen
 * articles, four alerts, twelve services, a check, a glossary and synonyms.  All that
 * it says is invented; the telephones begin with 900 000.
 */
#ifndef VEREDA_CONTENT_FIXTURE_H
#define VEREDA_CONTENT_FIXTURE_H

#include <sqlite3.h>

#include "catalog/catalog.h"

/*
 * Topics (slug: entries directly in it)
 *	rights: contract-in-writing(es en) your-passport(es en)
 *	        if-something-goes-wrong(es en) wages(es en) health(es, only)
 *	  costs: you-do-not-pay(es en; long: more than 5 pages of 15 rows)
 *	         receipts(es en)
 *	  domestic: domestic-work(es en) rest-day(es en)
 *	offer: offer-check(a check; es en fr) ten-questions(es en)
 *	       agency-register(es en)
 *	training: welding(es en)
 *	recognition: certify-trade(es en)   visa-h2a(es en) is in rights too
 * Alerts: false-visas extreme 2026-11-01..2027-03-01 GT HN MX
 *	false-agency severe 2026-10-15..2027-01-31 SV
 *	phone-prize moderate 2026-09-01..2026-12-31 XR
 *	old-bus minor, withdrawn, 2026-05-01..2027-05-01 XR
 * Services: GT 3, HN 2, MX 3, US 2, XR 2; one of MX has no telephone.
 * Synonyms: es coyote: reclutador, traficante; papeles: documentos;
 *	chamba: trabajo; lana: dinero; mica: permiso de trabajo
 * The database is the caller's, or the catalog's after catalog_add().
 */
sqlite3 *content_fixture(void);

/* The edition to give to catalog_add() with it: channel "crm", 1, 42. */
extern const struct edition content_fixture_edition;

/* A catalog with nothing else in it; the caller frees it. */
struct catalog *content_fixture_catalog(void);

/* Adds the course tell-your-work (es en) in training: two lessons, three
 * questions; it links to certify-trade. */
void content_fixture_course(sqlite3 *db);

/* Adds rumour-a to rumour-g (es en), each with a card: c and g are true. */
void content_fixture_rumours(sqlite3 *db);

/* The same with such a course, such rumours and the invented recruiters: what
 * the screens are tested on. */
sqlite3 *content_fixture_full(void);
struct catalog *content_fixture_full_catalog(void);

/* Run SQL on DB with its "%Q %d %lld" filled in by SQLite. */
void content_fixture_sql(sqlite3 *db, const char *format, ...);

/* content_checks.c: one check as entry ID, with its laws. */
void content_checks(sqlite3 *db, int id);

/* content_fees.c: the topic fees, and six rules. */
void content_fees(sqlite3 *db);

/* The lexicon anew, after words were added. */
void content_fixture_lexicon(sqlite3 *db);

/* Run SQL on DB; a fault ends the program. */
void content_fixture_run(sqlite3 *db, const char *sql);

#endif
