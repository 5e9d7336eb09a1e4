/*
 * A course: its lessons, what is read of them, and its quiz.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

/* The tools that a course may lead to. */
static const struct {
	const char *name;
	const char *title;
	enum screen_id screen;
} tools[] = {
	/* TRANSLATORS: last choice of the course on the CV; 30 columns. */
	{ "cv", N_("Write my CV now"), SCREEN_CV },
};

struct course {
	struct entry entry;
	const struct learning *learning;
	struct menu menu;
	const char *read; /* "3 of 5 read" */
	const char *note;
	int tool; /* of the table; -1 for none */
};

/* The last choice: the quiz. */
static void
name_quiz(struct screen *sc, const struct course *t, struct menu_item *item)
{
	size_t count = t->entry.card_count;
	size_t done = learning_next_card(t->learning, count);

	/* TRANSLATORS: below the lessons of a course; 30 columns. */
	item->title = arena_printf(sc->arena,
	    ngettext("%zu question to check", "%zu questions to check", count),
	    count);
	if (done < count)
		return;
	/* TRANSLATORS: at the right of the row: right answers; 8 columns. */
	item->badge = arena_printf(sc->arena, _("%zu of %zu"),
	    learning_right_count(t->learning, t->entry.cards, count), count);
	item->badge_role = ROLE_OK;
}

static void
fill_menu(struct screen *sc, struct course *t)
{
	struct menu_item *items = arena_array(sc->arena,
	    t->entry.lesson_count + 2, sizeof *items);

	for (size_t i = 0; i < t->entry.lesson_count; i++) {
		items[i].title = t->entry.lessons[i].title;
		items[i].lang = t->entry.head.lang;
		items[i].badge = learning_has_read(t->learning, (int)i)
		    /* TRANSLATORS: at the right of a lesson; 6 columns. */
		    ? _("read")
		    : NULL;
		items[i].badge_role = ROLE_MUTED;
	}
	t->menu.items = items;
	t->menu.count = t->entry.lesson_count;
	if (t->entry.card_count > 0)
		name_quiz(sc, t, &items[t->menu.count++]);
	t->tool = -1;
	for (size_t i = 0; i < COUNT_OF(tools); i++)
		if (strcmp(tools[i].name, t->entry.tool) == 0)
			t->tool = (int)i;
	if (t->tool >= 0)
		items[t->menu.count++].title = _(tools[t->tool].title);
}

/* How long it takes, or in which language alone it is. */
static const char *
note_of(struct screen *sc, const struct entry *x)
{
	const char *only = widget_only_in(sc, x->head.lang);

	if (only != NULL || x->minutes == 0)
		return only;
	return arena_printf(sc->arena,
	    /* TRANSLATORS: foot of a course; 38 columns. */
	    ngettext("About %d minute. Nothing is kept.",
		"About %d minutes. Nothing is kept.",
		(unsigned long)x->minutes),
	    x->minutes);
}

static int
course_enter(struct screen *sc, struct err *e)
{
	struct course *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_entry(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->entry, e) < 0)
		return -1;
	t->learning = learning_of(app_session(sc->app)->learning,
	    t->entry.head.slug);
	fill_menu(sc, t);
	t->note = note_of(sc, &t->entry);
	/* TRANSLATORS: head of a course: lessons; 12 columns. */
	t->read = arena_printf(sc->arena, _("%zu of %zu read"),
	    learning_read_count(t->learning, t->entry.lesson_count),
	    t->entry.lesson_count);
	menu_fit(sc, &t->menu, g.wide ? g.top + 2 : g.top, g.note);
	sc->state = t;
	return 0;
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct course *t)
{
	struct footer f = { .count = 0 };

	footer_add_char(&f, "0", _("Back"));
	if (menu_pages(&t->menu) > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Open"));
	footer_add_char(&f, "?", _("Help"));
	widget_footer(sc, s, &f);
}

static void
course_draw(struct screen *sc, struct surface *s)
{
	const struct course *t = sc->state;
	struct grid g;

	widget_grid(&g, sc);
	s->said.lang = t->entry.head.lang;
	widget_header_path(sc, s, t->entry.topic_title, t->entry.head.title,
	    t->read);
	if (g.wide)
		widget_text(s, g.margin + 1, g.top, g.right - g.margin - 1,
		    ROLE_MUTED, t->entry.head.summary);
	menu_draw(sc, s, &t->menu);
	if (t->note != NULL)
		widget_note(sc, s, g.margin + 1, t->note);
	draw_footer(sc, s, t);
}

static bool
course_key(struct screen *sc, struct key key)
{
	const struct course *t = sc->state;
	struct place to = { .ref = sc->place.ref };
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);

	if (chosen < 0)
		return used;
	if (t->tool >= 0 && chosen == (int)t->menu.count - 1) {
		screens_go(sc, tools[t->tool].screen);
	} else if (chosen < (int)t->entry.lesson_count) {
		to.screen = SCREEN_LESSON;
		to.part = chosen;
		app_go(sc->app, &to);
	} else {
		quiz_go(sc, t->learning, t->entry.card_count);
	}
	return true;
}

const struct screen_ops course_ops = {
	.name = "course",
	.enter = course_enter,
	.draw = course_draw,
	.key = course_key,
};
