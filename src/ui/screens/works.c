/*
 * Kinds of work: their names, and what follows when one is chosen.
 */
#include <config.h>

#include "ui/screens/works.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "text/fold.h"
#include "ui/app.h"
#include "ui/screens/cv_view.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

/*
 * Where the content does not have it in the language of the reader, the
 * program's own word for its trade comes first.
 */
static const char *
title_of(struct screen *sc, const struct cv_offer *o)
{
	const char *trade = cv_view_choice(CV_TRADES, o->trade);

	if (o->head.ref.row == 0)
		return trade;
	if (trade[0] == '\0' || strcmp(o->head.lang, app_lang(sc->app)) == 0)
		return o->head.title;
	return arena_printf(sc->arena, "%s (%s)", trade, o->head.title);
}

static int
by_name(const void *a, const void *b)
{
	const struct work_choice *one = a;
	const struct work_choice *other = b;

	return strcmp(one->folded, other->folded);
}

static bool
has_words(struct screen *sc, const struct work_choice *choice,
    const char *words)
{
	const char *names = choice->offer.head.summary;

	return catalog_has_words(words,
	    arena_printf(sc->arena, "%s %s", choice->title,
		names != NULL ? names : ""),
	    sc->arena);
}

int
works_list(struct screen *sc, enum works_for use, const char *words,
    struct work_choice **out, size_t *count, struct err *e)
{
	struct cv_offer *offers = NULL;
	struct work_choice *list = NULL;
	size_t all = 0;
	size_t kept = 0;

	if (catalog_cv_offers(app_catalog(sc->app), app_lang(sc->app),
		sc->arena, &offers, &all, e) < 0)
		return -1;
	list = arena_array(sc->arena, all + 1, sizeof *list);
	for (size_t i = 0; i < all; i++) {
		struct work_choice *one = &list[kept];

		if (use == WORKS_TO_OPEN && offers[i].head.ref.row == 0)
			continue;
		one->offer = offers[i];
		one->title = title_of(sc, &offers[i]);
		one->folded = fold_text(one->title, sc->arena);
		kept += has_words(sc, one, words);
	}
	if (kept > 1)
		qsort(list, kept, sizeof *list, by_name);
	*out = list;
	*count = kept;
	return 0;
}

bool
works_choose(struct screen *sc, enum works_for use,
    const struct work_choice *choice, bool stays)
{
	struct place to = { .screen = SCREEN_OCCUPATION,
		.ref = choice->offer.head.ref };

	if (use == WORKS_OF_CV) {
		int job = cv_add_job(&app_session(sc->app)->cv,
		    choice->offer.work);

		if (job < 0)
			return false;
		to = cv_view_list(CV_YEARS, (size_t)job);
	}
	if (stays)
		app_go(sc->app, &to);
	else
		app_replace(sc->app, &to);
	return true;
}

struct choice
works_by_name(const struct grid *g, int y, char digit)
{
	return (struct choice){
		.digit = digit,
		.x = g->margin,
		.y = y,
		.width = g->right - g->margin,
		.height = g->touch ? 2 : 1,
		.indent = 4,
		/* TRANSLATORS: a choice under a list of kinds of work: type
		 * its name; 34 columns. */
		.title = _("Look for it by its name"),
	};
}

void
works_go_by_name(struct screen *sc, enum works_for use)
{
	const struct place to = { .screen = SCREEN_FIND_WORK,
		.number = (int)use };

	app_go(sc->app, &to);
}
