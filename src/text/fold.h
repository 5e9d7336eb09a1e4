/*
 * Folding for comparison: case, accents, ligatures; ñ to n, ç to c.
 */
#ifndef VEREDA_FOLD_H
#define VEREDA_FOLD_H

#include "base/mem.h"

char *fold_text(const char *text, struct arena *a);

/* Plain ASCII letters for a terminal that has no others: "¿Qué?" "?Que?". */
char *fold_ascii(const char *text, struct arena *a);

#endif
