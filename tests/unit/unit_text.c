/*
 * text/: widths, folding, Markdown into rows, rows into pages.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena_fixture.h"
#include "base/bytes.h"
#include "base/utf8.h"
#include "text/fold.h"
#include "text/layout.h"
#include "text/width.h"

/* Rows as text: indent as dots, "~" for a blank row, one a line. */
static const char *
drawn(const struct rows *rows)
{
	char *all = arena_strdup(arena, "");

	for (size_t i = 0; i < rows->count; i++) {
		const struct row *row = &rows->rows[i];

		all = arena_printf(arena, "%s%.*s%s\n", all, row->indent,
		    "....................",
		    row->style == ROW_BLANK ? "~" : row->text);
	}
	return all;
}

static const char *
set(const char *markdown, int width)
{
	struct layout_style style = { .width = width, .bullet = "•" };
	struct rows rows = { 0 };
	struct err e = { 0 };

	assert_int_equal(
	    layout_markdown(&rows, markdown, &style, arena, &e), 0);
	return drawn(&rows);
}

static void
widths_are_counted_in_cells(void **state)
{
	(void)state;
	assert_int_equal(width_of("¿Qué? … «ñ»"), 11);
	assert_int_equal(width_of("日本"), 4);
	assert_int_equal(width_of("e\xCC\x81"), 1);
	assert_int_equal(width_of("\x1b[2J\xFF"), 5);
	assert_int_equal(width_of(""), 0);
}

static void
a_cut_text_ends_at_a_word(void **state)
{
	const char *whole = "Dónde quejarse sin perder";

	(void)state;
	assert_ptr_equal(width_cut(whole, 25, arena), whole);
	assert_string_equal(width_cut(whole, 24, arena), "Dónde quejarse sin…");
	assert_string_equal(width_cut("Uno, dos", 5, arena), "Uno…");
	assert_string_equal(width_cut("Largísima", 5, arena), "Larg…");
	assert_string_equal(width_cut("Gratis · 24 horas", 9, arena),
	    "Gratis…");
	assert_string_equal(width_cut("Ya vale. Un sello.", 9, arena),
	    "Ya vale…");
	assert_string_equal(width_cut("abc", 0, arena), "");
	assert_string_equal(width_cut("abc", 1, arena), "…");
}

static void
a_cut_text_never_ends_inside_a_number(void **state)
{
	const char *text = "Llame al 800 841 2020 o al 1-866-487-9243 hoy";

	(void)state;
	for (int width = 0; width < 50; width++) {
		const char *cut = width_cut(text, width, arena);

		assert_true(width_of(cut) <= width);
		if (strpbrk(cut, "0123456789") != NULL)
			assert_non_null(strstr(cut, "800 841 2020"));
		if (strstr(cut, "866") != NULL)
			assert_non_null(strstr(cut, "1-866-487-9243"));
	}
	assert_string_equal(width_cut("9000000001", 5, arena), "…");
}

static void
folding_takes_case_accents_and_ligatures_away(void **state)
{
	(void)state;
	assert_string_equal(
	    fold_text("ÑANDÚ Œuvre Ça Æ ẞ", arena), "nandu oeuvre ca ae ss");
	assert_string_equal(
	    fold_text("e\xCC\x81\xFFx", arena), "e\xEF\xBF\xBDx");
	assert_string_equal(fold_text("", arena), "");
}

static void
ascii_takes_as_many_cells_as_before(void **state)
{
	static const char text[] =
	    "¿Qué? ¡Sí! «œ» “a” ‘b’ — – … • █░▒ ─│┌┐└┘├┼═ ←↑→↓ ▲▼■● €";
	const char *plain = fold_ascii(text, arena);

	(void)state;
	assert_string_equal(plain,
	    "?Que? !Si! \"o\" \"a\" 'b' - - . * #.: -|+++++"
	    "+= <^>v ^v#* E");
	assert_int_equal((int)strlen(plain), width_of(text));
	assert_string_equal(
	    fold_ascii("日e\xCC\x81\n\x1b\xFF", arena), "?\?e\n?\?");
}

static void
an_article_is_set_as_it_is_drawn(void **state)
{
	(void)state;
	assert_string_equal(set("Uno dos\ntres.\n\n## Qué año\n\n- La "
				"agencia paga\n- La **visa**\n\nFin\n",
				12),
	    "Uno dos\ntres.\n~\nQUÉ AÑO\n~\n"
	    "• La agencia\n..paga\n• La visa\n~\nFin\n");
}

static void
lists_are_numbered_and_nested(void **state)
{
	(void)state;
	assert_string_equal(
	    set("9. Uno\n10. Dos y tres\n    - Hoja\n11. Fin\n", 20),
	    "9. Uno\n10. Dos y tres\n....• Hoja\n11. Fin\n");
	assert_string_equal(
	    set("- Uno\n\n  Otro\n- Dos\n", 20), "• Uno\n~\n..Otro\n• Dos\n");
}

static void
a_style_decides_about_blank_rows(void **state)
{
	struct layout_style style = { .width = 20,
		.bullet = "[x]",
		.blank_between_items = true,
		.tight_headings = true };
	struct rows rows = { 0 };
	struct err e = { 0 };

	(void)state;
	assert_int_equal(
	    layout_markdown(&rows, "## A\n\n- b\n- c\n", &style, arena, &e), 0);
	assert_string_equal(drawn(&rows), "A\n[x] b\n~\n[x] c\n");
}

static void
strong_words_are_spans_of_cells(void **state)
{
	struct layout_style style = { .width = 14, .bullet = "•" };
	struct rows rows = { 0 };
	struct err e = { 0 };

	(void)state;
	assert_int_equal(
	    layout_markdown(
		&rows, "- Sí **ñandú muy grande** y *a*\n", &style, arena, &e),
	    0);
	assert_string_equal(drawn(&rows), "• Sí ñandú muy\n..grande y a\n");
	assert_int_equal(rows.rows[0].strong_count, 1);
	assert_int_equal(rows.rows[0].strong[0].at, 5);
	assert_int_equal(rows.rows[0].strong[0].width, 9);
	assert_int_equal(rows.rows[1].strong_count, 2);
	assert_int_equal(rows.rows[1].strong[0].at, 0);
	assert_int_equal(rows.rows[1].strong[0].width, 6);
	assert_int_equal(rows.rows[1].strong[1].at, 9);
}

static void
a_number_is_never_broken_if_a_row_can_hold_it(void **state)
{
	(void)state;
	assert_string_equal(
	    set("Llame al 800 841 2020 ya", 16), "Llame al\n800 841 2020 ya\n");
	assert_string_equal(
	    set("Al 1-866-487-9243.", 16), "Al\n1-866-487-9243.\n");
	assert_string_equal(set("De 8:00-14:00 h", 10), "De\n8:00-14:00\nh\n");
	assert_string_equal(set("800 841 2020", 8), "800 841\n2020\n");
}

static void
a_word_that_is_too_wide_is_cut_hard(void **state)
{
	(void)state;
	assert_string_equal(set("abcdefghij k", 4), "abcd\nefgh\nij k\n");
	assert_string_equal(
	    set("日本語", 1), "\xEF\xBF\xBD\n\xEF\xBF\xBD\n\xEF\xBF\xBD\n");
}

static void
what_is_no_text_of_ours_is_drawn_plain(void **state)
{
	(void)state;
	assert_string_equal(set("<b>x</b> [aquí](http://a) &amp; &#241; "
				"&unknown;",
				60),
	    "<b>x</b> aquí & ñ &unknown;\n");
	assert_string_equal(set("a\x1b[2Jb\xE2\x80\xAE&#27;", 60),
	    "a\xEF\xBF\xBD[2Jb\xEF\xBF\xBD\xEF\xBF\xBD\n");
	assert_string_equal(set("", 60), "");
}

static void
a_text_over_the_limit_is_refused(void **state)
{
	struct layout_style style = { .width = 60, .bullet = "•" };
	char *big = xcalloc(LAYOUT_MARKDOWN_MAX + 2, 1);
	struct rows rows = { 0 };
	struct err e = { 0 };

	(void)state;
	memset(big, 'a', LAYOUT_MARKDOWN_MAX + 1);
	assert_int_equal(layout_markdown(&rows, big, &style, arena, &e), -1);
	assert_int_equal(e.code, ERR_LIMIT);
	free(big);
}

static void
plain_text_keeps_its_lines(void **state)
{
	struct rows rows = { 0 };

	(void)state;
	layout_plain(&rows, "Uno dos tres\n\n  Fin", 8, arena);
	assert_string_equal(drawn(&rows), "Uno dos\ntres\n~\nFin\n");
	layout_plain(&rows, "", 8, arena);
	assert_int_equal(rows.count, 0);
}

/* Numbers that are the same in every run. */
static unsigned
next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

static const char *
random_text(unsigned *seed)
{
	static const char *const pieces[] = { "a", "palabra ", "ñandú", " ",
		"\n", "\n\n", "- ", "1. ", "## ", "**", "*", "800 841 2020",
		"1-866-487", "日本", "e\xCC\x81", "…", "\xFF", "\x1b", "   ",
		"&#241;", "    ", "> ", "`", "[a](b)", "contratación", "\t",
		"ß", "\xC2\xA0", "-", "<p>", "```\n" };
	struct buffer text = { 0 };
	const char *copy = NULL;
	unsigned count = next_random(seed) % 60;

	while (count-- > 0)
		buffer_add_text(
		    &text, pieces[next_random(seed) % COUNT_OF(pieces)]);
	copy =
	    arena_strndup(arena, text.len > 0 ? (char *)text.at : "", text.len);
	buffer_fini(&text);
	return copy;
}

static void
check_row(const struct row *row, int width)
{
	int cells = width_of(row->text);

	assert_true(row->indent >= 0);
	assert_true(row->indent + cells <= width);
	assert_null(strpbrk(row->text, "\n\x1b\xFF"));
	assert_int_equal(row->style == ROW_BLANK, row->text[0] == '\0');
	assert_int_equal(row->style == ROW_BLANK, row->block == 0);
	for (size_t i = 0; i < row->strong_count; i++) {
		assert_true(row->strong[i].at >= 0);
		assert_true(row->strong[i].at + row->strong[i].width <= cells);
	}
}

static void
check_pages(const struct rows *rows, int height)
{
	struct pages pages = { 0 };
	size_t next = 0;

	layout_pages(&pages, rows, height, arena);
	assert_true(pages.count >= 1);
	for (size_t i = 0; i < pages.count; i++) {
		const struct page *page = &pages.pages[i];

		for (; next < page->first; next++)
			assert_int_equal(rows->rows[next].style, ROW_BLANK);
		assert_int_equal(page->first, next);
		assert_true(page->count <= (size_t)height);
		assert_true(page->count > 0 || pages.count == 1);
		next += page->count;
		if (page->count > 0)
			assert_int_not_equal(
			    rows->rows[page->first].style, ROW_BLANK);
		/* a heading may only stand last where nothing else would */
		if (i + 1 < pages.count && height > 8 &&
		    rows->rows[next - 1].style == ROW_HEADING)
			for (size_t k = page->first; k < next; k++)
				assert_true(
				    rows->rows[k].style == ROW_HEADING ||
				    rows->rows[k].style == ROW_BLANK);
	}
	for (; next < rows->count; next++)
		assert_int_equal(rows->rows[next].style, ROW_BLANK);
}

static void
nothing_is_wider_than_its_width_and_no_row_is_lost(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 1500; round++) {
		struct layout_style style = { .bullet = "•",
			.width = 1 + (int)(next_random(&seed) % 80),
			.blank_between_items = round % 3 == 0 };
		struct rows rows = { 0 };
		struct err e = { 0 };
		const char *text = random_text(&seed);

		assert_int_equal(
		    layout_markdown(&rows, text, &style, arena, &e), 0);
		for (size_t i = 0; i < rows.count; i++)
			check_row(
			    &rows.rows[i], style.width < 66 ? style.width : 66);
		check_pages(&rows, 1 + (int)(next_random(&seed) % 20));
		layout_plain(&rows, text, style.width, arena);
		for (size_t i = 0; i < rows.count; i++)
			check_row(&rows.rows[i], style.width);
		arena_reset(arena);
	}
}

/* Where pages of HEIGHT rows begin, as text. */
static const char *
page_starts(const char *markdown, int height)
{
	struct layout_style style = { .width = 10, .bullet = "•" };
	struct rows rows = { 0 };
	struct pages pages = { 0 };
	struct err e = { 0 };
	char *all = arena_strdup(arena, "");

	assert_int_equal(
	    layout_markdown(&rows, markdown, &style, arena, &e), 0);
	layout_pages(&pages, &rows, height, arena);
	for (size_t i = 0; i < pages.count; i++)
		all = arena_printf(arena, "%s%s+%zu ", all,
		    pages.count > 0 && rows.count > 0
			? rows.rows[pages.pages[i].first].text
			: "",
		    pages.pages[i].count);
	return all;
}

static void
pages_end_where_a_block_ends(void **state)
{
	(void)state;
	assert_string_equal(
	    page_starts("a\n\nb\n\nc d e f g h i j\n", 4), "a+3 c d e f g+2 ");
	assert_string_equal(
	    page_starts("- a\n- b\n- c\n- d\n", 3), "• a+3 • d+1 ");
	assert_string_equal(page_starts("", 3), "+0 ");
	/* too long for a page: it begins where there is room */
	assert_string_equal(page_starts("a\n\nb b b b b b b b b b b b b b b "
					"b b b b b b b b b b\n",
				4),
	    "a+4 b b b b b+3 ");
}

static void
a_heading_never_stands_last(void **state)
{
	(void)state;
	assert_string_equal(page_starts("a\n\n## T\n\nb\n", 4), "a+1 T+3 ");
	assert_string_equal(
	    page_starts("## T\n\nb b b b b b b b\n", 3), "T+3 b b b+1 ");
	assert_string_equal(
	    page_starts("a\n\n## T\n\n## U\n\nb\n", 5), "a+1 T+5 ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(widths_are_counted_in_cells),
		cmocka_unit_test(a_cut_text_ends_at_a_word),
		cmocka_unit_test(a_cut_text_never_ends_inside_a_number),
		cmocka_unit_test(folding_takes_case_accents_and_ligatures_away),
		cmocka_unit_test(ascii_takes_as_many_cells_as_before),
		cmocka_unit_test(an_article_is_set_as_it_is_drawn),
		cmocka_unit_test(lists_are_numbered_and_nested),
		cmocka_unit_test(a_style_decides_about_blank_rows),
		cmocka_unit_test(strong_words_are_spans_of_cells),
		cmocka_unit_test(a_number_is_never_broken_if_a_row_can_hold_it),
		cmocka_unit_test(a_word_that_is_too_wide_is_cut_hard),
		cmocka_unit_test(what_is_no_text_of_ours_is_drawn_plain),
		cmocka_unit_test(a_text_over_the_limit_is_refused),
		cmocka_unit_test(plain_text_keeps_its_lines),
		cmocka_unit_test(
		    nothing_is_wider_than_its_width_and_no_row_is_lost),
		cmocka_unit_test(pages_end_where_a_block_ends),
		cmocka_unit_test(a_heading_never_stands_last),
	};

	return cmocka_run_group_tests(tests, make_arena, free_arena);
}
