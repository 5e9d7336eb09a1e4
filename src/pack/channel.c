/*
 * Walks the folder of a channel in the order of names, so that the same
 * sources are read, told and hashed in the same order everywhere.
 */
#include <config.h>

#include "pack/channel.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "pack/source_file.h"

struct names {
	char **list;
	size_t count;
};

static int
compare_names(const void *left, const void *right)
{
	const char *const *a = left;
	const char *const *b = right;

	return strcmp(*a, *b);
}

/* The names in the folder NAME, sorted; hidden ones are not looked at. */
static struct names
list_folder(struct channel *c, const char *name)
{
	struct names names = { 0 };
	struct place at = { name, 0, 0 };
	DIR *dir = opendir(name);
	struct dirent *one = NULL;
	size_t room = 0;

	if (dir == NULL) {
		finding_add(c->findings, &at, FINDING_UNREADABLE, "%s",
		    strerror(errno));
		return names;
	}
	while ((one = readdir(dir)) != NULL) {
		if (one->d_name[0] == '.')
			continue;
		if (names.count == CHANNEL_ENTRIES_MAX) {
			finding_add(c->findings, &at, FINDING_TOO_MANY, "%d",
			    CHANNEL_ENTRIES_MAX);
			break;
		}
		if (names.count == room) {
			room = room == 0 ? 64 : room * 2;
			names.list =
			    xrealloc(names.list, room, sizeof *names.list);
		}
		names.list[names.count++] =
		    arena_strdup(c->arena, one->d_name);
	}
	closedir(dir);
	if (names.count > 0)
		qsort(names.list, names.count, sizeof *names.list,
		    compare_names);
	return names;
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool
is_file(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static void
unexpected(struct channel *c, const char *path)
{
	struct place at = { path, 0, 0 };

	finding_add(c->findings, &at, FINDING_UNEXPECTED, "%s", "");
}

char *
channel_file(struct channel *c, const char *name, size_t max, size_t *len,
    struct place *start)
{
	*start = (struct place){ arena_printf(c->arena, "%s/%s", c->folder,
				     name),
		1, 1 };
	return source_file_read(start->file, name, max, len, &c->rev_state,
	    c->arena, c->findings);
}

/* The language of a file "LANG.SUFFIX" that the channel has, or -1. */
static int
language_of_name(const struct channel *c, const char *name,
    const char *suffix)
{
	char code[8] = "";
	size_t n = strcspn(name, ".");

	if (n == 0 || n >= sizeof code || strcmp(name + n, suffix) != 0)
		return -1;
	memcpy(code, name, n);
	for (size_t i = 0; i < c->languages.count; i++)
		if (strcmp(c->languages.list[i].text, code) == 0)
			return rules_language(code);
	return -1;
}

/* articles/ID: the files of one entry. */
static void
read_entry(struct channel *c, enum channel_kind kind, const char *folder,
    const char *slug)
{
	struct channel_entry *entry = &c->entries[c->entry_count++];
	const char *name = arena_printf(c->arena, "%s/%s", folder, slug);
	const char *path =
	    arena_printf(c->arena, "%s/%s", c->folder, name);
	struct names files = list_folder(c, path);

	*entry = (struct channel_entry){ .kind = kind, .slug = slug,
		.at = { path, 0, 0 } };
	if (!rules_is_id(slug))
		finding_add(c->findings, &entry->at, FINDING_BAD_ID, "%s",
		    slug);
	for (size_t i = 0; i < files.count; i++) {
		const char *file = files.list[i];
		int lang = language_of_name(c, file, ".md");

		if (lang < 0)
			unexpected(c, arena_printf(c->arena, "%s/%s", path,
					  file));
		else
			channel_text_read(c, entry, lang,
			    arena_printf(c->arena, "%s/%s", name, file));
	}
	free(files.list);
}

static void
read_entries(struct channel *c, enum channel_kind kind, const char *folder)
{
	const char *path =
	    arena_printf(c->arena, "%s/%s", c->folder, folder);
	struct names slugs = list_folder(c, path);

	c->entries = xrealloc(c->entries, c->entry_count + slugs.count + 1,
	    sizeof *c->entries);
	for (size_t i = 0; i < slugs.count; i++) {
		const char *entry =
		    arena_printf(c->arena, "%s/%s", path, slugs.list[i]);

		if (is_folder(entry))
			read_entry(c, kind, folder, slugs.list[i]);
		else
			unexpected(c, entry);
	}
	free(slugs.list);
}

static void
read_synonyms(struct channel *c)
{
	const char *path = arena_printf(c->arena, "%s/synonyms", c->folder);
	struct names files = list_folder(c, path);

	for (size_t i = 0; i < files.count; i++) {
		int lang = language_of_name(c, files.list[i], ".txt");

		if (lang < 0)
			unexpected(c, arena_printf(c->arena, "%s/%s", path,
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

/* What may stand at the top; the rest is unexpected. */
static void
check_top(struct channel *c, const struct names *top)
{
	static const struct {
		const char *name;
		bool folder;
	} known[] = {
		{ "articles", true },
		{ "alerts", true },
		{ "synonyms", true },
		{ "channel.yaml", false },
		{ "topics.yaml", false },
		{ "services.csv", false },
		{ "sources.csv", false },
		{ "glossary.csv", false },
	};

	for (size_t i = 0; i < top->count; i++) {
		const char *path = arena_printf(c->arena, "%s/%s", c->folder,
		    top->list[i]);
		bool good = false;

		for (size_t n = 0; n < COUNT_OF(known); n++)
			if (strcmp(top->list[i], known[n].name) == 0)
				good = known[n].folder ? is_folder(path) :
							 is_file(path);
		if (!good)
			unexpected(c, path);
	}
}

static bool
has(const struct names *top, const char *name)
{
	for (size_t i = 0; i < top->count; i++)
		if (strcmp(top->list[i], name) == 0)
			return true;
	return false;
}

static void
missing(struct channel *c, const char *name)
{
	struct place at = { arena_printf(c->arena, "%s/%s", c->folder, name),
		0, 0 };

	finding_add(c->findings, &at, FINDING_MISSING_FILE, "%s", "");
}

static void
read_all(struct channel *c, const struct names *top)
{
	check_top(c, top);
	/* the languages stand there, and all the rest needs them */
	if (has(top, "channel.yaml"))
		channel_yaml_read(c);
	else
		missing(c, "channel.yaml");
	if (has(top, "topics.yaml"))
		channel_topics_read(c);
	else
		missing(c, "topics.yaml");
	if (!has(top, "sources.csv"))
		missing(c, "sources.csv");
	if (c->languages.count == 0)
		return;
	channel_sheets_read(c);
	if (has(top, "articles"))
		read_entries(c, CHANNEL_ARTICLE, "articles");
	if (has(top, "alerts"))
		read_entries(c, CHANNEL_ALERT, "alerts");
	if (has(top, "synonyms"))
		read_synonyms(c);
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
	top = list_folder(c, c->folder);
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
	free(c->entries);
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

struct channel_source *
channel_source(const struct channel *c, const char *id)
{
	for (size_t i = 0; i < c->source_count; i++)
		if (c->sources[i].id.text != NULL &&
		    strcmp(c->sources[i].id.text, id) == 0)
			return &c->sources[i];
	return NULL;
}
