/*
 * Taking along.
 */
#include <config.h>

#include "ui/screens/take.h"

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/away.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

const char *
take_plan_verb(struct screen *sc)
{
	size_t count = app_session(sc->app)->plan.count;
	struct grid g;

	widget_grid(&g, sc);
	if (g.wide)
		/* TRANSLATORS: foot of a page: how much is on the plan; 14
		 * columns, the short form 10. */
		return arena_printf(sc->arena, _("My plan (%zu)"), count);
	return arena_printf(sc->arena, _("Plan (%zu)"), count);
}

void
take_footer(struct screen *sc, struct footer *f)
{
	/* TRANSLATORS: foot of a page, behind "5 "; 14 columns, the short
	 * form 8. */
	footer_add_char(f, "5",
	    app_width(sc->app) < WIDGET_WIDE ? _("Take")
					     : _("Take with me"));
}

void
print_footer(struct screen *sc, struct footer *f, char key)
{
	const char text[] = { key, '\0' };

	if (app_printer(sc->app) != NULL)
		/* TRANSLATORS: foot of a page: on paper; 8 columns. */
		footer_add_char(f, arena_strdup(sc->arena, text), _("Print"));
}

bool
take_key(struct screen *sc, struct key key, const char *slug, int part)
{
	struct place to = { .screen = SCREEN_TAKE, .ref = sc->place.ref,
		.number = AWAY_ENTRY, .part = part };

	if (!key_is(key, '5'))
		return false;
	/* there, or no room for it: then it is only taken along */
	plan_add(&app_session(sc->app)->plan, slug, part);
	app_go(sc->app, &to);
	return true;
}
