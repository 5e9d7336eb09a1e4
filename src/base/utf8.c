/*
 * UTF-8, strict, and the gate against code points that fool a terminal.
 */
#include <config.h>

#include "base/utf8.h"

#include <string.h>

#include "base/mem.h"

uint32_t
utf8_decode(struct bytes b, size_t *len)
{
	static const uint32_t smallest[] = { 0, 0, 0x80, 0x800, 0x10000 };
	uint8_t first = b.at[0];
	uint32_t code = 0;
	size_t need = 1;

	*len = 1;
	if (first < 0x80)
		return first;
	if (first >= 0xC2 && first <= 0xDF)
		need = 2, code = first & 0x1Fu;
	else if (first >= 0xE0 && first <= 0xEF)
		need = 3, code = first & 0x0Fu;
	else if (first >= 0xF0 && first <= 0xF4)
		need = 4, code = first & 0x07u;
	else
		return UTF8_INVALID;
	if (need > b.len)
		return UTF8_INVALID;
	for (size_t i = 1; i < need; i++) {
		if ((b.at[i] & 0xC0) != 0x80)
			return UTF8_INVALID;
		code = code << 6 | (b.at[i] & 0x3Fu);
	}
	if (code < smallest[need] || code > 0x10FFFF ||
	    (code >= 0xD800 && code <= 0xDFFF))
		return UTF8_INVALID;
	*len = need;
	return code;
}

size_t
utf8_encode(uint8_t *out, uint32_t code)
{
	if (code < 0x80) {
		out[0] = (uint8_t)code;
		return 1;
	}
	if (code < 0x800) {
		out[0] = (uint8_t)(0xC0 | code >> 6);
		out[1] = (uint8_t)(0x80 | (code & 0x3F));
		return 2;
	}
	if (code < 0x10000) {
		out[0] = (uint8_t)(0xE0 | code >> 12);
		out[1] = (uint8_t)(0x80 | (code >> 6 & 0x3F));
		out[2] = (uint8_t)(0x80 | (code & 0x3F));
		return 3;
	}
	out[0] = (uint8_t)(0xF0 | code >> 18);
	out[1] = (uint8_t)(0x80 | (code >> 12 & 0x3F));
	out[2] = (uint8_t)(0x80 | (code >> 6 & 0x3F));
	out[3] = (uint8_t)(0x80 | (code & 0x3F));
	return 4;
}

uint32_t
utf8_next(const char **text)
{
	size_t len = 0;
	uint32_t code;

	if (**text == '\0')
		return 0;
	code = utf8_decode(bytes_of(*text, strnlen(*text, UTF8_MAX)), &len);
	*text += len;
	return code == UTF8_INVALID ? UTF8_REPLACEMENT : code;
}

size_t
utf8_length(const char *text)
{
	size_t count = 0;

	while (utf8_next(&text) != 0)
		count++;
	return count;
}

bool
utf8_is_safe(uint32_t code)
{
	static const struct {
		uint32_t first;
		uint32_t last;
	} unsafe[] = {
		{ 0x0000, 0x0009 }, { 0x000B, 0x001F }, { 0x007F, 0x009F },
		{ 0x00AD, 0x00AD }, /* soft hyphen: seen or not as it likes */
		{ 0x061C, 0x061C }, { 0x180E, 0x180E }, { 0x200B, 0x200F },
		{ 0x2028, 0x202E }, { 0x2060, 0x206F }, { 0xD800, 0xF8FF },
		{ 0xFDD0, 0xFDEF }, { 0xFE00, 0xFE0F }, { 0xFEFF, 0xFEFF },
		{ 0xFFF0, 0xFFFC }, { 0xFFFE, 0xFFFF }, { 0x1D173, 0x1D17A },
		{ 0xE0000, 0xFFFFFFFF },
	};

	for (size_t i = 0; i < sizeof unsafe / sizeof unsafe[0]; i++)
		if (code >= unsafe[i].first && code <= unsafe[i].last)
			return false;
	return (code & 0xFFFE) != 0xFFFE;
}

size_t
utf8_find_unsafe(struct bytes b, uint32_t *code)
{
	size_t pos = 0;

	while (pos < b.len) {
		size_t len = 0;

		*code = utf8_decode(bytes_of(b.at + pos, b.len - pos), &len);
		if (*code == UTF8_INVALID || !utf8_is_safe(*code))
			return pos;
		pos += len;
	}
	return b.len;
}

char *
utf8_made_safe(const char *text, bool keep_lf)
{
	struct buffer safe = { 0 };

	while (*text != '\0') {
		uint32_t code = utf8_next(&text);
		uint8_t raw[UTF8_MAX];

		if (code == '\t')
			code = ' ';
		if (!utf8_is_safe(code) || (code == '\n' && !keep_lf))
			code = UTF8_REPLACEMENT;
		buffer_add(&safe, raw, utf8_encode(raw, code));
	}
	buffer_add_zeros(&safe, 1);
	return (char *)safe.at;
}
