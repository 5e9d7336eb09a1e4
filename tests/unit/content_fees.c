/*
 * What may be charged in the content fixture: all of it invented.
 */
#include <config.h>

#include "content_fixture.h"

#include "base/compiler.h"

static const struct {
	const char *origin, *work, *item, *payer, *covers;
	int ceiling;
	const char *currency, *per, *country, *law, *es, *en;
} rules[] = {
	{ "XR", "XR", "recruitment", "nobody", "all", -1, "", "once", "XR",
	    "Convenio inventado 1", "Es una guía", "It is guidance" },
	{ "GT", "XR", "recruitment", "nobody", "all", -1, "", "once", "GT",
	    "Ley inventada 50", "", "" },
	{ "XR", "US", "visa", "employer", "some", -1, "", "once", "US",
	    "1 XYZ 234", "Solo visa Q", "Only visa Q" },
	{ "XR", "US", "passport", "worker", "all", -1, "", "once", "US",
	    "1 XYZ 235", "Lo paga usted", "You pay it" },
	{ "GT", "US", "medical", "worker", "all", 30000, "GTQ", "once", "GT",
	    "Ley inventada 51", "", "" },
	{ "GT", "US", "housing", "worker", "all", 275, "USD", "day", "US",
	    "1 XYZ 236", "Solo agua", "Only water" },
};

/* Behind the topic of the recruiters. */
static const char topic[] =
    "INSERT INTO topic SELECT max(id)+1,'fees',"
    "(SELECT id FROM topic WHERE slug='offer'),95,0 FROM topic;"
    "INSERT INTO topic_text SELECT max(id),'es','¿Qué me pueden cobrar?',"
    "'Marque lo que le piden' FROM topic;"
    "INSERT INTO topic_text SELECT max(id),'en','What may they charge?',"
    "'Mark what they ask for' FROM topic;"
    "INSERT INTO entry_topic SELECT (SELECT max(id) FROM topic),10,id"
    " FROM entry WHERE slug='receipts';";

void
content_fees(sqlite3 *db)
{
	content_fixture_run(db, topic);
	for (size_t i = 0; i < COUNT_OF(rules); i++) {
		int id = (int)i + 1;

		content_fixture_sql(db,
		    "INSERT INTO fee VALUES(%d,%Q,%Q,%Q,%Q,%Q,%d,%Q,%Q,%Q,"
		    "'2026-11-01')",
		    id, rules[i].origin, rules[i].work, rules[i].item,
		    rules[i].payer, rules[i].covers, rules[i].ceiling,
		    rules[i].currency, rules[i].per, rules[i].country);
		content_fixture_sql(db,
		    "INSERT INTO fee_text VALUES(%d,'es',%Q,%Q),"
		    "(%d,'en',%Q,%Q)",
		    id, rules[i].law, rules[i].es, id, rules[i].law,
		    rules[i].en);
		content_fixture_sql(db,
		    "INSERT INTO fee_source VALUES(%d,1,1)", id);
	}
}
