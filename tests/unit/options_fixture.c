/*
 * Options of the tests, as rows; the bitmaps are made of the same words.
 */
#include <config.h>

#include "options_fixture.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "content_fixture.h"

#define FIRST 900 /* row of the first option */
#define FACETS 6

struct invented {
	const char *slug;
	const char *type;
	const char *place;
	const char *institution;
	/* values by facet, separated by blanks; what is said of it */
	const char *facets[FACETS];
	const char *country;
	const char *audience;
	const char *duration;
	int price;
	const char *currency;
	const char *valid_in;
	const char *es[9]; /* title, then the columns of option_text */
	const char *en[9];
};

#define REGION "BZ CA CR DO GT HN MX NI PA SV US"
#define ANYONE "returnee migrant youth women"

/* In the order of the list: free ones first, then by name. */
static const struct invented all[] = {
	{ "mason", "certification", "", "Instituto C",
	    { "GT", "construction", "free", "short", "in-person", ANYONE },
	    "GT", "anyone", "P1D", 0, "", "GT HN SV",
	    { "Certificar mi oficio de albañil", "Sin curso, con prueba", "",
		"", "", "certificado", "Pregunte en el centro\nHaga la prueba",
		"", "" },
	    { "Certify my trade as a mason", "No course, with a test", "", "",
		"", "certificate", "Ask at the centre\nTake the test", "",
		"" } },
	{ "laptop", "training", "", "Instituto D",
	    { REGION, "computing general", "free", "ask", "online", ANYONE },
	    "XR", "anyone", "", 0, "", "",
	    { "Computación desde su casa", "Cursos en línea", "", "", "", "",
		"Entre a la página\nElija un curso", "", "" },
	    { "Computing from home", "Courses online", "", "", "", "",
		"Go to the page\nChoose a course", "", "" } },
	{ "wiring", "training", "San Pedro Sula", "Instituto B",
	    { "HN", "electricity", "free", "medium", "in-person", "returnee" },
	    "HN", "returnee", "P6M", 0, "", "HN",
	    { "Electricidad de casas", "Instalar y reparar", "", "noches",
		"sexto grado", "certificado", "Inscríbase\nHaga el curso",
		"Identidad", "Transporte pagado" },
	    { "House wiring", "Install and repair", "", "evenings",
		"sixth grade", "certificate", "Enrol\nDo the course", "ID",
		"Transport is paid" } },
	{ "weld", "training", "Tegucigalpa", "Instituto A",
	    { "HN", "construction manufacturing", "free", "medium",
		"in-person", "returnee" },
	    "HN", "returnee", "P3M", 0, "", "HN GT",
	    { "Soldadura básica", "Aprender a soldar", "", "sábados",
		"saber leer", "certificado",
		"Pregunte qué días abren\nLleve sus papeles\nHaga el curso",
		"Identidad\nUna foto", "Transporte pagado\nCuidan a sus hijos" },
	    { "Basic welding", "Learn to weld", "", "Saturdays", "can read",
		"certificate",
		"Ask on which days they open\nBring your papers\n"
		"Do the course",
		"ID\nA photo", "Transport is paid\nChildcare" } },
	{ "cook", "training", "Antigua", "Instituto E",
	    { "GT", "hospitality", "paid", "medium", "blended", ANYONE }, "GT",
	    "anyone", "P2M", 8500, "GTQ", "",
	    { "Cocina para hoteles", "Cocinar para muchos",
		"incluye los materiales", "", "", "", "Inscríbase", "", "" },
	    { "Cooking for hotels", "Cook for many", "materials included", "",
		"", "", "Enrol", "", "" } },
	{ "farm", "training", "", "Instituto F",
	    { "GT", "agriculture", "ask", "ask", "in-person", "youth" }, "GT",
	    "youth", "", 0, "", "",
	    { "Huerto familiar", "Sembrar en casa", "", "", "", "",
		"Pregunte", "", "" },
	    { "Family garden", "Plant at home", "", "", "", "", "Ask", "",
		"" } },
};

#define CHECKED_ENTRY(id, slug, kind)                                          \
	"INSERT INTO entry VALUES(" id ",'" slug "','" kind "','checked',"     \
	"'medium','2026-11-01','2027-05-01');"
#define TEXTS(id, es, gives_es, en, gives_en)                                  \
	"INSERT INTO text VALUES(" id ",'es','" es "','" gives_es "','',1,0);" \
	"INSERT INTO text VALUES(" id ",'en','" en "','" gives_en "','',1,1);"

/* A mason by trade, with a certificate and a course; and a cook. */
static const char work[] =
    CHECKED_ENTRY("950", "occ-mason", "occupation")
    TEXTS("950", "Albañil", "maistro, pegar block", "Mason",
	"bricklayer, block layer")
    "INSERT INTO occupation VALUES(950,'7112');"
    "INSERT INTO occupation_text VALUES(950,'es','Faltan personas en las "
    "obras de dos provincias, y los que construyen casas dicen que esperan "
    "meses para encontrar quien sepa pegar block.'),(950,'en','There are "
    "not enough people for the works of two provinces, and who builds houses "
    "says that it takes months to find somebody who can lay blocks.');"
    "INSERT INTO entry_country VALUES(950,'GT'),(950,'HN');"
    "INSERT INTO entry_source VALUES(950,1,1);"
    "INSERT INTO option_occupation VALUES('7112',900);"
    "INSERT INTO occupation_option VALUES(950,1,903);"
    CHECKED_ENTRY("955", "occ-cook", "occupation")
    TEXTS("955", "Cocinero", "cocinera", "Cook", "kitchen")
    "INSERT INTO occupation VALUES(955,'');"
    "INSERT INTO occupation_text VALUES(955,'es',''),(955,'en','');";

/* Between Canada and the United States, and of all kinds between Guatemala
 * and Mexico. */
static const char agreements[] =
    CHECKED_ENTRY("951", "pension", "agreement")
    TEXTS("951", "Pensiones", "Suma años.", "Pensions", "Adds years.")
    "INSERT INTO agreement VALUES(951,'social-security','in-force',"
    "'1984-08');"
    "INSERT INTO agreement_party VALUES(951,'a','CA'),(951,'b','US');"
    CHECKED_ENTRY("953", "pilot", "agreement")
    TEXTS("953", "Piloto de cosecha", "Seis meses de trabajo.",
	"Harvest pilot", "Six months of work.")
    "INSERT INTO agreement VALUES(953,'labour-mobility','unknown','');"
    "INSERT INTO agreement_party VALUES(953,'a','MX'),(953,'b','GT');"
    CHECKED_ENTRY("954", "tally", "agreement")
    TEXTS("954", "Sumar cuotas", "Sumaría años.", "Adding up", "Would add.")
    "INSERT INTO agreement VALUES(954,'social-security','signed','2004');"
    "INSERT INTO agreement_party VALUES(954,'a','GT'),(954,'b','MX');"
    CHECKED_ENTRY("956", "border-card", "agreement")
    TEXTS("956", "Tarjeta de la frontera", "Un año de trabajo en el sur.",
	"Border card", "A year of work in the south.")
    "INSERT INTO agreement VALUES(956,'visa-waiver','in-force','');"
    "INSERT INTO agreement_party VALUES(956,'a','MX'),(956,'b','GT');"
    CHECKED_ENTRY("952", "titles", "convention")
    TEXTS("952", "Convenio de títulos", "Reconoce estudios.",
	"Convention on degrees", "Recognises studies.")
    "INSERT INTO convention_country VALUES(952,'GT','ratified','2018'),"
    "(952,'MX','signed',''),(952,'HN','none','');"
    CHECKED_ENTRY("957", "apostille", "convention")
    TEXTS("957", "Apostilla", "Un solo sello.", "Apostille", "One stamp.")
    "INSERT INTO convention_country VALUES(957,'GT','ratified',''),"
    "(957,'MX','ratified','');";

static void
run(sqlite3 *db, char *sql)
{
	content_fixture_run(db, sql);
	sqlite3_free(sql);
}

static void
add_words(sqlite3 *db, int id, const char *lang, const char *const t[9])
{
	run(db, sqlite3_mprintf("INSERT INTO text VALUES(%d,%Q,%Q,%Q,'',1,%d)",
		    id, lang, t[0], t[1], strcmp(lang, "es") != 0));
	run(db, sqlite3_mprintf(
		    "INSERT INTO option_text VALUES(%d,%Q,%Q,%Q,%Q,%Q,%Q,%Q,"
		    "%Q)", id, lang, t[2], t[3], t[4], t[5], t[6], t[7],
		    t[8]));
	run(db, sqlite3_mprintf(
		    "INSERT INTO indexed VALUES(%Q,%d,%Q,'',%Q,%Q)", lang, id, t[0], t[1], t[6]));
}

static void
add_option(sqlite3 *db, int n)
{
	const struct invented *o = &all[n];
	int id = FIRST + n;

	run(db, sqlite3_mprintf("INSERT INTO entry VALUES(%d,%Q,'option',"
		    "'checked','medium','2026-11-01','2027-05-01')", id,
		    o->slug));
	run(db, sqlite3_mprintf("INSERT INTO option VALUES(%d,%Q,%Q,%Q,%Q,%Q,"
		    "%Q,%Q,%Q,'',%Q,%d,%d,%Q,%Q,'')", id, o->type, o->country,
		    o->place, o->institution, o->facets[1], o->audience,
		    o->facets[4], o->duration, o->facets[2], o->price,
		    o->price, o->currency, o->valid_in));
	run(db, sqlite3_mprintf("INSERT INTO entry_country VALUES(%d,%Q)", id,
		    o->country));
	run(db, sqlite3_mprintf("INSERT INTO index_option VALUES(%d,%d)",
		    n + 1, id));
	add_words(db, id, "es", o->es);
	add_words(db, id, "en", o->en);
}

static bool
has_word(const char *list, const char *word, size_t len)
{
	while (list[0] != '\0') {
		size_t n = strcspn(list, " ");

		if (n == len && strncmp(list, word, len) == 0)
			return true;
		list += n + strspn(list + n, " ");
	}
	return false;
}

/* The bitmap of a value: its first LEN letters. */
static void
add_bitmap(sqlite3 *db, int facet, const char *value, size_t len)
{
	unsigned bits = 0;

	for (size_t n = 0; n < COUNT_OF(all); n++)
		bits |= (unsigned)has_word(all[n].facets[facet], value, len)
		    << n;
	run(db, sqlite3_mprintf("INSERT OR IGNORE INTO index_facet"
		    " VALUES(%d,'%.*q',x'%02x')", facet, (int)len, value,
		    bits));
}

void
options_fixture(sqlite3 *db)
{
	for (int n = 0; n < (int)COUNT_OF(all); n++) {
		add_option(db, n);
		for (int f = 0; f < FACETS; f++)
			for (const char *v = all[n].facets[f]; *v != '\0';) {
				size_t len = strcspn(v, " ");

				add_bitmap(db, f, v, len);
				v += len + strspn(v + len, " ");
			}
	}
	content_fixture_run(db, work);
	content_fixture_run(db, agreements);
}
