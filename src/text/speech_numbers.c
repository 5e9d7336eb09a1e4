/*
 * Numbers as people say them: telephones by their digits, amounts with their
 * money, thousands without the signs between.
 */
#include <config.h>

#include "text/speech_rules.h"

#include <ctype.h>
#include <string.h>

#define GROUPS_MAX 8
#define PHONE_DIGITS 7   /* and more: nobody says such a number in words */
#define SHORT_DIGITS_MAX 4 /* of 911, 1511 and the like */

/* Digits and what stands between them: "800 841 2020", "9-1-1". */
struct digits {
	const char *groups[GROUPS_MAX];
	size_t lengths[GROUPS_MAX];
	size_t count;
	size_t total;
	char between; /* the first sign between two groups; 0 for none */
	const char *end;
};

static struct digits
read_digits(const char *at)
{
	struct digits d = { .end = at };

	for (;;) {
		size_t len = strspn(at, "0123456789");

		if (len == 0 || d.count == GROUPS_MAX)
			break;
		d.groups[d.count] = at;
		d.lengths[d.count++] = len;
		d.total += len;
		at += len;
		d.end = at;
		if (at[0] == ')' && at[1] == ' ' && speech_is_digit(at[2]))
			at += 2;
		else if (at[0] != '\0' && strchr(" -.,", at[0]) != NULL &&
		    speech_is_digit(at[1]))
			at++;
		else
			break;
		if (d.between == 0)
			d.between = at[-1];
	}
	return d;
}

/* "2,000", "33 000", in Portuguese "2.000": one number. */
static bool
is_thousands(const struct speech *s, const struct digits *d)
{
	if (d->count < 2 || d->lengths[0] > 3 || d->groups[0][0] == '0' ||
	    (d->between != s->words->thousands && d->between != ' '))
		return false;
	for (size_t i = 1; i < d->count; i++)
		if (d->lengths[i] != 3)
			return false;
	/* "900 000 000" is called, "12 000 000" is counted */
	return d->between != ' ' || d->total < PHONE_DIGITS ||
	    d->lengths[0] < 3;
}

static bool
is_year(const char *at, size_t len)
{
	return len == 4 && (strncmp(at, "19", 2) == 0 ||
			       strncmp(at, "20", 2) == 0);
}

static bool
is_range_of_years(const struct digits *d)
{
	return d->count == 2 && is_year(d->groups[0], d->lengths[0]) &&
	    is_year(d->groups[1], d->lengths[1]);
}

bool
speech_is_behind(const struct speech *s, const char *const *words,
    const char *at)
{
	const char *end = at;
	const char *start = NULL;

	while (end > s->text && end[-1] == ' ')
		end--;
	for (start = end; start > s->text && start[-1] != ' '; start--)
		;
	for (size_t i = 0; words[i] != NULL; i++)
		if (strlen(words[i]) == (size_t)(end - start) &&
		    strncasecmp(start, words[i], (size_t)(end - start)) == 0)
			return true;
	return false;
}

/* Alone between two stops: the number of a service in a list. */
static bool
stands_alone(const struct speech *s, const char *at, const char *end)
{
	while (at > s->text && at[-1] == ' ')
		at--;
	return (at == s->text || at[-1] == '.' || at[-1] == ':') &&
	    (*end == '\0' || *end == ',' ||
		(*end == '.' && !speech_is_digit(end[1])));
}

static bool
is_phone(const struct speech *s, const char *at, const struct digits *d)
{
	bool whole = d->between != '.' && d->between != ',';

	if (d->total >= PHONE_DIGITS)
		return !is_range_of_years(d) && whole;
	if (d->between == '-' && d->count == 3 && d->total == 3)
		return true; /* 9-1-1 */
	return d->count == 1 && d->total >= 3 &&
	    d->total <= SHORT_DIGITS_MAX && !is_year(at, d->total) &&
	    (speech_is_behind(s, s->words->calls, at) ||
		stands_alone(s, at, d->end));
}

/* "9-1-1" is said in one go. */
static bool
are_single(const struct digits *d, size_t i)
{
	return d->lengths[i - 1] == 1 && d->lengths[i] == 1;
}

static void
put_digits(struct speech *s, const struct digits *d)
{
	for (size_t i = 0; i < d->count; i++) {
		if (i > 0)
			speech_put(s, are_single(d, i) ? "" : ",");
		for (size_t j = 0; j < d->lengths[i]; j++) {
			const char digit[2] = { d->groups[i][j], '\0' };

			speech_put_word(s, digit);
		}
	}
}

/* "+502 2422-0000", "(33) 3942 3300", "*211", "911". */
size_t
speech_phone(struct speech *s, const char *at)
{
	const char *from = at;
	struct digits d;

	if (*from == '+' || *from == '*' || *from == '(')
		from++;
	d = read_digits(from);
	if (d.total < 3 || is_thousands(s, &d))
		return 0;
	if (*at != '*' && !is_phone(s, from, &d))
		return 0;
	if (*at == '+')
		speech_put_word(s, s->words->plus);
	else if (*at == '*')
		speech_put_word(s, s->words->star);
	put_digits(s, &d);
	return (size_t)(d.end - at);
}

/* --- money --- */

/* The money whose sign or code stands at AT, as a whole word. */
static const struct speech_money *
money_at(const struct speech *s, const char *at)
{
	for (const struct speech_money *m = s->words->money; m->code != NULL;
	     m++) {
		size_t len = strlen(m->code);

		if (strncmp(at, m->code, len) == 0 &&
		    (!isalpha((unsigned char)m->code[len - 1]) ||
			!isalpha((unsigned char)at[len])))
			return m;
	}
	return NULL;
}

/* Bytes of the amount at AT: digits, thousands and a fraction. */
static size_t
amount_length(const char *at)
{
	size_t len = 0;

	while (speech_is_digit(at[len]) ||
	    (len > 0 && (at[len] == '.' || at[len] == ',') &&
		speech_is_digit(at[len + 1])))
		len++;
	return len;
}

/* An amount without the signs between its thousands. */
static void
put_amount(struct speech *s, const char *at, size_t len)
{
	speech_put_word(s, "");
	for (size_t i = 0; i < len; i++) {
		bool groups = at[i] == s->words->thousands && i + 3 < len &&
		    speech_is_digit(at[i + 3]) &&
		    (i + 4 == len || !speech_is_digit(at[i + 4]));

		if (!groups)
			speech_put_bytes(s, at + i, 1);
	}
}

static size_t
say_money_of(struct speech *s, const char *amount, size_t len,
    const struct speech_money *m)
{
	put_amount(s, amount, len);
	speech_put_word(s, len == 1 && amount[0] == '1' ? m->one : m->many);
	return len;
}

/* "US$ 200", "USD 200", "2,000 USD", "25 GTQ". */
size_t
speech_money(struct speech *s, const char *at)
{
	const struct speech_money *m = money_at(s, at);
	const char *amount = at;
	size_t len = 0;

	if (m != NULL) {
		amount += strlen(m->code);
		amount += *amount == ' ';
		len = amount_length(amount);
		if (len == 0)
			return 0;
		say_money_of(s, amount, len, m);
		return (size_t)(amount - at) + len;
	}
	len = amount_length(at);
	if (len == 0 || at[len] != ' ')
		return 0;
	m = money_at(s, at + len + 1);
	if (m == NULL)
		return 0;
	say_money_of(s, at, len, m);
	return len + 1 + strlen(m->code);
}

size_t
speech_thousands(struct speech *s, const char *at)
{
	struct digits d = read_digits(at);

	if (!is_thousands(s, &d))
		return 0;
	speech_put_word(s, "");
	for (size_t i = 0; i < d.count; i++)
		speech_put_bytes(s, d.groups[i], d.lengths[i]);
	return (size_t)(d.end - at);
}

