/*
 * What people type: never an error, never more than the limit.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "catalog/catalog.h"
#include "content_fixture.h"
#include "text/lang.h"

#include "fuzz.h"

#define LIMIT 7

const char fuzz_name[] = "query";

/* Ten kilobytes of what is syntax elsewhere. */
void
fuzz_seeds(void)
{
	uint8_t big[10000];

	for (size_t i = 0; i < sizeof big; i++)
		big[i] = (uint8_t) "a\"(*NEAR 1-"[i % 10];
	LLVMFuzzerTestOneInput(big, sizeof big);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct catalog *catalog; /* one for all inputs */
	struct arena *a = arena_new();
	struct search_result found = { .cut = false };
	struct gloss *gloss = NULL;
	size_t count = 0;
	struct err e = { 0 };

	if (catalog == NULL)
		catalog = content_fixture_catalog();
	if (size > 0) {
		const char *lang = lang_table[data[0] % lang_count]->code;
		const char *text =
		    arena_strndup(a, (const char *)data + 1, size - 1);

		if (catalog_search(catalog, text, lang, LIMIT, a, &found, &e) <
			0 ||
		    found.list.count > LIMIT ||
		    catalog_glossary(
			catalog, text, lang, a, &gloss, &count, &e) < 0) {
			fprintf(stderr, "%s\n", e.text);
			abort();
		}
	}
	arena_free(a);
	return 0;
}
