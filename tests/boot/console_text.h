/*
 * What stands on a console, read from its picture: every cell is compared
 * with the glyphs of the font that the console has.
 */
#ifndef VEREDA_CONSOLE_TEXT_H
#define VEREDA_CONSOLE_TEXT_H

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "ui/psf.h"

/*
 * Append the rows of PICTURE (PPM, "P6", 255 values a colour), each with a
 * line feed and without the blanks at its end.  A cell that is no glyph of
 * FONT becomes "?".
 */
CHECKED int console_text(struct buffer *out, struct bytes picture,
    const struct psf *font, struct err *e);

#endif
