/*
 * The register of a country as one types a name or a licence number.  What
 * is typed is the session's.  Each that is found has two rows: its name, and
 * what the register says of it with its number, so that near names can be
 * told apart by their numbers.
 */
#include <config.h>

#include <libintl.h>

#include "base/utf8.h"
#include "ui/app.h"
#include "ui/letters.h"
#include "ui/screens/recruiters.h"
#include "ui/screens/screens.h"
#include "ui/widget_field.h"

#define _(text) gettext(text)

#define LETTERS_MIN 2 /* code points from which there are results */
#define ROWS 2        /* of one that is found */
#define NUMBER_X 24   /* column of the licence number at 80 columns */

struct registry {
	struct recruiter_list found;
	bool asked;    /* it is long enough */
	bool has_twin; /* some are like each other and are not the same */
	bool listed;   /* one at least has a licence that holds */
	struct field_list list;
	int top; /* first row of what is found */
	struct letters letters;
};

static int
register_enter(struct screen *sc, struct err *e)
{
	struct registry *t = arena_zero(sc->arena, sizeof *t);
	char *text = app_session(sc->app)->recruiter;
	struct grid g;

	widget_grid(&g, sc);
	letters_fit(&t->letters, &g);
	t->list.field =
	    (struct field){ text, SESSION_QUERY_SIZE, CATALOG_SEARCH_MAX };
	t->asked = utf8_length(text) >= LETTERS_MIN;
	if (t->asked &&
	    catalog_recruiters(app_catalog(sc->app), app_country(sc->app),
		text, app_lang(sc->app), sc->arena, &t->found, e) < 0)
		return -1;
	for (size_t i = 0; i < t->found.count; i++) {
		const struct recruiter *r = &t->found.list[i];

		t->has_twin = t->has_twin || r->has_twin;
		t->listed = t->listed ||
		    recruiter_is_listed(recruiter_today(sc, r));
	}
	t->list.count = t->found.count;
	t->top = g.wide ? 6 : 3;
	field_list_fit(sc, &t->list, t->letters.y - t->top, ROWS);
	sc->state = t;
	return 0;
}

static size_t
results(struct screen *sc, const struct registry *t,
    struct choice out[MENU_PAGE_MAX])
{
	int count = field_list_on_page(sc, &t->list);
	int first = sc->place.page * t->list.per_page;
	struct grid g;

	widget_grid(&g, sc);
	for (int i = 0; i < count; i++) {
		const struct recruiter *r = &t->found.list[first + i];

		out[i] = (struct choice){
			.digit = (char)('1' + i),
			.x = g.wide ? g.margin : 0,
			.y = t->top + i * ROWS,
			.width = g.wide ? g.right - g.margin : g.right,
			.height = ROWS,
			.indent = g.wide ? 4 : 3,
			.title = r->matched[0] == '\0' ?
			    r->head.title :
			    arena_printf(sc->arena, "%s (%s)", r->matched,
				r->head.title),
		};
	}
	return (size_t)(count > 0 ? count : 0);
}

/* "▲ CANCELLED      GT-900-005" */
static void
draw_standing(struct screen *sc, struct surface *s, const struct choice *c,
    const struct recruiter *r, bool focused)
{
	enum licence_state state = recruiter_today(sc, r);
	bool listed = recruiter_is_listed(state);
	enum role role = listed ? ROLE_MUTED : ROLE_ALERT;
	int at = c->x + c->indent;
	int end = c->x + c->width;
	int y = c->y + 1;
	struct grid g;

	widget_grid(&g, sc);
	if (focused) {
		surface_fill(s, c->x, y, c->width, 1, ROLE_FOCUS);
		role = ROLE_FOCUS;
	}
	at += widget_text(s, at, y, end - at, role,
		  listed ? recruiter_word(state) :
			   arena_printf(sc->arena, "▲ %s",
			       recruiter_word(state))) + 1;
	if (g.wide && at < NUMBER_X)
		at = NUMBER_X;
	widget_text(s, at, y, end - at, focused ? ROLE_FOCUS : ROLE_PAGE,
	    r->licence);
}

static void
draw_hint(struct surface *s, const struct registry *t, const struct grid *g)
{
	int y = g->wide ? 4 : 2;
	int x = g->margin + (g->wide ? 1 : 0);
	int room = g->right - x;
	bool is_alert = t->found.count > 0 && (t->has_twin || !t->listed);
	const char *text = NULL;

	if (!t->asked)
		text = _("Type two letters or more.");
	else if (t->found.count == 0)
		/* TRANSLATORS: 74 columns, and a short form of 37. */
		text = widget_fit(room,
		    _("Not in this register. Ask the office: Esc, then 2."),
		    _("Not in this register: ask the office."));
	else if (!t->listed)
		/* TRANSLATORS: 74 columns, and a short form of 37. */
		text = widget_fit(room,
		    _("▲ No licence that holds. Do not pay; ask the office."),
		    _("▲ No licence that holds. Do not pay."));
	else if (t->has_twin)
		/* TRANSLATORS: 74 columns, and a short form of 37. */
		text = widget_fit(room,
		    _("▲ Similar name, other licence: check the number."),
		    _("▲ Similar names: check the number."));
	else
		/* TRANSLATORS: 74 columns, and a short form of 37. */
		text = widget_fit(room,
		    _("Being in the register is step 1. Step 2: the job "
		      "order."),
		    _("Step 2: ask for the job order."));
	widget_text(s, x, y, room, is_alert ? ROLE_ALERT : ROLE_PAGE, text);
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct registry *t)
{
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	footer_add(&f, _("Esc"), _("Back"), key_of(UIKEY_ESCAPE));
	if (t->list.count > 0) {
		footer_add(&f, "↓", g.wide ? _("Go to the list") : _("List"),
		    key_of(UIKEY_DOWN));
		footer_add_enter(&f, _("Open"));
	}
	if (t->list.pages > 1)
		footer_add_char(&f, "+", _("More"));
	widget_footer(sc, s, &f);
}

static void
register_draw(struct screen *sc, struct surface *s)
{
	const struct registry *t = sc->state;
	struct choice c[MENU_PAGE_MAX];
	size_t count = results(sc, t, c);
	int first = sc->place.page * t->list.per_page;
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: head of the register of recruiters; 20 columns. */
	widget_header(sc, s, _("Register"),
	    widget_country(app_country(sc->app)));
	draw_hint(s, t, &g);
	field_list_draw(sc, s, c, count);
	for (size_t i = 0; i < count; i++)
		draw_standing(sc, s, &c[i], &t->found.list[first + (int)i],
		    sc->place.focus == (int)i + 1);
	/* TRANSLATORS: before the field for the name of a recruiter; 10
	 * columns. */
	field_draw(sc, &t->list.field, s, _("Name:"), g.wide ? 2 : 1);
	letters_draw(&t->letters, s, &g);
	draw_footer(sc, s, t);
}

static bool
register_key(struct screen *sc, struct key key)
{
	const struct registry *t = sc->state;
	int chosen = -1;
	bool used = field_list_key(sc, &t->list, key, &chosen);

	if (chosen >= 0)
		screens_open(sc, &t->found.list[chosen].head);
	return used;
}

const struct screen_ops register_ops = {
	.name = "register",
	.enter = register_enter,
	.draw = register_draw,
	.key = register_key,
	.takes_text = true,
};
