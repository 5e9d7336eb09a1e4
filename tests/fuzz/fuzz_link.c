/*
 * Fuzz entry: what a helper says.  The first byte chooses the request that
 * runs; every answer that ends begins the next one.
 */
#include <config.h>

#include <stdlib.h>

#include "fuzz.h"

#include "ui/link_model.h"

const char fuzz_name[] = "link";

void
fuzz_seeds(void)
{
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct link_reader *r = calloc(1, sizeof *r);
	struct link_model m;
	struct link_line line;
	unsigned request = 0;
	struct bytes in;

	if (r == NULL || size == 0) {
		free(r);
		return 0;
	}
	link_model_init(&m);
	request = data[0];
	in = bytes_of(data + 1, size - 1);
	while (link_reader_take(r, &in, &line) == LINK_TOOK_LINE) {
		if (m.running == LINK_NOTHING)
			link_model_begin(&m, (enum link_request)(
			    1 + request++ % (LINK_REQUESTS - 1)));
		if (link_model_take(&m, &line) == LINK_MEANS_NONSENSE)
			break;
	}
	link_model_forget(&m);
	link_model_fini(&m);
	free(r);
	return 0;
}
