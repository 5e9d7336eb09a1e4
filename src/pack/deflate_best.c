/*
 * The optimal deflate writer is Google's zopfli
 * (https://github.com/google/zopfli).  A dictionary is for it just what stands
 * before the first byte that it writes.
 */
#include <config.h>

#include "pack/deflate_best.h"

#ifdef HAVE_ZOPFLI

#include <stdlib.h>
#include <string.h>

#include <zopfli/deflate.h>

#include "base/mem.h"

#define ITERATIONS 5 /* more of them made a file of 44 MB no smaller */
#define DYNAMIC 2    /* blocks with codes of their own */

bool
deflate_best_is_there(void)
{
	return true;
}

uint32_t
deflate_best(uint8_t *out, uint32_t room, struct bytes plain,
    struct bytes dictionary)
{
	size_t all = dictionary.len + plain.len;
	uint8_t *text = xcalloc(1, all + 1);
	unsigned char bits = 0;
	unsigned char *packed = NULL; /* of malloc() */
	ZopfliOptions options;
	size_t len = 0;

	if (dictionary.len > 0)
		memcpy(text, dictionary.at, dictionary.len);
	memcpy(text + dictionary.len, plain.at, plain.len);
	ZopfliInitOptions(&options);
	options.numiterations = ITERATIONS;
	ZopfliDeflatePart(&options, DYNAMIC, 1, text, dictionary.len, all,
	    &bits, &packed, &len);
	if (len < room)
		memcpy(out, packed, len);
	else
		len = 0;
	free(packed);
	free(text);
	return (uint32_t)len;
}

#else

bool
deflate_best_is_there(void)
{
	return false;
}

uint32_t
deflate_best(uint8_t *out, uint32_t room, struct bytes plain,
    struct bytes dictionary)
{
	(void)out;
	(void)room;
	(void)plain;
	(void)dictionary;
	return 0;
}

#endif
