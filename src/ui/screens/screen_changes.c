/*
 * The titles of one kind that a bundle brings (+), changes (~) or takes away
 * (-), or of all kinds that have no row of their own.  place.focus says
 * which row of the preview.
 */
#include <config.h>

#include <inttypes.h>
#include <libintl.h>

#include "ui/screens/staff.h"

#define _(text) gettext(text)

struct changes {
	struct sheet sheet;
	struct staff_kind_row row;
};

static void
add_kind(struct sheet *sh, const struct link_preview *p, unsigned kind)
{
	static const char *const signs[] = { "+", "~", "-" };

	for (size_t i = 0; i < p->change_count; i++)
		if (p->changes[i].kind == kind)
			sheet_item(sh, signs[p->changes[i].sign],
			    p->changes[i].title);
}

/* Under its name and its numbers: not all titles may have come. */
static void
add_named(struct sheet *sh, const struct link_preview *p, unsigned kind)
{
	const struct link_kind *k = &p->kinds[kind];

	sheet_heading(sh, staff_kind(k->name));
	sheet_text(sh, ROLE_MUTED,
	    arena_printf(sh->arena,
		"+ %" PRIu64 "   ~ %" PRIu64 "   - %" PRIu64,
		k->count[LINK_NEW], k->count[LINK_CHANGED],
		k->count[LINK_WITHDRAWN]));
	add_kind(sh, p, kind);
}

static void
fill(struct changes *t, const struct link_preview *p, size_t row)
{
	struct staff_kind_row rows[STAFF_KIND_ROWS];

	if (p == NULL || row >= staff_kind_rows(rows, p))
		return;
	t->row = rows[row];
	if (t->row.kind_count == 1)
		sheet_blank(&t->sheet); /* a heading brings its own */
	for (size_t i = 0; i < t->row.kind_count; i++)
		if (t->row.kind_count == 1)
			add_kind(&t->sheet, p, t->row.kinds[i]);
		else
			add_named(&t->sheet, p, t->row.kinds[i]);
}

static int
changes_enter(struct screen *sc, struct err *e)
{
	struct changes *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	(void)e; /* the link keeps it all */
	widget_grid(&g, sc);
	sheet_init(&t->sheet, sc->arena, g.text_width);
	/* TRANSLATORS: above a list of titles with these signs. */
	sheet_text(&t->sheet, ROLE_MUTED,
	    _("+ new   ~ changed   - withdrawn"));
	t->row.title = "";
	fill(t, staff_model(sc)->preview, (size_t)sc->place.focus);
	sheet_fold(&t->sheet, g.note - g.top);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	sc->state = t;
	return 0;
}

static void
changes_draw(struct screen *sc, struct surface *s)
{
	const struct changes *t = sc->state;

	if (staff_draw_gone(sc, s))
		return;
	sheet_draw_screen(sc, s, &t->sheet, t->row.title);
}

static bool
changes_key(struct screen *sc, struct key key)
{
	const struct changes *t = sc->state;

	return sheet_key(sc, sheet_pages(&t->sheet), key);
}

const struct screen_ops changes_ops = {
	.name = "changes",
	.enter = changes_enter,
	.draw = changes_draw,
	.key = changes_key,
	.heard = staff_heard,
};
