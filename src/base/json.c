/*
 * A JSON writer: indented by two, one item a line, stable for diffs.
 */
#include <config.h>

#include "base/json.h"

#include <assert.h>
#include <inttypes.h>

#include "base/utf8.h"

static void
quoted(FILE *out, const char *text)
{
	fputc('"', out);
	while (*text != '\0') {
		uint32_t code = utf8_next(&text);
		uint8_t raw[UTF8_MAX];

		if (code == '"' || code == '\\')
			fprintf(out, "\\%c", (int)code);
		else if (code == '\n')
			fputs("\\n", out);
		else if (code < 0x20 || (code >= 0x7F && code < 0xA0))
			fprintf(out, "\\u%04x", (unsigned)code);
		else
			fwrite(raw, 1, utf8_encode(raw, code), out);
	}
	fputc('"', out);
}

static void
item(struct json *j, const char *name)
{
	if (j->depth > 0) {
		if (j->has_items[j->depth - 1])
			fputc(',', j->out);
		j->has_items[j->depth - 1] = true;
		fprintf(j->out, "\n%*s", (int)j->depth * 2, "");
	}
	if (name != NULL) {
		quoted(j->out, name);
		fputs(": ", j->out);
	}
}

static void
begin(struct json *j, const char *name, char sign)
{
	item(j, name);
	fputc(sign, j->out);
	assert(j->depth < JSON_DEPTH_MAX);
	j->has_items[j->depth++] = false;
}

static void
end(struct json *j, char sign)
{
	assert(j->depth > 0);
	j->depth--;
	if (j->has_items[j->depth])
		fprintf(j->out, "\n%*s", (int)j->depth * 2, "");
	fputc(sign, j->out);
}

void
json_object_begin(struct json *j, const char *name)
{
	begin(j, name, '{');
}

void
json_object_end(struct json *j)
{
	end(j, '}');
}

void
json_array_begin(struct json *j, const char *name)
{
	begin(j, name, '[');
}

void
json_array_end(struct json *j)
{
	end(j, ']');
}

void
json_text(struct json *j, const char *name, const char *value)
{
	item(j, name);
	quoted(j->out, value);
}

void
json_number(struct json *j, const char *name, int64_t value)
{
	item(j, name);
	fprintf(j->out, "%" PRId64, value);
}

void
json_bool(struct json *j, const char *name, bool value)
{
	item(j, name);
	fputs(value ? "true" : "false", j->out);
}

void
json_null(struct json *j, const char *name)
{
	item(j, name);
	fputs("null", j->out);
}

void
json_end(struct json *j)
{
	assert(j->depth == 0);
	fputc('\n', j->out);
}
