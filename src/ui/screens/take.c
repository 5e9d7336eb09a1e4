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
	/* TRANSLATORS: foot of a page: how much is on it; 14 columns. */
	return arena_printf(sc->arena, _("My plan (%zu)"),
	    app_session(sc->app)->plan.count);
}

void
take_footer(struct screen *sc, struct footer *f, const char *slug, int part)
{
	footer_add_char(f, "5",
	    is_settled(sc, slug, part)
		? take_plan_verb(sc)
		/* TRANSLATORS: foot of a page, behind "5 "; 14 columns. */
		: _("Take with me"));
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
