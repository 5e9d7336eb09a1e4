/*
 * Fuzz entry: root documents.
 */
#include <config.h>

#include "fuzz.h"

#include <stdlib.h>

#include "bundle/trust.h"

const char fuzz_name[] = "root";

void
fuzz_seeds(void)
{
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trust *t = NULL;
	struct err e = { 0 };
	uint32_t epoch = 0;

	if (trust_parse(&t, bytes_of(data, size), &e) == 0) {
		/* Whatever it says, nothing signed is never enough. */
		if (trust_check(t, "crm", bytes_of(data, size), NULL, 0,
			&e) == 0)
			abort();
		err_clear(&e);
		if (trust_epoch(t, "crm", &epoch, &e) == 0 && epoch == 0)
			abort();
	}
	trust_free(t);
	return 0;
}
