/*
 * Contrast of colours.
 */
#include <config.h>

#include "contrast.h"

#include <math.h>

#include "base/compiler.h"

static const unsigned palettes[][16] = {
	{ 0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa,
	    0xaaaaaa, 0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff,
	    0xff55ff, 0x55ffff, 0xffffff }, /* Linux, VGA */
	{ 0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd,
	    0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff,
	    0xff00ff, 0x00ffff, 0xffffff }, /* xterm */
	{ 0x222222, 0xcc9393, 0x7f9f7f, 0xd0bf8f, 0x6ca0a3, 0xdc8cc3, 0x93e0e3,
	    0xdcdccc, 0x666666, 0xdca3a3, 0xbfebbf, 0xf0dfaf, 0x8cd0d3,
	    0xfcace3, 0xb3ffff, 0xffffff }, /* foot 1.13 */
	{ 0x242424, 0xf62b5a, 0x47b413, 0xe3c401, 0x24acd4, 0xf2affd, 0x13c299,
	    0xe6e6e6, 0x616161, 0xff4d51, 0x35d450, 0xe9e836, 0x5dc5f8,
	    0xfeabf2, 0x24dfc4, 0xffffff }, /* foot 1.21 */
};

const size_t contrast_palettes = COUNT_OF(palettes);

static unsigned
rgb(const unsigned *palette, int number)
{
	static const unsigned steps[] = { 0, 95, 135, 175, 215, 255 };
	unsigned n = (unsigned)number;

	if (n < 16)
		return palette[n];
	if (n >= 232)
		return (8 + (n - 232) * 10) * 0x010101;
	n -= 16;
	return steps[n / 36] << 16 | steps[n / 6 % 6] << 8 | steps[n % 6];
}

static double
luminance(unsigned colour)
{
	static const double weights[] = { 0.0722, 0.7152, 0.2126 };
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		double c = (double)(colour >> (8 * i) & 0xFF) / 255;

		c = c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
		sum += weights[i] * c;
	}
	return sum;
}

double
contrast_of(size_t palette, int fg, int bg)
{
	double a = luminance(rgb(palettes[palette], fg));
	double b = luminance(rgb(palettes[palette], bg));

	return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

const char *
contrast_palette_name(size_t palette)
{
	static const char *const names[] = { "Linux, VGA", "xterm",
		"foot 1.13", "foot 1.21" };

	return names[palette];
}

bool
contrast_bold_brightens(size_t palette)
{
	return palette < 2;
}
