/*
 * The short code of an entry, "V-482 135": on every slip and beside every QR
 * code, and it opens the same entry on any kiosk that has it.
 *
 *	V-NNN NNK	NNNNN of the slug: its FNV-1a (64 bits) modulo 100000
 *			K so that Damm's sum of all six is 0
 *
 * Made of the slug alone: the same in every edition and on every kiosk.  One
 * wrong digit, or two neighbours that changed places, never make another
 * code.  Two entries of one channel never share one (vereda-pack check); of
 * two channels they may, and then both are shown.
 */
#ifndef VEREDA_SHORT_CODE_H
#define VEREDA_SHORT_CODE_H

#include <stdbool.h>

#define SHORT_CODE_DIGITS 6
#define SHORT_CODE_SIZE 10 /* bytes of "V-482 135", with the NUL */

void short_code(char out[SHORT_CODE_SIZE], const char *slug);

/* What somebody typed. */
enum short_code_typed {
	SHORT_CODE_NONE,  /* no code: words, or a telephone */
	SHORT_CODE_PART,  /* a V and too few digits */
	SHORT_CODE_WRONG, /* a V, and digits that are no code */
	SHORT_CODE_BARE,  /* six digits, and they are one */
	SHORT_CODE_WHOLE, /* the same with a V */
};

/*
 * Blanks and hyphens are free.  On a keypad the V is its key, an 8.  OUT has
 * the code as it is printed for the last two, else "".
 */
enum short_code_typed short_code_read(char out[SHORT_CODE_SIZE],
    const char *typed, bool keypad);

#endif
