/*
 * Calendar dates (ISO 8601, proleptic Gregorian, UTC), years 1900 to 2199.
 */
#ifndef VEREDA_DATE_H
#define VEREDA_DATE_H

#include <stdbool.h>
#include <stdint.h>

#define DATE_TEXT_SIZE 16 /* "2026-11-21" and room */

struct date {
	int year;
	int month; /* 1..12; 0 when only the year is known */
	int day;   /* 1..31; 0 when only year or month are known */
};

/* Exactly "YYYY-MM-DD", and a day that exists. */
bool date_parse(struct date *out, const char *text);

/* "YYYY", "YYYY-MM" or "YYYY-MM-DD". */
bool date_parse_partial(struct date *out, const char *text);

int64_t date_seconds(const struct date *d); /* Unix time of its midnight */
void date_of_seconds(struct date *out, int64_t seconds);
int date_compare(const struct date *a, const struct date *b);

/* An ISO 8601 duration, as it is written. */
struct duration {
	int years;
	int months;
	int weeks;
	int days;
	int hours; /* "PT120H": after T, alone or behind days */
};

/* False if TEXT is none, or longer than a hundred years. */
bool date_duration_parse(struct duration *out, const char *text);

/* In days, a month counted as 30 and a year as 365; hours do not count. */
int date_duration_about(const struct duration *d);

/*
 * An ISO 8601 duration of years, months, weeks or days alone or together
 * ("P1Y", "P3M", "P2W", "P1Y6M") in days, a month counted as 30 and a year
 * as 365.  False if it is none.
 */
bool date_duration_days(int *days, const char *text);

#endif
