/*
 * How like two names of companies are, for who heard one over the telephone:
 * accents, case, legal forms ("S.A. de C.V."), the order of the words, how
 * they are spelled and where they are split count little or nothing.
 */
#ifndef VEREDA_NAME_MATCH_H
#define VEREDA_NAME_MATCH_H

#include <stddef.h>

#include "base/mem.h"

#define NAME_SAME 1000  /* the same name */
#define NAME_LIKE 620   /* from here on it may be meant */
#define NAME_TWIN 800   /* from here on people take one for the other */

/* The words of NAME that tell it apart, folded, one blank between them; all
 * its words when it has no other; "" for none at all. */
const char *name_words(const char *name, struct arena *a);

/* Letters and digits of a licence number, folded; "" without a digit. */
const char *name_number(const char *text, struct arena *a);

/*
 * 0 to NAME_SAME; both from name_words().  ASKED may be a part of NAME, and
 * its last word the beginning of one.
 */
unsigned name_likeness(const char *asked, const char *name);

#endif
