/*
 * The curriculum vitae as it will stand on paper: Spanish at the left,
 * English at the right; on a small screen one behind the other.
 */
#include <config.h>

#include <libintl.h>

#include "ui/screens/away.h"
#include "ui/screens/cv_view.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define SAVE '5' /* the key of what is taken along */
#define PRINT '6'

struct cv_page {
	struct sheet sheets[CV_LANGS];
	int pages;
	bool both; /* side by side */
};

static int
cvpage_enter(struct screen *sc, struct err *e)
{
	struct cv_page *t = arena_zero(sc->arena, sizeof *t);
	struct cv_work works[CV_JOBS_MAX];
	struct grid g;
	int width = 0;

	if (cv_view_works(sc, works, e) < 0)
		return -1;
	widget_grid(&g, sc);
	t->both = g.wide && !app_line_mode(sc->app);
	width = g.right - g.margin;
	if (t->both)
		width = width / 2 - 1;
	for (int lang = 0; lang < CV_LANGS; lang++) {
		struct sheet *sh = &t->sheets[lang];

		sheet_init(sh, sc->arena, width);
		sh->lang = lang == CV_ES ? "es" : "en";
		cv_view_fill(sh, &app_session(sc->app)->cv, works,
		    (enum cv_lang)lang);
		sheet_fold(sh, g.note - g.top);
		if (!t->both)
			t->pages += sheet_pages(sh);
		else if (sheet_pages(sh) > t->pages)
			t->pages = sheet_pages(sh);
	}
	if (sc->place.page >= t->pages)
		sc->place.page = t->pages - 1;
	sc->state = t;
	return 0;
}

static void
draw_sheets(struct screen *sc, struct surface *s, const struct cv_page *t,
    const struct grid *g)
{
	const struct sheet *es = &t->sheets[CV_ES];
	int page = sc->place.page;

	if (t->both) {
		sheet_draw(&t->sheets[CV_EN], s, page,
		    g->margin + es->width + 2, g->top);
		sheet_draw(es, s, page, g->margin, g->top);
	} else if (page < sheet_pages(es)) {
		sheet_draw(es, s, page, g->margin, g->top);
	} else {
		sheet_draw(&t->sheets[CV_EN], s, page - sheet_pages(es),
		    g->margin, g->top);
	}
}

/* A narrow footer has no room for both, and for the key that hides. */
static bool
may_print(const struct screen *sc)
{
	return app_width(sc->app) >= WIDGET_WIDE || !cv_view_may_save(sc);
}

static void
cvpage_draw(struct screen *sc, struct surface *s)
{
	const struct cv_page *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: head of the finished CV. */
	widget_header(sc, s, _("My CV"),
	    widget_page_of(sc->arena, sc->place.page, t->pages));
	draw_sheets(sc, s, t, &g);
	widget_pager(sc, s, sc->place.page, t->pages);
	footer_add_char(&f, "0", _("Back"));
	if (sc->place.page + 1 < t->pages)
		footer_add_char(&f, "+", _("More"));
	if (sc->place.page > 0)
		footer_add_char(&f, "-", _("Before"));
	if (cv_view_may_save(sc))
		footer_add_char(&f, "5",
		    /* TRANSLATORS: foot: write the CV on the reader's own
		     * stick; long 22 columns, short 8. */
		    app_width(sc->app) >= WIDGET_WIDE ? _("Save on my stick")
						      : _("Save"));
	if (may_print(sc))
		print_footer(sc, &f, PRINT);
	widget_footer(sc, s, &f);
}

static bool
cvpage_key(struct screen *sc, struct key key)
{
	const struct cv_page *t = sc->state;
	const struct place to = { .screen = SCREEN_CVSAVE };
	const struct place paper = { .screen = SCREEN_PAPER,
		.number = AWAY_CV };

	if (key_is(key, SAVE) && cv_view_may_save(sc)) {
		link_cv(app_link(sc->app), &app_session(sc->app)->cv);
		app_go(sc->app, &to);
		return true;
	}
	if (key_is(key, PRINT) && may_print(sc))
		return paper_go(sc, &paper);
	return sheet_key(sc, t->pages, key);
}

const struct screen_ops cvpage_ops = {
	.name = "cvpage",
	.enter = cvpage_enter,
	.draw = cvpage_draw,
	.key = cvpage_key,
	.heard = cv_view_heard,
};
