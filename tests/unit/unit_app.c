/*
 * ui/: the app, on screens that only note what happens to them.  This file
 * stands in for screens.c, language.c and the catalog.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalog/recording.h"
#include "text/language.h"
#include "ui/app.h"
#include "ui/check_run.h"

static struct {
	unsigned entered[SCREEN_COUNT];
	unsigned ticks;
	struct key last; /* that the screen on top saw */
	bool refuses;    /* enter() fails */
	bool takes_left;
	bool explains; /* has words of its own behind ? */
	const struct place *go; /* where key '1' leads */
	char lang[8];
} seen;

static struct settings settings;
static struct app *app;
static int64_t now;

/* --- what the app asks of others --- */

void
catalog_forget(struct catalog *c)
{
	(void)c;
}

int
language_set(const char *code, struct err *e)
{
	(void)e;
	snprintf(seen.lang, sizeof seen.lang, "%s", code);
	return 0;
}

bool
language_known(const char *code)
{
	return strlen(code) == 2;
}

int
catalog_entry_slug(struct catalog *c, struct ref ref, struct arena *a,
    const char **out, struct err *e)
{
	(void)c;
	(void)ref;
	(void)a;
	(void)out;
	return err_set(e, ERR_NOT_FOUND, "no entry");
}

int
catalog_topic_slug(struct catalog *c, struct ref topic, struct arena *a,
    const char **out, struct err *e)
{
	(void)c;
	(void)topic;
	(void)a;
	(void)out;
	return err_set(e, ERR_NOT_FOUND, "no topic");
}

int
catalog_shelf(struct catalog *c, struct ref ref, struct arena *a,
    const char **kind, const char **topic, struct err *e)
{
	(void)c;
	(void)ref;
	(void)a;
	(void)kind;
	(void)topic;
	return err_set(e, ERR_NOT_FOUND, "no entry");
}

int
catalog_search(struct catalog *c, const char *words, const char *lang,
    size_t limit, struct arena *a, struct search_result *out, struct err *e)
{
	(void)c;
	(void)words;
	(void)lang;
	(void)limit;
	(void)a;
	(void)out;
	return err_set(e, ERR_NOT_FOUND, "no index");
}

int
catalog_has_recording(struct catalog *c, struct ref ref, const char *lang,
    bool *out, struct err *e)
{
	(void)c;
	(void)ref;
	(void)lang;
	(void)e;
	*out = false;
	return 0;
}

int
catalog_recording(struct catalog *c, struct ref ref, const char *lang,
    struct buffer *out, uint32_t *ms, struct err *e)
{
	(void)c;
	(void)ref;
	(void)lang;
	(void)out;
	(void)ms;
	return err_set(e, ERR_NOT_FOUND, "no recording");
}

int
check_run_open(struct screen *sc, struct check *out, struct err *e)
{
	(void)sc;
	(void)out;
	return err_set(e, ERR_NOT_FOUND, "no check");
}

void
check_run_score(const struct session_check *given, const struct check *k,
    struct check_score *out)
{
	(void)given;
	(void)k;
	(void)out;
}

int
catalog_find_again(struct catalog *c, const char *channel, const char *slug,
    struct ref *out, struct err *e)
{
	(void)c;
	(void)channel;
	(void)slug;
	(void)out;
	return err_set(e, ERR_NOT_FOUND, "no entry");
}

int
catalog_find_topic(struct catalog *c, const char *slug, struct ref *out,
    struct err *e)
{
	(void)c;
	(void)slug;
	(void)out;
	return err_set(e, ERR_NOT_FOUND, "no topic");
}

size_t
catalog_channel_count(const struct catalog *c)
{
	(void)c;
	return 1;
}

const struct edition *
catalog_edition(const struct catalog *c, size_t n)
{
	static struct edition tomorrow = { .channel = "crm",
		.created = INT64_C(7000000000) };

	(void)c;
	(void)n;
	return &tomorrow;
}

static int
enter(struct screen *sc, struct err *e)
{
	seen.entered[sc->place.screen]++;
	sc->state = arena_strdup(sc->arena, "what was read");
	if (seen.refuses && sc->place.screen == SCREEN_ARTICLE)
		return err_set(e, ERR_BLOCK_HASH, "block 7");
	return 0;
}

static void
draw(struct screen *sc, struct surface *s)
{
	surface_text(s, 0, 0, s->width, ROLE_PAGE, "screen");
	surface_cell(s, 7, 0)->code = 'A' + (uint32_t)sc->place.screen;
	surface_target(s, 10, 5, 10, 2, key_char('1'));
}

static bool
key(struct screen *sc, struct key k)
{
	seen.last = k;
	if (key_is(k, '1') && seen.go != NULL)
		app_go(sc->app, seen.go);
	if (key_is(k, '2'))
		app_set_language(sc->app, "fr");
	if (key_is(k, '3'))
		app_home(sc->app);
	if (k.kind == UIKEY_DOWN)
		sc->place.focus++;
	if (k.kind == UIKEY_LEFT || k.kind == UIKEY_BACKSPACE)
		return seen.takes_left;
	if (key_is(k, '?'))
		return seen.explains;
	return k.kind != UIKEY_F && k.kind != UIKEY_ESCAPE;
}

static int
wait_ms(const struct screen *sc)
{
	return sc->place.screen == SCREEN_ATTRACT ? 4000 : -1;
}

static void
tick(struct screen *sc)
{
	(void)sc;
	seen.ticks++;
}

const struct screen_ops *
screen_ops(enum screen_id id)
{
	static const struct screen_ops plain = { .name = "plain",
		.enter = enter,
		.draw = draw,
		.key = key,
		.wait = wait_ms,
		.tick = tick };
	static const struct screen_ops text = { .name = "text",
		.enter = enter,
		.draw = draw,
		.key = key,
		.takes_text = true };

	return id == SCREEN_SEARCH ? &text : &plain;
}

/* --- the tests --- */

static const struct place article = { .screen = SCREEN_ARTICLE };
static const struct place search = { .screen = SCREEN_SEARCH };

static int
start(void **state)
{
	(void)state;
	memset(&seen, 0, sizeof seen);
	settings_defaults(&settings);
	now = 5000000;
	app = app_new(NULL, &settings);
	app_tick(app, now);
	app_start(app);
	app_draw(app);
	return 0;
}

static int
stop(void **state)
{
	(void)state;
	app_free(app);
	return 0;
}

static void
press(struct key k)
{
	now += 400;
	app_tick(app, now);
	app_key(app, k);
	app_draw(app);
}

static void
to_home(void)
{
	press(key_char('3'));
	assert_int_equal(app_screen(app), SCREEN_HOME);
}

static void
to_article(void)
{
	to_home();
	seen.go = &article;
	press(key_char('1'));
	assert_int_equal(app_screen(app), SCREEN_ARTICLE);
}

static void
back_leads_home_then_to_the_end_then_to_attract(void **state)
{
	(void)state;
	to_article();
	press(key_char('0'));
	assert_int_equal(app_screen(app), SCREEN_HOME);
	press(key_of(UIKEY_ESCAPE));
	assert_int_equal(app_screen(app), SCREEN_END);
	assert_true(app_take_wipe(app));
	assert_false(app_take_wipe(app));
	press(key_of(UIKEY_BACKSPACE));
	assert_int_equal(app_screen(app), SCREEN_ATTRACT);
	press(key_char('0'));
	assert_int_equal(app_screen(app), SCREEN_ATTRACT);
}

static void
a_place_keeps_its_focus_while_others_lie_on_it(void **state)
{
	(void)state;
	to_home();
	press(key_of(UIKEY_DOWN));
	press(key_of(UIKEY_DOWN));
	seen.go = &article;
	press(key_char('1'));
	assert_int_equal(app_below(app)->focus, 2);
	press(key_char('0'));
	press(key_char('1'));
	assert_int_equal(app_below(app)->focus, 2);
}

static void
the_stack_forgets_the_oldest_but_never_home(void **state)
{
	(void)state;
	to_article();
	for (int i = 0; i < 3 * APP_DEPTH_MAX; i++)
		press(key_char('1'));
	for (int i = 0; i < APP_DEPTH_MAX - 3; i++) {
		press(key_char('0'));
		assert_int_equal(app_screen(app), SCREEN_ARTICLE);
	}
	press(key_char('0'));
	assert_int_equal(app_screen(app), SCREEN_HOME);
}

static void
keys_that_mean_the_same_everywhere_never_reach_a_menu(void **state)
{
	static const struct {
		struct key key;
		enum screen_id leads;
	} keys[] = {
		{ { .kind = UIKEY_CHAR, .code = '*' }, SCREEN_COMFORT },
		{ { .kind = UIKEY_F, .code = 2 }, SCREEN_COMFORT },
		{ { .kind = UIKEY_CHAR, .code = '/' }, SCREEN_SEARCH },
		{ { .kind = UIKEY_F, .code = 3 }, SCREEN_SEARCH },
		{ { .kind = UIKEY_F, .code = 10 }, SCREEN_END },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(keys); i++) {
		stop(NULL);
		start(NULL);
		to_article();
		memset(&seen.last, 0, sizeof seen.last);
		press(keys[i].key);
		assert_int_equal(app_screen(app), keys[i].leads);
		assert_int_equal(seen.last.kind, UIKEY_NONE);
	}
}

static void
help_is_of_the_screen_unless_it_explains_something_itself(void **state)
{
	(void)state;
	to_article();
	press(key_char('?'));
	assert_int_equal(app_screen(app), SCREEN_HOWTO);
	assert_true(key_is(seen.last, '?')); /* it was asked first */
	stop(NULL);
	start(NULL);
	to_article();
	seen.explains = true;
	press(key_f(1));
	assert_int_equal(app_screen(app), SCREEN_ARTICLE);
}

static void
attract_and_end_have_no_way_aside(void **state)
{
	(void)state;
	press(key_char('*'));
	press(key_char('/'));
	press(key_f(1));
	assert_int_equal(app_screen(app), SCREEN_ATTRACT);
	to_home();
	press(key_f(10));
	press(key_char('/'));
	press(key_char('*'));
	assert_int_equal(app_screen(app), SCREEN_END);
	press(key_f(10));
	assert_int_equal(app_screen(app), SCREEN_ATTRACT);
}

static void
a_field_takes_every_sign_and_escape_leads_out(void **state)
{
	(void)state;
	to_home();
	seen.go = &search;
	press(key_char('1'));
	assert_true(app_takes_text(app));
	seen.go = NULL;
	for (const char *c = "079*211/-?"; *c != '\0'; c++) {
		press(key_char((uint32_t)*c));
		assert_int_equal(app_screen(app), SCREEN_SEARCH);
		assert_int_equal(seen.last.code, *c);
	}
	press(key_f(1));
	assert_int_equal(app_screen(app), SCREEN_HOWTO);
	press(key_char('0'));
	seen.takes_left = true; /* the field has letters to erase */
	press(key_of(UIKEY_BACKSPACE));
	assert_int_equal(app_screen(app), SCREEN_SEARCH);
	seen.takes_left = false;
	press(key_of(UIKEY_BACKSPACE));
	assert_int_equal(app_screen(app), SCREEN_HOME);
	seen.go = &search;
	press(key_char('1'));
	press(key_of(UIKEY_ESCAPE));
	assert_int_equal(app_screen(app), SCREEN_HOME);
}

static void
left_is_back_only_where_the_screen_has_no_use_for_it(void **state)
{
	(void)state;
	to_article();
	seen.takes_left = true;
	press(key_of(UIKEY_LEFT));
	assert_int_equal(app_screen(app), SCREEN_ARTICLE);
	seen.takes_left = false;
	press(key_of(UIKEY_LEFT));
	assert_int_equal(app_screen(app), SCREEN_HOME);
	press(key_of(UIKEY_LEFT)); /* 80 columns: Home has two */
	assert_int_equal(app_screen(app), SCREEN_HOME);
	app_resize(app, 40, 15);
	press(key_of(UIKEY_LEFT));
	assert_int_equal(app_screen(app), SCREEN_END);
}

static void
page_keys_of_a_keyboard_are_plus_and_minus(void **state)
{
	(void)state;
	to_article();
	press(key_of(UIKEY_PAGE_DOWN));
	assert_int_equal(seen.last.code, '+');
	press(key_of(UIKEY_PAGE_UP));
	assert_int_equal(seen.last.code, '-');
	press(key_char(' '));
	assert_int_equal(seen.last.code, '+');
	press(key_f(4));
	assert_int_equal(seen.last.code, '.');
}

static void
a_key_that_bounces_chooses_once(void **state)
{
	(void)state;
	to_home();
	seen.go = &article;
	press(key_char('1'));
	app_tick(app, now + 299);
	app_key(app, key_char('1'));
	assert_int_equal(seen.entered[SCREEN_ARTICLE], 1);
	app_key(app, key_char('5')); /* another key is meant */
	assert_int_equal(seen.last.code, '5');
	app_tick(app, now + 700);
	app_key(app, key_char('1'));
	assert_int_equal(seen.entered[SCREEN_ARTICLE], 2);
}

static void
a_key_held_down_chooses_once_however_long(void **state)
{
	(void)state;
	to_home();
	seen.go = &article;
	press(key_char('1'));
	for (int i = 0; i < 100; i++) { /* a console: 250 ms, then 33 */
		app_tick(app, now + 250 + i * 33);
		app_key(app, key_char('1'));
	}
	assert_int_equal(seen.entered[SCREEN_ARTICLE], 1);
}

/* Wayland repeats a key 600 ms after it went down, then every 40. */
static void
hold(struct key k, int64_t milliseconds)
{
	for (int64_t at = 600; at <= milliseconds; at += 40) {
		app_tick(app, now + at);
		app_key(app, k);
		app_draw(app);
	}
	now += milliseconds;
}

static void
a_long_press_of_back_ends_at_home_and_not_behind_it(void **state)
{
	static const struct key backs[] = {
		{ .kind = UIKEY_CHAR, .code = '0' },
		{ .kind = UIKEY_ESCAPE },
		{ .kind = UIKEY_BACKSPACE },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(backs); i++) {
		stop(NULL);
		start(NULL);
		to_article();
		press(backs[i]);
		assert_int_equal(app_screen(app), SCREEN_HOME);
		hold(backs[i], 3000);
		assert_int_equal(app_screen(app), SCREEN_HOME);
		now += 800; /* and once more, with intent */
		press(backs[i]);
		assert_int_equal(app_screen(app), SCREEN_END);
	}
}

static void
a_key_held_at_home_leads_no_further_than_the_end(void **state)
{
	(void)state;
	to_home();
	now += 1000;
	press(key_char('0'));
	for (int i = 0; i < 100; i++) { /* a console: 250 ms, then 33 */
		app_tick(app, now + 250 + i * 33);
		app_key(app, key_char('0'));
		assert_int_equal(app_screen(app), SCREEN_END);
	}
}

/* EN 301 549 5.7 and 5.8 */
static void
who_wishes_it_is_spared_every_second_press(void **state)
{
	static const struct key one = { .kind = UIKEY_CHAR, .code = '1' };

	(void)state;
	to_home();
	app_session(app)->one_press = true;
	seen.go = &search;
	press(one);
	assert_int_equal(app_screen(app), SCREEN_SEARCH);
	now += 800;
	for (int i = 0; i < 3; i++) {
		app_tick(app, now);
		memset(&seen.last, 0, sizeof seen.last);
		app_key(app, one); /* in a field too */
		assert_true(key_is(seen.last, '1'));
		memset(&seen.last, 0, sizeof seen.last);
		app_tick(app, now + 500);
		app_key(app, one); /* a tremor */
		assert_int_equal(seen.last.kind, UIKEY_NONE);
		hold(one, 5000);
		assert_int_equal(seen.last.kind, UIKEY_NONE);
		app_key(app, key_char('2')); /* another key is meant */
		assert_true(key_is(seen.last, '2'));
		now += 800;
	}
}

static void
a_kiosk_may_ignore_second_presses_for_everybody(void **state)
{
	(void)state;
	assert_false(app_session(app)->one_press);
	settings.one_press = true;
	to_home();
	press(key_f(10));
	assert_true(app_session(app)->one_press);
	app_session(app)->one_press = false;
	press(key_f(10)); /* whoever changed it goes */
	assert_int_equal(app_screen(app), SCREEN_ATTRACT);
	assert_true(app_session(app)->one_press);
}

static void
silence_brings_the_notice_and_then_the_wipe(void **state)
{
	(void)state;
	to_article();
	snprintf(app_session(app)->query, SESSION_QUERY_SIZE, "refugio");
	(void)app_take_wipe(app);
	assert_int_equal(app_wait(app), 120000);
	app_tick(app, now + 119999);
	assert_int_equal(app_wait(app), 1);
	app_tick(app, now + 120000);
	assert_int_equal(app_wait(app), 1000);
	assert_int_equal(surface_cell(app_draw(app), 13, 7)->code, 0x2502);
	app_tick(app, now + 149999);
	assert_int_equal(app_screen(app), SCREEN_ARTICLE);
	app_tick(app, now + 150000);
	assert_int_equal(app_screen(app), SCREEN_ATTRACT);
	assert_true(app_take_wipe(app));
	assert_string_equal(app_session(app)->query, "");
	assert_false(app_session(app)->open);
}

static void
a_key_answers_the_notice_and_does_nothing_else(void **state)
{
	(void)state;
	to_article();
	now += 130000;
	app_tick(app, now);
	app_draw(app);
	memset(&seen.last, 0, sizeof seen.last);
	app_key(app, key_char('0'));
	assert_int_equal(app_screen(app), SCREEN_ARTICLE);
	assert_int_equal(seen.last.kind, UIKEY_NONE);
	assert_int_equal(app_wait(app), 120000);
	press(key_char('0'));
	assert_int_equal(app_screen(app), SCREEN_HOME);
}

static void
who_wants_more_time_has_ten_minutes(void **state)
{
	(void)state;
	to_article();
	app_session(app)->more_time = true;
	assert_int_equal(app_wait(app), 600000);
	app_tick(app, now + 599999);
	assert_int_equal(app_screen(app), SCREEN_ARTICLE);
	app_tick(app, now + 630000);
	assert_int_equal(app_screen(app), SCREEN_ATTRACT);
	assert_false(app_session(app)->more_time);
}

static void
a_night_asleep_ends_in_a_wipe_before_the_first_key(void **state)
{
	(void)state;
	to_article();
	now += 8 * 3600 * 1000;
	app_tick(app, now);
	assert_int_equal(app_screen(app), SCREEN_ATTRACT);
	app_key(app, key_char('5'));
	assert_int_equal(app_screen(app), SCREEN_ATTRACT);
}

static void
a_screen_ticks_when_it_asked_and_not_for_a_key(void **state)
{
	(void)state;
	assert_int_equal(app_wait(app), 4000);
	app_tick(app, now + 3999);
	assert_int_equal(seen.ticks, 0);
	assert_int_equal(app_wait(app), 1);
	app_tick(app, now + 4000);
	assert_int_equal(seen.ticks, 1);
	assert_int_equal(app_wait(app), 4000);
}

static void
a_language_redraws_the_same_place(void **state)
{
	(void)state;
	to_article();
	press(key_char('2'));
	assert_int_equal(app_screen(app), SCREEN_ARTICLE);
	assert_int_equal(seen.entered[SCREEN_ARTICLE], 2);
	assert_string_equal(seen.lang, "fr");
	press(key_f(10));
	assert_string_equal(app_lang(app), "fr"); /* the farewell */
	press(key_char('0'));
	assert_string_equal(app_lang(app), "es"); /* the next person */
	assert_string_equal(seen.lang, "es");
}

static void
a_page_that_fails_is_calm_and_zero_leads_back(void **state)
{
	struct surface *s;

	(void)state;
	seen.refuses = true;
	to_article();
	s = app_draw(app);
	assert_int_equal(surface_cell(s, 1, s->height - 1)->code, '0');
	assert_int_equal(surface_cell(s, 2, 7)->code, 'E'); /* E21 */
	press(key_char('5'));
	assert_int_equal(app_screen(app), SCREEN_ARTICLE);
	press(key_char('0'));
	assert_int_equal(app_screen(app), SCREEN_HOME);
	assert_int_equal(surface_cell(app_draw(app), 7, 0)->code,
	    'A' + SCREEN_HOME);
}

static void
too_small_a_terminal_shows_one_sentence_and_takes_no_key(void **state)
{
	unsigned entered;

	(void)state;
	to_article();
	entered = seen.entered[SCREEN_ARTICLE];
	for (int width = 1; width < 40; width += 13)
		for (int height = 1; height < 15; height++) {
			app_resize(app, width, height);
			app_draw(app);
			press(key_char('0'));
			app_tick(app, now);
			assert_int_equal(app_screen(app), SCREEN_ARTICLE);
		}
	assert_int_equal(seen.entered[SCREEN_ARTICLE], entered);
	app_tick(app, now + 200000); /* the wipe comes all the same */
	assert_int_equal(app_screen(app), SCREEN_ATTRACT);
	app_resize(app, 40, 15);
	assert_int_equal(surface_cell(app_draw(app), 0, 0)->code, 's');
}

static void
a_tap_is_the_key_of_what_was_drawn_there(void **state)
{
	struct key tap = { .kind = UIKEY_TAP, .x = 12, .y = 6 };
	struct key beside = { .kind = UIKEY_TAP, .x = 22, .y = 6 };

	(void)state;
	to_home();
	seen.go = &article;
	press(beside);
	assert_int_equal(app_screen(app), SCREEN_HOME);
	press(tap);
	assert_int_equal(app_screen(app), SCREEN_ARTICLE);
}

static void
only_a_desk_can_be_left(void **state)
{
	(void)state;
	press(key_f(10));
	assert_false(app_done(app));
	app_set_kiosk(app, false);
	press(key_f(10));
	assert_true(app_done(app));
}

static void
a_clock_before_the_newest_edition_is_no_clock(void **state)
{
	struct date d = { .year = 1 };
	struct date fixed = { 2026, 11, 25 };

	(void)state;
	app_today(app, &d);
	assert_int_equal(d.year, 0);
	app_set_today(app, &fixed);
	app_today(app, &d);
	assert_int_equal(d.day, 25);
}

static void
drawing_for_a_long_time_does_not_grow(void **state)
{
	(void)state;
	to_article();
	for (int i = 0; i < 100000; i++) {
		press(key_of(UIKEY_DOWN));
		app_tick(app, now + 121000);
		app_draw(app); /* the notice leaves texts behind */
		app_key(app, key_char('5'));
	}
	assert_true(seen.entered[SCREEN_ARTICLE] > 1);
	assert_true(seen.entered[SCREEN_ARTICLE] < 1000);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(back_leads_home_then_to_the_end_then_to_attract),
		TEST(a_place_keeps_its_focus_while_others_lie_on_it),
		TEST(the_stack_forgets_the_oldest_but_never_home),
		TEST(keys_that_mean_the_same_everywhere_never_reach_a_menu),
		TEST(help_is_of_the_screen_unless_it_explains_something_itself),
		TEST(attract_and_end_have_no_way_aside),
		TEST(a_field_takes_every_sign_and_escape_leads_out),
		TEST(left_is_back_only_where_the_screen_has_no_use_for_it),
		TEST(page_keys_of_a_keyboard_are_plus_and_minus),
		TEST(a_key_that_bounces_chooses_once),
		TEST(a_key_held_down_chooses_once_however_long),
		TEST(a_long_press_of_back_ends_at_home_and_not_behind_it),
		TEST(a_key_held_at_home_leads_no_further_than_the_end),
		TEST(who_wishes_it_is_spared_every_second_press),
		TEST(a_kiosk_may_ignore_second_presses_for_everybody),
		TEST(silence_brings_the_notice_and_then_the_wipe),
		TEST(a_key_answers_the_notice_and_does_nothing_else),
		TEST(who_wants_more_time_has_ten_minutes),
		TEST(a_night_asleep_ends_in_a_wipe_before_the_first_key),
		TEST(a_screen_ticks_when_it_asked_and_not_for_a_key),
		TEST(a_language_redraws_the_same_place),
		TEST(a_page_that_fails_is_calm_and_zero_leads_back),
		TEST(too_small_a_terminal_shows_one_sentence_and_takes_no_key),
		TEST(a_tap_is_the_key_of_what_was_drawn_there),
		TEST(only_a_desk_can_be_left),
		TEST(a_clock_before_the_newest_edition_is_no_clock),
		TEST(drawing_for_a_long_time_does_not_grow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
