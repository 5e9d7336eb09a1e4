/*
 * ui/hide: one key, and nothing of what somebody read is on the screen; it
 * comes back with 0, and after ten seconds it is wiped.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "ways.h"

#define HIDE key_f(9)

static const struct {
	int width, height;
} sizes[] = { { 80, 25 }, { 40, 15 } };

/* The first screen as it is when somebody has hidden something: with a key
 * that leads back, in the language of LANG. */
static char *
neutral(const char *lang, int width, int height)
{
	struct kiosk k;
	char *text = NULL;

	kiosk_open(&k, lang, width, height);
	kiosk_keys(&k, "!");
	kiosk_press(&k, HIDE);
	text = kiosk_text(&k);
	kiosk_close(&k);
	return text;
}

static bool
can_hide(const struct kiosk *k)
{
	return app_screen(k->app) != SCREEN_ATTRACT &&
	    app_screen(k->app) != SCREEN_END;
}

static void
every_screen_is_covered_at_once_by_the_same_one(void **state)
{
	(void)state;
	for (size_t z = 0; z < COUNT_OF(sizes); z++) {
		char *cover = neutral("es", sizes[z].width, sizes[z].height);

		for (size_t w = 0; w < way_count; w++) {
			struct kiosk k;
			char *shown = NULL;
			bool hides;

			way_open(&k, "es", sizes[z].width, sizes[z].height, w);
			way_go(&k, "es", w);
			(void)app_take_wipe(k.app);
			hides = can_hide(&k);
			kiosk_press(&k, HIDE);
			shown = kiosk_text(&k);
			if (hides)
				assert_string_equal(shown, cover);
			/* and the terminal forgets what it showed */
			assert_int_equal(app_take_wipe(k.app), hides);
			assert_int_equal(app_is_hidden(k.app), hides);
			free(shown);
			kiosk_close(&k);
		}
		free(cover);
	}
}

static void
nought_brings_every_screen_back_as_it_was(void **state)
{
	(void)state;
	for (size_t w = 0; w < way_count; w++) {
		struct kiosk k;
		char *before = NULL;
		char *after = NULL;
		int x, y;

		way_open(&k, "es", 80, 25, w);
		way_go(&k, "es", w);
		if (can_hide(&k)) {
			kiosk_press(&k, key_of(UIKEY_TAB));
			before = kiosk_text(&k);
			x = app_draw(k.app)->cursor_x;
			y = app_draw(k.app)->cursor_y;
			kiosk_press(&k, HIDE);
			kiosk_press(&k, key_char('0'));
			after = kiosk_text(&k);
			assert_string_equal(after, before);
			assert_int_equal(app_draw(k.app)->cursor_x, x);
			assert_int_equal(app_draw(k.app)->cursor_y, y);
			assert_false(app_is_hidden(k.app));
			free(before);
			free(after);
		}
		kiosk_close(&k);
	}
}

static void
after_ten_seconds_nothing_can_be_brought_back(void **state)
{
	struct kiosk k;

	(void)state;
	kiosk_open(&k, "es", 80, 25);
	kiosk_keys(&k, "!7~visa~");
	assert_string_equal(app_session(k.app)->query, "visa");
	kiosk_press(&k, HIDE);
	(void)app_take_wipe(k.app);
	assert_in_range(app_wait(k.app), 1, 10000);
	kiosk_pass(&k, 9999);
	assert_true(app_is_hidden(k.app));
	assert_string_equal(app_session(k.app)->query, "visa");
	assert_int_equal(app_wait(k.app), 1);
	kiosk_pass(&k, 1);
	assert_false(app_is_hidden(k.app));
	assert_string_equal(app_session(k.app)->query, "");
	assert_true(app_take_wipe(k.app));
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_ATTRACT);
	assert_true(kiosk_shows(&k, "VEREDA"));
	assert_false(kiosk_shows(&k, "0 Volver"));
	kiosk_close(&k);
}

static void
who_is_afraid_may_press_it_more_than_once(void **state)
{
	struct kiosk k;

	(void)state;
	kiosk_open(&k, "es", 80, 25);
	kiosk_keys(&k, "!11");
	for (int i = 0; i < 5; i++) {
		kiosk_press(&k, HIDE);
		assert_true(app_is_hidden(k.app));
	}
	kiosk_pass(&k, 6000); /* the first one began the ten seconds */
	assert_false(app_is_hidden(k.app));
	kiosk_close(&k);
}

static void
whoever_chooses_something_finds_a_kiosk_that_knows_nothing(void **state)
{
	static const struct {
		struct key key;
		enum screen_id screen;
	} keys[] = {
		{ { .kind = UIKEY_CHAR, .code = '2' }, SCREEN_HOME },
		{ { .kind = UIKEY_ENTER }, SCREEN_HOME },
		{ { .kind = UIKEY_CHAR, .code = '*' }, SCREEN_ATTRACT },
		{ { .kind = UIKEY_F, .code = 4 }, SCREEN_ATTRACT },
		{ { .kind = UIKEY_F, .code = 10 }, SCREEN_ATTRACT },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		struct kiosk k;

		kiosk_open(&k, "es", 80, 25);
		app_set_kiosk(k.app, false);
		kiosk_keys(&k, "!7~visa~");
		kiosk_press(&k, HIDE);
		(void)app_take_wipe(k.app);
		kiosk_press(&k, keys[i].key);
		assert_int_equal(app_screen(k.app), keys[i].screen);
		assert_true(app_take_wipe(k.app));
		assert_string_equal(app_session(k.app)->query, "");
		assert_false(app_done(k.app)); /* F10 leaves no desk here */
		kiosk_close(&k);
	}
}

static void
arrows_choose_a_language_for_who_comes_next(void **state)
{
	struct kiosk k;

	(void)state;
	kiosk_open(&k, "es", 80, 25);
	kiosk_keys(&k, "!11");
	kiosk_press(&k, HIDE);
	kiosk_keys(&k, "v");
	assert_true(app_is_hidden(k.app));
	kiosk_keys(&k, "!");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
	assert_string_equal(app_lang(k.app), "en");
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_END);
	kiosk_close(&k);
}

static void
it_hides_below_the_notice_and_in_a_screen_that_is_too_small(void **state)
{
	struct kiosk k;

	(void)state;
	kiosk_open(&k, "es", 80, 25);
	kiosk_keys(&k, "!11");
	kiosk_pass(&k, 121000);
	assert_true(kiosk_shows(&k, "¿Sigue usted ahí?"));
	kiosk_press(&k, HIDE);
	assert_true(app_is_hidden(k.app));
	assert_false(kiosk_shows(&k, "¿Sigue usted ahí?"));
	kiosk_keys(&k, "0");
	app_resize(k.app, 20, 10);
	kiosk_press(&k, HIDE);
	app_resize(k.app, 80, 25);
	assert_true(app_is_hidden(k.app));
	assert_true(kiosk_shows(&k, "0 Volver"));
	kiosk_close(&k);
}

static void
on_a_keypad_the_key_in_the_corner_hides(void **state)
{
	static const char *const typed[] = { "!", "!11", "!7", "!7847",
		"!7847+", "!*", "!251", "!2511", "!25119" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(typed); i++) {
		struct kiosk k;

		kiosk_open(&k, "es", 80, 25);
		k.settings.keypad_only = true;
		kiosk_keys(&k, typed[i]);
		assert_true(kiosk_shows(&k, "- Ocultar"));
		kiosk_keys(&k, "-");
		assert_true(app_is_hidden(k.app));
		kiosk_keys(&k, "0");
		assert_false(app_is_hidden(k.app));
		kiosk_close(&k);
	}
}

/* What "-" did there. */
static void
on_a_keypad_nothing_is_lost_by_that(void **state)
{
	struct kiosk k;

	(void)state;
	kiosk_open(&k, "es", 40, 15);
	k.settings.keypad_only = true;
	kiosk_keys(&k, "!1");
	assert_true(kiosk_shows(&k, "Página 1 de "));
	assert_false(kiosk_shows(&k, "- Antes"));
	kiosk_keys(&k, "+");
	assert_false(kiosk_shows(&k, "Página 1 de "));
	for (int i = 0; i < 9 && !kiosk_shows(&k, "Página 1 de "); i++)
		kiosk_keys(&k, "+");
	assert_true(kiosk_shows(&k, "Página 1 de "));
	kiosk_keys(&k, "02511");
	assert_true(kiosk_shows(&k, "/ "));
	kiosk_keys(&k, "9!1/");
	assert_int_equal(app_screen(k.app), SCREEN_FEE_LIST);
	assert_false(app_session(k.app)->fees.asked[0].is);
	kiosk_close(&k);
}

static void
how_to_hide_is_explained_before_the_first_sensitive_page(void **state)
{
	struct kiosk k;

	(void)state;
	kiosk_open(&k, "es", 80, 25);
	kiosk_keys(&k, "!13");
	assert_int_equal(app_screen(k.app), SCREEN_CAREFUL);
	assert_true(kiosk_shows(&k, "F9 oculta la página"));
	assert_false(kiosk_shows(&k, "Trabajadoras"));
	kiosk_press(&k, HIDE); /* it may be tried */
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_CAREFUL);
	kiosk_keys(&k, "0"); /* or left */
	assert_true(kiosk_shows(&k, "Mis derechos"));
	kiosk_keys(&k, "31");
	assert_int_equal(app_screen(k.app), SCREEN_TOPIC);
	assert_true(kiosk_shows(&k, "Trabajadoras"));
	kiosk_keys(&k, "03"); /* who knows is not told again */
	assert_int_equal(app_screen(k.app), SCREEN_TOPIC);
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	kiosk_press(&k, key_f(10));
	kiosk_keys(&k, "513"); /* but the next person is */
	assert_int_equal(app_screen(k.app), SCREEN_CAREFUL);
	kiosk_close(&k);
}

static void
an_entry_is_as_sensitive_as_its_topic_however_it_is_found(void **state)
{
	struct kiosk k;

	(void)state;
	kiosk_open(&k, "es", 80, 25);
	kiosk_keys(&k, "!7~doméstica~!");
	assert_int_equal(app_screen(k.app), SCREEN_CAREFUL);
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	assert_true(kiosk_shows(&k, "Trabajar en una casa"));
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_SEARCH);
	kiosk_close(&k);
}

/* Where others have no room for it, and on what lies above. */
static void
on_sensitive_pages_the_key_is_always_in_sight(void **state)
{
	static const char *const keys[] = { "!13", "!131", "!1311", "!13118" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		struct kiosk k;

		kiosk_open(&k, "es", 40, 15);
		kiosk_keys(&k, keys[i]);
		assert_true(kiosk_shows(&k, "F9 Ocultar"));
		assert_true(kiosk_shows(&k, " 0 Atrás"));
		kiosk_close(&k);
	}
}

static void
a_finger_finds_it_in_the_corner_of_every_screen(void **state)
{
	(void)state;
	for (size_t z = 0; z < COUNT_OF(sizes); z++)
		for (size_t w = 0; w < way_count; w++) {
			struct kiosk k;
			struct key tap = { .kind = UIKEY_TAP,
				.x = sizes[z].width - 3,
				.y = sizes[z].height - 2 };

			way_open(&k, "es", sizes[z].width, sizes[z].height, w);
			k.settings.touch = true;
			way_go(&k, "es", w);
			app_resize(k.app, sizes[z].width + 1, sizes[z].height);
			app_resize(k.app, sizes[z].width, sizes[z].height);
			app_draw(k.app);
			if (can_hide(&k)) {
				kiosk_press(&k, tap);
				assert_true(app_is_hidden(k.app));
			}
			kiosk_close(&k);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    every_screen_is_covered_at_once_by_the_same_one),
		cmocka_unit_test(nought_brings_every_screen_back_as_it_was),
		cmocka_unit_test(
		    after_ten_seconds_nothing_can_be_brought_back),
		cmocka_unit_test(who_is_afraid_may_press_it_more_than_once),
		cmocka_unit_test(
		    whoever_chooses_something_finds_a_kiosk_that_knows_nothing),
		cmocka_unit_test(arrows_choose_a_language_for_who_comes_next),
		cmocka_unit_test(
		    it_hides_below_the_notice_and_in_a_screen_that_is_too_small),
		cmocka_unit_test(on_a_keypad_the_key_in_the_corner_hides),
		cmocka_unit_test(on_a_keypad_nothing_is_lost_by_that),
		cmocka_unit_test(
		    how_to_hide_is_explained_before_the_first_sensitive_page),
		cmocka_unit_test(
		    an_entry_is_as_sensitive_as_its_topic_however_it_is_found),
		cmocka_unit_test(on_sensitive_pages_the_key_is_always_in_sight),
		cmocka_unit_test(
		    a_finger_finds_it_in_the_corner_of_every_screen),
	};

	return cmocka_run_group_tests_name("hide", tests, screens_begin,
	    screens_end);
}
