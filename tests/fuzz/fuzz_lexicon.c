/*
 * Fuzz: the lexicon of a foreign database.  What is taken is sorted, and all
 * of it can be read.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/lexicon.h"

#include "fuzz.h"

const char fuzz_name[] = "lexicon";

void
fuzz_seeds(void)
{
	static const uint8_t good[] = { 0, 4, 'v', 'i', 's', 'a', 3, 0, 3, 4,
		1, 's', 3, 0, 0xAC, 2, 0, 2, 'y', 'o', 1, 1, 'x', 0 };

	for (size_t len = 0; len <= sizeof good; len++)
		LLVMFuzzerTestOneInput(good, len);
	for (size_t i = 0; i < sizeof good * 256; i++) {
		uint8_t copy[sizeof good];

		memcpy(copy, good, sizeof good);
		copy[i / 256] = (uint8_t)i;
		LLVMFuzzerTestOneInput(copy, sizeof copy);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct lexicon_cursor c;
	struct lexicon l;
	struct err e = { 0 };
	char last[LEXICON_WORD_MAX + 1] = "";
	size_t count = 0;

	if (lexicon_read(&l, bytes_of(data, size), &e) < 0)
		return 0;
	for (lexicon_begin(&c, &l); lexicon_next(&c); count++) {
		if (strcmp(last, c.word.text) >= 0)
			abort();
		memcpy(last, c.word.text, sizeof last);
	}
	if (count != l.count)
		abort();
	for (int i = 0; i < 256; i++)
		for (lexicon_begin_at(&c, &l, (char)i); lexicon_next(&c);) {
			if (c.word.text[0] != (char)i)
				abort();
			count--;
		}
	if (count != 0)
		abort();
	lexicon_fini(&l);
	return 0;
}
