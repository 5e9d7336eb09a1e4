/*
 * Entries by their short code.  Codes are made of slugs, so all slugs are
 * looked through: some milliseconds for 100,000 of them, once a code is whole.
 */
#include <config.h>

#include "catalog/catalog.h"

#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/short_code.h"

static int
find_in(const struct channel *ch, size_t n, const char *code, struct arena *a,
    struct ref_list *out, struct err *e)
{
	struct query q;

	query_begin(&q, ch, ST_FACTS);
	while (query_row(&q)) {
		struct ref ref = { (uint16_t)n, query_get_row(&q, 0) };
		const unsigned char *slug = sqlite3_column_text(q.st, 1);
		char its[SHORT_CODE_SIZE];

		if (slug == NULL)
			continue;
		short_code(its, (const char *)slug);
		if (strcmp(its, code) == 0)
			ref_list_add(out, ref, a);
	}
	return query_end(&q, e);
}

/* What is withdrawn is found too: whoever has its code on paper must know. */
static int
add_withdrawn(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct entry_list *out, struct err *e)
{
	struct withdrawal w;
	bool found = false;

	if (catalog_withdrawal(c, ref, lang, a, &w, &found, e) < 0)
		return -1;
	if (found)
		out->heads[out->count++] = (struct entry_head){
			.ref = ref,
			.kind = ENTRY_ARTICLE, /* its screen says why */
			.slug = w.slug,
			.lang = w.lang,
			.title = w.title,
			.summary = "",
			.countries = "",
			.effective = "",
			.withdrawn = true,
		};
	return 0;
}

int
catalog_by_code(struct catalog *c, const char *code, const char *lang,
    struct arena *a, struct entry_list *out, struct err *e)
{
	struct ref_list refs = { 0 };

	for (size_t i = 0; i < c->count; i++)
		if (find_in(&c->channels[i], i, code, a, &refs, e) < 0)
			return -1;
	out->count = 0;
	out->heads = arena_array(a, refs.count + 2, sizeof *out->heads);
	for (size_t i = 0; i < refs.count; i++) {
		bool found = false;

		if (catalog_head(c, refs.refs[i], lang, a,
			&out->heads[out->count], &found, e) < 0)
			return -1;
		out->count += found;
		if (!found && add_withdrawn(c, refs.refs[i], lang, a, out,
				  e) < 0)
			return -1;
	}
	return 0;
}
