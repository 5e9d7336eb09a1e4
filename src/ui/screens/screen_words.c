/*
 * The hard words of one page of an article.  place.ref is the article,
 * place.focus its page: this screen has no focus.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

static int
words_enter(struct screen *sc, struct err *e)
{
	struct sheet *sh = arena_zero(sc->arena, sizeof *sh);
	struct gloss *words = NULL;
	size_t count = 0;
	struct grid g;

	widget_grid(&g, sc);
	if (article_words(sc, sc->place.ref, sc->place.focus, &words, &count,
		e) < 0)
		return -1;
	sheet_init(sh, sc->arena, g.text_width);
	for (size_t i = 0; i < count; i++) {
		sheet_blank(sh);
		sheet_text(sh, ROLE_TITLE, words[i].term);
		sheet_text(sh, ROLE_PAGE, words[i].explanation);
	}
	if (count == 0)
		sheet_text(sh, ROLE_PAGE, _("There is nothing here yet."));
	sheet_fold(sh, g.note - g.top - 1);
	if (sc->place.page >= sheet_pages(sh))
		sc->place.page = sheet_pages(sh) - 1;
	sc->state = sh;
	return 0;
}

static void
words_draw(struct screen *sc, struct surface *s)
{
	/* TRANSLATORS: head of the page that explains hard words. */
	sheet_draw_screen(sc, s, sc->state, _("Words on this page"));
}

static bool
words_key(struct screen *sc, struct key key)
{
	return sheet_key(sc, sheet_pages(sc->state), key);
}

const struct screen_ops words_ops = {
	.name = "words",
	.enter = words_enter,
	.draw = words_draw,
	.key = words_key,
};
