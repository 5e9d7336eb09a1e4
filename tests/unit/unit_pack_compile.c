/*
 * pack/: the database that is compiled of the good channel, and its manifest.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/hash.h"
#include "base/io.h"
#include "catalog/schema.h"
#include "image/database.h"
#include "pack/compile.h"
#include "index_fixture.h"
#include "pack_fixture.h"

#define DATABASE_MAX (16u << 20) /* bytes */

static char *
compiled(const char *folder)
{
	struct channel *c = channel_read(folder);
	char *path = xasprintf("%s/../content.db", folder);
	struct err e = { 0 };

	unlink(path); /* may be absent */
	if (compile_database(c, path, NULL, &e) < 0)
		fail_msg("%s", e.text);
	channel_free(c);
	return path;
}

/* The bytes of what FOLDER compiles to, as a hash. */
static struct hash
compiled_hash(const char *folder)
{
	char *path = compiled(folder);
	struct buffer bytes = { 0 };
	struct hash h;
	struct err e = { 0 };

	assert_int_equal(io_read_file(&bytes, path, DATABASE_MAX, &e), 0);
	hash_of(&h, buffer_bytes(&bytes));
	buffer_fini(&bytes);
	free(path);
	return h;
}

static void
the_same_sources_make_the_same_bytes(void **state)
{
	char *one = pack_fixture_copy();
	char *other = pack_fixture_copy();
	struct hash a = compiled_hash(one);
	struct hash b = compiled_hash(other);

	(void)state;
	assert_true(hash_equal(&a, &b));
	pack_fixture_change(other, "articles/passport/en.md", "yours",
	    "yours!");
	b = compiled_hash(other);
	assert_false(hash_equal(&a, &b));
	pack_fixture_remove(one);
	pack_fixture_remove(other);
}

/* The one value that SQL asks DB for. */
static void
answers(sqlite3 *db, const char *sql, const char *wanted)
{
	sqlite3_stmt *stmt = NULL;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	assert_string_equal((const char *)sqlite3_column_text(stmt, 0),
	    wanted);
	sqlite3_finalize(stmt);
}

static const struct {
	const char *sql;
	const char *answer;
} questions[] = {
	{ "PRAGMA page_size", "16384" },
	{ "PRAGMA user_version", "2" },
	{ "SELECT group_concat(id || ' ' || slug || ' ' || kind, ',')"
	  " FROM (SELECT * FROM entry ORDER BY id)",
	    "1 false-visa alert,2 gt-110 service,3 no-fees article,"
	    "4 passport article,5 z-mason option,6 z-occ-mason occupation,"
	    "7 z-online option,8 z-pension agreement,9 z-title convention,"
	    "10 zz-offer check" },
	{ "SELECT group_concat(id || slug || parent, ',') FROM"
	  " (SELECT * FROM topic ORDER BY id)", "1papers2,2rights0" },
	{ "SELECT sum(sensitive) FROM topic", "2" }, /* as its parent */
	{ "SELECT group_concat(value, ',') FROM (SELECT * FROM meta"
	  " WHERE key IN('channel','title.en','langs') ORDER BY key)",
	    "channel-ok,es en,Test channel" },
	{ "SELECT title || '|' || revision || '|' || translates FROM text"
	  " WHERE entry = 3 AND lang = 'es'", "Usted no paga por trabajar|2|0" },
	{ "SELECT revision || '|' || translates FROM text"
	  " WHERE entry = 3 AND lang = 'en'", "2|2" },
	{ "SELECT withdrawn FROM text WHERE entry = 1 AND lang = 'en'",
	    "The site was closed." },
	{ "SELECT group_concat(lang || entry, ',') FROM"
	  " (SELECT * FROM body ORDER BY id)",
	    "es1,es3,es4,en1,en3,en4" },
	{ "SELECT markdown FROM body WHERE entry = 4 AND lang = 'en'",
	    "Nobody may keep your passport against your will.\n" },
	{ "SELECT topic || '|' || position FROM entry_topic WHERE entry = 4",
	    "1|100" },
	{ "SELECT red_from || '|' || awaiting FROM check_form WHERE entry = 10",
	    "4|fr" },
	{ "SELECT group_concat(name || weight || danger, ',') FROM"
	  " (SELECT * FROM check_question ORDER BY position)",
	    "so.q121,so.q212" },
	{ "SELECT question || example || reason || label || brief || way"
	  " FROM check_question_text WHERE position = 1 AND lang = 'en'",
	    "Do they charge you?The visa.You do not pay.They charge you"
	    "It is freeDo not pay." },
	{ "SELECT group_concat(lang) FROM (SELECT lang FROM"
	  " check_question_text WHERE position = 2 ORDER BY lang)",
	    "en,es,fr" },
	{ "SELECT exception FROM check_exception WHERE lang = 'fr'",
	    "Le passeport." },
	{ "SELECT group_concat(question || fact || fraud || country)"
	  " FROM check_basis", "1XR-010XR,2XR-010XR" },
	{ "SELECT group_concat(outcome || ':' || target) FROM check_outcome",
	    "0:0,1:0,2:3" },
	{ "SELECT title || '|' || title_one || '|' || summary FROM"
	  " check_outcome_text WHERE outcome = 2 AND lang = 'es'",
	    "HAY {n} SEÑALES|HAY 1 SEÑAL|No pague." },
	{ "SELECT step FROM check_step WHERE outcome = 0 AND lang = 'en'",
	    "Keep copies." },
	{ "SELECT group_concat(outcome || target) FROM check_service",
	    "02,12,22" },
	{ "SELECT law FROM check_law WHERE question = 2 AND lang = 'es'",
	    "OIT, definición (2019)" },
	/* a title in a language that the channel does not speak is found in
	 * no index, or the search would look there alone */
	{ "SELECT title FROM text WHERE entry = 10 AND lang = 'fr'",
	    "Est-ce sûr ?" },
	{ "SELECT count(*) FROM index_language WHERE lang = 'fr'", "0" },
	{ "SELECT found('es', 'estafa')", "10" },
	/* the sources of its laws are its own too */
	{ "SELECT group_concat(s.slug) FROM entry_source x JOIN source s"
	  " ON s.id = x.source WHERE entry = 10", "ilo-1,crm-1" },
	{ "SELECT group_concat(target) FROM link WHERE entry = 3", "4,2" },
	{ "SELECT group_concat(s.slug) FROM entry_source x JOIN source s"
	  " ON s.id = x.source WHERE entry = 3", "ilo-1,crm-1" },
	{ "SELECT severity || urgency || effective FROM alert",
	    "3Immediate2026-11-01" },
	{ "SELECT type || cost || languages || checked FROM service",
	    "emergencyfreees en2026-11-21" },
	{ "SELECT group_concat(number) FROM phone WHERE entry = 2",
	    "110,+502 2232 0221" },
	{ "SELECT note FROM phone_text WHERE lang = 'en'",
	    "Office" },
	{ "SELECT review_by FROM entry WHERE kind = 'service'",
	    "2027-05-21" },
	{ "SELECT type || place || duration || cost || price || currency ||"
	  " valid_in FROM option WHERE entry = 5",
	    "certificationTegucigalpaP3Mpaid8500HNLHN GT" },
	{ "SELECT steps FROM option_text WHERE entry = 5 AND lang = 'en'",
	    "Ask\nTake the test" },
	{ "SELECT summary FROM text WHERE entry = 7 AND lang = 'es'",
	    "Instituto B" },
	{ "SELECT group_concat(option, ',') FROM"
	  " (SELECT * FROM index_option ORDER BY id)", "7,5" },
	{ "SELECT hex(options) FROM index_facet WHERE facet = 0"
	  " AND value = 'HN'", "03" },
	{ "SELECT hex(options) FROM index_facet WHERE facet = 5"
	  " AND value = 'women'", "01" },
	{ "SELECT entry FROM option_occupation WHERE isco = '7112'", "5" },
	{ "SELECT target FROM occupation_option", "7" },
	{ "SELECT group_concat(side || country, ',') FROM agreement_party",
	    "aCA,bUS" },
	{ "SELECT status || date FROM convention_country"
	  " WHERE country = 'HN'", "ratified2018-06" },
	{ "SELECT found('es', 'recibo')", "3" },
	{ "SELECT found('en', 'consulate')", "1" },
	{ "SELECT found('es', '**')", "" },
	{ "SELECT group_concat(word || formal) FROM synonym",
	    "coyotereclutador,coyotetraficante" },
	{ "SELECT explanation FROM glossary WHERE lang = 'en'",
	    "Who looks for workers." },
};

static void
the_database_holds_what_the_sources_say(void **state)
{
	char *folder = pack_fixture_copy();
	char *path = NULL;
	struct buffer bytes = { 0 };
	struct err e = { 0 };
	sqlite3 *db = NULL;

	(void)state;
	pack_fixture_change(folder, "topics.yaml", "position: 10\n",
	    "position: 10\n    sensitive: yes\n");
	path = compiled(folder);
	assert_int_equal(database_open_memory(&db, &e), 0);
	assert_int_equal(io_read_file(&bytes, path, DATABASE_MAX, &e), 0);
	assert_int_equal(
	    sqlite3_deserialize(db, "main", bytes.at, (sqlite3_int64)bytes.len,
		(sqlite3_int64)bytes.room, SQLITE_DESERIALIZE_READONLY),
	    SQLITE_OK);
	assert_int_equal(schema_check(db, &e), 0);
	index_fixture_register(db);
	for (size_t i = 0; i < COUNT_OF(questions); i++)
		answers(db, questions[i].sql, questions[i].answer);
	database_close(db);
	buffer_fini(&bytes);
	free(path);
	pack_fixture_remove(folder);
}

static void
the_manifest_describes_the_edition(void **state)
{
	static const char wanted[] =
	    "built_by=vereda-pack " PACKAGE_VERSION "\n"
	    "count.agreement=1\ncount.alert=1\ncount.article=2\n"
	    "count.check=1\n"
	    "count.convention=1\ncount.course=0\ncount.occupation=1\n"
	    "count.option=2\ncount.recruiter=0\ncount.rumour=0\n"
	    "count.service=1\n"
	    "langs=es en\nlicence=CC-BY-4.0\npublisher=A test\nsource_rev=";
	char *folder = pack_fixture_copy();
	struct channel *c = channel_read(folder);
	const char *text = NULL;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(compile_manifest(&text, c, c->arena, &e), 0);
	assert_memory_equal(text, wanted, strlen(wanted));
	assert_non_null(strstr(text, "\nsummary.en=Nothing has changed.\n"
				     "summary.es=Nada ha cambiado.\n"
				     "title.en=Test channel\n"));
	channel_free(c);
	pack_fixture_remove(folder);
}

static void
every_byte_of_the_sources_changes_their_revision(void **state)
{
	char *folder = pack_fixture_copy();
	struct channel *before = channel_read(folder);
	struct channel *after = NULL;

	(void)state;
	pack_fixture_change(folder, "topics.yaml", "topics:\n",
	    "topics: \n");
	after = channel_read(folder);
	assert_false(hash_equal(&before->rev, &after->rev));
	channel_free(before);
	channel_free(after);
	pack_fixture_remove(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_sources_make_the_same_bytes),
		cmocka_unit_test(the_database_holds_what_the_sources_say),
		cmocka_unit_test(the_manifest_describes_the_edition),
		cmocka_unit_test(
		    every_byte_of_the_sources_changes_their_revision),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
