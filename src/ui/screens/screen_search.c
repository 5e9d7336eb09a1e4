/*
 * Search as one types.  The query is the session's.  Where there is only a
 * keypad, its digits are letters, and what they were taken for is shown.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "base/utf8.h"
#include "catalog/short_code.h"
#include "ui/app.h"
#include "ui/letters.h"
#include "ui/screens/screens.h"
#include "ui/widget_field.h"

#define _(text) gettext(text)

#define READ_MIN 20   /* results that are read; more only for later pages */
#define LETTERS_MIN 2 /* code points from which there are results */
#define BADGE_X 51 /* column of what a result is, at 80 columns */

struct search {
	struct entry_list found;
	size_t exact;      /* of them; guesses follow */
	size_t more;       /* as exact, but not read: they are on later pages */
	const char *meant; /* what the guesses are for, or the keys; "" */
	enum short_code_typed typed;  /* is it a code? */
	char code[SHORT_CODE_SIZE];
	size_t coded; /* results that it led to; they stand first */
	bool keypad;
	struct field shown; /* the letters for the keys */
	struct browse_list tree; /* topics, when nothing was found */
	bool asked; /* the query is long enough */
	struct field_list list; /* of results, or of topics */
	int top;                /* first row of the results */
	struct letters letters;
};

static char *
query(const struct screen *sc)
{
	return app_session(sc->app)->query;
}

/* A code was typed, and said to be one: nothing else is looked for. */
static bool
is_code(const struct search *t)
{
	return t->typed == SHORT_CODE_WHOLE ||
	    t->typed == SHORT_CODE_WRONG || t->typed == SHORT_CODE_PART;
}

/* What may be charged is no entry, but has a code too.  In a list it has no
 * row; open_result() knows it by that. */
static int
add_fees(struct screen *sc, const struct search *t, struct entry_list *coded,
    struct err *e)
{
	char code[SHORT_CODE_SIZE];
	struct ref topic = { 0 };

	short_code(code, TAKEN_FEES);
	if (strcmp(code, t->code) != 0)
		return 0;
	if (catalog_find_topic(app_catalog(sc->app), "fees", &topic, e) < 0)
		return -1;
	if (topic.row != 0)
		coded->heads[coded->count++] = (struct entry_head){
			.kind = ENTRY_CHECK,
			.title = _("What they may charge"),
		};
	return 0;
}

/* What the code leads to, before what else there is. */
static int
load_coded(struct screen *sc, struct search *t, struct err *e)
{
	struct entry_list coded = { .count = 0 };
	struct entry_head *heads = NULL;

	if (t->code[0] == '\0')
		return 0;
	if (catalog_by_code(app_catalog(sc->app), t->code, app_lang(sc->app),
		sc->arena, &coded, e) < 0)
		return -1;
	if (add_fees(sc, t, &coded, e) < 0)
		return -1;
	if (coded.count == 0)
		return 0;
	heads = arena_array(sc->arena, coded.count + t->found.count,
	    sizeof *heads);
	memcpy(heads, coded.heads, coded.count * sizeof *heads);
	if (t->found.count > 0)
		memcpy(heads + coded.count, t->found.heads,
		    t->found.count * sizeof *heads);
	t->found.heads = heads;
	t->found.count += coded.count;
	t->coded = coded.count;
	return 0;
}

static int
load_results(struct screen *sc, struct search *t, struct err *e)
{
	struct catalog *c = app_catalog(sc->app);
	struct ref root = { 0 };
	struct search_result result = { .cut = false, .meant = "" };
	size_t limit = (size_t)(sc->place.page + 1) * MENU_PAGE_MAX;

	t->asked = utf8_length(query(sc)) >= LETTERS_MIN;
	if (!t->asked)
		return 0;
	t->typed = short_code_read(t->code, query(sc), t->keypad);
	if (!is_code(t) &&
	    (t->keypad ? catalog_search_keys : catalog_search)(c, query(sc),
		app_lang(sc->app), limit < READ_MIN ? READ_MIN : limit,
		sc->arena, &result, e) < 0)
		return -1;
	t->found = result.list;
	t->meant = result.meant;
	t->more = result.more;
	if (load_coded(sc, t, e) < 0)
		return -1;
	t->list.count = t->found.count + t->more;
	while (t->exact < t->found.count && !t->found.heads[t->exact].guess)
		t->exact++;
	t->exact += t->more;
	if (t->found.count > 0)
		return 0;
	if (catalog_browse(c, root, app_lang(sc->app), sc->arena, &t->tree, e)
		< 0)
		return -1;
	t->list.count = t->tree.count;
	return 0;
}

/* Exact ones, and guesses behind a line that says so. */
static bool
has_both(const struct search *t)
{
	return t->exact > 0 && t->exact < t->found.count;
}

static int
search_enter(struct screen *sc, struct err *e)
{
	struct search *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;
	int rows = 0;

	widget_grid(&g, sc);
	letters_fit(&t->letters, &g);
	t->keypad = app_keypad(sc->app);
	t->meant = "";
	if (load_results(sc, t, e) < 0)
		return -1;
	t->list.field = (struct field){ query(sc), SESSION_QUERY_SIZE,
		CATALOG_SEARCH_MAX };
	t->shown = t->list.field;
	if (t->keypad && t->meant[0] != '\0')
		t->shown.text = arena_strdup(sc->arena, t->meant);
	t->top = g.wide ? 4 : 3;
	if (t->asked && t->exact == 0)
		t->top += g.wide ? 2 : 1; /* a line says what these are */
	rows = g.touch && g.wide ? 2 : 1;
	field_list_fit(sc, &t->list,
	    t->letters.y - 1 - t->top - (has_both(t) ? 1 : 0), rows);
	sc->state = t;
	return 0;
}

/* The results of the page, as choices; returns how many. */
static size_t
results(struct screen *sc, const struct search *t,
    struct choice out[MENU_PAGE_MAX])
{
	int count = field_list_on_page(sc, &t->list);
	int first = sc->place.page * t->list.per_page;
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
			.y = t->top + i * height +
			    (has_both(t) && first + i >= (int)t->exact ? 1 : 0),
			.width = g.wide ? BADGE_X - 2 - g.margin : g.right,
			.height = height,
			.indent = g.wide ? 4 : 3,
			.title = h != NULL ? h->title
					   : t->tree.rows[first + i].title,
			.lang = h != NULL ? h->lang : NULL,
		};
		if (!g.wide && grave)
			out[i].title = arena_printf(sc->arena, "▲ %s",
			    h->title);
	}
	return (size_t)(count > 0 ? count : 0);
}

static const char *
perhaps(struct screen *sc, const struct search *t)
{
	if (t->meant[0] == '\0' || t->keypad)
		/* TRANSLATORS: before what is only near to what was typed; 37
		 * columns. */
		return _("Perhaps you meant:");
	/* TRANSLATORS: the same; %s is a word or more.  37 columns with it,
	 * longer ones are cut. */
	return arena_printf(sc->arena, _("Perhaps you meant: %s"), t->meant);
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
	int first = sc->place.page * t->list.per_page;

	field_list_draw(sc, s, c, count);
	for (size_t i = 0; i < count; i++)
		if (t->found.count > 0 && g->wide)
			draw_kind(s, &t->found.heads[first + (int)i], c[i].y,
			    g->right);
}

/* The line before the first guess of the page. */
static void
draw_apart(struct screen *sc, struct surface *s, const struct search *t,
    const struct grid *g)
{
	int i = (int)t->exact - sc->place.page * t->list.per_page;
	int x = g->margin + (g->wide ? 1 : 0);
	int height = g->touch && g->wide ? 2 : 1;

	if (!has_both(t) || i >= field_list_on_page(sc, &t->list))
		return;
	widget_text(s, x, t->top + (i > 0 ? i : 0) * height, g->right - x,
	    ROLE_PAGE, perhaps(sc, t));
}

/* What the list is, where it is not simply what was asked for. */
static void
draw_hint(struct screen *sc, struct surface *s, const struct search *t,
    const struct grid *g)
{
	int y = g->wide ? 4 : 2;
	int x = g->margin + (g->wide ? 1 : 0);
	int room = g->right - x;
	const char *text = NULL;

	if (!t->asked)
		text = _("Type two letters or more.");
	else if (t->coded > 0)
		text = NULL;
	else if (t->typed == SHORT_CODE_PART)
		/* TRANSLATORS: while a code like "V-482 135" is typed; 37
		 * columns. */
		text = _("A code has a V and six digits.");
	else if (t->typed == SHORT_CODE_WRONG)
		/* TRANSLATORS: the check digit of a code is wrong; 74
		 * columns, and a short form of 37. */
		text = widget_fit(room,
		    _("There is no such code. Look at each digit again."),
		    _("No such code. Look at each digit."));
	else if (t->code[0] != '\0' && t->exact == 0)
		/* TRANSLATORS: a right code of something that is not here; 74
		 * columns, and a short form of 37. */
		text = widget_fit(room,
		    arena_printf(sc->arena,
			_("%s is not in this kiosk. Choose a topic, or ask "
			  "the staff:"), t->code),
		    arena_printf(sc->arena, _("%s is not here. Ask:"),
			t->code));
	else if (t->found.count > 0 && t->exact == 0)
		text = t->meant[0] == '\0' || t->keypad ?
		    /* TRANSLATORS: above results that are only near what was
		     * typed; 37 columns. */
		    _("Not found. Perhaps you meant:") :
		    perhaps(sc, t);
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
	if (t->keypad && query(sc)[0] != '\0')
		footer_add_char(&f, "0", _("Delete"));
	else if (t->keypad)
		footer_add_char(&f, "0", _("Back"));
	else
		/* TRANSLATORS: the name of the key on the keyboard. */
		footer_add(&f, _("Esc"), _("Back"), key_of(UIKEY_ESCAPE));
	if (t->keypad && t->list.count > 0 && sc->place.focus == 0) {
		footer_add_char(&f, "+", g.wide ? _("Go to the list")
						: _("List"));
		footer_add_enter(&f, _("Open"));
		widget_footer(sc, s, &f);
		return;
	}
	if (t->list.count > 0) {
		/* TRANSLATORS: foot of the search: long, and short. */
		footer_add(&f, "↓", g.wide ? _("Go to the list") : _("List"),
		    key_of(UIKEY_DOWN));
		footer_add_enter(&f, _("Open"));
	}
	if (t->list.pages > 1)
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
	if (t->asked && (t->exact > 0 || t->found.count == 0))
		/* TRANSLATORS: head of the search; 16 columns. */
		right = arena_printf(sc->arena,
		    ngettext("%zu result", "%zu results", t->exact),
		    t->exact);
	widget_header(sc, s, _("Search"), right);
	draw_hint(sc, s, t, &g);
	draw_apart(sc, s, t, &g);
	draw_results(sc, s, t, &g);
	/* TRANSLATORS: before the field of the search; 10 columns. */
	field_draw(sc, &t->shown, s, _("Word:"), g.wide ? 2 : 1);
	if (t->keypad)
		letters_draw_keypad(&t->letters, s, &g);
	else
		letters_draw(&t->letters, s, &g);
	draw_footer(sc, s, t);
}

static void
open_result(struct screen *sc, const struct search *t, int index)
{
	if (t->found.count > 0 && t->found.heads[index].ref.row == 0)
		screens_go(sc, SCREEN_FEES);
	else if (t->found.count > 0)
		screens_open(sc, &t->found.heads[index]);
	else
		screens_open_row(sc, &t->tree.rows[index]);
}

/* What a key of a keypad means while one types. */
static struct key
keypad_key(struct key key)
{
	if (key_is(key, '0'))
		return key_of(UIKEY_BACKSPACE);
	if (key_is(key, '+'))
		return key_of(UIKEY_DOWN);
	if (key_is(key, '*'))
		key.code = ' ';
	else if (key_is(key, '/') || key_is(key, '-') || key_is(key, '.') ||
	    key_is(key, ','))
		return key_of(UIKEY_NONE);
	return key;
}

static bool
search_key(struct screen *sc, struct key key)
{
	const struct search *t = sc->state;
	int chosen = -1;
	bool used = false;

	if (t->keypad && sc->place.focus == 0)
		key = keypad_key(key);
	if (key.kind == UIKEY_BACKSPACE && sc->place.focus == 0 &&
	    query(sc)[0] == '\0') {
		app_back(sc->app);
		return true;
	}
	used = field_list_key(sc, &t->list, key, &chosen);

	if (chosen >= 0)
		open_result(sc, t, chosen);
	return used;
}

const struct screen_ops search_ops = {
	.name = "search",
	.enter = search_enter,
	.draw = search_draw,
	.key = search_key,
	.takes_text = true,
	.types_ahead = true,
};
