/*
 * Folding for comparison: case, accents, ligatures; ñ to n, ç to c.
 */
#ifndef VEREDA_FOLD_H
#define VEREDA_FOLD_H

#include "base/mem.h"

char *fold_text(const char *text, struct arena *a);

/*
 * For a terminal that has no other letters: "¿Qué?" gives "?Que?".  As many
 * cells as before, so that a screen can be turned row by row; "\n" stays.
 */
char *fold_ascii(const char *text, struct arena *a);

#endif
