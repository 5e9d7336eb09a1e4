/*
 * The slip of a course, as it will be printed.  place.part 1: with a code.
 */
#include <config.h>

#include <libintl.h>

#include "catalog/completion.h"
#include "ui/app.h"
#include "ui/screens/away.h"
#include "ui/screens/quiz_view.h"
#include "ui/screens/screens.h"
#include "ui/slip.h"

#define _(text) gettext(text)

struct slip_screen {
	struct sheet sheet;
};

static void
make_code(struct screen *sc, char out[COMPLETION_SIZE],
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

	completion_code(out, &c);
}

int
course_slip_say(struct screen *sc, struct sheet *sh, struct err *e)
{
	struct slip_course c = { .day = "" };
	struct quiz_view view = { 0 };
	char code[COMPLETION_SIZE];
	struct date today;

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
		make_code(sc, code, &view, c.right, &today);
		c.code = code;
	}
	slip_course(sh, &c);
	return 0;
}

static int
slip_enter(struct screen *sc, struct err *e)
{
	struct slip_screen *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	sheet_init(&t->sheet, sc->arena, SLIP_WIDTH);
	if (course_slip_say(sc, &t->sheet, e) < 0)
		return -1;
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

	struct footer f = { .count = 0 };

	/* TRANSLATORS: head of a paper as it will be printed; 34 columns. */
	sheet_draw_body(sc, s, &t->sheet, _("To take with you"));
	sheet_footer(sc, &t->sheet, &f);
	print_footer(sc, &f, '5');
	widget_footer(sc, s, &f);
}

static bool
slip_key(struct screen *sc, struct key key)
{
	const struct slip_screen *t = sc->state;
	struct place to = sc->place;

	if (sheet_key(sc, sheet_pages(&t->sheet), key))
		return true;
	to.number = AWAY_COURSE;
	return key_is(key, '5') && paper_go(sc, &to);
}

const struct screen_ops slip_ops = {
	.name = "slip",
	.enter = slip_enter,
	.draw = slip_draw,
	.key = slip_key,
};
