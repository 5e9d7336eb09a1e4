/*
 * Dates and times of day as people say them.
 */
#include <config.h>

#include "text/speech_rules.h"

#include <stdio.h>
#include <string.h>

#include "base/compiler.h"
#include "base/date.h"

static void
put_date(struct speech *s, int day, int month, int year)
{
	speech_put_word(s, "");
	for (const char *c = s->words->date; *c != '\0'; c++) {
		char number[8];

		if (*c == 'M') {
			speech_put(s, s->words->months[month - 1]);
		} else if (*c == 'D' && day == 1 && s->words->first != NULL) {
			speech_put(s, s->words->first);
		} else if (*c == 'D' || *c == 'Y') {
			snprintf(number, sizeof number, "%d",
			    *c == 'D' ? day : year);
			speech_put(s, number);
		} else {
			speech_put_bytes(s, c, 1);
		}
	}
}

static int
number_of(const char *at, size_t len)
{
	int n = 0;

	for (size_t i = 0; i < len; i++)
		n = 10 * n + (at[i] - '0');
	return n;
}

/* "2025-11-14" */
size_t
speech_iso(struct speech *s, const char *at)
{
	char iso[11];
	struct date d;

	snprintf(iso, sizeof iso, "%s", at);
	if (!date_parse(&d, iso) || speech_is_digit(at[sizeof iso - 1]))
		return 0;
	put_date(s, d.day, d.month, d.year);
	return sizeof iso - 1;
}

/* Which month stands at AT, from 1; 0 for none.  *LEN are its bytes. */
static int
month_at(const struct speech *s, const char *at, size_t *len)
{
	for (int i = 0; i < 12; i++) {
		const char *const names[] = { s->words->months[i],
			s->words->short_months[i] };

		for (size_t j = 0; j < COUNT_OF(names); j++) {
			*len = strlen(names[j]);
			if (strncasecmp(at, names[j], *len) == 0 &&
			    !speech_goes_on(at + *len))
				return i + 1;
		}
	}
	return 0;
}

/* The month and the year at AT, " 2025" behind the one; 0 if there is none. */
static int
month_of_year(const struct speech *s, const char *at, const char **year)
{
	size_t name = 0;
	int month = month_at(s, at, &name);

	if (month == 0 || at[name] != ' ' ||
	    strspn(at + name + 1, "0123456789") != 4)
		return 0;
	*year = at + name + 1;
	return month;
}

/* "14 nov 2025", "14 November 2025", "14. November 2025" */
size_t
speech_date(struct speech *s, const char *at)
{
	size_t day = strspn(at, "0123456789");
	const char *rest = at + day + (at[day] == '.');
	const char *year = NULL;
	int month = 0;

	if (day < 1 || day > 2 || *rest != ' ' || number_of(at, day) < 1 ||
	    number_of(at, day) > 31)
		return 0;
	month = month_of_year(s, rest + 1, &year);
	if (month == 0)
		return 0;
	put_date(s, number_of(at, day), month, number_of(year, 4));
	return (size_t)(year + 4 - at);
}

/* "nov 2025", without a day: what stands behind it in the format. */
size_t
speech_month(struct speech *s, const char *at)
{
	const char *format = strchr(s->words->date, 'M') + 1;
	const char *year = NULL;
	int month = month_of_year(s, at, &year);

	if (month == 0)
		return 0;
	speech_put_word(s, s->words->months[month - 1]);
	speech_put_bytes(s, format,
	    strchr(format, 'D') != NULL ? 0 : strcspn(format, "Y"));
	speech_put_word(s, "");
	speech_put_bytes(s, year, 4);
	return (size_t)(year + 4 - at);
}

/* Bytes of "8:00" or "16:30" at AT; 0 for none. */
static size_t
time_length(const char *at)
{
	size_t hour = strspn(at, "0123456789");

	if (hour < 1 || hour > 2 || at[hour] != ':' ||
	    strspn(at + hour + 1, "0123456789") != 2 ||
	    number_of(at, hour) > 24 || number_of(at + hour + 1, 2) > 59)
		return 0;
	return hour + 3;
}

/* "8", "16 30"; a full hour that ends the time has its word behind it. */
static void
put_time(struct speech *s, const char *at, size_t len, bool ends)
{
	char number[8];
	int minutes = number_of(at + len - 2, 2);

	snprintf(number, sizeof number, "%d", number_of(at, len - 3));
	speech_put_word(s, number);
	if (minutes == 0) {
		if (ends)
			speech_put_word(s, s->words->hour);
		return;
	}
	if (s->words->minutes[0] != '\0')
		speech_put_word(s, s->words->minutes);
	snprintf(number, sizeof number, "%d", minutes);
	speech_put_word(s, number);
}

/* "8:00-16:30", "20:00" */
size_t
speech_time(struct speech *s, const char *at)
{
	size_t first = time_length(at);
	size_t dash = at[first] == '-' ? 1
	    : strncmp(at + first, "–", strlen("–")) == 0 ? strlen("–") : 0;
	size_t second = 0;

	if (first == 0)
		return 0;
	if (dash > 0)
		second = time_length(at + first + dash);
	put_time(s, at, first, second == 0);
	if (second == 0)
		return first;
	speech_put_word(s, s->words->to);
	put_time(s, at + first + dash, second, true);
	return first + dash + second;
}

