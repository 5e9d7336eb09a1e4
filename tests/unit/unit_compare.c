/*
 * catalog/compare.c: what is new, changed and withdrawn between editions.
 */
#include <config.h>

#include "unit.h"

#include <string.h>

#include "catalog/compare.h"
#include "catalog/fingerprint.h"
#include "catalog/schema.h"
#include "content_fixture.h"
#include "image/database.h"

static sqlite3 *before;
static sqlite3 *after;
static struct arena *arena;
static struct comparison c;
static struct err err;

static int
begin(void **state)
{
	(void)state;
	before = content_fixture();
	after = content_fixture();
	arena = arena_new();
	err_clear(&err);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	database_close(before);
	database_close(after);
	arena_free(arena);
	return 0;
}

static void
compare_with(sqlite3 *old, const char *lang)
{
	const struct compare_job job = { .old = old, .new = after,
		.lang = lang };

	assert_int_equal(catalog_compare(&c, &job, arena, &err), 0);
}

static void
compare_after(const char *sql)
{
	content_fixture_run(after, sql);
	compare_with(before, "es");
}

/* "+slug ~slug -slug" in the order of the list. */
static const char *
said(void)
{
	const char *all = "";

	for (size_t i = 0; i < c.count; i++)
		all = arena_printf(arena, "%s%s%c%s", all, i > 0 ? " " : "",
		    compare_change_sign(c.list[i].change), c.list[i].slug);
	return all;
}

static void
editions_that_say_the_same_have_no_difference(void **state)
{
	(void)state;
	compare_after("UPDATE meta SET value='2030-01-01' WHERE key='created'");
	assert_string_equal(said(), "");
	assert_int_equal(c.same, 31);
	for (int i = 0; i < COMPARE_PARTS; i++)
		assert_false(c.parts[i]);
}

static void
an_entry_is_new_changed_or_withdrawn(void **state)
{
	(void)state;
	compare_after("UPDATE entry SET slug='a-new-one' WHERE slug='welding';"
	    "UPDATE body SET markdown=markdown||'x' WHERE lang='en' AND"
	    " entry=(SELECT id FROM entry WHERE slug='rest-day')");
	assert_string_equal(said(), "+a-new-one ~rest-day -welding");
	for (enum compare_change i = 0; i < COMPARE_CHANGES; i++)
		assert_int_equal(c.counts[ENTRY_ARTICLE][i], 1);
	assert_int_equal(c.same, 29);
}

static void
alerts_come_first(void **state)
{
	(void)state;
	compare_after("UPDATE entry SET confidence='low' WHERE slug IN"
	    " ('ten-questions','phone-prize')");
	assert_string_equal(said(), "~phone-prize ~ten-questions");
}

static void
an_alert_that_is_taken_back_is_withdrawn_once(void **state)
{
	static const char take_back[] =
	    "UPDATE text SET withdrawn='Ya no vale' WHERE entry="
	    "(SELECT id FROM entry WHERE slug='false-agency')";

	(void)state;
	compare_after(take_back);
	assert_string_equal(said(), "-false-agency");
	content_fixture_run(before, take_back);
	compare_after("UPDATE entry SET reviewed='2026-11-22' WHERE"
		      " slug='false-agency'");
	assert_string_equal(said(), "~false-agency");
}

/* Each column that a reader can meet; "" where the rest is changed. */
static void
no_change_of_an_entry_is_overlooked(void **state)
{
#define OF(table) \
	"UPDATE " table " WHERE entry=(SELECT id FROM entry WHERE slug="
	static const char *const changes[] = {
		"UPDATE entry SET review_by='2099-01-01' WHERE"
		" slug='receipts'",
		OF("text SET revision=9") "'receipts') AND lang='en'",
		OF("entry_country SET country='PA'") "'receipts')",
		OF("entry_topic SET topic=1") "'receipts')",
		OF("entry_topic SET position=77") "'receipts')",
		"INSERT INTO entry_fact SELECT id,'F-99' FROM entry WHERE"
		" slug='receipts'",
		"INSERT INTO entry_source SELECT id,9,1 FROM entry WHERE"
		" slug='receipts'",
		"INSERT INTO link SELECT id,9,1 FROM entry WHERE"
		" slug='receipts'",
		"INSERT INTO alert SELECT id,'x',1,'x','x','x','x' FROM entry"
		" WHERE slug='receipts'",
		"INSERT INTO service SELECT id,'x','x','x','x','x','x','x',1"
		" FROM entry WHERE slug='receipts'",
		"INSERT INTO service_text SELECT id,'es','x','x' FROM entry"
		" WHERE slug='receipts'",
		"INSERT INTO phone SELECT id,1,'900' FROM entry"
		" WHERE slug='receipts'",
		"INSERT INTO phone_text SELECT id,1,'es','x' FROM"
		" entry WHERE slug='receipts'",
	};
#undef OF

	(void)state;
	for (size_t i = 0; i < COUNT_OF(changes); i++) {
		content_fixture_run(after, "BEGIN");
		compare_after(changes[i]);
		if (strcmp(said(), "~receipts") != 0)
			fail_msg("%s: %s", changes[i], said());
		content_fixture_run(after, "ROLLBACK");
	}
}

/* A table that is of no entry, in no part and referred to by none would be
 * overlooked: let it have a column "entry", or a line in compare.c. */
static void
each_table_of_the_schema_is_compared(void **state)
{
	static const char sql[] =
	    "SELECT m.name FROM sqlite_schema m WHERE m.type='table'"
	    " AND m.name NOT IN ('entry','topic','topic_text','glossary',"
	    "'synonym','meta','fee','fee_text','fee_source')"
	    " AND m.name NOT LIKE 'index!_%' ESCAPE '!'"
	    " AND NOT EXISTS(SELECT 1 FROM pragma_table_info(m.name)"
	    "  WHERE name='entry')"
	    " AND NOT (EXISTS(SELECT 1 FROM pragma_table_info(m.name)"
	    "   WHERE name='slug') AND EXISTS(SELECT 1 FROM sqlite_schema o,"
	    "  pragma_table_info(o.name) c WHERE c.name=m.name))";
	sqlite3_stmt *s = NULL;

	(void)state;
	assert_int_equal(sqlite3_prepare_v2(before, sql, -1, &s, NULL),
	    SQLITE_OK);
	if (sqlite3_step(s) == SQLITE_ROW)
		fail_msg("%s is not compared", database_text(s, 0));
	sqlite3_finalize(s);
}

/* What has no column but numbers of rows would be compared by them. */
static void
the_plan_says_other_rows_by_their_words(void **state)
{
	const char **plan = NULL;
	bool found = false;

	(void)state;
	assert_int_equal(fingerprint_plan(&plan, arena, &err), 0);
	for (; *plan != NULL; plan++)
		found = found || strcmp(*plan, "SELECT x.entry,'entry_topic',"
		    "(SELECT slug FROM topic WHERE id=x.topic),x.position"
		    " FROM entry_topic x") == 0;
	assert_true(found);
}

static void
row_numbers_do_not_matter(void **state)
{
	(void)state;
	compare_after("UPDATE entry SET id=id+1000;"
	    "UPDATE text SET entry=entry+1000;"
	    "UPDATE body SET entry=entry+1000;"
	    "UPDATE entry_topic SET entry=entry+1000;"
	    "UPDATE entry_country SET entry=entry+1000;"
	    "UPDATE entry_fact SET entry=entry+1000;"
	    "UPDATE entry_source SET entry=entry+1000;"
	    "UPDATE alert SET entry=entry+1000;"
	    "UPDATE service SET entry=entry+1000;"
	    "UPDATE service_text SET entry=entry+1000;"
	    "UPDATE phone SET entry=entry+1000;"
	    "UPDATE phone_text SET entry=entry+1000;"
	    "UPDATE link SET entry=entry+1000,target=target+1000;"
	    "UPDATE check_form SET entry=entry+1000;"
	    "UPDATE check_question SET entry=entry+1000;"
	    "UPDATE check_question_text SET entry=entry+1000;"
	    "UPDATE check_exception SET entry=entry+1000;"
	    "UPDATE check_basis SET entry=entry+1000;"
	    "UPDATE check_law SET entry=entry+1000;"
	    "UPDATE check_outcome SET entry=entry+1000,target=target+1000;"
	    "UPDATE check_outcome_text SET entry=entry+1000;"
	    "UPDATE check_step SET entry=entry+1000;"
	    "UPDATE check_service SET entry=entry+1000,target=target+1000;"
	    "UPDATE source SET id=id+500;"
	    "UPDATE entry_source SET source=source+500");
	assert_string_equal(said(), "");
}

static void
what_is_no_entry_is_told_apart(void **state)
{
	static const char *const changes[COMPARE_PARTS] = {
		[COMPARE_TOPICS] = "UPDATE topic_text SET title='x' WHERE"
				   " topic=1 AND lang='es'",
		[COMPARE_GLOSSARY] = "UPDATE glossary SET explanation='x'",
		[COMPARE_SYNONYMS] = "UPDATE synonym SET formal='x' WHERE"
				     " word='lana'",
		[COMPARE_FEES] = "INSERT INTO fee VALUES(1,'GT','US','visa',"
				 "'worker','all',5000,'USD','once','US',"
				 "'2026-11-01');INSERT INTO fee_text"
				 " VALUES(1,'es','x','')",
		[COMPARE_NOTICES] = "UPDATE meta SET value='x' WHERE"
				    " key='publisher'",
	};

	(void)state;
	for (int i = 0; i < COMPARE_PARTS; i++) {
		content_fixture_run(after, "BEGIN");
		compare_after(changes[i]);
		content_fixture_run(after, "ROLLBACK");
		assert_string_equal(said(), "");
		for (int j = 0; j < COMPARE_PARTS; j++)
			assert_int_equal(c.parts[j], i == j);
	}
}

static void
without_an_older_edition_all_is_new(void **state)
{
	(void)state;
	compare_with(NULL, "en");
	assert_int_equal(compare_sum(&c, COMPARE_NEW), 31);
	assert_int_equal(c.count, 31);
	assert_string_equal(c.list[0].slug, "false-agency");
}

static void
titles_are_in_the_language_or_what_there_is(void **state)
{
	(void)state;
	compare_after("UPDATE entry SET confidence='low' WHERE slug IN"
		      " ('costs','health','welding')");
	compare_with(before, "en");
	assert_int_equal(c.count, 2);
	assert_string_equal(c.list[0].slug, "health"); /* Spanish only */
	assert_string_equal(c.list[0].lang, "es");
	assert_true(strlen(c.list[0].title) > 0);
	assert_string_equal(c.list[1].slug, "welding");
	assert_string_equal(c.list[1].lang, "en");
	assert_non_null(strstr(c.list[1].title, "eld"));
}

/* Whoever changes the schema finds the new constant in the log. */
static void
the_pin_is_the_hash_of_our_own_schema(void **state)
{
	sqlite3 *db = NULL;
	struct hash now;

	(void)state;
	assert_int_equal(database_open_memory(&db, &err), 0);
	assert_int_equal(schema_create(db, &err), 0);
	assert_int_equal(schema_hash(db, &now, &err), 0);
	database_close(db);
	for (size_t i = 0; !hash_equal(&now, &schema_pin) && i < HASH_SIZE;
	     i++)
		print_error("%s0x%02x,%s", i % 8 == 0 ? "\t" : " ",
		    now.bytes[i], i % 8 == 7 ? "\n" : "");
	assert_true(hash_equal(&now, &schema_pin));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
		TEST(editions_that_say_the_same_have_no_difference),
		TEST(an_entry_is_new_changed_or_withdrawn),
		TEST(alerts_come_first),
		TEST(an_alert_that_is_taken_back_is_withdrawn_once),
		TEST(no_change_of_an_entry_is_overlooked),
		TEST(each_table_of_the_schema_is_compared),
		TEST(the_pin_is_the_hash_of_our_own_schema),
		TEST(the_plan_says_other_rows_by_their_words),
		TEST(row_numbers_do_not_matter),
		TEST(what_is_no_entry_is_told_apart),
		TEST(without_an_older_edition_all_is_new),
		TEST(titles_are_in_the_language_or_what_there_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
