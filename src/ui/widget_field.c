/*
 * The field, and the list below it.
 */
#include <config.h>

#include "ui/widget_field.h"

#include <string.h>

#include "base/utf8.h"
#include "text/width.h"
#include "ui/app.h"
#include "ui/letters.h"

#define TAP_ENTRY 0 /* + 1 to 9 */

void
field_draw(struct screen *sc, const struct field *f, struct surface *s,
    const char *label, int y)
{
	const char *text = f->text;
	struct grid g;
	int x = 0;
	int room = 0;

	widget_grid(&g, sc);
	x = g.margin;
	said_add(&s->said, SAID_PIECE,
	    arena_printf(sc->arena, "%s %s", label, text), x, y, g.right, 1);
	said_hush(&s->said);
	x += widget_text(s, x, y, g.right / 2, ROLE_PAGE, label) + 1;
	room = g.right - x - 1;
	while (width_of(text) > room)
		utf8_next(&text);
	surface_fill(s, x, y, room + 1, 1, ROLE_FIELD);
	x += surface_text(s, x, y, room, ROLE_FIELD, text);
	surface_text(s, x, y, 1, ROLE_FIELD, "_");
	said_go_on(&s->said);
	if (sc->place.focus == 0)
		surface_cursor(s, x, y);
}

void
field_list_fit(struct screen *sc, struct field_list *l, int rows, int height)
{
	l->per_page = rows / height;
	if (l->per_page > MENU_PAGE_MAX)
		l->per_page = MENU_PAGE_MAX;
	if (l->per_page < 1)
		l->per_page = 1;
	l->pages = ((int)l->count + l->per_page - 1) / l->per_page;
	if (sc->place.page >= l->pages)
		sc->place.page = 0;
	if (sc->place.focus > field_list_on_page(sc, l))
		sc->place.focus = 0;
}

int
field_list_on_page(const struct screen *sc, const struct field_list *l)
{
	int left = (int)l->count - sc->place.page * l->per_page;

	return left < l->per_page ? left : l->per_page;
}

void
field_list_draw(struct screen *sc, struct surface *s, const struct choice *c,
    size_t count)
{
	size_t targets = s->target_count;
	int focus = sc->place.focus;

	/* While one types, the mark alone says what Enter opens. */
	sc->place.focus = focus - 1;
	choices_draw(sc, s, c, count);
	sc->place.focus = focus;
	if (focus == 0 && count > 0)
		surface_text(s, c[0].x, c[0].y, 1, ROLE_TITLE, ">");
	for (size_t i = 0; i < count; i++)
		/* A tap is no digit: that might be text. */
		s->targets[targets + i].key = (struct key){
			.kind = UIKEY_TAP,
			.code = TAP_ENTRY + 1 + (uint32_t)i,
		};
}

static void
changed(struct screen *sc)
{
	sc->place.focus = 0;
	sc->place.page = 0;
	app_reenter(sc->app);
}

static void
type(struct screen *sc, const struct field *f, uint32_t code)
{
	size_t len = strlen(f->text);

	if (code == '\n' || !utf8_is_safe(code) ||
	    utf8_length(f->text) >= f->letters || len + UTF8_MAX >= f->size)
		return;
	len += utf8_encode((uint8_t *)f->text + len, code);
	f->text[len] = '\0';
	changed(sc);
}

/* Without the last letter; false when there is none. */
static bool
erase(struct screen *sc, const struct field *f)
{
	size_t len = strlen(f->text);

	if (len == 0)
		return false;
	do
		len--;
	while (len > 0 && ((unsigned char)f->text[len] & 0xC0) == 0x80);
	memset(f->text + len, 0, f->size - len);
	changed(sc);
	return true;
}

/* The number among all of entry N of the page, which gets the focus. */
static int
chosen_entry(struct screen *sc, const struct field_list *l, int n)
{
	if (n < 0 || n >= field_list_on_page(sc, l))
		return -1;
	sc->place.focus = n + 1;
	return sc->place.page * l->per_page + n;
}

static bool
turn_page(struct screen *sc, const struct field_list *l, bool back)
{
	if (l->pages <= 1)
		return false;
	sc->place.page += back ? l->pages - 1 : 1;
	sc->place.page %= l->pages;
	sc->place.focus = 1;
	return true;
}

/* While the list has the focus digits choose and 0 goes back to the field. */
static bool
key_in_list(struct screen *sc, const struct field_list *l, struct key key,
    int *chosen)
{
	int n = field_list_on_page(sc, l);
	int *focus = &sc->place.focus;

	if (key.kind == UIKEY_CHAR && key.code >= '1' && key.code <= '9') {
		*chosen = chosen_entry(sc, l, (int)key.code - '1');
		return true;
	}
	if (key_is(key, '-'))
		return turn_page(sc, l, true);
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

/* Round and round: the field, the entries of the page, the field. */
static bool
move_focus(struct screen *sc, const struct field_list *l, struct key key)
{
	int n = field_list_on_page(sc, l) + 1;

	if (key.kind == UIKEY_DOWN || key.kind == UIKEY_TAB)
		sc->place.focus = (sc->place.focus + 1) % n;
	else if (key.kind == UIKEY_UP || key.kind == UIKEY_BACKTAB)
		sc->place.focus = (sc->place.focus + n - 1) % n;
	else
		return false;
	return true;
}

bool
field_list_key(struct screen *sc, const struct field_list *l, struct key key,
    int *chosen)
{
	int focus = sc->place.focus;

	*chosen = -1;
	if (focus > 0 && key_in_list(sc, l, key, chosen))
		return true;
	if (key_is(key, '+') || key.kind == UIKEY_PAGE_DOWN)
		return turn_page(sc, l, false);
	if (key.kind == UIKEY_PAGE_UP)
		return turn_page(sc, l, true);
	if (key.kind == UIKEY_ENTER) {
		*chosen = chosen_entry(sc, l, focus > 0 ? focus - 1 : 0);
		return true;
	}
	if (key.kind == UIKEY_BACKSPACE)
		return erase(sc, &l->field);
	if (key.kind == UIKEY_TAP && key.code < LETTERS_TAP) {
		*chosen = chosen_entry(sc, l, (int)key.code - TAP_ENTRY - 1);
		return true;
	}
	if (key.kind == UIKEY_CHAR || key.kind == UIKEY_TAP) {
		type(sc, &l->field,
		    key.kind == UIKEY_CHAR ? key.code : letters_typed(key));
		return true;
	}
	return move_focus(sc, l, key);
}
