/*
 * What lies in a folder of the sources, in the order of names, so that the
 * same sources are read, told and hashed in the same order everywhere.
 */
#ifndef VEREDA_CHANNEL_FOLDER_H
#define VEREDA_CHANNEL_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "pack/channel.h"

struct names {
	char **list; /* the caller frees it; the names live in the arena */
	size_t count;
};

/* The names in the folder PATH, sorted; hidden ones are not looked at. */
struct names channel_folder_list(struct channel *c, const char *path);
bool channel_folder_has(const struct names *names, const char *name);

bool channel_folder_is_folder(const char *path);
bool channel_folder_is_file(const char *path);

/* Nothing reads PATH: an editor believes otherwise. */
void channel_folder_unexpected(struct channel *c, const char *path);

/* The language of a file "LANG.SUFFIX" that the channel has, or -1. */
int channel_folder_language(const struct channel *c, const char *name,
    const char *suffix);

#endif
