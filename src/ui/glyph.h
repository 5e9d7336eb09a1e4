/*
 * What a terminal shows instead of a sign that it does not have.  One sign
 * for one: the geometry of a screen never changes.
 */
#ifndef VEREDA_GLYPH_H
#define VEREDA_GLYPH_H

#include <stdbool.h>
#include <stdint.h>

#include "ui/app.h"

/* CODE as a terminal with GLYPHS shows it: itself or a stand-in. */
uint32_t glyph_shown(enum glyphs glyphs, uint32_t code);

/* Is CODE on every Debian console font? */
bool glyph_is_safe(uint32_t code);

#endif
