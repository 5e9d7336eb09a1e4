/*
 * How written words are said: where a sentence ends, and what a person says
 * for a telephone number, a date, money, an abbreviation.  Pure functions on
 * tables, one for each language.
 */
#ifndef VEREDA_SPEECH_H
#define VEREDA_SPEECH_H

#include <stddef.h>

#include "base/mem.h"

/* Bytes of the first sentence of TEXT, with the blanks behind it. */
size_t speech_sentence(const char *lang, const char *text);

/*
 * TEXT as the voice shall get it: digits of telephone numbers one by one,
 * dates, money and abbreviations in words, no sign that cannot be said.  ""
 * if there is nothing to say.
 */
const char *speech_spoken(struct arena *a, const char *lang,
    const char *text);

#endif
