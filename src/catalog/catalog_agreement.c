/*
 * Agreements between countries, and what countries did about conventions.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/agreement.h"

const struct statement_text catalog_agreement_statements[] = {
	{ ST_AGREEMENT,
	    "SELECT type,status,since FROM agreement WHERE entry=?1" },
	{ ST_PARTIES, "SELECT country FROM agreement_party WHERE entry=?1"
		      " AND side=?2 ORDER BY country" },
	{ ST_AGREEMENTS,
	    "SELECT DISTINCT x.entry FROM agreement_party x"
	    " JOIN agreement_party y ON y.entry=x.entry AND y.side<>x.side"
	    " WHERE x.country=?1 AND (?2='' OR y.country=?2)"
	    " UNION SELECT entry FROM agreement_party"
	    " WHERE country=?1 AND ?2='' ORDER BY 1" },
	{ ST_AGREEMENTS_ALL, "SELECT entry FROM agreement ORDER BY entry" },
	{ ST_PARTY_COUNTRIES, "SELECT country FROM agreement_party"
			      " UNION SELECT country FROM convention_country"
			      " ORDER BY 1" },
	{ ST_CONVENTIONS, "SELECT entry FROM convention_country"
			  " WHERE country=?1 ORDER BY entry" },
	{ ST_CONVENTION, "SELECT country,status,date FROM convention_country"
			 " WHERE entry=?1 ORDER BY country" },
	{ ST_COUNT, NULL },
};

/* The head of REF if it is of KIND, else ERR_NOT_FOUND. */
static int
load_head(struct catalog *c, struct ref ref, enum entry_kind kind,
    const char *lang, struct arena *a, struct entry_head *out, struct err *e)
{
	bool found = false;

	if (catalog_head(c, ref, lang, a, out, &found, e) < 0)
		return -1;
	if (!found || out->kind != kind)
		return err_set(e, ERR_NOT_FOUND, "%s %d of channel %u",
		    entry_kind_name(kind), (int)ref.row, ref.channel);
	return 0;
}

static int
load_parties(struct catalog *c, struct ref ref, const char *side,
    struct arena *a, const char **out, struct err *e)
{
	struct query q;

	query_begin(&q, &c->channels[ref.channel], ST_PARTIES);
	query_number(&q, 1, ref.row);
	query_text(&q, 2, side);
	return query_join(&q, a, out, e);
}

int
catalog_agreement(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct agreement *out, struct err *e)
{
	struct query q;

	memset(out, 0, sizeof *out);
	out->type = out->status = out->since = "";
	if (load_head(c, ref, ENTRY_AGREEMENT, lang, a, &out->head, e) < 0 ||
	    load_parties(c, ref, "a", a, &out->one, e) < 0 ||
	    load_parties(c, ref, "b", a, &out->other, e) < 0)
		return -1;
	query_begin(&q, &c->channels[ref.channel], ST_AGREEMENT);
	query_number(&q, 1, ref.row);
	while (query_row(&q)) {
		out->type = query_get(&q, 0, a);
		out->status = query_get(&q, 1, a);
		out->since = query_get(&q, 2, a);
	}
	return query_end(&q, e);
}

/* How firmly it stands, 0 first; what is not known behind all that is. */
static int
rank(const char *status)
{
	static const char *const order[] = { "in-force", "ratified", "signed",
		"ended", "none" };
	size_t i = 0;

	while (i < COUNT_OF(order) && strcmp(order[i], status) != 0)
		i++;
	return (int)i;
}

static int
compare_agreements(const void *x, const void *y)
{
	const struct agreement *a = x;
	const struct agreement *b = y;
	int order = rank(a->status) - rank(b->status);

	if (order == 0)
		order = strcmp(a->type, b->type);
	return order != 0 ? order : strcmp(a->head.slug, b->head.slug);
}

int
catalog_agreements(struct catalog *c, const char *a_country,
    const char *b_country, const char *lang, struct arena *a,
    struct agreement **out, size_t *count, struct err *e)
{
	const char *one = a_country[0] != '\0' ? a_country : b_country;
	const char *other = a_country[0] != '\0' ? b_country : "";
	struct ref_list every = { 0 };
	struct ref_list refs = { 0 };

	for (size_t i = 0; i < c->count; i++) {
		struct query q;

		query_begin(&q, &c->channels[i],
		    one[0] != '\0' ? ST_AGREEMENTS : ST_AGREEMENTS_ALL);
		if (one[0] != '\0') {
			query_text(&q, 1, one);
			query_text(&q, 2, other);
		}
		if (query_refs(&q, (uint16_t)i, &every, a, e) < 0)
			return -1;
	}
	if (catalog_shown(c, &every, a, &refs, e) < 0)
		return -1;
	*out = arena_array(a, refs.count + 1, sizeof **out);
	for (size_t i = 0; i < refs.count; i++)
		if (catalog_agreement(c, refs.refs[i], lang, a, &(*out)[i],
			e) < 0)
			return -1;
	*count = refs.count;
	if (*count > 1)
		qsort(*out, *count, sizeof **out, compare_agreements);
	return 0;
}

int
catalog_convention(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct convention **out, size_t *count, struct err *e)
{
	struct entry_head head;
	struct query q;
	size_t room = 16;

	*count = 0;
	*out = arena_array(a, room, sizeof **out);
	if (load_head(c, ref, ENTRY_CONVENTION, lang, a, &head, e) < 0)
		return -1;
	query_begin(&q, &c->channels[ref.channel], ST_CONVENTION);
	query_number(&q, 1, ref.row);
	while (query_row(&q)) {
		if (*count == room) {
			struct convention *old = *out;

			*out = arena_array(a, 2 * room, sizeof **out);
			memcpy(*out, old, room * sizeof *old);
			room *= 2;
		}
		(*out)[(*count)++] = (struct convention){ head,
			query_get(&q, 0, a), query_get(&q, 1, a),
			query_get(&q, 2, a) };
	}
	return query_end(&q, e);
}

static int
compare_conventions(const void *x, const void *y)
{
	const struct convention *a = x;
	const struct convention *b = y;
	int order = rank(a->status) - rank(b->status);

	return order != 0 ? order : strcmp(a->head.slug, b->head.slug);
}

int
catalog_conventions(struct catalog *c, const char *country, const char *lang,
    struct arena *a, struct convention **out, size_t *count, struct err *e)
{
	struct ref_list every = { 0 };
	struct ref_list refs = { 0 };

	for (size_t i = 0; i < c->count; i++) {
		struct query q;

		query_begin(&q, &c->channels[i], ST_CONVENTIONS);
		query_text(&q, 1, country);
		if (query_refs(&q, (uint16_t)i, &every, a, e) < 0)
			return -1;
	}
	if (catalog_shown(c, &every, a, &refs, e) < 0)
		return -1;
	*out = arena_array(a, refs.count + 1, sizeof **out);
	*count = 0;
	for (size_t i = 0; i < refs.count; i++) {
		struct convention *all = NULL;
		size_t n = 0;

		if (catalog_convention(c, refs.refs[i], lang, a, &all, &n,
			e) < 0)
			return -1;
		for (size_t k = 0; k < n; k++)
			if (strcmp(all[k].country, country) == 0)
				(*out)[(*count)++] = all[k];
	}
	if (*count > 1)
		qsort(*out, *count, sizeof **out, compare_conventions);
	return 0;
}

/* Does a country with STATUS take part, as far as is known? */
static bool
takes_part(const char *status)
{
	return strcmp(status, "ratified") == 0 ||
	    strcmp(status, "signed") == 0;
}

int
catalog_conventions_between(struct catalog *c, const char *a_country,
    const char *b_country, const char *lang, struct arena *a,
    struct convention **out, size_t *count, struct err *e)
{
	struct convention *ours = NULL;
	struct convention *theirs = NULL;
	size_t our_count = 0;
	size_t their_count = 0;

	*count = 0;
	if (catalog_conventions(c, a_country, lang, a, &ours, &our_count, e) <
		0 ||
	    catalog_conventions(c, b_country, lang, a, &theirs, &their_count,
		e) < 0)
		return -1;
	*out = arena_array(a, our_count + 1, sizeof **out);
	for (size_t i = 0; i < our_count; i++)
		for (size_t k = 0; k < their_count; k++) {
			const struct convention *weaker = &ours[i];

			if (strcmp(ours[i].head.slug, theirs[k].head.slug) !=
				0 ||
			    !takes_part(ours[i].status) ||
			    !takes_part(theirs[k].status))
				continue;
			if (rank(theirs[k].status) > rank(ours[i].status))
				weaker = &theirs[k];
			(*out)[(*count)++] = *weaker;
		}
	if (*count > 1)
		qsort(*out, *count, sizeof **out, compare_conventions);
	return 0;
}

static bool
has_code(const char *const *list, size_t count, const char *code)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], code) == 0)
			return true;
	return false;
}

int
catalog_party_countries(struct catalog *c, struct arena *a,
    const char ***out, size_t *count, struct err *e)
{
	*count = 0;
	*out = arena_array(a, CATALOG_PARTIES_MAX, sizeof **out);
	for (size_t i = 0; i < c->count; i++) {
		struct query q;

		query_begin(&q, &c->channels[i], ST_PARTY_COUNTRIES);
		while (query_row(&q)) {
			const char *code = query_get(&q, 0, a);

			if (*count < CATALOG_PARTIES_MAX &&
			    !has_code(*out, *count, code))
				(*out)[(*count)++] = code;
		}
		if (query_end(&q, e) < 0)
			return -1;
	}
	return 0;
}
