/*
 * Where the cards of a quiz come from: one entry, or five rumours.
 */
#include <config.h>

#include "ui/screens/quiz_view.h"

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define RUMOURS_LEARNING "?rumours" /* no slug has that letter */

bool
quiz_is_of_rumours(const struct place *p)
{
	return (p->screen == SCREEN_QUIZ || p->screen == SCREEN_SCORE) &&
	    p->ref.row == 0;
}

/* The first card of HEAD, into CARDS. */
static int
add_card(struct screen *sc, const struct entry_head *head,
    struct quiz_view *out, struct card *cards, const char **langs,
    struct err *e)
{
	struct entry x = { 0 };

	if (catalog_entry(app_catalog(sc->app), head->ref, app_lang(sc->app),
		sc->arena, &x, e) < 0)
		return -1;
	if (x.card_count > 0) {
		langs[out->count] = x.head.lang;
		cards[out->count++] = x.cards[0];
	}
	return 0;
}

/* In the order of their ids: the first time those from the first on, the next
 * time those behind them, and so on, round and round. */
static int
load_rumours(struct screen *sc, struct quiz_view *out, struct err *e)
{
	struct session *session = app_session(sc->app);
	struct card *cards = arena_array(sc->arena, QUIZ_RUMOURS,
	    sizeof *cards);
	const char **langs = arena_array(sc->arena, QUIZ_RUMOURS,
	    sizeof *langs);
	struct entry_list list = { 0 };
	size_t first = (size_t)session->rumour_round * QUIZ_RUMOURS;

	if (catalog_of_kind(app_catalog(sc->app), ENTRY_RUMOUR,
		app_lang(sc->app), sc->arena, &list, e) < 0)
		return -1;
	for (size_t i = 0; i < list.count && i < QUIZ_RUMOURS; i++)
		if (add_card(sc, &list.heads[(first + i) % list.count], out,
			cards, langs, e) < 0)
			return -1;
	out->title = _("Rumour or fact?");
	out->cards = cards;
	out->langs = langs;
	out->more = list.count > QUIZ_RUMOURS;
	if (out->count == 0)
		return err_set(e, ERR_NOT_FOUND, "cards of rumours");
	out->learning = learning_of(session->learning, RUMOURS_LEARNING);
	return 0;
}

int
quiz_view_load(struct screen *sc, struct quiz_view *out, struct err *e)
{
	const char **langs = NULL;

	if (sc->place.ref.row == 0)
		return load_rumours(sc, out, e);
	if (catalog_entry(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &out->entry, e) < 0)
		return -1;
	out->title = out->entry.head.title;
	out->cards = out->entry.cards;
	out->count = out->entry.card_count;
	langs = arena_array(sc->arena, out->count, sizeof *langs);
	for (size_t i = 0; i < out->count; i++)
		langs[i] = out->entry.head.lang;
	out->langs = langs;
	if (out->count == 0)
		return err_set(e, ERR_NOT_FOUND, "cards of %s",
		    out->entry.head.slug);
	out->learning = learning_of(app_session(sc->app)->learning,
	    out->entry.head.slug);
	return 0;
}

void
quiz_view_again(struct screen *sc, const struct quiz_view *v)
{
	learning_forget_answers(v->learning);
	if (v->more)
		app_session(sc->app)->rumour_round++;
	quiz_replace(sc, v->learning, v->count);
}

const char *
quiz_view_right(const struct card *card)
{
	return card->right >= 1 && card->right <= (int)card->answer_count
	    ? card->answers[card->right - 1]
	    : "";
}
