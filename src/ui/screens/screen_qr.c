/*
 * The code over the whole screen, and beside it, where there is room, what it
 * says.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/away.h"
#include "ui/screens/screens.h"
#include "ui/widget_qr.h"

#define _(text) gettext(text)

#define MARGIN_LEAST 2  /* modules; zbar reads 4, 2 and 1 */
#define MARGIN_NARROW 1 /* where each row counts */
#define TEXT_LEAST 24   /* columns for what it says */

struct qr_page {
	struct away away;
	struct qr qr;
	struct sheet sheet; /* what the code says, or why there is none */
	bool fits;
	int width; /* of the light field */
};

int
away_qr_size(struct screen *sc)
{
	struct grid g;

	widget_grid(&g, sc);
	return widget_qr_size(g.width, g.footer,
	    g.wide ? MARGIN_LEAST : MARGIN_NARROW);
}

static void
fill_sheet(struct screen *sc, struct qr_page *t, const struct grid *g,
    const char *text)
{
	int side = g->width - t->width - 3;

	sheet_init(&t->sheet, sc->arena,
	    t->fits ? side : g->right - g->margin);
	if (!t->fits) {
		sheet_text(&t->sheet, ROLE_PAGE,
		    _("This does not fit in a QR code on this screen. Write "
		      "it down, or ask for paper."));
		return;
	}
	/* TRANSLATORS: beside a QR code: above what it says; 24 columns, it
	 * may take several rows. */
	sheet_text(&t->sheet, ROLE_TITLE, _("The QR code says:"));
	sheet_blank(&t->sheet);
	sheet_text(&t->sheet, ROLE_PAGE, text);
}

static int
qr_enter(struct screen *sc, struct err *e)
{
	struct qr_page *t = arena_zero(sc->arena, sizeof *t);
	const char *text = "";
	struct grid g;

	widget_grid(&g, sc);
	if (away_load(sc, &t->away, e) < 0)
		return -1;
	t->fits = widget_qr_works(sc) &&
	    away_qr(sc, &t->away, away_qr_size(sc), &t->qr, &text);
	t->width = t->fits ? t->qr.size + 2 * QR_MARGIN : 0;
	if (!g.wide || g.width - t->width < TEXT_LEAST)
		t->width = g.width;
	fill_sheet(sc, t, &g, text);
	sc->state = t;
	return 0;
}

static void
qr_draw(struct screen *sc, struct surface *s)
{
	const struct qr_page *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	if (t->fits) {
		widget_qr(s, &t->qr, 0, 0, t->width, g.footer);
		surface_cursor(s, 0, g.footer);
	}
	if (t->fits && t->width < g.width) {
		sheet_cut(&t->sheet, s, g.note - 1, t->width + 1, 1);
		surface_cursor(s, t->width + 1, 1);
	}
	if (!t->fits) {
		widget_header(sc, s, t->away.title, NULL);
		sheet_cut(&t->sheet, s, g.note - g.top, g.margin, g.top);
		surface_cursor(s, g.margin, g.top);
	}
	footer_add_char(&f, "0", _("Back"));
	widget_footer(sc, s, &f);
}

static bool
qr_key(struct screen *sc, struct key key)
{
	if (key.kind != UIKEY_ENTER)
		return false;
	app_back(sc->app);
	return true;
}

const struct screen_ops qr_ops = {
	.name = "qr",
	.enter = qr_enter,
	.draw = qr_draw,
	.key = qr_key,
};
