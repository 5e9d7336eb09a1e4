/*
 * The two steps, and whom to ask in a country about a recruiter: its labour
 * offices and employment services, with every telephone.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/recruiters.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

/* Types of services that know who may recruit. */
static bool
knows_recruiters(const struct entry *x)
{
	return strcmp(x->type, "labour-inspection") == 0 ||
	    strcmp(x->type, "employment-service") == 0;
}

static void
say_office(struct sheet *sh, const struct entry *x)
{
	sheet_text(sh, ROLE_PAGE, x->head.title);
	for (size_t i = 0; i < x->phone_count; i++)
		sheet_more(sh, ROLE_TITLE,
		    x->phones[i].note[0] == '\0' ?
			x->phones[i].number :
			arena_printf(sh->arena, "%s (%s)",
			    x->phones[i].number, x->phones[i].note));
	if (x->url[0] != '\0')
		sheet_more(sh, ROLE_MUTED, x->url);
	else if (x->phone_count == 0)
		sheet_more(sh, ROLE_MUTED, _("No telephone"));
}

/* The offices of COUNTRY that know; none of "". */
static int
find_offices(struct screen *sc, const char *country, struct entry **out,
    size_t *count, struct err *e)
{
	struct service_filter filter = { .country = country };
	struct entry *x = NULL;
	size_t all = 0;

	*count = 0;
	if (country[0] == '\0')
		return 0;
	if (catalog_services(app_catalog(sc->app), &filter, app_lang(sc->app),
		sc->arena, &x, &all, e) < 0)
		return -1;
	for (size_t i = 0; i < all; i++)
		if (knows_recruiters(&x[i]))
			x[(*count)++] = x[i];
	*out = x;
	return 0;
}

int
recruiter_say_offices(struct screen *sc, struct sheet *sh,
    const char *country, size_t most, size_t *said, struct err *e)
{
	struct entry *x = NULL;
	size_t count = 0;

	*said = 0;
	if (find_offices(sc, country, &x, &count, e) < 0)
		return -1;
	for (; *said < count && *said < most; (*said)++)
		say_office(sh, &x[*said]);
	return 0;
}

int
recruiter_office(struct screen *sc, const char *country, const char **phone,
    const char **name, struct err *e)
{
	struct entry *x = NULL;
	size_t count = 0;

	if (find_offices(sc, country, &x, &count, e) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		if (x[i].phone_count == 0)
			continue;
		*phone = x[i].phones[0].number;
		*name = x[i].head.title;
		break;
	}
	return 0;
}

static int
ask_enter(struct screen *sc, struct err *e)
{
	struct sheet *sh = sheet_screen_new(sc);
	const char *country = app_country(sc->app);
	size_t said = 0;

	recruiter_say_steps(sh);
	sheet_heading(sh, _("Whom to ask whether they have a licence"));
	sheet_text(sh, ROLE_PAGE,
	    _("Say the name and the number that they gave you. Do not use a "
	      "telephone that the recruiter gave you."));
	if (recruiter_say_offices(sc, sh, country, SIZE_MAX, &said, e) < 0)
		return -1;
	if (country[0] == '\0')
		sheet_text(sh, ROLE_TITLE,
		    _("Choose the country where they recruit you."));
	else if (said == 0)
		sheet_text(sh, ROLE_PAGE,
		    _("We know no office there with a telephone. Ask the "
		      "staff."));
	sheet_screen_show(sc, sh);
	return 0;
}

static void
ask_draw(struct screen *sc, struct surface *s)
{
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: head of a page: long, and short 24 columns. */
	sheet_draw_screen(sc, s, sc->state,
	    g.wide ? _("Two steps, and whom to ask") : _("Whom to ask"));
}

const struct screen_ops whom_to_ask_ops = {
	.name = "whom-to-ask",
	.enter = ask_enter,
	.draw = ask_draw,
	.key = sheet_screen_key,
};
