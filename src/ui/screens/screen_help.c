/*
 * Help and telephones of one country: 1 to 3 say which, 4 to 9 are the
 * services.  place.ref.row is 1 while only emergencies are shown: this
 * screen has no entry of its own.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/screens.h"
#include "ui/widget_heads.h"

#define _(text) gettext(text)

#define HEADS HEADS_MAX /* choices 1 to 3 */
#define SERVICES_MAX 6 /* digits 4 to 9 */
#define REMARK_X 25 /* column of what is said beside a number */

struct help {
	struct entry *services;
	size_t count;
	int per_page;
	int pages;
	int rows; /* of one service */
	int top;  /* first row of the services */
	struct heads heads;
};

static bool
only_emergencies(const struct screen *sc)
{
	return sc->place.ref.row == 1;
}

/* The services of the page of the moment. */
static const struct entry *
page_services(const struct screen *sc, const struct help *t, int *count)
{
	int first = sc->place.page * t->per_page;
	int left = (int)t->count - first;

	*count = left < t->per_page ? left : t->per_page;
	return t->services + first;
}

static void
make_heads(struct screen *sc, struct help *t)
{
	const char *code = app_country(sc->app);
	struct head_titles titles[HEADS] = { 0 };

	titles[0].wide = code[0] != '\0' ? widget_country(code)
					 : _("All countries");
	titles[0].narrow = titles[0].wide;
	titles[0].least = code;
	/* TRANSLATORS: help screen, choice 2: long, and short 9 columns. */
	titles[1].wide = _("Change country");
	titles[1].narrow = _("Change");
	if (only_emergencies(sc)) {
		/* TRANSLATORS: help screen, choice 3 while only emergencies
		 * are shown: long, and short 9 columns. */
		titles[2].wide = _("All telephones");
		titles[2].narrow = _("All");
	} else {
		/* TRANSLATORS: help screen, choice 3: long, and short 9
		 * columns. */
		titles[2].wide = _("Only emergencies");
		titles[2].narrow = _("Urgent");
	}
	heads_make(sc, &t->heads, titles, HEADS);
}

static int
help_enter(struct screen *sc, struct err *e)
{
	struct help *t = arena_zero(sc->arena, sizeof *t);
	struct service_filter filter = { .country = app_country(sc->app),
		.emergencies_only = only_emergencies(sc) };
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_services(app_catalog(sc->app), &filter,
		app_lang(sc->app), sc->arena, &t->services, &t->count, e) < 0)
		return -1;
	make_heads(sc, t);
	t->rows = g.wide ? 2 : 3;
	t->top = t->heads.bottom;
	t->per_page = (g.note - t->top) / t->rows;
	if (t->per_page > SERVICES_MAX)
		t->per_page = SERVICES_MAX;
	t->pages = ((int)t->count + t->per_page - 1) / t->per_page;
	if (t->pages < 1)
		t->pages = 1;
	if (sc->place.page >= t->pages)
		sc->place.page = t->pages - 1;
	sc->state = t;
	return 0;
}

static const char *
joined(struct arena *a, const char *one, const char *other)
{
	if (one[0] == '\0' || other[0] == '\0')
		return one[0] == '\0' ? other : one;
	return arena_printf(a, "%s · %s", one, other);
}

/* "Free · 24 hours · they do not ask your name" */
static const char *
remarks(struct screen *sc, const struct entry *x, bool wide)
{
	struct arena *a = sc->arena;
	const char *text = "";

	if (strcmp(x->cost, "free") == 0)
		/* TRANSLATORS: of a telephone call or a service. */
		text = _("Free");
	text = joined(a, text, x->hours);
	if (strcmp(x->anonymous, "yes") == 0)
		/* TRANSLATORS: of a service; short form 11 columns. */
		text = joined(a, text,
		    wide ? _("they do not ask your name") : _("no name"));
	if (x->phone_count > 0 && strstr(text, x->phones[0].note) == NULL)
		text = joined(a, text, x->phones[0].note);
	return text;
}

static const char *
number(const struct entry *x)
{
	return x->phone_count > 0 ? x->phones[0].number : _("No telephone");
}

static void
draw_service(struct screen *sc, struct surface *s, const struct grid *g,
    const struct choice *c, const struct entry *x, bool focused)
{
	enum role title = focused ? ROLE_FOCUS : ROLE_TITLE;
	enum role muted = focused ? ROLE_FOCUS : ROLE_MUTED;
	int at = c->x + c->indent;
	int end = c->x + c->width;
	int y = c->y + 1;

	if (focused)
		surface_fill(s, c->x, y, c->width, c->height - 1, ROLE_FOCUS);
	at += widget_text(s, at, y, end - at, title, number(x)) + 2;
	if (g->wide && at < REMARK_X)
		at = REMARK_X;
	if (!g->wide) {
		at = c->x + c->indent;
		y++;
	}
	widget_text(s, at, y, end - at, muted, remarks(sc, x, g->wide));
}

/* All choices of the page: 1 to 3, then the services. */
static size_t
choices(const struct screen *sc, const struct help *t,
    struct choice out[HEADS + SERVICES_MAX])
{
	int count = 0;
	const struct entry *x = page_services(sc, t, &count);
	struct grid g;

	widget_grid(&g, sc);
	for (int i = 0; i < HEADS; i++)
		out[i] = t->heads.choices[i];
	for (int i = 0; i < count; i++)
		out[HEADS + i] = (struct choice){
			.digit = (char)('1' + HEADS + i),
			.x = g.margin - 1,
			.y = t->top + i * t->rows,
			.width = g.right - g.margin + 1,
			.height = t->rows,
			.indent = g.wide ? 4 : 3,
			.title = x[i].head.title,
			.lang = x[i].head.lang,
		};
	return (size_t)(HEADS + count);
}

/* The oldest day on which one of these was checked, or NULL. */
static const char *
oldest_check(const struct screen *sc, const struct help *t)
{
	int count = 0;
	const struct entry *x = page_services(sc, t, &count);
	const char *oldest = NULL;

	for (int i = 0; i < count; i++)
		if (x[i].checked[0] != '\0' &&
		    (oldest == NULL || strcmp(x[i].checked, oldest) < 0))
			oldest = x[i].checked;
	return oldest;
}

static void
draw_note(struct screen *sc, struct surface *s, const struct help *t,
    const struct grid *g)
{
	struct arena *a = sc->arena;
	const char *oldest = oldest_check(sc, t);
	int room = g->width - 1 - g->margin;
	const char *day = NULL;
	const char *date = NULL;

	if (oldest == NULL)
		return;
	day = widget_date_long(a, oldest);
	date = widget_date_short(a, oldest);
	if (widget_is_old(sc, oldest)) {
		surface_fill(s, 0, g->note, g->width, 1, ROLE_ALERT);
		/* TRANSLATORS: day; long, and short 36 columns. */
		widget_text(s, g->margin, g->note, room, ROLE_ALERT,
		    widget_fit(room,
			arena_printf(a,
			    _("▲ Checked on %s, long ago. Ask the staff."),
			    day),
			arena_printf(a, _("▲ Checked on %s: old"), date)));
		return;
	}
	/* TRANSLATORS: day; long 73 columns, and short 36. */
	widget_note(sc, s, g->margin,
	    widget_fit(room,
		arena_printf(a,
		    _("Checked on %s. If nobody answers, tell the staff."),
		    day),
		arena_printf(a, _("Checked on %s"), date)));
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct help *t,
    int services)
{
	struct footer f = { .count = 0 };

	footer_add_char(&f, "0", _("Back"));
	if (t->pages > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	if (services == 1)
		footer_add_char(&f, "4", _("See"));
	else if (services > 1)
		footer_add(&f,
		    arena_printf(sc->arena, "4-%d", HEADS + services),
		    _("See"), key_of(UIKEY_NONE));
	footer_add_char(&f, "/", _("Search"));
	widget_footer(sc, s, &f);
}

static void
help_draw(struct screen *sc, struct surface *s)
{
	const struct help *t = sc->state;
	struct choice c[HEADS + SERVICES_MAX];
	size_t count = choices(sc, t, c);
	int services = 0;
	const struct entry *x = page_services(sc, t, &services);
	struct grid g;

	widget_grid(&g, sc);
	if (sc->place.focus >= (int)count)
		sc->place.focus = 0;
	widget_header(sc, s, _("Help and telephones"),
	    widget_page_of(sc->arena, sc->place.page, t->pages));
	heads_draw(sc, s, &t->heads);
	choices_draw(sc, s, c, count);
	for (int i = 0; i < services; i++)
		draw_service(sc, s, &g, &c[HEADS + i], &x[i],
		    sc->place.focus == HEADS + i);
	if (services == 0)
		widget_text(s, g.margin + 1, t->top, g.right - g.margin,
		    ROLE_PAGE, _("There is nothing here yet."));
	draw_note(sc, s, t, &g);
	draw_footer(sc, s, t, services);
}

static void
press_head(struct screen *sc, int head)
{
	if (head == 1) {
		screens_go(sc, SCREEN_COUNTRY);
		return;
	}
	/* 1 shows the country, whole; 3 turns emergencies on and off. */
	sc->place.ref.row = head == 2 && !only_emergencies(sc);
	sc->place.page = 0;
	app_reenter(sc->app);
}

static bool
help_key(struct screen *sc, struct key key)
{
	const struct help *t = sc->state;
	struct choice c[HEADS + SERVICES_MAX];
	int services = 0;
	const struct entry *x = page_services(sc, t, &services);
	bool used = false;
	int chosen = -1;

	if (t->pages > 1 && (key_is(key, '+') || key_is(key, '-'))) {
		sc->place.page += key_is(key, '+') ? 1 : t->pages - 1;
		sc->place.page %= t->pages;
		sc->place.focus = 0;
		return true;
	}
	chosen = choices_key(sc, c, choices(sc, t, c), key, &used);
	if (chosen >= HEADS)
		screens_open(sc, &x[chosen - HEADS].head);
	else if (chosen >= 0)
		press_head(sc, chosen);
	return used;
}

const struct screen_ops help_ops = {
	.name = "help",
	.enter = help_enter,
	.draw = help_draw,
	.key = help_key,
};
