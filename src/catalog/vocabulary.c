/*
 * Reading the words of a channel.
 */
#include <config.h>

#include "catalog/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_words.h"
#include "catalog/schema.h"
#include "catalog/search_work.h"

const struct statement_text catalog_vocabulary_statements[] = {
	{ ST_SYNONYMS, "SELECT word,formal FROM synonym WHERE lang=?1"
		       " ORDER BY word,formal" },
	{ ST_INDEX_LANGUAGE, "SELECT lang,entries,last FROM index_language" },
	{ ST_INDEX_LEXICON, "SELECT first,part FROM index_lexicon"
			    " WHERE lang=?1 ORDER BY first" },
	{ ST_INDEX_PART, "SELECT words FROM index_part WHERE id=?1" },
	{ ST_COUNT, NULL },
};

/* Words of TEXT, folded, a blank between them. */
static const char *
folded_words(const char *text, struct arena *keep, struct arena *scratch)
{
	struct word_list words = { 0 };
	const char *all = "";

	catalog_words(text, &words, scratch);
	for (size_t i = 0; i < words.count; i++)
		all = arena_printf(scratch, "%s%s%s", all, i > 0 ? " " : "",
		    words.words[i].folded);
	return arena_strdup(keep, all);
}

static void
add_synonym(struct vocabulary *v, struct stemmer *stemmer, const char *word,
    const char *formal, struct arena *scratch)
{
	struct word_list said = { 0 };
	struct synonym s = { .count = 0 };

	catalog_words(word, &said, scratch);
	if (said.count == 0 || said.count > SYNONYM_WORDS_MAX)
		return;
	for (; s.count < said.count; s.count++) {
		char stem[STEM_MAX + 1];

		stemmer_stem(stemmer, said.words[s.count].folded, stem);
		s.said[s.count] = arena_strdup(v->arena, stem);
	}
	s.formal = folded_words(formal, v->arena, scratch);
	if (s.formal[0] == '\0')
		return;
	if (v->synonym_count == v->synonym_room) {
		struct synonym *old = v->synonyms;

		v->synonym_room = 2 * v->synonym_room + 64;
		v->synonyms = arena_array(v->arena, v->synonym_room, sizeof s);
		if (old != NULL)
			memcpy(v->synonyms, old, v->synonym_count * sizeof s);
	}
	v->synonyms[v->synonym_count++] = s;
}

static int
load_synonyms(struct vocabulary *v, const char *lang, struct err *e)
{
	struct stemmer *stemmer = stemmer_new(lang);
	struct arena *scratch = arena_new();
	struct query q;
	int rc = 0;

	query_begin(&q, v->channel, ST_SYNONYMS);
	query_text(&q, 1, lang);
	while (query_row(&q)) {
		add_synonym(v, stemmer, query_get(&q, 0, scratch),
		    query_get(&q, 1, scratch), scratch);
		arena_reset(scratch);
	}
	rc = query_end(&q, e);
	arena_free(scratch);
	stemmer_free(stemmer);
	return rc;
}

static int
load_parts(struct vocabulary *v, const char *lang, struct err *e)
{
	size_t room = 0;
	struct query q;

	query_begin(&q, v->channel, ST_INDEX_LEXICON);
	query_text(&q, 1, lang);
	while (query_row(&q) && v->part_count < LEXICON_PARTS_MAX) {
		if (v->part_count == room) {
			struct vocabulary_part *old = v->parts;

			room = 2 * room + 8;
			v->parts = arena_array(v->arena, room, sizeof *old);
			if (old != NULL)
				memcpy(v->parts, old,
				    v->part_count * sizeof *old);
		}
		v->parts[v->part_count++] = (struct vocabulary_part){
			query_get(&q, 0, v->arena), query_get_row(&q, 1) };
	}
	return query_stop(&q, e);
}

int
catalog_vocabulary(struct catalog *c, size_t channel, size_t language,
    const struct vocabulary **out, struct err *e)
{
	struct channel *ch = &c->channels[channel];
	const char *lang = schema_language(language);
	struct vocabulary *v = NULL;

	*out = ch->vocabularies[language];
	if (*out != NULL)
		return 0;
	v = xcalloc(1, sizeof *v);
	v->arena = arena_new();
	v->number = channel;
	v->channel = ch;
	v->entries = ch->indexed[language];
	if (load_parts(v, lang, e) < 0 || load_synonyms(v, lang, e) < 0) {
		vocabulary_free(v);
		return -1;
	}
	ch->vocabularies[language] = v;
	*out = v;
	return 0;
}

void
vocabulary_free(struct vocabulary *v)
{
	if (v == NULL)
		return;
	arena_free(v->arena);
	free(v);
}

static void
fail(struct vocabulary_range *r)
{
	r->failed = true;
	r->work->failed = true;
}

/* The part that the range is in is read to its end. */
static void
close_part(struct vocabulary_range *r)
{
	bool failed = lexicon_failed(&r->c);

	if (query_stop(&r->q, r->work->e) < 0)
		fail(r);
	else if (failed) {
		err_set(r->work->e, ERR_DATABASE,
		    "the lexicon is no list of words");
		fail(r);
	}
	r->q.channel = NULL;
}

/* The next part, to FROM in it. */
static bool
open_part(struct vocabulary_range *r, const char *from)
{
	const void *bytes = NULL;
	size_t len = 0;

	if (r->failed || r->part == r->v->part_count ||
	    !search_work_pay(r->work, SEARCH_WORK_ROW))
		return false;
	query_begin(&r->q, r->v->channel, ST_INDEX_PART);
	query_number(&r->q, 1, r->v->parts[r->part++].row);
	if (query_row(&r->q)) {
		bytes = sqlite3_column_blob(r->q.st, 0);
		len = (size_t)sqlite3_column_bytes(r->q.st, 0);
	}
	if (search_work_pay(r->work, len))
		lexicon_begin(&r->c, bytes_of(bytes, len), from);
	else
		memset(&r->c, 0, sizeof r->c);
	return true;
}

void
vocabulary_begin(struct vocabulary_range *r, const struct vocabulary *v,
    const char *from, struct search_work *work)
{
	size_t low = 0, high = v->part_count;

	memset(r, 0, sizeof *r);
	r->v = v;
	r->work = work;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(v->parts[middle].first, from) <= 0)
			low = middle;
		else
			high = middle;
	}
	r->part = low;
	open_part(r, from);
}

const struct lexicon_word *
vocabulary_next(struct vocabulary_range *r)
{
	while (r->q.channel != NULL) {
		if (!search_work_pay(r->work, SEARCH_WORK_WORD))
			return NULL;
		if (lexicon_next(&r->c))
			return &r->c.word;
		close_part(r);
		if (!open_part(r, ""))
			return NULL;
	}
	return NULL;
}

void
vocabulary_end(struct vocabulary_range *r)
{
	if (r->q.channel != NULL)
		close_part(r);
}
