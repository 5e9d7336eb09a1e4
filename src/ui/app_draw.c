/*
 * Drawing: the screen on top, or what stands in for it when the terminal is
 * too small or the page cannot be shown, and what lies over it.
 */
#include <config.h>

#include "ui/app.h"

#include <libintl.h>

#include "text/lang.h"
#include "text/width.h"
#include "ui/app_private.h"
#include "ui/widget_banner.h"

#define _(text) gettext(text)

bool
app_too_small(const struct app *app)
{
	return app->surface.width < APP_WIDTH_MIN ||
	    app->surface.height < APP_HEIGHT_MIN;
}

static void
draw_centred(struct surface *s, int y, enum role role, const char *text)
{
	int x = (s->width - width_of(text)) / 2;

	surface_text(s, x > 0 ? x : 0, y, s->width, role, text);
}

/* In all languages at once: whoever stands there cannot choose one. */
static void
draw_too_small(struct surface *s)
{
	int count = (int)lang_count;
	int y = s->height > count ? (s->height - count) / 2 : 0;

	for (int i = 0; i < count; i++)
		draw_centred(s, y + i, ROLE_PAGE, lang_table[i]->too_small);
}

/* A calm page: whose fault it is does not matter to who reads it. */
static void
draw_failed(struct app *app, struct surface *s)
{
	struct arena *a = app->screen.arena;
	int room = s->width - 4;
	int last = s->height - 1;
	struct key zero = key_char('0');

	surface_fill(s, 0, 0, s->width, 1, ROLE_HEADER);
	surface_text(s, 1, 0, room, ROLE_HEADER, "VEREDA");
	surface_text(s, 2, 3, room, ROLE_TITLE,
	    /* TRANSLATORS: 36 columns each. */
	    width_cut(_("This page cannot be shown now."), room, a));
	surface_text(s, 2, 5, room, ROLE_PAGE,
	    width_cut(_("Please tell the staff."), room, a));
	surface_text(s, 2, 7, room, ROLE_MUTED, err_name(app->failed));
	surface_fill(s, 0, last, s->width, 1, ROLE_FOOTER);
	surface_text(s, 1, last, room, ROLE_FOOTER,
	    arena_printf(a, "0 %s", _("Back")));
	surface_target(s, 0, last, s->width, 1, zero);
	surface_cursor(s, 2, 3);
}

/* Where on row Y at least WIDTH blanks stand, the rightmost; -1 nowhere. */
static int
find_room(struct surface *s, int y, int width)
{
	int run = 0;

	for (int x = s->width - 1; x >= 0; x--) {
		run = surface_cell(s, x, y)->code == ' ' ? run + 1 : 0;
		if (run >= width)
			return x;
	}
	return -1;
}

/* On a desk somebody must be able to leave; a kiosk has no such key. */
static void
draw_way_out(struct app *app, struct surface *s)
{
	/* TRANSLATORS: foot of the first screen, 12 columns with "F10 ". */
	const char *text = arena_printf(app->screen.arena, "F10 %s",
	    _("Leave"));
	int width = width_of(text);
	int last = s->height - 1;
	int x = find_room(s, last, width + 4);

	if (x < 0)
		return;
	surface_text(s, x + 2, last, width, ROLE_FOOTER, text);
	surface_target(s, x + 1, last, width + 2, 1, key_f(10));
}

/* On every page of content, whatever it is; who works here knows. */
static bool
has_banner(enum screen_id id)
{
	return id != SCREEN_ATTRACT && id != SCREEN_COMFORT &&
	    id != SCREEN_END && !screen_is_staff(id);
}

static void
draw(struct app *app, struct surface *s)
{
	bool small = app_too_small(app);

	surface_wipe(s);
	if (small)
		draw_too_small(s);
	else if (app->failed != ERR_NONE)
		draw_failed(app, s);
	else
		app_ops(app)->draw(&app->screen, s);
	if (!small && app->failed == ERR_NONE &&
	    has_banner(app->screen.place.screen))
		widget_banner(&app->screen, s);
	if (!app->kiosk && !small &&
	    app->screen.place.screen == SCREEN_ATTRACT)
		draw_way_out(app, s);
	if (app_touch(app))
		surface_grow_targets(s);
	if (app->notice && !small)
		idle_draw(app, s);
	app->drawn = true;
}

struct surface *
app_draw(struct app *app)
{
	struct surface *s = &app->surface;

	if (app->drawn)
		return s;
	aloud_look(app);
	do {
		draw(app, s);
		if (aloud_drawn(app))
			draw(app, s); /* with another foot */
	} while (app->aloud.turned); /* nothing is said on this page */
	aloud_mark(app);
	app->drawn = true;
	return s;
}
