/*
 * Words that many screens need: dates, countries, languages, severities.
 */
#ifndef VEREDA_WIDGET_WORDS_H
#define VEREDA_WIDGET_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/screen.h"

/* "14 de noviembre de 2025" / "14 nov 2025" for an ISO date, partial ones
 * too; "" for "".  In A. */
const char *widget_date_long(struct arena *a, const char *iso);
const char *widget_date_short(struct arena *a, const char *iso);
/* Is the day ISO more than six months before today?  False without a clock. */
bool widget_is_old(struct screen *sc, const char *iso);

/* Word N (from 1) of a list separated by blanks, or "". */
const char *widget_word(struct arena *a, const char *list, int n);

/* "2025-10-02" of Unix seconds. */
const char *widget_iso(struct arena *a, int64_t seconds);

/* Names of ISO 3166-1 countries in the language of the moment. */
const char *widget_country(const char *code);
/* "GT HN" becomes "Guatemala, Honduras". */
const char *widget_countries(struct arena *a, const char *codes);

/* The name of a language in itself; its code for an unknown one. */
const char *widget_language(const char *code);

/* "es en" becomes "Español, English". */
const char *widget_languages(struct arena *a, const char *codes);

/* "Only in Spanish for now." when LANG is not the reader's, else NULL. */
const char *widget_only_in(struct screen *sc, const char *lang);

/* "PELIGRO ALTO", "▲▲▲" */
const char *widget_severity(enum severity severity);
const char *widget_triangles(enum severity severity);

/* The notice that the publisher puts on every page, or "". */
const char *widget_notice(struct screen *sc);

#endif
