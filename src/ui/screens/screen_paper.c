/*
 * How the printing goes.  What is printed is what place.number says, of the
 * same place as SCREEN_TAKE.
 */
#include <config.h>

#include <libintl.h>

#include "out/printer.h"
#include "ui/app.h"
#include "ui/print.h"
#include "ui/screens/away_private.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

struct paper_page {
	struct sheet sheet;
	struct choice again;
	bool may_again;
};

/* The whole of it, on a sheet as wide as the paper. */
static int
print(struct screen *sc, struct err *e)
{
	struct sheet sh;
	struct away x;
	struct qr qr;
	const char *text = "";

	sheet_init(&sh, sc->arena, print_columns(sc->app));
	if (away_load(sc, &x, e) < 0 || away_paper(sc, &x, &sh, e) < 0)
		return -1;
	if (sc->place.number == AWAY_TEST)
		text = paper_test_code(sc, sc->arena);
	else if (x.code[0] != '\0')
		away_qr(sc, &x, PAPER_QR_SIZE_MAX, &qr, &text);
	print_sheet(sc, &sh, text); /* a busy printer says so by itself */
	return 0;
}

bool
paper_go(struct screen *sc, const struct place *to)
{
	struct screen about = *sc;
	struct place paper = *to;
	struct err e = { 0 };

	if (app_printer(sc->app) == NULL)
		return false;
	about.place = *to; /* what is printed, and not where we are */
	if (print(&about, &e) < 0)
		return false;
	paper.screen = SCREEN_PAPER;
	paper.page = paper.focus = 0;
	if (sc->place.screen != SCREEN_PAPER)
		app_go(sc->app, &paper);
	else
		app_reenter(sc->app);
	return true;
}

/* Beside the paper: what should stand on it. */
static void
say_test(struct sheet *sh)
{
	/* TRANSLATORS: to the staff, when a test slip is printed; letters
	 * follow; 36 columns. */
	sheet_text(sh, ROLE_TITLE, _("The paper must show these letters:"));
	sheet_blank(sh);
	paper_test_letters(sh);
	sheet_blank(sh);
	/* TRANSLATORS: below them; 36 columns. */
	sheet_text(sh, ROLE_PAGE, _("Other letters? See doc/printing.md."));
}

static void
say(struct sheet *sh, enum printer_state state, bool test)
{
	if (test && state == PRINTER_DONE) {
		say_test(sh);
		return;
	}
	switch (state) {
	case PRINTER_BUSY:
		/* TRANSLATORS: while paper comes out; 36 columns a row. */
		sheet_text(sh, ROLE_TITLE, _("Printing. Wait a moment."));
		return;
	case PRINTER_DONE:
		sheet_text(sh, ROLE_TITLE, _("Your paper is coming out."));
		sheet_blank(sh);
		sheet_text(sh, ROLE_PAGE,
		    _("Take it with you. Whoever finds it can read it."));
		return;
	case PRINTER_EMPTY:
		sheet_text(sh, ROLE_ALERT, _("The printer has no paper."));
		break;
	case PRINTER_SILENT:
		sheet_text(sh, ROLE_ALERT,
		    _("The printer does not answer. Perhaps it has no "
		      "paper."));
		break;
	case PRINTER_AWAY:
	case PRINTER_IDLE:
		sheet_text(sh, ROLE_ALERT, _("The printer does not work."));
		break;
	}
	sheet_blank(sh);
	sheet_text(sh, ROLE_PAGE,
	    _("Tell the staff: is it switched on, is there paper? Then try "
	      "again."));
	sheet_text(sh, ROLE_PAGE,
	    _("Or go back and take the code with you."));
}

static int
paper_enter(struct screen *sc, struct err *e)
{
	struct paper_page *t = arena_zero(sc->arena, sizeof *t);
	struct printer *printer = app_printer(sc->app);
	enum printer_state state = PRINTER_AWAY;
	struct grid g;

	(void)e; /* nothing is read here */
	if (printer != NULL)
		state = printer_state(printer);
	widget_grid(&g, sc);
	sheet_init(&t->sheet, sc->arena, g.text_width);
	say(&t->sheet, state, sc->place.number == AWAY_TEST);
	t->may_again = printer != NULL && state != PRINTER_BUSY;
	t->again = (struct choice){
		.digit = '1',
		.x = g.wide ? g.text_x - 1 : g.margin,
		.y = g.top + (int)t->sheet.rows.count + 1,
		.width = g.wide ? g.text_width + 1 : g.right - g.margin,
		.height = g.touch ? 2 : 1,
		.indent = 4,
		/* TRANSLATORS: below how the printing went; 34 columns. */
		.title = state == PRINTER_DONE ? _("Print it once more")
					       : _("Try again"),
	};
	sc->state = t;
	return 0;
}

static void
paper_draw(struct screen *sc, struct surface *s)
{
	const struct paper_page *t = sc->state;
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: head of how the printing goes; 20 columns. */
	widget_header(sc, s, _("On paper"), NULL);
	sheet_cut(&t->sheet, s, (int)t->sheet.rows.count, g.text_x, g.top);
	surface_cursor(s, g.text_x, g.top);
	footer_add_char(&f, "0", _("Back"));
	if (t->may_again) {
		choices_draw(sc, s, &t->again, 1);
		footer_add_enter(&f, _("Choose"));
	}
	widget_footer(sc, s, &f);
}

static bool
paper_key(struct screen *sc, struct key key)
{
	const struct paper_page *t = sc->state;
	const struct place here = sc->place;
	bool used = false;

	if (!t->may_again || choices_key(sc, &t->again, 1, key, &used) < 0)
		return used;
	return paper_go(sc, &here);
}

const struct screen_ops paper_ops = {
	.name = "paper",
	.enter = paper_enter,
	.draw = paper_draw,
	.key = paper_key,
};
