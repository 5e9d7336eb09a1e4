/*
 * The application: what screens may ask, and what a key means before and
 * after the screen on top has seen it.
 */
#include <config.h>

#include "ui/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "text/language.h"
#include "ui/app_private.h"

#define TWO_COLUMNS_WIDTH 70 /* from here on Home has two */
#define CATCH_UP_MAX 64 /* ticks of one call, when time made a leap */

struct app *
app_new(struct catalog *catalog, const struct settings *settings)
{
	struct app *app = xcalloc(1, sizeof *app);

	app->catalog = catalog;
	app->settings = settings;
	app->screen.arena = arena_new();
	app->kiosk = true;
	app->glyphs = GLYPHS_SAFE;
	surface_init(&app->surface, 80, 25);
	return app;
}

void
app_free(struct app *app)
{
	if (app == NULL)
		return;
	aloud_fini(app);
	surface_fini(&app->surface);
	arena_free(app->screen.arena);
	explicit_bzero(app, sizeof *app);
	free(app);
}

struct catalog *
app_catalog(struct app *app)
{
	return app->catalog;
}

struct session *
app_session(struct app *app)
{
	return &app->session;
}

const struct settings *
app_settings(const struct app *app)
{
	return app->settings;
}

int
app_width(const struct app *app)
{
	return app->surface.width;
}

int
app_height(const struct app *app)
{
	return app->surface.height;
}

enum glyphs
app_glyphs(const struct app *app)
{
	return app->glyphs;
}

bool
app_touch(const struct app *app)
{
	return app->settings->touch;
}

bool
app_keypad(const struct app *app)
{
	return app->settings->keypad_only;
}

bool
app_line_mode(const struct app *app)
{
	return app->line_mode;
}

const char *
app_lang(const struct app *app)
{
	return app->session.lang;
}

const char *
app_country(const struct app *app)
{
	return app->session.country[0] != '\0' ? app->session.country
					       : app->settings->country;
}

/* No clock is trusted that stands before the newest edition was made. */
void
app_today(const struct app *app, struct date *out)
{
	int64_t now = (int64_t)time(NULL);

	if (app->today.year != 0) {
		*out = app->today;
		return;
	}
	date_of_seconds(out, now);
	for (size_t i = 0; i < catalog_channel_count(app->catalog); i++)
		if (now < catalog_edition(app->catalog, i)->created)
			memset(out, 0, sizeof *out);
}

int64_t
app_now(const struct app *app)
{
	return app->now;
}

void
app_set_terminal(struct app *app, enum glyphs glyphs, bool line_mode)
{
	app->glyphs = glyphs;
	app->line_mode = line_mode;
}

/* Whether the screen on top is there: entered, and with room to be drawn. */
static bool
is_live(const struct app *app)
{
	return app->depth > 0 && app->failed == ERR_NONE &&
	    !app_too_small(app);
}

struct link *
app_link(struct app *app)
{
	return app->link;
}

void
app_set_link(struct app *app, struct link *link)
{
	app->link = link;
}

bool
app_has_voice(const struct app *app)
{
	return app->aloud.there;
}

bool
app_is_reading(const struct app *app)
{
	return app->aloud.reading;
}

bool
app_is_repeating(const struct app *app)
{
	return app->aloud.again;
}

void
app_set_voice(struct app *app, struct voice *voice)
{
	app->aloud.voice = voice;
	app->aloud.there = voice_is_there(voice);
}

int
app_voice_fd(const struct app *app)
{
	return voice_fd(app->aloud.voice);
}

void
app_hear_voice(struct app *app)
{
	aloud_hear(app);
}

struct printer *
app_printer(struct app *app)
{
	return app->printer;
}

void
app_set_printer(struct app *app, struct printer *printer)
{
	app->printer = printer;
}

void
app_printed(struct app *app)
{
	if (!is_live(app) || app->screen.place.screen != SCREEN_PAPER)
		return;
	idle_seen(app); /* whoever waits for it is there */
	app->drawn = false;
	app_reenter(app);
	app_apply(app);
}

void
app_set_console(struct app *app, struct console *console)
{
	app->console = console;
}

struct console *
app_console(struct app *app)
{
	return app->console;
}

void
app_letters_changed(struct app *app)
{
	if (!console_can_enlarge(app->console))
		app->session.large_letters = false;
	app->drawn = false;
	if (app->depth == 0)
		return; /* not started yet */
	app_reenter(app);
	app_apply(app);
}

bool
app_has_large_letters(const struct app *app)
{
	return console_can_enlarge(app->console);
}

bool
app_wants_large_letters(const struct app *app)
{
	return app->session.large_letters;
}

void
app_set_host(struct app *app, const struct app_host *host)
{
	app->host = *host;
}

/* As the machine's clock says; a fixed day begins at midnight. */
void
app_banner(const struct app *app, struct banner *out)
{
	int64_t now = app->today.year != 0 ? date_seconds(&app->today)
					   : (int64_t)time(NULL);

	memset(out, 0, sizeof *out);
	if (app->host.banner != NULL)
		app->host.banner(app->host.context, now, out);
}

/* An installation is a sign of life: nobody is thrown out of it. */
void
app_hear(struct app *app)
{
	const struct screen_ops *ops = app_ops(app);

	if (app->depth == 0)
		return;
	if (link_take_changed(app->link))
		app_reload(app);
	if (!is_live(app) || ops->heard == NULL)
		return;
	if (link_model(app->link)->running == LINK_INSTALL)
		idle_seen(app);
	app->drawn = false;
	ops->heard(&app->screen);
	app_reenter(app);
	app_apply(app);
}

void
app_set_kiosk(struct app *app, bool kiosk)
{
	app->kiosk = kiosk;
}

void
app_set_today(struct app *app, const struct date *today)
{
	memset(&app->today, 0, sizeof app->today);
	if (today != NULL)
		app->today = *today;
}

void
app_resize(struct app *app, int width, int height)
{
	if (width == app->surface.width && height == app->surface.height)
		return;
	surface_resize(&app->surface, width, height);
	app->drawn = false;
	if (app->depth == 0)
		return; /* not started yet */
	app_reenter(app);
	app_apply(app);
}

enum screen_id
app_screen(const struct app *app)
{
	return app->screen.place.screen;
}

bool
app_take_wipe(struct app *app)
{
	bool wipe = app->wipe;

	app->wipe = false;
	return wipe;
}

bool
app_wants_contrast(const struct app *app)
{
	return app->session.contrast;
}

bool
app_takes_text(const struct app *app)
{
	return is_live(app) && app_ops(app)->takes_text;
}

bool
app_asks(const struct app *app)
{
	return app->notice;
}

bool
app_done(const struct app *app)
{
	return app->done;
}

/* Milliseconds until the screen's own tick, -1 for never. */
static int
screen_wait(const struct app *app)
{
	const struct screen_ops *ops = app_ops(app);
	int64_t due;

	if (!is_live(app) || ops->wait == NULL || ops->tick == NULL)
		return -1;
	due = ops->wait(&app->screen);
	if (due < 0)
		return -1;
	due += app->entered_at - app->now;
	return due > 0 ? (int)due : 0;
}

/* The nearer of two waits, -1 being never. */
static int
nearer(int a, int b)
{
	if (a < 0 || b < 0)
		return a < 0 ? b : a;
	return a < b ? a : b;
}

int
app_wait(struct app *app)
{
	return nearer(nearer(idle_wait(app), screen_wait(app)),
	    nearer(hide_wait(app), voice_wait(app->aloud.voice, app->now)));
}

void
app_tick(struct app *app, int64_t now)
{
	app->now = now;
	for (int i = 0; i < CATCH_UP_MAX && screen_wait(app) == 0; i++) {
		app->entered_at += app_ops(app)->wait(&app->screen);
		app->drawn = false;
		app_ops(app)->tick(&app->screen);
		app_apply(app);
	}
	if (app->depth > 0 && screen_wait(app) == 0)
		app->entered_at = now; /* asleep for long: let it be */
	if (voice_wait(app->aloud.voice, now) == 0)
		aloud_hear(app); /* it hangs */
	if (app->aloud.reading && !app->notice)
		app->key_at = now; /* somebody listens */
	if (app->depth > 0) {
		hide_tick(app);
		idle_tick(app);
	}
}

/* The keyboard's names for the keypad's keys; not while text is typed. */
static struct key
same_key(struct key key)
{
	static const struct {
		struct key from;
		uint32_t to;
	} same[] = {
		{ { .kind = UIKEY_CHAR, .code = ' ' }, '+' },
		{ { .kind = UIKEY_PAGE_DOWN }, '+' },
		{ { .kind = UIKEY_PAGE_UP }, '-' },
		{ { .kind = UIKEY_CHAR, .code = ',' }, '.' },
	};

	for (size_t i = 0; i < COUNT_OF(same); i++)
		if (key_same(key, same[i].from))
			return key_char(same[i].to);
	return key;
}

/* F keys say the same everywhere, also while text is typed. */
static struct key
f_key(struct key key)
{
	if (key.kind != UIKEY_F)
		return key;
	switch (key.code) {
	case 1:
		return key_char('?');
	case 2:
		return key_char('*');
	case 3:
		return key_char('/');
	case 4:
		return key_char('.');
	default:
		return key;
	}
}

static void
go(struct app *app, enum screen_id id)
{
	struct place to = { .screen = id, .about = app->screen.place.screen };

	if (app->screen.place.screen != id)
		app_go(app, &to);
}

/* Attract and end have their own few keys and no way aside; the staff has
 * only the language. */
static bool
has_ways_aside(const struct app *app)
{
	enum screen_id id = app->screen.place.screen;

	return id != SCREEN_ATTRACT && id != SCREEN_END;
}

/* A step back: inside the screen, where it has steps, or out of it. */
static void
step_back(struct app *app)
{
	const struct screen_ops *ops = app_ops(app);

	if (app->failed != ERR_NONE || ops->back == NULL ||
	    !ops->back(&app->screen))
		app_back(app);
}

/* The keys that mean the same on every screen. */
static bool
key_everywhere(struct app *app, struct key key)
{
	if (key.kind == UIKEY_ESCAPE || key.kind == UIKEY_BACKSPACE ||
	    key_is(key, '0')) {
		step_back(app);
		return true;
	}
	if (!has_ways_aside(app))
		return false;
	if (key_is(key, '*') && app_screen(app) != SCREEN_COMFORT)
		go(app, SCREEN_COMFORT); /* there it is a choice */
	else if (screen_is_staff(app->screen.place.screen))
		return false;
	else if (key_is(key, '/'))
		go(app, SCREEN_SEARCH);
	else if (key_is(key, '?'))
		go(app, SCREEN_HOWTO);
	else
		return false;
	return true;
}

static void
key_end(struct app *app)
{
	enum screen_id id = app->screen.place.screen;

	if (id == SCREEN_ATTRACT)
		app->done = !app->kiosk;
	else if (id == SCREEN_END || screen_is_staff(id))
		app_attract(app);
	else
		app_end_session(app);
}

/* While a page cannot be shown there is only the way back. */
static void
key_failed(struct app *app, struct key key)
{
	if (app->screen.place.screen == SCREEN_ATTRACT)
		app_reenter(app); /* any key tries again */
	else
		key_everywhere(app, key);
}

static bool
is_left_back(const struct app *app)
{
	return app->screen.place.screen != SCREEN_HOME ||
	    app->surface.width < TWO_COLUMNS_WIDTH;
}

static void
key_text(struct app *app, struct key key)
{
	if (app_ops(app)->key(&app->screen, key))
		return;
	if (key.kind == UIKEY_F)
		key_everywhere(app, f_key(key));
	else if (key.kind == UIKEY_ESCAPE || key.kind == UIKEY_BACKSPACE)
		app_back(app);
}

static void
key_menu(struct app *app, struct key key)
{
	key = same_key(f_key(key));
	if (app_ops(app)->holds) {
		app_ops(app)->key(&app->screen, key);
		return;
	}
	/* a screen may know better what to explain than its own help */
	if (key_is(key, '?') && app_ops(app)->key(&app->screen, key))
		return;
	if (key_everywhere(app, key) || app_ops(app)->key(&app->screen, key))
		return;
	if (key.kind == UIKEY_LEFT && is_left_back(app))
		step_back(app);
}

/* Home is where a long way back ends: whoever holds the key a little too long
 * there would lose all they did. */
static bool
would_end(const struct app *app, struct key key)
{
	return app->screen.place.screen == SCREEN_HOME &&
	    (key_is(key, '0') || key.kind == UIKEY_ESCAPE ||
		key.kind == UIKEY_BACKSPACE || key.kind == UIKEY_LEFT);
}

/*
 * A key that bounces or is held down repeats itself: for 300 ms after a
 * change of screen the key that made it is no key, and as long as it goes on
 * at the speed of a repeat.  Whoever wishes it (EN 301 549, 5.7 and 5.8) is
 * spared every repetition, also in a field.
 */
static bool
is_bounce(struct app *app, struct key key)
{
	int64_t since = app->now - app->bounce_at;
	int64_t here = app->now - app->moved_at;
	bool same = key_same(key, app->bounce_key);

	if (app->line_mode)
		return false;
	app->bounce_key = key;
	app->bounce_at = app->now;
	if (!same)
		return false;
	if (app->session.one_press && since < APP_MOMENT_MS)
		return true;
	if (app->now >= app->bounce_until &&
	    (here >= APP_MOMENT_MS || !would_end(app, key)))
		return false;
	if (since < APP_HELD_MS || app->now >= app->bounce_until)
		app->bounce_until = app->now + APP_BOUNCE_MS;
	return true;
}

void
app_key(struct app *app, struct key key)
{
	bool notice = app->notice;

	idle_seen(app);
	if (key.kind == UIKEY_TAP)
		key = app->drawn ? surface_tap(&app->surface, key.x, key.y)
				 : key_of(UIKEY_NONE);
	if (key.kind == UIKEY_NONE || is_bounce(app, key) ||
	    hide_key(app, key))
		return;
	if (notice)
		aloud_stop(app); /* that is what was read */
	if (notice || app_too_small(app))
		return;
	app->drawn = false;
	if (is_live(app) && aloud_key(app, key))
		return;
	if (key.kind == UIKEY_F && key.code == 10)
		key_end(app);
	else if (app->failed != ERR_NONE)
		key_failed(app, key);
	else if (app_ops(app)->takes_text)
		key_text(app, key);
	else
		key_menu(app, key);
	app_apply(app);
}

/* Goes into a field, whatever the screen shows. */
static bool
is_typed(struct key key)
{
	return key.kind == UIKEY_BACKSPACE ||
	    (key.kind == UIKEY_CHAR && key.code != '+');
}

void
app_keys(struct app *app, const struct key *keys, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		app->more = i + 1 < count && is_typed(keys[i + 1]);
		app_key(app, keys[i]);
	}
}
