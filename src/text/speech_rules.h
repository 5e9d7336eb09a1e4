/*
 * The rules of speech: each looks at one place of a text, says what stands
 * there and returns how many bytes that were; 0 if it does not know it.  For
 * speech*.c alone.
 */
#ifndef VEREDA_SPEECH_RULES_H
#define VEREDA_SPEECH_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/bytes.h"
#include "text/speech_words.h"

struct speech {
	const struct speech_words *words;
	const char *text; /* from its beginning */
	struct buffer out;
};

static inline bool
speech_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Does a word go on at AT? */
bool speech_goes_on(const char *at);

void speech_put(struct speech *s, const char *text);
void speech_put_bytes(struct speech *s, const char *at, size_t len);
/* Behind a word, before another. */
void speech_put_word(struct speech *s, const char *text);

/* Does one of WORDS, which end with NULL, stand before AT? */
bool speech_is_behind(const struct speech *s, const char *const *words,
    const char *at);

/* speech_numbers.c */
size_t speech_phone(struct speech *s, const char *at);
size_t speech_money(struct speech *s, const char *at);
size_t speech_thousands(struct speech *s, const char *at);

/* speech_dates.c */
size_t speech_iso(struct speech *s, const char *at);
size_t speech_date(struct speech *s, const char *at);
size_t speech_month(struct speech *s, const char *at);
size_t speech_time(struct speech *s, const char *at);

#endif
