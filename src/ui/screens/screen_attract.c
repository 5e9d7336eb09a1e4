/*
 * The attract screen: the language choice, and all that a passer-by sees.
 * The five names never move; two lines say the same in one language after
 * the other, 15 wake-ups a minute; every other time one line is the gravest
 * open alert of the kiosk's country.  0 stops them for as long as the kiosk
 * waits for anybody.  When nobody comes for ten minutes all of it begins to
 * wander by a cell, so that nothing burns into the glass.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "base/log.h"
#include "text/lang.h"
#include "text/language.h"
#include "text/width.h"
#include "ui/app.h"
#include "ui/screens/calm.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define TURN_MS 4000 /* how long a line stays in one language */
#define TURNS_A_MINUTE (60000 / TURN_MS)
#define STILL_MINUTES 10 /* before it begins to wander */
#define LISTENS_TURNS TURNS_A_MINUTE /* somebody who has heard the list */
#define LOGO_ROWS 5
#define BLOCK_WIDTH 80 /* cells of the wide form */
#define RULE_WIDTH 58

static const char *const logo_wide[LOGO_ROWS] = {
	"█   █ █████ ████  █████ ████   ███",
	"█   █ █     █   █ █     █   █ █   █",
	"█   █ ████  ████  ████  █   █ █████",
	" █ █  █     █  █  █     █   █ █   █",
	"  █   █████ █   █ █████ ████  █   █",
};

static const char *const logo_narrow[LOGO_ROWS] = {
	"█   █ ████ ███  ████ ███   ██",
	"█   █ █    █  █ █    █  █ █  █",
	"█   █ ███  ███  ███  █  █ ████",
	" █ █  █    █ █  █    █  █ █  █",
	"  █   ████ █  █ ████ ███  █  █",
};

/* What is said in each language. */
struct words {
	const char *prompt;
	struct rows privacy; /* one row, two in a wordy language */
	const char *start;
	const char *alert; /* the gravest that is open; NULL for none */
};

struct attract {
	struct words words[LANG_MAX];
	size_t count;
	size_t own; /* the language of the kiosk: it comes first */
	struct sheet notice;
	struct choice choices[LANG_MAX + 1];
	size_t choice_count; /* the languages, and to hear them */
	/* Rows of the parts; -1 for a part that has no room. */
	int logo, slogan, rule, prompt, languages, notice_at, privacy;
	bool one_row_logo;
};

static void
turn_to(const char *code)
{
	struct err e = { 0 };

	if (language_set(code, &e) < 0)
		log_line("language: %s", e.text);
}

/* What cannot be read only costs its line. */
static const char *
gravest_alert(struct screen *sc, const char *lang)
{
	struct entry_list list = { 0 };
	struct date today;
	struct err e = { 0 };

	app_today(sc->app, &today);
	if (catalog_alerts(app_catalog(sc->app), app_country(sc->app),
		&today, lang, sc->arena, &list, &e) < 0)
		log_line("alerts: %s", e.text);
	for (size_t i = 0; i < list.count; i++)
		if (!list.heads[i].withdrawn)
			return arena_printf(sc->arena, "%s %s",
			    widget_triangles(list.heads[i].severity),
			    list.heads[i].title);
	return NULL;
}

/* Cells of a line of running text. */
static int
line_width(const struct grid *g)
{
	int width = g->width < BLOCK_WIDTH ? g->width : BLOCK_WIDTH;

	return g->wide ? width - 6 : g->right - g->margin;
}

/* The lines in all languages, and then back to the one of the moment. */
static void
load_words(struct screen *sc, struct attract *t, const struct grid *g)
{
	struct arena *a = sc->arena;

	t->count = lang_count;
	for (size_t i = 0; i < t->count; i++) {
		if (strcmp(lang_table[i]->code, app_lang(sc->app)) == 0)
			t->own = i;
		turn_to(lang_table[i]->code);
		t->words[i].prompt = arena_strdup(a,
		    g->wide ? _("Press a number, or touch, to begin")
			    : _("Press a number to begin"));
		/* TRANSLATORS: first screen; 66 columns. */
		layout_plain(&t->words[i].privacy,
		    arena_strdup(a,
			_("Nobody asks your name. At the end what you looked "
			  "at is erased.")),
		    line_width(g), a);
		/* TRANSLATORS: first screen, beside the name of the language;
		 * 20 columns. */
		t->words[i].start = arena_strdup(a, _("Start"));
		t->words[i].alert = gravest_alert(sc, lang_table[i]->code);
	}
	turn_to(app_lang(sc->app));
}

/* One part of the column: how many rows, and when it is left out. */
struct part {
	int *at;   /* where its row goes; NULL for a blank */
	int rows;
	int order; /* 0 stays always; else the highest goes first */
	bool out;
};

/* Leave out parts until they fit in ROOM rows. */
static void
squeeze(struct part *parts, size_t count, int room)
{
	for (;;) {
		struct part *last = NULL;
		int rows = 0;

		for (size_t i = 0; i < count; i++) {
			if (parts[i].out)
				continue;
			rows += parts[i].rows;
			if (parts[i].order > 0 &&
			    (last == NULL || parts[i].order > last->order))
				last = &parts[i];
		}
		if (rows <= room || last == NULL)
			return;
		last->out = true;
	}
}

/* Rows from Y on; what is left of ROOM goes above and below. */
static void
stack_parts(struct part *parts, size_t count, int y, int room)
{
	int rows = 0;

	for (size_t i = 0; i < count; i++)
		rows += parts[i].out ? 0 : parts[i].rows;
	y += (room - rows) / 2;
	for (size_t i = 0; i < count; i++) {
		if (parts[i].at != NULL)
			*parts[i].at = parts[i].out ? -1 : y;
		if (!parts[i].out)
			y += parts[i].rows;
	}
}

/* As many as the wordiest language needs. */
static int
privacy_rows(const struct attract *t)
{
	size_t rows = 1;

	for (size_t i = 0; i < t->count; i++)
		if (t->words[i].privacy.count > rows)
			rows = t->words[i].privacy.count;
	return (int)rows;
}

static void
place_wide(struct attract *t, const struct grid *g)
{
	int names = (int)t->choice_count;
	int notice = (int)t->notice.rows.count;
	int logo_rows = t->one_row_logo ? 1 : LOGO_ROWS;
	struct part parts[] = {
		{ NULL, 1, 2, false },
		{ &t->logo, logo_rows, 0, false },
		{ NULL, 1, 5, false },
		{ &t->slogan, 1, 0, false },
		{ NULL, 1, 4, false },
		{ &t->rule, 3, 0, false },
		{ NULL, 1, 3, false },
		{ &t->languages, names * t->choices[0].height, 0, false },
		{ NULL, 1, 6, false },
		{ &t->notice_at, notice, notice > 0 ? 1 : 0, false },
		{ NULL, notice < 2 ? 2 - notice : 1, 7, false },
		{ &t->privacy, privacy_rows(t), 0, false },
		{ NULL, 1, 8, false },
	};
	size_t count = COUNT_OF(parts);
	int room = g->footer - 1;

	squeeze(parts, count, room);
	stack_parts(parts, count, 1, room);
	t->prompt = t->rule + 1;
}

static void
place_narrow(struct attract *t, const struct grid *g)
{
	int names = (int)t->choice_count;
	struct part parts[] = {
		{ NULL, 1, 1, false },
		{ &t->logo, t->one_row_logo ? 1 : LOGO_ROWS, 0, false },
		{ &t->prompt, 1, 0, false },
		{ &t->languages, names * t->choices[0].height, 0, false },
		{ &t->notice_at, 1, 2, false },
	};

	t->rule = -1;
	t->slogan = -1;
	t->privacy = -1;
	squeeze(parts, COUNT_OF(parts), g->footer - 1);
	stack_parts(parts, COUNT_OF(parts), 1, g->footer - 1);
}

static void
place_choices(struct screen *sc, struct attract *t, const struct grid *g)
{
	t->choice_count = t->count + app_has_voice(sc->app);
	for (size_t i = 0; i < t->choice_count; i++)
		t->choices[i] = (struct choice){
			.digit = (char)('1' + i),
			.x = g->wide ? (g->width - BLOCK_WIDTH) / 2 + 21 : 2,
			.width = g->wide ? 45 : g->right - 2,
			.height = g->touch ? 2 : 1,
			.indent = g->wide ? 5 : 4,
			/* in three languages: whoever needs it hears one */
			.title = i < t->count ? lang_table[i]->name
					      : "Oír · Listen · Koute",
		};
}

static int
attract_enter(struct screen *sc, struct err *e)
{
	struct attract *t = NULL;
	struct grid g;

	(void)e; /* nothing here can fail: it must always come up */
	if (calm_is_needed(sc)) {
		calm_enter(sc);
		return 0;
	}
	t = arena_zero(sc->arena, sizeof *t);
	widget_grid(&g, sc);
	load_words(sc, t, &g);
	sheet_init(&t->notice, sc->arena, line_width(&g));
	sheet_text(&t->notice, ROLE_MUTED, widget_notice(sc));
	place_choices(sc, t, &g);
	t->one_row_logo = g.footer < (g.wide ? 17 : 12) +
		(int)t->choice_count * t->choices[0].height -
		(int)t->choice_count;
	if (g.wide)
		place_wide(t, &g);
	else
		place_narrow(t, &g);
	for (size_t i = 0; i < t->choice_count; i++)
		t->choices[i].y = t->languages +
		    (int)i * t->choices[i].height;
	if (sc->place.focus >= (int)t->choice_count)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

/* How far the block has wandered; place.page counts the turns. */
static int
wandered(const struct screen *sc, int cells)
{
	int minutes = sc->place.page / TURNS_A_MINUTE - STILL_MINUTES;

	return minutes > 0 ? minutes % (cells + 1) : 0;
}

static void
draw_logo(struct surface *s, const struct attract *t, const struct grid *g,
    int x, int y)
{
	const char *const *logo = g->wide ? logo_wide : logo_narrow;

	if (t->one_row_logo) {
		surface_text(s, x, y + t->logo, g->width, ROLE_TITLE,
		    "V E R E D A");
		return;
	}
	for (int i = 0; i < LOGO_ROWS; i++)
		surface_text(s, x, y + t->logo + i, g->width, ROLE_PAGE,
		    logo[i]);
}

static void
draw_rules(struct surface *s, const struct attract *t, int x, int y)
{
	if (t->rule < 0)
		return;
	for (int i = 0; i < RULE_WIDTH; i++) {
		surface_text(s, x + 10 + i, y + t->rule, 1, ROLE_MUTED, "─");
		surface_text(s, x + 10 + i, y + t->rule + 2, 1, ROLE_MUTED,
		    "─");
	}
}

/* In the middle of the block, as far as the screen allows. */
static void
draw_centred(struct surface *s, int x, int y, const char *text)
{
	x += (BLOCK_WIDTH - 1 - width_of(text)) / 2;
	if (x < 1)
		x = 1;
	widget_text(s, x, y, s->width - x, ROLE_PAGE, text);
}

static void
draw_languages(struct screen *sc, struct surface *s, const struct attract *t,
    int x, int y)
{
	struct choice c[LANG_MAX + 1];
	struct grid g;

	widget_grid(&g, sc);
	for (size_t i = 0; i < t->choice_count; i++) {
		c[i] = t->choices[i];
		c[i].x += x;
		c[i].y += y;
	}
	choices_draw(sc, s, c, t->choice_count);
	if (!g.wide)
		return;
	for (size_t i = 0; i < t->count; i++) {
		bool focused = (int)i == sc->place.focus;

		widget_text(s, c[i].x + 24, c[i].y, 21,
		    focused ? ROLE_FOCUS : ROLE_PAGE, t->words[i].start);
	}
}

/* Each language in itself; nothing else is said, for nobody has chosen one
 * yet. */
static void
say_languages(struct surface *s, const struct attract *t)
{
	for (size_t i = 0; i < t->count; i++) {
		struct choice c = t->choices[i];

		c.summary = t->words[i].start;
		c.lang = lang_table[i]->code;
		said_choice(&s->said, &c, false);
	}
}

/* Whose turn it is; place.part is one more than the turn that was stopped,
 * 0 while they go on. */
static int
turn_now(const struct screen *sc)
{
	return sc->place.part > 0 ? sc->place.part - 1 : sc->place.page;
}

/* What two lines say just now. */
static const struct words *
words_now(const struct screen *sc, const struct attract *t)
{
	return &t->words[(t->own + (size_t)turn_now(sc)) % t->count];
}

/* The alert, where it is its turn; else NULL. */
static const char *
alert_now(const struct screen *sc, const struct attract *t)
{
	return turn_now(sc) % 2 == 1 ? words_now(sc, t)->alert : NULL;
}

static void
draw_alert(struct surface *s, const char *text, int y, int x, int width)
{
	surface_fill(s, x, y, width, 1, ROLE_ALERT);
	widget_text(s, x + 1, y, width - 2, ROLE_ALERT, text);
}

static void
draw_wide(struct screen *sc, struct surface *s, const struct attract *t,
    int x, int y)
{
	const struct words *say = words_now(sc, t);
	struct grid g;
	int left = x + 3 > 3 ? x + 3 : 3;

	widget_grid(&g, sc);
	draw_logo(s, t, &g, x + 20, y);
	draw_rules(s, t, x, y);
	if (alert_now(sc, t) != NULL)
		draw_alert(s, alert_now(sc, t), y + t->slogan, left,
		    line_width(&g));
	else
		/* TRANSLATORS: first screen, what is here; 66 columns. */
		draw_centred(s, x, y + t->slogan,
		    _("Work without fraud · Courses · Your rights · Help"));
	widget_text(s, x + 20, y + t->prompt, 57, ROLE_TITLE, say->prompt);
	for (size_t i = 0; i < say->privacy.count; i++)
		surface_text(s, left, y + t->privacy + (int)i, line_width(&g),
		    ROLE_PAGE, say->privacy.rows[i].text);
	if (t->notice_at >= 0)
		sheet_cut(&t->notice, s, 2, left, y + t->notice_at);
}

static void
draw_narrow(struct screen *sc, struct surface *s, const struct attract *t,
    int x, int y)
{
	struct grid g;

	widget_grid(&g, sc);
	draw_logo(s, t, &g, x + 2, y);
	if (alert_now(sc, t) != NULL)
		draw_alert(s, alert_now(sc, t), y + t->prompt, 0, g.width);
	else
		widget_text(s, x + 3, y + t->prompt, g.width - 4, ROLE_TITLE,
		    words_now(sc, t)->prompt);
	if (t->notice_at >= 0)
		sheet_cut(&t->notice, s, 1, x + 1, y + t->notice_at);
}

/* For the staff: seen by all, and dull. */
static const char *
staff_label(struct screen *sc)
{
	/* TRANSLATORS: foot of the first screen, the door of the staff; 10
	 * columns. */
	return arena_printf(sc->arena, "9 %s", _("Staff"));
}

static void
draw_staff(struct screen *sc, struct surface *s, const struct grid *g)
{
	const char *text = staff_label(sc);
	int end = g->right;
	int x = widget_text_right(s, g->width / 2, g->height - 1, end,
	    ROLE_FOOTER, text);

	surface_target(s, x - 1, g->footer, end - x + 2,
	    g->height - g->footer, key_char('9'));
}

/* Lines that print what is new never move by themselves. */
static bool
moves(const struct screen *sc)
{
	return !app_line_mode(sc->app) && !app_is_hidden(sc->app);
}

static void
add_zero(const struct screen *sc, struct footer *f)
{
	if (app_is_hidden(sc->app))
		footer_add_char(f, "0", _("Return"));
	else if (moves(sc) && sc->place.part > 0)
		/* TRANSLATORS: foot of the first screen: two lines that were
		 * stopped change again; 11 columns. */
		footer_add_char(f, "0", _("Go on"));
	else if (moves(sc))
		/* TRANSLATORS: foot of the first screen: two lines that change
		 * their language stand still; 11 columns. */
		footer_add_char(f, "0", _("Pause"));
}

static void
attract_draw(struct screen *sc, struct surface *s)
{
	const struct attract *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;
	int x = 0;
	int y = 0;

	widget_grid(&g, sc);
	if (calm_is_needed(sc)) {
		calm_draw(sc, s);
		if (app_link(sc->app) != NULL)
			draw_staff(sc, s, &g);
		return;
	}
	said_hush(&s->said);
	/* TRANSLATORS: head of the first screen: 44 and 17 columns. */
	widget_header(sc, s, "VEREDA",
	    g.wide ? _("Free and private information · no internet")
		   : _("Free · private"));
	said_go_on(&s->said);
	x = wandered(sc, g.wide ? 3 : 1);
	y -= t->logo > 1 ? wandered(sc, 1) : 0;
	say_languages(s, t);
	said_hush(&s->said);
	draw_languages(sc, s, t, x, y);
	if (g.wide)
		draw_wide(sc, s, t, x + (g.width - BLOCK_WIDTH) / 2, y);
	else
		draw_narrow(sc, s, t, x, y);
	said_go_on(&s->said);
	add_zero(sc, &f);
	/* TRANSLATORS: foot of the first screen: choose a number. */
	footer_add(&f, arena_printf(sc->arena, "1-%zu", t->choice_count),
	    _("Choose"), key_of(UIKEY_NONE));
	if (app_link(sc->app) != NULL)
		f.kept = width_of(staff_label(sc)) + 2;
	widget_footer(sc, s, &f);
	if (app_link(sc->app) != NULL)
		draw_staff(sc, s, &g);
}

/* It does not wander; lines that were stopped stay so. */
static void
somebody_is_here(struct screen *sc)
{
	sc->place.page = sc->place.part > 0
		? 0
		: sc->place.page % TURNS_A_MINUTE;
}

static void
let_go_on(struct screen *sc)
{
	sc->place.page = (sc->place.part - 1) % TURNS_A_MINUTE;
	sc->place.part = 0;
}

static bool
attract_key(struct screen *sc, struct key key)
{
	const struct attract *t = sc->state;
	bool used = false;
	int chosen = -1;

	if (!calm_is_needed(sc))
		chosen = choices_key(sc, t->choices, t->choice_count, key,
		    &used);
	somebody_is_here(sc);
	if (key_is(key, '9') && app_link(sc->app) != NULL) {
		link_open(app_link(sc->app)); /* if it has died */
		screens_go(sc, SCREEN_PIN);
		return true;
	}
	if (chosen < 0)
		return used;
	if (chosen == (int)t->count) {
		app_read_aloud(sc->app);
		return true;
	}
	app_set_language(sc->app, lang_table[chosen]->code);
	app_home(sc->app);
	return true;
}

/* The lines stop, or go on. */
static bool
attract_back(struct screen *sc)
{
	if (calm_is_needed(sc) || !moves(sc))
		return false;
	if (sc->place.part > 0)
		let_go_on(sc);
	else
		sc->place.part = sc->place.page + 1;
	somebody_is_here(sc);
	return true;
}

/* What is hidden stands still: 0 means something else there. */
static int
attract_wait(const struct screen *sc)
{
	if (calm_is_needed(sc))
		return CALM_LOOK_MS;
	return app_is_hidden(sc->app) ? -1 : TURN_MS;
}

/* Who has stopped the lines and presses no key has gone. */
static void
move_again(struct screen *sc)
{
	int seconds = app_settings(sc->app)->idle_seconds;

	if (sc->place.part > 0 &&
	    sc->place.page * (TURN_MS / 1000) >= seconds)
		let_go_on(sc);
}

/* Who has heard the languages and chose none has gone. */
static void
hush_later(struct screen *sc)
{
	struct session *session = app_session(sc->app);

	if (!session->read_aloud || app_is_reading(sc->app)) {
		sc->place.number = 0;
	} else if (++sc->place.number >= LISTENS_TURNS) {
		sc->place.number = 0;
		session->read_aloud = false;
	}
}

static void
attract_tick(struct screen *sc)
{
	int day = 24 * 60 * TURNS_A_MINUTE;

	if (calm_is_needed(sc)) {
		app_look_again(sc->app);
		return;
	}
	sc->place.page++;
	hush_later(sc);
	move_again(sc);
	if (sc->place.page % (60 * TURNS_A_MINUTE) == 0)
		app_reenter(sc->app); /* an alert may have expired */
	if (sc->place.page > day)
		sc->place.page -= day / 2; /* goes on wandering */
}

const struct screen_ops attract_ops = {
	.name = "attract",
	.enter = attract_enter,
	.draw = attract_draw,
	.key = attract_key,
	.back = attract_back,
	.wait = attract_wait,
	.tick = attract_tick,
};
