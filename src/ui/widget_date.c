/*
 * Dates as people write them.
 */
#include <config.h>

#include "ui/widget_words.h"

#include <libintl.h>
#include <string.h>

#include "ui/app.h"

#define _(text) gettext(text)
#define OLD_SECONDS (183 * 86400) /* six months */

const char *
widget_word(struct arena *a, const char *list, int n)
{
	size_t len = 0;

	for (;;) {
		list += strspn(list, " ");
		len = strcspn(list, " ");
		if (--n == 0 || len == 0)
			return arena_strndup(a, list, len);
		list += len;
	}
}

const char *
widget_date_long(struct arena *a, const char *iso)
{
	struct date d;
	const char *month = NULL;

	if (!date_parse_partial(&d, iso))
		return "";
	if (d.month == 0)
		return arena_printf(a, "%d", d.year);
	/* TRANSLATORS: twelve words, as they stand in the middle of a date. */
	month = widget_word(a,
	    _("January February March April May June July August "
	      "September October November December"), d.month);
	if (d.day == 0)
		/* TRANSLATORS: month and year: "October 2025". */
		return arena_printf(a, _("%s %d"), month, d.year);
	/* TRANSLATORS: day, month, year: "14 November 2025".  For another
	 * order write %1$d, %2$s and %3$d. */
	return arena_printf(a, _("%d %s %d"), d.day, month, d.year);
}

const char *
widget_date_short(struct arena *a, const char *iso)
{
	struct date d;
	const char *month = NULL;

	if (!date_parse_partial(&d, iso))
		return "";
	if (d.month == 0)
		return arena_printf(a, "%d", d.year);
	/* TRANSLATORS: twelve words of three or four letters. */
	month = widget_word(a,
	    _("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"), d.month);
	if (d.day == 0)
		/* TRANSLATORS: short month and year: "Oct %d"; 8 columns. */
		return arena_printf(a, _("%1s %d"), month, d.year);
	/* TRANSLATORS: day, short month, year: "14 Nov 2025"; 11 columns. */
	return arena_printf(a, _("%d %1s %d"), d.day, month, d.year);
}

bool
widget_is_old(struct screen *sc, const char *iso)
{
	struct date today;
	struct date d;

	app_today(sc->app, &today);
	if (today.year == 0 || !date_parse(&d, iso))
		return false;
	return date_seconds(&today) - date_seconds(&d) > OLD_SECONDS;
}

const char *
widget_iso(struct arena *a, int64_t seconds)
{
	struct date d;

	date_of_seconds(&d, seconds);
	return arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}
