/*
 * Ranges of time and money.
 */
#include <config.h>

#include "pack/range.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/date.h"

#define DIGITS "0123456789"
#define PRICE_MAX 1000000000
#define SHORT_DAYS 31
#define MEDIUM_DAYS 186

/* TEXT up to LEN, cut at "..": two ends, the second "" for one alone. */
static bool
split(char from[RANGE_TEXT_SIZE], char to[RANGE_TEXT_SIZE], const char *text,
    size_t len)
{
	size_t first = 0;
	size_t second = 0;

	while (first < len && strncmp(text + first, "..", 2) != 0)
		first++;
	second = first < len ? len - first - 2 : 0;
	if (first >= RANGE_TEXT_SIZE || second >= RANGE_TEXT_SIZE ||
	    first == 0 || (first < len && second == 0))
		return false;
	snprintf(from, RANGE_TEXT_SIZE, "%.*s", (int)first, text);
	snprintf(to, RANGE_TEXT_SIZE, "%.*s", (int)second,
	    second > 0 ? text + first + 2 : "");
	return true;
}

/* A month has 20 days of 8 hours to learn in. */
static bool
days_of(int *days, const char *text)
{
	struct duration d;

	if (!date_duration_parse(&d, text))
		return false;
	*days = date_duration_about(&d) + (d.hours * 31 + 159) / 160;
	return *days > 0;
}

bool
period_read(struct period *out, const char *text)
{
	int from = 0;
	int to = 0;

	*out = (struct period){ .class = PERIOD_ASK };
	if (strcmp(text, "ask") == 0)
		return true;
	if (!split(out->from, out->to, text, strlen(text)) ||
	    !days_of(&from, out->from))
		return false;
	to = from;
	if (out->to[0] != '\0' && (!days_of(&to, out->to) || to <= from))
		return false;
	out->class = to <= SHORT_DAYS ? PERIOD_SHORT :
	    to <= MEDIUM_DAYS	      ? PERIOD_MEDIUM :
					PERIOD_LONG;
	return true;
}

static bool
price_of(int64_t *price, const char *text)
{
	size_t len = strlen(text);

	if (len == 0 || len > 10 || strspn(text, DIGITS) != len)
		return false;
	*price = strtoll(text, NULL, 10);
	return *price > 0 && *price <= PRICE_MAX;
}

/* Those of the region and a few others, all with two decimals. */
static bool
is_currency(const char *code)
{
	static const char *const known[] = { "BZD", "CAD", "CRC", "DOP",
		"EUR", "GTQ", "HNL", "MXN", "NIO", "PAB", "USD", "XCD" };

	for (size_t i = 0; i < COUNT_OF(known); i++)
		if (strcmp(known[i], code) == 0)
			return true;
	return false;
}

bool
cost_read(struct cost *out, const char *text)
{
	char from[RANGE_TEXT_SIZE];
	char to[RANGE_TEXT_SIZE];
	size_t len = strcspn(text, " ");

	*out = (struct cost){ .kind = "paid" };
	if (strcmp(text, "free") == 0 || strcmp(text, "ask") == 0) {
		out->kind = text[0] == 'f' ? "free" : "ask";
		return true;
	}
	if (text[len] != ' ' || !is_currency(text + len + 1) ||
	    !split(from, to, text, len) || !price_of(&out->price, from))
		return false;
	out->price_max = out->price;
	if (to[0] != '\0' &&
	    (!price_of(&out->price_max, to) || out->price_max <= out->price))
		return false;
	snprintf(out->currency, sizeof out->currency, "%s", text + len + 1);
	return true;
}
