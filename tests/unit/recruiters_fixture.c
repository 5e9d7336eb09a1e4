/*
 * Invented recruiters in a content database.
 */
#include <config.h>

#include "recruiters_fixture.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "catalog/name_match.h"
#include "content_fixture.h"

/* Run SQL with as many of VALUES as it has parameters, by their numbers. */
static void
put(sqlite3 *db, const char *sql, const char *const *values)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &s, NULL);
	int count = sqlite3_bind_parameter_count(s);

	for (int i = 0; i < count && rc == SQLITE_OK; i++)
		rc = sqlite3_bind_text(s, i + 1, values[i], -1,
		    SQLITE_TRANSIENT);
	if (rc != SQLITE_OK || sqlite3_step(s) != SQLITE_DONE) {
		fprintf(stderr, "recruiters: %s\n", sqlite3_errmsg(db));
		abort();
	}
	sqlite3_finalize(s);
}

#define ROW "(SELECT max(id) FROM entry)"

void
recruiters_fixture_add(sqlite3 *db, const struct recruiter_line *line)
{
	static const char *const statements[] = {
		"INSERT INTO entry SELECT max(id)+1,?1,'recruiter','checked',"
		"'medium','2026-11-20','2027-05-20' FROM entry",
		"INSERT INTO recruiter VALUES(" ROW ",?2,?4,?5,?6,?7,'')",
		"INSERT INTO recruiter_name VALUES(" ROW ",1,?3,?8)",
		"INSERT INTO entry_country VALUES(" ROW ",?2)",
		"INSERT INTO entry_source VALUES(" ROW ",1,1)",
		"INSERT INTO text VALUES(" ROW ",'es',?3,?4,'',1,0)",
		"INSERT INTO text VALUES(" ROW ",'en',?3,?4,'',1,1)",
		"INSERT INTO recruiter_name SELECT " ROW ",2,?9,?10"
		" WHERE ?9<>''",
		"INSERT INTO recruiter_order SELECT " ROW ",1,?11"
		" WHERE ?11<>''",
	};
	struct arena *a = arena_new();
	const char *other = line->other != NULL ? line->other : "";
	const char *const values[] = { line->slug, line->country, line->name,
		line->licence, name_number(line->licence, a), line->standing,
		line->valid_until, name_words(line->name, a), other,
		name_words(other, a), line->order != NULL ? line->order : "" };

	for (size_t i = 0; i < COUNT_OF(statements); i++)
		put(db, statements[i], values);
	arena_free(a);
}

/* The last topic of the offer topic. */
static const char topic[] =
    "INSERT INTO topic SELECT max(id)+1,'recruiters',"
    "(SELECT id FROM topic WHERE slug='offer'),90,0 FROM topic;"
    "INSERT INTO topic_text SELECT max(id),'es','¿Quién me recluta?',"
    "'Registro, licencia, a quién preguntar' FROM topic;"
    "INSERT INTO topic_text SELECT max(id),'en','Who recruits me?',"
    "'Register, licence, whom to ask' FROM topic;"
    "INSERT INTO entry_topic SELECT (SELECT max(id) FROM topic),10,id"
    " FROM entry WHERE slug='agency-register';";

void
recruiters_fixture(sqlite3 *db)
{
	static const struct recruiter_line lines[] = {
		{ "rec-jade", "GT", "Reclutadora Jade del Norte, S.A.",
		    "Empleos Jade", "GT-900-001", "licensed", "2027-06-30",
		    "900-11: 40 personas, cosecha de manzana, Canadá" },
		{ "rec-jada", "GT", "Reclutadora Jada Norte, Ltda.", NULL,
		    "GT-900-002", "licensed", "2027-03-31", NULL },
		{ "rec-quetzal", "GT", "Agencia Quetzal Azul, S.A.", NULL,
		    "GT-900-003", "licensed", "2026-05-31", NULL },
		{ "rec-volcan", "GT", "Servicios Laborales Volcán Alto", NULL,
		    "GT-900-004", "suspended", "2027-12-31", NULL },
		{ "rec-lago", "GT", "Grupo Lago Sereno, S.A.", NULL,
		    "GT-900-005", "cancelled", "2027-12-31", NULL },
		{ "rec-cometa", "GT", "Empleos Cometa", NULL, "",
		    "never-licensed", "", NULL },
		{ "rec-faro", "GT", "Visas Faro Express", NULL, "", "warned",
		    "", NULL },
		{ "rec-ceiba", "GT", "Colocaciones La Ceiba", NULL,
		    "GT-900-006", "licensed", "", NULL },
	};

	for (size_t i = 0; i < COUNT_OF(lines); i++)
		recruiters_fixture_add(db, &lines[i]);
	content_fixture_run(db, topic);
}
