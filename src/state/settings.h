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
#define SETTINGS_CHANNELS_MAX 12
#define SETTINGS_WORDS_MAX 16 /* of a command */
#define SETTINGS_NAMES_SIZE 416 /* bytes of their names, with the NUL */
/* The store, if none is set. */
#define SETTINGS_STORE "/var/lib/vereda/store"

struct settings {
	char country[3]; /* ISO 3166-1 of where the kiosk stands; "" unknown */
	char language[8]; /* the first on the attract screen; "es" */
	char site[64];    /* name of the place, for staff; "" */
	int idle_seconds;   /* until the notice; 120 */
	int notice_seconds; /* until the wipe; 30 */
	/* Where slips are printed: a device, or a command; "" for neither. */
	char printer_device[SETTINGS_PATH_SIZE];
	char printer_command[SETTINGS_PATH_SIZE]; /* words, one blank between */
	char printer_language[8]; /* "escpos", "text"; "": as is usual */
	char printer_code_page[8]; /* "cp858" */
	char printer_qr[8];        /* "native", "raster", "none" */
	int printer_columns;       /* 32 */
	int printer_page_number;   /* of "ESC t"; -1: as is usual */
	bool printer_cut;          /* it cuts the paper; yes */
	bool touch;         /* two-row targets */
	bool keypad_only;   /* no letters at hand */
	bool one_press;     /* a second one within a moment is ignored */
	/* Who reads aloud: a program; "auto" for the usual one, "" nobody. */
	char voice[SETTINGS_PATH_SIZE];
	char decoder[SETTINGS_PATH_SIZE]; /* of recordings */
	char player[SETTINGS_PATH_SIZE];
	int volume; /* of it, 0 to 200; 100 */
	/* Font with larger letters, for a Linux console: its path, "auto" for
	 * ours, "" for none. */
	char large_font[SETTINGS_PATH_SIZE];
	char store[SETTINGS_PATH_SIZE];    /* folder of the editions; "" */
	char pin_file[SETTINGS_PATH_SIZE]; /* the hash of staff's PIN; "" */
	/* Folder for what is counted; "": nothing is. */
	char statistics[SETTINGS_PATH_SIZE];
	/* Subscribed, one blank between; "" for all. */
	char channels[SETTINGS_NAMES_SIZE];
	/* Those that may withdraw entries of the others; "" for none. */
	char alert_channels[SETTINGS_NAMES_SIZE];
};

/* Names of channels out of settings; LIST has pointers into TEXT. */
struct channel_names {
	char text[SETTINGS_NAMES_SIZE];
	const char *list[SETTINGS_CHANNELS_MAX + 1]; /* NULL at the end */
};

void settings_defaults(struct settings *s);

/* Cut NAMES, as in struct settings, into a list, which may be empty. */
void settings_cut(struct channel_names *out, const char *names);

/* Read the file over the defaults; unknown keys and bad values are errors
 * with file and line (ERR_INPUT).  A missing file is ERR_NOT_FOUND. */
CHECKED int settings_load(struct settings *s, const char *path,
    struct err *e);

#endif
