/*
 * Up to three options side by side; a row in which they differ has a star.
 * Where it is narrow, two at a time.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/finder.h"
#include "ui/screens/screens.h"
#include "ui/widget_option.h"

#define _(text) gettext(text)

#define ROWS 8
#define LABEL_WIDE 18 /* column where the first option begins */
#define LABEL_NARROW 10
#define TOP 2 /* row of the names */
#define NAME_ROWS_MAX 3

struct compared_option {
	struct option option;
	const char *cells[ROWS]; /* "" where nobody says it */
};

struct compare {
	struct compared_option *list;
	size_t count;
	const char *labels[ROWS];
	struct choice choices[FINDER_COMPARE_MAX];
	size_t first; /* shown */
	size_t shown;
	size_t columns;
	int name_rows;
	int pages;
};

/* The first line of a list and how it goes on, in one line. */
static const char *
in_a_line(struct arena *a, const char *list)
{
	char *line = arena_strdup(a, list);

	for (char *at = line; *at != '\0'; at++)
		if (*at == '\n')
			*at = ',';
	return line;
}

static void
fill_cells(struct compared_option *one, struct arena *a)
{
	const struct option *o = &one->option;
	const struct option_facts *f = &o->facts;
	const char *needs = o->admits[0] != '\0' ? o->admits :
						   in_a_line(a, o->documents);

	one->cells[0] = f->place[0] != '\0' ? f->place :
					      widget_countries(a, f->country);
	one->cells[1] = widget_cost(a, f);
	one->cells[2] = widget_duration(a, f);
	one->cells[3] = widget_facet_value(OPTION_MODE, f->modality);
	one->cells[4] = o->schedule;
	one->cells[5] = needs;
	one->cells[6] = o->gives;
	one->cells[7] = widget_countries(a, f->valid_in);
}

static void
label_rows(struct compare *t)
{
	/* TRANSLATORS: rows of the comparison; 14 columns, and 8 on a small
	 * screen, where they are cut. */
	t->labels[0] = _("Where");
	t->labels[1] = _("Cost");
	t->labels[2] = _("Lasts");
	t->labels[3] = _("How");
	t->labels[4] = _("Hours");
	t->labels[5] = _("Asks");
	t->labels[6] = _("Gives");
	t->labels[7] = _("Holds in");
}

/* *FOUND is false for one that another edition has no more, or that is
 * withdrawn. */
static int
load_one(struct screen *sc, const char *slug, struct option *out, bool *found,
    struct err *e)
{
	struct catalog *c = app_catalog(sc->app);
	struct ref ref = { 0 };

	*found = false;
	if (catalog_find_entry(c, slug, &ref, e) < 0)
		return -1;
	if (ref.row == 0)
		return 0;
	if (catalog_option(c, ref, app_lang(sc->app), sc->arena, out, e) == 0) {
		*found = true;
		return 0;
	}
	if (e->code != ERR_WITHDRAWN)
		return -1;
	err_clear(e);
	return 0;
}

static int
load(struct screen *sc, struct compare *t, struct err *e)
{
	struct session_list *l = &app_session(sc->app)->compare;

	t->list = arena_array(sc->arena, l->count + 1, sizeof *t->list);
	while (t->count < l->count) {
		struct compared_option *one = &t->list[t->count];
		bool found = false;

		if (load_one(sc, l->slugs[t->count], &one->option, &found,
			e) < 0)
			return -1;
		if (!found) {
			session_list_remove(l, l->slugs[t->count]);
			continue;
		}
		fill_cells(one, sc->arena);
		t->count++;
	}
	return 0;
}

/* Where column N of those that are shown begins, and its width. */
static int
column_at(const struct grid *g, const struct compare *t, size_t n, int *width)
{
	int left = g->wide ? LABEL_WIDE : LABEL_NARROW;
	int each = (g->right - left) / (int)t->columns;

	*width = each - 2;
	return left + (int)n * each;
}

/*
 * The names, above their columns; where it is narrow below each other, and
 * their numbers above the columns.  T->name_rows is how many rows they take.
 */
static void
place_names(struct screen *sc, struct compare *t, const struct grid *g)
{
	t->name_rows = g->wide ? 1 : (int)t->shown;
	for (size_t i = 0; i < t->shown; i++) {
		const struct option *o = &t->list[t->first + i].option;
		const char *name = o->entry.head.title;
		int width = 0;
		int x = column_at(g, t, i, &width);
		struct sheet sh;

		t->choices[i] = (struct choice){
			.digit = (char)('1' + t->first + i),
			.x = g->wide ? x - 1 : g->margin,
			.y = g->wide ? TOP : TOP + (int)i,
			.width = g->wide ? width + 1 : g->right - g->margin,
			.height = 1,
			.indent = g->wide ? 4 : 3,
			.title = name,
			.wraps = g->wide,
		};
		if (!g->wide)
			continue;
		sheet_init(&sh, sc->arena, width + 1 - 4);
		sheet_text(&sh, ROLE_PAGE, name);
		if (t->name_rows < (int)sh.rows.count)
			t->name_rows = (int)sh.rows.count;
	}
	if (t->name_rows > NAME_ROWS_MAX)
		t->name_rows = NAME_ROWS_MAX;
	for (size_t i = 0; i < t->shown && g->wide; i++)
		t->choices[i].height = t->name_rows;
}

static int
compare_enter(struct screen *sc, struct err *e)
{
	struct compare *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	label_rows(t);
	if (load(sc, t, e) < 0)
		return -1;
	t->columns = g.wide && t->count > 2 ? FINDER_COMPARE_MAX : 2;
	t->pages = t->count > t->columns ? (int)(t->count - t->columns) + 1 : 1;
	if (sc->place.page >= t->pages)
		sc->place.page = t->pages - 1;
	t->first = (size_t)sc->place.page;
	t->shown = t->count < t->columns ? t->count : t->columns;
	place_names(sc, t, &g);
	if (sc->place.focus >= (int)t->shown)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

static bool
is_known(const struct compare *t, int row)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->list[i].cells[row][0] != '\0')
			return true;
	return false;
}

static bool
differs(const struct compare *t, int row)
{
	for (size_t i = 1; i < t->count; i++)
		if (strcmp(t->list[i].cells[row], t->list[0].cells[row]) != 0)
			return true;
	return false;
}

/* CELL on one row, or two where there is room.  Returns how many rows the
 * row of cells has now: HIGH of them before. */
static int
draw_cell(struct screen *sc, struct surface *s, int x, int y, int width,
    enum role role, const char *cell, bool two, int high)
{
	struct sheet sh;
	int rows = 0;

	if (cell[0] == '\0' || strcmp(cell, widget_ask()) == 0)
		/* TRANSLATORS: in a cell of the comparison: it must be asked;
		 * 12 columns. */
		cell = widget_fit(width, widget_ask(), _("ask"));
	sheet_init(&sh, sc->arena, width);
	sheet_text(&sh, role, cell);
	rows = (int)sh.rows.count;
	if (rows > (two ? 2 : 1))
		rows = two ? 2 : 1;
	sheet_cut(&sh, s, rows, x, y);
	return rows > high ? rows : high;
}

/* "Cost, different: 1, free. 2, 85 GTQ." */
static void
say_row(struct screen *sc, struct surface *s, const struct compare *t,
    int row, int y)
{
	const char *text = t->labels[row];

	if (differs(t, row))
		/* TRANSLATORS: read aloud, a row of the comparison whose
		 * options are not the same; %s is what is compared. */
		text = arena_printf(sc->arena, _("%s, different"), text);
	text = arena_printf(sc->arena, "%s:", text);
	for (size_t i = 0; i < t->shown; i++) {
		const char *cell = t->list[t->first + i].cells[row];

		text = arena_printf(sc->arena, "%s %c, %s.", text,
		    t->choices[i].digit, cell[0] != '\0' ? cell
							 : widget_ask());
	}
	said_add(&s->said, SAID_PIECE, text, 0, y, s->width, 1);
}

static void
draw_rows(struct screen *sc, struct surface *s, const struct compare *t)
{
	int y = TOP + t->name_rows + 1;
	int spare = 0; /* rows for cells that take two */
	int end = 0;
	struct grid g;

	widget_grid(&g, sc);
	end = g.wide ? g.note - 1 : g.note; /* only there is a note */
	spare = end - y;
	for (int row = 0; row < ROWS; row++)
		spare -= is_known(t, row);
	for (int row = 0; row < ROWS && y < end; row++) {
		enum role role = differs(t, row) ? ROLE_TITLE : ROLE_PAGE;
		int x = g.wide ? 2 : 1;
		int high = 1;

		if (!is_known(t, row))
			continue; /* of none: the centre says it of each */
		say_row(sc, s, t, row, y);
		said_hush(&s->said);
		if (role == ROLE_TITLE)
			surface_text(s, 0, y, 1, role, "*");
		widget_text(s, x, y,
		    (g.wide ? LABEL_WIDE : LABEL_NARROW) - x - 1, role,
		    t->labels[row]);
		for (size_t i = 0; i < t->shown; i++) {
			const char *cell = t->list[t->first + i].cells[row];
			int width = 0;
			int at = column_at(&g, t, i, &width);

			high = draw_cell(sc, s, at, y, width, role, cell,
				   spare > 0, high);
		}
		said_go_on(&s->said);
		y += high;
		spare -= high - 1;
	}
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct compare *t)
{
	struct footer f = { .count = 0 };

	footer_add_char(&f, "0", _("Back"));
	if (t->pages > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	if (t->count > 0) {
		/* TRANSLATORS: foot of the comparison; 9 columns. */
		footer_add_enter(&f, _("Open"));
		/* TRANSLATORS: foot of the comparison: put all of them on the
		 * plan; 12 columns. */
		footer_add_char(&f, "5", _("Take all"));
		/* TRANSLATORS: foot of the comparison: compare nothing any
		 * more; 9 columns. */
		footer_add_char(&f, "7", _("Empty"));
	}
	widget_footer(sc, s, &f);
}

/* The line between names and rows. */
static void
draw_rule(struct surface *s, const struct compare *t, const struct grid *g)
{
	int y = TOP + t->name_rows;

	for (int x = g->wide ? 2 : 1; x < g->right; x++)
		surface_text(s, x, y, 1, ROLE_MUTED, "─");
	for (size_t i = 0; i < t->shown && !g->wide; i++) {
		char number[] = { ' ', t->choices[i].digit, ' ', '\0' };
		int width = 0;

		surface_text(s, column_at(g, t, i, &width) - 1, y, 3,
		    ROLE_PAGE, number);
	}
}

static void
compare_draw(struct screen *sc, struct surface *s)
{
	const struct compare *t = sc->state;
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, _("Compare"),
	    g.wide || t->count < 2 ?
		arena_printf(sc->arena,
		    ngettext("%zu option", "%zu options", t->count),
		    t->count) :
		arena_printf(sc->arena,
		    /* TRANSLATORS: head of the comparison on a small screen:
		     * which ones of how many are shown; 16 columns. */
		    _("%zu and %zu of %zu"), t->first + 1, t->first + 2,
		    t->count));
	if (t->count == 0) {
		widget_text(s, g.margin + 1, g.top, g.right - g.margin,
		    ROLE_PAGE, _("There is nothing here yet."));
		draw_footer(sc, s, t);
		return;
	}
	draw_rule(s, t, &g);
	draw_rows(sc, s, t);
	choices_draw(sc, s, t->choices, t->shown);
	said_hush(&s->said);
	if (g.wide)
		/* TRANSLATORS: below the comparison; 70 columns. */
		widget_note(sc, s, 2, _("* is different. The numbers open "
					"each one."));
	said_go_on(&s->said);
	draw_footer(sc, s, t);
}

/* Onto the plan, and there: what was on it already stays once. */
static void
take_all(struct screen *sc, const struct compare *t)
{
	struct plan *plan = &app_session(sc->app)->plan;

	for (size_t i = 0; i < t->count; i++)
		(void)plan_add(plan, t->list[i].option.entry.head.slug, 0);
	screens_go(sc, SCREEN_PLAN);
}

static bool
compare_key(struct screen *sc, struct key key)
{
	const struct compare *t = sc->state;
	bool used = false;
	int chosen = -1;

	if (menu_turn(sc, t->pages, key)) {
		app_reenter(sc->app);
		return true;
	}
	if (t->count > 0 && key_is(key, '5')) {
		take_all(sc, t);
		return true;
	}
	if (t->count > 0 && key_is(key, '7')) {
		session_list_clear(&app_session(sc->app)->compare);
		app_back(sc->app);
		return true;
	}
	chosen = choices_key(sc, t->choices, t->shown, key, &used);
	if (chosen >= 0)
		screens_open(sc,
		    &t->list[t->first + (size_t)chosen].option.entry.head);
	return used;
}

const struct screen_ops compare_ops = {
	.name = "compare",
	.enter = compare_enter,
	.draw = compare_draw,
	.key = compare_key,
};
