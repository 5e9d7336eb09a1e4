/*
 * Stand-ins.  The safe set is what all of Debian's Lat15 console fonts have;
 * letters lose their accents only where there is nothing but ASCII.
 */
#include <config.h>

#include "ui/glyph.h"

#include <stddef.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "text/fold.h"

static const struct {
	uint32_t code;
	uint32_t safe; /* itself if the console fonts have it */
	char ascii;
} signs[] = {
	{ 0x00A0, 0x00A0, ' ' },
	{ 0x00A1, 0x00A1, '!' },
	{ 0x00AB, 0x00AB, '"' },
	{ 0x00B0, 0x00B0, 'o' },
	{ 0x00B7, 0x00B7, '-' },
	{ 0x00BB, 0x00BB, '"' },
	{ 0x00BF, 0x00BF, '?' },
	{ 0x00D7, 0x00D7, 'x' },
	{ 0x2010, '-', '-' },
	{ 0x2011, '-', '-' },
	{ 0x2013, 0x2013, '-' },
	{ 0x2014, 0x2014, '-' },
	{ 0x2018, 0x2018, '\'' },
	{ 0x2019, 0x2019, '\'' },
	{ 0x201C, 0x201C, '"' },
	{ 0x201D, 0x201D, '"' },
	{ 0x2022, 0x2022, '*' },
	{ 0x2026, 0x2026, '~' },
	{ 0x202F, ' ', ' ' },
	{ 0x20AC, 0x20AC, 'E' },
	{ 0x2190, 0x2190, '<' },
	{ 0x2191, 0x2191, '^' },
	{ 0x2192, 0x2192, '>' },
	{ 0x2193, 0x2193, 'v' },
	{ 0x2500, 0x2500, '-' },
	{ 0x2502, 0x2502, '|' },
	{ 0x250C, 0x250C, '+' },
	{ 0x2510, 0x2510, '+' },
	{ 0x2514, 0x2514, '+' },
	{ 0x2518, 0x2518, '+' },
	{ 0x251C, 0x251C, '+' },
	{ 0x2524, 0x2524, '+' },
	{ 0x252C, 0x252C, '+' },
	{ 0x2534, 0x2534, '+' },
	{ 0x253C, 0x253C, '+' },
	{ 0x2550, 0x2550, '=' },
	{ 0x2580, 0x2588, '#' },
	{ 0x2584, 0x2588, '#' },
	{ 0x2588, 0x2588, '#' },
	{ 0x258C, 0x2588, '#' },
	{ 0x2590, 0x2588, '#' },
	{ 0x2591, 0x2591, '.' },
	{ 0x2592, 0x2592, '.' },
	{ 0x2593, 0x2592, '.' },
	{ 0x25A0, 0x25A0, '*' },
	{ 0x25A1, 0x25A0, '*' },
	{ 0x25B2, 0x25B2, '!' },
	{ 0x25BA, 0x2192, '>' },
	{ 0x25BC, 0x25BC, 'v' },
	{ 0x25C4, 0x2190, '<' },
	{ 0x25CB, 'o', 'o' },
	{ 0x25CF, 0x25CF, '*' },
	{ 0x2713, 'x', 'x' },
};

static bool
is_letter(uint32_t code)
{
	return (code >= 0x20 && code < 0x7F) ||
	    (code >= 0xA0 && code < 0x100) || code == 0x152 || code == 0x153 ||
	    code == 0x178;
}

bool
glyph_is_safe(uint32_t code)
{
	if (is_letter(code))
		return true;
	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (signs[i].code == code)
			return signs[i].safe == code;
	return false;
}

/* The first letter of what folding makes of CODE. */
static uint32_t
without_accent(uint32_t code)
{
	uint8_t text[UTF8_MAX + 1] = { 0 };
	struct arena *a = arena_new();
	uint32_t letter;

	utf8_encode(text, code);
	letter = (uint8_t)fold_ascii((const char *)text, a)[0];
	arena_free(a);
	return letter > 0x20 && letter < 0x7F ? letter : '?';
}

uint32_t
glyph_shown(enum glyphs glyphs, uint32_t code)
{
	if (code < 0x7F || (glyphs == GLYPHS_FULL && code != UTF8_REPLACEMENT))
		return code;
	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (signs[i].code == code)
			return glyphs == GLYPHS_ASCII ? (uint32_t)signs[i].ascii
						      : signs[i].safe;
	if (glyphs == GLYPHS_ASCII)
		return without_accent(code);
	return is_letter(code) ? code : '?';
}
