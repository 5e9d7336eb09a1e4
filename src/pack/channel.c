/*
 * Walks the folder of a channel: what all the rest needs first, then the
 * kinds of entry, then how it all hangs together.
 */
#include <config.h>

#include "pack/channel.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "pack/channel_folder.h"
#include "pack/fees.h"
#include "pack/kind.h"
#include "pack/recordings.h"
#include "pack/source_file.h"

char *
channel_file(struct channel *c, const char *name, size_t max, size_t *len,
    struct place *start)
{
	*start = (struct place){ arena_printf(c->arena, "%s/%s", c->folder,
				     name),
		1, 1, NULL };
	return source_file_read(start->file, name, max, len, &c->rev_state,
	    c->arena, c->findings);
}

/* Of any language that the search knows: what people say in one that nothing
 * is written in yet leads to what there is. */
static int
synonyms_language(const char *name)
{
	size_t len = strcspn(name, ".");
	char code[8] = "";

	if (len >= sizeof code || strcmp(name + len, ".txt") != 0)
		return -1;
	memcpy(code, name, len);
	return rules_language(code);
}

static void
read_synonyms(struct channel *c)
{
	const char *path = arena_printf(c->arena, "%s/synonyms", c->folder);
	struct names files = channel_folder_list(c, path);

	for (size_t i = 0; i < files.count; i++) {
		int lang = synonyms_language(files.list[i]);

		if (lang < 0)
			channel_folder_unexpected(c,
			    arena_printf(c->arena, "%s/%s", path,
				files.list[i]));
		else
			channel_synonyms_read(c,
			    arena_strndup(c->arena, files.list[i],
				strcspn(files.list[i], ".")),
			    arena_printf(c->arena, "synonyms/%s",
				files.list[i]));
	}
	free(files.list);
}

static bool
is(const char *path, bool folder)
{
	return folder ? channel_folder_is_folder(path) :
			channel_folder_is_file(path);
}

/* What may stand at the top beside the sources of the kinds; the rest is
 * unexpected. */
static void
check_top(struct channel *c, const struct names *top)
{
	static const struct {
		const char *name;
		bool folder;
	} known[] = {
		{ "synonyms", true },
		{ RECORDINGS_FOLDER, true },
		{ "channel.yaml", false },
		{ "topics.yaml", false },
		{ "sources.csv", false },
		{ "glossary.csv", false },
		{ KIND_INSTRUMENTS, false },
		{ "laws.csv", false },
		{ FEES_SHEET, false },
	};

	for (size_t i = 0; i < top->count; i++) {
		const char *path = arena_printf(c->arena, "%s/%s", c->folder,
		    top->list[i]);
		const struct kind *kind = kind_of_source(top->list[i]);
		bool good = kind != NULL && is(path, kind->is_folder);

		for (size_t n = 0; n < COUNT_OF(known); n++)
			if (strcmp(top->list[i], known[n].name) == 0)
				good = is(path, known[n].folder);
		if (!good)
			channel_folder_unexpected(c, path);
	}
}

static void
missing(struct channel *c, const char *name)
{
	struct place at = { arena_printf(c->arena, "%s/%s", c->folder, name),
		0, 0, NULL };

	finding_add(c->findings, &at, FINDING_MISSING_FILE, "%s", "");
}

static void
read_all(struct channel *c, const struct names *top)
{
	check_top(c, top);
	/* the languages stand there, and all the rest needs them */
	if (channel_folder_has(top, "channel.yaml"))
		channel_yaml_read(c);
	else
		missing(c, "channel.yaml");
	if (channel_folder_has(top, "topics.yaml"))
		channel_topics_read(c);
	else
		missing(c, "topics.yaml");
	if (!channel_folder_has(top, "sources.csv"))
		missing(c, "sources.csv");
	if (c->languages.count == 0)
		return;
	channel_sheets_read(c);
	fees_read(c);
	for (const struct kind *const *k = kinds(); *k != NULL; k++)
		if (channel_folder_has(top, (*k)->source))
			(*k)->read(c, *k);
	if (channel_folder_has(top, "synonyms"))
		read_synonyms(c);
	kind_sort_items(c);
	if (channel_folder_has(top, RECORDINGS_FOLDER))
		recordings_read(c);
	channel_check_topics(c);
	channel_check(c);
}

struct channel *
channel_read(const char *folder)
{
	struct channel *c = xcalloc(1, sizeof *c);
	struct names top;
	size_t len = strlen(folder);

	c->arena = arena_new();
	c->findings = findings_new();
	while (len > 1 && folder[len - 1] == '/')
		len--;
	c->folder = arena_strndup(c->arena, folder, len);
	hash_begin(&c->rev_state);
	top = channel_folder_list(c, c->folder);
	if (findings_count(c->findings, FINDING_ERROR) == 0)
		read_all(c, &top);
	hash_end(&c->rev_state, &c->rev);
	free(top.list);
	return c;
}

void
channel_free(struct channel *c)
{
	if (c == NULL)
		return;
	findings_free(c->findings);
	arena_free(c->arena);
	free(c->items);
	free(c->synonyms);
	free(c);
}

int
channel_language(const struct channel *c, size_t n)
{
	return rules_language(c->languages.list[n].text);
}

struct channel_topic *
channel_topic(const struct channel *c, const char *id)
{
	for (size_t i = 0; i < c->topic_count; i++)
		if (c->topics[i].id.text != NULL &&
		    strcmp(c->topics[i].id.text, id) == 0)
			return &c->topics[i];
	return NULL;
}

const struct channel_law *
channel_law(const struct channel *c, const char *fact)
{
	for (size_t i = 0; i < c->law_count; i++)
		if (c->laws[i].id.text != NULL &&
		    strcmp(c->laws[i].id.text, fact) == 0)
			return &c->laws[i];
	return NULL;
}

struct channel_source *
channel_source(const struct channel *c, const char *id)
{
	for (size_t i = 0; i < c->source_count; i++)
		if (c->sources[i].id.text != NULL &&
		    strcmp(c->sources[i].id.text, id) == 0)
			return &c->sources[i];
	return NULL;
}
