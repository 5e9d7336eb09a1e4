/*
 * For what somebody is asked to pay, and how much.  It stays in the session.
 */
#include <config.h>

#include <inttypes.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/fees.h"
#include "ui/widget_field.h"
#include "ui/widget_option.h"
#include "ui/widget_pad.h"

#define _(text) gettext(text)

#define DIGITS_MAX 7 /* of an amount, without cents */
#define SUM FEE_ITEMS /* the choice behind the items */

/* --- the list --- */

static int
list_enter(struct screen *sc, struct err *e)
{
	struct menu *m = arena_zero(sc->arena, sizeof *m);
	const struct session_fees now = fees_now(sc);
	struct menu_item *items =
	    arena_array(sc->arena, FEE_ITEMS + 1, sizeof *items);
	struct grid g;

	(void)e; /* nothing is read */
	widget_grid(&g, sc);
	for (int i = 0; i < FEE_ITEMS; i++) {
		items[i].title = fees_item((enum fee_item)i);
		items[i].badge_role = ROLE_TITLE;
		items[i].badge = now.asked[i].is
		    ? fees_amount(sc->arena, &now.asked[i], now.currency)
		    : "[ ]";
	}
	/* TRANSLATORS: last of the list of what one is asked for; 30
	 * columns. */
	items[SUM].title = _("See the sum and the law");
	m->items = items;
	m->count = FEE_ITEMS + 1;
	menu_fit(sc, m, g.top, g.note);
	sc->state = m;
	return 0;
}

static void
list_draw(struct screen *sc, struct surface *s)
{
	const struct menu *m = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, _("What do they ask you for?"),
	    widget_page_of(sc->arena, sc->place.page, menu_pages(m)));
	menu_draw(sc, s, m);
	widget_note(sc, s, g.margin + 1,
	    /* TRANSLATORS: foot of the list of what one is asked for; 38
	     * columns. */
	    _("It is erased when you finish."));
	footer_add_char(&f, "0", _("Back"));
	if (menu_pages(m) > 1)
		footer_add_char(&f, "+", _("More"));
	footer_add_enter(&f, _("Choose"));
	widget_footer(sc, s, &f);
}

static bool
list_key(struct screen *sc, struct key key)
{
	bool used = false;
	int chosen = menu_key(sc, sc->state, key, &used);

	if (chosen == SUM)
		screens_go(sc, SCREEN_FEES_RESULT);
	else if (chosen >= 0)
		app_go(sc->app, &(struct place){ .screen = SCREEN_FEE,
					.part = chosen });
	return used;
}

const struct screen_ops fee_list_ops = {
	.name = "fee-list",
	.enter = list_enter,
	.draw = list_draw,
	.key = list_key,
};

/* --- how much --- */

struct amount {
	struct field field;
	struct sheet sheet;
	struct pad pad;
	char currency[4];
};

/* The key that takes it off; on a keypad "-" hides the page. */
static const char *
not_asked(const struct screen *sc)
{
	return app_keypad(sc->app) ? "/" : "-";
}

static int
amount_enter(struct screen *sc, struct err *e)
{
	struct amount *t = arena_zero(sc->arena, sizeof *t);
	struct session *session = app_session(sc->app);
	const struct session_fees now = fees_now(sc);
	const struct fee_asked *asked = &now.asked[sc->place.part];
	struct grid g;

	(void)e; /* nothing is read */
	widget_grid(&g, sc);
	if (sc->place.number == 0) {
		session->typed[0] = '\0';
		if (asked->amount > 0)
			snprintf(session->typed, sizeof session->typed,
			    "%" PRId64, asked->amount / FEE_MINOR);
	}
	sc->place.number = 1; /* what is typed outlives a change of size */
	t->field = (struct field){ session->typed, sizeof session->typed,
		DIGITS_MAX };
	memcpy(t->currency, now.currency, sizeof t->currency);
	t->pad = pad_fit(&g);
	sheet_init(&t->sheet, sc->arena,
	    (t->pad.x > 0 ? t->pad.x - 1 : g.right) - g.margin);
	sheet_text(&t->sheet, ROLE_PAGE, fees_money(now.currency));
	sheet_text(&t->sheet, ROLE_PAGE,
	    /* TRANSLATORS: below a field for an amount. */
	    _("Write the number without cents and press Enter."));
	sheet_text(&t->sheet, ROLE_PAGE,
	    _("If they did not say how much, press Enter alone."));
	sheet_text(&t->sheet, ROLE_PAGE,
	    arena_printf(sc->arena,
		/* TRANSLATORS: below a field for an amount; %s is a key. */
		_("Press %s if they do not ask for this."), not_asked(sc)));
	sc->state = t;
	return 0;
}

static void
amount_draw(struct screen *sc, struct surface *s)
{
	const struct amount *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, fees_item((enum fee_item)sc->place.part), NULL);
	/* TRANSLATORS: before the field for an amount; 12 columns. */
	field_draw(sc, &t->field, s, _("How much:"), g.wide ? 2 : 1);
	sheet_cut(&t->sheet, s, g.note - (g.wide ? 4 : 3), g.margin,
	    g.wide ? 4 : 3);
	pad_draw(&t->pad, s);
	surface_cursor(s, s->cursor_x, g.wide ? 2 : 1);
	footer_add(&f, _("Esc"), _("Back"), key_of(UIKEY_ESCAPE));
	/* TRANSLATORS: foot of the field for an amount; 10 columns each. */
	footer_add_enter(&f, _("Ready"));
	if (t->field.text[0] != '\0')
		footer_add_char(&f, ".", _("Erase"));
	footer_add_char(&f, not_asked(sc), _("Not asked"));
	widget_footer(sc, s, &f);
}

/* Into the sum, or out of it; and back to the list. */
static void
settle(struct screen *sc, bool is)
{
	struct session *session = app_session(sc->app);

	session->fees.asked[sc->place.part] = (struct fee_asked){ .is = is,
		.amount = is ? strtoll(session->typed, NULL, 10) * FEE_MINOR
			     : 0 };
	explicit_bzero(session->typed, sizeof session->typed);
	app_back(sc->app);
}

static bool
amount_key(struct screen *sc, struct key key)
{
	char *typed = app_session(sc->app)->typed;
	size_t len = strlen(typed);

	if (key.kind == UIKEY_CHAR && key.code >= '0' && key.code <= '9') {
		if (len < DIGITS_MAX && (len > 0 || key.code != '0'))
			typed[len] = (char)key.code;
	} else if ((key_is(key, '.') || key_is(key, ',') ||
		       key.kind == UIKEY_BACKSPACE) &&
	    len > 0) {
		typed[len - 1] = '\0';
	} else if (key.kind == UIKEY_ENTER) {
		settle(sc, true);
	} else if (key_is(key, (unsigned char)not_asked(sc)[0])) {
		settle(sc, false);
	} else {
		return false;
	}
	return true;
}

const struct screen_ops fee_ops = {
	.name = "fee",
	.enter = amount_enter,
	.draw = amount_draw,
	.key = amount_key,
	.takes_text = true,
};
