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

char *
paths_find(const char *installed, const char *name)
{
	char self[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", self, sizeof self - 1);
	char *slash = NULL;
	char *beside = NULL;

	if (len <= 0)
		return xstrdup(installed);
	self[len] = '\0';
	slash = strrchr(self, '/');
	if (slash == NULL)
		return xstrdup(installed);
	*slash = '\0';
	if (strcmp(self, BINDIR) == 0)
		return xstrdup(installed);
	beside = xasprintf("%s/%s", self, name);
	if (access(beside, F_OK) == 0)
		return beside;
	free(beside);
	return xstrdup(installed);
}
