/*
 * The alphabet on the screen.
 */
#include <config.h>

#include "ui/letters.h"

#include <libintl.h>

#include "base/compiler.h"
#include "base/utf8.h"

#define _(text) gettext(text)
#define N_(text) text

#define ROWS 3
#define COLUMNS 10
#define COMMAND_WIDTH 11 /* cells, where they stand below the letters */
#define FINGERS_FROM 90 /* columns from which a letter has 7 of them */

static const char *const alphabet[ROWS] = {
	"ABCDEFGHIJ",
	"KLMNÑOPQRS",
	"TUVWXYZ-12",
};

/* Beside the rows of the alphabet, or below them. */
static const struct {
	const char *name;
	struct key key;
} commands[ROWS] = {
	/* TRANSLATORS: keys beside the alphabet on the screen; 10 columns
	 * each. */
	{ N_("Delete"), { .kind = UIKEY_BACKSPACE } },
	{ N_("Space"), { .kind = UIKEY_TAP, .code = LETTERS_TAP + ' ' } },
	{ N_("DONE"), { .kind = UIKEY_ENTER } },
};

void
letters_fit(struct letters *l, const struct grid *g)
{
	l->width = g->wide ? 4 : 3;
	l->height = 1;
	if (g->touch && g->wide) {
		l->height = 2;
		l->width = g->width >= FINGERS_FROM ? 7 : 5;
	}
	l->y = g->footer - 1 - ROWS * l->height - (g->wide ? 0 : 1);
}

static void
draw_row(const struct letters *l, struct surface *s, const char *row, int x,
    int y)
{
	uint32_t code = 0;

	while ((code = utf8_next(&row)) != 0) {
		uint8_t raw[UTF8_MAX + 1] = { 0 };
		struct key key = { .kind = UIKEY_TAP,
			.code = LETTERS_TAP + code };

		utf8_encode(raw, code);
		surface_text(s, x, y, 1, ROLE_PAGE, (const char *)raw);
		surface_target(s, x - 1, y, l->width, l->height, key);
		x += l->width;
	}
}

void
letters_draw(const struct letters *l, struct surface *s,
    const struct grid *g)
{
	int x = g->wide ? 3 : 1;
	int at = g->wide ? x + COLUMNS * l->width + 5 : x;
	int y = l->y;

	said_hush(&s->said); /* they are for who sees them */
	for (int i = 0; i < ROWS; i++) {
		int width = g->wide ? g->right - at : COMMAND_WIDTH;
		int below = g->wide ? y : l->y + ROWS * l->height;

		draw_row(l, s, alphabet[i], x, y);
		widget_text(s, at, below, width, ROLE_TITLE,
		    _(commands[i].name));
		surface_target(s, at - 1, below, width + 1, l->height,
		    commands[i].key);
		y += l->height;
		if (!g->wide)
			at += width + 1;
	}
	said_go_on(&s->said);
}

void
letters_draw_keypad(const struct letters *l, struct surface *s,
    const struct grid *g)
{
	static const char *const rows[] = { "2 ABC  3 DEF  4 GHI  5 JKL",
		"6 MNO  7 PQRS 8 TUV  9 WXYZ" };
	int x = g->wide ? 3 : 1;
	int y = l->y;

	said_add(&s->said, SAID_PIECE,
	    /* TRANSLATORS: read aloud, on a keypad. */
	    _("The digits are letters, as on a telephone: 2 is A, B and C."),
	    x, y, g->right - x, 1);
	said_key(&s->said, "*", _("Space"), x, y, g->right - x);
	said_hush(&s->said);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		widget_text(s, x, y++, g->right - x, ROLE_PAGE, rows[i]);
	x += widget_text(s, x, y, g->right - x, ROLE_PAGE, "* ");
	x += widget_text(s, x, y, g->right - x, ROLE_TITLE, _("Space"));
	x += widget_text(s, x, y, g->right - x, ROLE_PAGE, "  0 ");
	widget_text(s, x, y, g->right - x, ROLE_TITLE, _("Delete"));
	said_go_on(&s->said);
}

uint32_t
letters_typed(struct key key)
{
	uint32_t code = key.code - LETTERS_TAP;

	if (code == 0xD1)
		return 0xF1; /* Ñ */
	return code >= 'A' && code <= 'Z' ? code + 'a' - 'A' : code;
}
