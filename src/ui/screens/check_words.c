/*
 * A check that has ended, in words: for the screen of its outcome, and for
 * what a reader takes along.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/check_run.h"
#include "ui/screens/checks.h"

#define _(text) gettext(text)

/* TITLE with the number of signs for "{n}". */
static const char *
title_of(struct arena *a, const struct check_end *end, unsigned signs)
{
	const char *title = signs == 1 && end->title_one[0] != '\0'
	    ? end->title_one
	    : end->title;
	const char *at = strstr(title, "{n}");

	if (at == NULL)
		return title;
	return arena_printf(a, "%.*s%u%s", (int)(at - title), title, signs,
	    at + 3);
}

int
checks_conclude(struct arena *a, const struct check *k,
    const struct session_check *given, struct concluded *out, struct err *e)
{
	check_run_score(given, k, &out->score);
	out->outcome = check_outcome(&out->score, k->red_from);
	if (!check_run_ends(given, k))
		out->outcome = CHECK_YELLOW; /* another edition asks anew */
	out->end = &k->ends[out->outcome];
	if (!out->end->is_there)
		return err_set(e, ERR_NOT_FOUND, "outcome of %s",
		    k->head.slug);
	out->title = title_of(a, out->end, out->score.signs);
	return 0;
}

void
checks_say_find_out(struct sheet *sh, const struct check_score *score)
{
	if (score->find_out == 0)
		return;
	sheet_blank(sh);
	sheet_text(sh, ROLE_PAGE,
	    arena_printf(sh->arena,
		/* TRANSLATORS: below the answers. */
		ngettext("You do not know %u answer: ask before you decide.",
		    "You do not know %u answers: ask before you decide.",
		    score->find_out), score->find_out));
}

void
checks_say_steps(struct sheet *sh, const char *lang,
    const struct check_end *end)
{
	if (end->step_count == 0)
		return;
	/* TRANSLATORS: heading above numbered steps. */
	sheet_heading(sh, _("Your next steps"));
	sh->lang = lang;
	for (size_t i = 0; i < end->step_count; i++)
		sheet_item(sh, arena_printf(sh->arena, "%zu.", i + 1),
		    end->steps[i]);
	sh->lang = NULL;
}

void
checks_say_ways(struct sheet *sh, const struct check *k,
    const struct session_check *given)
{
	bool any = false;

	for (size_t i = 0; i < k->count; i++) {
		const struct check_question *q = &k->questions[i];

		if (!check_run_is_told(given, k, i))
			continue;
		if (!any)
			/* TRANSLATORS: heading: what to do about each
			 * answer. */
			sheet_heading(sh, _("One by one"));
		any = true;
		sh->lang = k->head.lang;
		sheet_item(sh, "•",
		    arena_printf(sh->arena, "%s: %s", q->label, q->way));
		sh->lang = NULL;
	}
}

/* 0 here, 1 of the job, 2 of the reader; 3 for elsewhere. */
int
checks_nearness(struct screen *sc, const struct session_check *given,
    const struct entry *x)
{
	const char *const places[] = { app_country(sc->app), given->work,
		given->origin };

	for (size_t i = 0; i < COUNT_OF(places); i++)
		if (places[i][0] != '\0' &&
		    strstr(x->head.countries, places[i]) != NULL)
			return (int)i;
	return CHECKS_ELSEWHERE;
}

int
checks_near(struct screen *sc, const struct check *k,
    const struct session_check *given, enum check_outcome outcome,
    struct entry **out, size_t *count, struct err *e)
{
	struct entry *all = NULL;
	size_t found = 0;

	*count = 0;
	if (catalog_check_services(app_catalog(sc->app), k, outcome,
		sc->arena, &all, &found, e) < 0)
		return -1;
	*out = arena_array(sc->arena, found + 1, sizeof **out);
	for (int near = 0; near < CHECKS_ELSEWHERE; near++)
		for (size_t i = 0; i < found; i++)
			if (checks_nearness(sc, given, &all[i]) == near)
				(*out)[(*count)++] = all[i];
	for (size_t i = 0; *count == 0 && i < found; i++)
		(*out)[i] = all[i];
	if (*count == 0)
		*count = found;
	return 0;
}
