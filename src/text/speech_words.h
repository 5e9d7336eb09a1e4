/*
 * The words of a language that numbers and short forms are said with.  Each
 * lang_*.c has them, and speech.c says them.
 */
#ifndef VEREDA_SPEECH_WORDS_H
#define VEREDA_SPEECH_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct speech_pair {
	const char *written;
	const char *said;
	bool of_number; /* only before a number: "No." may be a word */
};

struct speech_money {
	const char *code; /* ISO 4217, or a sign */
	const char *one;
	const char *many;
};

struct speech_words {
	const char *months[12];
	const char *short_months[12]; /* in small letters */
	const char *date;     /* D, M and Y stand for its parts */
	const char *first;    /* day of a month; NULL: "1" */
	const char *to;       /* "8 to 14" */
	const char *hour;     /* behind a full hour */
	const char *minutes;  /* between an hour and its minutes */
	const char *plus;     /* before a telephone number, and the key */
	const char *minus;
	const char *star;
	const char *slash;
	const char *question; /* mark */
	const char *marked;   /* [x] */
	const char *unmarked; /* [ ] */
	char thousands;       /* the sign between groups of three digits */
	/* Ends with { NULL }.  Words before a short number that is called. */
	const char *const *calls;
	/* Ends with { NULL }.  Words before "-", if that is the key. */
	const char *const *presses;
	/* Short forms, longest first; ends with { NULL }. */
	const struct speech_pair *pairs;
	const struct speech_money *money; /* ends with { NULL } */
};

#endif
