/*
 * One option, whole: what it is, who may enter, the steps, the papers, what
 * it costs and takes, who helps, and what the certificate is worth.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "catalog/agreement.h"
#include "ui/app.h"
#include "ui/screens/finder.h"
#include "ui/screens/screens.h"
#include "ui/widget_option.h"

#define _(text) gettext(text)

struct option_screen {
	struct option option;
	struct sheet sheet;
};

/* Each line of LIST as an item, numbered or behind a dot. */
static void
say_items(struct sheet *sh, const char *lang, const char *list,
    bool numbered)
{
	for (int n = 1; list[0] != '\0'; n++) {
		size_t len = strcspn(list, "\n");

		sh->lang = lang;
		sheet_item(sh,
		    numbered ? arena_printf(sh->arena, "%d.", n) : "•",
		    arena_strndup(sh->arena, list, len));
		list += len + strspn(list + len, "\n");
	}
	sh->lang = NULL;
}

/* "LABEL: what is known", or that the centre must be asked. */
static void
say(struct sheet *sh, const char *format, const char *known)
{
	sheet_text(sh, ROLE_PAGE, arena_printf(sh->arena, "%s: %s", format,
				      known[0] != '\0' ? known :
							 widget_ask()));
}

static void
say_what(struct sheet *sh, const struct option *o)
{
	const struct option_facts *f = &o->facts;
	struct arena *a = sh->arena;
	const char *where = widget_countries(a, f->country);

	if (f->place[0] != '\0')
		where = arena_printf(a, "%s, %s", f->place, where);
	sheet_text(sh, ROLE_TITLE, f->institution);
	sheet_text(sh, ROLE_PAGE,
	    arena_printf(a, "%s · %s", widget_option_type(f->type),
		widget_facet_values(a, OPTION_SECTOR, f->sectors)));
	if (strcmp(o->entry.head.summary, f->institution) != 0)
		sheet_text_in(sh, o->entry.head.lang, ROLE_PAGE,
		    o->entry.head.summary);
	sheet_blank(sh);
	/* TRANSLATORS: of an option; each is followed by ": " and what is
	 * known; 12 columns. */
	say(sh, _("Where"), where);
	say(sh, _("Cost"), o->cost_note[0] == '\0' ? widget_cost(a, f) :
		arena_printf(a, "%s (%s)", widget_cost(a, f), o->cost_note));
	say(sh, _("It lasts"), widget_duration(a, f));
	if (o->schedule[0] != '\0')
		say(sh, _("Hours"), o->schedule);
	say(sh, _("How"), widget_facet_value(OPTION_MODE, f->modality));
	say(sh, _("For whom"),
	    widget_facet_values(a, OPTION_AUDIENCE, f->audience));
	if (o->admits[0] != '\0')
		sheet_text_in(sh, o->entry.head.lang, ROLE_PAGE, o->admits);
}

/* A heading with a list, or that the centre must be asked. */
static void
say_list(struct sheet *sh, const char *lang, const char *heading,
    const char *list, bool numbered)
{
	sheet_heading(sh, heading);
	if (list[0] == '\0')
		/* TRANSLATORS: in place of a list that no source has. */
		sheet_text(sh, ROLE_PAGE, _("Ask the centre."));
	say_items(sh, lang, list, numbered);
}

static void
say_contact(struct sheet *sh, const struct entry *x)
{
	if (x->phone_count == 0 && x->url[0] == '\0')
		return;
	/* TRANSLATORS: heading over telephone and address of an option. */
	sheet_heading(sh, _("Contact"));
	for (size_t i = 0; i < x->phone_count; i++) {
		sheet_text(sh, ROLE_TITLE, x->phones[i].number);
		sheet_text(sh, ROLE_MUTED, x->phones[i].note);
	}
	if (x->url[0] != '\0')
		sheet_text(sh, ROLE_PAGE, arena_printf(sh->arena,
			_("On the internet: %s"), x->url));
}

/* What is known of the paper that one has at the end, and what holds for it
 * in other countries. */
static int
say_worth(struct screen *sc, struct sheet *sh, const struct option *o,
    struct err *e)
{
	const char *country = o->facts.country;
	struct convention *list = NULL;
	struct arena *a = sh->arena;
	size_t count = 0;

	if (strcmp(o->facts.type, "certification") != 0 &&
	    strcmp(o->facts.type, "recognition") != 0 &&
	    o->facts.valid_in[0] == '\0' && o->gives[0] == '\0')
		return 0;
	if (catalog_conventions(app_catalog(sc->app), country,
		app_lang(sc->app), a, &list, &count, e) < 0)
		return -1;
	sheet_heading(sh, _("What this certificate is worth, and where"));
	if (o->gives[0] != '\0')
		sheet_text_in(sh, o->entry.head.lang, ROLE_PAGE, o->gives);
	say(sh, _("It holds in"), widget_countries(a, o->facts.valid_in));
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i].status, "ratified") == 0)
			sheet_item(sh, "•", arena_printf(a,
				/* TRANSLATORS: a country and a convention. */
				_("%s has ratified: %s. %s"),
				widget_country(country), list[i].head.title,
				list[i].head.summary));
	return 0;
}

static void
say_fresh(struct screen *sc, struct sheet *sh, const struct entry *x)
{
	const char *date = widget_date_long(sh->arena, x->reviewed);

	sheet_heading(sh, _("Where this comes from"));
	for (size_t i = 0; i < x->source_count; i++)
		sheet_text(sh, ROLE_PAGE, x->sources[i].title);
	if (widget_is_old(sc, x->reviewed))
		sheet_text(sh, ROLE_ALERT, arena_printf(sh->arena,
			_("▲ Checked on %s, more than 6 months ago. It may "
			  "have changed: ask the staff."), date));
	else
		sheet_text(sh, ROLE_PAGE, arena_printf(sh->arena,
			/* TRANSLATORS: a day; of an option. */
			_("Checked on %s. Ask the centre before you go."),
			date));
}

static int
option_enter(struct screen *sc, struct err *e)
{
	struct option_screen *t = arena_zero(sc->arena, sizeof *t);
	const char *own = NULL;
	const char *only = NULL;
	struct grid g;

	widget_grid(&g, sc);
	if (catalog_option(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &t->option, e) < 0)
		return -1;
	sheet_init(&t->sheet, sc->arena, g.text_width);
	only = widget_only_in(sc, t->option.entry.head.lang);
	if (only != NULL)
		sheet_text(&t->sheet, ROLE_TITLE, only);
	say_what(&t->sheet, &t->option);
	own = t->option.entry.head.lang;
	say_list(&t->sheet, own, _("Steps"), t->option.steps, true);
	say_list(&t->sheet, own, _("Papers to bring"), t->option.documents,
	    false);
	if (t->option.support[0] != '\0')
		say_list(&t->sheet, own, _("Help, and good to know"),
		    t->option.support, false);
	say_contact(&t->sheet, &t->option.entry);
	if (say_worth(sc, &t->sheet, &t->option, e) < 0)
		return -1;
	say_fresh(sc, &t->sheet, &t->option.entry);
	sheet_fold(&t->sheet, g.note - g.top - 1);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	sc->state = t;
	return 0;
}

static void
draw_footer(struct screen *sc, struct surface *s,
    const struct option_screen *t)
{
	const struct session_list *l = &app_session(sc->app)->compare;
	int pages = sheet_pages(&t->sheet);
	bool marked = session_list_has(l, t->option.entry.head.slug);
	struct footer f = { .count = 0 };

	footer_add_char(&f, "0", _("Back"));
	if (sc->place.page + 1 < pages)
		footer_add_char(&f, "+", _("More"));
	if (sc->place.page > 0)
		footer_add_char(&f, "-", _("Before"));
	take_footer(sc, &f);
	if (marked)
		/* TRANSLATORS: foot of an option: it is compared no longer;
		 * 12 columns. */
		footer_add_char(&f, "6", _("Unmark"));
	else if (l->count < FINDER_COMPARE_MAX)
		/* TRANSLATORS: foot of an option: compare it with others; 12
		 * columns. */
		footer_add_char(&f, "6", _("Compare"));
	footer_add_char(&f, "8", _("Sources"));
	widget_footer(sc, s, &f);
}

static void
option_draw(struct screen *sc, struct surface *s)
{
	const struct option_screen *t = sc->state;
	int pages = sheet_pages(&t->sheet);
	struct grid g;

	widget_grid(&g, sc);
	s->said.lang = t->option.entry.head.lang;
	widget_header(sc, s, t->option.entry.head.title,
	    widget_page_of(sc->arena, sc->place.page, pages));
	sheet_draw(&t->sheet, s, sc->place.page, g.text_x, g.top);
	widget_pager(sc, s, sc->place.page, pages);
	draw_footer(sc, s, t);
}

static bool
option_key(struct screen *sc, struct key key)
{
	const struct option_screen *t = sc->state;
	struct session_list *l = &app_session(sc->app)->compare;
	const char *slug = t->option.entry.head.slug;

	if (sheet_key(sc, sheet_pages(&t->sheet), key) ||
	    take_key(sc, key, slug, 0))
		return true;
	if (key_is(key, '8')) {
		struct place to = { .screen = SCREEN_SOURCES,
			.ref = sc->place.ref };

		app_go(sc->app, &to);
		return true;
	}
	if (!key_is(key, '6'))
		return false;
	return session_list_remove(l, slug) ||
	    session_list_add(l, slug, FINDER_COMPARE_MAX);
}

const struct screen_ops option_ops = {
	.name = "option",
	.enter = option_enter,
	.draw = option_draw,
	.key = option_key,
};
