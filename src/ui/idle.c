/*
 * Nobody there: a notice after two minutes, and when nobody answers it the
 * session is wiped and the attract screen comes back.  Attract and end have
 * nothing to lose and get no notice.
 */
#include <config.h>

#include "ui/app.h"

#include <libintl.h>
#include <stdio.h>

#include "text/width.h"
#include "ui/app_private.h"

#define _(text) gettext(text)
#define MORE_TIME_SECONDS 600
#define BOX_WIDTH 54 /* at 80 columns */
#define BOX_HEIGHT 8
#define BOX_SMALL_WIDTH 38
#define BOX_SMALL_HEIGHT 6
#define BAR_CELLS 30
#define BAR_SMALL_CELLS 17

static bool
watches(const struct app *app)
{
	enum screen_id id = app->screen.place.screen;

	return id != SCREEN_ATTRACT && id != SCREEN_END;
}

/* Milliseconds without a key until the notice. */
static int64_t
patience(const struct app *app)
{
	int seconds = app->settings->idle_seconds;

	if (app->session.more_time && seconds < MORE_TIME_SECONDS)
		seconds = MORE_TIME_SECONDS;
	return (int64_t)seconds * 1000;
}

static int64_t
notice_length(const struct app *app)
{
	return (int64_t)app->settings->notice_seconds * 1000;
}

static int64_t
silence(const struct app *app)
{
	return app->now - app->key_at;
}

void
idle_seen(struct app *app)
{
	app->key_at = app->now;
	if (!app->notice)
		return;
	app->notice = false;
	app->drawn = false;
}

/* The bar of the notice gets shorter once a second. */
int
idle_wait(const struct app *app)
{
	int64_t left = patience(app) - silence(app);

	if (!watches(app))
		return -1;
	if (left > 0)
		return (int)left;
	left += notice_length(app);
	if (left <= 0)
		return 0;
	return left % 1000 > 0 ? (int)(left % 1000) : 1000;
}

void
idle_tick(struct app *app)
{
	int64_t over = silence(app) - patience(app);

	if (!watches(app) || over < 0)
		return;
	app->aloud.due = app->aloud.due || !app->notice;
	app->notice = true;
	app->drawn = false;
	if (over < notice_length(app))
		return;
	app->key_at = app->now;
	app_attract(app);
	app_apply(app);
}

static void
draw_frame(struct surface *s, int x, int y, int width, int height)
{
	surface_fill(s, x, y, width, height, ROLE_PAGE);
	for (int i = 1; i < width - 1; i++) {
		surface_text(s, x + i, y, 1, ROLE_PAGE, "─");
		surface_text(s, x + i, y + height - 1, 1, ROLE_PAGE, "─");
	}
	for (int i = 1; i < height - 1; i++) {
		surface_text(s, x, y + i, 1, ROLE_PAGE, "│");
		surface_text(s, x + width - 1, y + i, 1, ROLE_PAGE, "│");
	}
	surface_text(s, x, y, 1, ROLE_PAGE, "┌");
	surface_text(s, x + width - 1, y, 1, ROLE_PAGE, "┐");
	surface_text(s, x, y + height - 1, 1, ROLE_PAGE, "└");
	surface_text(s, x + width - 1, y + height - 1, 1, ROLE_PAGE, "┘");
}

static void
draw_bar(struct surface *s, int x, int y, int cells, int64_t left,
    int64_t all)
{
	int full = all > 0 ? (int)((left * cells + all - 1) / all) : 0;

	for (int i = 0; i < cells; i++)
		surface_text(s, x + i, y, 1, ROLE_PAGE,
		    i < full ? "█" : "░");
}

/* The seconds are those of the setting; what counts down is the bar. */
static const char *
warning(struct app *app, bool small)
{
	int seconds = app->settings->notice_seconds;
	unsigned long n = (unsigned long)seconds;

	if (small)
		/* TRANSLATORS: 34 columns. */
		return arena_printf(app->screen.arena,
		    ngettext("In %d second everything is erased.",
			"In %d seconds everything is erased.", n), seconds);
	/* TRANSLATORS: 48 columns. */
	return arena_printf(app->screen.arena,
	    ngettext("In %d second what you looked at is erased.",
		"In %d seconds what you looked at is erased.", n), seconds);
}

static void
draw_line(struct app *app, struct surface *s, int x, int y, int width,
    enum role role, const char *text)
{
	said_add(&s->said, SAID_PIECE, text, x, y, width, 1);
	surface_text(s, x, y, width, role,
	    width_cut(text, width, app->screen.arena));
}

void
idle_draw(struct app *app, struct surface *s)
{
	bool small = s->width < 70;
	int width = small ? BOX_SMALL_WIDTH : BOX_WIDTH;
	int height = small ? BOX_SMALL_HEIGHT : BOX_HEIGHT;
	int x = (s->width - width) / 2;
	int y = (s->height - height) / 3;
	int inner = small ? x + 2 : x + 4;
	int room = x + width - 1 - inner;
	int64_t left = patience(app) + notice_length(app) - silence(app);

	draw_frame(s, x, y, width, height);
	s->target_count = 0; /* a tap anywhere only says "yes" */
	y += small ? 1 : 2;
	draw_line(app, s, inner, y, room, ROLE_TITLE,
	    _("Are you still there?"));
	surface_cursor(s, inner, y);
	y += small ? 1 : 2;
	/* TRANSLATORS: 34 and 48 columns. */
	draw_line(app, s, inner, y, room, ROLE_PAGE,
	    small ? _("Press any key to go on.")
		  : _("Press any key, or touch, to go on."));
	draw_line(app, s, inner, y + 1, room, ROLE_PAGE,
	    warning(app, small));
	draw_bar(s, inner, y + 2, small ? BAR_SMALL_CELLS : BAR_CELLS, left,
	    notice_length(app));
}
