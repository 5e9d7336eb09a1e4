/*
 * The manifest: what an edition says of itself to people.
 */
#include <config.h>

#include "pack/compile.h"

#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "bundle/head.h"
#include "pack/kind.h"

#define LINES_MAX 64

struct lines {
	const char *list[LINES_MAX];
	size_t count;
	struct arena *arena;
};

/* No line for an empty value. */
static void
add(struct lines *l, const char *key, const char *value)
{
	if (value != NULL && value[0] != '\0' && l->count < LINES_MAX)
		l->list[l->count++] =
		    arena_printf(l->arena, "%s=%s\n", key, value);
}

static void
add_by_language(struct lines *l, const struct channel *c, const char *key,
    const struct by_language *texts)
{
	for (size_t i = 0; i < c->languages.count; i++)
		add(l,
		    arena_printf(l->arena, "%s.%s", key,
			c->languages.list[i].text),
		    texts->in[channel_language(c, i)].text);
}

static void
add_counts(struct lines *l, const struct channel *c)
{
	for (const struct kind *const *k = kinds(); *k != NULL; k++)
		add(l, arena_printf(l->arena, "count.%s", (*k)->name),
		    arena_printf(l->arena, "%zu", kind_count(c, *k)));
}

static int
compare_lines(const void *left, const void *right)
{
	const char *const *a = left;
	const char *const *b = right;

	return strcmp(*a, *b);
}

int
compile_manifest(const char **out, const struct channel *c, struct arena *a,
    struct err *e)
{
	struct lines l = { .arena = a };
	struct buffer text = { 0 };
	char rev[HASH_HEX_SIZE];
	const char *langs = "";

	for (size_t i = 0; i < c->languages.count; i++)
		langs = arena_printf(a, "%s%s%s", langs, i == 0 ? "" : " ",
		    c->languages.list[i].text);
	hash_hex(rev, &c->rev);
	add_by_language(&l, c, "title", &c->title);
	add_by_language(&l, c, "summary", &c->summary);
	add_counts(&l, c);
	add(&l, "langs", langs);
	add(&l, "publisher", c->publisher.text);
	add(&l, "licence", c->licence.text);
	add(&l, "built_by", "vereda-pack " PACKAGE_VERSION);
	add(&l, "source_rev", rev);
	qsort(l.list, l.count, sizeof *l.list, compare_lines);
	for (size_t i = 0; i < l.count; i++)
		buffer_add_text(&text, l.list[i]);
	*out = arena_strndup(a, (const char *)text.at, text.len);
	buffer_fini(&text);
	if (strlen(*out) > HEAD_MANIFEST_MAX)
		return err_set(e, ERR_LIMIT, "the manifest has %zu bytes",
		    strlen(*out));
	return 0;
}
