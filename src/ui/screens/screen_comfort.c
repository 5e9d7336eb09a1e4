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
	SWITCHES,
};
#define BOX_END 47 /* the column behind "[x]" at 80 columns */
#define REMARK_X 52
#define MINUTE 60 /* seconds */

struct comfort {
	struct choice choices[LANG_MAX + SWITCHES];
	size_t languages;
	size_t count;
	size_t first; /* of the switches; without a voice the second one */
	size_t end;   /* behind the last; without a voice one less */
	const char *remarks[SWITCHES];
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

static void
add_switches(struct screen *sc, struct comfort *t, const struct grid *g,
    int y, int height)
{
	const struct session *session = app_session(sc->app);
	int minutes = app_settings(sc->app)->idle_seconds / MINUTE;
	bool voice = app_has_voice(sc->app);

	t->first = voice ? SWITCH_ALOUD : SWITCH_CONTRAST;
	t->end = voice ? SWITCHES : SWITCH_SLOWLY;
	if (voice) {
		/* TRANSLATORS: 35 columns, and a short form of 28. */
		add(t, g, '6', y, height,
		    name_of(g, _("Read everything aloud"),
			_("Read aloud")), session->read_aloud);
		y += height;
	}
	t->remarks[SWITCH_ALOUD] = _("yes / no");
	/* TRANSLATORS: 35 columns, and a short form of 28. */
	add(t, g, '7', y, height,
	    name_of(g, _("Clearer letters (high contrast)"),
		_("Clearer letters")), session->contrast);
	/* TRANSLATORS: 35 columns, and a short form of 28. */
	y += height;
	add(t, g, '8', y, height,
	    name_of(g, _("More time to read"), _("More time")),
	    session->more_time);
	if (voice) {
		y += height;
		/* TRANSLATORS: a switch: what is read aloud is read more
		 * slowly; 28 columns. */
		add(t, g, '9', y, height, _("Slower voice"),
		    app_reads_slowly(sc->app));
	}
	t->remarks[SWITCH_SLOWLY] = _("yes / no");
	/* TRANSLATORS: beside a switch: it can be on or off. */
	t->remarks[SWITCH_CONTRAST] = _("yes / no");
	/* TRANSLATORS: what "more time" does; 25 columns. */
	t->remarks[SWITCH_MORE_TIME] = arena_printf(sc->arena,
	    ngettext("no notice after %d minute",
		"no notice after %d minutes", (unsigned long)minutes),
	    minutes);
}

static int
comfort_enter(struct screen *sc, struct err *e)
{
	struct comfort *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;
	int height = 1;
	int y = 0;

	(void)e; /* nothing is read */
	widget_grid(&g, sc);
	y = g.top;
	t->languages = lang_count;
	if (g.touch &&
	    g.note - g.top > 2 * ((int)t->languages + SWITCHES))
		height = 2;
	for (size_t i = 0; i < t->languages; i++) {
		add(t, &g, (char)('1' + i), y, height, lang_table[i]->name,
		    strcmp(lang_table[i]->code, app_lang(sc->app)) == 0);
		t->choices[i].lang = lang_table[i]->code;
		y += height;
	}
	add_switches(sc, t, &g, y + 1, height);
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
	for (size_t i = 0; t->first + i < t->end && g.wide; i++)
		draw_remark(s, t->choices[t->languages + i].y,
		    t->remarks[t->first + i]);
	/* TRANSLATORS: foot: back to the page one came from. */
	footer_add_char(&f, "0", _("Return"));
	footer_add_enter(&f, _("Choose"));
	widget_footer(sc, s, &f);
}

static bool
comfort_key(struct screen *sc, struct key key)
{
	const struct comfort *t = sc->state;
	struct session *session = app_session(sc->app);
	bool used = false;
	int chosen = choices_key(sc, t->choices, t->count, key, &used);

	if (chosen < 0)
		return used;
	if (chosen < (int)t->languages) {
		app_set_language(sc->app, lang_table[chosen]->code);
		return true;
	}
	switch (chosen - (int)t->languages + (int)t->first) {
	case SWITCH_ALOUD:
		session->read_aloud = !session->read_aloud;
		break;
	case SWITCH_CONTRAST:
		session->contrast = !session->contrast;
		break;
	case SWITCH_MORE_TIME:
		session->more_time = !session->more_time;
		break;
	default:
		app_read_slowly(sc->app, !app_reads_slowly(sc->app));
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
