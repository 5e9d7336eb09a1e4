/*
 * The language of the moment: gettext switched at run time, without the
 * locale of each language having to be installed.
 *
 * glibc ignores LANGUAGE in the locales C and, since 2.39, C.UTF-8.  So the
 * program makes an alias of C.UTF-8 under another name in a folder of its
 * own and selects that for messages; then LANGUAGE decides alone.
 */
#ifndef VEREDA_LANGUAGE_H
#define VEREDA_LANGUAGE_H

#include <stdbool.h>

#include "base/compiler.h"
#include "base/err.h"

/*
 * Set the character set to UTF-8 and bind the catalogues under LOCALEDIR
 * (LOCALEDIR/es/LC_MESSAGES/vereda.mo).  Call once, before curses.
 */
CHECKED int language_init(const char *localedir, struct err *e);

/*
 * Turn to CODE from now on: all texts must be drawn again.  ERR_INPUT for a
 * code that we do not have; ERR_NOT_FOUND when its catalogue does not answer
 * with its own code to the sentinel (English msgids are shown then).
 */
CHECKED int language_set(const char *code, struct err *e);

/*
 * language_init() with the installed catalogues or those beside the program,
 * then the user's own language by LANGUAGE, LC_ALL, LC_MESSAGES and LANG, or
 * English: what every main calls first.  Cannot fail: English is in the code.
 */
void language_start(void);

const char *language_current(void);
bool language_known(const char *code);

/* Whether the terminal's own locale asked for UTF-8 when we started. */
bool language_utf8_terminal(void);

#endif
