/*
 * Fuzz: a CAP message; what is taken is written, and read again as it was.
 */
#include <config.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pack/cap.h"

#include "fuzz.h"

const char fuzz_name[] = "cap";

void
fuzz_seeds(void)
{
}

static void
must(bool holds)
{
	if (!holds)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct buffer xml = { 0 };
	struct cap one = { 0 };
	struct cap other = { 0 };
	struct err e = { 0 };

	if (cap_read(&one, bytes_of(data, size), a, &e) == 0) {
		must(cap_write(&xml, &one, &e) == 0);
		if (xml.len <= CAP_MAX) {
			must(cap_read(&other, buffer_bytes(&xml), a, &e) ==
			    0);
			must(one.info_count == other.info_count);
			must(one.country_count == other.country_count);
			must(strcmp(one.infos[0].description,
			    other.infos[0].description) == 0);
		}
	}
	buffer_fini(&xml);
	arena_free(a);
	return 0;
}
