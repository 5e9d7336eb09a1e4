/*
 * The slip of a course, as it will be printed.  place.part 1: with a code.
 */
#include <config.h>

#include <libintl.h>

#include "catalog/completion.h"
#include "ui/app.h"
#include "ui/screens/quiz_view.h"
#include "ui/screens/screens.h"
#include "ui/slip.h"

#define _(text) gettext(text)

struct slip_screen {
	struct sheet sheet;
	char code[COMPLETION_SIZE];
};

static void
make_code(struct screen *sc, struct slip_screen *t,
    const struct quiz_view *view, size_t right, const struct date *today)
{
	const struct completion c = {
		.slug = view->entry.head.slug,
		.edition = catalog_edition(app_catalog(sc->app),
		    sc->place.ref.channel),
		.right = (unsigned)right,
		.count = (unsigned)view->count,
		.day = *today,
	};

	completion_code(t->code, &c);
}

static int
slip_enter(struct screen *sc, struct err *e)
{
	struct slip_screen *t = arena_zero(sc->arena, sizeof *t);
	struct slip_course c = { .day = "" };
	struct quiz_view view = { 0 };
	struct date today;
	struct grid g;

	widget_grid(&g, sc);
	if (quiz_view_load(sc, &view, e) < 0)
		return -1;
	app_today(sc->app, &today);
	c.title = view.title;
	c.lessons = view.entry.lesson_count;
	c.read = learning_read_count(view.learning, c.lessons);
	c.count = view.count;
	c.right = learning_right_count(view.learning, view.cards, view.count);
	if (today.year != 0)
		c.day = widget_date_long(sc->arena,
		    widget_iso(sc->arena, date_seconds(&today)));
	if (sc->place.part != 0) {
		make_code(sc, t, &view, c.right, &today);
		c.code = t->code;
	}
	sheet_init(&t->sheet, sc->arena, SLIP_WIDTH);
	slip_course(&t->sheet, &c);
	sheet_fold(&t->sheet, g.note - g.top - 1);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	sc->state = t;
	return 0;
}

static void
slip_draw(struct screen *sc, struct surface *s)
{
	const struct slip_screen *t = sc->state;

	/* TRANSLATORS: head of a paper as it will be printed; 34 columns. */
	sheet_draw_screen(sc, s, &t->sheet, _("To take with you"));
}

static bool
slip_key(struct screen *sc, struct key key)
{
	const struct slip_screen *t = sc->state;

	return sheet_key(sc, sheet_pages(&t->sheet), key);
}

const struct screen_ops slip_ops = {
	.name = "slip",
	.enter = slip_enter,
	.draw = slip_draw,
	.key = slip_key,
};
