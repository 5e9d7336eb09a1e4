/*
 * T32 fuzz-root: the bytes as a first root from a file, as what a bundle
 * brings, and as the second root of such a chain.
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

static const char first[] = "vereda.root.v1\nversion=1\ncreated=2026-01-01\n"
    "expires=2030-01-01\nthreshold=1\n"
    "root_key=RWTQcsrBiqSe1VdFCmxd6/mgfeJSSJAuVDcBSoNiWWMv0VCQNLV44zUX\n";

static void
add_entry(struct buffer *region, struct bytes entry)
{
	buffer_add_u32(region, (uint32_t)entry.len);
	buffer_add(region, entry.at, entry.len);
}

/* Nobody here has the key of the first root: none ever follows it. */
static void
bring(struct bytes region)
{
	struct trust *t = NULL;
	struct err e = { 0 };

	if (trust_parse(&t, bytes_of_text(first), &e) < 0)
		abort();
	if (trust_add_region(t, region, &e) < 0)
		err_clear(&e);
	if (trust_root_version(t) != 1)
		abort();
	trust_free(t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct trust *t = NULL;
	struct buffer region = { 0 };
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
	bring(bytes_of(data, size));
	add_entry(&region, bytes_of_text(first));
	add_entry(&region, bytes_of(data, size));
	bring(buffer_bytes(&region));
	buffer_fini(&region);
	return 0;
}
