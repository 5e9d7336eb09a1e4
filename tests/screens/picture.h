/*
 * A screen as a picture: SVG, the text as text.  What is drawn is what the
 * emulator shows, in the colours of the roles.
 */
#ifndef VEREDA_PICTURE_H
#define VEREDA_PICTURE_H

#include <stdio.h>

#include "harness.h"

/* Write the screen of T to OUT.  No font is named but "monospace": every
 * run of text is fitted to its cells, whatever the reader has. */
void picture_write(struct term *t, FILE *out);

#endif
