/*
 * Calendar dates.  Day numbers after Howard Hinnant's "chrono-compatible
 * low-level date algorithms" (days_from_civil), which need no tables.
 */
#include <config.h>

#include "base/date.h"

#include <string.h>

#define SECONDS_A_DAY 86400
#define DURATION_YEARS_MAX 100

static int
days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
		31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

/* COUNT digits at *TEXT, which moves behind them; -1 if they are not there. */
static int
digits(const char **text, int count)
{
	int value = 0;

	for (int i = 0; i < count; i++, (*text)++) {
		if (**text < '0' || **text > '9')
			return -1;
		value = value * 10 + (**text - '0');
	}
	return value;
}

bool
date_parse_partial(struct date *out, const char *text)
{
	struct date d = { 0 };

	d.year = digits(&text, 4);
	if (d.year < 1900 || d.year > 2199)
		return false;
	if (*text == '-') {
		text++;
		d.month = digits(&text, 2);
		if (d.month < 1 || d.month > 12)
			return false;
		if (*text == '-') {
			text++;
			d.day = digits(&text, 2);
			if (d.day < 1 || d.day > days_in_month(d.year, d.month))
				return false;
		}
	}
	if (*text != '\0')
		return false;
	*out = d;
	return true;
}

bool
date_parse(struct date *out, const char *text)
{
	struct date d;

	if (!date_parse_partial(&d, text) || d.day == 0)
		return false;
	*out = d;
	return true;
}

int64_t
date_seconds(const struct date *d)
{
	int month = d->month > 0 ? d->month : 1;
	int day = d->day > 0 ? d->day : 1;
	int64_t y = month <= 2 ? d->year - 1 : d->year;
	int64_t era = y / 400;
	int64_t yoe = y - era * 400;
	int64_t doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 +
	    day - 1;
	int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return (era * 146097 + doe - 719468) * SECONDS_A_DAY;
}

void
date_of_seconds(struct date *out, int64_t seconds)
{
	int64_t z = seconds / SECONDS_A_DAY - (seconds % SECONDS_A_DAY < 0);
	int64_t era, doe, yoe, doy, mp;

	z += 719468;
	era = (z >= 0 ? z : z - 146096) / 146097;
	doe = z - era * 146097;
	yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	mp = (5 * doy + 2) / 153;
	out->day = (int)(doy - (153 * mp + 2) / 5 + 1);
	out->month = (int)(mp < 10 ? mp + 3 : mp - 9);
	out->year = (int)(yoe + era * 400 + (out->month <= 2));
}

int
date_compare(const struct date *a, const struct date *b)
{
	int64_t x = date_seconds(a);
	int64_t y = date_seconds(b);

	return (x > y) - (x < y);
}

/* Up to four digits at *TEXT, which moves behind them; -1 for none. */
static int
read_count(const char **text)
{
	int value = 0;
	int count = 0;

	for (; **text >= '0' && **text <= '9' && count < 4; count++)
		value = value * 10 + (*(*text)++ - '0');
	return count == 0 ? -1 : value;
}

bool
date_duration_parse(struct duration *out, const char *text)
{
	static const char units[] = "YMWD";
	int *const fields[] = { &out->years, &out->months, &out->weeks,
		&out->days };
	const char *from = units;

	memset(out, 0, sizeof *out);
	if (*text++ != 'P' || *text == '\0')
		return false;
	while (*text != '\0' && *text != 'T') {
		int value = read_count(&text);
		const char *unit = *text == '\0' ? NULL :
						   strchr(from, *text++);

		if (value < 0 || unit == NULL)
			return false;
		*fields[unit - units] = value;
		from = unit + 1;
	}
	if (*text == 'T') {
		text++;
		out->hours = read_count(&text);
		if (out->hours < 0 || strcmp(text, "H") != 0)
			return false;
	}
	return date_duration_about(out) <= DURATION_YEARS_MAX * 365;
}

int
date_duration_about(const struct duration *d)
{
	return d->years * 365 + d->months * 30 + d->weeks * 7 + d->days;
}

bool
date_duration_days(int *days, const char *text)
{
	struct duration d;

	if (!date_duration_parse(&d, text) || d.hours != 0 ||
	    strchr(text, 'T') != NULL)
		return false;
	*days = date_duration_about(&d);
	return true;
}
