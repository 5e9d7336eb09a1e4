/*
 * Hide now: one key, and what stood there is gone from the glass.  The first
 * screen covers it, as if nobody were here.  For ten seconds 0 brings it back;
 * then, or when anybody chooses something, all of it is wiped.
 */
#include <config.h>

#include "ui/app.h"

#include "ui/app_private.h"

#define HIDE_F_KEY 9
#define HIDE_KEYPAD '-' /* the corner; + turns the pages round and round */

/* The PIN of the staff has a key of its own there, which wipes at once. */
const char *
app_hide_key(const struct app *app)
{
	enum screen_id id = app->screen.place.screen;

	if (app->hidden || id == SCREEN_ATTRACT || id == SCREEN_END)
		return NULL;
	if (app->line_mode)
		return "!"; /* no line can hold F9 */
	if (!app->settings->keypad_only)
		return "F9";
	return id == SCREEN_PIN ? NULL : "-";
}

bool
app_is_hidden(const struct app *app)
{
	return app->hidden;
}

static bool
is_hide_key(const struct app *app, struct key key)
{
	if (key.kind == UIKEY_F && key.code == HIDE_F_KEY)
		return true;
	return app->settings->keypad_only && key_is(key, HIDE_KEYPAD) &&
	    app->screen.place.screen != SCREEN_PIN;
}

static bool
is_way_back(struct key key)
{
	return key_is(key, '0') || key.kind == UIKEY_ESCAPE ||
	    key.kind == UIKEY_BACKSPACE || key.kind == UIKEY_LEFT;
}

static bool
moves_focus(struct key key)
{
	return key.kind == UIKEY_UP || key.kind == UIKEY_DOWN ||
	    key.kind == UIKEY_TAB || key.kind == UIKEY_BACKTAB;
}

/* What the helper said meanwhile is heard now. */
static void
show(struct app *app)
{
	app_ask(app, MOVE_SHOW);
	app_apply(app);
	if (app->link != NULL)
		app_hear(app);
}

/* Somebody uses the first screen: whoever hid something is gone. */
static void
give_up(struct app *app)
{
	int focus = app->screen.place.focus;

	app_attract(app);
	app_apply(app);
	app->screen.place.focus = focus;
}

bool
hide_key(struct app *app, struct key key)
{
	enum screen_id id = app->screen.place.screen;
	bool hides = is_hide_key(app, key);

	if (!app->hidden) {
		if (!hides || id == SCREEN_ATTRACT || id == SCREEN_END)
			return false;
		app_ask(app, MOVE_HIDE);
		app_apply(app);
		return true;
	}
	if (is_way_back(key))
		show(app);
	else if (hides)
		return true; /* who is afraid presses it more than once */
	else if (moves_focus(key))
		return false;
	else
		give_up(app);
	/* F10 would end the program, on a desk */
	return !app->hidden && (is_way_back(key) || key.kind == UIKEY_F);
}

int
hide_wait(const struct app *app)
{
	int64_t left = app->hidden_at + APP_HIDDEN_MS - app->now;

	if (!app->hidden)
		return -1;
	return left > 0 ? (int)left : 0;
}

void
hide_tick(struct app *app)
{
	if (hide_wait(app) != 0)
		return;
	app_attract(app);
	app_apply(app);
}
