/*
 * The digits for fingers.
 */
#include <config.h>

#include "ui/widget_pad.h"

#define COLUMNS 3
#define ROWS 4
#define KEY_HEIGHT 3

struct pad
pad_fit(const struct grid *g)
{
	struct pad p = { 0, 0 };

	if (g->touch) {
		p.key = g->wide ? 8 : 6;
		p.x = g->right - COLUMNS * p.key;
	}
	return p;
}

void
pad_draw(const struct pad *p, struct surface *s)
{
	static const char *const names[ROWS * COLUMNS] = { "1", "2", "3", "4",
		"5", "6", "7", "8", "9", ".", "0", "Enter" };

	if (p->x == 0)
		return;
	for (int i = 0; i < ROWS * COLUMNS; i++) {
		int x = p->x + i % COLUMNS * p->key;
		int y = 1 + i / COLUMNS * KEY_HEIGHT;
		bool enter = i == ROWS * COLUMNS - 1;

		surface_fill(s, x, y, p->key - 1, KEY_HEIGHT - 1, ROLE_FIELD);
		surface_text(s, x + (enter ? 0 : p->key / 2 - 1), y, p->key,
		    ROLE_FIELD, names[i]);
		surface_target(s, x, y, p->key, KEY_HEIGHT,
		    enter ? key_of(UIKEY_ENTER)
			  : key_char((unsigned char)names[i][0]));
	}
}
