/*
 * A kind of work as one types its name, or a name that people use.  What is
 * typed is the session's.  place.number says what it is chosen for.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/letters.h"
#include "ui/screens/screens.h"
#include "ui/screens/works.h"
#include "ui/widget_field.h"

#define _(text) gettext(text)

struct find_work {
	struct work_choice *works;
	struct field_list list;
	int top;    /* first row of what is found */
	int height; /* rows of one */
	struct letters letters;
};

static enum works_for
use_of(const struct screen *sc)
{
	return (enum works_for)sc->place.number;
}

static int
find_work_enter(struct screen *sc, struct err *e)
{
	struct find_work *t = arena_zero(sc->arena, sizeof *t);
	char *text = app_session(sc->app)->work;
	struct grid g;

	widget_grid(&g, sc);
	letters_fit(&t->letters, &g);
	t->list.field =
	    (struct field){ text, SESSION_QUERY_SIZE, CATALOG_SEARCH_MAX };
	if (works_list(sc, use_of(sc), text, &t->works, &t->list.count, e) < 0)
		return -1;
	t->top = g.wide ? 4 : 2;
	t->height = g.touch ? 2 : 1;
	field_list_fit(sc, &t->list, t->letters.y - t->top, t->height);
	sc->state = t;
	return 0;
}

static void
draw_works(struct screen *sc, struct surface *s, const struct find_work *t,
    const struct grid *g)
{
	struct choice c[MENU_PAGE_MAX];
	int count = field_list_on_page(sc, &t->list);
	int first = sc->place.page * t->list.per_page;

	for (int i = 0; i < count; i++)
		c[i] = (struct choice){
			.digit = (char)('1' + i),
			.x = g->margin,
			.y = t->top + i * t->height,
			.width = g->right - g->margin,
			.height = t->height,
			.indent = 4,
			.title = t->works[first + i].title,
		};
	field_list_draw(sc, s, c, (size_t)count);
	if (count == 0)
		/* TRANSLATORS: no kind of work is called that; 37 columns. */
		widget_text(s, g->margin, t->top, g->right - g->margin,
		    ROLE_PAGE, _("Not found. Try another word."));
}

static void
find_work_draw(struct screen *sc, struct surface *s)
{
	const struct find_work *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, _("What work did you do?"), "");
	/* TRANSLATORS: before the field for a kind of work; 10 columns. */
	field_draw(sc, &t->list.field, s, _("Work:"), g.wide ? 2 : 1);
	draw_works(sc, s, t, &g);
	letters_draw(&t->letters, s, &g);
	footer_add(&f, _("Esc"), _("Back"), key_of(UIKEY_ESCAPE));
	if (t->list.count > 0) {
		footer_add(&f, "↓", g.wide ? _("Go to the list") : _("List"),
		    key_of(UIKEY_DOWN));
		footer_add_enter(&f, _("Choose"));
	}
	if (t->list.pages > 1)
		footer_add_char(&f, "+", _("More"));
	widget_footer(sc, s, &f);
}

static bool
find_work_key(struct screen *sc, struct key key)
{
	const struct find_work *t = sc->state;
	int chosen = -1;
	bool used = field_list_key(sc, &t->list, key, &chosen);

	if (chosen >= 0)
		works_choose(sc, use_of(sc), &t->works[chosen],
		    use_of(sc) == WORKS_TO_OPEN);
	return used;
}

const struct screen_ops find_work_ops = {
	.name = "find-work",
	.enter = find_work_enter,
	.draw = find_work_draw,
	.key = find_work_key,
	.takes_text = true,
};
