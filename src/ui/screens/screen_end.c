/*
 * End of session.  The wipe ran before this is drawn; after 20 seconds the
 * attract screen comes back.  place.page counts the seconds.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define SECONDS 20
#define TICK_MS 1000

static int
end_enter(struct screen *sc, struct err *e)
{
	struct sheet *sh = arena_zero(sc->arena, sizeof *sh);
	struct grid g;

	(void)e; /* nothing is read */
	widget_grid(&g, sc);
	sheet_init(sh, sc->arena, g.text_width);
	/* TRANSLATORS: after the end of a visit: two lines of 66 columns,
	 * and two short ones of 37. */
	sheet_text(sh, ROLE_PAGE,
	    g.wide ? _("All that you looked at and answered has been erased.")
		   : _("What you looked at is erased."));
	sheet_text(sh, ROLE_PAGE,
	    g.wide ? _("Nobody can see what you searched for on this screen.")
		   : _("Nobody can see what you searched."));
	sheet_fold(sh, g.note - g.top);
	sc->state = sh;
	return 0;
}

static void
end_draw(struct screen *sc, struct surface *s)
{
	int left = SECONDS - sc->place.page;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: head of the last page. */
	widget_header(sc, s, _("Thank you"), NULL);
	sheet_draw(sc->state, s, 0, g.text_x, g.top);
	widget_text(s, g.text_x, g.note, g.width - g.text_x - 1, ROLE_PAGE,
	    arena_printf(sc->arena,
		/* TRANSLATORS: counts down; 37 columns. */
		ngettext("Back to the start in %d second",
		    "Back to the start in %d seconds", (unsigned long)left),
		left));
	footer_add_char(&f, "0", _("Leave"));
	footer_add_char(&f, "5", _("Go on looking"));
	widget_footer(sc, s, &f);
}

static bool
end_key(struct screen *sc, struct key key)
{
	if (!key_is(key, '5'))
		return false;
	app_home(sc->app);
	return true;
}

static int
end_wait(const struct screen *sc)
{
	(void)sc;
	return TICK_MS;
}

static void
end_tick(struct screen *sc)
{
	sc->place.page++;
	if (sc->place.page >= SECONDS)
		app_attract(sc->app);
}

const struct screen_ops end_ops = {
	.name = "end",
	.enter = end_enter,
	.draw = end_draw,
	.key = end_key,
	.wait = end_wait,
	.tick = end_tick,
};
