/*
 * Folding: what two spellings of one word have in common, and what is left
 * of a screen on a terminal that only knows ASCII.
 */
#include <config.h>

#include "text/fold.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/utf8.h"
#include "text/width.h"

/* Letters that Unicode does not take apart. */
static const struct {
	uint32_t code;
	const char *plain;
} letters[] = {
	{ 0x00DF, "ss" },
	{ 0x00E6, "ae" },
	{ 0x00F0, "d" },
	{ 0x00F8, "o" },
	{ 0x00FE, "th" },
	{ 0x0111, "d" },
	{ 0x0127, "h" },
	{ 0x0131, "i" },
	{ 0x0142, "l" },
	{ 0x014B, "n" },
	{ 0x0153, "oe" },
};

/* Signs of our screens and texts, one cell each. */
static const struct {
	uint32_t code;
	char plain;
} signs[] = {
	{ 0x00A0, ' ' },
	{ 0x00A1, '!' },
	{ 0x00A2, 'c' },
	{ 0x00A9, 'c' },
	{ 0x00AA, 'a' },
	{ 0x00AB, '"' },
	{ 0x00AE, 'r' },
	{ 0x00B0, 'o' },
	{ 0x00B4, '\'' },
	{ 0x00B7, '-' },
	{ 0x00BA, 'o' },
	{ 0x00BB, '"' },
	{ 0x00BF, '?' },
	{ 0x00C6, 'A' },
	{ 0x00D7, 'x' },
	{ 0x00D8, 'O' },
	{ 0x00DF, 's' },
	{ 0x00E6, 'a' },
	{ 0x00F7, '/' },
	{ 0x00F8, 'o' },
	{ 0x0110, 'D' },
	{ 0x0111, 'd' },
	{ 0x0131, 'i' },
	{ 0x0141, 'L' },
	{ 0x0142, 'l' },
	{ 0x0152, 'O' },
	{ 0x0153, 'o' },
	{ 0x2010, '-' },
	{ 0x2011, '-' },
	{ 0x2012, '-' },
	{ 0x2013, '-' },
	{ 0x2014, '-' },
	{ 0x2015, '-' },
	{ 0x2018, '\'' },
	{ 0x2019, '\'' },
	{ 0x201A, ',' },
	{ 0x201C, '"' },
	{ 0x201D, '"' },
	{ 0x201E, '"' },
	{ 0x2022, '*' },
	{ 0x2026, '.' },
	{ 0x202F, ' ' },
	{ 0x2032, '\'' },
	{ 0x2033, '"' },
	{ 0x2039, '<' },
	{ 0x203A, '>' },
	{ 0x20AC, 'E' },
	{ 0x2190, '<' },
	{ 0x2191, '^' },
	{ 0x2192, '>' },
	{ 0x2193, 'v' },
	{ 0x2212, '-' },
	{ 0x2550, '=' },
	{ 0x2551, '|' },
	{ 0x2580, '#' },
	{ 0x2584, '#' },
	{ 0x2588, '#' },
	{ 0x2591, '.' },
	{ 0x2592, ':' },
	{ 0x2593, '#' },
	{ 0x25A0, '#' },
	{ 0x25A1, '.' },
	{ 0x25B2, '^' },
	{ 0x25BA, '>' },
	{ 0x25BC, 'v' },
	{ 0x25C4, '<' },
	{ 0x25CB, 'o' },
	{ 0x25CF, '*' },
	{ 0x2713, 'x' },
	{ 0xFFFD, '?' },
};

static void
add_code(struct buffer *out, uint32_t code)
{
	uint8_t raw[UTF8_MAX];

	buffer_add(out, raw, utf8_encode(raw, code));
}

static void
add_folded(struct buffer *out, uint32_t code)
{
	code = uc_tolower(code);
	for (size_t i = 0; i < COUNT_OF(letters); i++)
		if (letters[i].code == code) {
			buffer_add_text(out, letters[i].plain);
			return;
		}
	add_code(out, code);
}

/* TEXT without malformed bytes in a normal form, made by malloc. */
static uint8_t *
normal_form(uninorm_t form, const char *text, size_t *len)
{
	char *safe = utf8_made_safe(text, true);
	uint8_t *normal =
	    u8_normalize(form, (const uint8_t *)safe, strlen(safe), NULL, len);

	free(safe);
	if (normal == NULL) { /* only when there is no memory */
		*len = 0;
		normal = xcalloc(1, 1);
	}
	return normal;
}

/* Most words: nothing to fold but their case. */
static char *
fold_plain(const char *text, size_t len, struct arena *a)
{
	char *out = arena_strndup(a, text, len);

	for (size_t i = 0; i < len; i++)
		if (out[i] >= 'A' && out[i] <= 'Z')
			out[i] = (char)(out[i] - 'A' + 'a');
	return out;
}

static bool
is_plain(const char *text, size_t *len)
{
	const char *p = text;

	while (*p >= ' ' && *p < 0x7F)
		p++;
	*len = (size_t)(p - text);
	return *p == '\0';
}

char *
fold_text(const char *text, struct arena *a)
{
	struct buffer out = { 0 };
	uint8_t *normal = NULL;
	char *folded = NULL;
	size_t len = 0;

	if (is_plain(text, &len))
		return fold_plain(text, len, a);
	normal = normal_form(UNINORM_NFKD, text, &len);
	for (size_t i = 0; i < len;) {
		size_t step = 0;
		uint32_t code =
		    utf8_decode(bytes_of(normal + i, len - i), &step);

		if (!uc_is_general_category(code, UC_MARK))
			add_folded(&out, code);
		i += step;
	}
	folded = arena_strndup(a, out.len > 0 ? (char *)out.at : "", out.len);
	buffer_fini(&out);
	free(normal);
	return folded;
}

/* One character that looks like CODE, '?' if there is none. */
static char
ascii_of(uint32_t code)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	if (code < 0x7F && (code >= ' ' || code == '\n'))
		return (char)code;
	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (signs[i].code == code)
			return signs[i].plain;
	if (code >= 0x2500 && code <= 0x257F) /* box drawing */
		return code <= 0x2501 ? '-' : code <= 0x2503 ? '|' : '+';
	if (uc_canonical_decomposition(code, parts) > 0 && parts[0] < 0x7F)
		return (char)parts[0];
	return '?';
}

char *
fold_ascii(const char *text, struct arena *a)
{
	char *out = arena_zero(a, strlen(text) + 1);
	size_t len = 0;
	uint32_t code;

	while ((code = utf8_next(&text)) != 0) {
		/* A cell is at least one byte: there is always room. */
		for (int cell = code == '\n' ? 1 : width_of_code(code);
		     cell > 0; cell--)
			out[len++] = ascii_of(code);
	}
	return out;
}
