/*
 * The stack of places.  Only the place on top has a state; whatever uncovers
 * a place enters it again.
 */
#include <config.h>

#include "ui/app.h"

#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "text/language.h"
#include "ui/app_private.h"
#include "ui/forget.h"

static struct place
place_of(enum screen_id screen)
{
	struct place p = { .screen = screen };

	return p;
}

/* Keep what the screen noted in its place for when it comes back. */
static void
save_top(struct app *app)
{
	if (app->depth > 0)
		app->stack[app->depth - 1] = app->screen.place;
}

/* Does CODE say that the content is damaged? */
static bool
is_damage(enum err_code code)
{
	return code == ERR_DATABASE || code == ERR_BLOCK_HASH ||
	    code == ERR_BLOCK_INFLATE || code == ERR_STICK;
}

/* Whether there is other content now, to enter the top again with. */
static bool
escape_damage(struct app *app)
{
	const struct place *p = &app->screen.place;
	bool fault = app->host.has_fault != NULL &&
	    app->host.has_fault(app->host.context);

	if (!fault && !is_damage(app->failed))
		return false;
	return app_fall_back(app,
	    p->ref.row != 0 && !screen_is_staff(p->screen)
		? (int)p->ref.channel
		: -1);
}

static void
enter_once(struct app *app)
{
	struct err e = { 0 };
	enum screen_id id = app->stack[app->depth - 1].screen;

	arena_reset(app->screen.arena);
	app->screen.app = app;
	app->screen.state = NULL;
	app->screen.place = app->stack[app->depth - 1];
	app->entered_at = app->now;
	app->failed = ERR_NONE;
	app->reenter = false;
	app->drawn = false;
	app->session.open = id != SCREEN_ATTRACT && id != SCREEN_END;
	if (app_too_small(app)) {
		app->reenter = true; /* when there is room again */
		return;
	}
	if (screen_ops(id)->enter(&app->screen, &e) < 0) {
		app->failed = e.code;
		log_line("screen %s: %s", screen_ops(id)->name, e.text);
	}
	app->arena_size = arena_size(app->screen.arena);
}

/* Whatever screen an entry would have had: it is withdrawn, and why. */
static void
show_withdrawn(struct app *app)
{
	struct place *top = &app->stack[app->depth - 1];

	*top = (struct place){ .screen = SCREEN_WITHDRAWN, .ref = top->ref };
	enter_once(app);
}

static void
enter_top(struct app *app)
{
	enter_once(app);
	if (app->failed == ERR_WITHDRAWN)
		show_withdrawn(app);
	for (int i = 0; i < CATALOG_CHANNELS_MAX && escape_damage(app); i++)
		enter_once(app);
}

/* Drawing leaves cut texts in the arena: begin anew before it is much. */
static bool
is_littered(const struct app *app)
{
	return arena_size(app->screen.arena) >
	    app->arena_size + APP_LITTER_MAX;
}

static void
push(struct app *app, const struct place *to)
{
	size_t keep = 2; /* attract and Home */

	if (app->depth == APP_DEPTH_MAX) {
		memmove(&app->stack[keep], &app->stack[keep + 1],
		    (APP_DEPTH_MAX - keep - 1) * sizeof app->stack[0]);
		app->depth--;
	}
	app->stack[app->depth++] = *to;
	if (app->depth > 1 && app->stack[app->depth - 2].careful)
		app->stack[app->depth - 1].careful = true;
}

/* Forget the person: session, everything that was drawn, all places. */
static void
wipe(struct app *app, const char *lang)
{
	if (app->link != NULL)
		link_leave(app->link);
	aloud_forget(app);
	printer_forget(app->printer);
	session_wipe(&app->session, lang);
	app->session.one_press = app->settings->one_press;
	arena_reset(app->screen.arena);
	surface_wipe(&app->surface);
	explicit_bzero(app->stack, sizeof app->stack);
	explicit_bzero(&app->screen.place, sizeof app->screen.place);
	explicit_bzero(&app->to, sizeof app->to);
	if (app->bounce_at != app->now) /* else it may still be held */
		explicit_bzero(&app->bounce_key, sizeof app->bounce_key);
	app->screen.state = NULL;
	app->stack[0] = place_of(SCREEN_ATTRACT);
	app->depth = 1;
	app->notice = false;
	app->hidden = false;
	app->wipe = true;
	catalog_forget(app->catalog);
	forget_freed();
}

/* A place that was left says what somebody looked at or answered. */
static void
forget_above(struct app *app)
{
	explicit_bzero(&app->stack[app->depth],
	    (APP_DEPTH_MAX - app->depth) * sizeof app->stack[0]);
}

static void
set_language(const char *lang)
{
	struct err e = { 0 };

	if (language_set(lang, &e) < 0)
		log_line("language: %s", e.text); /* English is shown */
}

void
app_start(struct app *app)
{
	wipe(app, app->settings->language);
	app->move = MOVE_NONE;
	set_language(app->session.lang);
	enter_top(app);
}

/* The session stays as it is, and nothing of it on the terminal. */
static void
cover(struct app *app)
{
	struct place attract = place_of(SCREEN_ATTRACT);

	push(app, &attract);
	app->hidden = true;
	app->hidden_at = app->now;
	app->notice = false;
	app->wipe = true;
}

static void
make(struct app *app, enum move move)
{
	struct place home = place_of(SCREEN_HOME);
	struct place end = place_of(SCREEN_END);
	bool listens = false;

	switch (move) {
	case MOVE_NONE:
		return;
	case MOVE_GO:
		push(app, &app->to);
		break;
	case MOVE_REPLACE:
		app->stack[app->depth - 1] = app->to;
		break;
	case MOVE_BACK:
		if (app->depth > 1)
			app->depth--;
		break;
	case MOVE_HOME:
		app->depth = app->depth > 1 &&
		    app->stack[1].screen == SCREEN_HOME ? 2 : 1;
		if (app->depth == 1)
			push(app, &home);
		break;
	case MOVE_END:
		listens = app->session.read_aloud;
		wipe(app, app->session.lang);
		push(app, &end);
		if (listens)
			app_read_aloud(app); /* that it is over, and wiped */
		break;
	case MOVE_ATTRACT:
		app_start(app);
		return;
	case MOVE_HIDE:
		cover(app);
		break;
	case MOVE_SHOW:
		app->hidden = false;
		app->depth--;
		break;
	}
	forget_above(app);
	enter_top(app);
}

void
app_apply(struct app *app)
{
	enum move move = app->move;
	struct app_step step;

	if (app->look_again) {
		app->look_again = false;
		app_reload(app); /* comes back here if there is some */
	}
	save_top(app);
	app->move = MOVE_NONE;
	if (move == MOVE_NONE && app->host.has_fault != NULL &&
	    app->host.has_fault(app->host.context))
		app->reenter = true; /* a query of key() met it */
	if (move != MOVE_NONE) {
		aloud_stop(app);
		app->aloud.due = true;
		app->bounce_until = app->now + APP_BOUNCE_MS;
		app->moved_at = app->now;
		step = app_stats_leave(app, move);
		make(app, move);
		app_stats_arrive(app, step);
	} else if (app->more && app->failed == ERR_NONE &&
	    app_ops(app)->types_ahead) {
		return; /* the next key comes before anybody looks */
	} else if (app->reenter || is_littered(app)) {
		enter_top(app);
	}
}

void
app_ask(struct app *app, enum move move)
{
	app->move = move;
}

void
app_go(struct app *app, const struct place *to)
{
	app->to = *to;
	app_ask(app, MOVE_GO);
}

void
app_replace(struct app *app, const struct place *to)
{
	app->to = *to;
	app_ask(app, MOVE_REPLACE);
}

/* Behind Home is the end of the session, behind the end the attract screen. */
void
app_back(struct app *app)
{
	enum screen_id id = app->screen.place.screen;

	if (id == SCREEN_HOME)
		app_ask(app, MOVE_END);
	else if (id == SCREEN_END)
		app_ask(app, MOVE_ATTRACT);
	else if (screen_is_staff(id) && app->depth == 2)
		app_ask(app, MOVE_ATTRACT); /* their session ends there */
	else if (id != SCREEN_ATTRACT)
		app_ask(app, MOVE_BACK);
}

void
app_home(struct app *app)
{
	app_ask(app, MOVE_HOME);
}

void
app_end_session(struct app *app)
{
	app_ask(app, MOVE_END);
}

void
app_attract(struct app *app)
{
	app_ask(app, MOVE_ATTRACT);
}

void
app_reenter(struct app *app)
{
	app->reenter = true;
}

void
app_look_again(struct app *app)
{
	app->look_again = true;
}

void
app_set_language(struct app *app, const char *lang)
{
	if (!language_known(lang))
		return;
	snprintf(app->session.lang, sizeof app->session.lang, "%s", lang);
	set_language(app->session.lang);
	app->reenter = true;
}

const struct place *
app_below(const struct app *app)
{
	return app->depth > 1 ? &app->stack[app->depth - 2] : NULL;
}
