/*
 * The training finder: six facets, how many options are left, and how the
 * list of them begins.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "text/width.h"
#include "ui/app.h"
#include "ui/screens/finder.h"
#include "ui/screens/screens.h"
#include "ui/widget_option.h"

#define _(text) gettext(text)

#define CLEAR OPTION_FACETS /* index of the choices behind the facets */
#define LIST (CLEAR + 1)
#define COMPARE (LIST + 1)
#define CHOICES (COMPARE + 1)

#define LABEL_WIDE 14 /* cells from a label to its value */
#define LABEL_NARROW 13
#define DIVIDER 36 /* column of the line before the preview */
#define RIGHT_HALF 39
#define TOPIC "courses"
#define TWO_ROWS_EACH 16 /* rows that all choices want then */

struct finder {
	struct option_counts counts;
	struct choice choices[CHOICES];
	int doors[CHOICES]; /* choice -> facet, CLEAR, LIST, COMPARE */
	size_t count;
	int stride; /* rows of each */
	struct option_row *rows; /* of the preview */
	size_t row_count;
	bool has_courses; /* in the topic TOPIC */
};

const char *
finder_head(struct arena *a, const struct option_counts *n, bool wide)
{
	if (!wide)
		/* TRANSLATORS: how many options are left of all; 12 columns. */
		return arena_printf(a, _("%zu of %zu"), n->matching, n->all);
	/* TRANSLATORS: head of the finder: "37 of 128 options"; 28 columns. */
	return arena_printf(a, ngettext("%zu of %zu option",
		"%zu of %zu options", n->all), n->matching, n->all);
}

struct option_filter *
finder_filter(struct screen *sc)
{
	return &app_session(sc->app)->finder;
}

/* Who opens the finder stands somewhere: begin there, for that is seen and
 * taken away with one key. */
static int
begin_here(struct screen *sc, struct err *e)
{
	struct session *session = app_session(sc->app);
	const char *country = app_country(sc->app);
	struct option_counts n;

	if (session->finder_open)
		return 0;
	session->finder_open = true;
	if (country[0] == '\0')
		return 0;
	if (catalog_option_counts(app_catalog(sc->app), &session->finder,
		sc->arena, &n, e) < 0)
		return -1;
	for (size_t i = 0; i < n.count[OPTION_COUNTRY]; i++)
		if (strcmp(n.values[OPTION_COUNTRY][i].value, country) == 0)
			option_filter_toggle(&session->finder, OPTION_COUNTRY,
			    country);
	return 0;
}

/* TEXT and blanks up to WIDTH cells. */
static const char *
padded(struct arena *a, const char *text, int width)
{
	int left = width - width_of(text);

	return arena_printf(a, "%s%*s", text, left > 1 ? left : 1, "");
}

static struct choice *
add_choice(struct finder *t, int door, int x, int y, int width)
{
	struct choice *c = &t->choices[t->count];

	t->doors[t->count++] = door;
	*c = (struct choice){ .digit = (char)('1' + door), .x = x, .y = y,
		.width = width, .height = t->stride, .indent = 4 };
	return c;
}

static void
place_facets(struct screen *sc, struct finder *t, const struct grid *g,
    int top)
{
	int width = g->wide ? DIVIDER - 2 : g->right - 1;

	for (int i = 0; i < OPTION_FACETS; i++)
		add_choice(t, i, 1, top + i * t->stride, width)
		    ->title = arena_printf(sc->arena, "%s%s",
		    padded(sc->arena, widget_facet((enum option_facet)i),
			g->wide ? LABEL_WIDE : LABEL_NARROW),
		    widget_facet_chosen(sc->arena, finder_filter(sc),
			(enum option_facet)i));
}

/* The three below the facets; each only where it does something. */
static void
place_rest(struct screen *sc, struct finder *t, const struct grid *g,
    int top)
{
	struct arena *a = sc->arena;
	size_t marked = app_session(sc->app)->compare.count;
	int width = g->wide ? DIVIDER - 2 : g->right - 1;
	size_t n = t->counts.matching;
	int rest = top + OPTION_FACETS * t->stride +
	    (g->wide && t->stride == 1);
	struct choice *c = NULL;

	if (!option_filter_is_empty(finder_filter(sc)))
		/* TRANSLATORS: choose nothing again; 28 columns. */
		add_choice(t, CLEAR, 1, rest, width)
		    ->title = _("Take all away");
	if (n > 0)
		/* TRANSLATORS: to the list; in capitals, 28 columns. */
		add_choice(t, LIST, 1, rest + 2, width)->title = arena_printf(a,
			ngettext("SEE THE %zu OPTION", "SEE THE %zu OPTIONS",
			    n), n);
	if (marked < 2)
		return;
	if (g->wide) {
		c = add_choice(t, COMPARE, RIGHT_HALF, rest + 2,
		    g->right - RIGHT_HALF);
		/* TRANSLATORS: compare the options that were marked with 6;
		 * 32 columns. */
		c->title = arena_printf(a,
		    ngettext("Compare the %zu that I marked",
			"Compare the %zu that I marked", marked), marked);
	} else {
		c = add_choice(t, COMPARE, 1, rest + 3, width);
		c->title = _("Compare");
		c->badge = arena_printf(a, "%zu", marked);
		c->badge_role = ROLE_TITLE;
	}
}

static int
finder_enter(struct screen *sc, struct err *e)
{
	struct finder *t = arena_zero(sc->arena, sizeof *t);
	struct ref courses = { 0 };
	size_t total = 0;
	size_t room = 0;
	struct grid g;

	widget_grid(&g, sc);
	room = g.wide ? (size_t)(g.height >= 40 ? 9 : 3) : 0;
	if (begin_here(sc, e) < 0 ||
	    catalog_option_settle(app_catalog(sc->app), finder_filter(sc),
		e) < 0 ||
	    catalog_option_counts(app_catalog(sc->app), finder_filter(sc),
		sc->arena, &t->counts, e) < 0 ||
	    catalog_options(app_catalog(sc->app), finder_filter(sc), 0, room,
		app_lang(sc->app), sc->arena, &t->rows, &t->row_count, &total,
		e) < 0 ||
	    catalog_find_topic(app_catalog(sc->app), TOPIC, &courses, e) < 0)
		return -1;
	t->has_courses = courses.row != 0;
	t->stride = g.touch && g.wide && g.note - 4 >= TWO_ROWS_EACH ? 2 : 1;
	place_facets(sc, t, &g, g.wide ? 4 : 2);
	place_rest(sc, t, &g, g.wide ? 4 : 2);
	if (sc->place.focus >= (int)t->count)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

/* How the list begins: name, and what it costs and takes. */
static void
draw_preview(struct screen *sc, struct surface *s, const struct finder *t,
    const struct grid *g)
{
	int width = g->right - RIGHT_HALF;
	int rows = g->height >= 40 ? 3 * (int)t->row_count : 8;

	s->said.aside = true;
	/* TRANSLATORS: head of the preview; 36 columns. */
	widget_text(s, RIGHT_HALF, 2, width, ROLE_TITLE,
	    _("So the list begins"));
	for (int y = 2; y < 4 + rows; y++)
		if (y < 13 || t->count == 0)
			surface_text(s, DIVIDER, y, 1, ROLE_MUTED, "│");
	for (size_t i = 0; i < t->row_count; i++) {
		int y = 4 + 3 * (int)i + (i > 2 ? 3 : 0);

		if (y + 1 >= g->note)
			break;
		widget_text(s, RIGHT_HALF, y, width, ROLE_PAGE,
		    t->rows[i].head.title);
		widget_text(s, RIGHT_HALF, y + 1, width, ROLE_MUTED,
		    widget_option_line(sc->arena, &t->rows[i].facts));
	}
	s->said.aside = false;
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct finder *t,
    const struct grid *g)
{
	struct footer f = { .count = 0 };

	footer_add_char(&f, "0", _("Back"));
	/* TRANSLATORS: foot of the finder: change a facet; 10 columns. */
	footer_add_enter(&f, _("Change"));
	for (size_t i = 0; g->wide && i < t->count; i++) {
		if (t->doors[i] == LIST)
			/* TRANSLATORS: foot of the finder; 12 columns. */
			footer_add_char(&f, "8", _("See the list"));
		if (t->doors[i] == COMPARE)
			footer_add_char(&f, "9", _("Compare"));
	}
	if (t->has_courses)
		/* TRANSLATORS: foot of the finder: the courses on this
		 * screen; 14 columns. */
		footer_add_char(&f, "+",
		    g->wide ? _("Short courses") : _("Courses"));
	widget_footer(sc, s, &f);
}

static void
finder_draw(struct screen *sc, struct surface *s)
{
	const struct finder *t = sc->state;
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s,
	    g.wide ? _("Courses and certificates") :
		     /* TRANSLATORS: head of the finder; 16 columns. */
		     _("Courses"),
	    finder_head(sc->arena, &t->counts, g.wide));
	if (g.wide) {
		/* TRANSLATORS: above the facets; 32 columns. */
		widget_text(s, 2, 2, DIVIDER - 2, ROLE_TITLE,
		    _("Choose what matters to you"));
		if (!app_line_mode(sc->app)) /* rows go across there */
			draw_preview(sc, s, t, &g);
	}
	choices_draw(sc, s, t->choices, t->count);
	if (t->counts.all == 0)
		widget_text(s, g.margin + 1, g.note - 2, g.right - g.margin,
		    ROLE_PAGE, _("There is nothing here yet."));
	draw_footer(sc, s, t, &g);
}

static bool
finder_key(struct screen *sc, struct key key)
{
	const struct finder *t = sc->state;
	struct place to = { .screen = SCREEN_FACET };
	bool used = false;
	int chosen = choices_key(sc, t->choices, t->count, key, &used);

	if (t->has_courses && key_is(key, '+'))
		return screens_go_topic(sc, TOPIC);
	if (chosen < 0)
		return used;
	switch (t->doors[chosen]) {
	case CLEAR:
		for (int i = 0; i < OPTION_FACETS; i++)
			option_filter_clear(finder_filter(sc),
			    (enum option_facet)i);
		sc->place.focus = 0;
		app_reenter(sc->app);
		return true;
	case LIST:
		to.screen = SCREEN_OPTIONS;
		break;
	case COMPARE:
		to.screen = SCREEN_COMPARE;
		break;
	default:
		to.number = t->doors[chosen];
		break;
	}
	app_go(sc->app, &to);
	return true;
}

const struct screen_ops finder_ops = {
	.name = "finder",
	.enter = finder_enter,
	.draw = finder_draw,
	.key = finder_key,
};
