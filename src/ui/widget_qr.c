/*
 * QR codes and large digits.
 */
#include <config.h>

#include "ui/widget_qr.h"

#include <stdint.h>
#include <string.h>

#include "ui/app.h"

#define BIG_WIDTH 3 /* cells of a large sign */
#define BIG_STEP 4  /* with the gap behind it */
#define BIG_BLANK 2

bool
widget_qr_works(const struct screen *sc)
{
	return app_glyphs(sc->app) == GLYPHS_FULL && !app_line_mode(sc->app);
}

int
widget_qr_size(int width, int rows, int margin)
{
	int size = 2 * rows < width ? 2 * rows : width;

	return size - 2 * margin;
}

/* What a cell shows of the two modules in it. */
static const char *
halves(bool above, bool below)
{
	if (above)
		return below ? "█" : "▀";
	return below ? "▄" : " ";
}

void
widget_qr(struct surface *s, const struct qr *qr, int x, int y, int width,
    int height)
{
	int left = (width - qr->size) / 2;
	int above = (2 * height - qr->size) / 2;

	surface_fill(s, x, y, width, height, ROLE_QR);
	for (int row = 0; row < height; row++)
		for (int column = 0; column < width; column++)
			surface_text(s, x + column, y + row, 1, ROLE_QR,
			    halves(qr_is_dark(qr, column - left,
				       2 * row - above),
				qr_is_dark(qr, column - left,
				    2 * row + 1 - above)));
}

/* Three bits a row, from above. */
static const uint16_t big_digits[10] = { 075557, 026227, 071747, 071717,
	055711, 074717, 074757, 071111, 075757, 075717 };

static uint16_t
big_sign(char c)
{
	if (c >= '0' && c <= '9')
		return big_digits[c - '0'];
	return c == 'V' ? 055552 : c == '-' ? 000700 : 0;
}

int
widget_big_width(const char *text)
{
	int width = 0;

	for (; *text != '\0'; text++)
		width += *text == ' ' ? BIG_BLANK : BIG_STEP;
	return width > 0 ? width - 1 : 0;
}

void
widget_big(struct surface *s, int x, int y, const char *text)
{
	for (; *text != '\0'; text++) {
		uint16_t sign = big_sign(*text);

		for (int bit = 0; bit < BIG_ROWS * BIG_WIDTH; bit++)
			if ((sign >> (BIG_ROWS * BIG_WIDTH - 1 - bit) & 1) != 0)
				surface_text(s, x + bit % BIG_WIDTH,
				    y + bit / BIG_WIDTH, 1, ROLE_TITLE, "█");
		x += *text == ' ' ? BIG_BLANK : BIG_STEP;
	}
}
