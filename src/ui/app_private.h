/*
 * The inside of struct app, for app*.c, hide.c and idle.c alone.
 */
#ifndef VEREDA_APP_PRIVATE_H
#define VEREDA_APP_PRIVATE_H

#include "ui/app.h"
#include "ui/app_aloud.h"

#define APP_LITTER_MAX (256u << 10) /* bytes that drawing may leave */
#define APP_BOUNCE_MS 300 /* the same key again is no second choice */
#define APP_HIDDEN_MS 10000 /* what is hidden can come back */
#define APP_HELD_MS 150 /* nor is a key that repeats this fast */
/* More than any keyboard waits before a key that is held repeats itself: a
 * console 250, Wayland 600, X 660. */
#define APP_MOMENT_MS 800

enum move {
	MOVE_NONE,
	MOVE_GO,
	MOVE_REPLACE,
	MOVE_BACK,
	MOVE_HOME,
	MOVE_END,
	MOVE_ATTRACT,
	MOVE_HIDE, /* the first screen over all of it */
	MOVE_SHOW, /* and away again */
};

struct app {
	struct catalog *catalog;
	const struct settings *settings;
	struct link *link; /* or NULL */
	struct printer *printer; /* or NULL */
	struct console *console; /* or NULL */
	struct stats *stats; /* or NULL: nothing is counted */
	struct app_host host; /* or zeros */
	bool falling; /* back to older content, just now */
	struct session session;
	struct surface surface;
	struct aloud aloud;

	/* stack[0] is always the attract screen; the top is in screen. */
	struct place stack[APP_DEPTH_MAX];
	size_t depth;
	struct screen screen;
	enum err_code failed; /* why enter() failed; ERR_NONE */
	size_t arena_size; /* bytes, after enter() */

	enum move move; /* asked for, not yet made */
	struct place to;
	bool reenter; /* enter the top again */
	bool more; /* another key that types follows at once */
	bool look_again; /* for other content */

	int64_t now;        /* milliseconds */
	int64_t entered_at; /* last enter() or tick() of the screen */
	int64_t key_at;     /* last sign of life of a person */
	int64_t bounce_until; /* until then bounce_key is dropped */
	int64_t bounce_at;  /* when it was last seen */
	int64_t moved_at;   /* the last change of screen */
	struct key bounce_key;
	int64_t hidden_at;  /* when the first screen covered the session */
	bool hidden;
	bool notice;        /* "are you still there" lies on top */

	bool drawn; /* the surface shows what the app is: taps are valid */
	bool wipe;  /* the terminal's memory must go too */
	bool kiosk;
	bool done;
	bool line_mode;
	enum glyphs glyphs;
	struct date today; /* year 0: ask the clock */
};

/* app_stack.c: ask for a move; make the one that was asked for. */
void app_ask(struct app *app, enum move move);
void app_apply(struct app *app);

/* app_stats.c: before a move and after it. */
struct app_step {
	bool was_open; /* the session, before */
	bool ahead;    /* to another page, and not back */
	bool turned;   /* another page of the same entry */
	bool aside;    /* hidden, or back from there: nothing is counted */
};
struct app_step app_stats_leave(struct app *app, enum move move);
void app_stats_arrive(struct app *app, struct app_step step);

/* app_reload.c: other content, with the reader where they were. */
void app_reload(struct app *app);
/* The content cannot be read; whether there is other content now. */
bool app_fall_back(struct app *app, int channel);

/* idle.c */
void idle_seen(struct app *app); /* a person did something */
int idle_wait(const struct app *app); /* milliseconds, -1 for never */
void idle_tick(struct app *app);
void idle_draw(struct app *app, struct surface *s);

/* hide.c */
bool hide_key(struct app *app, struct key key); /* whether it was its own */
int hide_wait(const struct app *app); /* milliseconds, -1 for never */
void hide_tick(struct app *app);

/* app_draw.c */
bool app_too_small(const struct app *app);

static inline const struct screen_ops *
app_ops(const struct app *app)
{
	return screen_ops(app->screen.place.screen);
}

#endif
