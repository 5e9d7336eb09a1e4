/*
 * Search on the keys of a telephone: every word that the content has can be
 * typed, and no keys make a search do more than it may.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "catalog/catalog.h"
#include "catalog/lexicon.h"
#include "catalog/schema.h"
#include "catalog/search_work.h"
#include "content_fixture.h"
#include "index_fixture.h"
#include "text/keypad.h"

#define LETTERS_MIN 2 /* from which on a search looks */
#define PREFIX_MAX 4 /* keys of a word that may be of many */

static sqlite3 *db;
static struct catalog *catalog;
static size_t rows; /* of the index that were read */

static int
count_rows(unsigned type, void *context, void *statement, void *text)
{
	const char *sql = sqlite3_sql(statement);

	(void)type;
	(void)context;
	(void)text;
	rows += strstr(sql, "FROM index_part") != NULL ||
	    strstr(sql, "FROM index_list") != NULL;
	return 0;
}

static int
begin(void **state)
{
	struct err e = { 0 };

	(void)state;
	db = content_fixture();
	index_fixture_register(db);
	catalog = catalog_new();
	if (catalog_add(catalog, db, &content_fixture_edition, &e) < 0)
		fail_msg("%s", e.text);
	sqlite3_trace_v2(db, SQLITE_TRACE_STMT, count_rows, NULL);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	catalog_free(catalog);
	return 0;
}

/* As catalog_search_keys(), and all that was read was paid for. */
static struct search_result
search(const char *keys, const char *lang, struct arena *a)
{
	struct search_result found = { .cut = false };
	struct err e = { 0 };

	rows = 0;
	if (catalog_search_keys(catalog, keys, lang, CATALOG_RESULTS_MAX, a,
		&found, &e) < 0)
		fail_msg("%s: %s", keys, e.text);
	assert_true(found.work <= SEARCH_WORK_MAX);
	assert_true(rows * SEARCH_WORK_ROW <= found.work);
	return found;
}

/* WORD on the keys; NULL if a letter of it is on none. */
static char *
keys_of(const char *word, struct arena *a)
{
	char *keys = arena_strdup(a, word);

	for (char *p = keys; *p != '\0'; p++) {
		*p = keypad_digit(*p);
		if (*p == '\0')
			return NULL;
	}
	return keys;
}

/* Slugs of the entries that WORD stands in. */
static const char *
entries_with(const char *word, const char *lang, struct arena *a)
{
	const char *all = " ";
	sqlite3_stmt *s = NULL;

	assert_int_equal(sqlite3_prepare_v2(db, "SELECT slug FROM entry WHERE"
	    " instr((SELECT ','||found(?1,?2)||','),','||id||',')", -1, &s,
	    NULL),
	    SQLITE_OK);
	sqlite3_bind_text(s, 1, lang, -1, SQLITE_STATIC);
	sqlite3_bind_text(s, 2, word, -1, SQLITE_STATIC);
	while (sqlite3_step(s) == SQLITE_ROW)
		all = arena_printf(a, "%s%s ", all, sqlite3_column_text(s, 0));
	sqlite3_finalize(s);
	return all;
}

/* Does the list of KEYS have an entry with WORD? */
static bool
is_offered(const char *word, const char *keys, const char *lang,
    struct arena *a)
{
	struct search_result found = search(keys, lang, a);
	const char *entries = entries_with(word, lang, a);

	assert_false(found.cut);
	for (size_t i = 0; i < found.list.count; i++)
		if (strstr(entries, arena_printf(a, " %s ",
			found.list.heads[i].slug)) != NULL)
			return true;
	return false;
}

/* WORD, finished by a blank, and key by key. */
static void
type_word(const char *word, const char *lang)
{
	struct arena *a = arena_new();
	char *keys = keys_of(word, a);
	size_t len = strlen(word);

	if (keys == NULL || len < LETTERS_MIN) {
		arena_free(a);
		return;
	}
	if (!is_offered(word, arena_printf(a, "%s ", keys), lang, a))
		fail_msg("%s: %s, whole: %s", lang, word, keys);
	for (size_t n = LETTERS_MIN; n < len && n <= PREFIX_MAX; n++)
		(void)search(arena_strndup(a, keys, n), lang, a);
	if (!is_offered(word, keys, lang, a))
		fail_msg("%s: %s: %s", lang, word, keys);
	arena_free(a);
}

/* All words of the lexicon of LANG that stand in an entry. */
static size_t
type_lexicon(const char *lang)
{
	struct lexicon_cursor c;
	sqlite3_stmt *s = NULL;
	size_t count = 0;

	assert_int_equal(sqlite3_prepare_v2(db, "SELECT p.words FROM"
	    " index_lexicon l JOIN index_part p ON p.id=l.part"
	    " WHERE l.lang=?1", -1, &s, NULL), SQLITE_OK);
	sqlite3_bind_text(s, 1, lang, -1, SQLITE_STATIC);
	while (sqlite3_step(s) == SQLITE_ROW)
		for (lexicon_begin(&c, bytes_of(sqlite3_column_blob(s, 0),
			 (size_t)sqlite3_column_bytes(s, 0)), "");
		     lexicon_next(&c);)
			if (c.word.entries > 0 && c.word.text[0] != ' ') {
				type_word(c.word.text, lang);
				count++;
			}
	sqlite3_finalize(s);
	return count;
}

static void
each_word_of_the_content_is_offered_for_its_keys(void **state)
{
	(void)state;
	assert_true(type_lexicon("es") > 300);
	assert_true(type_lexicon("en") > 200);
}

static void
no_two_keys_and_no_row_of_one_key_do_more_than_they_may(void **state)
{
	struct arena *a = arena_new();
	char keys[CATALOG_SEARCH_MAX + 1];

	(void)state;
	for (char x = '0'; x <= '9'; x++) {
		for (char y = '0'; y <= '9'; y++)
			(void)search(arena_printf(a, "%c%c", x, y), "es", a);
		memset(keys, x, sizeof keys - 1);
		keys[sizeof keys - 1] = '\0';
		(void)search(keys, "es", a);
		for (size_t i = 2; i < sizeof keys - 1; i += 3)
			keys[i] = ' ';
		(void)search(keys, "es", a); /* twice, 26 words of it */
	}
	arena_free(a);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_word_of_the_content_is_offered_for_its_keys),
		TEST(no_two_keys_and_no_row_of_one_key_do_more_than_they_may),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
