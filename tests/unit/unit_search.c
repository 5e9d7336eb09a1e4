/*
 * catalog/: search, for people who type little and spell as they speak.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog.h"
#include "catalog/search_phrase.h"
#include "content_fixture.h"

static struct catalog *catalog;
static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	catalog = content_fixture_catalog();
	arena = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	catalog_free(catalog);
	arena_free(arena);
	return 0;
}

static struct entry_list
search(const char *words, const char *lang, size_t limit)
{
	struct search_result result = { .cut = false };
	struct err e = { 0 };

	if (catalog_search(catalog, words, lang, limit, arena, &result, &e) <
	    0)
		fail_msg("\"%s\": %s", words, e.text);
	assert_true(result.list.count <= limit);
	return result.list;
}

/* Slugs of what was found; guesses behind a "?". */
static const char *
found(const char *words, const char *lang)
{
	struct entry_list list = search(words, lang, 20);
	char *all = arena_strdup(arena, "");

	for (size_t i = 0; i < list.count; i++)
		all = arena_printf(arena, "%s%s%s", all,
		    list.heads[i].guess ? "?" : "", list.heads[i].slug);
	for (size_t i = 0; i < list.count; i++)
		assert_true(
		    i == 0 || list.heads[i].guess || !list.heads[i - 1].guess);
	return all;
}

/* Is SLUG found by WORDS, exactly (not as a guess)? */
static bool
finds(const char *words, const char *lang, const char *slug)
{
	struct entry_list list = search(words, lang, 100);

	for (size_t i = 0; i < list.count; i++)
		if (!list.heads[i].guess &&
		    strcmp(list.heads[i].slug, slug) == 0)
			return true;
	return false;
}

/* As finds(), but as a guess. */
static bool
guesses(const char *words, const char *lang, const char *slug)
{
	struct entry_list list = search(words, lang, 100);

	for (size_t i = 0; i < list.count; i++)
		if (list.heads[i].guess &&
		    strcmp(list.heads[i].slug, slug) == 0)
			return true;
	return false;
}

static const char *
first(const char *words, const char *lang)
{
	struct entry_list list = search(words, lang, 1);

	return list.count > 0 ? list.heads[0].slug : "";
}

static void
accents_and_case_are_ignored(void **state)
{
	(void)state;
	assert_string_equal(first("SOLDADURA BASICA", "es"), "welding");
	assert_string_equal(first("soldadura básica", "es"), "welding");
	assert_string_equal(first("soldadura ba\xCC\x81sica", "es"), "welding");
	assert_true(finds("nino", "es", "wages"));
}

static void
every_word_must_be_there(void **state)
{
	(void)state;
	assert_true(finds("pasaporte patrono", "es", "your-passport"));
	assert_false(finds("pasaporte patrono", "es", "you-do-not-pay"));
	assert_false(finds("pasaporte soldadura", "es", "your-passport"));
}

static void
the_last_word_is_a_beginning_until_a_blank_ends_it(void **state)
{
	(void)state;
	assert_true(finds("pasap", "es", "your-passport"));
	assert_false(finds("pasap ", "es", "your-passport"));
	assert_false(finds("pasap patrono", "es", "your-passport"));
}

static void
a_title_that_is_what_was_asked_stands_first(void **state)
{
	(void)state;
	assert_string_equal(
	    first("su pasaporte es suyo", "es"), "your-passport");
	assert_string_equal(first("contrato", "es"), "contract-in-writing");
	assert_string_equal(first("certificar", "es"), "certify-trade");
	assert_string_equal(
	    first("si algo sale mal", "es"), "if-something-goes-wrong");
}

static void
a_title_counts_more_than_many_words(void **state)
{
	sqlite3 *db = content_fixture();
	struct err e = { 0 };

	(void)state;
	content_fixture_run(db,
	    "UPDATE text SET title='Faena' WHERE entry=9 AND lang='es';"
	    "INSERT INTO indexed VALUES"
	    "('es',1,'Una faena y otra faena','faena faena','faena','faena'),"
	    "('es',9,'Faena','x y z','x y z','x y z x y z x y z x y z');");
	content_fixture_lexicon(db);
	catalog_free(catalog);
	catalog = catalog_new();
	assert_int_equal(
	    catalog_add(catalog, db, &content_fixture_edition, &e), 0);
	assert_true(finds("faena", "es", "you-do-not-pay"));
	assert_string_equal(first("faena", "es"), "health");
	assert_string_equal(first("fae", "es"), "health");
}

static void
words_that_say_nothing_are_left_out(void **state)
{
	(void)state;
	assert_true(finds("el curso de la soldadura", "es", "welding"));
	assert_true(finds("what is welding", "en", "welding"));
	assert_true(finds("soldadura de", "es", "welding"));
	assert_true(search("de la", "es", 10).count > 0);
}

static void
one_and_many_find_each_other(void **state)
{
	(void)state;
	assert_true(finds("visas trabajo ", "es", "visa-h2a"));
	assert_true(finds("pasaportes ", "es", "your-passport"));
	assert_true(finds("curso gratis ", "es", "hn-training"));
	assert_true(finds("agencies ", "en", "agency-register"));
	assert_true(finds("soldadora", "es", "welding"));
	assert_true(finds("registrar ", "es", "agency-register"));
	assert_true(finds("certificaciones ", "es", "certify-trade"));
}

static void
what_people_say_finds_the_formal_word(void **state)
{
	(void)state;
	assert_true(finds("coyote", "es", "agency-register"));
	assert_true(finds("los coyotes registrados", "es", "agency-register"));
	assert_true(finds("PAPELES", "es", "your-passport"));
	assert_true(finds("boss", "en", "your-passport"));
	assert_true(finds("coyote", "en", "agency-register"));
	assert_false(finds("chief", "es", "your-passport"));
}

static void
a_formal_word_of_several_is_a_phrase(void **state)
{
	sqlite3 *db = content_fixture();
	struct err e = { 0 };

	(void)state;
	content_fixture_run(db,
	    "INSERT INTO synonym VALUES('es','tarjeta verde','hoja en "
	    "blanco'),('es','rest','día de descanso'),"
	    "('es','dia del sol','descanso')");
	content_fixture_lexicon(db);
	assert_int_equal(
	    catalog_add(catalog, db, &content_fixture_edition, &e), 0);
	assert_true(finds("rest", "es", "rest-day"));
	assert_true(finds("un día del sol", "es", "rest-day"));
	assert_false(finds("tarjeta verde", "es", "contract-in-writing"));
}

static void
codes_are_found_however_they_are_written(void **state)
{
	static const char *const spelled[] = { "h2a", "H2A", "h-2a", "H-2A",
		"h 2a", "H-2", "visa h2a", "visa H-2A trabajo", "h2" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(spelled); i++)
		if (!finds(spelled[i], "es", "visa-h2a"))
			fail_msg("%s", spelled[i]);
	assert_false(finds("h2b", "es", "visa-h2a"));
	assert_true(finds("900-000-0001", "es", "you-do-not-pay"));
	assert_true(finds("900 000 0001", "es", "you-do-not-pay"));
}

static void
guesses_come_last_and_only_when_little_was_found(void **state)
{
	struct entry_list list = search("trabajo", "es", 100);

	(void)state;
	assert_true(list.count >= 3);
	for (size_t i = 0; i < list.count; i++)
		assert_false(list.heads[i].guess);
	assert_true(guesses("pasaporte soldadura", "es", "your-passport"));
	assert_true(guesses("pasaporte soldadura", "es", "welding"));
}

static void
words_spelled_as_they_sound_are_guessed(void **state)
{
	static const char *const pairs[][2] = {
		{ "pazaporte", "your-passport" },
		{ "bisa", "visa-h2a" },
		{ "zoldadura", "welding" },
		{ "resivo", "receipts" },
		{ "asidente", "health" },
		{ "avitacion", "domestic-work" },
		{ "contratto", "you-do-not-pay" },
		{ "hayuda", "xr-hotline" },
		{ "ezamen", "you-do-not-pay" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(pairs); i++)
		if (!guesses(pairs[i][0], "es", pairs[i][1]))
			fail_msg(
			    "%s: %s", pairs[i][0], found(pairs[i][0], "es"));
}

/* What is said to have been meant for WORDS. */
static const char *
meant(const char *words, const char *lang)
{
	struct search_result result = { .cut = false };
	struct err e = { 0 };

	if (catalog_search(
		catalog, words, lang, 100, arena, &result, &e) < 0)
		fail_msg("%s", e.text);
	return result.meant;
}

static void
what_was_meant_is_named(void **state)
{
	(void)state;
	assert_string_equal(meant("pasaporte", "es"), "");
	assert_string_equal(meant("pasaprote", "es"), "pasaporte");
	assert_string_equal(meant("mi pasaprote", "es"), "mi pasaporte");
	assert_string_equal(meant("pasaprot", "es"), "pasaporte");
	assert_string_equal(meant("contracto", "es"), "contrato");
	assert_string_equal(meant("pasport", "es"), "pasaporte"); /* passport */
	assert_string_equal(meant("qqqqqq", "es"), "");
}

static void
letters_may_be_wrong_missing_too_many_or_swapped(void **state)
{
	static const char *const spelled[] = { "pasaporre", "pasporte",
		"passaporte", "pasapotre", "psaporte", "oasaporte",
		"pazaportte", "pasaport", "pasaportes", "pasapporten" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(spelled); i++)
		if (!finds(spelled[i], "es", "your-passport") &&
		    !guesses(spelled[i], "es", "your-passport"))
			fail_msg("%s", spelled[i]);
	assert_false(guesses("pasillo", "es", "your-passport"));
}

static void
words_that_were_cut_or_glued_are_found(void **state)
{
	(void)state;
	assert_true(finds("pasa porte", "es", "your-passport"));
	assert_true(finds("mi pasa porte", "es", "your-passport"));
	assert_true(finds("con trato", "es", "contract-in-writing"));
	assert_string_equal(meant("pasa porte", "es"), "");
	assert_true(guesses("horasextra", "es", "wages"));
	assert_string_equal(meant("horasextra", "es"), "horas extra");
	assert_true(guesses("examenmedico", "es", "you-do-not-pay"));
}

/* What KEYS of a telephone are taken for. */
static const char *
keyed(const char *keys, const char *lang)
{
	struct search_result result = { .cut = false };
	struct err e = { 0 };

	if (catalog_search_keys(
		catalog, keys, lang, 100, arena, &result, &e) < 0)
		fail_msg("%s", e.text);
	return result.list.count == 0 ?
		   result.meant :
		   arena_printf(arena, "%s: %s", result.meant,
		       result.list.heads[0].slug);
}

static void
keys_of_a_telephone_are_the_words_of_the_index(void **state)
{
	(void)state;
	assert_string_equal(
	    keyed("727276783", "es"), "pasaporte: your-passport");
	assert_string_equal(
	    keyed("7653238", "es"), "soldadu: welding"); /* not finished */
	assert_string_equal(keyed("7277767", "en"), "passpor: your-passport");
	assert_string_equal(keyed("269683", "es"), "coyote: agency-register");
	assert_int_equal(strncmp(keyed("900", "es"), "900: ", 5), 0);
	assert_string_equal(keyed("9999", "es"), "9999");
	assert_string_equal(keyed("", "es"), "");
}

static void
keys_may_also_be_the_number_that_they_are(void **state)
{
	sqlite3 *db = content_fixture();
	struct search_result result = { .cut = false };
	struct err e = { 0 };

	(void)state;
	content_fixture_run(db,
	    "INSERT INTO indexed VALUES"
	    "('es',3,'ahl','','',''),('es',4,'Oficina 245','','','')");
	content_fixture_lexicon(db);
	catalog_free(catalog);
	catalog = catalog_new();
	assert_int_equal(
	    catalog_add(catalog, db, &content_fixture_edition, &e), 0);
	assert_int_equal(catalog_search_keys(catalog, "245", "es", 10, arena,
			     &result, &e), 0);
	assert_int_equal(result.list.count, 2);
	assert_string_equal(result.meant, "ahl");
}

static void
what_most_entries_have_may_be_missing(void **state)
{
	(void)state;
	assert_true(finds("soldadura trabajo ", "es", "welding"));
	assert_false(finds("soldadura pasaporte ", "es", "welding"));
	assert_string_equal(first("trabajo soldadura ", "es"), "welding");
}

static void
with_a_code_all_else_may_be_missing(void **state)
{
	(void)state;
	assert_true(finds("h2a premio ", "es", "visa-h2a"));
	assert_false(finds("h2a premio ", "es", "phone-prize"));
	assert_false(finds("900 pasaporte ", "es", "receipts"));
}

static void
words_of_two_languages_may_be_mixed(void **state)
{
	struct entry_list list = search("recibo invoice", "es", 10);

	(void)state;
	assert_true(list.count > 0);
	assert_string_equal(list.heads[0].slug, "receipts");
	assert_false(list.heads[0].guess);
	assert_string_equal(list.heads[0].lang, "es");
	assert_true(guesses("my pasport", "es", "your-passport"));
	assert_true(finds("hacer valer my experience", "es", "certify-trade") ||
	    guesses("hacer valer my experience", "es", "certify-trade"));
}

/* A channel of its own where every one of COUNT entries has the word. */
static sqlite3 *
add_many(int count)
{
	struct edition edition = content_fixture_edition;
	sqlite3 *db = content_fixture();
	struct err e = { 0 };

	edition.channel = "many";
	content_fixture_run(db,
	    arena_printf(arena,
		"WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i+1 FROM"
		" n WHERE i<%d) INSERT INTO indexed SELECT"
		" 'es',i,'','','','muchedumbre' FROM n",
		count + 99));
	content_fixture_lexicon(db);
	assert_int_equal(catalog_add(catalog, db, &edition, &e), 0);
	return db;
}

static void
of_very_many_the_best_are_found_without_the_rest(void **state)
{
	struct search_result result = { .cut = false };
	struct err e = { 0 };

	(void)state;
	add_many(25000);
	assert_int_equal(catalog_search(catalog, "muchedumbre", "es", 10,
			     arena, &result, &e), 0);
	assert_false(result.cut);
	assert_int_equal(catalog_search(catalog, "soldadura", "es", 10, arena,
			     &result, &e), 0);
	assert_false(result.cut);
	assert_int_equal(result.list.count, 2);
}

static void
words_in_quotes_stand_next_to_each_other(void **state)
{
	(void)state;
	assert_true(finds("\"visa de trabajo\"", "es", "visa-h2a"));
	assert_true(finds("visa trabajo ", "es", "visa-h2a"));
	assert_false(finds("\"visa trabajo\"", "es", "visa-h2a"));
	assert_true(guesses("\"visa trabajo\"", "es", "visa-h2a"));
	assert_false(finds("\"visas de trabajos\"", "es", "visa-h2a"));
	assert_true(finds("\"DIA LIBRE\"", "es", "rest-day"));
	assert_true(finds("\xC2\xABH2A work visa\xC2\xBB", "en", "visa-h2a") ||
	    finds("\xE2\x80\x9Cwork visa\xE2\x80\x9D", "en", "visa-h2a"));
	assert_string_equal(
	    first("\"accidente de trabajo\"", "es"), "health");
	assert_true(finds("\"hojas en blanco\"", "es", /* in its body */
	    "contract-in-writing"));
	assert_true(finds("\"antes del viaje no\"", "es", /* in a mark */
	    "contract-in-writing"));
	assert_true(finds("\"day off\"", "es", "rest-day")); /* in English */
}

static void
quotes_may_be_open_and_several(void **state)
{
	(void)state;
	assert_true(finds("\"visa de tra", "es", "visa-h2a"));
	assert_false(finds("\"visa de tra\"", "es", "visa-h2a"));
	assert_false(finds("\"visa de tra ", "es", "visa-h2a"));
	assert_true(finds("\"hojas en blanco\" \"una copia\"", "es",
	    "contract-in-writing"));
	assert_false(finds("\"hojas en blanco\" \"copia una\"", "es",
	    "contract-in-writing"));
	assert_true(finds("\"hojas en blanco\" copia", "es",
	    "contract-in-writing"));
	assert_false(finds("\"hojas en blanco\" pasaporte", "es",
	    "contract-in-writing"));
	assert_true(finds("\"pasaporte\"", "es", "your-passport"));
	assert_true(guesses("\"visa de travajo\"", "es", "visa-h2a"));
}

/* Entries whose texts are read. */
static int
count_texts(unsigned type, void *context, void *statement, void *text)
{
	(void)type;
	(void)text;
	*(size_t *)context +=
	    strstr(sqlite3_sql(statement), "FROM lesson") != NULL;
	return 0;
}

static void
for_quotes_no_more_than_the_best_are_read(void **state)
{
	struct search_result result = { .cut = false };
	struct err e = { 0 };
	size_t texts = 0;

	(void)state;
	sqlite3_trace_v2(add_many(5000), SQLITE_TRACE_STMT, count_texts,
	    &texts);
	assert_int_equal(catalog_search(catalog, "\"muchedumbre grande\"",
	    "es", 10, arena, &result, &e), 0);
	assert_int_equal(texts, 0); /* none has both */
	assert_int_equal(catalog_search(catalog, "\"muchedumbre muchedumbre\"",
	    "es", 10, arena, &result, &e), 0);
	assert_int_equal(texts, PHRASE_LOOKED);
}

static void
a_language_without_content_is_searched_in_the_others(void **state)
{
	struct entry_list list = search("pasaporte", "fr", 10);

	(void)state;
	assert_true(list.count > 0);
	assert_string_equal(list.heads[0].slug, "your-passport");
	assert_string_equal(list.heads[0].lang, "es");
	assert_string_equal(first("overtime", "ht"), "wages");
	assert_string_equal(first("overtime", "xx"), "wages");
}

/* Nothing is written in French and Creole here: words that are said in them
 * lead to Spanish texts. */
static void
words_of_a_language_without_content_may_be_wrong(void **state)
{
	sqlite3 *db = content_fixture();
	struct err e = { 0 };

	(void)state;
	content_fixture_run(db,
	    "INSERT INTO synonym VALUES('fr','passeport','pasaporte'),"
	    "('ht','asirans','accidente'),('ht','kontra','contrato'),"
	    "('ht','travay','trabajo'),('ht','kontra travay','recibo');"
	    "INSERT INTO indexed VALUES('en',3,'assurance','','','')");
	content_fixture_lexicon(db);
	catalog_free(catalog);
	catalog = catalog_new();
	assert_int_equal(
	    catalog_add(catalog, db, &content_fixture_edition, &e), 0);
	assert_true(finds("passe port", "fr", "your-passport")); /* cut */
	assert_string_equal(meant("passe port", "fr"), "");
	assert_true(guesses("assurance", "ht", "health")); /* English too */
	assert_true(guesses("kontra travya ", "ht", "receipts"));
	assert_false(guesses("kontra travya ", "ht", "visa-h2a"));
	assert_string_equal(meant("kontra travya ", "ht"), "kontra travay");
}

static void
too_little_gives_nothing(void **state)
{
	(void)state;
	assert_string_equal(found("", "es"), "");
	assert_string_equal(found("   ", "es"), "");
	assert_string_equal(found("v", "es"), "");
	assert_string_equal(found("ñ ", "es"), "");
	assert_string_equal(found("-*\"()", "es"), "");
	assert_string_equal(found("qqqqqq", "es"), "");
}

static void
nothing_that_is_typed_is_an_error(void **state)
{
	static const char *const hostile[] = { "\"", "\"\"\"", "(", ")", "*",
		"a*", "visa*", "NEAR(visa trabajo, 5)", "visa AND", "OR",
		"NOT visa", "visa NOT", "title:visa", "{title} : visa", "^visa",
		"visa + trabajo", "-visa", "'; DROP TABLE entry; --", "visa\\",
		"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80 visa", "\xFF\xFE",
		"日本語", "عربى", "visa\nvisa", "\t", "%_", "?1", ":a",
		"@lang@", "1 2 3 4 5 6 7 8 9",
		"a b c d e f g h i j k l m n o p q r s t",
		"a1b2c3d4e5f6g7h8i9j0", "co\xC5\x93ur", "e\xCC\x81", "²½", "ǅ",
		"\xCC\x81", "visa\xEF\xBF\xBD", "and or not", "x\x01y" };
	char *big = xcalloc(10001, 1);

	(void)state;
	for (size_t i = 0; i < COUNT_OF(hostile); i++)
		(void)search(hostile[i], "es", 10);
	memset(big, 'a', 10000);
	(void)search(big, "es", 10);
	for (size_t i = 0; i < 10000; i++)
		big[i] = " vi\"sa(*1-"[i % 10];
	(void)search(big, "es", 10);
	for (size_t i = 0; i < 10000; i++)
		big[i] = (char)('0' + (i % 2) * 49);
	(void)search(big, "en", 10);
	free(big);
}

static void
no_more_than_the_limit_are_found_and_each_once(void **state)
{
	struct entry_list list = search("trabajo", "es", 2);
	struct entry_list all = search("a", "es", 0);

	(void)state;
	assert_int_equal(list.count, 2);
	assert_int_equal(all.count, 0);
	list = search("contrato agencia visa recibo", "es", 100);
	for (size_t i = 0; i < list.count; i++)
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(
			    list.heads[i].slug, list.heads[k].slug);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(accents_and_case_are_ignored),
		TEST(every_word_must_be_there),
		TEST(the_last_word_is_a_beginning_until_a_blank_ends_it),
		TEST(a_title_that_is_what_was_asked_stands_first),
		TEST(a_title_counts_more_than_many_words),
		TEST(words_that_say_nothing_are_left_out),
		TEST(one_and_many_find_each_other),
		TEST(what_people_say_finds_the_formal_word),
		TEST(a_formal_word_of_several_is_a_phrase),
		TEST(codes_are_found_however_they_are_written),
		TEST(guesses_come_last_and_only_when_little_was_found),
		TEST(words_spelled_as_they_sound_are_guessed),
		TEST(what_was_meant_is_named),
		TEST(letters_may_be_wrong_missing_too_many_or_swapped),
		TEST(words_that_were_cut_or_glued_are_found),
		TEST(keys_of_a_telephone_are_the_words_of_the_index),
		TEST(keys_may_also_be_the_number_that_they_are),
		TEST(what_most_entries_have_may_be_missing),
		TEST(with_a_code_all_else_may_be_missing),
		TEST(words_of_two_languages_may_be_mixed),
		TEST(of_very_many_the_best_are_found_without_the_rest),
		TEST(words_in_quotes_stand_next_to_each_other),
		TEST(quotes_may_be_open_and_several),
		TEST(for_quotes_no_more_than_the_best_are_read),
		TEST(a_language_without_content_is_searched_in_the_others),
		TEST(words_of_a_language_without_content_may_be_wrong),
		TEST(too_little_gives_nothing),
		TEST(nothing_that_is_typed_is_an_error),
		TEST(no_more_than_the_limit_are_found_and_each_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
