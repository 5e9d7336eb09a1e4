/*
 * Strict base64: decode, encode again, compare.
 */
#include <config.h>

#include "bundle/base64.h"

#include <assert.h>
#include <string.h>

#include <sodium.h>

bool
base64_decode(uint8_t *out, size_t len, struct bytes text)
{
	char again[BASE64_TEXT_SIZE];
	size_t got = 0;

	if (len > BASE64_RAW_MAX || text.len != (len + 2) / 3 * 4)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] <= ' ' || text.at[i] > '~')
			return false;
	if (sodium_base642bin(out, len, (const char *)text.at, text.len, NULL,
		&got, NULL, sodium_base64_VARIANT_ORIGINAL) != 0 || got != len)
		return false;
	base64_encode(again, bytes_of(out, len));
	return bytes_equal(text, bytes_of_text(again));
}

void
base64_encode(char out[BASE64_TEXT_SIZE], struct bytes raw)
{
	assert(raw.len <= BASE64_RAW_MAX);
	sodium_bin2base64(out, BASE64_TEXT_SIZE, raw.at, raw.len,
	    sodium_base64_VARIANT_ORIGINAL);
}
