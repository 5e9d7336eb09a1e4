/*
 * Taking along.
 */
#include <config.h>

#include "ui/screens/take.h"

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

/* Is there nothing that 5 could add? */
static bool
is_settled(struct screen *sc, const char *slug, int part)
{
	const struct plan *p = &app_session(sc->app)->plan;

	return p->count == PLAN_MAX || plan_find(p, slug, part) >= 0;
}

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
take_footer_as(struct screen *sc, struct footer *f, bool settled)
{
	/* TRANSLATORS: foot of a page, behind "5 "; 14 columns, the short
	 * form 8. */
	const char *verb = app_width(sc->app) < WIDGET_WIDE
	    ? _("Take")
	    : _("Take with me");

	if (settled)
		verb = take_plan_verb(sc);
	footer_add_char(f, "5", verb);
}

void
take_footer(struct screen *sc, struct footer *f, const char *slug, int part)
{
	take_footer_as(sc, f, is_settled(sc, slug, part));
}

bool
take_key(struct screen *sc, struct key key, const char *slug, int part)
{
	if (!key_is(key, '5'))
		return false;
	if (is_settled(sc, slug, part) ||
	    !plan_add(&app_session(sc->app)->plan, slug, part))
		screens_go(sc, SCREEN_PLAN);
	return true;
}
