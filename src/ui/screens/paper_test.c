/*
 * A slip that tests the printer: whoever sets one up sees at once whether its
 * letters, its width and its codes are right, on paper and beside it on the
 * screen.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/print.h"
#include "ui/screens/away_private.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define RULER_STEP 10

/* What each of our languages has beside plain letters. */
static const char *const letters[] = {
	"es  áéíóúüñ ÁÉÍÓÚÑ ¿¡«»",
	"en  £ $ \xE2\x82\xAC ' \" - ...",
	"fr  àâæçèéêëîïôùûü ÀÇÈÉÊ",
	"pt  áâãàçéêíóôõú ÁÂÃÇÉÕ",
	"ht  àèòé ÀÈÒ",
};

/* "cp858, ESC t 19" */
static const char *
page_of(struct arena *a, const struct settings *s)
{
	if (print_is_text(s))
		return "UTF-8";
	return arena_printf(a, "%s, ESC t %d", s->printer_code_page,
	    print_kind(s).page_number);
}

/* A row that ends where the paper does: "....*....1....*....2.." */
static const char *
ruler(struct arena *a, int columns)
{
	char *row = arena_zero(a, (size_t)columns + 1);

	for (int i = 0; i < columns; i++) {
		int column = i + 1;

		row[i] = '.';
		if (column % RULER_STEP == 0)
			row[i] = (char)('0' + column / RULER_STEP % 10);
		else if (column % RULER_STEP == RULER_STEP / 2)
			row[i] = '*';
	}
	return row;
}

void
paper_test_letters(struct sheet *sh)
{
	for (size_t i = 0; i < COUNT_OF(letters); i++)
		sheet_row(sh, ROLE_PAGE, letters[i]);
}

void
paper_test_say(struct screen *sc, struct sheet *sh)
{
	const struct settings *s = app_settings(sc->app);
	struct arena *a = sh->arena;

	/* TRANSLATORS: on paper, in bold; 24 columns. */
	sheet_text(sh, ROLE_TITLE, _("Test of the printer"));
	sheet_text(sh, ROLE_PAGE,
	    /* TRANSLATORS: on paper: code page, columns. */
	    arena_printf(a, _("Code page %s; %d columns"), page_of(a, s),
		print_columns(sc->app)));
	sheet_blank(sh);
	paper_test_letters(sh);
	sheet_blank(sh);
	sheet_row(sh, ROLE_PAGE, ruler(a, print_columns(sc->app)));
	/* TRANSLATORS: on paper, below a row of dots and digits. */
	sheet_text(sh, ROLE_PAGE, _("The row above ends at the edge."));
}

const char *
paper_test_code(struct screen *sc, struct arena *a)
{
	const struct settings *s = app_settings(sc->app);

	return arena_printf(a, "VEREDA %s %d", s->printer_code_page,
	    print_columns(sc->app));
}
