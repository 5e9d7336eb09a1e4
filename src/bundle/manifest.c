/*
 * The manifest: lines "key=value", sorted by key as bytes, each ended by LF.
 */
#include <config.h>

#include "bundle/manifest.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

#define LINES_MAX 256
#define KEY_MAX 64 /* bytes */

struct line {
	const char *key;
	const char *value;
};

struct manifest {
	char *text; /* all lines, cut apart by NULs */
	struct line *lines;
	size_t count;
};

/* "title", "title.es", "count.article", "built_by" */
static bool
key_is_good(const char *key)
{
	size_t len = strlen(key);

	return len > 0 && len <= KEY_MAX &&
	    strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_.-") == len;
}

static int
parse_line(struct manifest *m, char *text, struct err *e)
{
	char *equals = strchr(text, '=');
	struct line *line = &m->lines[m->count];

	if (m->count == LINES_MAX)
		return err_set(e, ERR_HEAD_LENGTHS, "more than %d lines",
		    LINES_MAX);
	if (equals == NULL)
		return err_set(e, ERR_HEAD_LENGTHS, "line %zu has no \"=\"",
		    m->count + 1);
	*equals = '\0';
	line->key = text;
	line->value = equals + 1;
	if (!key_is_good(line->key))
		return err_set(e, ERR_HEAD_LENGTHS, "line %zu: its key",
		    m->count + 1);
	if (m->count > 0 && strcmp(line[-1].key, line->key) >= 0)
		return err_set(e, ERR_HEAD_LENGTHS,
		    "line %zu: %s stands twice or out of order", m->count + 1,
		    line->key);
	m->count++;
	return 0;
}

static int
parse_lines(struct manifest *m, size_t len, struct err *e)
{
	char *at = m->text;
	char *end = m->text + len;

	while (at < end) {
		char *lf = memchr(at, '\n', (size_t)(end - at));

		if (lf == NULL)
			return err_set(e, ERR_HEAD_LENGTHS,
			    "the last line does not end");
		*lf = '\0';
		if (parse_line(m, at, e) < 0)
			return -1;
		at = lf + 1;
	}
	return 0;
}

int
manifest_parse(struct manifest **out, struct bytes text, struct err *e)
{
	struct manifest *m = xcalloc(1, sizeof *m);
	uint32_t code = 0;
	size_t bad = utf8_find_unsafe(text, &code);

	*out = NULL;
	m->lines = xcalloc(LINES_MAX + 1, sizeof *m->lines);
	m->text = xstrndup(text.len > 0 ? (const char *)text.at : "",
	    text.len);
	if (bad < text.len)
		err_set(e, ERR_HEAD_LENGTHS,
		    "byte %zu of the manifest is not safe text", bad);
	else if (parse_lines(m, text.len, e) == 0) {
		*out = m;
		return 0;
	}
	manifest_free(m);
	return err_wrap(e, "manifest");
}

void
manifest_free(struct manifest *m)
{
	if (m == NULL)
		return;
	free(m->lines);
	free(m->text);
	free(m);
}

size_t
manifest_count(const struct manifest *m)
{
	return m->count;
}

const char *
manifest_key(const struct manifest *m, size_t n)
{
	return n < m->count ? m->lines[n].key : "";
}

const char *
manifest_value(const struct manifest *m, size_t n)
{
	return n < m->count ? m->lines[n].value : "";
}

const char *
manifest_get(const struct manifest *m, const char *key)
{
	for (size_t i = 0; i < m->count; i++)
		if (strcmp(m->lines[i].key, key) == 0)
			return m->lines[i].value;
	return NULL;
}

static const char *
get_one(const struct manifest *m, const char *stem, const char *lang)
{
	char *key = xasprintf("%s.%s", stem, lang);
	const char *value = manifest_get(m, key);

	free(key);
	return value;
}

const char *
manifest_get_in(const struct manifest *m, const char *stem, const char *lang)
{
	const char *const order[] = { lang, "es", "en" };

	for (size_t i = 0; i < COUNT_OF(order); i++) {
		const char *value = get_one(m, stem, order[i]);

		if (value != NULL)
			return value;
	}
	return "";
}
