/*
 * Lines of the helper.
 */
#include <config.h>

#include "ui/link_line.h"

#include <string.h>

#include "base/utf8.h"

/* Cut the line in R->raw at its tabs. */
static bool
cut(struct link_reader *r, struct link_line *out)
{
	char *at = r->raw;
	uint32_t code = 0;

	out->count = 0;
	if (r->len == 0)
		return false;
	r->raw[r->len] = '\0'; /* where the LF would stand */
	for (;;) {
		char *tab = memchr(at, '\t', r->len - (size_t)(at - r->raw));
		size_t len = tab != NULL ? (size_t)(tab - at)
					 : r->len - (size_t)(at - r->raw);

		if (out->count == LINK_FIELDS_MAX ||
		    utf8_find_unsafe(bytes_of(at, len), &code) < len)
			return false;
		out->field[out->count++] = at;
		if (tab == NULL)
			return out->field[0][0] != '\0';
		*tab = '\0';
		at = tab + 1;
	}
}

enum link_took
link_reader_take(struct link_reader *r, struct bytes *in,
    struct link_line *out)
{
	const uint8_t *end = NULL;
	size_t len = in->len;

	if (r->broken)
		return LINK_TOOK_BROKEN;
	if (len > 0)
		end = memchr(in->at, '\n', len);
	if (end != NULL)
		len = (size_t)(end - in->at);
	if (len > LINK_LINE_MAX - 1 - r->len) {
		r->broken = true;
		return LINK_TOOK_BROKEN;
	}
	if (len > 0)
		memcpy(r->raw + r->len, in->at, len);
	r->len += len;
	if (end == NULL) {
		*in = bytes_of(in->at + len, 0);
		return LINK_TOOK_ALL;
	}
	*in = bytes_of(end + 1, in->len - len - 1);
	r->broken = !cut(r, out);
	r->len = 0;
	return r->broken ? LINK_TOOK_BROKEN : LINK_TOOK_LINE;
}

bool
link_number(const char *field, uint64_t max, uint64_t *out)
{
	uint64_t n = 0;

	*out = 0;
	if (field[0] == '\0')
		return false;
	for (; *field != '\0'; field++) {
		uint64_t digit = (uint64_t)(unsigned char)*field - '0';

		if (*field < '0' || *field > '9' || digit > max ||
		    n > (max - digit) / 10)
			return false;
		n = n * 10 + digit;
	}
	*out = n;
	return true;
}
