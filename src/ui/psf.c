/*
 * PSF version 2: a head, the glyphs row by row, and for each glyph the
 * characters that it shows, in UTF-8 with 0xFF behind them.  Sequences of
 * several characters (behind 0xFE) are nothing that the kernel knows.
 */
#include <config.h>

#include "ui/psf.h"

#include <limits.h>
#include <linux/kd.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/mem.h"
#include "base/utf8.h"

#define MAGIC 0x864AB572u
#define HEAD_SIZE 32
#define HAS_MAP 1u
#define GLYPH_ENDS 0xFF

struct head {
	uint32_t head_size, flags, count, glyph_size, height, width;
};

static size_t
row_size(const struct psf *f)
{
	return (f->width + 7) / 8;
}

static int
read_head(struct head *h, struct reader *r, struct err *e)
{
	uint32_t magic = reader_u32(r);
	uint32_t version = reader_u32(r);

	h->head_size = reader_u32(r);
	h->flags = reader_u32(r);
	h->count = reader_u32(r);
	h->glyph_size = reader_u32(r);
	h->height = reader_u32(r);
	h->width = reader_u32(r);
	if (reader_failed(r) || magic != MAGIC || version != 0 ||
	    h->head_size != HEAD_SIZE || (h->flags & HAS_MAP) == 0)
		return err_set(e, ERR_INPUT, "no PSF2 font with a table");
	if (h->count == 0 || h->count > PSF_GLYPHS_MAX ||
	    h->height == 0 || h->height > PSF_ROWS || h->width == 0 ||
	    h->width > PSF_WIDTH_MAX ||
	    h->glyph_size != h->height * ((h->width + 7) / 8))
		return err_set(e, ERR_INPUT, "%u glyphs of %u x %u in %u "
		    "bytes are no console font", h->count, h->height,
		    h->width, h->glyph_size);
	return 0;
}

static int
read_glyphs(struct psf *f, const struct head *h, struct reader *r,
    struct err *e)
{
	size_t rest = (PSF_ROWS - h->height) * row_size(f);

	for (unsigned i = 0; i < h->count; i++) {
		struct bytes glyph = reader_take(r, h->glyph_size);

		if (reader_failed(r))
			return err_set(e, ERR_INPUT, "glyph %u is cut", i);
		buffer_add(&f->pixels, glyph.at, glyph.len);
		buffer_add_zeros(&f->pixels, rest);
	}
	return 0;
}

static int
read_map(struct psf *f, struct bytes table, struct err *e)
{
	unsigned glyph = 0;
	size_t len = 0;

	/* a character is a byte at least */
	f->map = xcalloc(table.len + 1, sizeof *f->map);
	for (size_t at = 0; at < table.len; at += len) {
		struct bytes rest = { table.at + at, table.len - at };
		uint32_t code = 0;

		len = 1;
		if (*rest.at == GLYPH_ENDS) {
			glyph++;
			continue;
		}
		code = utf8_decode(rest, &len);
		if (code > USHRT_MAX || glyph >= f->count ||
		    f->map_count == USHRT_MAX)
			return err_set(e, ERR_INPUT,
			    "the characters of glyph %u are not right", glyph);
		f->map[f->map_count++] = (struct unipair){
			.unicode = (unsigned short)code,
			.fontpos = (unsigned short)glyph,
		};
	}
	if (glyph != f->count)
		return err_set(e, ERR_INPUT, "the table is cut at glyph %u",
		    glyph);
	return 0;
}

int
psf_parse(struct psf *out, struct bytes psf, struct err *e)
{
	struct reader r = reader_of(psf);
	struct head h = { 0 };

	memset(out, 0, sizeof *out);
	if (read_head(&h, &r, e) < 0)
		return -1;
	out->width = h.width;
	out->height = h.height;
	out->count = h.count;
	if (read_glyphs(out, &h, &r, e) < 0 ||
	    read_map(out, reader_take(&r, reader_left(&r)), e) < 0) {
		psf_fini(out);
		return -1;
	}
	return 0;
}

int
psf_read(struct psf *out, const char *path, struct err *e)
{
	struct buffer file = { 0 };
	int rc = -1;

	memset(out, 0, sizeof *out);
	if (io_read_file(&file, path, PSF_SIZE_MAX, e) < 0)
		return -1;
	rc = psf_parse(out, buffer_bytes(&file), e);
	if (rc < 0)
		err_wrap(e, "%s", path);
	buffer_fini(&file);
	return rc;
}

void
psf_fini(struct psf *f)
{
	buffer_fini(&f->pixels);
	free(f->map);
	memset(f, 0, sizeof *f);
}

int
psf_glyph(const struct psf *f, uint32_t code)
{
	for (size_t i = 0; i < f->map_count; i++)
		if (f->map[i].unicode == code)
			return f->map[i].fontpos;
	return -1;
}

uint32_t
psf_character(const struct psf *f, int glyph)
{
	for (size_t i = 0; i < f->map_count; i++)
		if (f->map[i].fontpos == glyph)
			return f->map[i].unicode;
	return 0;
}

bool
psf_dot(const struct psf *f, int glyph, unsigned x,
    unsigned y)
{
	size_t row = (size_t)glyph * PSF_ROWS + y;
	uint8_t byte = f->pixels.at[row * row_size(f) + x / 8];

	return (byte >> (7 - x % 8) & 1) != 0;
}
