/*
 * How a word sounds: a letter stands for all that sounds like it, so that two
 * spellings of one sound are the same.  WORD is folded (fold.h).
 */
#ifndef VEREDA_SOUND_H
#define VEREDA_SOUND_H

#include <stddef.h>

enum sound_ear {
	SOUND_IBERIAN, /* Spanish and Portuguese, and who writes English so */
	SOUND_CREOLE,  /* Haitian Creole, and French as it is heard there */
};

/*
 * At most ROOM letters of how the LEN bytes at WORD sound into OUT, without
 * a NUL; returns how many.  No sound follows itself.
 */
size_t sound_of(char *out, size_t room, const char *word, size_t len,
    enum sound_ear ear);

#endif
