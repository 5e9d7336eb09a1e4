/*
 * The result of a check that was taken along, as it goes on paper: what it
 * is, why, what to do next and whom to call.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/check_run.h"
#include "ui/screens/away.h"
#include "ui/screens/checks.h"
#include "ui/slip.h"

#define _(text) gettext(text)

#define PHONES_MAX 3

/* The answers that count, each with its reason. */
static void
say_reasons(struct sheet *sh, const struct check *k,
    const struct session_check *given)
{
	bool any = false;

	for (size_t i = 0; i < k->count; i++) {
		const struct check_question *q = &k->questions[i];
		bool unsure = given->answers[i] == CHECK_UNKNOWN;

		if (!check_run_is_told(given, k, i))
			continue;
		if (!any)
			sheet_heading(sh, _("You answered"));
		any = true;
		sheet_item(sh, "•",
		    unsure ? arena_printf(sh->arena, "%s (%s)", q->label,
				 /* TRANSLATORS: behind what was asked. */
				 _("not known"))
			   : arena_printf(sh->arena, "%s. %s", q->label,
				 q->brief));
	}
}

static int
say_phones(struct screen *sc, struct sheet *sh, const struct check *k,
    const struct session_check *given, enum check_outcome outcome,
    struct err *e)
{
	struct entry *x = NULL;
	size_t count = 0;

	if (checks_near(sc, k, given, outcome, &x, &count, e) < 0)
		return -1;
	sheet_heading(sh, _("Telephones"));
	for (size_t i = 0; i < count && i < PHONES_MAX; i++) {
		sheet_text(sh, ROLE_PAGE, x[i].head.title);
		sheet_more(sh, ROLE_TITLE,
		    x[i].phone_count > 0 ? x[i].phones[0].number
					 : _("No telephone"));
	}
	return 0;
}

int
checks_taken(struct screen *sc, struct check *k,
    const struct session_check **given, struct concluded *c, struct err *e)
{
	if (catalog_check(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, k, e) < 0)
		return -1;
	*given = taken_check(&app_session(sc->app)->taken, k->head.slug);
	if (*given == NULL)
		return err_set(e, ERR_NOT_FOUND, "result of %s",
		    k->head.slug);
	return checks_conclude(sc->arena, k, *given, c, e);
}

int
check_taken_say(struct screen *sc, struct sheet *sh, struct err *e)
{
	const struct session_check *given = NULL;
	struct concluded c;
	struct check k;

	if (checks_taken(sc, &k, &given, &c, e) < 0)
		return -1;
	sheet_text_in(sh, k.head.lang, ROLE_PAGE, k.head.title);
	sheet_text_in(sh, k.head.lang, ROLE_TITLE, c.title);
	sheet_text_in(sh, k.head.lang, ROLE_PAGE, c.end->text);
	say_reasons(sh, &k, given);
	checks_say_steps(sh, k.head.lang, c.end);
	if (say_phones(sc, sh, &k, given, c.outcome, e) < 0)
		return -1;
	sheet_blank(sh);
	sheet_text(sh, ROLE_PAGE,
	    _("This guides you. It is not legal advice."));
	if (checks_awaiting(&k) != NULL)
		sheet_text(sh, ROLE_PAGE, checks_awaiting(&k));
	return 0;
}

static int
taken_enter(struct screen *sc, struct err *e)
{
	struct sheet *sh = arena_zero(sc->arena, sizeof *sh);

	sheet_init(sh, sc->arena, SLIP_WIDTH);
	if (check_taken_say(sc, sh, e) < 0)
		return -1;
	sheet_screen_show(sc, sh);
	return 0;
}

static void
taken_draw(struct screen *sc, struct surface *s)
{
	struct footer f = { .count = 0 };

	sheet_draw_body(sc, s, sc->state, _("To take with you"));
	sheet_footer(sc, sc->state, &f);
	take_footer(sc, &f);
	widget_footer(sc, s, &f);
}

static bool
taken_key(struct screen *sc, struct key key)
{
	struct place to = { .screen = SCREEN_TAKE, .ref = sc->place.ref,
		.number = AWAY_CHECK };

	if (!key_is(key, '5'))
		return sheet_screen_key(sc, key);
	app_go(sc->app, &to);
	return true;
}

const struct screen_ops check_taken_ops = {
	.name = "check-taken",
	.enter = taken_enter,
	.draw = taken_draw,
	.key = taken_key,
};
