/*
 * An article, page by page.  Every page says where it comes from and how old
 * it is; behind the text stand up to three related entries.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "base/log.h"
#include "text/width.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define RELATED_MAX 3
#define NOTICE_ROWS_MAX 2

struct article {
	struct entry entry;
	struct sheet sheet;
	struct sheet notice;
	const char *source; /* one line */
	bool has_words;     /* hard ones, on this page */
	size_t related;
	int related_page; /* the last */
	int pages;
	int height; /* rows of a page */
};

/* "Source: OIT, Principles · reviewed Oct 2025", as much as fits. */
static const char *
source_line(struct screen *sc, const struct entry *entry, int width)
{
	struct arena *a = sc->arena;
	const char *month = arena_strndup(a, entry->reviewed,
	    strnlen(entry->reviewed, 7));
	const char *when = widget_date_short(a, month);
	const struct source *from = entry->sources;
	const char *text = NULL;

	if (entry->source_count == 0)
		/* TRANSLATORS: month and year in which a person last read a
		 * text against its sources. */
		return arena_printf(a, _("Reviewed %s"), when);
	/* TRANSLATORS: publisher, title, month; 71 columns. */
	text = arena_printf(a, _("Source: %s, %s · reviewed %s"),
	    from->publisher, from->title, when);
	if (width_of(text) <= width)
		return text;
	/* TRANSLATORS: publisher, month; 37 columns. */
	return arena_printf(a, _("Source: %s · reviewed %s"), from->publisher,
	    when);
}

/* The rows below the text: source, notice, pager. */
static int
text_height(const struct article *t, const struct grid *g)
{
	int notice = (int)t->notice.rows.count;

	if (!g->wide)
		return g->note - g->top - 1; /* they stand behind the text */
	if (notice > NOTICE_ROWS_MAX)
		notice = NOTICE_ROWS_MAX;
	return g->note - g->top - 2 - notice;
}

/* Related entries stand on the last page if they fit there. */
static void
place_related(struct article *t)
{
	int last = sheet_pages(&t->sheet) - 1;
	int rows = 2 + (int)t->related;

	t->pages = last + 1;
	if (t->related == 0)
		return;
	if (sheet_page_rows(&t->sheet, last) + rows > t->height)
		t->pages++;
	t->related_page = t->pages - 1;
}

static int
load(struct screen *sc, struct ref ref, struct article *t, struct err *e)
{
	const char *only = NULL;
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_entry(app_catalog(sc->app), ref, app_lang(sc->app),
		sc->arena, &t->entry, e) < 0)
		return -1;
	sheet_init(&t->sheet, sc->arena, g.text_width);
	sheet_init(&t->notice, sc->arena, g.text_width);
	only = widget_only_in(sc, t->entry.head.lang);
	if (only != NULL)
		sheet_text(&t->sheet, ROLE_TITLE, only);
	if (sheet_markdown_in(&t->sheet, t->entry.head.lang,
		t->entry.markdown, "•", e) < 0)
		return -1;
	t->source = source_line(sc, &t->entry, g.width - g.text_x - 2);
	sheet_text(&t->notice, ROLE_MUTED, widget_notice(sc));
	if (!g.wide) {
		sheet_blank(&t->sheet);
		sheet_text(&t->sheet, ROLE_MUTED, t->source);
		sheet_text(&t->sheet, ROLE_MUTED, widget_notice(sc));
	}
	t->height = text_height(t, &g);
	sheet_fold(&t->sheet, t->height);
	t->related = t->entry.links.count;
	if (t->related > RELATED_MAX)
		t->related = RELATED_MAX;
	place_related(t);
	return 0;
}

int
article_words(struct screen *sc, struct ref ref, int page, struct gloss **out,
    size_t *count, struct err *e)
{
	struct article *t = arena_zero(sc->arena, sizeof *t);

	*count = 0;
	if (load(sc, ref, t, e) < 0)
		return -1;
	return catalog_glossary(app_catalog(sc->app),
	    sheet_page_text(&t->sheet, page), t->entry.head.lang, sc->arena,
	    out, count, e);
}

/* A glossary that cannot be read only costs its key. */
static void
find_words(struct screen *sc, struct article *t)
{
	struct gloss *words = NULL;
	size_t count = 0;
	struct err e = { 0 };

	if (catalog_glossary(app_catalog(sc->app),
		sheet_page_text(&t->sheet, sc->place.page),
		t->entry.head.lang, sc->arena, &words, &count, &e) < 0)
		log_line("glossary: %s", e.text);
	t->has_words = count > 0;
}

static int
article_enter(struct screen *sc, struct err *e)
{
	struct article *t = arena_zero(sc->arena, sizeof *t);

	if (load(sc, sc->place.ref, t, e) < 0)
		return -1;
	if (sc->place.page >= t->pages)
		sc->place.page = t->pages - 1;
	if (sc->place.focus >= (int)t->related)
		sc->place.focus = 0;
	find_words(sc, t);
	sc->state = t;
	return 0;
}

/* The related entries of this page; none on most pages. */
static size_t
related(const struct screen *sc, const struct article *t,
    struct choice out[RELATED_MAX])
{
	struct grid g;
	int y = 0;

	if (sc->place.page != t->related_page)
		return 0;
	widget_grid(&g, sc);
	y = g.top + sheet_page_rows(&t->sheet, sc->place.page);
	if (y > g.top)
		y++;
	for (size_t i = 0; i < t->related; i++)
		out[i] = (struct choice){
			.digit = (char)('1' + i),
			.x = g.wide ? g.text_x - 1 : g.margin,
			.y = y + 1 + (int)i,
			.width = g.wide ? g.text_width + 1
					: g.right - g.margin,
			.height = 1,
			.indent = 4,
			.title = t->entry.links.heads[i].title,
			.lang = t->entry.links.heads[i].lang,
		};
	return t->related;
}

static void
draw_related(struct screen *sc, struct surface *s, const struct article *t)
{
	struct choice c[RELATED_MAX];
	size_t count = related(sc, t, c);
	struct grid g;

	if (count == 0)
		return;
	widget_grid(&g, sc);
	/* TRANSLATORS: above up to three related texts; in capitals. */
	widget_text(s, g.text_x, c[0].y - 1, g.text_width, ROLE_TITLE,
	    _("SEE ALSO"));
	choices_draw(sc, s, c, count);
}

static void
draw_foot(struct screen *sc, struct surface *s, const struct article *t,
    const struct grid *g)
{
	int notice = (int)t->notice.rows.count;

	if (notice > NOTICE_ROWS_MAX)
		notice = NOTICE_ROWS_MAX;
	if (g->wide) {
		widget_text(s, g->text_x, g->note - 1 - notice,
		    g->width - g->text_x - 2, ROLE_MUTED, t->source);
		sheet_cut(&t->notice, s, notice, g->text_x,
		    g->note - notice);
	}
	widget_pager(sc, s, sc->place.page, t->pages);
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct article *t)
{
	struct footer f = { .count = 0 };

	footer_add_char(&f, "0", _("Back"));
	if (sc->place.page + 1 < t->pages)
		footer_add_char(&f, "+", _("More"));
	if (sc->place.page > 0)
		footer_add_char(&f, "-", _("Before"));
	take_footer(sc, &f);
	/* TRANSLATORS: foot of an article: where it comes from. */
	footer_add_char(&f, "8", _("Sources"));
	if (t->has_words)
		/* TRANSLATORS: foot of an article: hard words. */
		footer_add_char(&f, "?", _("Words"));
	widget_footer(sc, s, &f);
}

static void
article_draw(struct screen *sc, struct surface *s)
{
	const struct article *t = sc->state;
	struct grid g;

	widget_grid(&g, sc);
	s->said.lang = t->entry.head.lang;
	s->said.entry = &t->entry.head;
	widget_header_path(sc, s, t->entry.topic_title, t->entry.head.title,
	    widget_page_of(sc->arena, sc->place.page, t->pages));
	sheet_draw(&t->sheet, s, sc->place.page, g.text_x, g.top);
	draw_related(sc, s, t);
	draw_foot(sc, s, t, &g);
	draw_footer(sc, s, t);
}

static bool
article_key(struct screen *sc, struct key key)
{
	struct article *t = sc->state;
	struct place to = { .ref = sc->place.ref };
	struct choice c[RELATED_MAX];
	bool used = false;
	int chosen = -1;

	if (sheet_key(sc, t->pages, key)) {
		sc->place.focus = 0;
		find_words(sc, t);
		return true;
	}
	if (take_key(sc, key, t->entry.head.slug, 0))
		return true;
	if (key_is(key, '8')) {
		to.screen = SCREEN_SOURCES;
		app_go(sc->app, &to);
		return true;
	}
	if (key_is(key, '?') && t->has_words) {
		to.screen = SCREEN_WORDS;
		to.focus = sc->place.page; /* whose words */
		app_go(sc->app, &to);
		return true;
	}
	chosen = choices_key(sc, c, related(sc, t, c), key, &used);
	if (chosen >= 0)
		screens_open(sc, &t->entry.links.heads[chosen]);
	return used;
}

const struct screen_ops article_ops = {
	.name = "article",
	.enter = article_enter,
	.draw = article_draw,
	.key = article_key,
};
