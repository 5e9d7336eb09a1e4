/*
 * Where an entry comes from: every source, and who has checked the text.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

struct word {
	const char *code;
	const char *sentence;
};

/* TRANSLATORS: how far the work on a text has come. */
static const struct word statuses[] = {
	{ "draft", N_("Draft: nobody has approved this text yet.") },
	{ "checked", N_("Checked: a second person has read it.") },
	{ "approved", N_("Approved by the publisher.") },
};

/* TRANSLATORS: how sure we are of what a text says. */
static const struct word confidences[] = {
	{ "high", N_("How sure we are: high.") },
	{ "medium", N_("How sure we are: medium.") },
	{ "low", N_("How sure we are: low. Ask before you rely on it.") },
};

static const char *
sentence(const struct word *words, size_t count, const char *code)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(words[i].code, code) == 0)
			return _(words[i].sentence);
	return "";
}

static void
say_source(struct sheet *sh, const struct source *x)
{
	const char *date = widget_date_long(sh->arena, x->date);
	const char *from = x->publisher;

	if (date[0] != '\0')
		from = arena_printf(sh->arena, "%s · %s", x->publisher, date);
	sheet_text(sh, ROLE_TITLE, x->title);
	sheet_text(sh, ROLE_PAGE, from);
	sheet_text(sh, ROLE_MUTED, x->url);
	sheet_blank(sh);
}

void
entry_say_sources(struct screen *sc, struct sheet *sh,
    const struct entry *x, const char *day, const char *fresh)
{
	const char *date = widget_date_long(sh->arena, day);

	sheet_heading(sh, _("Where this comes from"));
	for (size_t i = 0; i < x->source_count; i++)
		sheet_text(sh, ROLE_PAGE,
		    arena_printf(sh->arena, "%s, %s",
			x->sources[i].publisher, x->sources[i].title));
	if (date[0] == '\0')
		return;
	if (widget_is_old(sc, day))
		sheet_text(sh, ROLE_ALERT,
		    arena_printf(sh->arena,
			/* TRANSLATORS: day. */
			_("▲ Checked on %s, more than 6 months ago. It may "
			  "have changed: ask the staff."), date));
	else
		sheet_text(sh, ROLE_PAGE, fresh);
}

static void
say_review(struct screen *sc, struct sheet *sh, const struct entry *x)
{
	struct arena *a = sh->arena;
	struct date today;
	struct date by;

	sheet_text(sh, ROLE_PAGE,
	    sentence(statuses, COUNT_OF(statuses), x->status));
	sheet_text(sh, ROLE_PAGE,
	    sentence(confidences, COUNT_OF(confidences), x->confidence));
	/* TRANSLATORS: two days. */
	sheet_text(sh, ROLE_PAGE,
	    arena_printf(a, _("Reviewed on %s. To be reviewed again before "
			      "%s."),
		widget_date_long(a, x->reviewed),
		widget_date_long(a, x->review_by)));
	app_today(sc->app, &today);
	if (today.year != 0 && date_parse(&by, x->review_by) &&
	    date_compare(&by, &today) < 0)
		sheet_text(sh, ROLE_ALERT,
		    _("▲ That day has passed: it may have changed."));
}

static int
sources_enter(struct screen *sc, struct err *e)
{
	struct sheet *sh = sheet_screen_new(sc);
	struct entry entry;

	if (catalog_entry(app_catalog(sc->app), sc->place.ref,
		app_lang(sc->app), sc->arena, &entry, e) < 0)
		return -1;
	for (size_t i = 0; i < entry.source_count; i++)
		say_source(sh, &entry.sources[i]);
	say_review(sc, sh, &entry);
	sheet_blank(sh);
	sheet_text(sh, ROLE_MUTED, widget_notice(sc));
	sheet_screen_show(sc, sh);
	return 0;
}

static void
sources_draw(struct screen *sc, struct surface *s)
{
	sheet_draw_screen(sc, s, sc->state, _("Where this comes from"));
}

const struct screen_ops sources_ops = {
	.name = "sources",
	.enter = sources_enter,
	.draw = sources_draw,
	.key = sheet_screen_key,
};
