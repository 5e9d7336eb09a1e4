/*
 * Speech: a text is read from left to right; at each place the first rule
 * that knows what stands there says it and moves on.  What no rule knows
 * goes through as it is, but for signs that a voice cannot say.
 */
#include <config.h>

#include "text/speech.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include <unictype.h>

#include "base/compiler.h"
#include "base/utf8.h"
#include "text/lang.h"
#include "text/speech_rules.h"

/* Those of the first language for one that we know no words of. */
static const struct speech_words *
words_of(const char *lang)
{
	const struct speech_words *words = lang_of(lang)->speech;

	return words != NULL ? words : lang_table[0]->speech;
}

/* A letter or a digit ends before AT: nothing begins here. */
static bool
is_inside(const struct speech *s, const char *at)
{
	const char *before = at;
	uint32_t code = 0;

	if (at == s->text)
		return false;
	do
		before--;
	while (before > s->text && ((unsigned char)*before & 0xC0) == 0x80);
	code = utf8_next(&before);
	return uc_is_alpha(code) || (code >= '0' && code <= '9');
}

/* Does a word go on at AT? */
bool
speech_goes_on(const char *at)
{
	uint32_t code = *at == '\0' ? 0 : utf8_next(&at);

	return uc_is_alpha(code) || (code >= '0' && code <= '9');
}

void
speech_put(struct speech *s, const char *text)
{
	buffer_add(&s->out, text, strlen(text));
}

void
speech_put_bytes(struct speech *s, const char *at, size_t len)
{
	buffer_add(&s->out, at, len);
}

/* Behind a word, before another. */
void
speech_put_word(struct speech *s, const char *text)
{
	if (s->out.len > 0 && s->out.at[s->out.len - 1] != ' ')
		speech_put(s, " ");
	speech_put(s, text);
}

/* --- words and signs --- */

/* Is it short for something, with END behind it? */
static bool
may_be(const struct speech_pair *p, const char *end)
{
	return !p->of_number ||
	    speech_is_digit(end[strspn(end, " ")]);
}

static size_t
say_pair(struct speech *s, const char *at)
{
	for (const struct speech_pair *p = s->words->pairs;
	     p->written != NULL; p++) {
		size_t len = strlen(p->written);

		if (strncmp(at, p->written, len) != 0 ||
		    speech_goes_on(at + len) || !may_be(p, at + len))
			continue;
		speech_put(s, p->said);
		/* a stop that also ended the sentence still does */
		if (p->written[len - 1] == '.' && at[len] == '\0')
			speech_put(s, ".");
		return len;
	}
	return 0;
}

static size_t
say_box(struct speech *s, const char *at)
{
	if (strncmp(at, "[x]", 3) == 0)
		speech_put(s, s->words->marked);
	else if (strncmp(at, "[ ]", 3) == 0)
		speech_put(s, s->words->unmarked);
	else
		return 0;
	return 3;
}

/* A key that stands alone: "* changes the language", "+ and - turn". */
static size_t
say_key(struct speech *s, const char *at)
{
	const struct speech_words *w = s->words;
	const struct {
		char sign;
		const char *name;
	} keys[] = { { '+', w->plus }, { '-', w->minus }, { '*', w->star },
		{ '/', w->slash }, { '?', w->question } };

	if ((at > s->text && at[-1] != ' ') ||
	    (at[1] != ' ' && at[1] != '\0' && at[1] != '.'))
		return 0;
	if (*at == '/' && at > s->text)
		return 0; /* "yes / no" */
	if (*at == '-' && at > s->text &&
	    !speech_is_behind(s, w->presses, at))
		return 0; /* a dash */
	for (size_t i = 0; i < COUNT_OF(keys); i++)
		if (*at == keys[i].sign) {
			speech_put(s, keys[i].name);
			return 1;
		}
	return 0;
}

/* Nobody says how an address begins. */
static size_t
say_scheme(struct speech *s, const char *at)
{
	static const char *const schemes[] = { "https://", "http://" };

	(void)s;
	for (size_t i = 0; i < COUNT_OF(schemes); i++)
		if (strncmp(at, schemes[i], strlen(schemes[i])) == 0)
			return strlen(schemes[i]);
	return 0;
}

/* Signs that part what stands on their two sides are heard as a pause. */
static bool
is_pause(uint32_t code)
{
	return code == 0xB7 || code == '>' || code == 0x2014 ||
	    code == 0x2013 || code == '/' || code == '|';
}

/* Signs of letters, numbers and sentences; all others are not said. */
static bool
is_spoken(uint32_t code)
{
	return uc_is_alpha(code) || (code >= '0' && code <= '9') ||
	    (code < 0x80 && strchr(" .,;:!?'()%$&@+-", (int)code) != NULL) ||
	    code == 0xBF || code == 0xA1 || code == 0x2019 || code == 0xB0 ||
	    code == 0x20AC || code == 0xBA || code == 0xAA;
}

static size_t
say_sign(struct speech *s, const char *at)
{
	const char *next = at;
	uint32_t code = utf8_next(&next);
	size_t len = (size_t)(next - at);

	if (code == ' ' && *next == ' ') { /* two columns */
		speech_put(s, ", ");
	} else if (code == 0x2026) { /* an ellipsis */
		speech_put(s, ".");
	} else if (is_pause(code)) {
		while (s->out.len > 0 && s->out.at[s->out.len - 1] == ' ')
			s->out.len--;
		speech_put(s, ",");
		if (*next != ' ' && *next != '\0')
			speech_put(s, " ");
	} else if (code == 0xA0 || code == 0x202F || code == '\n') {
		speech_put(s, " ");
	} else if (is_spoken(code)) {
		speech_put_bytes(s, at, len);
	}
	return len;
}

/* Blanks in a row, at the ends and before a comma go; "" if no letter and
 * no digit is left. */
static const char *
tidied(struct arena *a, const char *text)
{
	char *out = arena_zero(a, strlen(text) + 1);
	const char *rest = text;
	bool says = false;
	size_t n = 0;
	uint32_t code;

	while ((code = utf8_next(&rest)) != 0)
		says = says || uc_is_alpha(code) ||
		    (code >= '0' && code <= '9');
	if (!says)
		return "";
	for (; *text != '\0'; text++) {
		if (n > 0 && out[n - 1] == ' ' &&
		    strchr(" ,.;:", *text) != NULL)
			n--;
		if ((*text == ' ' || *text == ',') && n == 0)
			continue;
		if (strchr(",.", *text) != NULL && n > 0 &&
		    strchr(*text == ',' ? ",.:;" : ":;", out[n - 1]) != NULL)
			continue;
		out[n++] = *text;
	}
	while (n > 0 && (out[n - 1] == ' ' || out[n - 1] == ','))
		n--;
	out[n] = '\0';
	return out;
}

const char *
speech_spoken(struct arena *a, const char *lang, const char *text)
{
	static size_t (*const rules[])(struct speech *, const char *) = {
		say_box, say_pair, say_scheme, say_key, speech_money,
		speech_iso, speech_date, speech_month, speech_time,
		speech_phone, speech_thousands
	};
	struct speech s = { .words = words_of(lang), .text = text };
	const char *said = NULL;

	for (const char *at = text; *at != '\0';) {
		size_t len = 0;

		if (!is_inside(&s, at))
			for (size_t i = 0; len == 0 && i < COUNT_OF(rules);
			     i++)
				len = rules[i](&s, at);
		at += len > 0 ? len : say_sign(&s, at);
	}
	buffer_add(&s.out, "", 1); /* its NUL */
	said = tidied(a, (const char *)s.out.at);
	buffer_fini(&s.out);
	return said;
}

/* --- sentences --- */

/* Does a date begin at AT? */
static bool
is_date(const struct speech_words *words, const char *text, const char *at)
{
	struct speech probe = { .words = words, .text = text };
	bool is = speech_date(&probe, at) > 0;

	buffer_fini(&probe.out);
	return is;
}

/* Is the word that ends with the stop at STOP a short form? */
static bool
is_short_form(const struct speech_words *words, const char *text,
    const char *stop)
{
	const char *start = stop;

	while (start > text && start[-1] != ' ' && start[-1] != '(')
		start--;
	for (const struct speech_pair *p = words->pairs; p->written != NULL;
	     p++) {
		const char *last = strrchr(p->written, ' ');
		const char *form = last != NULL ? last + 1 : p->written;

		if (strlen(form) == (size_t)(stop + 1 - start) &&
		    strncmp(start, form, strlen(form)) == 0 &&
		    may_be(p, stop + 1))
			return true;
		/* the first half of "EE. UU." */
		if (last != NULL && stop + 1 - start == last - p->written &&
		    strncmp(start, p->written, (size_t)(stop + 1 - start)) ==
			0)
			return true;
	}
	/* "14. November 2025"; an initial, or the number of a list: "J.
	 * Pérez", "2. Guarde" */
	return is_date(words, text, start) ||
	    (stop - start == 1 && isupper((unsigned char)*start)) ||
	    (start == text && strspn(start, "0123456789") ==
		(size_t)(stop - start));
}

/* Does a sentence begin at AT? */
static bool
begins_sentence(const char *at)
{
	uint32_t code = *at == '\0' ? 0 : utf8_next(&at);

	return code == 0 || !uc_is_property_lowercase(code);
}

size_t
speech_sentence(const char *lang, const char *text)
{
	const struct speech_words *words = words_of(lang);

	for (const char *at = text; *at != '\0';) {
		const char *stop = at;
		uint32_t code = utf8_next(&at);
		const char *end = at;
		const char *next = at;

		if (code != '.' && code != '!' && code != '?' &&
		    code != 0x2026)
			continue;
		/* marks that close, and more of the same */
		while (*end != '\0' && *end != ' ') {
			uint32_t close = utf8_next(&next);

			if (close != '"' && close != ')' && close != 0xBB &&
			    close != 0x201D && close != '.' &&
			    close != '!' && close != '?')
				break;
			end = next;
		}
		if (*end != ' ' && *end != '\0')
			continue;
		next = end + strspn(end, " ");
		if (*end == ' ' && !begins_sentence(next))
			continue;
		if (code == '.' && *end != '\0' &&
		    is_short_form(words, text, stop))
			continue;
		return (size_t)(next - text);
	}
	return strlen(text);
}
