/*
 * Where the files of the program are.
 */
#include <config.h>

#include "base/paths.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

/* Does FOLDER end with BINDIR?  Then what is before it, else NULL. */
static char *
moved_to(const char *folder)
{
	size_t len = strlen(folder);
	size_t usual = strlen(BINDIR);

	if (len < usual || strcmp(folder + len - usual, BINDIR) != 0)
		return NULL;
	return xstrndup(folder, len - usual);
}

char *
paths_find(const char *installed, const char *name)
{
	char self[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", self, sizeof self - 1);
	char *slash = NULL;
	char *beside = NULL;
	char *moved = NULL;

	if (len <= 0)
		return xstrdup(installed);
	self[len] = '\0';
	slash = strrchr(self, '/');
	if (slash == NULL)
		return xstrdup(installed);
	*slash = '\0';
	moved = moved_to(self);
	if (moved != NULL) {
		beside = xasprintf("%s%s", moved, installed);
		free(moved);
		return beside;
	}
	beside = xasprintf("%s/%s", self, name);
	if (access(beside, F_OK) == 0)
		return beside;
	free(beside);
	return xstrdup(installed);
}

char *
paths_content(void)
{
	return paths_find(PKGDATADIR "/content", ".");
}
