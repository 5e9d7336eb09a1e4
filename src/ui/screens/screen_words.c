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
	struct sheet *sh = sheet_screen_new(sc);
	struct gloss *words = NULL;
	size_t count = 0;

	if (article_words(sc, sc->place.ref, sc->place.focus, &words, &count,
		e) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		sheet_blank(sh);
		sheet_text(sh, ROLE_TITLE, words[i].term);
		sheet_text(sh, ROLE_PAGE, words[i].explanation);
	}
	if (count == 0)
		sheet_text(sh, ROLE_PAGE, _("There is nothing here yet."));
	sheet_screen_show(sc, sh);
	return 0;
}

static void
words_draw(struct screen *sc, struct surface *s)
{
	/* TRANSLATORS: head of the page that explains hard words. */
	sheet_draw_screen(sc, s, sc->state, _("Words on this page"));
}

const struct screen_ops words_ops = {
	.name = "words",
	.enter = words_enter,
	.draw = words_draw,
	.key = sheet_screen_key,
};
