/*
 * A receipt printer that is not there: it reads ESC/POS as strictly as one
 * can, and gives what would be on the paper, as text or as a picture.
 */
#ifndef VEREDA_TEST_ESCPOS_H
#define VEREDA_TEST_ESCPOS_H

#include <stdbool.h>
#include <stdio.h>

#include "base/bytes.h"

struct escpos;

/* NULL, and what is wrong in WHY (80 bytes), for bytes that are no job of
 * ours: an unknown command, a control byte, a row wider than COLUMNS. */
struct escpos *escpos_read(struct bytes job, int columns, char why[80]);
void escpos_free(struct escpos *p);

/* Row by row; "*" before what is bold, "[...]" what a native code says,
 * "[image W x H]" an image, "---" the cut. */
void escpos_text(const struct escpos *p, FILE *out);

/* The paper as SVG; the text is text. */
void escpos_svg(const struct escpos *p, FILE *out);

/* The image as PGM; false if there is none. */
bool escpos_image(const struct escpos *p, FILE *out);

#endif
