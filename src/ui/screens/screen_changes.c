/*
 * The titles of one kind that a bundle brings (+), changes (~) or takes away
 * (-).  place.focus says which kind of the preview.
 */
#include <config.h>

#include <libintl.h>

#include "ui/screens/staff.h"

#define _(text) gettext(text)

static const char *
title(const struct screen *sc)
{
	const struct link_preview *p = staff_model(sc)->preview;
	size_t n = (size_t)sc->place.focus;

	return p != NULL && n < p->kind_count ? staff_kind(p->kinds[n].name)
					      : "";
}

static int
changes_enter(struct screen *sc, struct err *e)
{
	static const char *const signs[] = { "+", "~", "-" };
	struct sheet *sh = arena_zero(sc->arena, sizeof *sh);
	const struct link_preview *p = staff_model(sc)->preview;
	struct grid g;

	(void)e; /* the link keeps it all */
	widget_grid(&g, sc);
	sheet_init(sh, sc->arena, g.text_width);
	/* TRANSLATORS: above a list of titles with these signs. */
	sheet_text(sh, ROLE_MUTED, _("+ new   ~ changed   - withdrawn"));
	sheet_blank(sh);
	for (size_t i = 0; p != NULL && i < p->change_count; i++)
		if (p->changes[i].kind == (unsigned)sc->place.focus)
			sheet_item(sh, signs[p->changes[i].sign],
			    p->changes[i].title);
	sheet_fold(sh, g.note - g.top);
	if (sc->place.page >= sheet_pages(sh))
		sc->place.page = sheet_pages(sh) - 1;
	sc->state = sh;
	return 0;
}

static void
changes_draw(struct screen *sc, struct surface *s)
{
	const struct sheet *sh = sc->state;

	if (staff_draw_gone(sc, s))
		return;
	sheet_draw_screen(sc, s, sh, title(sc));
}

static bool
changes_key(struct screen *sc, struct key key)
{
	return sheet_key(sc, sheet_pages(sc->state), key);
}

const struct screen_ops changes_ops = {
	.name = "changes",
	.enter = changes_enter,
	.draw = changes_draw,
	.key = changes_key,
	.heard = staff_heard,
};
