/*
 * One fraud alert: what it is, how to recognise it, what to do.  The two
 * things that one can do at once stand below every page.
 */
#include <config.h>

#include <string.h>

#include <libintl.h>

#include "text/width.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define CHOICES 2
#define SECOND_X 43 /* column of the second choice at 80 columns */

struct alert {
	struct entry entry;
	struct sheet title;
	struct sheet sheet;
	struct choice choices[CHOICES];
	size_t count;
	bool offer; /* the first choice is the offer topic */
	int top;    /* first row of the text */
	const char *note;
	bool over;    /* its last day has passed */
	size_t index; /* among the open ones; ALL: it is none of them */
	size_t all;
	struct ref next;
};

static bool
same(struct ref a, struct ref b)
{
	return a.channel == b.channel && a.row == b.row;
}

/* Its place among those that are open anywhere, and whether it is over. */
static int
find_next(struct screen *sc, struct alert *t, struct err *e)
{
	struct entry_list list = { 0 };
	struct date today;
	struct date last;

	app_today(sc->app, &today);
	if (catalog_alerts(app_catalog(sc->app), "", &today,
		app_lang(sc->app), sc->arena, &list, e) < 0)
		return -1;
	t->over = today.year != 0 && date_parse(&last, t->entry.expires) &&
	    date_compare(&last, &today) < 0;
	t->all = list.count;
	while (t->index < t->all &&
	    !same(list.heads[t->index].ref, sc->place.ref))
		t->index++;
	if (t->all > 0)
		t->next = list.heads[t->index < t->all
			? (t->index + 1) % t->all
			: 0].ref;
	return 0;
}

/* Is there another one to go to? */
static bool
has_next(const struct alert *t)
{
	return t->all > 1 || (t->all == 1 && t->index == 1);
}

/* Side by side where both fit, else one below the other. */
static void
place_choices(struct screen *sc, struct alert *t, const struct grid *g)
{
	struct ref offer = { 0 };
	struct err e = { 0 };
	const char *titles[CHOICES] = { NULL };
	bool beside = false;
	int x = g->margin - 1;

	if (catalog_find_topic(app_catalog(sc->app), "offer", &offer, &e) ==
		0 && offer.row != 0) {
		t->offer = true;
		/* TRANSLATORS: below an alert: 37 columns, short form 34. */
		titles[t->count++] = g->wide ? _("Check the offer that I have")
					     : _("Check my offer");
	}
	/* TRANSLATORS: below an alert: 30 columns, short form 34. */
	titles[t->count++] = g->wide ? _("See telephones to report it")
				     : _("Telephones to report it");
	beside = g->wide && t->count == CHOICES &&
	    width_of(titles[0]) <= SECOND_X - x - 6 &&
	    width_of(titles[1]) <= g->right - SECOND_X - 4;
	for (size_t i = 0; i < t->count; i++)
		t->choices[i] = (struct choice){
			.digit = (char)(t->offer ? '1' + i : '2' + i),
			.x = beside && i > 0 ? SECOND_X : x,
			.y = beside ? g->note - 2
				    : g->note - 1 - (int)t->count + (int)i,
			.width = beside ? SECOND_X - x - 2 : g->right - x,
			.height = 1,
			.indent = 4,
			.title = titles[i],
		};
	if (beside)
		t->choices[1].width = g->right - SECOND_X;
}

/* "Countries: ... · Source: ... · No. false-visas", as much as fits. */
static const char *
note_line(struct screen *sc, const struct alert *t, int width)
{
	struct arena *a = sc->arena;
	const struct entry_head *h = &t->entry.head;
	const char *countries = widget_countries(a, h->countries);
	const char *from = "";
	const char *text = NULL;

	if (t->entry.source_count > 0)
		from = t->entry.sources[0].publisher;
	/* TRANSLATORS: foot of an alert: countries, publisher, number. */
	text = arena_printf(a, _("Countries: %s · Source: %s · No. %s"),
	    countries, from, h->slug);
	if (from[0] != '\0' && width_of(text) <= width)
		return text;
	/* TRANSLATORS: foot of an alert: countries, publisher. */
	text = arena_printf(a, _("Countries: %s · Source: %s"), countries,
	    from);
	if (from[0] != '\0' && width_of(text) <= width)
		return text;
	/* TRANSLATORS: foot of an alert. */
	return arena_printf(a, _("Countries: %s"), countries);
}

/* Three sections in this order (the publisher's check holds it): how it
 * works, its signs, each ticked, and what to do. */
static int
load_sections(struct screen *sc, struct alert *t, struct err *e)
{
	const char *text = t->entry.markdown;
	const char *last = text;
	char *before = NULL;

	for (const char *at = text; at != NULL; at = strstr(at + 1, "\n## "))
		last = at;
	before = arena_strndup(sc->arena, text, (size_t)(last - text));
	if (sheet_markdown_in(&t->sheet, t->entry.head.lang,
		before, "[x]", e) < 0)
		return -1;
	return sheet_markdown_in(&t->sheet, t->entry.head.lang,
		last, "•", e);
}

static int
load_text(struct screen *sc, struct alert *t, const struct grid *g,
    struct err *e)
{
	int width = g->wide ? g->text_width : g->right - g->margin + 1;
	const char *only = widget_only_in(sc, t->entry.head.lang);

	sheet_init(&t->title, sc->arena, g->right - (g->wide ? 5 : 1));
	t->title.lang = t->entry.head.lang;
	sheet_text(&t->title, ROLE_ALERT, t->entry.head.title);
	sheet_init(&t->sheet, sc->arena, width);
	t->sheet.tight = true;
	if (only != NULL)
		sheet_text(&t->sheet, ROLE_TITLE, only);
	if (t->entry.head.withdrawn) {
		/* TRANSLATORS: heading in a withdrawn alert. */
		sheet_heading(&t->sheet, _("Why it was withdrawn"));
		sheet_text(&t->sheet, ROLE_PAGE, t->entry.withdrawn);
	} else if (t->over) {
		sheet_text(&t->sheet, ROLE_TITLE,
		    arena_printf(sc->arena,
			/* TRANSLATORS: above the text of an old alert; day. */
			_("This warning held until %s. The fraud may come "
			  "back under another name."),
			widget_date_long(sc->arena, t->entry.expires)));
	}
	if (load_sections(sc, t, e) < 0)
		return -1;
	t->top = 3 + (int)t->title.rows.count;
	sheet_fold(&t->sheet, t->choices[0].y - 1 - t->top);
	return 0;
}

static int
alert_enter(struct screen *sc, struct err *e)
{
	struct alert *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_entry(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->entry, e) < 0 ||
	    find_next(sc, t, e) < 0)
		return -1;
	place_choices(sc, t, &g);
	if (load_text(sc, t, &g, e) < 0)
		return -1;
	t->note = note_line(sc, t, g.width - g.margin - 1);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	if (sc->place.focus >= (int)t->count)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

/* "1 Nov 2026 – 1 Mar 2027"; on a small screen only the end. */
static const char *
when(struct screen *sc, const struct alert *t, const struct grid *g)
{
	struct arena *a = sc->arena;
	const char *since = widget_date_short(a, t->entry.head.effective);
	const char *until = widget_date_short(a, t->entry.expires);

	if (t->entry.head.withdrawn)
		return since;
	if (g->wide)
		return arena_printf(a, "%s – %s", since, until);
	/* TRANSLATORS: a date; head of an alert, small screen; 20 columns. */
	return arena_printf(a, _("until %s"), until);
}

/* How grave, how long, and the title: rows in the alert role. */
static void
draw_band(struct screen *sc, struct surface *s, const struct alert *t,
    const struct grid *g)
{
	const struct entry_head *h = &t->entry.head;
	int rows = (int)t->title.rows.count;
	enum role role = h->withdrawn || t->over ? ROLE_TITLE : ROLE_ALERT;
	const char *grave = _("WITHDRAWN");
	int end = 0;

	if (t->over && !h->withdrawn)
		/* TRANSLATORS: in place of how grave an alert is, when its
		 * last day has passed; 14 columns. */
		grave = _("ENDED");
	else if (!h->withdrawn)
		grave = arena_printf(sc->arena, "%s %s",
		    widget_triangles(h->severity),
		    widget_severity(h->severity));
	surface_fill(s, 0, 1, g->width, 1 + rows, role);
	end = widget_text_right(s, 2 + width_of(grave), 1,
	    g->wide ? g->right : g->width - 2, role,
	    when(sc, t, g));
	widget_text(s, 1, 1, end - 2, role, grave);
	said_rows(&s->said, SAID_NOTE, &t->title.rows, 0, t->title.rows.count,
	    t->title.rows.count, g->wide ? 5 : 1, 2);
	for (int i = 0; i < rows; i++)
		surface_text(s, g->wide ? 5 : 1, 2 + i, t->title.width, role,
		    t->title.rows.rows[i].text);
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct alert *t,
    int pages)
{
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	footer_add_char(&f, "0", _("Back"));
	if (sc->place.page + 1 < pages)
		footer_add_char(&f, "+", _("More"));
	if (sc->place.page > 0)
		footer_add_char(&f, "-", _("Before"));
	take_footer(sc, &f);
	if (has_next(t))
		/* TRANSLATORS: foot of an alert; short form 9 columns. */
		footer_add_char(&f, "6", g.wide ? _("Next alert") : _("Next"));
	footer_add_char(&f, "8", _("Sources"));
	widget_footer(sc, s, &f);
}

static void
alert_draw(struct screen *sc, struct surface *s)
{
	const struct alert *t = sc->state;
	int pages = sheet_pages(&t->sheet);
	struct grid g;
	const char *title = NULL;

	widget_grid(&g, sc);
	/* TRANSLATORS: head of an alert, before "> 1 of 3" on small screens;
	 * 12 columns. */
	title = g.wide ? _("Fraud alerts") : _("Alerts");
	if (t->all > 1 && t->index < t->all)
		title = arena_printf(sc->arena, "%s > %s", title,
		    arena_printf(sc->arena, _("%d of %d"), (int)t->index + 1,
			(int)t->all));
	if (!t->entry.head.withdrawn && !t->over)
		s->said.entry = &t->entry.head;
	widget_header(sc, s, title,
	    widget_page_of(sc->arena, sc->place.page, pages));
	draw_band(sc, s, t, &g);
	sheet_draw(&t->sheet, s, sc->place.page, g.margin, t->top);
	choices_draw(sc, s, t->choices, t->count);
	if (g.wide || pages == 1)
		widget_note(sc, s, g.margin, t->note);
	else
		widget_pager(sc, s, sc->place.page, pages);
	draw_footer(sc, s, t, pages);
}

/* The questions about an offer, or what there is to read about it. */
static void
check_offer(struct screen *sc)
{
	if (!screens_go_check(sc, "offer-check"))
		screens_go_topic(sc, "offer");
}

static bool
alert_key(struct screen *sc, struct key key)
{
	const struct alert *t = sc->state;
	struct place to = { .screen = SCREEN_SOURCES, .ref = sc->place.ref };
	bool used = false;
	int chosen = -1;

	if (sheet_key(sc, sheet_pages(&t->sheet), key))
		return true;
	if (take_key(sc, key, t->entry.head.slug, 0))
		return true;
	if (key_is(key, '8')) {
		app_go(sc->app, &to);
		return true;
	}
	if (key_is(key, '6') && has_next(t)) {
		to.screen = SCREEN_ALERT;
		to.ref = t->next;
		app_replace(sc->app, &to);
		return true;
	}
	chosen = choices_key(sc, t->choices, t->count, key, &used);
	if (chosen == 0 && t->offer)
		check_offer(sc);
	else if (chosen >= 0)
		screens_go(sc, SCREEN_HELP);
	return used;
}

const struct screen_ops alert_ops = {
	.name = "alert",
	.enter = alert_enter,
	.draw = alert_draw,
	.key = alert_key,
};
