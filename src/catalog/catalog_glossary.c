/*
 * Hard words of a text.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/catalog_words.h"

const struct statement_text catalog_glossary_statements[] = {
	{ ST_GLOSSARY, "SELECT term,explanation FROM glossary WHERE lang=?1"
		       " ORDER BY term" },
	{ ST_COUNT, NULL },
};

#define NOWHERE SIZE_MAX

struct term {
	struct gloss gloss;
	struct word_list words;
	size_t at;    /* word of the text where it first stands, or NOWHERE */
	size_t order; /* of the channels */
};

struct term_list {
	struct term *terms;
	size_t count;
	size_t room;
};

static void
term_add(struct term_list *l, const struct term *term, struct arena *a)
{
	if (l->count == l->room) {
		size_t room = l->room > 0 ? 2 * l->room : 64;
		struct term *terms = arena_array(a, room, sizeof *terms);

		if (l->count > 0)
			memcpy(terms, l->terms, l->count * sizeof *terms);
		l->terms = terms;
		l->room = room;
	}
	l->terms[l->count++] = *term;
}

static int
load_terms(const struct channel *ch, const char *lang, struct arena *a,
    struct term_list *l, struct err *e)
{
	struct query q;

	query_begin(&q, ch, ST_GLOSSARY);
	query_text(&q, 1, lang);
	while (query_row(&q)) {
		struct term term = { .at = NOWHERE, .order = l->count };

		term.gloss.term = query_get(&q, 0, a);
		term.gloss.explanation = query_get(&q, 1, a);
		catalog_words(term.gloss.term, &term.words, a);
		if (term.words.count > 0)
			term_add(l, &term, a);
	}
	return query_end(&q, e);
}

static int
longest_first(const void *x, const void *y)
{
	const struct term *a = x;
	const struct term *b = y;

	if (a->words.count != b->words.count)
		return a->words.count > b->words.count ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

static int
by_place(const void *x, const void *y)
{
	const struct term *a = x;
	const struct term *b = y;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

static bool
stands_at(const struct word_list *text, size_t at, const bool *taken,
    const struct word_list *term)
{
	if (term->count > text->count - at)
		return false;
	for (size_t i = 0; i < term->count; i++)
		if (taken[at + i] || strcmp(text->words[at + i].folded,
					 term->words[i].folded) != 0)
			return false;
	return true;
}

/* Take all the places of TERM, so that no shorter one is found in them. */
static void
place_term(struct term *term, const struct word_list *text, bool *taken)
{
	for (size_t at = 0; at < text->count; at++) {
		if (!stands_at(text, at, taken, &term->words))
			continue;
		memset(taken + at, true, term->words.count);
		if (term->at == NOWHERE)
			term->at = at;
	}
}

int
catalog_glossary(struct catalog *c, const char *text, const char *lang,
    struct arena *a, struct gloss **out, size_t *count, struct err *e)
{
	struct arena *scratch = arena_new();
	struct term_list l = { 0 };
	struct word_list words = { 0 };
	bool *taken = NULL;
	int rc = 0;

	*count = 0;
	for (size_t i = 0; i < c->count && rc == 0; i++)
		rc = load_terms(&c->channels[i], lang, scratch, &l, e);
	if (rc < 0)
		goto out;
	catalog_words(text, &words, scratch);
	taken = arena_array(scratch, words.count + 1, sizeof *taken);
	if (l.count > 1)
		qsort(l.terms, l.count, sizeof *l.terms, longest_first);
	for (size_t i = 0; i < l.count; i++)
		place_term(&l.terms[i], &words, taken);
	if (l.count > 1)
		qsort(l.terms, l.count, sizeof *l.terms, by_place);
	*out = arena_array(a, l.count + 1, sizeof **out);
	for (size_t i = 0; i < l.count && l.terms[i].at != NOWHERE; i++) {
		struct gloss *g = &(*out)[(*count)++];

		g->term = arena_strdup(a, l.terms[i].gloss.term);
		g->explanation = arena_strdup(a, l.terms[i].gloss.explanation);
	}
out:
	arena_free(scratch);
	return rc;
}
