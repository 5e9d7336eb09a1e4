/*
 * Fuzz: a source file of an entry, from the gate for characters through the
 * tree of its keys and the rules to the check of its prose.
 */
#include <config.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/mem.h"
#include "pack/finding.h"
#include "pack/prose.h"
#include "pack/rules.h"
#include "pack/source_file.h"
#include "pack/yaml_tree.h"

#include "fuzz.h"

#define INPUT_MAX (64u << 10) /* bytes */

struct fields {
	struct value title;
	struct value reviewed;
	struct values countries;
	struct values facts;
	struct by_language summary;
};

static const struct rule rules[] = {
	{ "title", RULE_LINE, 0, 1, offsetof(struct fields, title), 60, NULL },
	{ "reviewed", RULE_DATE, 0, 1, offsetof(struct fields, reviewed), 0,
	    NULL },
	{ "countries", RULE_COUNTRIES, 0, 1,
	    offsetof(struct fields, countries), 0, NULL },
	{ "facts", RULE_FACTS, 0, 0, offsetof(struct fields, facts), 0, NULL },
	{ "summary", RULE_BY_LANGUAGE, 0, 1, offsetof(struct fields, summary),
	    70, NULL },
};

const char fuzz_name[] = "front_matter";

void
fuzz_seeds(void)
{
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct place start = { "fuzz", 1, 1, NULL };
	const struct rules all = { rules, sizeof rules / sizeof rules[0] };
	struct reading r = { arena_new(), findings_new() };
	struct prose_stats stats = { 0 };
	struct fields out = { .title = { .text = NULL } };
	const struct yaml_node *root = NULL;
	size_t len = size;
	char *text = NULL;

	if (size <= INPUT_MAX) {
		text = arena_zero(r.arena, size + 1);
		if (size > 0)
			memcpy(text, data, size);
	}
	if (text != NULL && source_file_gate("fuzz", text, &len, r.findings)) {
		root = yaml_tree_read(bytes_of(text, len), &start, r.arena,
		    r.findings);
		if (root != NULL)
			rules_read_map(&all, 1, root, &out, &r);
		prose_read(bytes_of(text, len), &start, PROSE_ALERT, &stats,
		    r.arena, r.findings);
	}
	findings_free(r.findings);
	arena_free(r.arena);
	return 0;
}
