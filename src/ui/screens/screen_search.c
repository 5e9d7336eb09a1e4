/*
 * Search as one types.  The query is the session's.  place.focus is 0 while
 * the field has the cursor and n for the n-th entry of the page of results.
 * Taps on letters and results come as keys of kind UIKEY_TAP with a code of
 * ours, for a digit may be text here.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "text/width.h"
#include "ui/app.h"
#include "ui/letters.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define LETTERS_MIN 2 /* code points from which there are results */
#define TAP_RESULT 0 /* + 1 to 9 */
#define BADGE_X 51 /* column of what a result is, at 80 columns */

struct search {
	struct entry_list found;
	struct browse_list tree; /* topics, when nothing was found */
	bool asked; /* the query is long enough */
	bool guesses;
	size_t count; /* of results, or of topics */
	int per_page;
	int pages;
	int top;      /* first row of the results */
	struct letters letters;
};

static char *
query(const struct screen *sc)
{
	return app_session(sc->app)->query;
}

static int
load_results(struct screen *sc, struct search *t, struct err *e)
{
	struct catalog *c = app_catalog(sc->app);
	struct ref root = { 0 };

	t->asked = utf8_length(query(sc)) >= LETTERS_MIN;
	if (!t->asked)
		return 0;
	if (catalog_search(c, query(sc), app_lang(sc->app),
		CATALOG_RESULTS_MAX, sc->arena, &t->found, e) < 0)
		return -1;
	t->count = t->found.count;
	t->guesses = t->count > 0 && t->found.heads[0].guess;
	if (t->count > 0)
		return 0;
	if (catalog_browse(c, root, app_lang(sc->app), sc->arena, &t->tree, e)
		< 0)
		return -1;
	t->count = t->tree.count;
	return 0;
}

static int
page_count(const struct screen *sc, const struct search *t)
{
	int left = (int)t->count - sc->place.page * t->per_page;

	return left < t->per_page ? left : t->per_page;
}

static int
search_enter(struct screen *sc, struct err *e)
{
	struct search *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;
	int rows = 0;

	widget_grid(&g, sc);
	letters_fit(&t->letters, &g);
	if (load_results(sc, t, e) < 0)
		return -1;
	t->top = g.wide ? 4 : 3;
	if (t->asked && (t->guesses || t->found.count == 0))
		t->top += g.wide ? 2 : 1; /* a line says what these are */
	rows = g.touch && g.wide ? 2 : 1;
	t->per_page = (t->letters.y - 1 - t->top) / rows;
	if (t->per_page > MENU_PAGE_MAX)
		t->per_page = MENU_PAGE_MAX;
	if (t->per_page < 1)
		t->per_page = 1;
	t->pages = ((int)t->count + t->per_page - 1) / t->per_page;
	if (sc->place.page >= t->pages)
		sc->place.page = 0;
	if (sc->place.focus > page_count(sc, t))
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

/* The results of the page, as choices; returns how many. */
static size_t
results(struct screen *sc, const struct search *t,
    struct choice out[MENU_PAGE_MAX])
{
	int count = page_count(sc, t);
	int first = sc->place.page * t->per_page;
	struct grid g;
	int height = 0;

	widget_grid(&g, sc);
	height = g.touch && g.wide ? 2 : 1;
	for (int i = 0; i < count; i++) {
		const struct entry_head *h = t->found.count > 0
		    ? &t->found.heads[first + i] : NULL;
		bool grave = h != NULL && h->kind == ENTRY_ALERT;

		out[i] = (struct choice){
			.digit = (char)('1' + i),
			.x = g.wide ? g.margin : 0,
			.y = t->top + i * height,
			.width = g.wide ? BADGE_X - 2 - g.margin : g.right,
			.height = height,
			.indent = g.wide ? 4 : 3,
			.title = h != NULL ? h->title
					   : t->tree.rows[first + i].title,
		};
		if (!g.wide && grave)
			out[i].title = arena_printf(sc->arena, "▲ %s",
			    h->title);
	}
	return (size_t)(count > 0 ? count : 0);
}

static void
draw_kind(struct surface *s, const struct entry_head *h, int y, int right)
{
	int x = BADGE_X;

	if (h->kind == ENTRY_ALERT)
		x += widget_text(s, x, y, right - x, ROLE_PAGE,
			 widget_triangles(h->severity)) + 1;
	widget_text(s, x, y, right - x, ROLE_MUTED, screens_kind_word(h->kind));
}

static void
draw_results(struct screen *sc, struct surface *s, const struct search *t,
    const struct grid *g)
{
	struct choice c[MENU_PAGE_MAX];
	size_t count = results(sc, t, c);
	int first = sc->place.page * t->per_page;
	size_t targets = s->target_count;
	int focus = sc->place.focus;

	/* While one types, the mark alone says what Enter opens. */
	sc->place.focus = focus - 1;
	choices_draw(sc, s, c, count);
	sc->place.focus = focus;
	if (focus == 0 && count > 0)
		surface_text(s, c[0].x, c[0].y, 1, ROLE_TITLE, ">");
	for (size_t i = 0; i < count; i++) {
		/* A tap is no digit: that might be text. */
		s->targets[targets + i].key = (struct key){
			.kind = UIKEY_TAP,
			.code = TAP_RESULT + 1 + (uint32_t)i,
		};
		if (t->found.count > 0 && g->wide)
			draw_kind(s, &t->found.heads[first + (int)i], c[i].y,
			    g->right);
	}
}

/* "Word: visa de tra_"; of a long query its end. */
static void
draw_field(struct screen *sc, struct surface *s, const struct grid *g)
{
	/* TRANSLATORS: before the field of the search; 10 columns. */
	const char *label = _("Word:");
	const char *text = query(sc);
	int y = g->wide ? 2 : 1;
	int x = g->margin;
	int room = 0;

	x += widget_text(s, x, y, g->right / 2, ROLE_PAGE, label) + 1;
	room = g->right - x - 1;
	while (width_of(text) > room)
		utf8_next(&text);
	surface_fill(s, x, y, room + 1, 1, ROLE_FIELD);
	x += surface_text(s, x, y, room, ROLE_FIELD, text);
	surface_text(s, x, y, 1, ROLE_FIELD, "_");
	if (sc->place.focus == 0)
		surface_cursor(s, x, y);
}

/* What the list is, where it is not simply what was asked for. */
static void
draw_hint(struct surface *s, const struct search *t, const struct grid *g)
{
	int y = g->wide ? 4 : 2;
	int x = g->margin + (g->wide ? 1 : 0);
	int room = g->right - x;
	const char *text = NULL;

	if (!t->asked)
		text = _("Type two letters or more.");
	else if (t->guesses)
		/* TRANSLATORS: above results that are only near what was
		 * typed; 37 columns. */
		text = _("Not found. Perhaps you meant:");
	else if (t->found.count == 0)
		/* TRANSLATORS: nothing was found; below stand all topics.  74
		 * columns, and a short form of 37. */
		text = widget_fit(room,
		    _("Nothing found. Choose a topic, or ask the staff:"),
		    _("Not found. Topics, or ask the staff:"));
	if (text != NULL)
		widget_text(s, x, y, room, ROLE_PAGE, text);
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct search *t)
{
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: the name of the key on the keyboard. */
	footer_add(&f, _("Esc"), _("Back"), key_of(UIKEY_ESCAPE));
	if (t->count > 0) {
		/* TRANSLATORS: foot of the search: long, and short. */
		footer_add(&f, "↓", g.wide ? _("Go to the list") : _("List"),
		    key_of(UIKEY_DOWN));
		footer_add_enter(&f, _("Open"));
	}
	if (t->pages > 1)
		footer_add_char(&f, "+", _("More"));
	widget_footer(sc, s, &f);
}

static void
search_draw(struct screen *sc, struct surface *s)
{
	const struct search *t = sc->state;
	const char *right = NULL;
	struct grid g;

	widget_grid(&g, sc);
	if (t->asked && !t->guesses)
		/* TRANSLATORS: head of the search; 16 columns. */
		right = arena_printf(sc->arena,
		    ngettext("%zu result", "%zu results", t->found.count),
		    t->found.count);
	widget_header(sc, s, _("Search"), right);
	draw_hint(s, t, &g);
	draw_results(sc, s, t, &g);
	draw_field(sc, s, &g);
	letters_draw(&t->letters, s, &g);
	draw_footer(sc, s, t);
}

static void
changed(struct screen *sc)
{
	sc->place.focus = 0;
	sc->place.page = 0;
	app_reenter(sc->app);
}

static void
type(struct screen *sc, uint32_t code)
{
	char *text = query(sc);
	size_t len = strlen(text);

	if (code == '\n' || !utf8_is_safe(code) ||
	    utf8_length(text) >= CATALOG_SEARCH_MAX ||
	    len + UTF8_MAX >= SESSION_QUERY_SIZE)
		return;
	len += utf8_encode((uint8_t *)text + len, code);
	text[len] = '\0';
	changed(sc);
}

/* Without the last letter; false when there is none. */
static bool
erase(struct screen *sc)
{
	char *text = query(sc);
	size_t len = strlen(text);

	if (len == 0)
		return false;
	do
		len--;
	while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80);
	memset(text + len, 0, SESSION_QUERY_SIZE - len);
	changed(sc);
	return true;
}

static void
open_result(struct screen *sc, const struct search *t, int n)
{
	int index = sc->place.page * t->per_page + n;

	if (n < 0 || n >= page_count(sc, t))
		return;
	sc->place.focus = n + 1;
	if (t->found.count > 0) {
		screens_open(sc, &t->found.heads[index]);
	} else if (t->tree.rows[index].is_topic) {
		struct place to = { .screen = SCREEN_TOPIC,
			.ref = t->tree.rows[index].topic };

		app_go(sc->app, &to);
	} else {
		screens_open(sc, &t->tree.rows[index].entry);
	}
}

static bool
turn_page(struct screen *sc, const struct search *t, bool back)
{
	if (t->pages <= 1)
		return false;
	sc->place.page += back ? t->pages - 1 : 1;
	sc->place.page %= t->pages;
	sc->place.focus = 1;
	return true;
}

/* While the list has the focus digits choose and 0 goes back to the field. */
static bool
key_in_list(struct screen *sc, const struct search *t, struct key key)
{
	int n = page_count(sc, t);
	int *focus = &sc->place.focus;

	if (key.kind == UIKEY_CHAR && key.code >= '1' && key.code <= '9') {
		open_result(sc, t, (int)key.code - '1');
		return true;
	}
	if (key_is(key, '-'))
		return turn_page(sc, t, true);
	if (key_is(key, '0') || key.kind == UIKEY_BACKSPACE ||
	    key.kind == UIKEY_LEFT) {
		*focus = 0;
		return true;
	}
	if (key.kind == UIKEY_HOME || key.kind == UIKEY_END) {
		*focus = key.kind == UIKEY_HOME ? 1 : n;
		return true;
	}
	return false;
}

/* Round and round: the field, the results of the page, the field. */
static bool
move_focus(struct screen *sc, const struct search *t, struct key key)
{
	int n = page_count(sc, t) + 1;

	if (key.kind == UIKEY_DOWN || key.kind == UIKEY_TAB)
		sc->place.focus = (sc->place.focus + 1) % n;
	else if (key.kind == UIKEY_UP || key.kind == UIKEY_BACKTAB)
		sc->place.focus = (sc->place.focus + n - 1) % n;
	else
		return false;
	return true;
}

static bool
search_key(struct screen *sc, struct key key)
{
	const struct search *t = sc->state;
	int focus = sc->place.focus;

	if (focus > 0 && key_in_list(sc, t, key))
		return true;
	if (key_is(key, '+') || key.kind == UIKEY_PAGE_DOWN)
		return turn_page(sc, t, false);
	if (key.kind == UIKEY_PAGE_UP)
		return turn_page(sc, t, true);
	if (key.kind == UIKEY_ENTER) {
		open_result(sc, t, focus > 0 ? focus - 1 : 0);
		return true;
	}
	if (key.kind == UIKEY_BACKSPACE)
		return erase(sc);
	if (key.kind == UIKEY_TAP && key.code < LETTERS_TAP) {
		open_result(sc, t, (int)key.code - TAP_RESULT - 1);
		return true;
	}
	if (key.kind == UIKEY_CHAR || key.kind == UIKEY_TAP) {
		type(sc, key.kind == UIKEY_CHAR ? key.code
						: letters_typed(key));
		return true;
	}
	return move_focus(sc, t, key);
}

const struct screen_ops search_ops = {
	.name = "search",
	.enter = search_enter,
	.draw = search_draw,
	.key = search_key,
	.takes_text = true,
};
