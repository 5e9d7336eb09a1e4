/*
 * For tests of screens that have one kiosk each: it, what opens and closes
 * it around a test, and what it must show.
 */
#ifndef VEREDA_ONE_KIOSK_H
#define VEREDA_ONE_KIOSK_H

#include "screens_fixture.h"

extern struct kiosk k;

/* For cmocka: in Spanish, at 80x25 and at 40x15. */
int open_wide(void **state);
int open_narrow(void **state);
int close_it(void **state);

void assert_row(int y, const char *text);
/* On any row of the screen; it is printed if not so. */
void assert_shows(const char *text);
void assert_hides(const char *text);
enum role role_at(int x, int y);

#endif
