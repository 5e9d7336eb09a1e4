/*
 * What is to be said of the content as a whole, above whatever page there is.
 */
#include <config.h>

#include "ui/widget_banner.h"

#include <libintl.h>

#include "ui/app.h"
#include "ui/widget.h"
#include "ui/widget_words.h"

#define _(text) gettext(text)

/* One row: long, or short on a small screen. */
static const char *
say_banner(struct screen *sc, const struct banner *b, bool wide)
{
	struct arena *a = sc->arena;
	const char *day = widget_date_short(a, widget_iso(a, b->created));

	switch (b->kind) {
	case BANNER_NONE:
		break;
	case BANNER_AGED:
		/* TRANSLATORS: above every page, with a date: 76 columns, and
		 * short 37. */
		return arena_printf(a,
		    wide ? _("This information is of %s. There may be newer "
			     "one.")
			 : _("Information of %s: not new"), day);
	case BANNER_CLOCK:
		/* TRANSLATORS: above every page: 76 columns, and short 37. */
		return wide ? _("This machine does not know what day it is.")
			    : _("The day is not known.");
	case BANNER_DAMAGED:
		/* TRANSLATORS: above every page, with a date: 74 columns, and
		 * short 35. */
		return arena_printf(a,
		    wide ? _("▲ The newest information is damaged. This is "
			     "of %s.")
			 : _("▲ Older information: %s"), day);
	case BANNER_PAST:
		/* TRANSLATORS: above every page, with a date: 74 columns, and
		 * short 35. */
		return arena_printf(a,
		    wide ? _("▲ Past its date, or the clock is wrong. "
			     "Information of %s.")
			 : _("▲ Past its date? Of %s"), day);
	case BANNER_PROVED:
		/* TRANSLATORS: above every page, with a date: 74 columns, and
		 * short 35. */
		return arena_printf(a,
		    wide ? _("▲ Past its date: information of %s. Ask before "
			     "you trust it.")
			 : _("▲ Past its date: %s"), day);
	}
	return "";
}

/* The first row below the head where nothing stands; -1 if all is full. */
static int
free_row(struct surface *s)
{
	for (int y = 1; y < s->height - 1; y++) {
		int x = 0;

		while (x < s->width && surface_cell(s, x, y)->code == ' ' &&
		    surface_cell(s, x, y)->role == ROLE_PAGE)
			x++;
		if (x == s->width)
			return y;
	}
	return -1;
}

void
widget_banner(struct screen *sc, struct surface *s)
{
	struct banner b;
	struct grid g;
	enum role role = ROLE_MUTED;
	int y = free_row(s);

	app_banner(sc->app, &b);
	if (b.kind == BANNER_NONE || y < 0)
		return;
	widget_grid(&g, sc);
	if (b.kind >= BANNER_DAMAGED)
		role = ROLE_ALERT;
	surface_fill(s, 0, y, g.width, 1, role);
	widget_text(s, 1, y, g.width - 2, role, say_banner(sc, &b, g.wide));
}
