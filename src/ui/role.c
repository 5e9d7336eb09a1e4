/*
 * The table of roles.  Measured with the WCAG formula against the palettes
 * of Linux/VGA, xterm, foot 1.13 and foot 1.21; tests/unit/unit_ui_core.c
 * measures again.  Never bold on black foreground in 8 colours: the console
 * draws that dark grey.
 */
#include <config.h>

#include "ui/role.h"

#define MONO -1, -1
#define BOLD true
#define PLAIN false
#define REVERSE true
#define AS_IT_IS false

static const struct role_look looks[PALETTE_COUNT][ROLE_COUNT] = {
	[PALETTE_MONO] = {
		[ROLE_PAGE] = { MONO, PLAIN, AS_IT_IS },
		[ROLE_TITLE] = { MONO, BOLD, AS_IT_IS },
		[ROLE_HEADER] = { MONO, PLAIN, REVERSE },
		[ROLE_FOOTER] = { MONO, PLAIN, REVERSE },
		[ROLE_FOCUS] = { MONO, BOLD, REVERSE },
		[ROLE_ALERT] = { MONO, BOLD, AS_IT_IS },
		[ROLE_OK] = { MONO, BOLD, AS_IT_IS },
		[ROLE_FIELD] = { MONO, PLAIN, REVERSE },
		[ROLE_MUTED] = { MONO, PLAIN, AS_IT_IS },
		[ROLE_QR] = { MONO, PLAIN, REVERSE },
	},
	[PALETTE_8] = {
		[ROLE_PAGE] = { 7, 0, PLAIN, AS_IT_IS },
		[ROLE_TITLE] = { 7, 0, BOLD, AS_IT_IS },
		[ROLE_HEADER] = { 0, 7, PLAIN, AS_IT_IS },
		[ROLE_FOOTER] = { 0, 7, PLAIN, AS_IT_IS },
		[ROLE_FOCUS] = { 0, 6, PLAIN, AS_IT_IS },
		[ROLE_ALERT] = { 3, 0, BOLD, AS_IT_IS },
		[ROLE_OK] = { 0, 2, PLAIN, AS_IT_IS },
		[ROLE_FIELD] = { 0, 6, PLAIN, AS_IT_IS },
		[ROLE_MUTED] = { 7, 0, PLAIN, AS_IT_IS },
		[ROLE_QR] = { 0, 7, PLAIN, AS_IT_IS },
	},
	[PALETTE_256] = {
		[ROLE_PAGE] = { 16, 231, PLAIN, AS_IT_IS },
		[ROLE_TITLE] = { 16, 231, BOLD, AS_IT_IS },
		[ROLE_HEADER] = { 231, 24, PLAIN, AS_IT_IS },
		[ROLE_FOOTER] = { 16, 252, PLAIN, AS_IT_IS },
		[ROLE_FOCUS] = { 16, 220, BOLD, AS_IT_IS },
		[ROLE_ALERT] = { 231, 124, BOLD, AS_IT_IS },
		[ROLE_OK] = { 231, 22, PLAIN, AS_IT_IS },
		[ROLE_FIELD] = { 16, 229, PLAIN, AS_IT_IS },
		[ROLE_MUTED] = { 240, 231, PLAIN, AS_IT_IS },
		[ROLE_QR] = { 16, 231, PLAIN, AS_IT_IS },
	},
	/*
	 * White on black, and reversed where the monochrome table reverses.
	 * Of 8 colours bold is the white one, where it makes a difference.
	 */
	[PALETTE_8_CONTRAST] = {
		[ROLE_PAGE] = { 7, 0, BOLD, AS_IT_IS },
		[ROLE_TITLE] = { 7, 0, BOLD, AS_IT_IS },
		[ROLE_HEADER] = { 0, 7, PLAIN, AS_IT_IS },
		[ROLE_FOOTER] = { 0, 7, PLAIN, AS_IT_IS },
		[ROLE_FOCUS] = { 0, 7, PLAIN, AS_IT_IS },
		[ROLE_ALERT] = { 7, 0, BOLD, AS_IT_IS },
		[ROLE_OK] = { 7, 0, BOLD, AS_IT_IS },
		[ROLE_FIELD] = { 0, 7, PLAIN, AS_IT_IS },
		[ROLE_MUTED] = { 7, 0, BOLD, AS_IT_IS },
		[ROLE_QR] = { 0, 7, PLAIN, AS_IT_IS },
	},
	[PALETTE_256_CONTRAST] = {
		[ROLE_PAGE] = { 231, 16, PLAIN, AS_IT_IS },
		[ROLE_TITLE] = { 231, 16, BOLD, AS_IT_IS },
		[ROLE_HEADER] = { 16, 231, PLAIN, AS_IT_IS },
		[ROLE_FOOTER] = { 16, 231, PLAIN, AS_IT_IS },
		[ROLE_FOCUS] = { 16, 231, BOLD, AS_IT_IS },
		[ROLE_ALERT] = { 231, 16, BOLD, AS_IT_IS },
		[ROLE_OK] = { 231, 16, BOLD, AS_IT_IS },
		[ROLE_FIELD] = { 16, 231, PLAIN, AS_IT_IS },
		[ROLE_MUTED] = { 231, 16, PLAIN, AS_IT_IS },
		[ROLE_QR] = { 16, 231, PLAIN, AS_IT_IS },
	},
};

const struct role_look *
role_look(enum palette palette, enum role role)
{
	return &looks[palette][role];
}

char
role_letter(enum role role)
{
	static const char letters[ROLE_COUNT] = {
		[ROLE_PAGE] = '.',
		[ROLE_TITLE] = 'T',
		[ROLE_HEADER] = 'H',
		[ROLE_FOOTER] = 'F',
		[ROLE_FOCUS] = '>',
		[ROLE_ALERT] = 'A',
		[ROLE_OK] = 'K',
		[ROLE_FIELD] = 'I',
		[ROLE_MUTED] = 'm',
		[ROLE_QR] = 'Q',
	};

	return letters[role];
}
