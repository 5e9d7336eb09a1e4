/*
 * Before a sensitive page: the key that hides it.  Once a session, for after
 * that one knows.  place.about is the screen that is waiting, place.ref its
 * topic or entry.
 */
#include <config.h>

#include <libintl.h>

#include "base/log.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

struct careful {
	struct sheet sheet;
	struct choice go_on;
};

/* What cannot be read is asked for again by the page itself. */
static bool
is_sensitive(struct screen *sc, const struct place *to)
{
	struct catalog *c = app_catalog(sc->app);
	struct err e = { 0 };
	bool is = false;
	int rc = to->screen == SCREEN_TOPIC
	    ? catalog_topic_is_sensitive(c, to->ref, sc->arena, &is, &e)
	    : catalog_entry_is_sensitive(c, to->ref, &is, &e);

	if (rc < 0)
		log_line("sensitive: %s", e.text);
	return is;
}

void
careful_go(struct screen *sc, const struct place *to)
{
	struct place first = *to;

	first.careful = is_sensitive(sc, to);
	if (first.careful && !app_session(sc->app)->told) {
		first.about = to->screen;
		first.screen = SCREEN_CAREFUL;
	}
	app_go(sc->app, &first);
}

static int
careful_enter(struct screen *sc, struct err *e)
{
	struct careful *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	(void)e; /* nothing is read */
	widget_grid(&g, sc);
	sheet_init(&t->sheet, sc->arena, g.text_width);
	sheet_text(&t->sheet, ROLE_PAGE,
	    _("Perhaps you do not want others to see what you read now."));
	sheet_blank(&t->sheet);
	sheet_text(&t->sheet, ROLE_PAGE, screens_say_hide(sc));
	sheet_blank(&t->sheet);
	sheet_text(&t->sheet, ROLE_PAGE, _("You can try it now."));
	sheet_fold(&t->sheet, g.note - g.top - 2);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	t->go_on = (struct choice){
		.digit = '1',
		.x = g.wide ? g.text_x - 1 : g.margin,
		.width = g.text_width + 1,
		.height = 1,
		.indent = 4,
		/* TRANSLATORS: to the page that one asked for; 34 columns. */
		.title = _("Go on"),
	};
	sc->state = t;
	return 0;
}

static void
careful_draw(struct screen *sc, struct surface *s)
{
	struct careful *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	/* TRANSLATORS: head of a page before a sensitive one. */
	sheet_draw_body(sc, s, &t->sheet, _("Before you read"));
	widget_grid(&g, sc);
	t->go_on.y = g.top + sheet_page_rows(&t->sheet, sc->place.page) + 1;
	choices_draw(sc, s, &t->go_on, 1);
	sheet_footer(sc, &t->sheet, &f);
	footer_add_enter(&f, _("Go on"));
	widget_footer(sc, s, &f);
}

static bool
careful_key(struct screen *sc, struct key key)
{
	const struct careful *t = sc->state;
	struct place to = sc->place;
	bool used = false;

	if (sheet_key(sc, sheet_pages(&t->sheet), key))
		return true;
	if (choices_key(sc, &t->go_on, 1, key, &used) < 0)
		return used;
	app_session(sc->app)->told = true;
	to.screen = sc->place.about;
	to.about = 0;
	to.page = 0;
	app_replace(sc->app, &to);
	return true;
}

const struct screen_ops careful_ops = {
	.name = "careful",
	.enter = careful_enter,
	.draw = careful_draw,
	.key = careful_key,
};
