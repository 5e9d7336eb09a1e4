/*
 * The choices above a list that say what it shows: the first is where the
 * reader is.  They stand in one row and give way to a small screen.
 */
#ifndef VEREDA_WIDGET_HEADS_H
#define VEREDA_WIDGET_HEADS_H

#include "ui/widget_menu.h"

#define HEADS_MAX 3

struct head_titles {
	const char *wide;
	const char *narrow;
	const char *least; /* of the first: where even that does not fit */
};

struct heads {
	const char *here; /* "I am in:", or "" */
	struct choice choices[HEADS_MAX];
	int count;
	int bottom; /* the first row of the list */
};

/* Digits from 1. */
void heads_make(struct screen *sc, struct heads *h,
    const struct head_titles *titles, int count);

/* What stands before them; the choices are drawn with the others. */
void heads_draw(struct screen *sc, struct surface *s, const struct heads *h);

#endif
