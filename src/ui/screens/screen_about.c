/*
 * About: what this kiosk shows, from whom, since when, and what it keeps of
 * those who read.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

static int
meta(struct screen *sc, size_t n, const char *key, const char **out,
    struct err *e)
{
	return catalog_meta(app_catalog(sc->app), n, key, app_lang(sc->app),
	    sc->arena, out, e);
}

static int
say_channel(struct screen *sc, struct sheet *sh, size_t n, struct err *e)
{
	struct arena *a = sh->arena;
	const struct edition *x = catalog_edition(app_catalog(sc->app), n);
	const char *title = "";
	const char *publisher = "";
	const char *licence = "";
	const char *notice = "";
	struct date today;

	if (meta(sc, n, "title", &title, e) < 0 ||
	    meta(sc, n, "publisher", &publisher, e) < 0 ||
	    meta(sc, n, "licence", &licence, e) < 0 ||
	    meta(sc, n, "notice", &notice, e) < 0)
		return -1;
	sheet_heading(sh, title[0] != '\0' ? title : x->channel);
	if (notice[0] != '\0')
		sheet_text(sh, ROLE_TITLE, notice);
	sheet_text(sh, ROLE_PAGE,
	    /* TRANSLATORS: who answers for the content. */
	    arena_printf(a, _("Published by: %s"), publisher));
	/* TRANSLATORS: channel, number, day. */
	sheet_text(sh, ROLE_PAGE,
	    arena_printf(a, _("Edition %s %d-%lld of %s"), x->channel,
		(int)x->epoch, (long long)x->sequence,
		widget_date_long(a, widget_iso(a, x->created))));
	if (licence[0] != '\0')
		sheet_text(sh, ROLE_PAGE,
		    arena_printf(a, _("Licence: %s"), licence));
	app_today(sc->app, &today);
	if (today.year != 0 && date_seconds(&today) > x->stale_after)
		sheet_text(sh, ROLE_ALERT,
		    _("▲ This content is old. Ask the staff for a newer "
		      "one."));
	return 0;
}

static void
say_program(struct screen *sc, struct sheet *sh)
{
	const char *site = app_settings(sc->app)->site;

	sheet_heading(sh, _("Your privacy"));
	sheet_text(sh, ROLE_PAGE,
	    _("This screen does not ask who you are. It has no internet. At "
	      "the end what you looked at is erased."));
	sheet_heading(sh, _("This program"));
	sheet_text(sh, ROLE_PAGE,
	    arena_printf(sh->arena, "Vereda %s", PACKAGE_VERSION));
	if (site[0] != '\0')
		sheet_text(sh, ROLE_PAGE, site);
}

static int
about_enter(struct screen *sc, struct err *e)
{
	struct sheet *sh = sheet_screen_new(sc);
	size_t channels = catalog_channel_count(app_catalog(sc->app));

	for (size_t n = 0; n < channels; n++)
		if (say_channel(sc, sh, n, e) < 0)
			return -1;
	say_program(sc, sh);
	sheet_screen_show(sc, sh);
	return 0;
}

static void
about_draw(struct screen *sc, struct surface *s)
{
	sheet_draw_screen(sc, s, sc->state, _("About this kiosk"));
}

const struct screen_ops about_ops = {
	.name = "about",
	.enter = about_enter,
	.draw = about_draw,
	.key = sheet_screen_key,
};
