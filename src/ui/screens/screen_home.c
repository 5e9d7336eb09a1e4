/*
 * Home: eight choices, the gravest alert above them, and how old all this
 * is.  Two columns from 70 columns up.  Every digit has its door here, so the
 * reader's plan is the page behind this one: + leads to it, once there is
 * something on it.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "text/width.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

#define CHOICES 8
#define BAND CHOICES /* its index among the choices: the last */
#define WEEK 7 /* days for which an alert is new */
#define DAY_SECONDS 86400
#define COLUMN_WIDTH 39 /* cells from one column to the other */

/* What a choice opens: a topic, or else a screen; the finder where there are
 * options and the list of work where there are occupations, else the topic. */
static const struct {
	const char *topic;
	enum screen_id screen;
	const char *title; /* 30 columns */
	const char *narrow; /* 34 columns */
	const char *summary; /* 33 columns; NULL: counted */
} doors[CHOICES] = {
	/* TRANSLATORS: the eight choices of Home: title with 30 columns, a
	 * form for small screens with 30, and a second line with 33. */
	{ "rights", SCREEN_TOPIC, N_("My rights when I look for work"),
	    N_("My rights at work"), N_("Contracts, payments, passport") },
	{ "offer", SCREEN_TOPIC, N_("Is this job offer real?"),
	    N_("Is this job offer real?"), N_("How to check it") },
	{ NULL, SCREEN_ALERTS, N_("Fraud alerts"), N_("Fraud alerts"), NULL },
	{ "training", SCREEN_FINDER, N_("Courses and certificates"),
	    N_("Courses and certificates"), NULL },
	{ "recognition", SCREEN_WORK, N_("Get credit for what I know"),
	    N_("Get credit for what I know"),
	    N_("Degrees, trades, experience") },
	{ NULL, SCREEN_HELP, N_("Help and telephones"),
	    N_("Help and telephones"), N_("Consulates, complaints, shelters") },
	{ NULL, SCREEN_SEARCH, N_("Search"), N_("Search"),
	    N_("Type a word") },
	{ NULL, SCREEN_HOWTO, N_("How to use this screen"),
	    N_("How to use this screen"), N_("Keys, letters, languages") },
};

struct home {
	struct choice choices[CHOICES + 1];
	size_t count;
	int doors[CHOICES + 1]; /* choice -> door; BAND */
	const char *fresh;      /* "3 new": badge of the narrow form */
	const char *alerts;     /* summary of the alerts */
	const char *courses;
	bool has_options;
	bool has_work; /* occupations */
	const char *information;
	struct entry_head band;
	bool has_band;
	struct sheet notice;
};

static bool
is_open(const struct entry_head *h)
{
	return !h->withdrawn;
}

/* Does it concern where the reader is?  Everywhere, if that is not known. */
static bool
is_here(struct screen *sc, const struct entry_head *h)
{
	const char *country = app_country(sc->app);

	return country[0] == '\0' || strstr(h->countries, country) != NULL ||
	    strstr(h->countries, "XR") != NULL;
}

/* Alerts that took effect in the last week; 0 without a clock. */
static size_t
count_new(const struct entry_list *list, const struct date *today)
{
	struct date since;
	struct date d;
	size_t n = 0;

	if (today->year == 0)
		return 0;
	date_of_seconds(&since, date_seconds(today) - WEEK * DAY_SECONDS);
	for (size_t i = 0; i < list->count; i++)
		if (is_open(&list->heads[i]) &&
		    date_parse(&d, list->heads[i].effective) &&
		    date_compare(&d, &since) > 0)
			n++;
	return n;
}

static void
say_alerts(struct screen *sc, struct home *h, size_t fresh, size_t all)
{
	struct arena *a = sc->arena;

	h->fresh = NULL;
	if (fresh > 0) {
		/* TRANSLATORS: beside "Fraud alerts" on a small screen; 10
		 * columns. */
		h->fresh = arena_printf(a,
		    ngettext("%zu new", "%zu new", fresh), fresh);
		/* TRANSLATORS: below "Fraud alerts"; 33 columns. */
		h->alerts = arena_printf(a,
		    ngettext("%zu new this week", "%zu new this week", fresh),
		    fresh);
	} else if (all > 0) {
		h->alerts = arena_printf(a,
		    ngettext("%zu open alert", "%zu open alerts", all), all);
	} else {
		h->alerts = _("No alerts now");
	}
}

static int
load_alerts(struct screen *sc, struct home *h, struct err *e)
{
	struct entry_list list = { 0 };
	struct date today;
	size_t all = 0;

	app_today(sc->app, &today);
	if (catalog_alerts(app_catalog(sc->app), "", &today,
		app_lang(sc->app), sc->arena, &list, e) < 0)
		return -1;
	for (size_t i = 0; i < list.count; i++) {
		if (!is_open(&list.heads[i]))
			continue;
		all++;
		if (h->has_band || !is_here(sc, &list.heads[i]))
			continue;
		h->band = list.heads[i];
		h->has_band = true;
	}
	say_alerts(sc, h, count_new(&list, &today), all);
	return 0;
}

/* Without options: how much there is to read about them. */
static int
load_topics(struct screen *sc, struct home *h, struct err *e)
{
	struct catalog *c = app_catalog(sc->app);
	struct browse_list list = { 0 };
	struct ref root = { 0 };
	struct ref topic = { 0 };
	size_t n = 0;

	if (catalog_find_topic(c, "training", &topic, e) < 0 ||
	    catalog_browse(c, root, app_lang(sc->app), sc->arena, &list, e) <
		0)
		return -1;
	for (size_t i = 0; i < list.count; i++)
		if (list.rows[i].is_topic &&
		    list.rows[i].topic.channel == topic.channel &&
		    list.rows[i].topic.row == topic.row)
			n = list.rows[i].entry_count;
	/* TRANSLATORS: how many texts there are below a choice. */
	h->courses = arena_printf(sc->arena,
	    ngettext("%zu topic to read", "%zu topics to read", n), n);
	return 0;
}

/* "128 options in 11 countries"; what is of the region is in each. */
static int
load_courses(struct screen *sc, struct home *h, struct err *e)
{
	const struct option_filter every = { .count = { 0 } };
	struct option_counts n;
	size_t work = 0;

	if (catalog_option_counts(app_catalog(sc->app), &every, sc->arena, &n,
		e) < 0 ||
	    catalog_count(app_catalog(sc->app), ENTRY_OCCUPATION, &work, e) < 0)
		return -1;
	h->has_work = work > 0;
	h->has_options = n.all > 0;
	if (!h->has_options)
		return load_topics(sc, h, e);
	/* TRANSLATORS: below "Courses and certificates"; 33 columns. */
	h->courses = arena_printf(sc->arena,
	    ngettext("%zu option in %zu countries",
		"%zu options in %zu countries", n.all),
	    n.all, n.count[OPTION_COUNTRY]);
	return 0;
}

/* "Information of 14 November 2025 · Ministry of Labour" */
static int
load_edition(struct screen *sc, struct home *h, const struct grid *g,
    struct err *e)
{
	struct catalog *c = app_catalog(sc->app);
	const struct edition *edition = NULL;
	const char *publisher = "";
	const char *iso = NULL;
	const char *all = NULL;

	h->information = "";
	if (catalog_channel_count(c) == 0)
		return 0;
	edition = catalog_edition(c, 0);
	iso = widget_iso(sc->arena, edition->created);
	if (catalog_meta(c, 0, "publisher", app_lang(sc->app), sc->arena,
		&publisher, e) < 0)
		return -1;
	/* TRANSLATORS: foot of Home: the date of the content. */
	h->information = arena_printf(sc->arena, _("Information of %s"),
	    g->wide ? widget_date_long(sc->arena, iso)
		    : widget_date_short(sc->arena, iso));
	if (!g->wide || publisher[0] == '\0')
		return 0;
	all = arena_printf(sc->arena, "%s · %s", h->information, publisher);
	h->information = widget_fit(g->right - 3, all, h->information);
	return 0;
}

/* Does the door lead to a topic? */
static bool
is_topic(const struct home *h, int door)
{
	return doors[door].topic != NULL &&
	    !(doors[door].screen == SCREEN_FINDER && h->has_options) &&
	    !(doors[door].screen == SCREEN_WORK && h->has_work);
}

static const char *
summary_of(const struct home *h, int door)
{
	if (doors[door].summary != NULL)
		return _(doors[door].summary);
	return doors[door].screen == SCREEN_ALERTS ? h->alerts : h->courses;
}

/* Digit and place belong to the door, also when another one is missing. */
static struct choice
place_choice(const struct home *h, const struct grid *g, int door)
{
	int left = g->right - g->margin;
	int stride = g->height < 18 ? 2 : 3;
	struct choice c = {
		.digit = (char)('1' + door),
		.x = g->margin,
		.y = 3 + door,
		.width = left,
		.height = 1,
		.indent = 4,
		.title = _(doors[door].narrow),
		.badge = doors[door].screen == SCREEN_ALERTS ? h->fresh
							     : NULL,
		.badge_role = ROLE_TITLE,
	};

	if (!g->wide) {
		if (g->height >= 2 * CHOICES + 7 && g->touch) {
			c.y = 3 + 2 * door;
			c.height = 2;
		}
		return c;
	}
	c.x += door % 2 * COLUMN_WIDTH;
	c.y = 3 + door / 2 * stride;
	c.width = COLUMN_WIDTH - 2;
	c.height = stride;
	c.title = widget_fit(c.width - c.indent, _(doors[door].title),
	    c.title);
	c.summary = summary_of(h, door);
	c.badge = NULL;
	return c;
}

/* A title that is too long for one row takes the summary's too. */
static void
wrap_title(struct screen *sc, struct choice *c)
{
	struct rows rows = { 0 };
	int width = c->width - c->indent;

	if (c->summary == NULL || width_of(c->title) <= width)
		return;
	layout_plain(&rows, c->title, width, sc->arena);
	c->title = rows.rows[0].text;
	c->summary = rows.rows[1].text;
}

static void
place_choices(struct screen *sc, struct home *h, const struct grid *g)
{
	struct err e = { 0 };

	for (int door = 0; door < CHOICES; door++) {
		struct ref topic = { 0 };

		if (is_topic(h, door) &&
		    (catalog_find_topic(app_catalog(sc->app),
			 doors[door].topic, &topic, &e) < 0 ||
			topic.row == 0))
			continue; /* nothing is behind it */
		h->doors[h->count] = door;
		h->choices[h->count] = place_choice(h, g, door);
		wrap_title(sc, &h->choices[h->count++]);
	}
	if (!h->has_band)
		return;
	h->doors[h->count] = BAND;
	h->choices[h->count++] = (struct choice){ .digit = '9', .y = 1,
		.width = g->width, .height = 1 };
}

static int
home_enter(struct screen *sc, struct err *e)
{
	struct home *h = arena_zero(sc->arena, sizeof *h);
	struct grid g;

	widget_grid(&g, sc);
	if (load_alerts(sc, h, e) < 0 || load_courses(sc, h, e) < 0 ||
	    load_edition(sc, h, &g, e) < 0)
		return -1;
	place_choices(sc, h, &g);
	if (sc->place.focus >= (int)h->count)
		sc->place.focus = 0;
	sheet_init(&h->notice, sc->arena,
	    g.right - (g.wide ? 3 : g.margin));
	sheet_text(&h->notice, ROLE_MUTED, widget_notice(sc));
	sc->state = h;
	return 0;
}

static void
draw_header(struct screen *sc, struct surface *s, const struct grid *g)
{
	/* TRANSLATORS: head of the screen, beside the key *; 8 columns. */
	const char *verb = arena_printf(sc->arena, "* %s", _("Language"));
	const char *right = verb;
	int width = width_of(verb);

	if (g->wide)
		right = arena_printf(sc->arena, "%s   %s",
		    widget_language(app_lang(sc->app)), verb);
	said_add(&s->said, SAID_HEAD, _("Home"), 1, 0, g->width, 1);
	said_key(&s->said, "*", _("Language"), g->right - width, 0, width);
	said_hush(&s->said);
	widget_header(sc, s, arena_printf(sc->arena, "VEREDA  %s", _("Home")),
	    right);
	said_go_on(&s->said);
	surface_target(s, g->right - width, 0, width + 2, 1, key_char('*'));
}

static void
draw_band(struct screen *sc, struct surface *s, const struct home *h,
    const struct grid *g)
{
	bool focused = sc->place.focus == (int)h->count - 1;
	enum role role = focused ? ROLE_FOCUS : ROLE_ALERT;
	const char *see = arena_printf(sc->arena, "9 %s", _("See"));
	int at = 1;
	int end = 0;

	said_choice(&s->said, &(struct choice){ .digit = '9', .y = 1,
	    .width = g->width, .height = 1,
	    .title = arena_printf(sc->arena, "%s: %s", _("ALERT"),
		h->band.title) }, focused);
	said_hush(&s->said);
	surface_fill(s, 0, 1, g->width, 1, role);
	surface_text(s, 0, 1, 1, role, focused ? ">" : " ");
	at += widget_text(s, at, 1, g->width, role,
	    widget_triangles(h->band.severity)) + 1;
	if (g->wide)
		/* TRANSLATORS: before the title of an alert. */
		at += widget_text(s, at, 1, g->width, role, _("ALERT")) + 2;
	end = widget_text_right(s, at, 1, g->right, role, see);
	widget_text(s, at, 1, end - 2 - at, role, h->band.title);
	said_go_on(&s->said);
	if (focused)
		surface_cursor(s, end, 1);
	surface_target(s, 0, 1, g->width, 1, key_char('9'));
}

/* The row below the last choice. */
static int
bottom_of(const struct home *h, const struct grid *g)
{
	int bottom = 0;

	for (size_t i = 0; i < h->count; i++) {
		int end = h->choices[i].y + (g->wide ? 2 : 1);

		bottom = end > bottom ? end : bottom;
	}
	return bottom;
}

/*
 * The date of the content and the publisher's notice, as much of it as there
 * are free rows.  Wide: the notice above, the date on the row above the
 * footer; narrow: the date above.
 */
static void
draw_foot(struct surface *s, const struct home *h, const struct grid *g)
{
	int x = g->wide ? 3 : 1;
	int rows = (int)h->notice.rows.count;
	int room = g->note - bottom_of(h, g) - 1;
	int y = 0;

	if (rows > room)
		rows = room > 1 || !g->wide ? room : 0;
	if (rows < 1 && !g->wide)
		rows = 1;
	y = g->wide ? g->note - rows : g->note - rows + 1;
	widget_text(s, x, g->wide ? g->note : y - 1, g->width - 1 - x,
	    ROLE_MUTED, h->information);
	if (h->notice.rows.count > 0)
		sheet_cut(&h->notice, s, rows, x, y);
}

static bool
has_plan(struct screen *sc)
{
	return app_session(sc->app)->plan.count > 0;
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct grid *g)
{
	struct footer f = { .count = 0 };

	/* TRANSLATORS: foot of Home: end this visit. */
	footer_add_char(&f, "0", _("Finish"));
	if (g->wide)
		footer_add(&f, "↑↓←→", _("Move"), key_of(UIKEY_NONE));
	footer_add_enter(&f, _("Open"));
	if (has_plan(sc))
		footer_add_char(&f, "+", take_plan_verb(sc));
	footer_add_char(&f, "?", _("Help"));
	widget_footer(sc, s, &f);
}

static void
home_draw(struct screen *sc, struct surface *s)
{
	const struct home *h = sc->state;
	struct grid g;

	widget_grid(&g, sc);
	draw_header(sc, s, &g);
	if (h->has_band)
		draw_band(sc, s, h, &g);
	choices_draw(sc, s, h->choices, h->count - (h->has_band ? 1 : 0));
	draw_foot(s, h, &g);
	draw_footer(sc, s, &g);
}

static bool
home_key(struct screen *sc, struct key key)
{
	const struct home *h = sc->state;
	bool used = false;
	int chosen = choices_key(sc, h->choices, h->count, key, &used);

	if (key_is(key, '+') && has_plan(sc)) {
		screens_go(sc, SCREEN_PLAN);
		return true;
	}
	if (chosen < 0)
		return used;
	if (h->doors[chosen] == BAND) {
		screens_open(sc, &h->band);
	} else if (is_topic(h, h->doors[chosen])) {
		screens_go_topic(sc, doors[h->doors[chosen]].topic);
	} else {
		struct place to = { .screen = doors[h->doors[chosen]].screen,
			.about = SCREEN_HOME };

		app_go(sc->app, &to);
	}
	return true;
}

const struct screen_ops home_ops = {
	.name = "home",
	.enter = home_enter,
	.draw = home_draw,
	.key = home_key,
};
