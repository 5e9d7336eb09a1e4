/*
 * ui/screens: every screen at every size, in Spanish and in a language whose
 * texts are 40 % longer, is whole: head and foot, one focus, no cut word.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unictype.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "light.h"
#include "ways.h"

static const struct {
	int width;
	int height;
} sizes[] = { { 80, 25 }, { 80, 22 }, { 132, 43 }, { 40, 15 }, { 50, 15 },
	{ 70, 24 } };

static const char *const langs[] = { "es", LONG_LANG };

/* Go WAY in a kiosk of that language and size. */
static void
go(struct kiosk *k, const char *lang, int width, int height, size_t way)
{
	way_open(k, lang, width, height, way);
	way_go(k, lang, way);
}

/* Call CHECK on each screen, in each language and size. */
static void
everywhere(void (*check)(struct kiosk *k, const char *lang, size_t way))
{
	for (size_t l = 0; l < COUNT_OF(langs); l++)
		for (size_t z = 0; z < COUNT_OF(sizes); z++)
			for (size_t w = 0; w < way_count; w++) {
				struct kiosk k;

				if (is_left_out(w + z + l))
					continue;
				go(&k, langs[l], sizes[z].width,
				    sizes[z].height, w);
				check(&k, langs[l], w);
				kiosk_close(&k);
			}
}

/* Stop with the screen printed. */
static void
expect(struct kiosk *k, bool is, const char *what, size_t way)
{
	if (is)
		return;
	print_message("way \"%s\", %dx%d: %s\n", ways[way].keys,
	    app_width(k->app), app_height(k->app), what);
	for (int y = 0; y < app_height(k->app); y++) {
		char *row = kiosk_row(k, y);

		print_message("%s\n", row);
		free(row);
	}
	fail();
}

static void
is_where_it_should_be(struct kiosk *k, const char *lang, size_t way)
{
	(void)lang;
	expect(k, app_screen(k->app) == ways[way].screen, "another screen",
	    way);
}

static void
every_screen_is_at_most_four_keys_from_home(void **state)
{
	(void)state;
	everywhere(is_where_it_should_be);
	for (size_t i = 0; i < way_count; i++)
		/* and then what one types */
		assert_true(strcspn(ways[i].keys, "~") <= 1 + 4);
}

static void
has_head_and_foot(struct kiosk *k, const char *lang, size_t way)
{
	struct surface *s = app_draw(k->app);
	const char *first = " 0 ";
	char *foot = kiosk_row(k, s->height - 1);
	char *head = kiosk_row(k, 0);

	(void)lang;
	if (screen_ops(ways[way].screen)->takes_text)
		first = " Esc";
	expect(k, strncmp(foot, first, strlen(first)) == 0, "foot", way);
	expect(k, strlen(head) > 3 && head[0] == ' ', "head", way);
	for (int x = 0; x < s->width; x++) {
		expect(k, surface_cell(s, x, 0)->role == ROLE_HEADER,
		    "role of the head", way);
		expect(k,
		    surface_cell(s, x, s->height - 1)->role == ROLE_FOOTER,
		    "role of the foot", way);
	}
	free(head);
	free(foot);
}

static void
every_screen_has_a_head_and_the_way_back_at_its_foot(void **state)
{
	(void)state;
	everywhere(has_head_and_foot);
}

static void
has_one_focus(struct kiosk *k, const char *lang, size_t way)
{
	struct surface *s = app_draw(k->app);
	int marks = 0;
	bool on_digit = false;

	(void)lang;
	for (int y = 0; y < s->height; y++)
		for (int x = 0; x + 1 < s->width; x++) {
			struct cell *c = surface_cell(s, x, y);

			if (c->code != '>' || c->role != ROLE_FOCUS)
				continue;
			marks++;
			on_digit = s->cursor_x == x + 1 && s->cursor_y == y;
		}
	expect(k, marks == (ways[way].has_choices ? 1 : 0), "focus", way);
	if (ways[way].has_choices)
		expect(k, on_digit, "cursor", way);
	else if (screen_ops(ways[way].screen)->takes_text)
		expect(k,
		    surface_cell(s, s->cursor_x, s->cursor_y)->code == '_',
		    "cursor in the field", way);
}

static void
screens_with_choices_have_one_focus_and_the_cursor_on_it(void **state)
{
	(void)state;
	everywhere(has_one_focus);
}

/* Runs of letters and digits on row Y are words that somebody wrote. */
static void
check_row(struct kiosk *k, const char *lang, size_t way, int y)
{
	char *row = kiosk_row(k, y);
	const char *next = row;
	const char *start = row;
	uint32_t code = 0;

	do {
		const char *here = next;
		char *word = NULL;

		code = utf8_next(&next);
		if (code != 0 && (uc_is_alpha(code) || uc_is_digit(code)))
			continue;
		word = xstrndup(start, (size_t)(here - start));
		start = next;
		if (strlen(word) > 1 && !kiosk_knows(lang, word) &&
		    (way > 0 || !kiosk_knows(LONG_LANG, word))) {
			print_message("cut: \"%s\"\n", word);
			expect(k, false, "a word is cut", way);
		}
		free(word);
	} while (code != 0);
	free(row);
}

static void
has_whole_words(struct kiosk *k, const char *lang, size_t way)
{
	if (strstr(ways[way].keys, "zzqx") != NULL)
		return; /* no word */
	for (int y = 0; y < app_height(k->app); y++)
		check_row(k, lang, way, y);
}

/* At the size of the design longer texts are not even shortened. */
static void
is_not_shortened(struct kiosk *k, const char *lang, size_t way)
{
	(void)lang;
	if (app_width(k->app) != 80 || app_height(k->app) != 25)
		return;
	expect(k, !kiosk_shows(k, "…"), "a text is shortened", way);
}

static void
texts_that_are_40_per_cent_longer_fit_into_80_columns(void **state)
{
	(void)state;
	everywhere(is_not_shortened);
}

/* Each brace that opens closes again, or a mark says that it does not. */
static void
is_cut_with_a_mark(struct kiosk *k, const char *lang, size_t way)
{
	int open = 0;
	bool good = true;

	if (strcmp(lang, LONG_LANG) != 0)
		return;
	for (int y = 0; y < app_height(k->app); y++)
		for (int x = 0; x < app_width(k->app); x++) {
			struct surface *s = app_draw(k->app);
			uint32_t code = surface_cell(s, x, y)->code;

			if (code == '{')
				open++;
			else if (code == '}')
				good = good && --open >= 0;
			else if (code == 0x2026)
				open = 0; /* the ellipsis */
		}
	expect(k, good && open == 0, "a text ends without a mark", way);
}

static void
no_text_is_cut_off_without_a_mark(void **state)
{
	(void)state;
	everywhere(is_cut_with_a_mark);
}

static void
no_word_is_cut_at_any_size(void **state)
{
	(void)state;
	everywhere(has_whole_words);
}

/* A tap on what can be tapped, or its key, changes something. */
static void
has_keys_that_work(struct kiosk *k, const char *lang, size_t way)
{
	struct surface *s = app_draw(k->app);
	size_t count = s->target_count;

	for (size_t i = 0; i < count; i++) {
		struct kiosk other;
		struct key key = s->targets[i].key;
		char *before = NULL;
		char *after = NULL;

		if (key.kind == UIKEY_TAP || key.kind == UIKEY_ENTER)
			continue; /* the search's own; what has the focus */
		go(&other, lang, app_width(k->app), app_height(k->app), way);
		before = kiosk_text(&other);
		kiosk_press(&other, key);
		after = kiosk_text(&other);
		if (strcmp(before, after) == 0 &&
		    app_draw(other.app)->cursor_y == s->cursor_y &&
		    app_screen(other.app) == ways[way].screen &&
		    !(ways[way].screen == SCREEN_COMFORT ||
			key.kind == UIKEY_BACKSPACE || key_is(key, '1'))) {
			print_message("key %c of kind %d\n", (char)key.code,
			    (int)key.kind);
			expect(&other, false, "a key does nothing", way);
		}
		free(before);
		free(after);
		kiosk_close(&other);
	}
}

static void
every_key_that_is_shown_does_something(void **state)
{
	(void)state;
	everywhere(has_keys_that_work);
}

static void
comes_back(struct kiosk *k, const char *lang, size_t way)
{
	struct surface *s = app_draw(k->app);
	int x = s->cursor_x;
	int y = s->cursor_y;
	char *before = NULL;
	char *after = NULL;

	(void)lang;
	if (!ways[way].has_choices || screen_ops(ways[way].screen)->takes_text)
		return;
	before = kiosk_text(k);
	kiosk_press(k, key_of(UIKEY_TAB));
	kiosk_press(k, key_of(UIKEY_BACKTAB));
	kiosk_press(k, key_of(UIKEY_DOWN));
	for (int i = 0; i < 40 && (s->cursor_x != x || s->cursor_y != y);
	     i++)
		kiosk_press(k, key_of(UIKEY_DOWN));
	after = kiosk_text(k);
	expect(k, s->cursor_x == x && s->cursor_y == y,
	    "focus does not come round", way);
	if (ways[way].screen != SCREEN_ATTRACT) /* time passes there */
		expect(k, strcmp(before, after) == 0, "not as before", way);
	free(before);
	free(after);
}

static void
the_focus_goes_round_and_round(void **state)
{
	(void)state;
	everywhere(comes_back);
}

static void
fits_fingers(struct kiosk *k, size_t way)
{
	struct surface *s = app_draw(k->app);

	for (size_t i = 0; i < s->target_count; i++) {
		const struct target *t = &s->targets[i];

		expect(k, t->x + t->width <= s->width + 8 && t->width >= 2,
		    "a target is off the screen", way);
		if (t->y + t->height == s->height)
			expect(k, t->height == 2 && t->width >= 8,
			    "a target of the foot is small", way);
	}
}

static void
fingers_find_two_rows_at_the_foot(void **state)
{
	(void)state;
	for (size_t w = 0; w < way_count; w++) {
		struct kiosk k;

		way_open(&k, "es", 80, 25, w);
		k.settings.touch = true;
		app_reenter(k.app);
		kiosk_keys(&k, ways[w].keys);
		kiosk_keys(&k, ""); /* drawn with fingers in mind */
		app_resize(k.app, 81, 25);
		fits_fingers(&k, w);
		has_head_and_foot(&k, "es", w);
		kiosk_close(&k);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    every_screen_is_at_most_four_keys_from_home),
		cmocka_unit_test(
		    every_screen_has_a_head_and_the_way_back_at_its_foot),
		cmocka_unit_test(
		    screens_with_choices_have_one_focus_and_the_cursor_on_it),
		cmocka_unit_test(
		    no_word_is_cut_at_any_size),
		cmocka_unit_test(no_text_is_cut_off_without_a_mark),
		cmocka_unit_test(
		    texts_that_are_40_per_cent_longer_fit_into_80_columns),
		cmocka_unit_test(every_key_that_is_shown_does_something),
		cmocka_unit_test(the_focus_goes_round_and_round),
		cmocka_unit_test(fingers_find_two_rows_at_the_foot),
	};

	return cmocka_run_group_tests_name("screens fit", tests,
	    screens_begin, screens_end);
}
