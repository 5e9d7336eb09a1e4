/*
 * Folders of the sources.
 */
#include <config.h>

#include "pack/channel_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int
compare_names(const void *left, const void *right)
{
	const char *const *a = left;
	const char *const *b = right;

	return strcmp(*a, *b);
}

struct names
channel_folder_list(struct channel *c, const char *path)
{
	struct names names = { 0 };
	struct place at = { path, 0, 0, NULL };
	DIR *dir = opendir(path);
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

bool
channel_folder_is_folder(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool
channel_folder_is_file(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISREG(st.st_mode);
}

void
channel_folder_unexpected(struct channel *c, const char *path)
{
	struct place at = { path, 0, 0, NULL };

	finding_add(c->findings, &at, FINDING_UNEXPECTED, "%s", "");
}

bool
channel_folder_has(const struct names *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->list[i], name) == 0)
			return true;
	return false;
}

int
channel_folder_language(const struct channel *c, const char *name,
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
