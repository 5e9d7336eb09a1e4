/*
 * The choices above a list.
 */
#include <config.h>

#include "ui/widget_heads.h"

#include <string.h>

#include <libintl.h>

#include "text/width.h"
#include "ui/widget.h"

#define _(text) gettext(text)

static void
name_heads(struct heads *h, const struct head_titles *titles, bool wide)
{
	for (int i = 0; i < h->count; i++)
		h->choices[i].title = wide ? titles[i].wide
					   : titles[i].narrow;
}

/* From column X, but never before COLUMNS[i]; whether they fit. */
static bool
place_heads(struct heads *h, const struct grid *g, int x, int y, int indent,
    const int columns[HEADS_MAX])
{
	for (int i = 0; i < h->count; i++) {
		struct choice *c = &h->choices[i];

		if (x < columns[i])
			x = columns[i];
		c->digit = (char)('1' + i);
		c->x = x;
		c->y = y;
		c->height = 1;
		c->indent = indent;
		c->width = indent + width_of(c->title) + 1;
		x += c->width + 1;
	}
	return x - 2 <= g->right + 1;
}

/* The first gives way to what one can do; at worst to its least form. */
static void
shorten_first(struct heads *h, const struct head_titles *titles,
    const struct grid *g)
{
	struct choice *first = &h->choices[0];
	const struct choice *last = &h->choices[h->count - 1];
	int over = last->x + last->width - g->width;

	if (over > first->width / 2)
		over = first->width / 2;
	first->width -= over;
	if ((int)strcspn(first->title, " ") >
	    first->width - first->indent - 1)
		first->title = titles[0].least;
	for (int i = 1; i < h->count; i++)
		h->choices[i].x -= over;
}

void
heads_make(struct screen *sc, struct heads *h,
    const struct head_titles *titles, int count)
{
	static const int wide[HEADS_MAX] = { 12, 26, 50 };
	static const int narrow[HEADS_MAX] = { 0, 14, 26 };
	static const int anywhere[HEADS_MAX] = { 0, 0, 0 };
	struct grid g;

	widget_grid(&g, sc);
	h->count = count;
	h->bottom = g.wide ? 4 : 3;
	/* TRANSLATORS: above a list, before the name of a country. */
	h->here = _("I am in:");
	name_heads(h, titles, g.wide);
	if (g.wide) {
		int x = g.margin + width_of(h->here) + 1;

		if (place_heads(h, &g, x, 2, 4, wide) ||
		    place_heads(h, &g, x, 2, 4, anywhere))
			return;
		h->here = "";
		name_heads(h, titles, false);
		if (!place_heads(h, &g, 1, 2, 4, anywhere))
			shorten_first(h, titles, &g);
		return;
	}
	h->here = "";
	if (!place_heads(h, &g, 0, 1, 3, narrow) &&
	    !place_heads(h, &g, 0, 1, 3, anywhere))
		shorten_first(h, titles, &g);
}

void
heads_draw(struct screen *sc, struct surface *s, const struct heads *h)
{
	struct grid g;

	widget_grid(&g, sc);
	if (h->here[0] != '\0')
		widget_text(s, g.margin, 2, g.right, ROLE_PAGE, h->here);
}
