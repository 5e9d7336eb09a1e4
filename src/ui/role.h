/*
 * Roles: what a cell is for, never what colour it has.  One table (role.c)
 * gives each role its colours for 256, 8/16 and no colours; every pair was
 * measured against four palettes.
 */
#ifndef VEREDA_ROLE_H
#define VEREDA_ROLE_H

#include <stdbool.h>

enum role {
	ROLE_PAGE,
	ROLE_TITLE,
	ROLE_HEADER,
	ROLE_FOOTER,
	ROLE_FOCUS,
	ROLE_ALERT,
	ROLE_OK,
	ROLE_FIELD,
	ROLE_MUTED,
	ROLE_QR,
	ROLE_COUNT,
};

/* How many colours the terminal has for us. */
enum palette {
	PALETTE_MONO,
	PALETTE_8,
	PALETTE_256,
	PALETTE_8_CONTRAST, /* "clearer letters" on the comfort screen */
	PALETTE_256_CONTRAST,
	PALETTE_COUNT,
};

struct role_look {
	short fg; /* colour number, -1 in PALETTE_MONO */
	short bg;
	bool bold;
	bool reverse;
};

const struct role_look *role_look(enum palette palette, enum role role);

/* The letter that stands for the role in golden screens: '.', 'T', ... */
char role_letter(enum role role);

#endif
