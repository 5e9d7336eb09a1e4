/*
 * One service, whole: every telephone, when, for whom, in which language,
 * what it costs, whether they ask for a name, and when that was checked.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

struct service {
	struct entry entry;
	struct sheet sheet;
};

/* TEXT if its VALUE is known: nothing is said of what is not. */
static void
say(struct sheet *sh, const char *value, const char *text)
{
	if (value[0] != '\0')
		sheet_text(sh, ROLE_PAGE, text);
}

static void
say_phones(struct sheet *sh, const struct entry *x)
{
	sheet_heading(sh, _("Telephones"));
	if (x->phone_count == 0)
		sheet_text(sh, ROLE_PAGE, _("No telephone"));
	for (size_t i = 0; i < x->phone_count; i++) {
		sheet_text(sh, ROLE_TITLE, x->phones[i].number);
		sheet_text(sh, ROLE_MUTED, x->phones[i].note);
	}
}

static void
say_how(struct sheet *sh, const struct entry *x)
{
	struct arena *a = sh->arena;
	const char *langs = widget_languages(a, x->languages);
	const char *countries = widget_countries(a, x->head.countries);

	sheet_heading(sh, _("How they attend"));
	/* TRANSLATORS: of a service, each followed by what is known. */
	say(sh, x->hours, arena_printf(a, _("Hours: %s"), x->hours));
	say(sh, x->eligibility,
	    arena_printf(a, _("Who may use it: %s"), x->eligibility));
	say(sh, langs, arena_printf(a, _("Languages: %s"), langs));
	if (strcmp(x->cost, "free") == 0)
		sheet_text(sh, ROLE_PAGE, _("It is free."));
	else if (strcmp(x->cost, "paid") == 0)
		sheet_text(sh, ROLE_PAGE, _("It has a cost. Ask first."));
	else
		sheet_text(sh, ROLE_PAGE,
		    _("We do not know whether it is free. Ask first."));
	if (strcmp(x->anonymous, "yes") == 0)
		sheet_text(sh, ROLE_PAGE, _("They do not ask your name."));
	else if (strcmp(x->anonymous, "no") == 0)
		sheet_text(sh, ROLE_PAGE, _("They ask your name."));
	say(sh, countries, arena_printf(a, _("Country: %s"), countries));
	say(sh, x->url, arena_printf(a, _("On the internet: %s"), x->url));
}

static int
service_enter(struct screen *sc, struct err *e)
{
	struct service *t = arena_zero(sc->arena, sizeof *t);
	const char *only = NULL;
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_entry(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->entry, e) < 0)
		return -1;
	sheet_init(&t->sheet, sc->arena, g.text_width);
	only = widget_only_in(sc, t->entry.head.lang);
	if (only != NULL)
		sheet_text(&t->sheet, ROLE_TITLE, only);
	sheet_text_in(&t->sheet, t->entry.head.lang, ROLE_PAGE,
	    t->entry.head.summary);
	say_phones(&t->sheet, &t->entry);
	say_how(&t->sheet, &t->entry);
	if (t->entry.markdown != NULL && t->entry.markdown[0] != '\0' &&
	    sheet_markdown_in(&t->sheet, t->entry.head.lang,
		t->entry.markdown, "•", e) < 0)
		return -1;
	entry_say_sources(sc, &t->sheet, &t->entry, t->entry.checked,
	    arena_printf(sc->arena,
		_("Checked on %s. If nobody answers, tell the staff."),
		widget_date_long(sc->arena, t->entry.checked)));
	sheet_fold(&t->sheet, g.note - g.top - 1);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	sc->state = t;
	return 0;
}

static void
service_draw(struct screen *sc, struct surface *s)
{
	const struct service *t = sc->state;
	struct footer f = { .count = 0 };

	s->said.lang = t->entry.head.lang;
	sheet_draw_body(sc, s, &t->sheet, t->entry.head.title);
	sheet_footer(sc, &t->sheet, &f);
	take_footer(sc, &f);
	widget_footer(sc, s, &f);
}

static bool
service_key(struct screen *sc, struct key key)
{
	const struct service *t = sc->state;

	return sheet_key(sc, sheet_pages(&t->sheet), key) ||
	    take_key(sc, key, t->entry.head.slug, 0);
}

const struct screen_ops service_ops = {
	.name = "service",
	.enter = service_enter,
	.draw = service_draw,
	.key = service_key,
};
