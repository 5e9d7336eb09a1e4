/*
 * Fuzz: a recording out of a foreign database.  What passes is short enough
 * for who waits for its end, and says its name where it must.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/ogg_opus.h"
#include "ogg_fixture.h"

#include "fuzz.h"

const char fuzz_name[] = "ogg_opus";

void
fuzz_seeds(void)
{
	struct buffer b = { 0 };

	ogg_fixture(&b, "a voice that is heard for a while", 2000);
	LLVMFuzzerTestOneInput(b.at, b.len);
	for (size_t i = 0; i < b.len; i++) {
		b.at[i] ^= 0x55;
		LLVMFuzzerTestOneInput(b.at, b.len);
		b.at[i] ^= 0x55;
		LLVMFuzzerTestOneInput(b.at, i);
	}
	buffer_fini(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint32_t ms = 1;
	const char *fault = ogg_opus_fault(bytes_of(data, size), &ms);

	if (fault != NULL ? ms != 0 || fault[0] == '\0'
			  : ms > OGG_OPUS_MS_MAX || size < 28 + 19 ||
		memcmp(data, "OggS", 4) != 0 ||
		memcmp(data + 28, "OpusHead", 8) != 0)
		abort();
	return 0;
}
