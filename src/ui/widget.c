/*
 * The frame of every screen: the grid, the header, the footer and the row
 * above it.
 */
#include <config.h>

#include "ui/widget.h"

#include <libintl.h>
#include <string.h>

#include "text/layout.h"
#include "text/width.h"
#include "ui/app.h"

#define _(text) gettext(text)

#define FOOTER_GAP 6 /* cells between two labels, where there is room */
#define FOOTER_GAP_MIN 2
#define TOUCH_ROWS 2 /* rows of a target for a finger */
#define TOUCH_WIDTH 8 /* cells of a target for a finger, at least */
#define BAR_WIDE 30
#define BAR_NARROW 17

void
widget_grid(struct grid *g, const struct screen *sc)
{
	g->width = app_width(sc->app);
	g->height = app_height(sc->app);
	g->wide = g->width >= WIDGET_WIDE;
	g->touch = app_touch(sc->app);
	g->margin = g->wide ? 2 : 1;
	g->right = g->width - 3;
	g->top = 2;
	g->footer = g->height - (g->touch ? TOUCH_ROWS : 1);
	g->note = g->footer - 1;
	g->text_width = g->wide ? LAYOUT_WIDTH_MAX : g->right - g->margin + 1;
	g->text_x = g->wide ? (g->width - g->text_width) / 2 : g->margin;
}

int
widget_text(struct surface *s, int x, int y, int width, enum role role,
    const char *text)
{
	struct arena *a = NULL;
	int used = 0;

	if (width <= 0)
		return 0;
	said_add(&s->said, SAID_PIECE, text, x, y, width, 1);
	if (width_of(text) <= width)
		return surface_text(s, x, y, width, role, text);
	a = arena_new();
	used = surface_text(s, x, y, width, role, width_cut(text, width, a));
	arena_free(a);
	return used;
}

int
widget_text_right(struct surface *s, int x, int y, int right, enum role role,
    const char *text)
{
	int at = right - width_of(text);

	if (at < x)
		at = x;
	widget_text(s, at, y, right - at, role, text);
	return at;
}

const char *
widget_fit(int width, const char *long_text, const char *short_text)
{
	return width_of(long_text) <= width ? long_text : short_text;
}

/* The pages and counts of a narrow header end one column further right. */
static int
header_right(const struct grid *g)
{
	return g->wide ? g->right : g->width - 2;
}

void
widget_header(struct screen *sc, struct surface *s, const char *title,
    const char *right)
{
	struct grid g;
	int end = 0;
	int least = 0;

	widget_grid(&g, sc);
	end = header_right(&g);
	least = title != NULL ? 3 + width_of(title) : 1;
	if (least > g.width / 3)
		least = g.width / 3;
	surface_fill(s, 0, 0, g.width, 1, ROLE_HEADER);
	said_add(&s->said, SAID_HEAD, title, 1, 0, end - 1, 1);
	s->said.lang = NULL; /* pages and counts are ours */
	said_add(&s->said, SAID_HEAD, right, least, 0, end - least, 1);
	said_hush(&s->said);
	if (right != NULL && right[0] != '\0')
		end = widget_text_right(s, least, 0, end, ROLE_HEADER,
			  right) - 2;
	if (title != NULL)
		widget_text(s, 1, 0, end - 1, ROLE_HEADER, title);
	said_go_on(&s->said);
}

void
widget_header_path(struct screen *sc, struct surface *s, const char *parent,
    const char *title, const char *right)
{
	struct grid g;
	const char *path = title;
	int room = 0;

	widget_grid(&g, sc);
	room = header_right(&g) - 1;
	if (right != NULL)
		room -= width_of(right) + 2;
	if (parent[0] != '\0' && g.wide)
		path = widget_fit(room,
		    arena_printf(sc->arena, "%s > %s", parent, title), title);
	widget_header(sc, s, path, right);
}

const char *
widget_page_of(struct arena *a, int page, int pages)
{
	if (pages <= 1)
		return NULL;
	/* TRANSLATORS: head of a list or a text, 16 columns. */
	return arena_printf(a, _("Page %d of %d"), page + 1, pages);
}

void
footer_add(struct footer *f, const char *key, const char *verb,
    struct key sends)
{
	if (f->count < FOOTER_MAX)
		f->items[f->count++] = (struct footer_item){ key, verb,
			sends };
}

void
footer_add_char(struct footer *f, const char *key, const char *verb)
{
	footer_add(f, key, verb, key_char((unsigned char)key[0]));
}

void
footer_add_enter(struct footer *f, const char *verb)
{
	/* TRANSLATORS: the name of the key on the keyboard. */
	footer_add(f, _("Enter"), verb, key_of(UIKEY_ENTER));
}

/* Cells of one label: the key, a blank, the verb if there is one. */
static int
label_width(const struct footer_item *item)
{
	int verb = width_of(item->verb);

	return width_of(item->key) + (verb > 0 ? 1 + verb : 0);
}

/* The same with what a finger needs. */
static int
slot_width(const struct footer_item *item, bool touch)
{
	int width = label_width(item);

	return touch && width < TOUCH_WIDTH - 2 ? TOUCH_WIDTH - 2 : width;
}

/* How many labels of F stand in ROOM cells with GAP cells between them. */
static size_t
labels_that_fit(const struct footer *f, int room, int gap, bool touch)
{
	int used = 0;
	size_t n = 0;

	for (; n < f->count; n++) {
		used += slot_width(&f->items[n], touch) + (n > 0 ? gap : 0);
		if (used > room)
			break;
	}
	return n;
}

static void
draw_label(struct surface *s, const struct footer_item *item, int x, int end,
    const struct grid *g)
{
	int at = x;

	at += surface_text(s, at, g->height - 1, end - x, ROLE_FOOTER,
		  item->key);
	widget_text(s, at + 1, g->height - 1, end - 1 - at, ROLE_FOOTER,
	    item->verb);
	if (item->sends.kind == UIKEY_NONE)
		return;
	surface_target(s, x - 1, g->footer, slot_width(item, g->touch) + 2,
	    g->height - g->footer, item->sends);
}

/* The focus says what Enter does, and every choice has its digit. */
static struct footer
without_enter(const struct footer *f)
{
	struct footer rest = { .count = 0 };

	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].sends.kind != UIKEY_ENTER)
			rest.items[rest.count++] = f->items[i];
	return rest;
}

/* How many of F's labels stand in ROOM, as close as they may. */
static size_t
stand_in(const struct footer *f, int room, const struct grid *g)
{
	return labels_that_fit(f, room, FOOTER_GAP_MIN, g->touch);
}

/*
 * What the key that hides the page, HIDE, has of ROOM: all of its label; the
 * same in place of Enter; its name alone; or nothing, if any other label went
 * for it.  F is then what stands beside it.
 */
static int
make_place(struct screen *sc, struct footer *f, struct footer_item *hide,
    int room, const struct grid *g)
{
	const struct footer fewer = without_enter(f);
	size_t shown = stand_in(f, room, g);
	size_t but_enter = shown;
	int width = slot_width(hide, g->touch);
	int left = room - width - FOOTER_GAP_MIN;

	for (size_t i = 0; i < shown; i++)
		but_enter -= f->items[i].sends.kind == UIKEY_ENTER;
	if (g->touch || sc->place.careful || stand_in(f, left, g) == shown)
		return width;
	if (!app_takes_text(sc->app) && but_enter > 0 &&
	    stand_in(&fewer, left, g) >= but_enter) {
		*f = fewer;
		return width;
	}
	hide->verb = "";
	width = label_width(hide);
	left = room - width - FOOTER_GAP_MIN;
	/* "-" says nothing without its verb */
	return !app_keypad(sc->app) && stand_in(f, left, g) == shown ? width
								     : 0;
}

/*
 * That key: always in the corner, where the hand finds it.  Returns the cells
 * that are left of ROOM.
 */
static int
draw_hide(struct screen *sc, struct surface *s, struct footer *f,
    const struct grid *g)
{
	int room = g->width - 2;
	struct footer_item hide = { app_hide_key(sc->app),
		/* TRANSLATORS: foot of every page: hides it at once; 8
		 * columns. */
		_("Hide"), key_f(9) };
	int width = 0;

	if (hide.key == NULL)
		return room;
	width = make_place(sc, f, &hide, room, g);
	if (width == 0)
		return room;
	draw_label(s, &hide, 1 + room - width, g->width - 1, g);
	return room - width - FOOTER_GAP_MIN;
}

/* On a keypad "-" hides; + turns the pages round and round. */
static void
without_hide_key(struct screen *sc, const struct footer *f,
    struct footer *out)
{
	const char *hide = app_hide_key(sc->app);

	for (size_t i = 0; i < f->count; i++)
		if (hide == NULL || strcmp(f->items[i].key, hide) != 0)
			out->items[out->count++] = f->items[i];
}

/* Is ITEM one of those that stand before "."? */
static bool
is_first(const struct footer_item *item)
{
	return item->sends.kind == UIKEY_ENTER ||
	    item->sends.kind == UIKEY_ESCAPE ||
	    item->sends.kind == UIKEY_DOWN || key_is(item->sends, '0') ||
	    key_is(item->sends, '+') || key_is(item->sends, '-');
}

/* While it is read aloud the key means something else. */
static bool
is_of_voice(const struct footer_item *item)
{
	return key_is(item->sends, '+') || key_is(item->sends, '-') ||
	    key_is(item->sends, '/');
}

static void
add_listen(const struct screen *sc, struct footer *f, const char *verb)
{
	if (app_listens_at_dot(sc->app))
		footer_add_char(f, ".", verb);
	else
		footer_add(f, "F4", verb, key_f(4));
}

/* While it is read aloud + and - lead through the sentences, and / makes
 * them louder. */
static void
add_reading(const struct screen *sc, struct footer *f)
{
	/* TRANSLATORS: foot, while a page is read aloud; 8 columns each: be
	 * silent; the next sentence; this one again; and that slower. */
	add_listen(sc, f, _("Stop"));
	if (app_takes_text(sc->app))
		return;
	footer_add_char(f, "+", _("Skip"));
	footer_add_char(f, "-",
	    app_is_repeating(sc->app) ? _("Slower") : _("Repeat"));
	/* TRANSLATORS: foot, while a page is read aloud: a step louder; 8
	 * columns. */
	footer_add_char(f, "/", _("Volume"));
}

/* The labels of F and, where there is a voice, those of it. */
static struct footer
with_voice(const struct screen *sc, const struct footer *f)
{
	bool reading = app_is_reading(sc->app);
	bool serves = reading && !app_takes_text(sc->app);
	struct footer all = { .count = 0 };
	size_t i = 0;

	if (!app_has_voice(sc->app))
		return *f;
	for (; i < f->count && is_first(&f->items[i]); i++)
		if (!serves || !is_of_voice(&f->items[i]))
			all.items[all.count++] = f->items[i];
	if (reading)
		add_reading(sc, &all);
	else
		/* TRANSLATORS: foot: read this page aloud; 6 columns. */
		add_listen(sc, &all, _("Listen"));
	for (; i < f->count && all.count < FOOTER_MAX; i++)
		if (!serves || !is_of_voice(&f->items[i]))
			all.items[all.count++] = f->items[i];
	return all;
}

/* All that can be done, also what has no room. */
static void
say_footer(struct screen *sc, struct surface *s, const struct footer *f,
    int y)
{
	struct footer all = { .count = 0 };

	without_hide_key(sc, f, &all);
	for (size_t i = 0; i < all.count; i++)
		if (all.items[i].sends.kind != UIKEY_NONE)
			said_key(&s->said, all.items[i].key,
			    all.items[i].verb, 0, y, s->width);
	if (app_hide_key(sc->app) != NULL)
		said_key(&s->said, app_hide_key(sc->app), _("Hide"), 0, y,
		    s->width);
}

void
widget_footer(struct screen *sc, struct surface *s,
    const struct footer *labels)
{
	const struct footer all = with_voice(sc, labels);
	struct footer shown = { .count = 0 };
	struct grid g;
	int gap = FOOTER_GAP;
	int x = 1;
	int room = 0;
	size_t n = 0;

	widget_grid(&g, sc);
	say_footer(sc, s, labels, g.footer);
	said_hush(&s->said);
	without_hide_key(sc, &all, &shown);
	surface_fill(s, 0, g.footer, g.width, g.height - g.footer,
	    ROLE_FOOTER);
	room = draw_hide(sc, s, &shown, &g) - labels->kept;
	while (gap > FOOTER_GAP_MIN &&
	    labels_that_fit(&shown, room, gap, g.touch) < shown.count)
		gap--;
	n = labels_that_fit(&shown, room, gap, g.touch);
	if (n == 0 && shown.count > 0)
		n = 1; /* the way out stays, cut if it must be */
	for (size_t i = 0; i < n; i++) {
		draw_label(s, &shown.items[i], x, 1 + room, &g);
		x += slot_width(&shown.items[i], g.touch) + gap;
	}
	said_go_on(&s->said);
}

void
widget_note(struct screen *sc, struct surface *s, int x, const char *text)
{
	struct grid g;

	widget_grid(&g, sc);
	widget_text(s, x, g.note, g.width - 1 - x, ROLE_MUTED, text);
}

void
widget_pager(struct screen *sc, struct surface *s, int page, int pages)
{
	struct grid g;
	int cells = 0;
	int full = 0;

	if (pages <= 1)
		return;
	widget_grid(&g, sc);
	said_hush(&s->said); /* the header says it */
	cells = g.wide ? BAR_WIDE : BAR_NARROW;
	full = (2 * cells * (page + 1) + pages) / (2 * pages);
	for (int i = 0; i < cells; i++)
		surface_text(s, g.text_x + i, g.note, 1, ROLE_PAGE,
		    i < full ? "█" : "░");
	/* TRANSLATORS: behind the bar that shows how far one has read. */
	widget_text(s, g.text_x + cells + 2, g.note, g.right - cells - 2,
	    ROLE_PAGE,
	    arena_printf(sc->arena, _("%d of %d"), page + 1, pages));
	said_go_on(&s->said);
}
