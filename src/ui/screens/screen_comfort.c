/*
 * Language and comfort.  A choice works at once and the screen stays, so
 * that one sees what one has chosen; 0 goes back to where one was.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "text/lang.h"
#include "text/width.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

enum {
	SWITCH_ALOUD,
	SWITCH_CONTRAST,
	SWITCH_MORE_TIME,
	SWITCH_SLOWLY,
	SWITCH_LARGE, /* has a key of its own, those before it digits */
	SWITCHES,
};
#define BOX_END 47 /* the column behind "[x]" at 80 columns */
#define REMARK_X 52
#define MINUTE 60 /* seconds */
#define DIGITS 9  /* choices that a page has keys for */

#define CHOICES_MAX (LANG_MAX + SWITCHES)

/* Languages first, then those switches that can do something here. */
struct comfort {
	struct choice choices[CHOICES_MAX];
	int which[CHOICES_MAX]; /* switch */
	const char *remarks[CHOICES_MAX]; /* NULL for a language */
	size_t languages; /* on this page: all or none */
	size_t count;
	int pages; /* with many languages the switches have their own */
};

struct comfort_switch {
	bool there;
	char key; /* 0: the digit of its place */
	bool on;
	const char *title;
	const char *remark;
};

static const char *
box(bool on)
{
	return on ? "[x]" : "[ ]";
}

static void
add(struct comfort *t, const struct grid *g, char digit, int y, int height,
    const char *title, bool on)
{
	t->choices[t->count++] = (struct choice){
		.digit = digit,
		.x = g->margin,
		.y = y,
		.width = (g->wide ? BOX_END : g->right) - g->margin,
		.height = height,
		.indent = g->wide ? 5 : 4,
		.title = title,
		.badge = box(on),
		.badge_role = ROLE_PAGE,
	};
}

/* The long form of a switch's name, or the short one where it is narrow. */
static const char *
name_of(const struct grid *g, const char *long_text, const char *short_text)
{
	return widget_fit(g->wide ? BOX_END - g->margin - 10 : 0, long_text,
	    short_text);
}

/* Every switch, also those that do nothing here. */
static void
find_switches(struct screen *sc, const struct grid *g,
    struct comfort_switch out[SWITCHES])
{
	const struct session *session = app_session(sc->app);
	int minutes = app_settings(sc->app)->idle_seconds / MINUTE;
	bool voice = app_has_voice(sc->app);
	/* TRANSLATORS: beside a switch: it can be on or off. */
	const char *yes_no = _("yes / no");

	out[SWITCH_ALOUD] = (struct comfort_switch){ voice, 0,
		session->read_aloud,
		/* TRANSLATORS: 35 columns, and a short form of 28. */
		name_of(g, _("Read everything aloud"), _("Read aloud")),
		yes_no };
	out[SWITCH_CONTRAST] = (struct comfort_switch){ true, 0,
		session->contrast,
		/* TRANSLATORS: 35 columns, and a short form of 28. */
		name_of(g, _("Clearer letters (high contrast)"),
		    _("Clearer letters")),
		yes_no };
	out[SWITCH_MORE_TIME] = (struct comfort_switch){ true, 0,
		session->more_time,
		/* TRANSLATORS: 35 columns, and a short form of 28. */
		name_of(g, _("More time to read"), _("More time")),
		/* TRANSLATORS: what "more time" does; 25 columns. */
		arena_printf(sc->arena,
		    ngettext("no notice after %d minute",
			"no notice after %d minutes",
			(unsigned long)minutes),
		    minutes) };
	out[SWITCH_SLOWLY] = (struct comfort_switch){ voice, 0,
		app_reads_slowly(sc->app),
		/* TRANSLATORS: a switch: what is read aloud is read more
		 * slowly; 28 columns. */
		_("Slower voice"), yes_no };
	/* the key that led here: pressed twice it works from everywhere */
	out[SWITCH_LARGE] = (struct comfort_switch){
		app_has_large_letters(sc->app), '*', session->large_letters,
		/* TRANSLATORS: a switch; 28 columns. */
		_("Larger letters"), yes_no };
}

static int
count_switches(const struct comfort_switch all[SWITCHES])
{
	int count = 0;

	for (int i = 0; i < SWITCHES; i++)
		count += all[i].there;
	return count;
}

static void
add_switches(struct comfort *t, const struct grid *g,
    const struct comfort_switch all[SWITCHES], int y, int height)
{
	char digit = (char)('1' + t->languages);

	for (int i = 0; i < SWITCHES; i++) {
		if (!all[i].there)
			continue;
		t->which[t->count] = i;
		t->remarks[t->count] = all[i].remark;
		add(t, g, all[i].key != 0 ? all[i].key : (char)(digit + i), y,
		    height, all[i].title, all[i].on);
		y += height;
	}
}

static void
add_languages(struct screen *sc, struct comfort *t, const struct grid *g,
    int height)
{
	t->languages = lang_count;
	for (size_t i = 0; i < t->languages; i++) {
		add(t, g, (char)('1' + i), g->top + (int)i * height, height,
		    lang_table[i]->name,
		    strcmp(lang_table[i]->code, app_lang(sc->app)) == 0);
		t->choices[i].lang = lang_table[i]->code;
	}
}

static int
comfort_enter(struct screen *sc, struct err *e)
{
	struct comfort *t = arena_zero(sc->arena, sizeof *t);
	struct comfort_switch all[SWITCHES];
	struct grid g;
	int height = 1;
	int y = 0;

	(void)e; /* nothing is read */
	widget_grid(&g, sc);
	y = g.top;
	t->pages = lang_count + SWITCH_LARGE > DIGITS ? 2 : 1;
	sc->place.page %= t->pages;
	find_switches(sc, &g, all);
	if (g.touch &&
	    g.note - g.top > 2 * ((int)lang_count + count_switches(all)))
		height = 2;
	if (sc->place.page == 0) {
		add_languages(sc, t, &g, height);
		y += (int)t->languages * height + 1;
	}
	if (sc->place.page == t->pages - 1)
		add_switches(t, &g, all, y, height);
	if (sc->place.focus >= (int)t->count)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

/* At its column, or a little before it if it is long. */
static void
draw_remark(struct surface *s, int y, const char *text)
{
	int x = s->width - width_of(text);

	if (x > REMARK_X)
		x = REMARK_X;
	if (x <= BOX_END)
		x = BOX_END + 1;
	widget_text(s, x, y, s->width - x, ROLE_MUTED, text);
}

static void
comfort_draw(struct screen *sc, struct surface *s)
{
	const struct comfort *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	/* The same in every language: who is lost can read one of them. */
	widget_header(sc, s, "Idioma · Language · Langue · Lang", NULL);
	choices_draw(sc, s, t->choices, t->count);
	for (size_t i = t->languages; i < t->count && g.wide; i++)
		draw_remark(s, t->choices[i].y, t->remarks[i]);
	/* TRANSLATORS: foot: back to the page one came from. */
	footer_add_char(&f, "0", _("Return"));
	footer_add_enter(&f, _("Choose"));
	if (t->pages > 1)
		footer_add_char(&f, "+", _("More"));
	widget_footer(sc, s, &f);
}

static bool
comfort_key(struct screen *sc, struct key key)
{
	const struct comfort *t = sc->state;
	struct session *session = app_session(sc->app);
	bool used = false;
	int chosen = choices_key(sc, t->choices, t->count, key, &used);

	if (t->pages > 1 && (key_is(key, '+') || key_is(key, '-'))) {
		sc->place.page = 1 - sc->place.page;
		sc->place.focus = 0;
		app_reenter(sc->app);
		return true;
	}
	if (chosen < 0)
		return used;
	if (chosen < (int)t->languages) {
		app_set_language(sc->app, lang_table[chosen]->code);
		return true;
	}
	switch (t->which[chosen]) {
	case SWITCH_ALOUD:
		session->read_aloud = !session->read_aloud;
		break;
	case SWITCH_CONTRAST:
		session->contrast = !session->contrast;
		break;
	case SWITCH_MORE_TIME:
		session->more_time = !session->more_time;
		break;
	case SWITCH_SLOWLY:
		app_read_slowly(sc->app, !app_reads_slowly(sc->app));
		break;
	default:
		session->large_letters = !session->large_letters;
		break;
	}
	app_reenter(sc->app);
	return true;
}

const struct screen_ops comfort_ops = {
	.name = "comfort",
	.enter = comfort_enter,
	.draw = comfort_draw,
	.key = comfort_key,
};
