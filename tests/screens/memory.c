/*
 * Searching in /proc/PID/mem.
 */
#include <config.h>

#include "memory.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

int
memory_search(pid_t pid, memory_counter *count, const void *what)
{
	char path[64];
	char line[512];
	FILE *maps = NULL;
	int memory = -1;
	unsigned found = 0;

	snprintf(path, sizeof path, "/proc/%d/mem", (int)pid);
	memory = open(path, O_RDONLY);
	snprintf(path, sizeof path, "/proc/%d/maps", (int)pid);
	maps = fopen(path, "r");
	if (memory < 0 || maps == NULL)
		return -1;
	while (fgets(line, sizeof line, maps) != NULL) {
		uint64_t from = 0, to = 0;
		char *bytes = NULL;
		ssize_t n = -1;

		if (sscanf(line, "%" SCNx64 "-%" SCNx64 " rw", &from, &to) !=
			2 ||
		    strstr(line, " rw") == NULL || to - from > 1u << 30)
			continue;
		bytes = xcalloc(1, (size_t)(to - from));
		n = pread(memory, bytes, (size_t)(to - from), (off_t)from);
		if (n > 0)
			found += count(what, bytes, (size_t)n, line);
		free(bytes);
	}
	fclose(maps);
	close(memory);
	return (int)found;
}
