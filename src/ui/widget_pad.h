/*
 * Ten digits, erase and Enter, for fingers.
 */
#ifndef VEREDA_WIDGET_PAD_H
#define VEREDA_WIDGET_PAD_H

#include "ui/widget.h"

struct pad {
	int x;   /* its first column; 0: there is none */
	int key; /* cells of one of its keys */
};

/* At the right of a touch screen. */
struct pad pad_fit(const struct grid *g);
void pad_draw(const struct pad *p, struct surface *s);

#endif
