/*
 * A font for the Linux console, as make_font.sh writes it and setfont takes
 * it: PSF version 2 with a table of characters.
 */
#ifndef VEREDA_PSF_H
#define VEREDA_PSF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"

#define PSF_ROWS 32 /* of each glyph, for the kernel; rest is 0 */
#define PSF_WIDTH_MAX 32
#define PSF_GLYPHS_MAX 512
#define PSF_SIZE_MAX (1u << 18) /* bytes of the file */

struct unipair;

struct psf {
	unsigned width, height; /* pixels */
	unsigned count;         /* glyphs */
	struct buffer pixels;   /* PSF_ROWS rows a glyph */
	struct unipair *map;    /* which glyph shows which character */
	unsigned short map_count;
};

/* ERR_INPUT for anything else than such a font; OUT is then empty. */
CHECKED int psf_parse(struct psf *out, struct bytes psf,
    struct err *e);
CHECKED int psf_read(struct psf *out, const char *path,
    struct err *e);
void psf_fini(struct psf *f);

/* The glyph that shows CODE, or -1. */
int psf_glyph(const struct psf *f, uint32_t code);

/* The first character that GLYPH shows, or 0. */
uint32_t psf_character(const struct psf *f, int glyph);

/* Is there a dot at X, Y of GLYPH? */
bool psf_dot(const struct psf *f, int glyph, unsigned x,
    unsigned y);

#endif
