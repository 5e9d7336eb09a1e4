/*
 * T31 fuzz-manifest: manifests.
 */
#include <config.h>

#include "fuzz.h"

#include <stdlib.h>

#include "bundle/manifest.h"

const char fuzz_name[] = "manifest";

void
fuzz_seeds(void)
{
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct manifest *m = NULL;
	struct err e = { 0 };

	if (manifest_parse(&m, bytes_of(data, size), &e) == 0) {
		for (size_t i = 0; i < manifest_count(m); i++)
			if (manifest_get(m, manifest_key(m, i)) !=
			    manifest_value(m, i))
				abort();
		manifest_get_in(m, "title", "es");
	}
	manifest_free(m);
	return 0;
}
