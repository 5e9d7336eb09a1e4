/*
 * A field that is typed into, over a list of what that finds.  place.focus is
 * 0 while the field has the cursor and n for the n-th entry of the page.  A
 * digit may be text here, so taps come as keys of kind UIKEY_TAP with a code
 * of ours.  The text is the session's: a field keeps nothing.
 */
#ifndef VEREDA_WIDGET_FIELD_H
#define VEREDA_WIDGET_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "ui/widget.h"
#include "ui/widget_menu.h"

struct field {
	char *text;
	size_t size;    /* bytes, with the NUL */
	size_t letters; /* code points at most */
};

/* "LABEL text_" on row Y; of a long text its end. */
void field_draw(struct screen *sc, const struct field *f, struct surface *s,
    const char *label, int y);

struct field_list {
	struct field field;
	size_t count; /* of all entries */
	int per_page;
	int pages;
};

/* ROWS rows for entries of HEIGHT; puts page and focus inside the list. */
void field_list_fit(struct screen *sc, struct field_list *l, int rows,
    int height);
int field_list_on_page(const struct screen *sc, const struct field_list *l);

/* The entries of the page, as choices_draw() does. */
void field_list_draw(struct screen *sc, struct surface *s,
    const struct choice *c, size_t count);

/*
 * Types, erases, moves and turns pages; enters the screen again when the text
 * has changed.  *CHOSEN is the number of the entry that is opened, or -1.
 */
bool field_list_key(struct screen *sc, const struct field_list *l,
    struct key key, int *chosen);

#endif
