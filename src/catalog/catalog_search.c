/*
 * Search: the plan is asked of every channel's index, exact finds first,
 * guesses only when there are few.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/catalog_words.h"
#include "catalog/schema.h"

#define FEW 3 /* fewer exact finds than this call for guesses */

/* A title counts ten times as much as the text. */
#define SEARCH(n, lang)                                              \
	{                                                            \
		ST_SEARCH + (n),                                     \
		    "SELECT rowid,bm25(fts_" lang                    \
		    ",10.0,6.0,4.0,1.0) AS score"                    \
		    " FROM fts_" lang " WHERE fts_" lang " MATCH ?1" \
		    " ORDER BY score,rowid LIMIT ?2"                 \
	}

const struct statement_text catalog_search_statements[] = {
	SEARCH(0, "es"),
	SEARCH(1, "en"),
	SEARCH(2, "fr"),
	SEARCH(3, "pt"),
	SEARCH(4, "ht"),
	{ ST_COUNT, NULL },
};

/* An entry that was found, with what it is sorted by. */
struct found {
	struct entry_head head;
	int pass;     /* 0: all words, 1: any, 2: near */
	int title;    /* 0: is what was asked, 1: begins with it, 2: neither */
	double score; /* smaller is better */
	size_t order; /* the language it was found in */
};

struct search {
	struct catalog *c;
	struct arena *a;
	const char *lang;
	const char *folded; /* what was asked */
	struct found *found;
	size_t count;
	size_t room;
};

static bool
is_found(const struct search *s, struct ref ref)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->found[i].head.ref.channel == ref.channel &&
		    s->found[i].head.ref.row == ref.row)
			return true;
	return false;
}

/* How near the title is to what was asked, words apart from signs. */
static int
title_match(const struct search *s, const char *title)
{
	struct word_list words = { 0 };
	const char *folded = "";
	size_t len = strlen(s->folded);

	catalog_words(title, &words, s->a);
	for (size_t i = 0; i < words.count; i++)
		folded = arena_printf(s->a, "%s%s%s", folded, i > 0 ? " " : "",
		    words.words[i].folded);
	if (strcmp(folded, s->folded) == 0)
		return 0;
	return strncmp(folded, s->folded, len) == 0 ? 1 : 2;
}

static void
add_found(struct search *s, const struct found *found)
{
	if (s->count == s->room) {
		struct found *old = s->found;

		s->room = s->room > 0 ? 2 * s->room : 32;
		s->found = arena_array(s->a, s->room, sizeof *old);
		if (old != NULL)
			memcpy(s->found, old, s->count * sizeof *old);
	}
	s->found[s->count++] = *found;
}

/* Ask one index of channel N; its rows are read to the end first. */
static int
ask(struct search *s, size_t n, size_t language, const char *match, int pass,
    size_t order, struct err *e)
{
	struct found *rows =
	    arena_array(s->a, CATALOG_RESULTS_MAX, sizeof *rows);
	size_t count = 0;
	struct query q;

	query_begin(
	    &q, &s->c->channels[n], (enum statement)(ST_SEARCH + language));
	query_text(&q, 1, match);
	query_number(&q, 2, CATALOG_RESULTS_MAX);
	while (query_row(&q)) {
		if (count == CATALOG_RESULTS_MAX)
			continue; /* cannot be: LIMIT */
		rows[count].head.ref.channel = (uint16_t)n;
		rows[count].head.ref.row = query_get_row(&q, 0);
		rows[count].score = sqlite3_column_double(q.st, 1);
		rows[count].order = order;
		rows[count++].pass = pass;
	}
	if (query_end(&q, e) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		struct found *f = &rows[i];
		bool found = false;

		if (is_found(s, f->head.ref))
			continue;
		if (catalog_head(s->c, f->head.ref, s->lang, s->a, &f->head,
			&found, e) < 0)
			return -1;
		if (!found)
			continue;
		f->head.guess = pass > 0;
		f->title = title_match(s, f->head.title);
		add_found(s, f);
	}
	return 0;
}

static size_t
language_index(const char *lang)
{
	const char *const *languages = schema_languages();
	size_t i = 0;

	while (i < SEARCH_LANGUAGES && strcmp(languages[i], lang) != 0)
		i++;
	return i;
}

/* The indexes to ask in a channel: the asked language's, or, when nothing
 * was ever said in it, Spanish and then English. */
static int
ask_channel(
    struct search *s, size_t n, const char *match, int pass, struct err *e)
{
	static const char *const fallbacks[] = { "es", "en" };
	const struct channel *ch = &s->c->channels[n];
	size_t asked = language_index(s->lang);

	if (asked < SEARCH_LANGUAGES && ch->searchable[asked])
		return ask(s, n, asked, match, pass, 0, e);
	for (size_t i = 0; i < COUNT_OF(fallbacks); i++) {
		size_t language = language_index(fallbacks[i]);

		if (ch->searchable[language] &&
		    ask(s, n, language, match, pass, i, e) < 0)
			return -1;
	}
	return 0;
}

static int
compare_found(const void *x, const void *y)
{
	const struct found *a = x;
	const struct found *b = y;

	if (a->pass != b->pass)
		return a->pass < b->pass ? -1 : 1;
	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	if (a->title != b->title)
		return a->title < b->title ? -1 : 1;
	if (a->score < b->score || a->score > b->score)
		return a->score < b->score ? -1 : 1;
	return strcmp(a->head.slug, b->head.slug);
}

/* HEAD for good: what was found lives in an arena of the search. */
static struct entry_head
kept_head(const struct entry_head *head, struct arena *a)
{
	struct entry_head kept = *head;

	kept.slug = arena_strdup(a, head->slug);
	kept.lang = arena_strdup(a, head->lang);
	kept.title = arena_strdup(a, head->title);
	kept.summary = arena_strdup(a, head->summary);
	kept.countries = arena_strdup(a, head->countries);
	kept.effective = arena_strdup(a, head->effective);
	return kept;
}

static int
ask_all(struct search *s, const char *words, struct err *e)
{
	struct search_plan plan = { 0 };
	const char *passes[3];

	if (catalog_plan(&plan, s->c, words, s->lang, s->a, e) < 0)
		return -1;
	s->folded = plan.folded;
	passes[0] = plan.all;
	passes[1] = plan.any;
	passes[2] = plan.near;
	for (int pass = 0; pass < 3 && s->count < FEW; pass++)
		for (size_t n = 0; n < s->c->count; n++)
			if (passes[pass] != NULL &&
			    ask_channel(s, n, passes[pass], pass, e) < 0)
				return -1;
	if (s->count > 1)
		qsort(s->found, s->count, sizeof *s->found, compare_found);
	return 0;
}

int
catalog_search(struct catalog *c, const char *words, const char *lang,
    size_t limit, struct arena *a, struct entry_list *out, struct err *e)
{
	struct search s = { .c = c, .a = arena_new(), .lang = lang };
	int rc = ask_all(&s, words, e);

	memset(out, 0, sizeof *out);
	if (limit > CATALOG_RESULTS_MAX)
		limit = CATALOG_RESULTS_MAX;
	if (limit > s.count)
		limit = s.count;
	out->heads = arena_array(a, limit + 1, sizeof *out->heads);
	for (size_t i = 0; i < limit && rc == 0; i++)
		out->heads[out->count++] = kept_head(&s.found[i].head, a);
	arena_free(s.a);
	return rc;
}
