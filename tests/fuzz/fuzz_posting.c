/*
 * Fuzz: a list of the index of a foreign database.  Nothing is added outside
 * the sums, and never more than may be.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "catalog/posting.h"

#include "fuzz.h"

#define ENTRIES 300
#define LEFT 400

const char fuzz_name[] = "posting";

void
fuzz_seeds(void)
{
	static const uint8_t good[] = { 0xFA, 1, 5, 0x87, 2, 1, 1, 1, 1, 1, 1, 1,
		1, 1, 0x01, 0xAC, 1 };

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
	uint16_t add[POSTING_LEVELS];
	uint16_t sums[ENTRIES + 2] = { 0 };
	struct tally t = { sums, ENTRIES };
	struct err e = { 0 };
	unsigned lowest = 0;
	size_t left = LEFT;
	size_t sum = 0;
	int rc;

	for (size_t i = 0; i < POSTING_LEVELS; i++)
		add[i] = 1;
	rc = posting_tally(
	    &t, bytes_of(data, size), add, &left, &lowest, &e);
	for (size_t i = 0; i < COUNT_OF(sums); i++)
		sum += sums[i];
	if (sums[0] != 0 || sums[ENTRIES] != 0 || sums[ENTRIES + 1] != 0 ||
	    lowest >= POSTING_LEVELS || left > LEFT || sum > LEFT - left ||
	    (rc == 0 && sum != LEFT - left) ||
	    (rc < 0 && e.code != ERR_DATABASE))
		abort();
	return 0;
}
