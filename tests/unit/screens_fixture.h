/*
 * The kiosk for tests of its screens: the content fixture, the catalogues of
 * the build and one of ours whose texts are 40 % longer than the Spanish.
 */
#ifndef VEREDA_SCREENS_FIXTURE_H
#define VEREDA_SCREENS_FIXTURE_H

#include <stdbool.h>

#include "ui/app.h"

#define LONG_LANG "fr" /* the language that the long texts stand in for */

struct kiosk {
	struct app *app;
	struct catalog *catalog;
	struct settings settings;
	int64_t now;
};

/* For groups: makes and removes the folder of catalogues. */
int screens_begin(void **state);
int screens_end(void **state);

/* A kiosk in Guatemala on 21 November 2026 that speaks LANG. */
void kiosk_open(struct kiosk *k, const char *lang, int width, int height);
/* The same with options, occupations and agreements. */
void kiosk_open_options(struct kiosk *k, const char *lang, int width,
    int height);
/* The same on CATALOG, which stays the caller's. */
void kiosk_open_on(struct kiosk *k, struct catalog *catalog,
    const char *lang, int width, int height);
void kiosk_close(struct kiosk *k);

/* A second passes before each key. */
void kiosk_press(struct kiosk *k, struct key key);

/*
 * Keys as text: digits and signs are themselves, "v ^ < >" the arrows, "!"
 * Enter, "B" Backspace; "~" begins text that is typed as it is.
 */
void kiosk_keys(struct kiosk *k, const char *keys);
void kiosk_pass(struct kiosk *k, int milliseconds);

/* Row Y without the blanks at its end; the caller frees it. */
char *kiosk_row(struct kiosk *k, int y);

/* All rows, each with a newline behind it; the caller frees it. */
char *kiosk_text(struct kiosk *k);
bool kiosk_shows(struct kiosk *k, const char *text);

/* The words of LANG's catalogue and of the content, folded. */
bool kiosk_knows(const char *lang, const char *word);

#endif
