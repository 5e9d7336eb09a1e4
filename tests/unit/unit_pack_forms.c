/*
 * pack/: the readers of YAML and CSV, telephones, countries, sentences.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "pack/csv_table.h"
#include "pack/finding.h"
#include "pack/phone.h"
#include "pack/prose.h"
#include "pack/rules.h"
#include "pack/yaml_tree.h"

struct bench {
	struct arena *arena;
	struct findings *findings;
};

static int
set_up(void **state)
{
	struct bench *b = xcalloc(1, sizeof *b);

	b->arena = arena_new();
	b->findings = findings_new();
	*state = b;
	return 0;
}

static int
tear_down(void **state)
{
	struct bench *b = *state;

	arena_free(b->arena);
	findings_free(b->findings);
	free(b);
	return 0;
}

static const struct place start = { "x", 1, 1, NULL };

static void
yaml_nodes_know_their_places(void **state)
{
	struct bench *b = *state;
	const struct yaml_node *root = yaml_tree_read(
	    bytes_of_text("a: 1\nñb:  [x, \"y z\"]\n"), &start, b->arena,
	    b->findings);
	const struct yaml_node *list = yaml_tree_get(root, "ñb");

	assert_int_equal(list->count, 2);
	assert_string_equal(list->first->next->text, "y z");
	assert_int_equal(list->first->next->at.line, 2);
	assert_int_equal(list->first->next->at.column, 10);
	assert_null(yaml_tree_get(root, "c"));
}

static void
a_bomb_of_aliases_is_refused_at_its_first_anchor(void **state)
{
	struct bench *b = *state;

	assert_null(yaml_tree_read(
	    bytes_of_text("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
	    &start, b->arena, b->findings));
	assert_int_equal(findings_of(b->findings, FINDING_ALIAS), 1);
}

static void
too_many_children_are_refused(void **state)
{
	struct bench *b = *state;
	struct buffer text = { 0 };

	buffer_add_text(&text, "[");
	for (int i = 0; i <= YAML_TREE_CHILDREN_MAX; i++)
		buffer_add_text(&text, "x,");
	buffer_add_text(&text, "]");
	assert_null(yaml_tree_read(buffer_bytes(&text), &start, b->arena,
	    b->findings));
	assert_int_equal(findings_of(b->findings, FINDING_TOO_MANY), 1);
	buffer_fini(&text);
}

static void
cells_know_their_places(void **state)
{
	struct bench *b = *state;
	struct csv_table t;

	csv_table_read(&t, "x",
	    bytes_of_text("a,\"b, \"\"c\"\"\",ñ\n\n\"x\ny\",,z\n"), b->arena,
	    b->findings);
	assert_int_equal(t.count, 2);
	assert_int_equal(t.rows[0].count, 3);
	assert_string_equal(t.rows[0].cells[1].text, "b, \"c\"");
	assert_int_equal(t.rows[0].cells[2].at.column, 14);
	assert_string_equal(t.rows[1].cells[0].text, "x\ny");
	assert_int_equal(t.rows[1].cells[0].at.line, 3);
	assert_int_equal(t.rows[1].cells[1].at.line, 4);
	assert_int_equal(t.rows[1].cells[1].at.column, 4);
	assert_string_equal(t.rows[1].cells[1].text, "");
	assert_string_equal(t.rows[1].cells[2].text, "z");
}

static void
a_last_row_needs_no_line_end(void **state)
{
	struct bench *b = *state;
	struct csv_table t;

	csv_table_read(&t, "x", bytes_of_text("a,b\nc,"), b->arena,
	    b->findings);
	assert_int_equal(t.count, 2);
	assert_int_equal(t.rows[1].count, 2);
	assert_string_equal(t.rows[1].cells[1].text, "");
}

static void
a_quote_in_a_bare_cell_is_told(void **state)
{
	struct bench *b = *state;
	struct csv_table t;

	csv_table_read(&t, "x", bytes_of_text("a,b\nc,d\"e\n"), b->arena,
	    b->findings);
	assert_int_equal(findings_of(b->findings, FINDING_SYNTAX), 1);
}

static void
too_many_cells_are_refused(void **state)
{
	struct bench *b = *state;
	struct buffer text = { 0 };
	struct csv_table t;

	for (int i = 0; i < CSV_TABLE_CELLS_MAX; i++)
		buffer_add_text(&text, "x,");
	csv_table_read(&t, "x", buffer_bytes(&text), b->arena, b->findings);
	assert_int_equal(findings_of(b->findings, FINDING_TOO_MANY), 1);
	buffer_fini(&text);
}

static size_t
phones_in(struct bench *b, const char *text, struct phone_list *out)
{
	struct value v = { text, 0, start };
	const struct reading r = { b->arena, b->findings };

	phone_list_read(out, &v, 2, &r);
	return out->count;
}

static void
telephones_are_digits_with_notes(void **state)
{
	struct bench *b = *state;
	struct phone_list list;

	assert_int_equal(phones_in(b, "", &list), 0);
	assert_int_equal(
	    phones_in(b, "*5555; +1 800-555 0100 (Día | Day);#911", &list),
	    3);
	assert_string_equal(list.list[1].number, "+1 800-555 0100");
	assert_string_equal(list.list[1].notes[1], "Day");
	assert_null(list.list[0].notes[0]);
	assert_int_equal(findings_count(b->findings, FINDING_ERROR), 0);
}

static void
what_only_looks_like_a_telephone_is_refused(void **state)
{
	static const char *const bad[] = { "11O", "1\xC2\xA0-1", "+",
		"1 (a)", "1 (a | b", "(a | b)", "1 (a | b) 2", "1,2", "1++2",
		"\xD9\xA1\xD9\xA2", "1  2", "12345678901234567890123456789012345" };
	struct bench *b = *state;
	struct phone_list list;

	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_int_equal(phones_in(b, bad[i], &list), 0);
	assert_int_equal(findings_of(b->findings, FINDING_BAD_PHONE),
	    COUNT_OF(bad));
}

static void
only_countries_are_countries(void **state)
{
	static const char *const good[] = { "GT", "XR", "AD", "ZW", "HT" };
	static const char *const bad[] = { "", "G", "gt", "ZZ", "GTM", " A",
		"D ", "XX" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(good); i++)
		assert_true(rules_is_country(good[i]));
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_false(rules_is_country(bad[i]));
}

static void
only_ids_are_ids(void **state)
{
	(void)state;
	assert_true(rules_is_id("a"));
	assert_true(rules_is_id("4-you"));
	assert_false(rules_is_id(""));
	assert_false(rules_is_id("-a"));
	assert_false(rules_is_id("A"));
	assert_false(rules_is_id("a_b"));
	assert_false(rules_is_id("../a"));
	assert_false(rules_is_id("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
				 "aaaaaaaaaaaaaaaaaaaaa"));
}

static void
sentences_end_at_a_stop_and_a_capital(void **state)
{
	struct bench *b = *state;
	struct prose_stats s = { 0 };
	char *plain = prose_read(
	    bytes_of_text("## No words here\n\nUno dos. Tres 3.5 de EE. uu. "
			  "¿Cuatro? Sí.\n\n- Cinco **seis**\n- Siete\n"),
	    &start, PROSE_ARTICLE, &s, b->arena, b->findings);

	assert_int_equal(s.sentences, 6);
	assert_int_equal(s.words, 12);
	assert_non_null(strstr(plain, "Cinco seis"));
	assert_non_null(strstr(plain, "No words here"));
	assert_int_equal(findings_count(b->findings, FINDING_ERROR), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(yaml_nodes_know_their_places),
		TEST(a_bomb_of_aliases_is_refused_at_its_first_anchor),
		TEST(too_many_children_are_refused),
		TEST(cells_know_their_places),
		TEST(a_last_row_needs_no_line_end),
		TEST(a_quote_in_a_bare_cell_is_told),
		TEST(too_many_cells_are_refused),
		TEST(telephones_are_digits_with_notes),
		TEST(what_only_looks_like_a_telephone_is_refused),
		TEST(only_countries_are_countries),
		TEST(only_ids_are_ids),
		TEST(sentences_end_at_a_stop_and_a_capital),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
