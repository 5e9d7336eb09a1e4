/*
 * T33 fuzz-minisig: signatures and public keys of minisign, through the doors
 * of both.  What is read has one spelling.
 */
#include <config.h>

#include "fuzz.h"

#include <stdlib.h>

#include "bundle/minisig.h"
#include "bundle/minisig_write.h"

const char fuzz_name[] = "minisig";

void
fuzz_seeds(void)
{
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bytes input = bytes_of(data, size);
	char line[MINISIG_KEY_TEXT_SIZE];
	struct buffer again = { 0 };
	struct err e = { 0 };
	struct minisig_key key;
	struct minisig sig;

	if (minisig_parse(&sig, input, &e) == 0) {
		minisig_text(&again, &sig);
		if (!bytes_equal(input, buffer_bytes(&again)))
			abort();
		buffer_fini(&again);
	}
	err_clear(&e);
	if (minisig_key_parse(&key, input, &e) == 0) {
		minisig_key_text(line, &key);
		if (!bytes_equal(input, bytes_of_text(line)))
			abort();
	}
	return 0;
}
