/*
 * Contrast as WCAG 2 defines it, of colour numbers on four palettes: those of
 * the Linux console, of xterm, and of foot 1.13 and 1.21.
 */
#ifndef VEREDA_CONTRAST_H
#define VEREDA_CONTRAST_H

#include <stdbool.h>
#include <stddef.h>

extern const size_t contrast_palettes;
const char *contrast_palette_name(size_t palette);

/* From 1 to 21. */
double contrast_of(size_t palette, int fg, int bg);

/* Does bold make the colours 0 to 7 those of 8 to 15 there? */
bool contrast_bold_brightens(size_t palette);

#endif
