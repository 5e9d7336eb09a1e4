/*
 * Lines of the protocol.
 */
#include <config.h>

#include "load/serve_lines.h"

#include <string.h>

#include <sodium.h>

#include "base/utf8.h"

size_t
serve_lines_room(const struct serve_lines *l)
{
	return l->broken ? 0 : SERVE_LINE_MAX - l->len;
}

void
serve_lines_add(struct serve_lines *l, struct bytes bytes)
{
	if (bytes.len == 0 || bytes.len > serve_lines_room(l))
		return;
	memcpy(l->raw + l->len, bytes.at, bytes.len);
	l->len += bytes.len;
	if (l->len == SERVE_LINE_MAX && memchr(l->raw, '\n', l->len) == NULL)
		l->broken = true;
}

/* Cut the text of LINE at its TABs. */
static bool
cut(struct serve_line *line)
{
	char *at = line->text;
	uint32_t code = 0;

	line->count = 0;
	for (;;) {
		size_t len = strcspn(at, "\t");
		bool is_last = at[len] == '\0';

		if (line->count == SERVE_FIELDS_MAX ||
		    utf8_find_unsafe(bytes_of(at, len), &code) < len)
			return false;
		at[len] = '\0';
		line->field[line->count++] = at;
		if (is_last)
			return line->field[0][0] != '\0';
		at += len + 1;
	}
}

bool
serve_lines_first(struct serve_lines *l, struct serve_line *out)
{
	const char *end = l->broken || l->len == 0 ? NULL :
	    memchr(l->raw, '\n', l->len);

	if (end == NULL)
		return false;
	out->len = (size_t)(end - l->raw) + 1;
	memcpy(out->text, l->raw, out->len);
	out->text[out->len - 1] = '\0';
	/* A NUL inside would hide what stands behind it. */
	if (strlen(out->text) != out->len - 1 || !cut(out))
		l->broken = true;
	return !l->broken;
}

void
serve_lines_drop(struct serve_lines *l, struct serve_line *out)
{
	size_t len = out->len < l->len ? out->len : l->len;

	memmove(l->raw, l->raw + len, l->len - len);
	sodium_memzero(l->raw + l->len - len, len);
	l->len -= len;
	sodium_memzero(out->text, sizeof out->text);
	out->count = 0;
	out->len = 0;
}
