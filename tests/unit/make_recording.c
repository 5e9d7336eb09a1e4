/*
 * make-recording FILE MS TEXT: a recording of MS milliseconds that sounds like
 * TEXT, for scripts, where there is no opusenc.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "ogg_fixture.h"

int
main(int argc, char **argv)
{
	struct buffer sound = { 0 };
	FILE *out = NULL;
	bool done = false;

	if (argc != 4)
		return 2;
	ogg_fixture(&sound, argv[3],
	    (unsigned)strtoul(argv[2], NULL, 10));
	out = fopen(argv[1], "wb");
	done = out != NULL &&
	    fwrite(sound.at, 1, sound.len, out) == sound.len;
	if (out != NULL && fclose(out) != 0)
		done = false;
	if (!done)
		perror(argv[1]);
	buffer_fini(&sound);
	return !done;
}
