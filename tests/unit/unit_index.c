/*
 * The index: its lexicons, its lists, and what a search may do with them.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "catalog/catalog.h"
#include "catalog/index_check.h"
#include "catalog/index_write.h"
#include "catalog/lexicon.h"
#include "catalog/posting.h"
#include "catalog/search_work.h"
#include "content_fixture.h"
#include "index_fixture.h"

#define MANY 20000 /* entries of a list in several parts */

/* --- words --- */

static struct lexicon_word
word_of(const char *text, const char *stem, uint32_t entries)
{
	static const uint8_t list[] = { 0x09, 7 };
	struct lexicon_word w = { .len = strlen(text), .entries = entries,
		.list = { .here = { list, sizeof list } } };

	memcpy(w.text, text, w.len + 1);
	memcpy(w.stem, stem, strlen(stem) + 1);
	return w;
}

/* "a000" to "a199", and two with a stem. */
static void
make_part(struct buffer *out)
{
	struct lexicon_part part = { .count = 0 };
	struct lexicon_word w;

	for (int i = 0; i < 200; i++) {
		char text[8];

		snprintf(text, sizeof text, "a%03d", i);
		w = word_of(text, text, (uint32_t)i);
		assert_true(lexicon_put(&part, &w));
	}
	w = word_of("visa", "vis", 3);
	assert_true(lexicon_put(&part, &w));
	w = word_of("visas", "visxxxxxxxxxxxxxxxxxxxxxxxxx", 300);
	w.list = (struct posting_place){ .row = 70000, .parts = 2 };
	assert_true(lexicon_put(&part, &w));
	lexicon_end(&part, out);
	lexicon_part_fini(&part);
}

static void
a_lexicon_gives_its_words(void **state)
{
	struct buffer part = { 0 };
	struct lexicon_cursor c;
	size_t count = 0;

	(void)state;
	make_part(&part);
	lexicon_begin(&c, buffer_bytes(&part), "visa");
	assert_true(lexicon_next(&c));
	assert_string_equal(c.word.text, "visa");
	assert_string_equal(c.word.stem, "vis");
	assert_int_equal(c.word.entries, 3);
	assert_int_equal(c.word.list.here.len, 2);
	assert_true(lexicon_next(&c));
	assert_string_equal(c.word.text, "visas");
	assert_string_equal(c.word.stem, "visxxxxxxxxxxxxxxxxxxxxxxxxx");
	assert_int_equal(c.word.shared, 4);
	assert_int_equal(c.word.list.row, 70000);
	assert_int_equal(c.word.list.parts, 2);
	assert_false(lexicon_next(&c));
	assert_false(lexicon_failed(&c));
	for (lexicon_begin(&c, buffer_bytes(&part), ""); lexicon_next(&c);)
		if (count++ > 0 && count < 200)
			assert_true(c.word.shared >= 1);
	assert_int_equal(count, 202);
	buffer_fini(&part);
}

static void
a_lexicon_is_entered_at_any_word(void **state)
{
	struct buffer part = { 0 };
	struct lexicon_cursor c;

	(void)state;
	make_part(&part);
	for (int i = 0; i < 200; i++) {
		char text[8];
		char before[8];

		snprintf(text, sizeof text, "a%03d", i);
		lexicon_begin(&c, buffer_bytes(&part), text);
		assert_true(lexicon_next(&c));
		assert_string_equal(c.word.text, text);
		snprintf(before, sizeof before, "a%03d", i - 1);
		strcat(before, "x");
		lexicon_begin(&c, buffer_bytes(&part), before);
		assert_true(lexicon_next(&c));
		assert_string_equal(c.word.text, i > 0 ? text : "a000");
	}
	lexicon_begin(&c, buffer_bytes(&part), "w");
	assert_false(lexicon_next(&c));
	assert_false(lexicon_failed(&c));
	buffer_fini(&part);
}

/* Read to the end from everywhere; nothing outside it is touched. */
static bool
is_read(struct bytes part)
{
	static const char *const from[] = { "", "a100", "visa", "z" };
	uint8_t *copy = malloc(part.len > 0 ? part.len : 1);
	bool good = true;

	if (part.len > 0)
		memcpy(copy, part.at, part.len);
	for (size_t i = 0; i < COUNT_OF(from); i++) {
		struct lexicon_cursor c;

		lexicon_begin(&c, bytes_of(copy, part.len), from[i]);
		while (lexicon_next(&c))
			assert_true(strlen(c.word.text) <= LEXICON_WORD_MAX);
		good = good && !lexicon_failed(&c);
	}
	free(copy);
	return good;
}

static void
anything_else_is_no_lexicon(void **state)
{
	static const uint8_t nul[] = { 1, 0, 4, 0, 0x02, 'a', 0, 0, 1, 1, 7 };
	static const uint8_t shared[] = { 1, 0, 4, 0, 0x11, 'a', 0, 0 };
	static const uint8_t stem[] = { 1, 0, 4, 0, 0x01, 'a', 0x20, 0 };
	static const uint8_t number[] = { 1, 0, 4, 0, 0x01, 'a', 0, 0xFF, 0xFF,
		0xFF, 0xFF, 1 };
	static const uint8_t list[] = { 1, 0, 4, 0, 0x01, 'a', 0, 1, 9, 0 };
	struct buffer part = { 0 };
	unsigned refused = 0;

	(void)state;
	make_part(&part);
	assert_true(is_read(buffer_bytes(&part)));
	assert_false(is_read(bytes_of(NULL, 0)));
	assert_false(is_read(bytes_of(nul, sizeof nul)));
	assert_false(is_read(bytes_of(shared, sizeof shared)));
	assert_false(is_read(bytes_of(stem, sizeof stem)));
	assert_false(is_read(bytes_of(number, sizeof number)));
	assert_false(is_read(bytes_of(list, sizeof list)));
	for (size_t i = 0; i < part.len; i++)
		refused += !is_read(bytes_of(part.at, i));
	assert_true(refused > part.len * 9 / 10);
	for (size_t i = 0; i < part.len; i++) {
		uint8_t was = part.at[i];

		part.at[i] ^= (uint8_t)(1u << i % 8);
		(void)is_read(buffer_bytes(&part)); /* ends, whatever it is */
		part.at[i] = was;
	}
	buffer_fini(&part);
}

/* --- lists --- */

static uint16_t levels[POSTING_LEVELS]; /* each its number and one */

static int
tally(uint16_t *sums, size_t count, struct bytes part, size_t *left,
    unsigned *lowest)
{
	struct tally t = { sums, (uint32_t)count };
	struct err e = { 0 };
	int rc;

	for (unsigned i = 0; i < POSTING_LEVELS; i++)
		levels[i] = (uint16_t)(i + 1);
	rc = posting_tally(&t, part, levels, left, lowest, &e);

	if (rc < 0)
		assert_int_equal(e.code, ERR_DATABASE);
	return rc;
}

static void
a_list_comes_back_part_by_part(void **state)
{
	struct posting *list = xcalloc(MANY, sizeof *list);
	uint16_t *sums = xcalloc(3 * MANY + 1, sizeof *sums);
	unsigned before = POSTING_LEVELS, lowest = 0;
	struct buffer part = { 0 };
	size_t left = MANY, at = 0, parts = 0;

	(void)state;
	for (uint32_t i = 0; i < MANY; i++) /* level down, entry up */
		list[i] = (struct posting){ i % (MANY / 10) * 30 + i / 2000 + 1,
			(uint8_t)(30 - i / 2000) };
	while (at < MANY) {
		part.len = 0;
		posting_put(&part, list, MANY, &at,
		    parts++ == 0 ? POSTING_FIRST_MAX : POSTING_PART_MAX);
		assert_true(part.len <= POSTING_PART_MAX + 8);
		assert_int_equal(tally(sums, 3 * MANY + 1, buffer_bytes(&part),
		    &left, &lowest), 0);
		assert_true(lowest <= before);
		before = lowest;
	}
	assert_true(parts > 3);
	assert_int_equal(left, 0);
	for (size_t i = 0; i < MANY; i++)
		assert_int_equal(sums[list[i].entry], list[i].level + 1);
	buffer_fini(&part);
	free(sums);
	free(list);
}

static void
what_is_no_list_is_refused(void **state)
{
	static const struct {
		const char *what;
		uint8_t at[8];
		size_t len;
	} bad[] = {
		{ "no entries", { 0x08 }, 1 },
		{ "fewer than it says", { 0x0B, 1, 1 }, 3 },
		{ "an entry twice", { 0x0A, 1, 0 }, 3 },
		{ "entry 0", { 0x09, 0 }, 2 },
		{ "an entry past the last", { 0x09, 10 }, 2 },
		{ "a sum past the last", { 0x0A, 9, 1 }, 3 },
		{ "a number without an end", { 0x09, 0xFF, 0xFF, 0xFF, 0xFF,
			0xFF }, 6 },
		{ "a count without an end", { 0x0F, 0xFF, 0xFF, 0xFF, 0xFF,
			0xFF }, 6 },
		{ "a count of very many", { 0x0F, 0xFF, 0xFF, 0xFF, 0x7F, 1 },
		    6 },
		{ "a count that is cut", { 0x0F }, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		uint16_t sums[10] = { 0 };
		unsigned lowest = 0;
		size_t left = 100;

		if (tally(sums, 10, bytes_of(bad[i].at, bad[i].len), &left,
			&lowest) == 0)
			fail_msg("%s", bad[i].what);
	}
}

static void
sums_and_work_have_an_end(void **state)
{
	static const uint8_t list[] = { 0xFB, 1, 1, 1, 0x0A, 1, 2 };
	uint16_t sums[10] = { 0, UINT16_MAX - 3 };
	unsigned lowest = 0;
	size_t left = 4;

	(void)state;
	assert_int_equal(tally(sums, 10, bytes_of(list, sizeof list), &left,
	    &lowest), 0);
	assert_int_equal(sums[1], UINT16_MAX);
	assert_int_equal(sums[3], 32);
	assert_int_equal(left, 0);
}

static void
a_title_is_worth_more_than_a_text(void **state)
{
	static const unsigned once[][POSTING_FIELDS] = { { 1, 0, 0, 0 },
		{ 0, 1, 0, 0 }, { 0, 0, 0, 1 } };
	static const unsigned length[POSTING_FIELDS] = { 5, 5, 12, 300 };
	static const unsigned longer[POSTING_FIELDS] = { 5, 5, 12, 30000 };
	static const unsigned often[POSTING_FIELDS] = { 0, 0, 0, 9 };
	static const unsigned more[POSTING_FIELDS] = { 0, 0, 0, 9000 };

	(void)state;
	assert_true(posting_level(once[0], length) >
	    posting_level(once[1], length));
	assert_true(posting_level(once[1], length) >
	    posting_level(once[2], length));
	assert_true(posting_level(once[2], length) >
	    posting_level(once[2], longer));
	assert_int_equal(posting_level(often, length),
	    posting_level(more, length));
	assert_true(posting_level(more, length) < POSTING_LEVELS);
}

/* --- the whole --- */

static sqlite3 *
fixture_with(const char *sql)
{
	sqlite3 *db = content_fixture();

	content_fixture_run(db, sql);
	content_fixture_lexicon(db);
	index_fixture_register(db);
	return db;
}

static void
answers(sqlite3 *db, const char *sql, const char *wanted)
{
	sqlite3_stmt *s = NULL;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	assert_string_equal((const char *)sqlite3_column_text(s, 0), wanted);
	sqlite3_finalize(s);
}

static void
words_codes_and_phrases_are_indexed(void **state)
{
	sqlite3 *db = fixture_with(
	    "INSERT INTO synonym VALUES('fr','curriculum','hoja de vida');"
	    "INSERT INTO indexed VALUES('es',5,'Título Único','','','La visa"
	    " Z-9Q, su hoja de vida y el 1-866-487; donaudampfschifffahrts"
	    "elektrizitätenhauptbetriebswerk'),"
	    "('es',6,'','','','hoja y vida, visa z 9q'),"
	    "('es',6,'otra vez','','','')");

	(void)state;
	answers(db, "SELECT found('es','titulo')", "5");
	answers(db, "SELECT found('es','unico')", "5");
	answers(db, "SELECT found('es','9q')", "5,6");
	answers(db, "SELECT found('es','z9q')", "5,6");
	answers(db, "SELECT found('es','1866487')", "5");
	answers(db, "SELECT found('es',' hoja de vida')", "5");
	answers(db, "SELECT found('es',"
	    "'donaudampfschifffahrtselektrizitatenhaup')", "5");
	answers(db, "SELECT found('es','vez')", "6");
	answers(db, "SELECT found('en','titulo')", "");
	sqlite3_close(db);
}

static void
an_index_is_checked_as_a_whole(void **state)
{
	static const char *const bad[] = {
		"UPDATE index_part SET words=substr(words,1,length(words)-1)",
		"UPDATE index_lexicon SET part=part+100",
		"DELETE FROM index_part",
		"UPDATE index_list SET entries=x'10'",
		"UPDATE index_list SET entries=x'11ffffff7f'",
		"DELETE FROM index_list WHERE id=1",
		"UPDATE index_language SET last=5",
		"UPDATE index_language SET last=-1",
		"UPDATE index_language SET last=99999999",
		("INSERT INTO index_lexicon SELECT lang,first||'z',part FROM"
		 " index_lexicon"),
	};
	static const char grow[] =
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n"
	    " WHERE i<3000) INSERT INTO indexed SELECT 'pt',i,"
	    "printf('visa%d',i),'','','visto' FROM n";
	sqlite3 *db = fixture_with(grow);
	struct err e = { 0 };

	(void)state;
	assert_int_equal(index_check(db, &e), 0);
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		content_fixture_run(db, "SAVEPOINT good");
		content_fixture_run(db, bad[i]);
		err_clear(&e);
		if (index_check(db, &e) == 0)
			fail_msg("%s", bad[i]);
		assert_int_equal(e.code, ERR_DATABASE);
		content_fixture_run(db, "ROLLBACK TO good; RELEASE good");
	}
	sqlite3_close(db);
}

static void
work_that_is_too_much_is_not_begun(void **state)
{
	struct search_work w = { .left = 10 };

	(void)state;
	assert_true(search_work_pay(&w, 10));
	assert_false(w.cut);
	assert_false(search_work_pay(&w, 1));
	assert_true(w.cut);
	w = (struct search_work){ .left = 10 };
	assert_false(search_work_pay(&w, 11));
	assert_false(search_work_pay(&w, 1)); /* for good */
}

/* --- what a search may do at most --- */

#define ENDLESS_WORDS 700
#define ENDLESS_PARTS (1u << 27) /* of the list of each of them */
#define ENDLESS_ROWS 1500
#define ENDLESS_ENTRIES 3900 /* of each row */

static void
bind_and_run(sqlite3 *db, const char *sql, const struct buffer *b)
{
	sqlite3_stmt *s = NULL;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &s, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_bind_blob(s, 1, b->at, (int)b->len,
	    SQLITE_STATIC), SQLITE_OK);
	assert_int_equal(sqlite3_step(s), SQLITE_DONE);
	sqlite3_finalize(s);
}

/* Every part of every lexicon has words whose lists hardly end. */
static void
make_endless(sqlite3 *db)
{
	struct posting *list = xcalloc(ENDLESS_ENTRIES, sizeof *list);
	struct lexicon_part part = { .count = 0 };
	struct buffer bytes = { 0 };
	size_t at = 0;

	for (int i = 0; i < ENDLESS_WORDS; i++) {
		char text[8];
		struct lexicon_word w;

		snprintf(text, sizeof text, "aa%03d", i);
		w = word_of(text, text, 900);
		w.list = (struct posting_place){ .row = 1,
			.parts = ENDLESS_PARTS };
		assert_true(lexicon_put(&part, &w));
	}
	lexicon_end(&part, &bytes);
	lexicon_part_fini(&part);
	bind_and_run(db, "UPDATE index_part SET words=?1", &bytes);
	for (uint32_t i = 0; i < ENDLESS_ENTRIES; i++)
		list[i] = (struct posting){ i + 1, 5 };
	bytes.len = 0;
	posting_put(&bytes, list, ENDLESS_ENTRIES, &at, POSTING_PART_MAX);
	content_fixture_run(db, "DELETE FROM index_list;"
	    "UPDATE index_language SET last=900000");
	for (int i = 0; i < ENDLESS_ROWS; i++)
		bind_and_run(db, "INSERT INTO index_list(entries) VALUES(?1)",
		    &bytes);
	buffer_fini(&bytes);
	free(list);
}

/* Rows of an index that are read. */
static int
count_rows(unsigned type, void *context, void *statement, void *text)
{
	const char *sql = sqlite3_sql(statement);

	(void)type;
	(void)text;
	*(size_t *)context += strstr(sql, "FROM index_part") != NULL ||
	    strstr(sql, "FROM index_list") != NULL;
	return 0;
}

static void
no_index_makes_a_search_pass_its_work(void **state)
{
	static const struct {
		const char *words;
		bool cut; /* one alone has enough at once */
	} asked[] = { { "aa", false }, { "aa000", false },
		{ "aa0 aa1 aa2 aa3", true }, { "aa001 aa002", true } };
	struct catalog *catalog = catalog_new();
	struct arena *a = arena_new();
	sqlite3 *db = content_fixture();
	struct err e = { 0 };
	size_t rows = 0;

	(void)state;
	make_endless(db);
	assert_int_equal(
	    catalog_add(catalog, db, &content_fixture_edition, &e), 0);
	sqlite3_trace_v2(db, SQLITE_TRACE_STMT, count_rows, &rows);
	for (size_t i = 0; i < COUNT_OF(asked); i++) {
		struct search_result found = { .cut = false };

		rows = 0;
		assert_int_equal(catalog_search(catalog, asked[i].words, "es",
		    20, a, &found, &e), 0);
		assert_int_equal(found.cut, asked[i].cut);
		assert_true(rows > 0);
		assert_true(rows * SEARCH_WORK_ROW <= found.work);
		assert_true(found.work <= SEARCH_WORK_MAX);
	}
	arena_free(a);
	catalog_free(catalog);
}

#define HOSTILE 14 /* seven, and with a quote before them */

/* Words that are many, rare, wrong, endless, quoted or keys. */
static const char *
hostile_words(size_t n, struct arena *a)
{
	static const char *const words[] = { "aa", "a", "aab", "aa0", "22",
		"aaxaaa ", "2 " };
	const char *all = n % 2 == 1 ? "\"" : "";

	for (size_t i = 0; i < 64; i++)
		all = arena_printf(a, "%s%s%zu ", all,
		    words[n / 2 % COUNT_OF(words)], i);
	return all;
}

static void
nothing_that_is_typed_makes_a_search_pass_its_work(void **state)
{
	struct catalog *catalog = catalog_new();
	sqlite3 *db = content_fixture();
	struct err e = { 0 };
	size_t rows = 0;

	(void)state;
	make_endless(db);
	assert_int_equal(
	    catalog_add(catalog, db, &content_fixture_edition, &e), 0);
	sqlite3_trace_v2(db, SQLITE_TRACE_STMT, count_rows, &rows);
	for (size_t i = 0; i < 2 * HOSTILE; i++) {
		struct search_result found = { .cut = false };
		struct arena *a = arena_new();
		const char *words = hostile_words(i % HOSTILE, a);

		rows = 0;
		assert_int_equal((i < HOSTILE ? catalog_search :
		    catalog_search_keys)(catalog, words, "fr", 100, a, &found,
		    &e), 0);
		assert_true(rows * SEARCH_WORK_ROW <= found.work);
		assert_true(found.work <= SEARCH_WORK_MAX);
		arena_free(a);
	}
	catalog_free(catalog);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_lexicon_gives_its_words),
		cmocka_unit_test(a_lexicon_is_entered_at_any_word),
		cmocka_unit_test(anything_else_is_no_lexicon),
		cmocka_unit_test(a_list_comes_back_part_by_part),
		cmocka_unit_test(what_is_no_list_is_refused),
		cmocka_unit_test(sums_and_work_have_an_end),
		cmocka_unit_test(a_title_is_worth_more_than_a_text),
		cmocka_unit_test(words_codes_and_phrases_are_indexed),
		cmocka_unit_test(an_index_is_checked_as_a_whole),
		cmocka_unit_test(work_that_is_too_much_is_not_begun),
		cmocka_unit_test(no_index_makes_a_search_pass_its_work),
		cmocka_unit_test(
		    nothing_that_is_typed_makes_a_search_pass_its_work),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
