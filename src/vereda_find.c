/*
 * The search on the command line.
 */
#include <config.h>

#include "vereda_find.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "base/utf8.h"

static void
print_json(const struct search_result *result)
{
	const struct entry_list *list = &result->list;
	struct json j = { .out = stdout };

	json_array_begin(&j, NULL);
	for (size_t i = 0; i < list->count; i++) {
		const struct entry_head *head = &list->heads[i];

		json_object_begin(&j, NULL);
		json_text(&j, "id", head->slug);
		json_text(&j, "kind", entry_kind_name(head->kind));
		json_text(&j, "title", head->title);
		json_bool(&j, "guess", head->guess);
		json_object_end(&j);
	}
	json_array_end(&j);
	json_end(&j);
}

static void
print_lines(const struct search_result *result)
{
	const struct entry_list *list = &result->list;

	for (size_t i = 0; i < list->count; i++) {
		const struct entry_head *head = &list->heads[i];
		char *title = utf8_made_safe(head->title, false);

		printf("%s\t%s\t%s\t%s\n", head->slug,
		    entry_kind_name(head->kind),
		    head->guess ? "guess" : "found", title);
		free(title);
	}
}

int
find_print(struct catalog *c, const char *words, const char *lang,
    size_t limit, bool as_json, struct err *e)
{
	struct arena *a = arena_new();
	struct search_result found = { .cut = false };
	int rc = catalog_search(c, words, lang, limit, a, &found, e);

	if (rc == 0 && as_json)
		print_json(&found);
	else if (rc == 0)
		print_lines(&found);
	arena_free(a);
	if (rc == 0 && fflush(stdout) != 0)
		return err_set_errno(e, ERR_SYSTEM, "standard output");
	return rc;
}
