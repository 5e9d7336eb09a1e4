/*
 * T35 fuzz-text-gate: whatever bytes come, what passes the gate is safe, and
 * what is made safe passes it.
 */
#include <config.h>

#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

const char fuzz_name[] = "text_gate";

/* Each code point alone, also those that are none. */
void
fuzz_seeds(void)
{
	for (uint32_t code = 0; code < 0x110000; code += code < 0x3000 ? 1 :
							 17) {
		uint8_t raw[UTF8_MAX];

		LLVMFuzzerTestOneInput(raw, utf8_encode(raw, code));
	}
}

/* What the gate let through decodes, code by code, to safe ones. */
static void
check_passed(struct bytes text)
{
	for (size_t at = 0; at < text.len;) {
		uint8_t again[UTF8_MAX];
		size_t len = 0;
		uint32_t code = utf8_decode(bytes_of(text.at + at,
		    text.len - at), &len);

		if (code == UTF8_INVALID || !utf8_is_safe(code) ||
		    (code < ' ' && code != '\n') ||
		    utf8_encode(again, code) != len ||
		    memcmp(again, text.at + at, len) != 0)
			abort();
		at += len;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct bytes input = bytes_of(data, size);
	char *text = xstrndup(size > 0 ? (const char *)data : "", size);
	char *safe = utf8_made_safe(text, true);
	struct bytes made = bytes_of_text(safe);
	uint32_t code = 0;
	size_t bad = utf8_find_unsafe(input, &code);

	if (bad > size)
		abort();
	check_passed(bytes_of(data, bad));
	if (utf8_find_unsafe(made, &code) != made.len)
		abort();
	if (bad == size && !bytes_equal(input, made))
		abort(); /* safe text is left as it is */
	free(text);
	free(safe);
	return 0;
}
