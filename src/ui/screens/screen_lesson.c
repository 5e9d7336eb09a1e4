/*
 * One lesson, page by page.  Behind its last page comes the next one, behind
 * the last lesson the quiz.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

struct lesson_page {
	struct entry entry;
	const struct lesson *lesson;
	struct learning *learning;
	struct sheet sheet;
};

static bool
is_last_page(const struct screen *sc, const struct lesson_page *t)
{
	return sc->place.page + 1 >= sheet_pages(&t->sheet);
}

static bool
is_last_lesson(const struct screen *sc, const struct lesson_page *t)
{
	return sc->place.part + 1 >= (int)t->entry.lesson_count;
}

static int
load(struct screen *sc, struct lesson_page *t, struct err *e)
{
	const char *only = NULL;
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_entry(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->entry, e) < 0)
		return -1;
	if (t->entry.lesson_count == 0)
		return err_set(e, ERR_NOT_FOUND, "lessons of %s",
		    t->entry.head.slug);
	if (is_last_lesson(sc, t)) /* another edition may have fewer */
		sc->place.part = (int)t->entry.lesson_count - 1;
	t->lesson = &t->entry.lessons[sc->place.part];
	t->learning = learning_of(app_session(sc->app)->learning,
	    t->entry.head.slug);
	sheet_init(&t->sheet, sc->arena, g.text_width);
	only = widget_only_in(sc, t->entry.head.lang);
	if (only != NULL)
		sheet_text(&t->sheet, ROLE_TITLE, only);
	sheet_heading(&t->sheet, t->lesson->title);
	if (sheet_markdown_in(&t->sheet, t->entry.head.lang,
		t->lesson->markdown, "•", e) < 0)
		return -1;
	sheet_blank(&t->sheet);
	sheet_text(&t->sheet, ROLE_MUTED, widget_notice(sc));
	sheet_fold(&t->sheet, g.note - g.top - 1);
	return 0;
}

static int
lesson_enter(struct screen *sc, struct err *e)
{
	struct lesson_page *t = arena_zero(sc->arena, sizeof *t);

	if (load(sc, t, e) < 0)
		return -1;
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	if (is_last_page(sc, t))
		learning_read(t->learning, sc->place.part);
	sc->state = t;
	return 0;
}

/* What + does here, NULL for nothing. */
static const char *
verb_of_plus(const struct screen *sc, const struct lesson_page *t)
{
	if (!is_last_page(sc, t))
		return _("More");
	if (!is_last_lesson(sc, t))
		/* TRANSLATORS: foot of a lesson, behind "+ "; 15 columns. */
		return _("Next lesson");
	/* TRANSLATORS: foot of the last lesson, behind "+ "; 15 columns. */
	return t->entry.card_count > 0 ? _("Questions") : NULL;
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct lesson_page *t)
{
	struct footer f = { .count = 0 };
	const char *plus = verb_of_plus(sc, t);

	footer_add_char(&f, "0", _("Back"));
	if (plus != NULL)
		footer_add_char(&f, "+", plus);
	if (sc->place.page > 0)
		footer_add_char(&f, "-", _("Before"));
	take_footer(sc, &f);
	footer_add_char(&f, "8", _("Sources"));
	widget_footer(sc, s, &f);
}

static void
lesson_draw(struct screen *sc, struct surface *s)
{
	const struct lesson_page *t = sc->state;
	struct grid g;
	/* TRANSLATORS: head of a lesson: which of how many; 15 columns. */
	const char *right = arena_printf(sc->arena, _("Lesson %d of %zu"),
	    sc->place.part + 1, t->entry.lesson_count);

	widget_grid(&g, sc);
	s->said.lang = t->entry.head.lang;
	widget_header(sc, s, t->entry.head.title, right);
	sheet_draw(&t->sheet, s, sc->place.page, g.text_x, g.top);
	widget_pager(sc, s, sc->place.page, sheet_pages(&t->sheet));
	draw_footer(sc, s, t);
}

static void
go_on(struct screen *sc, const struct lesson_page *t)
{
	struct place to = { .screen = SCREEN_LESSON, .ref = sc->place.ref,
		.part = sc->place.part + 1 };

	if (!is_last_lesson(sc, t))
		app_replace(sc->app, &to);
	else if (t->entry.card_count > 0)
		quiz_replace(sc, t->learning, t->entry.card_count);
}

static bool
lesson_key(struct screen *sc, struct key key)
{
	const struct lesson_page *t = sc->state;
	struct place sources = { .screen = SCREEN_SOURCES,
		.ref = sc->place.ref };

	if (sheet_key(sc, sheet_pages(&t->sheet), key)) {
		if (is_last_page(sc, t))
			learning_read(t->learning, sc->place.part);
	} else if (take_key(sc, key, t->entry.head.slug, sc->place.part + 1)) {
		return true;
	} else if (key_is(key, '+')) {
		go_on(sc, t);
	} else if (key_is(key, '8')) {
		app_go(sc->app, &sources);
	} else {
		return false;
	}
	return true;
}

const struct screen_ops lesson_ops = {
	.name = "lesson",
	.enter = lesson_enter,
	.draw = lesson_draw,
	.key = lesson_key,
};
