/*
 * Cells of texts, and texts cut to a width.
 */
#include <config.h>

#include "text/width.h"

#include <string.h>

#include <uniwidth.h>

#include "base/utf8.h"

#define ELLIPSIS "\xE2\x80\xA6"

int
width_of_code(uint32_t code)
{
	int width = 1;

	if (utf8_is_safe(code))
		width = uc_width(code, "UTF-8");
	return width < 0 ? 1 : width;
}

int
width_of(const char *text)
{
	int width = 0;
	uint32_t code;

	while ((code = utf8_next(&text)) != 0)
		width += width_of_code(code);
	return width;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* What stands between the groups of one number; +1 after the first byte. */
static size_t
joiner_length(const char *text)
{
	static const char *const joiners[] = { ") ", ")-", " (", "\xC2\xA0",
		"\xE2\x80\xAF", " ", "-", ".", ",", "/", ":" };

	for (size_t i = 0; i < sizeof joiners / sizeof joiners[0]; i++) {
		size_t len = strlen(joiners[i]);

		if (strncmp(text, joiners[i], len) == 0 && is_digit(text[len]))
			return len;
	}
	return 0;
}

bool
width_in_number(const char *text, size_t at)
{
	if (at == 0 || text[at] == '\0')
		return false;
	if (is_digit(text[at]) && strchr("0123456789+*#(", text[at - 1]))
		return true;
	/* Is AT before, in, or right behind a joiner with digits around? */
	for (size_t back = 0; back <= 3 && back < at; back++) {
		size_t start = at - back;
		size_t len = joiner_length(text + start);

		if (len >= back && len > 0 && is_digit(text[start - 1]))
			return true;
	}
	return false;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n';
}

/* Where to cut TEXT so that at most ROOM cells stay: at a word's end, or
 * inside a word that is too long, but never inside a number. */
static size_t
cut_at(const char *text, int room)
{
	const char *p = text;
	size_t word_end = 0;
	size_t anywhere = 0;
	int width = 0;

	while (*p != '\0') {
		size_t at = (size_t)(p - text);
		bool whole = !width_in_number(text, at);

		if (whole && is_blank(*p) && at > 0)
			word_end = at;
		if (whole)
			anywhere = at;
		width += width_of_code(utf8_next(&p));
		if (width > room)
			break;
	}
	return word_end > 0 ? word_end : anywhere;
}

/* END, or before it where nothing but signs stands: they say nothing in front
 * of an ellipsis. */
static size_t
without_mark(const char *text, size_t end)
{
	static const char dot[] = "·";
	size_t len = sizeof dot - 1;

	for (;;) {
		if (end > 0 && strchr(" \n,;:.-", text[end - 1]) != NULL)
			end--;
		else if (end >= len && memcmp(text + end - len, dot, len) == 0)
			end -= len;
		else
			return end;
	}
}

const char *
width_cut(const char *text, int width, struct arena *a)
{
	size_t end = 0;

	if (width_of(text) <= width)
		return text;
	if (width < 1)
		return "";
	end = without_mark(text, cut_at(text, width - 1));
	return arena_printf(a, "%.*s" ELLIPSIS, (int)end, text);
}
