/*
 * Phrases, in the texts of the entries that are shown.
 */
#include <config.h>

#include "catalog/search_phrase.h"

#include <ctype.h>
#include <string.h>

#include "catalog/schema.h"
#include "text/fold.h"

/* What the index was made of, as far as it is text that a reader sees; two
 * columns each. */
const struct statement_text catalog_phrase_statements[] = {
	{ ST_PHRASE_TEXTS,
	    "SELECT title,summary FROM text WHERE entry=?1 AND lang=?2"
	    " UNION ALL SELECT markdown,'' FROM body"
	    " WHERE id=?3 AND entry=?1 AND lang=?2"
	    " UNION ALL SELECT title,markdown FROM lesson"
	    " WHERE entry=?1 AND lang=?2" },
	{ ST_PHRASE_LISTS,
	    "SELECT steps,support FROM option_text"
	    " WHERE entry=?1 AND lang=?2"
	    " UNION ALL SELECT question,why FROM quiz_card"
	    " WHERE entry=?1 AND lang=?2"
	    " UNION ALL SELECT answer,'' FROM quiz_answer"
	    " WHERE entry=?1 AND lang=?2" },
	{ ST_PHRASE_OTHERS,
	    "SELECT eligibility,'' FROM service_text"
	    " WHERE entry=?1 AND lang=?2"
	    " UNION ALL SELECT question,'' FROM check_question_text"
	    " WHERE entry=?1 AND lang=?2"
	    " UNION ALL SELECT demand,'' FROM occupation_text"
	    " WHERE entry=?1 AND lang=?2" },
	{ ST_COUNT, NULL },
};

#define STATEMENTS 3 /* for the texts of an entry in a language */
#define COLUMNS 2

/* One phrase: COUNT words of the query, from AT on. */
struct phrase {
	const struct wanted *at;
	size_t count;
};

/* The next phrase behind the word *I; false: there is none. */
static bool
next_phrase(const struct wanted_list *l, size_t *i, struct phrase *out)
{
	while (*i < l->count) {
		unsigned quoted = l->words[*i].quoted;

		*out = (struct phrase){ &l->words[*i], 0 };
		while (*i < l->count && l->words[*i].quoted == quoted) {
			(*i)++;
			out->count++;
		}
		if (quoted != 0 && out->count > 1)
			return true;
	}
	return false;
}

bool
search_has_phrase(const struct wanted_list *words)
{
	struct phrase phrase;
	size_t i = 0;

	return next_phrase(words, &i, &phrase);
}

/* Is the word RAW of LEN bytes the one that W asks for?  Most differ in their
 * first letter, and folding is dear. */
static bool
is_wanted(struct asked *q, const struct wanted *w, const char *raw, size_t len)
{
	unsigned char first = (unsigned char)raw[0];
	const char *folded = NULL;

	if (first < 0x80 && tolower(first) != (unsigned char)w->folded[0])
		return false;
	if (!search_work_pay(&q->work, SEARCH_WORK_COMPARE))
		return false;
	folded = fold_text(arena_strndup(q->a, raw, len), q->a);
	return w->open ? strncmp(folded, w->folded, strlen(w->folded)) == 0 :
			 strcmp(folded, w->folded) == 0;
}

/* Does PHRASE begin with the word that begins at TEXT? */
static bool
stands_at(struct asked *q, const struct phrase *phrase, const char *text)
{
	const char *word = NULL;

	for (size_t i = 0; i < phrase->count; i++)
		if (!catalog_next_word(&text, &word) ||
		    !is_wanted(q, &phrase->at[i], word, (size_t)(text - word)))
			return false;
	return true;
}

static bool
stands_in(struct asked *q, const struct phrase *phrase, const char *text)
{
	const char *word = NULL;

	if (!search_work_pay(&q->work, strlen(text)))
		return false;
	while (catalog_next_word(&text, &word))
		if (stands_at(q, phrase, word))
			return true;
	return false;
}

/* Those of WORDS that stand in the rows of STATEMENT become bits of *THERE. */
static int
look_in(struct asked *q, const struct wanted_list *words, struct ref ref,
    const char *lang, enum statement statement, unsigned *there)
{
	struct query query;

	query_begin(&query, &q->c->channels[ref.channel], statement);
	query_number(&query, 1, ref.row);
	query_text(&query, 2, lang);
	if (statement == ST_PHRASE_TEXTS)
		query_number(&query, 3, schema_text_id(
		    schema_language_number(lang), ref.row));
	while (query_row(&query))
		for (int column = 0; column < COLUMNS; column++) {
			const char *text = (const char *)sqlite3_column_text(
			    query.st, column);
			struct phrase phrase;
			unsigned bit = 1;

			for (size_t i = 0; text != NULL &&
			     next_phrase(words, &i, &phrase); bit <<= 1)
				if (!(*there & bit) &&
				    stands_in(q, &phrase, text))
					*there |= bit;
		}
	return query_end(&query, q->work.e);
}

/* Bits: all phrases. */
static unsigned
all_phrases(const struct wanted_list *words)
{
	struct phrase phrase;
	unsigned all = 0;
	size_t i = 0;

	while (next_phrase(words, &i, &phrase))
		all = all << 1 | 1u;
	return all;
}

int
search_phrase_stands(struct asked *q, const struct search_plan *p,
    const struct wanted_list *words, struct ref ref, bool *out)
{
	static const enum statement texts[STATEMENTS] = { ST_PHRASE_TEXTS,
		ST_PHRASE_LISTS, ST_PHRASE_OTHERS };
	unsigned all = all_phrases(words);

	*out = false;
	for (size_t n = 0; n < q->language_count && !*out; n++) {
		unsigned there = 0;

		if ((p->terms[n].groups & p->quoted) != p->quoted)
			continue;
		if (!search_work_pay(&q->work, STATEMENTS * SEARCH_WORK_ROW))
			return 0;
		for (size_t i = 0; i < COUNT_OF(texts) && there != all; i++)
			if (look_in(q, words, ref, q->languages[n].code,
				texts[i], &there) < 0)
				return -1;
		*out = there == all;
	}
	return 0;
}
