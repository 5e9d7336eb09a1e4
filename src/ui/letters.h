/*
 * The alphabet on the screen: letters in their order, and the keys that
 * erase, make a blank and end.  Only tapped; a keyboard types by itself.
 */
#ifndef VEREDA_LETTERS_H
#define VEREDA_LETTERS_H

#include "ui/widget.h"

/*
 * A tap on a letter is a key of kind UIKEY_TAP with this code plus the
 * letter's, for its character alone may mean something else: digits choose.
 */
#define LETTERS_TAP 256

struct letters {
	int y;      /* first row */
	int height; /* rows of one letter: 2 for fingers */
	int width;  /* cells of one letter */
};

/* Its place: the rows above the footer. */
void letters_fit(struct letters *l, const struct grid *g);
void letters_draw(const struct letters *l, struct surface *s,
    const struct grid *g);

/* Instead of it, where there are only digits: what is on their keys. */
void letters_draw_keypad(const struct letters *l, struct surface *s,
    const struct grid *g);

/* The character of a tap on a letter, small. */
uint32_t letters_typed(struct key key);

#endif
