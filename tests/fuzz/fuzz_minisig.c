/*
 * Fuzz entry: signatures of minisign.
 */
#include <config.h>

#include "fuzz.h"

#include "bundle/minisig.h"

const char fuzz_name[] = "minisig";

void
fuzz_seeds(void)
{
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct err e = { 0 };
	struct minisig_key key;
	struct minisig sig;

	if (minisig_parse(&sig, bytes_of(data, size), &e) < 0)
		err_clear(&e);
	if (minisig_key_parse(&key, bytes_of(data, size), &e) < 0)
		err_clear(&e);
	return 0;
}
