/*
 * What a bundle would change, before anything is changed.  place.ref.row is
 * the number of the item on the stick.  The focus begins on "0", which does
 * nothing.
 */
#include <config.h>

#include <inttypes.h>
#include <libintl.h>
#include <string.h>

#include "text/width.h"
#include "ui/screens/staff.h"

#define _(text) gettext(text)

#define CHOICES_MAX (2 + STAFF_KIND_ROWS)
#define COLUMNS 3

/* Rows of the parts. */
struct preview {
	int publisher, from, heads, kinds, words, actions;
	int ends[COLUMNS]; /* columns behind the numbers */
	struct staff_kind_row rows[STAFF_KIND_ROWS];
	size_t row_count;
};

/* The one that was asked for, once it has come. */
static const struct link_preview *
preview(const struct screen *sc)
{
	const struct link_preview *p = staff_model(sc)->preview;

	return p != NULL && p->number == (unsigned)sc->place.ref.row ? p
								     : NULL;
}

static int
preview_enter(struct screen *sc, struct err *e)
{
	static const struct preview wide = { 2, 3, 5, 6, 11, 14,
		{ 19, 31, 43 }, { { 0 } }, 0 };
	static const struct preview narrow = { 1, 2, 4, 5, 10, 12,
		{ 17, 24, 31 }, { { 0 } }, 0 };
	struct preview *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	(void)e; /* the link keeps it all */
	widget_grid(&g, sc);
	*t = g.wide ? wide : narrow;
	if (preview(sc) != NULL)
		t->row_count = staff_kind_rows(t->rows, preview(sc));
	sc->state = t;
	return 0;
}

static size_t
choices(struct screen *sc, const struct preview *t,
    struct choice out[CHOICES_MAX])
{
	const struct link_preview *p = preview(sc);
	struct grid g;
	size_t n = 0;

	widget_grid(&g, sc);
	/* TRANSLATORS: the harmless answer; 20 columns. */
	out[n] = staff_choice(&g, '0', g.wide ? 41 : 15, t->actions,
	    _("Do not install"));
	if (p == NULL)
		return 0;
	out[n].width = out[n].indent + width_of(out[n].title);
	n++;
	for (size_t i = 0; i < t->row_count; i++) {
		out[n] = staff_choice(&g, (char)('1' + i), g.wide ? 47 : 0,
		    t->kinds + (int)i,
		    /* TRANSLATORS: the titles that change; 25 columns. */
		    g.wide ? _("See the list") : t->rows[i].title);
		out[n].width = g.wide ? out[n].indent +
			width_of(out[n].title)
				      : g.right;
		n++;
	}
	/* TRANSLATORS: in capitals; 30 columns, 10 on a small screen. */
	out[n] = staff_choice(&g, '7', g.wide ? 1 : 0, t->actions,
	    _("INSTALL"));
	out[n].width = out[n].indent + width_of(out[n].title);
	return n + 1;
}

/* "EDITOR-A · signature valid · key 4F2A 91C0" */
static const char *
say_publisher(struct screen *sc, const struct link_preview *p, bool wide)
{
	struct arena *a = sc->arena;
	const char *name = "";
	const char *key = "";
	const char *text = NULL;

	staff_signer(a, p->edition.signer, &name, &key);
	text = _("signature valid");
	if (name[0] != '\0')
		text = arena_printf(a, "%s · %s", name, text);
	if (key[0] == '\0')
		return text;
	if (!wide)
		return arena_printf(a, "%s %s", text, key);
	/* TRANSLATORS: the number of a key. */
	return arena_printf(a, "%s · %s", text,
	    arena_printf(a, _("key %s"), key));
}

/* "Takes +3.1 MB · free 1.2 GB" */
static const char *
say_room(struct screen *sc, const struct link_preview *p, bool wide)
{
	struct arena *a = sc->arena;

	if (!wide)
		return arena_printf(a, "+%s", staff_size(a, p->grow));
	/* TRANSLATORS: sizes; 30 columns. */
	return arena_printf(a, _("Takes +%s · free %s"),
	    staff_size(a, p->grow), staff_size(a, p->room));
}

static const char *
say_days(struct screen *sc, const struct link_preview *p, bool wide)
{
	const char *to = staff_day(sc->arena, p->edition.created);
	const char *from = staff_day(sc->arena, p->from.created);

	if (from[0] == '\0')
		/* TRANSLATORS: instead of an older version; 12 columns. */
		from = _("nothing");
	/* TRANSLATORS: from one version to another; 25 columns. */
	return arena_printf(sc->arena, wide ? _("%s  to  %s") : _("%s to %s"),
	    from, to);
}

static void
draw_facts(struct screen *sc, struct surface *s, const struct preview *t,
    const struct link_preview *p, const struct grid *g)
{
	int x = g->margin;
	int end = g->right;

	if (g->wide) {
		/* TRANSLATORS: 10 columns each. */
		widget_text(s, x, t->publisher, 10, ROLE_MUTED,
		    _("Publisher"));
		widget_text(s, x, t->from, 10, ROLE_MUTED, _("Changes"));
		x = 13;
	}
	widget_text(s, x, t->publisher, g->right - x, ROLE_PAGE,
	    say_publisher(sc, p, g->wide));
	if (g->wide)
		widget_text(s, 47, t->from, end - 47, ROLE_PAGE,
		    say_room(sc, p, true));
	else
		widget_text_right(s, 28, t->from, end, ROLE_PAGE,
		    say_room(sc, p, false));
	widget_text(s, x, t->from, g->wide ? 32 : 26, ROLE_PAGE,
	    say_days(sc, p, g->wide));
}

static void
draw_counts(struct screen *sc, struct surface *s, const struct preview *t,
    const struct grid *g)
{
	const char *heads[COLUMNS];
	int room = g->wide ? 10 : 6;

	/* TRANSLATORS: heads of three columns of numbers: long 9, short 6
	 * columns. */
	heads[0] = _("new");
	heads[1] = g->wide ? _("changed") : _("chgd.");
	heads[2] = g->wide ? _("withdrawn") : _("gone");
	for (size_t k = 0; k < t->row_count; k++)
		said_add(&s->said, SAID_PIECE,
		    arena_printf(sc->arena, "%s: %" PRIu64 " %s, %" PRIu64
			" %s, %" PRIu64 " %s", t->rows[k].title,
			t->rows[k].count[0], _("new"), t->rows[k].count[1],
			_("changed"), t->rows[k].count[2], _("withdrawn")),
		    g->right, t->kinds + (int)k, 1, 1); /* of its choice */
	said_hush(&s->said);
	for (int i = 0; i < COLUMNS; i++)
		widget_text_right(s, t->ends[i] - room, t->heads, t->ends[i],
		    ROLE_MUTED, heads[i]);
	for (int k = 0; k < (int)t->row_count; k++) {
		if (g->wide)
			widget_text(s, 2, t->kinds + k, 11, ROLE_PAGE,
			    t->rows[k].title);
		for (int i = 0; i < COLUMNS; i++)
			widget_text_right(s, t->ends[i] - room, t->kinds + k,
			    t->ends[i],
			    !g->wide && sc->place.focus == k + 1 ? ROLE_FOCUS
								 : ROLE_PAGE,
			    arena_printf(sc->arena, "%" PRIu64,
				t->rows[k].count[i]));
	}
	said_go_on(&s->said);
}

static void
draw_words(struct screen *sc, struct surface *s, const struct preview *t,
    const struct link_preview *p, const struct grid *g)
{
	int minutes = (int)((p->seconds % 86400 + 59) / 60);
	unsigned long n = (unsigned long)minutes;
	int room = g->right - g->margin;

	if (!g->wide) {
		widget_text(s, g->margin, t->words, room, ROLE_PAGE,
		    arena_printf(sc->arena,
			/* TRANSLATORS: 37 columns. */
			ngettext("Takes %d minute. Nothing changed.",
			    "Takes %d minutes. Nothing changed.", n),
			minutes));
		return;
	}
	widget_text(s, g->margin, t->words, room, ROLE_PAGE,
	    arena_printf(sc->arena,
		/* TRANSLATORS: 74 columns. */
		ngettext("Takes about %d minute. The screen serves until the "
			 "end.",
		    "Takes about %d minutes. The screen serves until the "
		    "end.", n), minutes));
	widget_text(s, g->margin, t->words + 1, room, ROLE_TITLE,
	    _("Nothing has been changed yet."));
}

/* It is being checked, or it is not good. */
static void
draw_without(struct screen *sc, struct surface *s, const struct grid *g)
{
	const struct link_model *m = staff_model(sc);
	const char *code = m->code[LINK_PREVIEW];
	int y = g->top;

	surface_cursor(s, g->text_x, y);
	if (m->running == LINK_PREVIEW || code[0] == '\0' ||
	    m->number != (unsigned)sc->place.ref.row) {
		y = staff_text(sc, s, g->text_x, y, g->text_width, ROLE_PAGE,
		    _("The bundle is read and checked. This can take a "
		      "minute ..."));
	} else {
		bool there = strcmp(code, "E00") == 0; /* and all is well */

		y = staff_text(sc, s, g->text_x, y, g->text_width,
		    there ? ROLE_TITLE : ROLE_ALERT,
		    arena_printf(sc->arena, "%s  %s",
			/* TRANSLATORS: above what is told of a bundle; 30
			 * columns each. */
			there ? _("It is installed already") :
				_("It cannot be installed"), code)) + 1;
		y = staff_text(sc, s, g->text_x, y, g->text_width, ROLE_PAGE,
		    staff_sentence(code)) + 1;
	}
	staff_text(sc, s, g->text_x, y, g->text_width, ROLE_TITLE,
	    _("Nothing has been changed yet."));
}

static void
draw_footer(struct screen *sc, struct surface *s,
    const struct link_preview *p)
{
	const struct preview *t = sc->state;
	struct footer f = { .count = 0 };

	if (p == NULL) {
		footer_add_char(&f, "0", _("Back"));
		widget_footer(sc, s, &f);
		return;
	}
	footer_add_char(&f, "0", _("Do not install"));
	if (t->row_count > 1)
		footer_add(&f,
		    arena_printf(sc->arena, "1-%zu", t->row_count),
		    app_width(sc->app) >= WIDGET_WIDE ? _("See changes")
						      : _("See"),
		    key_of(UIKEY_NONE));
	footer_add_char(&f, "7", _("Install"));
	widget_footer(sc, s, &f);
}

static void
draw_header(struct screen *sc, struct surface *s,
    const struct link_preview *p)
{
	struct arena *a = sc->arena;
	const char *name = p != NULL ? staff_title(&p->edition) : "";
	/* TRANSLATORS: head: look at one bundle. */
	const char *title = _("Look at");
	const char *all = title;

	if (name[0] != '\0') {
		title = arena_printf(a, "%s: %s", title, name);
		all = arena_printf(a, "%s %s", title,
		    staff_day(a, p->edition.created));
	}
	staff_header(sc, s, all, title,
	    /* TRANSLATORS: head of the pages of an installation. */
	    arena_printf(a, _("Step %d of %d"), 2, 3));
}

static void
preview_draw(struct screen *sc, struct surface *s)
{
	const struct preview *t = sc->state;
	const struct link_preview *p = preview(sc);
	struct choice c[CHOICES_MAX];
	struct grid g;

	if (staff_draw_gone(sc, s))
		return;
	widget_grid(&g, sc);
	draw_header(sc, s, p);
	draw_footer(sc, s, p);
	if (p == NULL) {
		draw_without(sc, s, &g);
		return;
	}
	draw_facts(sc, s, t, p, &g);
	choices_draw(sc, s, c, choices(sc, t, c));
	draw_counts(sc, s, t, &g);
	draw_words(sc, s, t, p, &g);
}

static bool
preview_key(struct screen *sc, struct key key)
{
	const struct preview *t = sc->state;
	const struct link_preview *p = preview(sc);
	struct place to = { .ref = sc->place.ref };
	struct choice c[CHOICES_MAX];
	bool used = false;
	int chosen = -1;

	if (p == NULL || !staff_model(sc)->staff)
		return false;
	chosen = choices_key(sc, c, choices(sc, t, c), key, &used);
	if (chosen < 0)
		return used;
	if (chosen == 0) {
		app_back(sc->app);
	} else if (chosen <= (int)t->row_count) {
		to.screen = SCREEN_CHANGES;
		to.focus = chosen - 1; /* which row */
		app_go(sc->app, &to);
	} else {
		to.screen = SCREEN_PROGRESS;
		link_install(app_link(sc->app), p->number);
		app_replace(sc->app, &to);
	}
	return true;
}

const struct screen_ops preview_ops = {
	.name = "preview",
	.enter = preview_enter,
	.draw = preview_draw,
	.key = preview_key,
	.heard = staff_heard,
};
