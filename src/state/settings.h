/*
 * Settings of the kiosk: an INI file that the administrator owns.
 */
#ifndef VEREDA_SETTINGS_H
#define VEREDA_SETTINGS_H

#include <stdbool.h>

#include "base/compiler.h"
#include "base/err.h"

#define SETTINGS_SIZE_MAX 65536 /* bytes of the file */
#define SETTINGS_PATH_SIZE 256  /* bytes of a path, with its NUL */

struct settings {
	char country[3]; /* ISO 3166-1 of where the kiosk stands; "" unknown */
	char language[8]; /* the first on the attract screen; "es" */
	char site[64];    /* name of the place, for staff; "" */
	int idle_seconds;   /* until the notice; 120 */
	int notice_seconds; /* until the wipe; 30 */
	bool touch;         /* two-row targets */
	bool keypad_only;   /* no letters at hand */
	char store[SETTINGS_PATH_SIZE];    /* folder of the editions; "" */
	char pin_file[SETTINGS_PATH_SIZE]; /* the hash of staff's PIN; "" */
	char channels[416]; /* subscribed, one blank between; "" for all */
};

void settings_defaults(struct settings *s);

/* Read the file over the defaults; unknown keys and bad values are errors
 * with file and line (ERR_INPUT).  A missing file is ERR_NOT_FOUND. */
CHECKED int settings_load(struct settings *s, const char *path,
    struct err *e);

#endif
