/*
 * In which money somebody was asked to pay.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/fees.h"

#define _(text) gettext(text)

static int
money_enter(struct screen *sc, struct err *e)
{
	struct menu *m = arena_zero(sc->arena, sizeof *m);
	const struct session_fees now = fees_now(sc);
	struct menu_item *items = NULL;
	struct grid g;

	(void)e; /* nothing is read */
	widget_grid(&g, sc);
	while (fee_currencies[m->count] != NULL)
		m->count++;
	items = arena_array(sc->arena, m->count, sizeof *items);
	for (size_t i = 0; i < m->count; i++) {
		items[i].title = fees_money(fee_currencies[i]);
		if (strcmp(fee_currencies[i], now.currency) == 0)
			items[i].badge = "[x]";
	}
	m->items = items;
	menu_fit(sc, m, g.top, g.note);
	sc->state = m;
	return 0;
}

static void
money_draw(struct screen *sc, struct surface *s)
{
	const struct menu *m = sc->state;
	struct footer f = { .count = 0 };

	/* TRANSLATORS: head of the list of moneys; 24 columns. */
	widget_header(sc, s, _("In which money?"),
	    widget_page_of(sc->arena, sc->place.page, menu_pages(m)));
	menu_draw(sc, s, m);
	footer_add_char(&f, "0", _("Back"));
	if (menu_pages(m) > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	footer_add_enter(&f, _("Choose"));
	widget_footer(sc, s, &f);
}

static bool
money_key(struct screen *sc, struct key key)
{
	struct session_fees *fees = &app_session(sc->app)->fees;
	bool used = false;
	int chosen = menu_key(sc, sc->state, key, &used);

	if (chosen < 0)
		return used;
	snprintf(fees->currency, sizeof fees->currency, "%s",
	    fee_currencies[chosen]);
	app_back(sc->app);
	return true;
}

const struct screen_ops money_ops = {
	.name = "money",
	.enter = money_enter,
	.draw = money_draw,
	.key = money_key,
};
