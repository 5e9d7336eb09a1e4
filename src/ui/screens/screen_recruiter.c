/*
 * One recruiter: what the register says, what that means today, and the two
 * steps that are the reader's own.  Never that anything is sure.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/recruiters.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

struct recruiter_page {
	struct entry entry;
	struct recruiter recruiter;
	struct sheet sheet;
};

/* TRANSLATORS: beside a name of a register: what it says of its licence; 15
 * columns each. */
static const char *const words[LICENCE_STATES] = {
	[LICENCE_VALID] = N_("in the register"),
	[LICENCE_DATED] = N_("look at the day"),
	[LICENCE_ENDLESS] = N_("without a day"),
	[LICENCE_EXPIRED] = N_("EXPIRED"),
	[LICENCE_SUSPENDED] = N_("SUSPENDED"),
	[LICENCE_CANCELLED] = N_("CANCELLED"),
	[LICENCE_NEVER] = N_("NO LICENCE"),
	[LICENCE_WARNED] = N_("WARNING"),
	[LICENCE_UNKNOWN] = N_("NOT KNOWN"),
};

enum licence_state
recruiter_today(struct screen *sc, const struct recruiter *r)
{
	struct date today;

	app_today(sc->app, &today);
	return recruiter_state(r->standing, r->valid_until, &today);
}

const char *
recruiter_word(enum licence_state state)
{
	return _(words[state]);
}

/* TRANSLATORS: what a register says of a recruiter; %s is a day. */
static const char *
sentence(struct arena *a, const struct recruiter *r, enum licence_state state)
{
	const char *day = widget_date_long(a, r->valid_until);

	switch (state) {
	case LICENCE_VALID:
		return arena_printf(a,
		    _("It is in the register. Its licence holds until %s."),
		    day);
	case LICENCE_DATED:
		return arena_printf(a,
		    _("The register gives a licence until %s. Compare that "
		      "with today's date."), day);
	case LICENCE_ENDLESS:
		return _("It is in the register, without a last day. Ask "
			 "whether the licence still holds.");
	case LICENCE_EXPIRED:
		return arena_printf(a,
		    _("▲ EXPIRED. The licence ended on %s."), day);
	case LICENCE_SUSPENDED:
		return _("▲ SUSPENDED. The licence does not hold now.");
	case LICENCE_CANCELLED:
		return _("▲ CANCELLED. The licence was taken away.");
	case LICENCE_NEVER:
		return _("▲ NO LICENCE. It never had one.");
	case LICENCE_WARNED:
		return _("▲ WARNING. A public office warns of this name.");
	case LICENCE_UNKNOWN:
	case LICENCE_STATES:
		break;
	}
	return _("▲ NOT KNOWN. Ask the office before you go on.");
}

static void
say_licence(struct screen *sc, struct sheet *sh, const struct recruiter *r)
{
	enum licence_state state = recruiter_today(sc, r);
	struct arena *a = sc->arena;

	sheet_text(sh, recruiter_is_listed(state) ? ROLE_TITLE : ROLE_ALERT,
	    sentence(a, r, state));
	if (r->licence[0] != '\0')
		sheet_text(sh, ROLE_PAGE,
		    /* TRANSLATORS: a number. */
		    arena_printf(a, _("Licence number: %s"), r->licence));
	sheet_text(sh, ROLE_PAGE,
	    /* TRANSLATORS: the name of a country. */
	    arena_printf(a, _("Register of: %s"),
		widget_countries(a, r->head.countries)));
	for (size_t i = 0; i < r->other_count; i++)
		sheet_text(sh, ROLE_PAGE,
		    /* TRANSLATORS: another name of a company. */
		    arena_printf(a, _("Also called: %s"), r->other_names[i]));
	if (r->url[0] != '\0')
		sheet_text(sh, ROLE_PAGE,
		    arena_printf(a, _("On the internet: %s"), r->url));
}

void
recruiter_say_steps(struct sheet *sh)
{
	sheet_heading(sh, _("Two steps before you say yes"));
	sheet_item(sh, "1", _("The licence: compare the number with the one "
			      "on their papers. Another number is another "
			      "company."));
	sheet_item(sh, "2", _("The job order: ask for the paper in which the "
			      "employer asks for workers. It says where, how "
			      "many and for what pay."));
	sheet_text(sh, ROLE_TITLE,
	    _("Until both are right: do not pay, do not sign, do not hand "
	      "over your papers."));
}

static void
say_orders(struct sheet *sh, const struct recruiter *r)
{
	sheet_heading(sh, _("Job orders in the register"));
	for (size_t i = 0; i < r->order_count; i++)
		sheet_item(sh, "•", r->orders[i]);
	if (r->order_count == 0)
		sheet_text(sh, ROLE_PAGE,
		    _("None is published here. Ask the office whether there "
		      "is one."));
}

static int
page_enter(struct screen *sc, struct err *e)
{
	struct recruiter_page *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_entry(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->entry, e) < 0 ||
	    catalog_recruiter(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->recruiter, e) < 0)
		return -1;
	sheet_init(&t->sheet, sc->arena, g.text_width);
	sheet_text(&t->sheet, ROLE_TITLE, t->recruiter.head.title);
	say_licence(sc, &t->sheet, &t->recruiter);
	recruiter_say_steps(&t->sheet);
	say_orders(&t->sheet, &t->recruiter);
	entry_say_sources(sc, &t->sheet, &t->entry, t->entry.reviewed,
	    arena_printf(sc->arena,
		/* TRANSLATORS: day. */
		_("Seen in the register on %s."),
		widget_date_long(sc->arena, t->entry.reviewed)));
	sheet_fold(&t->sheet, g.note - g.top - 1);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	sc->state = t;
	return 0;
}

static void
page_draw(struct screen *sc, struct surface *s)
{
	const struct recruiter_page *t = sc->state;
	struct footer f = { .count = 0 };

	/* TRANSLATORS: head of the page of one recruiter; 20 columns. */
	sheet_draw_body(sc, s, &t->sheet, _("Recruiter"));
	sheet_footer(sc, &t->sheet, &f);
	take_footer(sc, &f);
	widget_footer(sc, s, &f);
}

static bool
page_key(struct screen *sc, struct key key)
{
	const struct recruiter_page *t = sc->state;

	return sheet_key(sc, sheet_pages(&t->sheet), key) ||
	    take_key(sc, key, t->entry.head.slug, 0);
}

const struct screen_ops recruiter_ops = {
	.name = "recruiter",
	.enter = page_enter,
	.draw = page_draw,
	.key = page_key,
};
