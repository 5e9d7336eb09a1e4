/*
 * Choices and menus: what has a digit, how the focus goes from one to the
 * next, and how many stand on a page.
 */
#include <config.h>

#include "ui/widget_menu.h"

#include <limits.h>
#include <stdlib.h>

#include "text/width.h"
#include "ui/app.h"
#include "ui/widget.h"
#include "ui/widget_sheet.h"

/* Where the title must end: before the badge, which is drawn. */
static int
draw_badge(struct surface *s, const struct choice *c, enum role role,
    bool focused)
{
	int end = c->x + c->width;
	int at = c->x + c->indent;

	if (c->badge == NULL || c->badge[0] == '\0')
		return end;
	return widget_text_right(s, at + (end - at) / 3, c->y, end,
		   focused ? role : c->badge_role, c->badge) - 2;
}

/* What a choice has below its first row, and over how many rows its title
 * goes; one if it is on the first row alone. */
struct choice_rows {
	struct sheet title; /* of more than one row */
	int title_rows;
	struct sheet summary;
	int summary_rows;
};

static int
rows_of(struct screen *sc, int width, struct sheet *sh, enum role role,
    const char *text, int most)
{
	sheet_init(sh, sc->arena, width);
	sheet_text(sh, role, text);
	return (int)sh->rows.count < most ? (int)sh->rows.count : most;
}

/* A title that is too long takes the rows that a summary leaves. */
static void
wrap(struct screen *sc, const struct choice *c, struct choice_rows *out)
{
	bool has_summary = c->summary != NULL && c->summary[0] != '\0';
	int left = c->height - has_summary;
	int width = c->width - c->indent;

	out->title_rows = 1;
	out->summary_rows = 0;
	if (c->badge != NULL && c->badge[0] != '\0')
		width -= width_of(c->badge) + 2;
	if (c->wraps || (has_summary && left > 1 &&
			    width_of(c->title) > width))
		out->title_rows = rows_of(sc, width, &out->title, ROLE_PAGE,
		    c->title, c->wraps ? c->height : left);
	left = c->height - out->title_rows;
	if (!c->wraps && has_summary && left > 0)
		out->summary_rows = rows_of(sc, c->width - c->indent,
		    &out->summary, ROLE_MUTED, c->summary, left);
}

static void
draw_rest(struct sheet *sh, struct surface *s, const struct choice *c,
    int rows, int y, bool focused)
{
	for (int i = 0; i < rows && focused; i++)
		sh->roles[i] = ROLE_FOCUS;
	if (rows > 0)
		sheet_cut(sh, s, rows, c->x + c->indent, y);
}

static void
draw_choice(struct screen *sc, struct surface *s, const struct choice *c,
    bool focused)
{
	enum role role = focused ? ROLE_FOCUS : ROLE_PAGE;
	char digit[2] = { c->digit, '\0' };
	struct choice_rows rows;
	int end = 0;

	said_choice(&s->said, c, focused);
	said_hush(&s->said);
	wrap(sc, c, &rows);
	if (focused) {
		surface_fill(s, c->x, c->y, c->width,
		    rows.title_rows + rows.summary_rows, role);
		surface_text(s, c->x, c->y, 1, role, ">");
		surface_cursor(s, c->x + 1, c->y);
	}
	surface_text(s, c->x + 1, c->y, 1, role, digit);
	end = draw_badge(s, c, role, focused);
	if (c->wraps || rows.title_rows > 1)
		draw_rest(&rows.title, s, c, rows.title_rows, c->y, focused);
	else
		widget_text(s, c->x + c->indent, c->y,
		    end - c->x - c->indent, role, c->title);
	draw_rest(&rows.summary, s, c, rows.summary_rows,
	    c->y + rows.title_rows, focused);
	said_go_on(&s->said);
	surface_target(s, c->x, c->y, c->width, c->height,
	    key_char((unsigned char)c->digit));
}

void
choices_draw(struct screen *sc, struct surface *s, const struct choice *c,
    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct choice shown = c[i];

		if (shown.x + shown.width > s->width)
			shown.width = s->width - shown.x;
		draw_choice(sc, s, &shown, (int)i == sc->place.focus);
	}
}

/*
 * The choice that is next to FROM going DOWN (1) or up (-1), round and
 * round: of the nearest row the one nearest to FROM's column.
 */
static int
vertical(const struct choice *c, size_t count, int from, int down)
{
	int best = from;
	int best_dy = INT_MAX;
	int best_dx = INT_MAX;

	for (size_t i = 0; i < count; i++) {
		int dy = (c[i].y - c[from].y) * down;
		int dx = abs(c[i].x - c[from].x);

		if (dy == 0)
			continue;
		if (dy < 0)
			dy += SURFACE_HEIGHT_MAX; /* behind the end again */
		if (dy < best_dy || (dy == best_dy && dx < best_dx)) {
			best = (int)i;
			best_dy = dy;
			best_dx = dx;
		}
	}
	return best;
}

static bool
side_by_side(const struct choice *c, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (c[i].y == c[i - 1].y)
			return true;
	return false;
}

static bool
move_focus(struct screen *sc, const struct choice *c, size_t count,
    struct key key)
{
	int *focus = &sc->place.focus;
	int n = (int)count;

	switch (key.kind) {
	case UIKEY_UP:
	case UIKEY_DOWN:
		*focus = vertical(c, count, *focus,
		    key.kind == UIKEY_DOWN ? 1 : -1);
		return true;
	case UIKEY_LEFT:
	case UIKEY_RIGHT:
		if (!side_by_side(c, count))
			return false;
		*focus = (*focus + (key.kind == UIKEY_RIGHT ? 1 : n - 1)) % n;
		return true;
	case UIKEY_TAB:
		*focus = (*focus + 1) % n;
		return true;
	case UIKEY_BACKTAB:
		*focus = (*focus + n - 1) % n;
		return true;
	case UIKEY_HOME:
		*focus = 0;
		return true;
	case UIKEY_END:
		*focus = n - 1;
		return true;
	case UIKEY_NONE:
	case UIKEY_CHAR:
	case UIKEY_ENTER:
	case UIKEY_ESCAPE:
	case UIKEY_BACKSPACE:
	case UIKEY_PAGE_UP:
	case UIKEY_PAGE_DOWN:
	case UIKEY_F:
	case UIKEY_TAP:
		break;
	}
	return false;
}

int
choices_key(struct screen *sc, const struct choice *c, size_t count,
    struct key key, bool *used)
{
	*used = false;
	if (count == 0)
		return -1;
	if (sc->place.focus < 0 || sc->place.focus >= (int)count)
		sc->place.focus = 0;
	for (size_t i = 0; i < count; i++)
		if (key_is(key, (unsigned char)c[i].digit)) {
			sc->place.focus = (int)i;
			*used = true;
			return (int)i;
		}
	if (key.kind == UIKEY_ENTER) {
		*used = true;
		return sc->place.focus;
	}
	*used = move_focus(sc, c, count, key);
	return -1;
}

static bool
has_summaries(const struct menu *m)
{
	for (size_t i = 0; i < m->count; i++)
		if (m->items[i].summary != NULL)
			return true;
	return false;
}

/* Items of the page that PAGE is. */
static int
page_items(const struct menu *m, int page)
{
	int left = (int)m->count - page * m->per_page;

	if (left < 0)
		return 0;
	return left < m->per_page ? left : m->per_page;
}

static int
clamp(int value, int high)
{
	if (value > high)
		value = high;
	return value < 0 ? 0 : value;
}

void
menu_fit(struct screen *sc, struct menu *m, int top, int bottom)
{
	struct grid g;

	widget_grid(&g, sc);
	m->x = g.margin;
	m->y = top;
	m->width = g.right - g.margin;
	if (m->first_digit == 0)
		m->first_digit = (char)('1' + m->head_count);
	if (m->digits == 0)
		m->digits = MENU_PAGE_MAX - m->head_count;
	if (m->item_rows == 0)
		m->item_rows = has_summaries(m) || g.touch ? 2 : 1;
	m->per_page = clamp((bottom - top) / m->item_rows, m->digits);
	if (m->per_page < 1)
		m->per_page = 1;
	sc->place.page = clamp(sc->place.page, menu_pages(m) - 1);
	sc->place.focus = clamp(sc->place.focus,
	    m->head_count + page_items(m, sc->place.page) - 1);
}

int
menu_pages(const struct menu *m)
{
	int pages = ((int)m->count + m->per_page - 1) / m->per_page;

	return pages > 0 ? pages : 1;
}

/* Item N of the page. */
static struct choice
item_choice(const struct screen *sc, const struct menu *m, int n)
{
	const struct menu_item *item =
	    &m->items[sc->place.page * m->per_page + n];

	return (struct choice){
		.digit = (char)(m->first_digit + n),
		.x = m->x,
		.y = m->y + n * m->item_rows,
		.width = m->width,
		.height = m->item_rows,
		.indent = 4,
		.title = item->title,
		.lang = item->lang,
		.summary = item->summary,
		.badge = item->badge,
		.badge_role = item->badge_role,
		.wraps = m->wraps,
	};
}

/* The choices of the page of the moment by their digits, and which one each
 * is; returns how many. */
static size_t
menu_choices(const struct screen *sc, const struct menu *m,
    struct choice out[MENU_PAGE_MAX], int which[MENU_PAGE_MAX])
{
	int items = page_items(m, sc->place.page);
	size_t count = 0;

	for (char digit = '1'; digit <= '9'; digit++) {
		int n = digit - m->first_digit;

		if (n >= 0 && n < items) {
			which[count] = sc->place.page * m->per_page + n;
			out[count++] = item_choice(sc, m, n);
			continue;
		}
		for (int i = 0; i < m->head_count; i++)
			if (m->heads[i].digit == digit) {
				which[count] = MENU_HEAD(i);
				out[count++] = m->heads[i];
				break;
			}
	}
	return count;
}

int
menu_focused(const struct screen *sc, const struct menu *m)
{
	struct choice c[MENU_PAGE_MAX];
	int which[MENU_PAGE_MAX];
	size_t count = menu_choices(sc, m, c, which);
	int focus = sc->place.focus;

	if (focus < 0 || focus >= (int)count || which[focus] < 0)
		return -1;
	return which[focus];
}

void
menu_draw(struct screen *sc, struct surface *s, const struct menu *m)
{
	struct choice c[MENU_PAGE_MAX];
	int which[MENU_PAGE_MAX];

	choices_draw(sc, s, c, menu_choices(sc, m, c, which));
}

bool
menu_turn(struct screen *sc, int pages, struct key key)
{
	if (pages == 1 || (!key_is(key, '+') && !key_is(key, '-')))
		return false;
	sc->place.page += key_is(key, '+') ? 1 : pages - 1;
	sc->place.page %= pages;
	sc->place.focus = 0;
	return true;
}

int
menu_key(struct screen *sc, const struct menu *m, struct key key, bool *used)
{
	struct choice c[MENU_PAGE_MAX];
	int which[MENU_PAGE_MAX];
	int chosen = -1;

	*used = menu_turn(sc, menu_pages(m), key);
	if (*used)
		return -1;
	chosen = choices_key(sc, c, menu_choices(sc, m, c, which), key, used);
	return chosen < 0 ? -1 : which[chosen];
}
