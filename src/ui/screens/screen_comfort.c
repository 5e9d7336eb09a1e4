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
	SWITCH_VOICE, /* leads to the page of voice and keys */
	SWITCH_LARGE, /* has a key of its own, those before it digits */
	SWITCHES,
};
/* On the page of voice and keys; where nobody can hear there is no such page,
 * and the last of them stands for it. */
enum {
	VOICE_VOLUME = SWITCHES,
	VOICE_SLOWLY,
	VOICE_ONE_PRESS,
	ROWS,
};
#define VOICE_ROWS (ROWS - SWITCHES)

enum {
	PAGE_LANGUAGES, /* and the switches, if all of them have a digit */
	PAGE_SWITCHES,
	PAGE_VOICE,
};
#define BOX_END 47 /* the column behind "[x]" at 80 columns */
#define REMARK_X 52
#define MINUTE 60 /* seconds */
#define DIGITS 9  /* choices that a page has keys for */

#define CHOICES_MAX (LANG_MAX + SWITCHES)

/* Languages first, then those rows that can do something here. */
struct comfort {
	struct choice choices[CHOICES_MAX];
	int which[CHOICES_MAX]; /* row */
	const char *remarks[CHOICES_MAX]; /* NULL for a language */
	size_t languages; /* on this page: all or none */
	size_t count;
	bool apart; /* many languages: the switches have their own page */
};

struct comfort_row {
	int what;
	bool there;
	char key; /* 0: the digit of its place */
	const char *badge;
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
    const char *title, const char *badge)
{
	t->choices[t->count++] = (struct choice){
		.digit = digit,
		.x = g->margin,
		.y = y,
		.width = (g->wide ? BOX_END : g->right) - g->margin,
		.height = height,
		.indent = g->wide ? 5 : 4,
		.title = title,
		.badge = badge,
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

/* Of no use to lines that are sent with Enter. */
static void
find_one_press(struct screen *sc, const struct grid *g,
    struct comfort_row *out)
{
	*out = (struct comfort_row){ VOICE_ONE_PRESS, !app_line_mode(sc->app),
		0, box(app_session(sc->app)->one_press),
		/* TRANSLATORS: a switch: the same key pressed twice within a
		 * moment counts once; 35 columns, and a short form of 28. */
		name_of(g, _("Ignore a second press of a key"),
		    _("Ignore a second press")),
		/* TRANSLATORS: who wants a second press ignored; 25
		 * columns. */
		_("if your hand shakes") };
}

/* Every switch, also those that do nothing here. */
static void
find_switches(struct screen *sc, const struct grid *g,
    struct comfort_row out[SWITCHES])
{
	const struct session *session = app_session(sc->app);
	int minutes = app_settings(sc->app)->idle_seconds / MINUTE;
	bool voice = app_has_voice(sc->app);
	/* TRANSLATORS: beside a switch: it can be on or off. */
	const char *yes_no = _("yes / no");

	out[SWITCH_ALOUD] = (struct comfort_row){ SWITCH_ALOUD, voice, 0,
		box(session->read_aloud),
		/* TRANSLATORS: 35 columns, and a short form of 28. */
		name_of(g, _("Read everything aloud"), _("Read aloud")),
		yes_no };
	out[SWITCH_CONTRAST] = (struct comfort_row){ SWITCH_CONTRAST, true, 0,
		box(session->contrast),
		/* TRANSLATORS: 35 columns, and a short form of 28. */
		name_of(g, _("Clearer letters (high contrast)"),
		    _("Clearer letters")),
		yes_no };
	out[SWITCH_MORE_TIME] = (struct comfort_row){ SWITCH_MORE_TIME, true,
		0, box(session->more_time),
		/* TRANSLATORS: 35 columns, and a short form of 28. */
		name_of(g, _("More time to read"), _("More time")),
		/* TRANSLATORS: what "more time" does; 25 columns. */
		arena_printf(sc->arena,
		    ngettext("no notice after %d minute",
			"no notice after %d minutes",
			(unsigned long)minutes),
		    minutes) };
	if (!voice)
		find_one_press(sc, g, &out[SWITCH_VOICE]);
	else
		out[SWITCH_VOICE] = (struct comfort_row){ SWITCH_VOICE, true,
			0, NULL,
			/* TRANSLATORS: leads to what can be chosen about the
			 * voice and the keys; 28 columns. */
			_("Voice and keys"),
			/* TRANSLATORS: what can be chosen about the voice; 25
			 * columns. */
			_("louder, softer, slower") };
	/* the key that led here: pressed twice it works from everywhere */
	out[SWITCH_LARGE] = (struct comfort_row){ SWITCH_LARGE,
		app_has_large_letters(sc->app), '*',
		box(session->large_letters),
		/* TRANSLATORS: a switch; 28 columns. */
		_("Larger letters"), yes_no };
}

static void
find_voice_rows(struct screen *sc, const struct grid *g,
    struct comfort_row out[VOICE_ROWS])
{
	int most = app_volumes(sc->app);

	out[VOICE_VOLUME - SWITCHES] = (struct comfort_row){ VOICE_VOLUME,
		true, 0,
		arena_printf(sc->arena, _("%d of %d"), app_volume(sc->app),
		    most),
		/* TRANSLATORS: how loud the voice is; 28 columns. */
		_("Volume"),
		/* TRANSLATORS: beside the volume; 25 columns. */
		arena_printf(sc->arena, _("%d is the loudest"), most) };
	out[VOICE_SLOWLY - SWITCHES] = (struct comfort_row){ VOICE_SLOWLY,
		true, 0, box(app_reads_slowly(sc->app)),
		/* TRANSLATORS: a switch: what is read aloud is read more
		 * slowly; 28 columns. */
		_("Slower voice"), _("yes / no") };
	find_one_press(sc, g, &out[VOICE_ONE_PRESS - SWITCHES]);
}

static int
count_switches(const struct comfort_row all[SWITCHES])
{
	int count = 0;

	for (int i = 0; i < SWITCHES; i++)
		count += all[i].there;
	return count;
}

/* COUNT rows from Y on. */
static void
add_rows(struct comfort *t, const struct grid *g,
    const struct comfort_row *rows, int count, int y, int height)
{
	char digit = (char)('1' + t->languages);

	for (int i = 0; i < count; i++) {
		if (!rows[i].there)
			continue;
		t->which[t->count] = rows[i].what;
		t->remarks[t->count] = rows[i].remark;
		add(t, g, rows[i].key != 0 ? rows[i].key : (char)(digit + i),
		    y, height, rows[i].title, rows[i].badge);
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
		    box(strcmp(lang_table[i]->code, app_lang(sc->app)) == 0));
		t->choices[i].lang = lang_table[i]->code;
	}
}

/* Languages, switches, or both. */
static void
add_page(struct screen *sc, struct comfort *t, const struct grid *g)
{
	struct comfort_row all[SWITCHES];
	int height = 1;
	int y = g->top;

	find_switches(sc, g, all);
	if (g->touch &&
	    g->note - g->top > 2 * ((int)lang_count + count_switches(all)))
		height = 2;
	if (sc->place.page == PAGE_LANGUAGES) {
		add_languages(sc, t, g, height);
		y += (int)t->languages * height + 1;
	}
	if (sc->place.page == PAGE_SWITCHES || !t->apart)
		add_rows(t, g, all, SWITCHES, y, height);
}

static int
comfort_enter(struct screen *sc, struct err *e)
{
	struct comfort *t = arena_zero(sc->arena, sizeof *t);
	struct comfort_row voice[VOICE_ROWS];
	struct grid g;

	(void)e; /* nothing is read */
	widget_grid(&g, sc);
	t->apart = lang_count + SWITCH_LARGE > DIGITS;
	if (sc->place.page == PAGE_VOICE) {
		find_voice_rows(sc, &g, voice);
		add_rows(t, &g, voice, VOICE_ROWS, g.top, g.touch ? 2 : 1);
	} else {
		add_page(sc, t, &g);
	}
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
	widget_header(sc, s,
	    sc->place.page == PAGE_VOICE
		? _("Voice and keys")
		: "Idioma · Language · Langue · Lang",
	    NULL);
	choices_draw(sc, s, t->choices, t->count);
	for (size_t i = t->languages; i < t->count && g.wide; i++)
		draw_remark(s, t->choices[i].y, t->remarks[i]);
	/* TRANSLATORS: foot: back to the page one came from. */
	footer_add_char(&f, "0", _("Return"));
	footer_add_enter(&f, _("Choose"));
	if (t->apart && sc->place.page != PAGE_VOICE)
		footer_add_char(&f, "+", _("More"));
	widget_footer(sc, s, &f);
}

static void
turn_to(struct screen *sc, int page)
{
	sc->place.page = page;
	sc->place.focus = 0;
	app_reenter(sc->app);
}

/* From the page of the voice to the choice that led there. */
static bool
comfort_back(struct screen *sc)
{
	const struct comfort *t = sc->state;

	if (sc->place.page != PAGE_VOICE)
		return false;
	turn_to(sc, t->apart ? PAGE_SWITCHES : PAGE_LANGUAGES);
	sc->place.focus = SWITCH_VOICE + (t->apart ? 0 : (int)lang_count);
	return true;
}

static void
choose(struct screen *sc, int row)
{
	struct session *session = app_session(sc->app);

	switch (row) {
	case SWITCH_ALOUD:
		session->read_aloud = !session->read_aloud;
		break;
	case SWITCH_CONTRAST:
		session->contrast = !session->contrast;
		break;
	case SWITCH_MORE_TIME:
		session->more_time = !session->more_time;
		break;
	case SWITCH_VOICE:
		turn_to(sc, PAGE_VOICE);
		break;
	case VOICE_VOLUME:
		app_next_volume(sc->app);
		break;
	case VOICE_ONE_PRESS:
		session->one_press = !session->one_press;
		break;
	case VOICE_SLOWLY:
		app_read_slowly(sc->app, !app_reads_slowly(sc->app));
		break;
	default:
		session->large_letters = !session->large_letters;
		break;
	}
	app_reenter(sc->app);
}

static bool
comfort_key(struct screen *sc, struct key key)
{
	const struct comfort *t = sc->state;
	bool used = false;
	int chosen = choices_key(sc, t->choices, t->count, key, &used);

	if (t->apart && sc->place.page != PAGE_VOICE &&
	    (key_is(key, '+') || key_is(key, '-'))) {
		turn_to(sc, sc->place.page == PAGE_LANGUAGES
			? PAGE_SWITCHES
			: PAGE_LANGUAGES);
		return true;
	}
	if (chosen < 0)
		return used;
	if (chosen < (int)t->languages)
		app_set_language(sc->app, lang_table[chosen]->code);
	else
		choose(sc, t->which[chosen]);
	return true;
}

const struct screen_ops comfort_ops = {
	.name = "comfort",
	.enter = comfort_enter,
	.draw = comfort_draw,
	.key = comfort_key,
	.back = comfort_back,
};
