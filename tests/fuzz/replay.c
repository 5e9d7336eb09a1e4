/*
 * Feeds files to a fuzz entry once each, so that every commit replays what
 * fuzzing found.  Fuzzing itself links libFuzzer's main instead.
 */
#include <config.h>

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/io.h"
#include "base/mem.h"

#include "fuzz.h"

#define INPUT_MAX (4u << 20) /* bytes */

static int
replay_file(const char *path)
{
	struct buffer input = { 0 };
	struct err e = { 0 };

	if (io_read_file(&input, path, INPUT_MAX, &e) < 0) {
		printf("Bail out! %s\n", e.text);
		return -1;
	}
	LLVMFuzzerTestOneInput(input.at, input.len);
	buffer_fini(&input);
	return 0;
}

/* Every file of the folder; how many, or -1. */
static int
replay_folder(const char *path)
{
	DIR *d = opendir(path);
	struct dirent *entry;
	int count = 0;

	if (d == NULL) {
		printf("Bail out! no folder %s\n", path);
		return -1;
	}
	while (count >= 0 && (entry = readdir(d)) != NULL) {
		char *file;

		if (entry->d_name[0] == '.')
			continue;
		file = xasprintf("%s/%s", path, entry->d_name);
		count = replay_file(file) == 0 ? count + 1 : -1;
		free(file);
	}
	closedir(d);
	return count;
}

int
main(void)
{
	const char *srcdir = getenv("srcdir");
	char *path = xasprintf("%s/tests/fuzz/corpus/%s",
	    srcdir != NULL ? srcdir : ".", fuzz_name);
	int count;

	printf("1..1\n");
	fuzz_seeds();
	count = replay_folder(path);
	free(path);
	if (count < 0)
		return EXIT_FAILURE;
	printf("ok 1 - the corpus of %s replays (%d files)\n", fuzz_name,
	    count);
	return EXIT_SUCCESS;
}
