/*
 * Fuzz: a part of the lexicon of a foreign database.  It can be read from any
 * word on, and what is read has the lengths that are promised.
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
	static const uint8_t good[] = { 2, 0, 6, 0, 21, 0, 0x04, 'v', 'i', 's',
		'a', 0x10, 3, 3, 0x11, 1, 0x21, 0x41, 's', 0x11, 'x', 0, 0x02,
		'y', 'o', 0, 0xAC, 2, 0, 7, 2 };

	for (size_t len = 0; len <= sizeof good; len++)
		LLVMFuzzerTestOneInput(good, len);
	for (size_t i = 0; i < sizeof good * 256; i++) {
		uint8_t copy[sizeof good];

		memcpy(copy, good, sizeof good);
		copy[i / 256] = (uint8_t)i;
		LLVMFuzzerTestOneInput(copy, sizeof copy);
	}
}

static void
read_from(struct bytes part, const char *from)
{
	struct lexicon_cursor c;

	for (lexicon_begin(&c, part, from); lexicon_next(&c);) {
		const struct lexicon_word *w = &c.word;

		if (w->len != strlen(w->text) || w->len > LEXICON_WORD_MAX ||
		    strlen(w->stem) > STEM_MAX || w->shared > w->len ||
		    w->list.here.len > LEXICON_HERE_MAX)
			abort();
		if (w->list.here.len > 0 &&
		    (w->list.here.at < part.at ||
			w->list.here.at + w->list.here.len >
			    part.at + part.len))
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bytes part = bytes_of(data, size);

	read_from(part, "");
	read_from(part, "visa");
	read_from(part, "\xFF");
	return 0;
}
