/*
 * Why a question matters: the reason, the law of where the job is and where
 * the reader is from, what is not always a trick, and what says more.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/check_run.h"
#include "ui/screens/checks.h"

#define _(text) gettext(text)

#define LINKS_MAX 3

struct why {
	struct check check;
	struct sheet sheet;
	struct entry_head links[LINKS_MAX];
	struct choice choices[LINKS_MAX];
	size_t count;
};

static bool
concerns(struct screen *sc, const struct check_basis *b)
{
	const struct session *s = app_session(sc->app);

	return catalog_check_concerns(b->country, s->check.work,
	    s->check.origin);
}

/* "Guatemala: Government Agreement 50-2022", each law once. */
static void
say_laws(struct screen *sc, struct sheet *sh, const struct check_basis *b,
    size_t count)
{
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		bool said = false;

		if (b[i].law[0] == '\0' || !concerns(sc, &b[i]))
			continue;
		for (size_t n = 0; n < i; n++)
			said = said ||
			    (strcmp(b[n].law, b[i].law) == 0 &&
				strcmp(b[n].country, b[i].country) == 0);
		if (said)
			continue;
		if (!any)
			/* TRANSLATORS: heading above a list of laws. */
			sheet_heading(sh, _("What the law says"));
		any = true;
		sheet_item(sh, "•",
		    arena_printf(sh->arena, "%s: %s",
			widget_country(b[i].country), b[i].law));
	}
}

static void
say_exceptions(struct sheet *sh, const struct check_question *q)
{
	if (q->exception_count == 0)
		return;
	/* TRANSLATORS: heading above official costs and the like. */
	sheet_heading(sh, _("What is not always a trick"));
	for (size_t i = 0; i < q->exception_count; i++)
		sheet_item(sh, "•", q->exceptions[i]);
	if (q->rule.danger == CHECK_YES)
		sheet_text(sh, ROLE_TITLE,
		    _("If it is only that, answer “No”."));
	else
		sheet_text(sh, ROLE_TITLE,
		    _("If it is only that, answer “Yes”."));
}

static bool
has_link(const struct why *t, struct ref ref)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->links[i].ref.channel == ref.channel &&
		    t->links[i].ref.row == ref.row)
			return true;
	return false;
}

/* Up to MOST of what states a law, or (FRAUDS) a fraud. */
static void
add_links(struct screen *sc, struct why *t, const struct check_basis *b,
    size_t count, bool frauds, size_t most)
{
	for (size_t i = 0; i < count && t->count < most; i++)
		if (b[i].says.ref.row != 0 &&
		    (b[i].law[0] == '\0') == frauds &&
		    (frauds || concerns(sc, &b[i])) &&
		    !has_link(t, b[i].says.ref))
			t->links[t->count++] = b[i].says;
}

static void
place_links(struct why *t, const struct grid *g)
{
	for (size_t i = 0; i < t->count; i++)
		t->choices[i] = (struct choice){
			.digit = (char)('1' + i),
			.x = g->wide ? g->text_x - 1 : 0,
			.y = g->note - (int)t->count + (int)i,
			.width = g->wide ? g->text_width + 1 : g->right + 1,
			.height = 1,
			.indent = g->wide ? 4 : 3,
			.title = t->links[i].title,
			.lang = t->links[i].lang,
		};
}

static int
why_enter(struct screen *sc, struct err *e)
{
	struct why *t = arena_zero(sc->arena, sizeof *t);
	const struct check_question *q = NULL;
	struct check_basis *basis = NULL;
	size_t count = 0;
	struct grid g;

	widget_grid(&g, sc);
	if (check_run_open(sc, &t->check, e) < 0)
		return -1;
	if (sc->place.part < 1 || sc->place.part > (int)t->check.count)
		sc->place.part = 1; /* another edition has fewer */
	q = &t->check.questions[sc->place.part - 1];
	if (catalog_check_basis(app_catalog(sc->app), &t->check,
		(size_t)sc->place.part - 1, sc->arena, &basis, &count, e) < 0)
		return -1;
	sheet_init(&t->sheet, sc->arena,
	    g.wide ? g.text_width : g.right - g.margin + 1);
	sheet_text_in(&t->sheet, t->check.head.lang, ROLE_TITLE,
	    q->question);
	sheet_blank(&t->sheet);
	sheet_text_in(&t->sheet, t->check.head.lang, ROLE_PAGE, q->reason);
	say_laws(sc, &t->sheet, basis, count);
	say_exceptions(&t->sheet, q);
	add_links(sc, t, basis, count, false, g.wide ? 2 : 1);
	add_links(sc, t, basis, count, true, g.wide ? LINKS_MAX : 2);
	place_links(t, &g);
	sheet_fold(&t->sheet, g.note - (int)t->count - 1 - g.top);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	if (sc->place.focus >= (int)t->count)
		sc->place.focus = 0;
	sc->state = t;
	return 0;
}

static void
why_draw(struct screen *sc, struct surface *s)
{
	const struct why *t = sc->state;

	sheet_draw_screen(sc, s, &t->sheet, _("Why does it matter?"));
	checks_draw_danger(sc, s);
	choices_draw(sc, s, t->choices, t->count);
}

static bool
why_key(struct screen *sc, struct key key)
{
	const struct why *t = sc->state;
	bool used = false;
	int chosen = -1;

	if (checks_danger_key(sc, key) ||
	    sheet_key(sc, sheet_pages(&t->sheet), key))
		return true;
	chosen = choices_key(sc, t->choices, t->count, key, &used);
	if (chosen >= 0)
		screens_open(sc, &t->links[chosen]);
	return used;
}

const struct screen_ops check_why_ops = {
	.name = "check-why",
	.enter = why_enter,
	.draw = why_draw,
	.key = why_key,
};
